"""What is said to come is what comes: two months with holidays, pauses, rests of groups and two of them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from office import Office
from test_journeys_running import group

from dialogues.asking import underway
from dialogues.moves.moments import coming
from journeys import scenes
from journeys.console import cohorts, invitations, running
from journeys.guide import NewCohort
from storage import leaders, prompts

pytestmark = pytest.mark.asyncio
NOOR = 20
CLOSING = ("pulse", "paradox_revisit")
MONTHS = timedelta(weeks=9)
NEVER = datetime.max.replace(tzinfo=UTC)


async def promised(office: Office) -> datetime | None:
    """When the bot says that the next question comes."""
    world = office.bot.world
    async with world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        assert leader is not None
        return coming.planned(await scenes.scene_of(world, session, leader, None))


async def sent(office: Office) -> list[datetime]:
    """When a question came by itself, oldest first; a pulse is none."""
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        assert leader is not None
        found = await prompts.between(session, leader.id, datetime(2026, 1, 1, tzinfo=UTC), NEVER - timedelta(days=1))
    return [one.asked_at for one in found if underway.programmed(one) and one.kind not in CLOSING]


async def lives(office: Office, ends: datetime, told: list[tuple[datetime, datetime | None]]) -> None:
    """Until then, asking at many hours of the day when the next one comes."""
    while office.bot.clock.story < ends:
        told.append((office.bot.clock.story, await promised(office)))
        step = timedelta(hours=22) if len(told) % 4 == 0 else timedelta(days=1)  # before the hour of the day, and after
        await office.bot.until(office.bot.clock.story + step)
        if len(told) % 3 == 0:
            await office.bot.says(NOOR, "Ik merkte dat ik te snel oordeelde, en dat raakte me.")


def broken(told: list[tuple[datetime, datetime | None]], came: list[datetime], changed: list[datetime]) -> list[str]:
    """Promises that were not kept, although nothing changed in between."""
    faults = []
    for at, said in told:
        real = next((one for one in came if one > at), None)
        until = max(said or at, real or at)
        if any(at <= change <= until for change in changed) or real is None:
            continue
        if said is None or abs(said - real) > timedelta(hours=1):
            faults.append(f"{at}: said {said}, came {real}")
    return faults


async def test_alone_through_holidays_and_a_pause(office):
    await office.bot.joins(NOOR)
    told: list[tuple[datetime, datetime | None]] = []
    begins = office.bot.clock.story
    await lives(office, begins + timedelta(weeks=2), told)
    changed = [office.bot.clock.story]
    await office.bot.says(NOOR, "/pause tot 2 december")
    await lives(office, begins + MONTHS, told)
    assert broken(told, await sent(office), changed) == []


async def test_in_a_group_that_rests(office):
    owner, number = await group(office, NOOR)
    told: list[tuple[datetime, datetime | None]] = []
    begins = office.bot.clock.story
    await lives(office, begins + timedelta(weeks=2), told)
    changed = [office.bot.clock.story]
    await running.pause(office.console, owner, number, date(2026, 12, 7))
    await lives(office, begins + MONTHS, told)
    assert broken(told, await sent(office), changed) == []


async def test_in_two_groups_of_which_one_rests(office):
    owner, number = await group(office, NOOR)
    other = await cohorts.create(office.console, owner, NewCohort("Najaar", "core_12w"))
    token = await invitations.for_group(office.console, owner, other.id, invitations.Limits(timedelta(days=90), 50))
    await office.bot.wait(days=1)
    await office.bot.starts(NOOR, token)
    told: list[tuple[datetime, datetime | None]] = []
    begins = office.bot.clock.story
    await lives(office, begins + timedelta(weeks=3), told)
    changed = [office.bot.clock.story]
    await running.pause(office.console, owner, number, date(2026, 12, 7))
    await lives(office, begins + MONTHS, told)
    assert broken(told, await sent(office), changed) == []
