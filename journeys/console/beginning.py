"""Another first day for a group that has not begun: looked at first, with all that it moves, and then done as seen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from hashlib import sha256
from itertools import takewhile
from typing import Final, Literal

from dialogues.asking import moments, phrases, rhythm
from dialogues.people import Cohort, Id, ItemKind
from journeys.console import planning, posing, releasing
from journeys.console.access import group_for
from journeys.console.ending import today
from journeys.console.planning import Planned
from journeys.console.running import did, held
from journeys.console.who import Refused, Who
from journeys.permissions import Act
from journeys.ports import World
from storage import cohorts, orders, own_questions, releases
from storage.own_questions import OwnQuestion
from storage.session import Session

ORDER: Final = "start"
ACT: Act = "move start"
FARTHEST = timedelta(days=731)  # that a start may be ahead
ONE_DAY = timedelta(days=1)
EARLIEST: Final = timezone(timedelta(hours=14))  # where a day begins first


@dataclass(frozen=True, slots=True)
class Wanted:
    """The first day that a group is to have; `along`: does its last day, if it has one, move by as many days?"""

    starts_on: date
    along: bool = True


@dataclass(frozen=True, slots=True)
class Move:
    """Something on the calendar: its local day as it was and as it becomes; None: it did not come, or does not."""

    was: date | None
    becomes: date | None
    kind: ItemKind | Literal["own_question"]
    title: str


@dataclass(frozen=True, slots=True)
class Look:
    """What another first day comes to: the group before and after, each day that changes, and what stays as it was.

    `began`, `first`: what its programme asked first, and then does. `stays`: questions of a facilitator on their own
    day. `mirrors`: the first and last day of all its periods, before and after. `mark`: the same for the same look
    alone.
    """

    was: Cohort
    becomes: Cohort
    began: Planned | None
    first: Planned | None
    moves: tuple[Move, ...]
    stays: tuple[Planned, ...]
    mirrors: tuple[tuple[date, date], tuple[date, date]]

    @property
    def told(self) -> bool:
        """Is there a message for who follows the days of the group: is something asked first at another moment?"""
        was = self.began and (self.began.on, self.began.at)
        return self.first is not None and was != (self.first.on, self.first.at)

    @property
    def mark(self) -> str:
        """Whether it is still the same when it is done."""
        told = (self.was, self.becomes, self.first, self.moves, self.stays, self.mirrors)
        return sha256(repr(told).encode()).hexdigest()[:16]


def has_begun(starts_on: date | None, now: date) -> bool:
    """Is the first day there, or is there none, since each begins on joining?"""
    return starts_on is None or starts_on <= now


def dawns(starts_on: date | None, now: datetime) -> bool:
    """Is it the first day somewhere on earth? Who takes part there may have the first question already."""
    return starts_on is None or starts_on <= now.astimezone(EARLIEST).date()


async def preview(world: World, who: Who, cohort: Id, wanted: Wanted) -> Look:
    """What would change, for who joins in time and follows the days of the group; nothing is done yet."""
    async with world.store.transaction() as session:
        return await _look(world, session, who, await group_for(session, who, cohort, ACT), wanted)


async def move(  # noqa: PLR0913 - what, as it was seen, and once
    world: World, who: Who, cohort: Id, wanted: Wanted, mark: str, number: Id | None = None
) -> date:
    """Begin on that day, once under one `number`; the bot tells who has joined. Returns the day as it is then.

    `mark`: of what was looked at. Raises Refused, also when that would be something else by now.
    """
    async with world.store.transaction() as session:
        group, now = await held(session, who, cohort, ACT), world.clock.now()
        if number is not None and await orders.has(session, number):  # it was pressed twice
            return group.starts_on or now.date()
        look = await _look(world, session, who, group, wanted)
        if look.mark != mark:
            raise Refused("start_meanwhile")
        await cohorts.keep(session, look.becomes)
        for one in _waiting(look.becomes, await own_questions.of(session, cohort)):
            await own_questions.keep(session, one)
            await orders.put(session, cohort, posing.PLAN, {"question": one.id}, who.member, now)
        await orders.put(session, cohort, ORDER, {}, who.member, now, number=number)
        await did(world, session, look.becomes, who, "cohort start moved", **_told(look))
        return wanted.starts_on


async def _look(world: World, session: Session, who: Who, group: Cohort, wanted: Wanted) -> Look:
    becomes = _sound(world, who, group, wanted)
    beside = await planning.beside_of(session, group)
    then = replace(beside, asked=_moved(becomes, beside.asked))
    before, after = planning.every(world, who, group, beside), planning.every(world, who, becomes, then)
    spans = await _mirrors(session, group, before), await _mirrors(session, becomes, after)
    same = {one.question: one.on for one in before if one.question}
    stays = tuple(one for one in after if one.question and same.get(one.question) == one.on)
    began, first = (next((one for one in planned if one.slot), None) for planned in (before, after))
    return Look(group, becomes, began, first, tuple(_moves(_known(before), _known(after))), stays, spans)


def _sound(world: World, who: Who, group: Cohort, wanted: Wanted) -> Cohort:
    """The group as it would be. Raises Refused for one that has begun, and for a day that cannot be or is the same."""
    now, on = today(group, world.clock.now()), wanted.starts_on
    if group.starts_on is None:
        raise Refused("no_start")
    if has_begun(group.starts_on, now):
        raise Refused("begun", day=phrases.full_day(group.starts_on, who.language))
    if dawns(group.starts_on, world.clock.now()):
        raise Refused("dawns", day=phrases.full_day(group.starts_on, who.language))
    if on <= now:
        raise Refused("past")
    if on > now + FARTHEST:
        raise Refused("start_far")
    if on == group.starts_on:
        raise Refused("same")
    ends = group.ends_on and _later(group.ends_on, on - group.starts_on if wanted.along else timedelta())
    if ends is not None and ends <= on:
        raise Refused("start_ends", day=phrases.full_day(ends, who.language))
    return replace(group, starts_on=on, ends_on=ends)


def _later(day: date, by: timedelta) -> date:
    """So many days later, or sooner; a day beyond all years, as could once be chosen, stays."""
    return day if day.year >= releasing.LAST_YEAR else day + by


def _waiting(group: Cohort, asked: Sequence[OwnQuestion]) -> Iterator[OwnQuestion]:
    """What a facilitator planned for a day before the group begins waits for its first working day."""
    assert group.starts_on is not None, "it has a first day"
    first = moments.next_working_day(group.starts_on, rhythm.of_group(group).country)
    for one in asked:
        if one.state == "planned" and one.on_date is not None and one.on_date < group.starts_on:
            yield replace(one, on_date=first)


def _moved(group: Cohort, asked: Sequence[OwnQuestion]) -> list[OwnQuestion]:
    waiting = {one.id: one for one in _waiting(group, asked)}
    return [waiting.get(one.id, one) for one in asked]


def _known(planned: Sequence[Planned]) -> Mapping[str | Id, Planned]:
    return {one.question or one.slot: one for one in planned}


def _moves(before: Mapping[str | Id, Planned], after: Mapping[str | Id, Planned]) -> Iterator[Move]:
    """What comes on another day, not any more, or now it does, in the order of coming."""
    found = [_as_move(before.get(key), after.get(key)) for key in dict.fromkeys((*before, *after))]
    yield from sorted((one for one in found if one.was != one.becomes), key=_first)


def _first(one: Move) -> date:
    return one.becomes or one.was or date.max


def _as_move(was: Planned | None, becomes: Planned | None) -> Move:
    shown = becomes or was
    assert shown is not None, "it stands in one of them"
    return Move(was.on if was else None, becomes.on if becomes else None, shown.kind, shown.title)


async def _mirrors(session: Session, group: Cohort, planned: Sequence[Planned]) -> tuple[date, date]:
    """The first day of its first mirror and the last day of the last: up to its end, or as far as its calendar goes."""
    (standing,) = await releases.standings(session, group.id)
    last = group.ends_on or max((one.on for one in planned), default=group.starts_on or date.min)
    every = releasing.periods(replace(standing, cohort=group))
    found = list(takewhile(lambda days: days[0] <= last, every))
    return found[0][0], found[-1][1]


def _told(look: Look) -> dict[str, str]:
    """What the trail keeps of it."""
    days = {"was": look.was.starts_on, "starts_on": look.becomes.starts_on, "ends_on": look.becomes.ends_on}
    if look.was.ends_on != look.becomes.ends_on:
        days["ended_on"] = look.was.ends_on
    waits = [one.becomes for one in look.moves if one.kind == "own_question" and one.was and one.becomes]
    days["waits_for"] = min(waits, default=None)
    return {name: day.isoformat() for name, day in days.items() if day is not None}
