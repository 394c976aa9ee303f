"""How often a group has a mirror: another period begins when the running one is over, so that none is cut in two."""

from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from dialogues.people import Cohort, Id, MirrorPeriod
from journeys.console import releasing
from journeys.console.access import group_for
from journeys.console.ending import today
from journeys.console.who import Who
from journeys.ports import World
from storage import cohorts, orders, releases
from storage.orders import Order
from storage.releases import Standing
from storage.session import Session

ORDER: Final = "period"
ONE_DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Period:
    """How often a group has a mirror from a day on; `since` None: from the first one on."""

    period: MirrorPeriod
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Covered:
    """What the mirrors of a group go over: the days of the first one, and the last day of all; None without an end."""

    first: date
    last: date
    until: date | None


def covered(group: Cohort, made_at: datetime) -> Covered:
    """What they will go over when a group is made now and nobody changes anything; its end is not before its start."""
    begun = max(today(group, made_at), group.starts_on or date.min)
    ends = group.ends_on if group.ends_on and group.ends_on.year < MAXYEAR else None  # no date is beyond that year
    until = _around(group, made_at, max(begun, ends))[1] if ends else None
    return Covered(*_around(group, made_at, begun), until)


def _around(group: Cohort, made_at: datetime, day: date) -> tuple[date, date]:
    """The first and last days of the period around a day: the first of a group that begins on it."""
    found = releasing.running(Standing(replace(group, starts_on=day, ends_on=None), made_at, None, None), day)
    assert found is not None, "on the day of its beginning a group has a period"
    return found


async def coming(session: Session, group: Cohort) -> Period:
    """What was chosen last; `since` tells from when, while the running period still goes on as it began."""
    order = await orders.newest(session, group.id, ORDER)
    if order is None:
        return Period(group.period)
    return Period(order.data["period"], date.fromisoformat(order.data["after"]) + ONE_DAY)


async def of(world: World, who: Who, cohort: Id) -> Period:
    """The same, for who may change it."""
    async with world.store.transaction() as session:
        return await coming(session, await group_for(session, who, cohort, "edit cohort"))


async def turn(world: World, who: Who, cohort: Id, period: MirrorPeriod) -> Period:
    """From when another period would count, before it is chosen."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "edit cohort")
        last = await _last(world, session, group)
    return Period(period, last and last + ONE_DAY)


async def choose(world: World, session: Session, who: Who, group: Cohort, period: MirrorPeriod) -> Cohort:
    """The group as it is from now on; what counts later is an order to the bot."""
    last, now = await _last(world, session, group), world.clock.now()
    if last is None:
        return replace(group, period=period)
    told = {"period": period, "after": last.isoformat()}
    over = releasing.end_of(last, ZoneInfo(group.zone))
    await orders.put(session, group.id, ORDER, told, who.member, now, over)
    return group


async def _last(world: World, session: Session, group: Cohort) -> date | None:
    """The last day of the period that runs."""
    for standing in await releases.standings(session, group.id):
        if (days := releasing.running(standing, today(group, world.clock.now()))) is not None:
            return days[1]
    return None


async def carry(world: World, session: Session, order: Order, cohort: Cohort) -> None:
    """The bot's part: the period changes once the one that ran has its mirror, however late that is."""
    after, now = date.fromisoformat(order.data["after"]), world.clock.now()
    for standing in await releases.standings(session, cohort.id):
        if standing.mirror is not None and standing.mirror >= after:
            await cohorts.keep(session, replace(cohort, period=order.data["period"]))
        else:
            await orders.put(session, cohort.id, ORDER, order.data, order.made_by, now, now + HOUR)
