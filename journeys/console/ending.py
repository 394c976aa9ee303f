"""The bot's part of an end: of a group's pause, of the group itself, and of keeping it. Nobody loses their words."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from dialogues.people import CLOSED, Cohort, Id
from journeys import enrolling, reviews, severally
from journeys.ports import World
from storage import audit, cohorts, enrolments, errands, invites, leaders
from storage.faults import NotFound
from storage.session import Session


async def due(world: World, trouble: list[Exception]) -> int:
    """Lift the pauses that are over and close the groups whose last day has passed; how many.

    What goes wrong with one group is added to `trouble`.
    """
    now = world.clock.now()
    async with world.store.transaction() as session:
        found = [one.id for one in await cohorts.running(session) if _over(one, now) or _rested(one, now)]
    return await severally.each(found, partial(_of_group, world), trouble)


async def _of_group(world: World, number: Id) -> int:
    """What has ended of one group; nothing when somebody saw to it meanwhile."""
    now = world.clock.now()
    async with world.store.transaction() as session:
        try:
            cohort = await cohorts.get(session, number, held=True)
        except NotFound:
            return 0
        if _over(cohort, now):
            await close(world, session, replace(cohort, state="closed", until=None))
            await audit.note(session, "cohort closed", now, cohort=number)
            return 1
        if _rested(cohort, now):
            await cohorts.keep(session, replace(cohort, state="open", until=None))
            return 1
    return 0


def _over(cohort: Cohort, now: datetime) -> bool:
    return cohort.state not in CLOSED and cohort.ends_on is not None and today(cohort, now) > cohort.ends_on


def _rested(cohort: Cohort, now: datetime) -> bool:
    return cohort.state == "paused" and cohort.until is not None and cohort.until <= now


async def close(world: World, session: Session, cohort: Cohort) -> None:
    """Nothing more is asked in the group's programme; everybody hears so, and gets the look back on it."""
    now = world.clock.now()
    await cohorts.keep(session, cohort)
    await invites.revoke(session, cohort.id, world.clock.wall())
    for enrolment in await enrolments.of_cohort(session, cohort.id):
        leader = await leaders.get(session, enrolment.leader)
        await enrolments.keep(session, replace(enrolment, state="ended", next_due_at=None))
        await enrolling.hush(session, enrolment)
        await errands.plan(session, leader.id, "group_closed", f"group_closed:{cohort.id}", now, cohort.id)
        await reviews.close(session, leader, now)


async def forget(session: Session, now: datetime) -> int:
    """Delete the groups that were kept long enough after their end; how many."""
    gone = [one for one in await cohorts.over(session) if today(one, now) >= kept_until(one)]
    for cohort in gone:
        await cohorts.erase(session, cohort.id)
        await audit.note(session, "cohort deleted", now)
    return len(gone)


def today(cohort: Cohort, now: datetime) -> date:
    """The date where the group is."""
    return now.astimezone(ZoneInfo(cohort.zone)).date()


def kept_until(cohort: Cohort) -> date:
    """The day on which a group that ended is deleted."""
    assert cohort.ends_on is not None, "closing a group gives it an end"
    months = cohort.ends_on.month - 1 + cohort.retention_months
    return date(cohort.ends_on.year + months // 12, months % 12 + 1, min(cohort.ends_on.day, 28))
