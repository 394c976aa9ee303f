"""Whoever runs two groups cannot tell, from pages, mirrors and exports, what somebody who is in both did."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from group import BEGIN, DAY, Group, at, group
from test_journeys_attacks import leaves, positions, tick

from console import exports
from console.words import Words
from journeys.console import releases
from journeys.console.who import Role, Who
from storage import cohorts, enrolments
from storage.ids import new_id
from summaries.cohort.facts import as_json

pytestmark = pytest.mark.asyncio
WEEK = timedelta(weeks=1)
OTHERS = 14
SAID = (date(2026, 10, 14), date(2026, 11, 17))


async def beside(made: Group, chats: int) -> Group:
    """Another group of the same facilitator, with as many people, who joined on the same day."""
    cohort = replace(made.cohort, id=new_id())
    async with made.world.store.transaction() as session:
        await cohorts.insert(session, cohort, BEGIN)
    other = replace(made, cohort=cohort, people=[], enrolled={}, chats=chats)
    await other.joins(OTHERS)
    return other


async def enters(made: Group, leader: int, *, guest: bool) -> None:
    """Somebody joins this group as well; `guest`: they count in the group before."""
    async with made.world.store.transaction() as session:
        place = await enrolments.add(
            session, leader, made.cohort.id, "core_12w", BEGIN.date(), 0, 0, None, BEGIN + DAY, guest=guest
        )
    made.enrolled[leader] = place.id


async def lives(made: Group, *more: int) -> None:
    """Three months: everybody is asked each week and answers; twice they say where they stand."""
    people = [*made.people, *more]
    for week in range(1, 10):
        for leader in people:
            prompt = await made.asked(leader, BEGIN + week * WEEK + DAY)
            await made.wrote(leader, prompt, BEGIN + week * WEEK + DAY + timedelta(hours=1))
    for day in SAID:
        await positions(made, people, day)


async def shown(made: Group) -> tuple[object, ...]:
    """All that a facilitator can see or take along of this group, without its names."""
    who = Who(1, "", "nl", (Role("owner", made.cohort.organisation),))
    weeks = await releases.participation(made.world, who, made.cohort.id)
    mirrors = await releases.mirrors(made.world, who, made.cohort.id)
    assert weeks
    return (
        [as_json(one) for one in weeks], [as_json(one.mirror) for one in mirrors],
        exports.as_value(exports.participation(weeks, Words("nl"))),
        exports.as_value(exports.mirrors(mirrors, Words("nl"), made.world.library)),
    )  # fmt: skip


async def test_what_somebody_of_the_first_group_does_in_the_second_shows_nowhere_also_not_after_the_first(store):
    first = await group(store)
    target, other = await first.joins(2)
    with_guest, without, counted = [await beside(first, chats) for chats in (200, 300, 400)]
    await enters(with_guest, target, guest=True)
    await enters(counted, other, guest=False)
    await lives(without)
    await lives(with_guest, target)
    await lives(counted, other)
    await leaves(first, target, at(date(2026, 11, 3)))
    await leaves(with_guest, target, at(date(2026, 12, 3)))
    await tick(first, at(date(2027, 1, 1)))
    assert await shown(with_guest) == await shown(without)
    assert await shown(counted) != await shown(without), "else nothing was compared"
