"""The screens about the groups that a leader is in."""

from collections.abc import Callable

from dialogues.events import data
from handlers import items
from handlers.outgoing import Key, Outgoing, Showing, column

TITLE = 30  # characters of a name on a button


def groups(show: Showing) -> Outgoing:
    """The groups, with a button out of each: with several it is the name of the group."""
    (leave,) = show.library.messages["groups"].buttons
    label, known = leave.label[show.language], show.args["each"]
    named = ((number, items.shortened(name, TITLE) if len(known) > 1 else label) for number, name in known)
    keys = (Key(text, data("groups", number, leave.id)) for number, text in named)
    return Outgoing(show.words("groups"), column(keys))


def settings(show: Showing) -> Outgoing:
    """How everything is set; who is in no group has no button about groups."""
    inside = bool(show.args.get("inside"))
    known = [button.id for button in show.library.messages["settings"].buttons if inside or button.id != "groups"]
    return Outgoing(show.words("settings"), column(show.keys("settings", *known)))


def reply(show: Showing) -> Outgoing:
    """Who answers a message to all is told who reads it and, while a question is open, how to answer that."""
    told = [show.words("notice_reply"), *([show.words("notice_reply_waits")] if show.args["waits"] else [])]
    return Outgoing("\n\n".join(told))


SCREENS: dict[str, Callable[[Showing], Outgoing]] = {"groups": groups, "settings": settings, "notice_reply": reply}
