"""Whom to call, where the leader is: on /urgent, and beside the numbers of a message of care."""

from dataclasses import replace

from dialogues.asking import nearby
from handlers.outgoing import Outgoing, Showing


def urgent(show: Showing) -> Outgoing:
    """Whom to call where the leader is; of other countries no numbers are known, and it says so."""
    return Outgoing(show.words(nearby.urgent(_where(show))))


def beside(show: Showing, name: str, shown: Outgoing) -> Outgoing:
    """A message of care, with whom to call for who is elsewhere; its own words stay as they are."""
    line = nearby.line(_where(show)) if name in nearby.NAMING else ""
    if not line:
        return shown
    parts = shown.text.split("\n\n")
    parts.insert(1 if name in nearby.FIRST else len(parts), show.words(line))
    return replace(shown, text="\n\n".join(parts))


def _where(show: Showing) -> str:
    return str(show.material.get("territory", ""))
