"""One leader's month as it comes in: frozen values, each with the id of what it rests on and its local date."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from dialogues.markers import Span
from dialogues.model import Language, Library, Marker, Question
from dialogues.people import Care, IntentionState, ItemKind, Part

Measure = Literal["mood", "energy"]
MEASURES: tuple[Measure, ...] = ("mood", "energy")
Sentences = tuple[tuple[int, str], ...]  # each with the id of its answer


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt that was sent; `id` is the prompt's, `quality` an id of the library or "" for none."""

    id: int
    on: date
    kind: ItemKind
    item: str
    quality: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Written:
    """One part of an answer, or a loose thought (`prompt` is None); `markers` are those a rule recognised.

    `spans`: where those markers stand, as `dialogues.markers.find` gives them, or None when that is not known.
    `hour`: that of the leader's clock (0..23), or None when it is not known.
    """

    id: int
    on: date
    prompt: int | None
    kind: ItemKind | Literal["thought"]
    item: str
    quality: str
    part: Part
    text: str = field(repr=False)
    language: Language
    words: int
    markers: frozenset[Marker]
    care: Care = "none"
    named: bool = False
    hour: int | None = None
    spans: tuple[Span, ...] | None = None


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap on mood (PU-05) or energy (PU-06), 1..5; `prompt` is the touch it followed."""

    id: int
    on: date
    measure: Measure
    value: int
    prompt: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the leader tapped about an answer: does it hold this marker? It outranks what a rule recognised.

    A new insight is the marker "learning", something known from earlier the marker "pattern".
    """

    id: int
    on: date
    prompt: int
    marker: Marker
    value: Literal["yes", "no", "unsure"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A tapped position 1..7 on a dilemma, as the library has it; `prompt` is the touch it belongs to.

    Of several taps in one touch only the last counts: the leader moved to it.
    """

    id: int
    on: date
    dilemma: str
    position: int
    prompt: int | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """Two answers of which the leader confirmed that they belong together; `id` is the echo's, `on` its day."""

    id: int
    on: date
    earlier: int
    later: int


@dataclass(frozen=True, slots=True)
class Intended:
    """An intention with what became of it, and the day on which that was last told (None when that is not known).

    `unfinished`: how often a look back at it ended in partly or not. `check`: the day on which the leader is going to
    be asked about it, `answer`: the one that it came from; or None.
    """

    id: int
    on: date
    text: str = field(repr=False)
    state: IntentionState
    care: Care = "none"
    named: bool = False
    unfinished: int = 0
    settled: date | None = None
    check: date | None = None
    answer: int | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence for the year's review, verbatim from an answer.

    `picked`: 0 when a letter that fitted shows it; chosen by the leader it has a number, a later choice a higher one.
    """

    answer: int
    text: str = field(repr=False)
    picked: int = 0


@dataclass(frozen=True, slots=True)
class Material:
    """Everything one summary may use. `month` is its first day; all dates are local in `zone`.

    `seed` is a number of the leader's own that spreads the wording of the question, such as their id.
    `start` and `end` (the first day after) replace the month for a first look back and for a year.
    `linked_answers` are answers of before that a link of `links` reaches back to.
    `withheld` are prompts of which all words were hidden or withdrawn, or any was flagged: these count nowhere.
    `disputed` are sentences of letters of which the leader said that they do not fit. `until`: the last day so far,
    while the days are not over.
    `swapped` are the dilemmas of which the leader sees pole B first. `hidden` are ids of lines that stay away.
    `others` are questions that no library holds, as these answers were given to them.
    """

    language: Language
    month: date
    zone: str
    seed: int
    asked: tuple[Asked, ...] = ()
    answers: tuple[Written, ...] = ()
    taps: tuple[Tapped, ...] = ()
    earlier_taps: tuple[Tapped, ...] = ()
    positions: tuple[Placed, ...] = ()
    earlier_positions: tuple[Placed, ...] = ()
    intentions: tuple[Intended, ...] = ()
    strained_on: date | None = None
    told: tuple[Told, ...] = ()
    links: tuple[Linked, ...] = ()
    linked_answers: tuple[Written, ...] = ()
    chosen: tuple[Chosen, ...] = ()
    withheld: frozenset[int] = frozenset()
    disputed: Sentences = field(default=(), repr=False)
    until: date | None = None
    swapped: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    others: tuple[Question, ...] = ()
    start: date | None = None
    end: date | None = None


def span(material: Material) -> tuple[date, date]:
    """The first day that counts and the first day after it."""
    first = material.month.replace(day=1)
    return material.start or first, material.end or (first + timedelta(days=31)).replace(day=1)


def quality_of(kind: ItemKind, item: str, library: Library) -> str:
    """The quality that an item counts for: a question's own, "paradox" for a dilemma, a case's first; else ""."""
    if kind == "question" and item in library.questions:
        return library.questions[item].quality
    if kind in ("paradox", "paradox_revisit"):
        return "paradox"
    if kind == "integrity_case" and item in library.cases:
        return next(iter(library.cases[item].qualities), "")
    return ""
