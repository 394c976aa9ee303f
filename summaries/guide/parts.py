"""A guide as plain values in one language, in the order in which it is read: all that a page or a paper needs.

Texts are strings, so nothing in them can become markup. Whoever renders a guide decides how each block looks.
"""

from dataclasses import dataclass
from typing import Literal

from dialogues.model import Language

Minutes = Literal[60, 90]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the facilitator reads to the group as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """What helps the facilitator and is not read aloud."""

    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where something comes from."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list; one that is read to the group is `aloud`."""

    items: tuple[str, ...]
    aloud: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A round on the clock: from `starts` minutes after the beginning, for so many minutes."""

    title: str
    starts: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """The rounds on the clock."""

    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the tension, something about it and, where there is one, a question from the story; else ""."""

    label: str
    text: str
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """A question for both sides, and the two of them."""

    asks: str
    a: Side
    b: Side


@dataclass(frozen=True, slots=True)
class Bar:
    """A value and the share of the group that it has: from `low` to `high` per cent, and the same in words."""

    label: str
    low: int
    high: int
    said: str


@dataclass(frozen=True, slots=True)
class Distribution:
    """Where a group stood between sides `a` and `b`, as far as its mirror tells; `said` is all of it in words."""

    a: str
    b: str
    bars: tuple[Bar, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A step or a way: its name, what it is and, where there is more to say, what it protects and costs; else ""."""

    title: str
    text: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """Steps in order (`numbered`) or ways beside each other; with `room` to write below each."""

    items: tuple[Entry, ...]
    numbered: bool = False
    room: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """Lines to write on, by what belongs on them."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A box to write in, on each side of the map: its name, and an example for side A and for side B, or ""."""

    title: str
    a: str = ""
    b: str = ""


@dataclass(frozen=True, slots=True)
class PolarityMap:
    """A whole page to write on: `aim` above, two sides with boxes (the first two are the quadrants), `fear` below."""

    a: str
    b: str
    aim: str
    fear: str
    boxes: tuple[Box, ...]


Block = Line | Spoken | Note | Source | Points | Agenda | Sides | Distribution | Entries | Form | PolarityMap


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its title; one that has minutes is a round of the conversation."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Labels:
    """The few words that stand at blocks and pages."""

    aloud: str
    note: str
    conversation: str
    page: str


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide about an item of the library (`about`, its id).

    `title` says what kind of guide it is, `name` what it is about, `time` how long it takes, `poles` the two sides of a
    tension (of a case there are none).
    """

    about: str
    language: Language
    minutes: Minutes
    title: str
    name: str
    time: str
    poles: tuple[str, ...]
    purpose: str
    parts: tuple[Part, ...]
    labels: Labels
    footer: str
