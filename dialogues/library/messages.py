"""What the bot says: reads the messages and holds them against what the conversation fills in and listens for."""

import re

from dialogues.library.contract import CONTRACT, Spoken, amiss
from dialogues.library.entry import WORD, Entry
from dialogues.library.questions import buttons
from dialogues.library.wording import MENU, MESSAGE, OPTION
from dialogues.model import Message

_GROUP = re.compile(r"[a-z]+")


def messages(root: Entry) -> dict[str, Message]:
    """The messages by id; every message of the contract must be there, and no other."""
    found = root.keyed("messages", _read)
    for name in CONTRACT.keys() - found.keys():
        root.problem(f"the message '{name}' is missing")
    return found


def _read(entry: Entry) -> Message:
    name = entry.word("id")
    spoken = CONTRACT.get(name)
    if spoken is None:
        entry.problem("the bot never says this message; is its id a slip of the pen?")
        spoken = Spoken()
    limits = (MENU if name.startswith("cmd_") else MESSAGE).filling(spoken.fills)
    taps = buttons(entry, "buttons", WORD) if entry.has("buttons") else ()
    message = Message(name, entry.own_text(limits), taps)
    if fault := amiss(spoken.taps, taps):
        entry.problem(fault)
    entry.word("group", _GROUP)
    entry.remark("when", OPTION)
    entry.close()
    return message
