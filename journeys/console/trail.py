"""The audit trail: what members did, for who may look into it; and for the people in a group, of that group.

Who may look into all groups may look into this one: that stands in the log of each.
"""

from datetime import timedelta

from dialogues.people import Cohort, Id
from journeys.console.access import group_for, organisation_for
from journeys.console.who import Missing, Who
from journeys.ports import World
from storage import audit, cohorts, enrolments
from storage.audit import Deed, Noted
from storage.session import Session

PAGE = 50
A_DAY = timedelta(days=1)  # what is taken along again within it is one line


async def of_group(world: World, who: Who, cohort: Id, before: Id | None = None) -> tuple[Noted, ...]:
    """What was done about one group, newest first, from after the one that was read last."""
    async with world.store.transaction() as session:
        return await _about(session, await group_for(session, who, cohort, "see audit"), before)


async def of_organisation(
    world: World, who: Who, before: Id | None = None, organisation: Id | None = None
) -> tuple[Noted, ...]:
    """What was done in an organisation as a whole and in all its groups."""
    home = organisation_for(who, "see audit", organisation)
    async with world.store.transaction() as session:
        return tuple(await audit.within(session, home, None, before, PAGE))


async def for_leader(world: World, leader: Id, cohort: Id) -> tuple[Noted, ...]:
    """What was done about a group, for somebody who ever joined it; raises Missing for others."""
    async with world.store.transaction() as session:
        if cohort not in {one.cohort for one in await enrolments.of_leader(session, leader)}:
            raise Missing
        return await _about(session, await cohorts.get(session, cohort))


async def taken(world: World, session: Session, who: Who, group: Cohort, event: str) -> None:
    """Note that something of a group was taken along, at most once a day of each member."""
    now = world.clock.now()
    await audit.did_lately(session, Deed(event, who.member, group.organisation or 0, group.id), now, now - A_DAY)


async def _about(session: Session, group: Cohort, before: Id | None = None) -> tuple[Noted, ...]:
    made_at = await cohorts.created_at(session, group.id)
    return tuple(await audit.about(session, group.organisation or 0, group.id, made_at, before, PAGE))
