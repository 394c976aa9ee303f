"""Whoever runs groups and moves people about to learn of one of them finds no figure that tells."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from group import BEGIN, DAY, Group, at, group
from office import COLLEAGUE, OWNER

from dialogues.people import Enrolment
from journeys.console import cohorts, duty, invitations, people, releases
from journeys.console.who import Role, Who
from journeys.guide import NewCohort
from storage import departures, enrolments, leaders, taking_part
from storage.session import Store
from summaries.cohort.participation import SPELL
from summaries.cohort.safely import share

pytestmark = pytest.mark.asyncio
ZONE = ZoneInfo("Europe/Amsterdam")
WEEK = timedelta(weeks=1)


async def tick(made: Group, moment: datetime) -> None:
    made.clock.story = moment
    trouble: list[Exception] = []
    await duty.tick(made.world, trouble)
    assert trouble == []


async def place_of(made: Group, leader: int) -> Enrolment:
    async with made.world.store.transaction() as session:
        return [one for one in await enrolments.of_leader(session, leader) if one.cohort == made.cohort.id][-1]


async def leaves(made: Group, leader: int, moment: datetime) -> None:
    place = await place_of(made, leader)
    async with made.world.store.transaction() as session:
        await departures.note(session, leader, moment, made.cohort.id)
        await enrolments.keep(session, replace(place, state="left"))


async def comes_back(made: Group, leader: int, moment: datetime, *, guest: bool = False) -> None:
    async with made.world.store.transaction() as session:
        back = await enrolments.add(
            session, leader, made.cohort.id, made.cohort.programme, moment.date(), 0, 0, None, moment, guest=guest
        )
    made.enrolled[leader] = back.id


async def positions(made: Group, people: list[int], day: date) -> None:
    for number, leader in enumerate(people):
        prompt = await made.asked(leader, at(day), "P01", kind="paradox")
        await made.tapped(leader, prompt, (1, 7)[number % 2], at(day, 10))


async def mirrors(made: Group) -> list[bool]:
    """Per period: is the dilemma shown?"""
    who = Who(1, "", "nl", (Role("owner", made.cohort.organisation),))
    found = await releases.mirrors(made.world, who, made.cohort.id)
    return [any(spread.shares for spread in one.mirror.positions) for one in found]


async def test_who_is_invited_again_is_not_the_difference_between_two_mirrors(store):
    made = await group(store)
    await made.joins(14)
    target = made.people[13]
    await leaves(made, target, at(7))
    await positions(made, made.people[:13], date(2026, 11, 17))
    await comes_back(made, target, at(date(2026, 12, 3)))
    await positions(made, made.people, date(2026, 12, 15))
    await tick(made, at(date(2027, 1, 1)))
    assert await mirrors(made) == [False, True, False], "the difference would be the one who came back"


async def test_whoever_leaves_a_second_time_has_left_a_second_time(store):
    made = await group(store)
    await made.joins(14)
    target = made.people[13]
    await leaves(made, target, at(7))
    await comes_back(made, target, at(9))
    await positions(made, made.people, date(2026, 10, 14))
    await leaves(made, target, at(date(2026, 11, 3)))
    await positions(made, made.people[:13], date(2026, 11, 17))
    await tick(made, at(date(2026, 12, 1)))
    assert await mirrors(made) == [True, False], "the difference would be the one who left again"
    async with store.transaction() as session:
        await leaders.erase(session, target, at(date(2026, 12, 2)))
        days = [one.left_on for one in await departures.of(session, made.cohort.id)]
    assert days == [date(2026, 10, 7), date(2026, 11, 3)], "being erased after that is no third time"


async def test_another_programme_for_the_group_is_nobodys_coming_back(store):
    made = await group(store)
    await made.joins(14)
    await positions(made, made.people, date(2026, 10, 14))
    for leader in made.people[:3]:
        place = await place_of(made, leader)
        async with store.transaction() as session:
            moved = replace(place, id=place.id + 1, programme="starter_4w")
            await enrolments.follow(session, place, moved, at(date(2026, 11, 3)))
    async with store.transaction() as session:
        assert await taking_part.returns(session, made.cohort.id) == []


async def test_who_counts_in_another_group_by_now_counts_there_only(store):
    """The programme ended here, they joined another group of the same facilitator, and tap the old invite again."""
    made = await group(store)
    await made.joins(12)
    target = made.people[11]
    place = await place_of(made, target)
    async with store.transaction() as session:
        await enrolments.keep(session, replace(place, state="ended"))
    await comes_back(made, target, at(13), guest=True)
    week = BEGIN + WEEK
    for leader in made.people:
        prompt = await made.asked(leader, week + DAY)
        await made.wrote(leader, prompt, week + DAY + timedelta(hours=1))
    await tick(made, BEGIN + 4 * WEEK)
    who = Who(1, "", "nl", (Role("owner", made.cohort.organisation),))
    (cell,) = next(
        one for one in await releases.participation(made.world, who, made.cohort.id) if one.week == week.date()
    ).cells
    assert (cell.people, cell.asked, cell.answered) == (12, share(11, 12), share(11, 12))
    async with store.transaction() as session:
        assert [leader for leader, _ in await taking_part.returns(session, made.cohort.id)] == [target]


PEOPLE = 6


async def small_group(store: Store, *, target_answers: bool) -> Group:
    """Three months of six people who come together, one of whom leaves, and of others who join alone and in fives.

    Each answers everything or nothing and slips now and then; the last of the six is the target.
    """
    made, chance = replace(await group(store), chats=500 + 100 * target_answers), random.Random(23)
    await made.joins(PEOPLE)
    target, used = made.people[-1], {leader: chance.random() < 0.5 for leader in made.people}
    for week in range(1, 13):
        for leader in await made.joins({2: 1, 4: 5}.get(week, 0), BEGIN + week * WEEK + DAY):
            used[leader] = chance.random() < 0.5
        if week == 7:
            await leaves(made, made.people[2], BEGIN + week * WEEK)
        for leader in made.people:
            slips, sent = chance.random() < 0.1, BEGIN + week * WEEK + DAY
            if week < 7 or leader != made.people[2]:
                prompt = await made.asked(leader, sent)
                if target_answers if leader == target else used[leader] != slips:
                    await made.wrote(leader, prompt, sent + timedelta(hours=1))
    return made


async def test_of_a_small_group_nothing_but_a_word_for_each_four_weeks_depends_on_what_anybody_did(store):
    told = []
    for target_answers in (False, True):
        made = await small_group(store, target_answers=target_answers)
        await tick(made, BEGIN + 15 * WEEK)
        who = Who(1, "", "nl", (Role("owner", made.cohort.organisation),))
        weeks = await releases.participation(made.world, who, made.cohort.id)
        cells = [[replace(cell, half="") for cell in one.cells] for one in weeks]
        assert [[cell.people for cell in one] for one in cells[1:]] == [[6]] * 4 + [[6, 6]] * (len(cells) - 5)
        assert all(bool(cell.half) == (cell.age % SPELL == 0) for one in weeks for cell in one.cells)
        told.append(cells)
    assert told[0] == told[1], "whether one of them answered everything or nothing"


async def test_whoever_runs_groups_joins_their_own_but_counts_nowhere(office):
    """Else a facilitator with four accounts of colleagues would know all but one of a wave."""
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NewCohort("Voorjaar", "core_12w"))
    await office.bot.starts(COLLEAGUE, await people.invite(office.console, owner, "observer"))
    token = await invitations.for_group(office.console, owner, made.id, invitations.Limits(timedelta(days=30), 50))
    for chat in (OWNER, COLLEAGUE, 20):
        await office.bot.joins(chat, token)
    rows = await office.bot.rows("SELECT chat, guest FROM enrolment JOIN leader ON leader.id = leader ORDER BY chat")
    assert [(chat, bool(guest)) for chat, guest in rows] == [(OWNER, True), (COLLEAGUE, True), (20, False)]
    assert (await cohorts.overview(office.console, owner, made.id)).joined == 3
