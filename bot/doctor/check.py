"""One thing that was looked at, and how it is."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Check:
    """`note` asks for attention, `wrong` for action; the words are plain and hold no secret."""

    name: str
    state: Literal["good", "note", "wrong"]
    words: str


def good(name: str, words: str) -> Check:
    """Say that all is well."""
    return Check(name, "good", words)


def note(name: str, words: str) -> Check:
    """Say what is worth knowing."""
    return Check(name, "note", words)


def wrong(name: str, words: str) -> Check:
    """Say what has to be done."""
    return Check(name, "wrong", words)
