"""A mirror that is shared late reaches who took part in its time and stopped at the end, and nobody who left."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from test_journeys_after_the_end import came, stops_here
from test_journeys_after_the_end import shares as publishes

from dialogues.asking import agenda
from dialogues.asking.weeks import monday_of
from dialogues.people import Memory
from journeys.console import cohorts, invitations
from journeys.guide import NewCohort
from storage import enrolments, leaders
from storage import releases as kept
from summaries.cohort.facts import Mirror, Spread, as_json
from summaries.cohort.safely import Share

pytestmark = pytest.mark.asyncio
THREE = (Share(0, 3), Share(1, 3), Share(2, 3))
OCTOBER = date(2026, 10, 1), date(2026, 10, 31)
NOVEMBER, DECEMBER = (date(2026, 11, 1), date(2026, 11, 30)), (date(2026, 12, 1), date(2026, 12, 31))
JANUARY = date(2027, 1, 1), date(2027, 1, 31)
JOINED, LAST = datetime(2026, 11, 23, 12, 0, tzinfo=UTC), datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
OVER = datetime(2026, 12, 9, 9, 0, tzinfo=UTC)  # the last question was asked on the first of December, and waits
SHARED = datetime(2026, 12, 14, 9, 0, tzinfo=UTC)


@pytest.fixture
def url(database_url):
    return database_url


async def invited(office, name="Voorjaar"):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NewCohort(name, "starter_4w"))
    limits = invitations.Limits(timedelta(days=90), 50)
    return owner, made.id, await invitations.for_group(office.console, owner, made.id, limits)


async def lived(office, *chats, late=()):
    """A group from November on whose programme ends in December; these came in November, `late` in December."""
    await office.bot.until(JOINED)
    owner, group, token = await invited(office)
    for days in (OCTOBER, NOVEMBER, DECEMBER, JANUARY):  # as they would be in a group of many more people
        told = Mirror(*days, 15, (Spread("P01", THREE),), Spread("energy", THREE))
        async with office.bot.world.store.transaction() as session:
            await kept.keep(session, group, "mirror", days, as_json(told), office.clock.now())
    for chat in chats:
        await office.bot.joins(chat, token)
    await office.bot.until(LAST)
    for chat in chats:
        await to_the_end(office, chat)
    for chat in late:
        await office.bot.until(LAST + timedelta(hours=19))
        await office.bot.joins(chat, token)
        await to_the_end(office, chat)
    return owner, group


async def to_the_end(office, chat):
    """Their next question is the last one of the programme."""
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, chat)
        await leaders.keep(session, replace(leader, memory=Memory()))  # as if they had not been silent
        (mine,) = await enrolments.running_of(session, leader.id)
        last = len(agenda.entries(office.bot.world.library.programmes[mine.programme], leader.rhythm)) - 2
        placed = replace(mine, anchor=monday_of(mine.next_due_at.date()), anchor_position=last, position=last)
        await enrolments.keep(session, placed)


async def shares(office, owner, group, days):
    """Shared, and the order carried out."""
    await publishes(office, owner, group, days)
    await office.bot.wait(minutes=1)


async def mirrors(office, chat):
    return came(office, chat).count("group_mirror")


async def test_who_stopped_in_december_gets_the_mirror_of_november_and_of_december_and_no_other(office):
    owner, group = await lived(office, 20)
    await office.bot.until(OVER)
    words = await stops_here(office, 20)
    assert "een spiegel van je groep over de tijd dat je meedeed" in words
    before = len(office.bot.post.sent)
    await office.bot.until(SHARED)
    await shares(office, owner, group, NOVEMBER)
    await office.bot.wait(days=5)
    assert came(office, 20, before) == ["group_mirror"]
    await office.bot.until(datetime(2027, 2, 3, 9, 0, tzinfo=UTC))
    for days in (OCTOBER, DECEMBER, JANUARY):
        await shares(office, owner, group, days)
    await office.bot.wait(days=30)
    assert came(office, 20, before) == ["group_mirror"] * 2, "none of before they came, none of after they stopped"


async def test_who_came_in_december_and_stopped_gets_no_mirror_of_november(office):
    owner, group = await lived(office, late=(21,))
    await office.bot.until(OVER + timedelta(days=9))
    await stops_here(office, 21)
    await shares(office, owner, group, NOVEMBER)
    await office.bot.wait(days=5)
    assert await mirrors(office, 21) == 0
    await shares(office, owner, group, DECEMBER)
    await office.bot.wait(days=5)
    assert await mirrors(office, 21) == 1


async def stops_altogether(office, _):
    await office.bot.says(20, "/stop")
    await office.bot.taps(20, "stop", "stop_confirm")


async def erases(office, _):
    await office.bot.says(20, "/delete")
    await office.bot.taps(20, "delete")


async def leaves(office, _):
    await office.bot.says(20, "/groups")
    await office.bot.taps(20, "leave", "groups")
    await office.bot.taps(20, "leave", "group_leave")


async def mutes(office, group):
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, 20)
        await leaders.keep(session, replace(leader, wishes=replace(leader.wishes, muted=(group,))))


@pytest.mark.parametrize("silent", [stops_altogether, erases, leaves, mutes])
async def test_who_wants_nothing_of_the_group_any_more_gets_none_of_the_time_before_either(office, silent):
    owner, group = await lived(office, 20, 22)
    await office.bot.until(OVER)
    await stops_here(office, 20)
    await silent(office, group)
    before = len(office.bot.post.sent)
    await office.bot.until(SHARED)
    await shares(office, owner, group, NOVEMBER)
    await office.bot.wait(days=5)
    assert came(office, 20, before) == []
    assert await mirrors(office, 22) == 1


@pytest.mark.parametrize("silent", [stops_altogether, leaves])
async def test_who_walks_out_in_the_middle_of_the_programme_gets_none(office, silent):
    owner, group = await lived(office, 22)
    _, _, token = await invited(office, "Najaar")
    await office.bot.joins(20, token)
    await silent(office, group)
    before = len(office.bot.post.sent)
    await office.bot.until(SHARED)
    await shares(office, owner, group, NOVEMBER)
    await office.bot.wait(days=5)
    assert "group_mirror" not in came(office, 20, before)


async def test_who_leaves_one_of_two_groups_before_the_morning_gets_no_mirror_of_that_one(office):
    owner, group = await lived(office, 20, 22)
    _, _, token = await invited(office, "Najaar")
    await office.bot.starts(20, token)
    await office.bot.until(datetime(2026, 12, 2, 21, 0, tzinfo=UTC))
    await shares(office, owner, group, NOVEMBER)
    await office.bot.wait(minutes=5)
    await office.bot.says(20, "ik wil uit de groep Voorjaar")
    told = await office.bot.taps(20, "leave", "group_leave")
    assert "Je bent uit de groep Voorjaar" in told[-1]
    await office.bot.wait(days=3)
    assert [await mirrors(office, chat) for chat in (20, 22)] == [0, 1]


async def test_who_is_away_gets_it_once_they_are_back_unless_they_left_meanwhile(office):
    owner, group = await lived(office, 20, 22)
    for chat in (20, 22):
        await office.bot.says(chat, "/pause tot 5 december")
    await office.bot.until(datetime(2026, 12, 2, 9, 0, tzinfo=UTC))
    await shares(office, owner, group, NOVEMBER)
    await office.bot.wait(hours=1)
    await leaves(office, group)
    await office.bot.wait(days=14)
    assert [await mirrors(office, chat) for chat in (20, 22)] == [0, 1]


async def test_closing_words_name_a_mirror_of_before_that_may_still_be_shared_and_none_once_all_are(office):
    owner, group = await lived(office, 20, 22)
    await office.bot.until(OVER)
    await shares(office, owner, group, DECEMBER)
    await office.bot.wait(days=2)
    assert "een spiegel van je groep" in await stops_here(office, 20), "that of November waits"
    await shares(office, owner, group, NOVEMBER)
    await office.bot.wait(days=2)
    assert "spiegel" not in await stops_here(office, 22)


async def test_leaving_says_that_no_mirror_comes_any_more(office):
    await lived(office, 20)
    await office.bot.says(20, "/groups")
    (asked,) = await office.bot.taps(20, "leave", "groups")
    assert "Vragen, berichten en spiegels van die groep krijg je dan niet meer" in asked
