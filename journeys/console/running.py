"""Running a group: it rests and goes on, ends later, is closed, put away and deleted. The bot gets its orders."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from dialogues.asking import moments
from dialogues.people import Cohort, Id
from dialogues.wishes.founding import FARTHEST_END
from journeys.console.access import group_for
from journeys.console.ending import today
from journeys.console.who import Refused, Who
from journeys.permissions import Act
from journeys.ports import World
from storage import audit, cohorts, invites, orders
from storage.session import Session

LONGEST_REST = timedelta(days=183)  # half a year


async def pause(world: World, who: Who, cohort: Id, until: date) -> None:
    """Nobody in the group is asked anything until this day; everybody keeps their place. Another day moves its end."""
    async with world.store.transaction() as session:
        group = await held(session, who, cohort, "pause cohort")
        may_rest(until, today(group, world.clock.now()))
        rests = replace(group, state="paused", until=moments.instant(until, time(0), group.zone))
        if rests == group:  # it was said twice
            return
        await cohorts.keep(session, rests)
        await _order(world, session, rests, "pause", who)
        await did(world, session, rests, who, "cohort paused", until=until.isoformat())


def may_rest(until: date, now: date) -> None:
    """Raises Refused for a day to go on that is not to come, or is more than half a year ahead."""
    if until <= now:
        raise Refused("past")
    if until > now + LONGEST_REST:
        raise Refused("rest_long")


async def go_on(world: World, who: Who, cohort: Id) -> None:
    """The group goes on before the pause is over. Refused when there is none."""
    async with world.store.transaction() as session:
        group = await held(session, who, cohort, "pause cohort")
        if group.state != "paused" or group.until is None:
            raise Refused("no_pause")
        runs = replace(group, state="open", until=None)
        await cohorts.keep(session, runs)
        await _order(world, session, runs, "go on", who, until=round(group.until.timestamp()))
        await did(world, session, runs, who, "cohort resumed")


async def extend(world: World, who: Who, cohort: Id, ends_on: date) -> None:
    """The last day of the group: any other one that is to come, also sooner than it was."""
    async with world.store.transaction() as session:
        group = await held(session, who, cohort, "extend cohort")
        may_end(group, ends_on, today(group, world.clock.now()))
        await cohorts.keep(session, replace(group, ends_on=ends_on))
        await did(world, session, group, who, "cohort extended", ends_on=ends_on.isoformat())


def may_end(group: Cohort, ends_on: date, now: date) -> None:
    """Raises Refused for a last day that is not to come, is more than four years ahead, or that it has already."""
    if ends_on <= max(group.starts_on or date.min, now):
        raise Refused("earlier")
    if ends_on > now + FARTHEST_END:
        raise Refused("end_far")
    if ends_on == group.ends_on:
        raise Refused("same")


async def close(world: World, who: Who, cohort: Id) -> None:
    """Nothing more is asked in the group's programme, and no invite works any more; this cannot be undone."""
    async with world.store.transaction() as session:
        closed = await _closed(world, session, await held(session, who, cohort, "close cohort"))
        await _order(world, session, closed, "close", who)
        await did(world, session, closed, who, "cohort closed")


async def archive(world: World, who: Who, cohort: Id) -> None:
    """Out of the list, for a group that was closed; its pages stay where they are."""
    async with world.store.transaction() as session:
        group = await held(session, who, cohort, "archive cohort")
        if group.state != "closed":
            raise Refused("not_closed")
        await cohorts.keep(session, replace(group, state="archived"))
        await did(world, session, group, who, "cohort archived")


async def delete(world: World, who: Who, cohort: Id, typed: str) -> None:
    """Delete the group with its figures, notices and trail, now; `typed` is its name. Words stay with their writers."""
    async with world.store.transaction() as session:
        group = await held(session, who, cohort, "delete cohort")
        if typed.strip() != group.name:
            raise Refused("typed")
        closed = replace(await _closed(world, session, group), state="archived")
        await cohorts.keep(session, closed)
        await _order(world, session, closed, "delete", who)
        deed = audit.Deed("cohort deleted", who.member, group.organisation or 0)
        await audit.did(session, deed, world.clock.now())


async def held(session: Session, who: Who, cohort: Id, act: Act) -> Cohort:
    """The group for an act on it, kept for this transaction."""
    await group_for(session, who, cohort, act)
    return await cohorts.get(session, cohort, held=True)


async def did(world: World, session: Session, cohort: Cohort, who: Who, event: str, **detail: Any) -> None:
    """Note in the trail what was done to a group."""
    deed = audit.Deed(event, who.member, cohort.organisation or 0, cohort.id, detail)
    await audit.did(session, deed, world.clock.now())


async def _closed(world: World, session: Session, group: Cohort) -> Cohort:
    ends = min(group.ends_on or date.max, today(group, world.clock.now()))
    closed = replace(group, state="closed", until=None, ends_on=ends)
    await cohorts.keep(session, closed)
    await invites.revoke(session, group.id, world.clock.wall())
    return closed


async def _order(world: World, session: Session, cohort: Cohort, kind: str, who: Who, **data: Any) -> None:
    await orders.put(session, cohort.id, kind, data, who.member, world.clock.now())
