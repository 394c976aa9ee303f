"""A rest of a whole group as it would be, looked at first: what then comes on another day, and what falls away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dialogues.asking import calendar as days
from dialogues.asking import moments, rhythm
from dialogues.model import Text
from dialogues.people import Cohort, Id, ItemKind
from journeys.console import planning
from journeys.console.access import group_for
from journeys.console.ending import today
from journeys.console.running import may_rest
from journeys.console.who import Refused, Who
from journeys.ports import World
from storage import own_questions
from storage.own_questions import OwnQuestion

ONE_DAY = timedelta(days=1)
Rests = Sequence[tuple[datetime, datetime]]


@dataclass(frozen=True, slots=True)
class Shift:
    """What was to come on a local day of the group, and comes on another one; None: not any more."""

    was: date
    becomes: date | None
    kind: ItemKind
    title: str


@dataclass(frozen=True, slots=True)
class Rest:
    """A group that is to rest until a day, at this moment."""

    group: Cohort
    until: date
    now: datetime


async def preview(world: World, who: Who, cohort: Id, until: date) -> tuple[Shift, ...]:
    """What changes by a rest until this day, in order, for who follows the days of the group; nothing is done yet.

    Raises Refused for a day that cannot be, and for the one on which the group goes on already.
    """
    now = world.clock.now()
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "pause cohort")
        rests, asked = await planning.rests_of(session, group), await own_questions.of(session, cohort)
    may_rest(until, today(group, now))
    if group.until and until == moments.local(group.until, group.zone).date():
        raise Refused("same")
    rest = Rest(group, until, now)
    moved = [*_of_programme(world, who, rest, rests), *_own(who, rest, asked)]
    return tuple(sorted(moved, key=lambda one: one.was))


def _of_programme(world: World, who: Who, rest: Rest, rests: Rests) -> Iterator[Shift]:
    begins = next((begins for begins, ends in rests if ends > rest.now), rest.now)
    ends = moments.instant(rest.until, time(0), rest.group.zone) - rhythm.A_SECOND
    rested = [*(one for one in rests if one[1] <= rest.now), (begins, ends)]
    becomes = {one.entry.slot: _on(rest.group, one) for one in _calendar(world, rest, rested)}
    for one in _calendar(world, rest, rests):
        was, on = _on(rest.group, one), becomes.get(one.entry.slot)
        if one.at and was and one.at > rest.now and was != on and one.entry.kind != "programme_end":
            yield Shift(was, on, one.entry.kind, days.title(one.entry, world.library, who.language))


def _calendar(world: World, rest: Rest, rests: Rests) -> tuple[days.Planned, ...]:
    """For who began with the group; where everybody begins at their own time, for who begins today."""
    group = rest.group
    course = days.Course(world.library.programmes[group.programme], rhythm.of_group(group))
    some = [one for one in rests if group.starts_on or one[1] > rest.now]
    return days.rested(course, group.starts_on or today(group, rest.now) + ONE_DAY, some)


def _on(group: Cohort, one: days.Planned) -> date | None:
    """The day of a moment; None for one that would come after the last day of the group."""
    return _within(group, one.at.date()) if one.at else None


def _within(group: Cohort, on: date) -> date | None:
    return on if on <= (group.ends_on or date.max) else None


def _own(who: Who, rest: Rest, asked: Sequence[OwnQuestion]) -> Iterator[Shift]:
    """What a facilitator asks in these days waits for the first working day after them."""
    after = moments.next_working_day(rest.until, rhythm.of_group(rest.group).country)
    for one in asked:
        if one.state == "planned" and one.on_date and today(rest.group, rest.now) <= one.on_date < rest.until:
            title = Text(one.nl, one.en)[who.language]
            yield Shift(one.on_date, _within(rest.group, after), "question", title)
