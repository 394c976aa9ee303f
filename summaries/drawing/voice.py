"""How paper speaks: the words of the letter, of the picture's text and of the page itself, each sign with a glyph."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dialogues.model import Text
from summaries.drawing.glyphs import printable, unbroken
from summaries.facts import Finding, Mood
from summaries.phrases import Tongue, lines, macros


@dataclass(frozen=True)
class Voice:
    """One tongue, with the templates that it needs, each read once."""

    tongue: Tongue

    def said(self, text: Text) -> str:
        """A fixed text."""
        return text[self.tongue.language]

    def told(self, one: Finding, part: str = "") -> list[str]:
        """A finding in sentences that only stand on paper, in this part; without one in that of its kind."""
        return _told(self._page, part or one.kind, one)

    def note(self, one: Mood) -> str:
        """The few figures that stand above the dots of a measure."""
        return " ".join(_told(self._page, "note", one))

    def seen(self, one: Finding) -> str:
        """What is drawn of a finding, for who does not see it."""
        return " ".join(_told(self._picture, one.kind, one))

    def written(self, part: str, one: Finding) -> list[str]:
        """A finding in the sentences of the letter, where it stands in this part."""
        return _told(self._letter, part, [one])

    @cached_property
    def _page(self) -> Any:
        return macros("page", self.tongue, "plain")

    @cached_property
    def _picture(self) -> Any:
        return macros("alt", self.tongue, "plain")

    @cached_property
    def _letter(self) -> Any:
        return macros("letter", self.tongue, "line")


def _told(words: Any, macro: str, about: Finding | list[Finding]) -> list[str]:
    return [unbroken(printable(line)) for line in lines(getattr(words, macro)(about)).splitlines()]
