"""The bot's part: weeks and periods that have closed are counted and kept, each once, however often this is tried."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import takewhile
from typing import cast
from zoneinfo import ZoneInfo

from dialogues.asking.weeks import monday_of
from dialogues.people import Cohort, MirrorPeriod
from journeys import severally
from journeys.console import announcing, gathering
from journeys.ports import World
from storage import releases
from storage.releases import Standing
from storage.session import Session
from summaries.cohort import mirror, participation
from summaries.cohort.facts import Mirror, Release, as_json, from_json
from summaries.cohort.participation import Group

MONTHS = {"month": 1, "quarter": 3}
ONE_DAY = timedelta(days=1)
LAST_YEAR = 9990  # beyond it there is no room to reckon with days


async def due(world: World, trouble: list[Exception]) -> int:
    """Release all that is due now; how many. What goes wrong with one group is added to `trouble`."""
    async with world.store.transaction() as session:
        standings = await releases.standings(session)
    return await severally.each(standings, partial(_of_group, world), trouble)


async def _of_group(world: World, standing: Standing) -> int:
    """The weeks first, since who is counted in a mirror follows from them; each in a transaction of its own."""
    now, done = world.clock.now(), 0
    for week in weeks_due(standing, now):
        async with world.store.transaction() as session:
            done += await _week(session, standing, week, now)
    for days in periods_due(standing, now):
        async with world.store.transaction() as session:
            done += await _mirror(world, session, standing, days)
    return done


def group_of(standing: Standing) -> Group:
    """The group as its figures count it: from the week in which it was made, or begins if that is later."""
    return Group(monday_of(_begun(standing)), ZoneInfo(standing.cohort.zone))


def weeks_due(standing: Standing, now: datetime) -> Iterator[date]:
    """The Mondays of the weeks that have closed and are not released yet, oldest first; none after the end."""
    group, last = group_of(standing), standing.cohort.ends_on or date.max
    week = standing.week + participation.WEEK if standing.week else group.first
    while week <= last and participation.closes(week, group.zone) <= now:
        yield week
        week += participation.WEEK


def periods_due(standing: Standing, now: datetime) -> Iterator[tuple[date, date]]:
    """The first and last days of the periods that have closed and have no mirror yet, oldest first."""
    zone = ZoneInfo(standing.cohort.zone)
    return takewhile(lambda days: end_of(days[1], zone) <= now, periods(standing))


def running(standing: Standing, today: date) -> tuple[date, date] | None:
    """The first and last days of the period that a day falls in; None before the first one, and after the end."""
    found = next((days for days in periods(standing) if days[1] >= today), None)
    return found if found and _begun(standing) <= today else None


def periods(standing: Standing) -> Iterator[tuple[date, date]]:
    """Every period from the first without a mirror on, as far as the group goes."""
    cohort = standing.cohort
    begins = standing.mirror + ONE_DAY if standing.mirror else _first_day(_begun(standing), cohort.period)
    while begins <= (cohort.ends_on or date.max) and begins.year < LAST_YEAR:
        ends = _last_day(begins, cohort.period)
        yield begins, ends
        begins = ends + ONE_DAY


def _begun(standing: Standing) -> date:
    """The first day on which anybody could be there; its Monday may lie in a period before."""
    made = standing.created_at.astimezone(ZoneInfo(standing.cohort.zone)).date()
    return max(made, standing.cohort.starts_on or made)


def _first_day(day: date, period: MirrorPeriod) -> date:
    months = MONTHS[period]
    return day.replace(month=(day.month - 1) // months * months + 1, day=1)


def _last_day(day: date, period: MirrorPeriod) -> date:
    first, months = _first_day(day, period), MONTHS[period]
    beyond = first.month + months - 1
    return date(first.year + beyond // 12, beyond % 12 + 1, 1) - ONE_DAY


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The moment at which a local day is over."""
    return datetime.combine(day + ONE_DAY, datetime.min.time(), zone)


async def _week(session: Session, standing: Standing, week: date, now: datetime) -> bool:
    """Count one week and keep it; False when it had been released meanwhile."""
    cohort, before = standing.cohort, await _weeks(session, standing.cohort)
    people, sent = await gathering.joined(session, cohort), await gathering.sent(session, cohort, week)
    drawing = replace(group_of(standing), secret=session.vault.token(f"line:{cohort.id}"))
    made = participation.release(drawing, week, people, sent, before)
    days = (week, week + participation.WEEK - ONE_DAY)
    return await releases.keep(session, cohort.id, "week", days, as_json(made), now)


async def _mirror(world: World, session: Session, standing: Standing, days: tuple[date, date]) -> bool:
    """Make one mirror and keep it; who is counted follows from the weeks that were released when its period closed."""
    cohort, zone = standing.cohort, ZoneInfo(standing.cohort.zone)
    closed = end_of(days[1], zone)
    weeks = [one for one in await _weeks(session, cohort) if participation.closes(one.week, zone) <= closed]
    period = await gathering.period(session, cohort, world.library, days, weeks)
    before = [cast("Mirror", from_json(one.facts)) for one in await releases.of(session, cohort.id, "mirror")]
    made = mirror.mirror(period, before)
    done = await releases.keep(session, cohort.id, "mirror", days, as_json(made), world.clock.now())
    if done and made.tells:
        await announcing.plan(world, session, cohort, days)
    return done


async def _weeks(session: Session, cohort: Cohort) -> list[Release]:
    return [cast("Release", from_json(one.facts)) for one in await releases.of(session, cohort.id, "week")]
