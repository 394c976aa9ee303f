"""Another period for mirrors: the one that runs ends as it began, and no two mirrors ever share a day."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from group import BEGIN, DAY, Group, group
from test_journeys_releases import tick

from journeys.console import mirroring, releasing, settling
from journeys.console.mirroring import Period
from journeys.console.settling import Settled
from journeys.console.who import Role, Who
from storage import cohorts, members, releases

pytestmark = pytest.mark.asyncio
ZONE = ZoneInfo("Europe/Amsterdam")


async def begun(store, **more) -> tuple[Group, Who]:
    """A group of October with somebody who runs it."""
    made = await group(store, **more)
    async with store.transaction() as session:
        member = await members.add(session, 99, "nl", BEGIN)
    return made, Who(member.id, "", "nl", (Role("owner", made.cohort.organisation),))


async def chooses(made: Group, who: Who, period: str, moment: datetime) -> Period:
    made.clock.story = moment
    async with made.world.store.transaction() as session:
        stands = await cohorts.get(session, made.cohort.id)
    await settling.settle(made.world, who, made.cohort.id, Settled(stands.name, stands.retention_months, period))
    return await mirroring.of(made.world, who, made.cohort.id)


async def mirrors(made: Group) -> list[tuple[date, date]]:
    async with made.world.store.transaction() as session:
        return [(one.first, one.last) for one in await releases.of(session, made.cohort.id, "mirror")]


async def test_a_quarter_that_runs_is_not_cut_into_months(store):
    made, who = await begun(store, period="quarter")
    late = datetime(2026, 11, 10, 12, tzinfo=ZONE)
    made.clock.story = late
    assert await mirroring.turn(made.world, who, made.cohort.id, "month") == Period("month", date(2027, 1, 1))
    assert await chooses(made, who, "month", late) == Period("month", date(2027, 1, 1))
    await tick(made, late)
    await tick(made, datetime(2026, 12, 31, 23, 59, tzinfo=ZONE))
    assert await mirrors(made) == []
    for hour in range(3):
        await tick(made, datetime(2027, 1, 1, hour, 5, tzinfo=ZONE))
    assert await mirroring.of(made.world, who, made.cohort.id) == Period("month")
    await tick(made, datetime(2027, 2, 1, 1, tzinfo=ZONE))
    assert await mirrors(made) == [(date(2026, 10, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 1, 31))]


async def test_a_bot_that_was_away_over_the_turn_still_looks_back_on_the_whole_quarter(store):
    made, who = await begun(store, period="quarter")
    await chooses(made, who, "month", datetime(2026, 11, 10, 12, tzinfo=ZONE))
    for hours in range(4):
        await tick(made, datetime(2027, 1, 20, 9, tzinfo=ZONE) + timedelta(hours=hours))
    await tick(made, datetime(2027, 2, 2, tzinfo=ZONE))
    assert await mirrors(made) == [(date(2026, 10, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 1, 31))]


async def test_months_go_on_until_the_running_one_is_over_and_then_to_the_end_of_the_quarter(store):
    made, who = await begun(store)
    assert await chooses(made, who, "quarter", BEGIN + DAY) == Period("quarter", date(2026, 11, 1))
    for month in (date(2026, 11, 1), date(2027, 1, 1), date(2027, 4, 1)):
        for hours in range(1, 4):
            await tick(made, datetime(month.year, month.month, 1, hours, tzinfo=ZONE))
    assert await mirrors(made) == [
        (date(2026, 10, 1), date(2026, 10, 31)), (date(2026, 11, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 3, 31)),
    ]  # fmt: skip


async def test_before_a_group_begins_another_period_counts_at_once(store):
    made, who = await begun(store, starts_on=date(2026, 12, 8))
    assert await chooses(made, who, "quarter", BEGIN + DAY) == Period("quarter")


async def test_who_thinks_better_of_it_keeps_what_was(store):
    made, who = await begun(store, period="quarter")
    late = datetime(2026, 11, 10, 12, tzinfo=ZONE)
    await chooses(made, who, "month", late)
    assert (await chooses(made, who, "quarter", late + DAY)).period == "quarter"
    for day in (1, 2):
        for hour in (1, 3):
            await tick(made, datetime(2027, 1, day, hour, tzinfo=ZONE))
    assert await mirroring.of(made.world, who, made.cohort.id) == Period("quarter")


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_is_chosen_when_mirrors_follow_each_other_by_whole_months(store, seed):
    made, who = await begun(store)
    chance, moment = random.Random(seed), BEGIN
    while moment < datetime(2027, 10, 1, tzinfo=ZONE):
        moment += chance.choice([1, 3, 9, 20]) * DAY
        await chooses(made, who, chance.choice(["month", "quarter"]), moment)
        await tick(made, moment)
    found = await mirrors(made)
    assert len(found) >= 4
    assert all(two[0] == one[1] + DAY for one, two in pairwise(found)), "no day in two mirrors, and none in between"
    assert all(first.day == 1 and (last + DAY).day == 1 for first, last in found)


async def test_an_archived_group_has_no_period_that_runs(store):
    made, who = await begun(store)
    await chooses(made, who, "quarter", BEGIN + DAY)
    async with store.transaction() as session:
        stands = await cohorts.get(session, made.cohort.id)
        await cohorts.keep(session, replace(stands, state="archived"))
    await tick(made, datetime(2026, 11, 2, tzinfo=ZONE))
    assert await mirrors(made) == []
    assert (await mirroring.turn(made.world, who, made.cohort.id, "quarter")).since is None
    async with store.transaction() as session:
        assert await releases.standings(session, made.cohort.id) == []
        assert len(await releases.standings(session)) == 0


async def test_after_its_end_a_group_has_no_period_that_runs(store):
    made, _ = await begun(store, ends_on=date(2026, 10, 20))
    async with store.transaction() as session:
        (standing,) = await releases.standings(session, made.cohort.id)
    assert releasing.running(standing, date(2026, 10, 12)) == (date(2026, 10, 1), date(2026, 10, 31))
    assert releasing.running(standing, date(2026, 11, 2)) is None
