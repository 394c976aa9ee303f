"""The bot's part of an end: of a group's pause, of the group itself, and of keeping it. Nobody loses their words."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dialogues.people import Cohort
from journeys import reviews
from journeys.ports import World
from storage import audit, cohorts, enrolments, errands, invites, leaders
from storage.session import Session


async def due(world: World) -> int:
    """Lift the pauses that are over and close the groups whose last day has passed; how many."""
    now, done = world.clock.now(), 0
    async with world.store.transaction() as session:
        for cohort in await cohorts.running(session):
            if cohort.ends_on is not None and today(cohort, now) > cohort.ends_on:
                await close(world, session, replace(cohort, state="closed", until=None))
                await audit.note(session, "cohort closed", now, cohort=cohort.id)
                done += 1
            elif cohort.state == "paused" and cohort.until is not None and cohort.until <= now:
                await cohorts.keep(session, replace(cohort, state="open", until=None))
                done += 1
    return done


async def close(world: World, session: Session, cohort: Cohort) -> None:
    """Nothing more is asked in the group's programme; everybody hears so, and gets the look back on it."""
    now = world.clock.now()
    await cohorts.keep(session, cohort)
    await invites.revoke(session, cohort.id, world.clock.wall())
    for enrolment in await enrolments.of_cohort(session, cohort.id):
        leader = await leaders.get(session, enrolment.leader)
        await enrolments.keep(session, replace(enrolment, state="ended", next_due_at=None))
        for kind in ("remind", "snooze"):
            await errands.cancel(session, leader.id, kind)
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
