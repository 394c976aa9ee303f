"""The calendar of a group as it really runs: with its rests, its own questions, and up to its last day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from dialogues.asking import calendar as days
from dialogues.asking import moments, rhythm
from dialogues.asking.slots import Entry
from dialogues.asking.weeks import monday_of
from dialogues.model import Library, Text
from dialogues.moves.answers import given
from dialogues.people import Cohort, Id, ItemKind
from journeys.console import question_days
from journeys.console.access import group_for
from journeys.console.ending import today
from journeys.console.running import may_end
from journeys.console.who import Who
from journeys.permissions import may
from journeys.ports import World
from storage import audit, own_questions
from storage.own_questions import OwnQuestion
from storage.session import Session

ONE_DAY = timedelta(days=1)
MANY = 1000  # deeds in the trail of one group
Rests = Sequence[tuple[datetime, datetime]]


@dataclass(frozen=True, slots=True)
class Planned:
    """A prompt on the calendar of a group, in the programme's `week`, at a local date and time.

    `question`: the number of one that a facilitator asks; its title is "" for who may not read it yet. `slot`: that of
    the programme.
    """

    on: date
    at: time
    week: int
    kind: ItemKind | Literal["own_question"]
    title: str
    question: Id = 0
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the calendar of a group is made of beside its programme: when it rested, and what its facilitator asks."""

    rests: Rests
    asked: Sequence[OwnQuestion]


@dataclass(frozen=True, slots=True)
class Course:
    """The programme of a group for who begins on the `first` day: its entries at their local moments, in order."""

    group: Cohort
    first: date
    moments: tuple[tuple[Entry, datetime], ...]

    @property
    def last(self) -> date:
        """The day on which it asks for the last time."""
        return max((at.date() for _, at in self.moments), default=self.first)


def course(library: Library, group: Cohort, first: date, rests: Rests) -> Course:
    """The programme as it comes with these rests, with the question how it was."""
    programme = days.Course(library.programmes[group.programme], rhythm.of_group(group))
    planned = days.rested(programme, first, rests)
    return Course(group, first, tuple((one.entry, one.at) for one in planned if one.at is not None))


async def calendar(world: World, who: Who, cohort: Id) -> tuple[Planned, ...]:
    """Every prompt for who joined in time and changes nothing, in order; without a start for who joins today."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "see overview")
        beside = await beside_of(session, group)
    return every(world, who, group, beside)


async def beside_of(session: Session, group: Cohort) -> Beside:
    """How a group stands now."""
    return Beside(await rests_of(session, group), await own_questions.of(session, group.id))


def every(world: World, who: Who, group: Cohort, beside: Beside) -> tuple[Planned, ...]:
    """Every prompt of a group, also of one as it would be, in order."""
    now, rests = world.clock.now(), beside.rests
    if group.starts_on is None:
        rests = [(begins, ends) for begins, ends in rests if ends > now]
    runs = course(world.library, group, group.starts_on or today(group, now) + ONE_DAY, rests)
    reads = may(who.roles, "edit cohort", group.organisation or 0, group.id)
    own = [_given(runs, question, on, reads=reads) for question in beside.asked if (on := _comes(runs, question, now))]
    planned = sorted((*_programme(runs, world.library), *own), key=lambda one: (one.on, one.at))
    return tuple(one for one in planned if one.on <= (group.ends_on or date.max))


def _programme(runs: Course, library: Library) -> Iterator[Planned]:
    for entry, at in runs.moments:
        if entry.kind != "programme_end":
            title = days.title(entry, library, runs.group.language)
            yield Planned(at.date(), at.time(), entry.week, entry.kind, title, slot=entry.slot)


def _comes(runs: Course, question: OwnQuestion, now: datetime) -> date | None:
    """The day on which a facilitator's own question comes; None for one that does not, as after the programme."""
    if question.on_date is None or question.state not in ("planned", "asked"):
        return None
    taken = {at.date() for _, at in runs.moments}
    on = question_days.comes_on(runs.group, now, question.on_date, taken)
    return on if on is not None and runs.first <= on < runs.last else None


def _given(runs: Course, question: OwnQuestion, on: date, *, reads: bool) -> Planned:
    """It stands in the week of the programme in which it comes, without its words for who only looks."""
    at = moments.local(given.hour_on(on, rhythm.of_group(runs.group)), runs.group.zone).time()
    before = [entry.week for entry, when in runs.moments if monday_of(when.date()) <= on]
    title = Text(question.nl, question.en)[runs.group.language] if reads else ""
    return Planned(on, at, max(before, default=1), "own_question", title, question.id)


async def falls_away(world: World, who: Who, cohort: Id, ends_on: date) -> tuple[Planned, ...]:
    """What would not be asked any more with this last day. Raises Refused for one that cannot be."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "extend cohort")
    may_end(group, ends_on, today(group, world.clock.now()))
    return tuple(one for one in await calendar(world, who, cohort) if one.on > ends_on)


async def rests_of(session: Session, group: Cohort) -> list[tuple[datetime, datetime]]:
    """From when and up to when the group rested, oldest first, as the trail tells."""
    found: list[tuple[datetime, datetime]] = []
    for deed in reversed(await audit.of_cohort(session, group.id, MANY)):
        running = bool(found) and found[-1][1] > deed.at
        begins = found.pop()[0] if running and deed.event in ("cohort paused", "cohort resumed") else deed.at
        if deed.event == "cohort paused":
            until = moments.instant(date.fromisoformat(str(deed.detail["until"])), time(0), group.zone)
            found.append((begins, until - rhythm.A_SECOND))
        elif deed.event == "cohort resumed" and running:
            found.append((begins, deed.at))
    return found
