"""Rules for one text in one language: length, spaces, placeholders. Pure: a text in, sentences about it out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # all but the line feed
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a text may be: `units` is the most UTF-16 units, `words` the fewest and most words.

    `fills` names the placeholders that the bot can fill in.
    """

    units: int
    words: tuple[int, int] | None = None
    fills: frozenset[str] = frozenset()

    def filling(self, names: frozenset[str]) -> "Limits":
        """The same limits, with these placeholders allowed."""
        return replace(self, fills=names)


LABEL = Limits(32)  # a button, a name, an end of a scale
TITLE = Limits(80)
PROMPT = Limits(600)
SCENARIO = Limits(900, words=(60, 110))
CASE = Limits(900, words=(50, 110))
OPTION = Limits(400)
LINE = Limits(300)
MESSAGE = Limits(1000)
MENU = Limits(100)  # beside a command in Telegram's menu


def units(text: str) -> int:
    """The length as Telegram counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def placeholders(text: str) -> frozenset[str]:
    """The names between braces."""
    return frozenset(_PLACEHOLDER.findall(text))


def faults(text: str, limits: Limits) -> Iterator[str]:
    """What is wrong with a text, each in half a sentence that follows its name."""
    if not text.strip():
        yield "is empty"
        return
    yield from _length(text, limits)
    yield from _shape(text)
    yield from _braces(text, limits)


def _length(text: str, limits: Limits) -> Iterator[str]:
    if units(text) > limits.units:
        yield f"has {units(text)} characters; {limits.units} fit"
    if limits.words and not limits.words[0] <= len(text.split()) <= limits.words[1]:
        yield f"has {len(text.split())} words; {limits.words[0]} to {limits.words[1]} are meant"


def _shape(text: str) -> Iterator[str]:
    if _CONTROL.search(text):
        yield "holds a control character"
    if "  " in text or any(line != line.strip() for line in text.split("\n")):
        yield "has double spaces or spaces at an edge"


def _braces(text: str, limits: Limits) -> Iterator[str]:
    rest = _PLACEHOLDER.sub("", text)
    if "{" in rest or "}" in rest:
        yield "has a brace that belongs to no placeholder"
    for name in sorted(placeholders(text) - limits.fills):
        yield f"uses {{{name}}}, which nothing fills in here"
