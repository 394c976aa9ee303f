"""Which item is asked: a programme's entry as it suits this leader now, or one of the library on request.

Everything is chosen by the order of the files and by what was used, never by chance, so that a choice can be explained.
`used` holds the ids of what this leader was asked before; `answered` is how many prompts they answered.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from dialogues.asking.slots import Entry
from dialogues.model import Dilemma, IntegrityCase, Library, Programme, Pulse, Question
from dialogues.people import ItemKind

DEEPEST, SHALLOWER = 3, 2
DEEP_AFTER = 6  # answered prompts, before the first question of depth 3
WITH_EVERY_TOUCH = ("mood", "energy_now")  # pulses that go with a question, so never on a Friday of their own


class _Item(Protocol):
    @property
    def id(self) -> str: ...


_AnItem = TypeVar("_AnItem", bound=_Item)


@dataclass(frozen=True, slots=True)
class Picked:
    """What is asked: the kind may differ from the entry's (a pulse where there is no dilemma to return to)."""

    kind: ItemKind
    item: str
    version: str


def item_for(  # noqa: PLR0913  (all that a choice rests on)
    entry: Entry,
    library: Library,
    used: Collection[str],
    answered: int,
    positions: Mapping[str, datetime],
    ahead: Collection[str] = (),
) -> Picked:
    """What an entry comes to. `positions`: when the leader last took a position, by dilemma, old enough to return to.

    A question that is too deep yet, or that was used, makes way for another of the same quality while there is one; a
    used dilemma or case for the first unused one. What the programme still has `ahead` takes nobody's place: rather a
    question comes again than that all that follow shift. Raises KeyError for an item that the library does not hold.
    """
    match entry.kind:
        case "question":
            return _as("question", _suited(library.questions[entry.item], library, {*used, *ahead}, answered))
        case "paradox":
            return _as("paradox", _fresh(library.dilemmas, entry.item, used))
        case "integrity_case":
            return _as("integrity_case", _fresh(library.cases, entry.item, used))
        case "paradox_revisit" if known := [one for one in library.dilemmas.values() if one.id in positions]:
            return _as("paradox_revisit", min(known, key=lambda one: positions[one.id]))
        case "paradox_revisit" | "pulse":
            return _as("pulse", _of_friday(entry, library))
        case _:
            return Picked(entry.kind, entry.item, library.programmes[entry.item].version)


def _as(kind: ItemKind, item: Question | Dilemma | IntegrityCase | Pulse) -> Picked:
    return Picked(kind, item.id, item.version)


def _fresh(items: Mapping[str, _AnItem], listed: str, used: Collection[str]) -> _AnItem:
    return items[listed] if listed not in used else _first_unused(items.values(), used) or items[listed]


def _first_unused(items: Iterable[_AnItem], used: Collection[str]) -> _AnItem | None:
    return next((item for item in items if item.id not in used), None)


def _of_friday(entry: Entry, library: Library) -> Pulse:
    """The Friday pulses in turn, also when a rhythm asks only some of them."""
    pulses = [pulse for pulse in library.pulses.values() if pulse.name not in WITH_EVERY_TOUCH]
    return pulses[min(entry.week - 1, entry.calendar_week) % len(pulses)]


def _deepest(answered: int, *, low_energy: bool = False) -> int:
    return DEEPEST if answered >= DEEP_AFTER and not low_energy else SHALLOWER


def _suited(listed: Question, library: Library, taken: Collection[str], answered: int) -> Question:
    limit = _deepest(answered)
    if listed.depth <= limit and listed.id not in taken:
        return listed
    akin = _akin(listed, library, limit)
    again = listed if listed.depth <= limit else next(iter(akin), listed)
    return _first_unused(akin, taken) or again


def _akin(question: Question, library: Library, limit: int) -> list[Question]:
    """The other questions of the same quality, nearest in depth first."""
    wanted = min(question.depth, limit)
    same = (other for other in library.questions.values() if other.quality == question.quality and other != question)
    return sorted((other for other in same if other.depth <= limit), key=lambda other: abs(other.depth - wanted))


def first(library: Library, programme: Programme, used: Collection[str]) -> Question:
    """A small question to begin with at once: noticing, open, not sensitive, and not one that the programme asks soon.

    Of questions that the programme does ask, the one that is furthest away. Used ones only when nothing is left.
    Raises ValueError when the library has no such question at all.
    """
    week_of = {touch.item: week.number for week in programme.weeks for touch in week.touches}
    far = len(programme.weeks) + 1
    small = [one for one in library.questions.values() if one.depth == 1 and one.kind == "open" and not one.sensitive]
    return max(small, key=lambda one: (one.id not in used, week_of.get(one.id, far)))


def question(
    library: Library, used: Collection[str], answered: int, quality_counts: Mapping[str, int], after_low_energy: bool
) -> Question | None:
    """An unused question on request, of the quality that was touched least; None when all that suit were used.

    `quality_counts`: how often each quality was touched, by its id; one that is absent counts as never.
    """
    limit = _deepest(answered, low_energy=after_low_energy)
    suited = (one for one in library.questions.values() if one.depth <= limit and one.id not in used)
    order = {quality.id: (quality_counts.get(quality.id, 0), quality.order) for quality in library.qualities.values()}
    return min(suited, key=lambda one: (order[one.quality], one.depth), default=None)


def another(question: Question, library: Library, used: Collection[str], answered: int) -> Question | None:
    """Another unused question of the same quality, nearest in depth; None when there is none left."""
    return _first_unused(_akin(question, library, _deepest(answered)), used)


def dilemma(library: Library, used: Collection[str]) -> Dilemma | None:
    """The first dilemma that was not used; None when all were."""
    return _first_unused(library.dilemmas.values(), used)
