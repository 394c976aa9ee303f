"""What the bot says: reads the messages and holds them against what the conversation fills in and listens for."""

import re
from collections.abc import Collection

from dialogues.library.contract import CONTRACT, Spoken, amiss
from dialogues.library.entry import WORD, Entry
from dialogues.library.questions import buttons
from dialogues.library.wording import MENU, MESSAGE, OPTION
from dialogues.model import Message

_GROUP = re.compile(r"[a-z]+")


def messages(root: Entry, programmes: Collection[str]) -> dict[str, Message]:
    """The messages by id; every message of the contract must be there, and no other.

    A message whose buttons content decides has one for each of the programmes.
    """
    found = root.keyed("messages", lambda entry: _read(entry, frozenset(programmes)))
    for name in CONTRACT.keys() - found.keys():
        root.problem(f"the message '{name}' is missing")
    return found


def _read(entry: Entry, programmes: frozenset[str]) -> Message:
    name = entry.word("id")
    spoken = CONTRACT.get(name)
    if spoken is None:
        entry.problem("the bot never says this message; is its id a slip of the pen?")
        spoken = Spoken()
    limits = (MENU if name.startswith("cmd_") else MESSAGE).filling(spoken.fills)
    taps = buttons(entry, "buttons", WORD) if entry.has("buttons") else ()
    message = Message(name, entry.own_text(limits), taps)
    offered = programmes or frozenset(tap.id for tap in taps)  # without any, their own file has the problem
    if fault := amiss(offered if spoken.taps is None else spoken.taps, taps):
        entry.problem(fault)
    entry.word("group", _GROUP)
    entry.remark("when", OPTION)
    entry.close()
    return message
