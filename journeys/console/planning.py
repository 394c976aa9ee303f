"""The calendar of a group as it really runs: with the rests that it had or has, and up to its last day."""

from datetime import date, datetime, time, timedelta

from dialogues import calendar as days
from dialogues import moments, rhythm
from dialogues.people import Cohort, Id
from journeys.console.access import group_for
from journeys.console.cohorts import Planned
from journeys.console.ending import today
from journeys.console.running import may_end
from journeys.console.who import Who
from journeys.ports import World
from storage import audit
from storage.session import Session

ONE_DAY = timedelta(days=1)
MANY = 1000  # deeds in the trail of one group


async def calendar(world: World, who: Who, cohort: Id) -> tuple[Planned, ...]:
    """Every prompt for who joined in time and changes nothing, in order; without a start for who joins today."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "see overview")
        rests = await rests_of(session, group)
    programme, now = world.library.programmes[group.programme], world.clock.now()
    first = group.starts_on or today(group, now) + ONE_DAY
    if group.starts_on is None:
        rests = [(begins, ends) for begins, ends in rests if ends > now]
    planned = days.rested(days.Course(programme, rhythm.of_group(group)), first, rests)
    return tuple(
        Planned(
            one.at.date(), one.at.time(), one.entry.week, one.entry.kind,
            days.title(one.entry, world.library, group.language),
        )
        for one in planned
        if one.at and one.entry.kind != "programme_end" and one.at.date() <= (group.ends_on or date.max)
    )  # fmt: skip


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
