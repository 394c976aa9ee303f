"""One leader's month as it comes in: frozen values, each with the id of what it rests on and its local date."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, TypeVar

from dialogues.model import Language, Library, Marker
from dialogues.people import Care, IntentionState, ItemKind, Part

Measure = Literal["mood", "energy"]
MEASURES: tuple[Measure, ...] = ("mood", "energy")
QUESTIONS: tuple[ItemKind, ...] = ("question", "paradox", "integrity_case", "paradox_revisit")
SAFE: tuple[Care, ...] = ("none", "strain")
V = TypeVar("V", "Asked", "Written", "Tapped", "Placed", "Intended")


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
    """One part of an answer, or a loose thought (`prompt` is None); `markers` are those recognised or corrected."""

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


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap on mood (PU-05) or energy (PU-06), 1..5; `prompt` is the touch it followed."""

    id: int
    on: date
    measure: Measure
    value: int
    prompt: int | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A tapped position 1..7 on a dilemma, not swapped; `prompt` is the touch it belongs to.

    Of several taps in one touch only the last counts: the leader moved to it.
    """

    id: int
    on: date
    dilemma: str
    position: int
    prompt: int | None = None


@dataclass(frozen=True, slots=True)
class Intended:
    """An intention noted or looked back on this month, with what became of it."""

    id: int
    on: date
    text: str = field(repr=False)
    state: IntentionState
    care: Care = "none"
    named: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """Everything one summary may use. `month` is its first day; all dates are local in `zone`.

    `seed` is a number of the leader's own that spreads the wording of the question, such as their id.
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


def quality_of(kind: ItemKind, item: str, library: Library) -> str:
    """The quality that an item counts for: a question's own, "paradox" for a dilemma, a case's first; else ""."""
    if kind == "question" and item in library.questions:
        return library.questions[item].quality
    if kind in ("paradox", "paradox_revisit"):
        return "paradox"
    if kind == "integrity_case" and item in library.cases:
        return next(iter(library.cases[item].qualities), "")
    return ""


def usable(material: Material) -> Material:
    """The same month in one fixed order, without what lies outside it and without any touch a safety rule flagged."""
    month = (material.month.year, material.month.month)
    flagged = {w.prompt for w in material.answers if w.care not in SAFE} - {None}

    def within(on: date, prompt: int | None) -> bool:
        return (on.year, on.month) == month and prompt not in flagged

    def before(on: date) -> bool:
        return on < material.month

    return replace(
        material,
        asked=_ordered(a for a in material.asked if within(a.on, a.id) and a.kind in QUESTIONS),
        answers=_ordered(w for w in material.answers if within(w.on, w.prompt) and w.care in SAFE and w.text.strip()),
        taps=_ordered(t for t in material.taps if within(t.on, t.prompt)),
        earlier_taps=_ordered(t for t in material.earlier_taps if before(t.on)),
        positions=_settled(p for p in material.positions if within(p.on, p.prompt)),
        earlier_positions=_settled(p for p in material.earlier_positions if before(p.on)),
        intentions=_ordered(i for i in material.intentions if i.care in SAFE),
    )


def touches(material: Material) -> list[list[Written]]:
    """The parts of each answer together; a loose thought stands alone."""
    together: dict[tuple[str, int], list[Written]] = defaultdict(list)
    for part in material.answers:
        together[("thought", part.id) if part.prompt is None else ("prompt", part.prompt)].append(part)
    return list(together.values())


def _settled(positions: Iterable[Placed]) -> tuple[Placed, ...]:
    last = {(placed.prompt, placed.prompt is None and placed.id): placed for placed in _ordered(positions)}
    return _ordered(last.values())


def _ordered(values: Iterable[V]) -> tuple[V, ...]:
    return tuple(sorted(values, key=lambda value: (value.on, value.id)))
