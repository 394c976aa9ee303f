"""Who stops at the end of a programme still gets the mirror of that time from their group, once, and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from office import Office
from quiet_house import TUESDAY

from dialogues.asking import agenda
from dialogues.people import Id
from journeys.console import cohorts, invitations, notifying, parting, releases, running
from journeys.console.who import Who
from journeys.guide import NewCohort
from storage import cohorts as groups
from storage import departures, enrolments, leaders
from storage import releases as kept
from summaries.cohort.facts import Mirror, Spread, as_json
from summaries.cohort.safely import Share

pytestmark = pytest.mark.asyncio
THREE = (Share(0, 3), Share(1, 3), Share(2, 3))
NOVEMBER, DECEMBER = (date(2026, 11, 1), date(2026, 11, 30)), (date(2026, 12, 1), date(2026, 12, 31))
OVER = TUESDAY + timedelta(days=8)  # the last question was asked, and waits
SHARED = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
PROMISE = "een spiegel van je groep"


async def lived(office: Office, *chats: int) -> tuple[Who, Id]:
    """A group up to the question that ends its programme: what lies between is passed over."""
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NewCohort("Voorjaar", "starter_4w"))
    token = await invitations.for_group(office.console, owner, made.id, invitations.Limits(timedelta(days=90), 50))
    for chat in chats:
        await office.bot.joins(chat, token)
        await to_the_end(office, chat)
    for days in (NOVEMBER, DECEMBER):  # as they would be in a group of many more people
        told = Mirror(*days, 15, (Spread("P01", THREE),), Spread("energy", THREE))
        async with office.bot.world.store.transaction() as session:
            await kept.keep(session, made.id, "mirror", days, as_json(told), office.clock.now())
    await office.bot.until(OVER)
    return owner, made.id


async def to_the_end(office: Office, chat: int) -> None:
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, chat)
        (mine,) = await enrolments.running_of(session, leader.id)
        last = len(agenda.entries(office.bot.world.library.programmes[mine.programme], leader.rhythm)) - 2
        await enrolments.keep(session, replace(mine, anchor_position=last, position=last))


async def shares(office: Office, owner: Who, group: Id, days: tuple[date, date] = NOVEMBER) -> None:
    mirrors = await releases.mirrors(office.console, owner, group)
    (found,) = [one for one in mirrors if one.mirror.first == days[0]]
    await releases.publish(office.console, owner, group, found.id)


async def stops_here(office: Office, chat: int) -> str:
    return (await office.bot.taps(chat, "stop", "programme_end"))[-1]


def came(office: Office, chat: int, since: int = 0) -> list[str]:
    """What was said to somebody, by its screen."""
    return [one.screen.name for one, _, _ in office.bot.post.sent[since:] if one.chat == chat]


async def test_who_stops_at_the_end_gets_the_mirror_of_that_time_once_and_nothing_else(office):
    owner, group = await lived(office, 20, 21)
    assert PROMISE in await stops_here(office, 20)
    before = len(office.bot.post.sent)
    await office.bot.until(SHARED)
    await notifying.send(office.console, owner, group, "Donderdag zien we elkaar.")
    await shares(office, owner, group)
    await office.bot.wait(days=5)
    assert came(office, 20, before) == ["group_mirror"]
    assert came(office, 21, before).count("group_mirror") == 1
    await office.bot.until(datetime(2027, 1, 5, 9, 0, tzinfo=UTC))
    await shares(office, owner, group, DECEMBER)
    await running.close(office.console, owner, group)
    await office.bot.wait(days=40)
    assert came(office, 20, before) == ["group_mirror"]
    async with office.bot.world.store.transaction() as session:
        assert await departures.of(session, group) == [], "the figures go on counting who took part up to the end"


async def _stops_altogether(office: Office, _: Id) -> None:
    await office.bot.says(20, "/stop")
    await office.bot.taps(20, "stop", "stop_confirm")


async def _erases(office: Office, _: Id) -> None:
    await office.bot.says(20, "/delete")
    await office.bot.taps(20, "delete")


async def _leaves_the_group(office: Office, _: Id) -> None:
    await office.bot.says(20, "/groups")
    await office.bot.taps(20, "leave", "groups")
    await office.bot.taps(20, "leave", "group_leave")


async def _mutes_it(office: Office, group: Id) -> None:
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, 20)
        await leaders.keep(session, replace(leader, wishes=replace(leader.wishes, muted=(group,))))


@pytest.mark.parametrize("silent", [_stops_altogether, _erases, _leaves_the_group, _mutes_it])
async def test_who_wants_nothing_at_all_after_that_gets_nothing(office, silent):
    owner, group = await lived(office, 20)
    await stops_here(office, 20)
    await silent(office, group)
    before = len(office.bot.post.sent)
    await office.bot.until(SHARED)
    await shares(office, owner, group)
    await office.bot.wait(days=5)
    assert came(office, 20, before) == []


async def test_a_plain_stop_after_the_end_is_silent_for_good_also_for_who_came_back_in_between(office):
    owner, group = await lived(office, 20, 21)
    await _stops_altogether(office, group)
    await stops_here(office, 21)
    await office.bot.starts(21)
    await office.bot.says(21, "/stop")
    await office.bot.taps(21, "stop", "stop_confirm")
    before = len(office.bot.post.sent)
    await office.bot.until(SHARED)
    await shares(office, owner, group)
    await office.bot.wait(days=5)
    assert office.bot.post.sent[before:] == []


async def test_it_is_promised_only_where_it_can_come(office):
    owner, group = await lived(office, 20, 21, 22)
    await _mutes_it(office, group)
    assert PROMISE not in await stops_here(office, 20), "it was muted"
    assert PROMISE in await stops_here(office, 21)
    await shares(office, owner, group)
    await office.bot.wait(days=1)
    assert PROMISE not in await stops_here(office, 22), "it came already"
    await office.bot.joins(23)
    await to_the_end(office, 23)
    await office.bot.wait(days=12)
    assert PROMISE not in await stops_here(office, 23), "there is no group"


@pytest.mark.parametrize(("state", "promised"), [("closed", True), ("archived", False)])
async def test_a_group_that_was_closed_has_its_mirror_yet_and_one_that_was_put_away_has_none(office, state, promised):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NewCohort("Voorjaar", "starter_4w"))
    token = await invitations.for_group(office.console, owner, made.id, invitations.Limits(timedelta(days=90), 50))
    await office.bot.joins(20, token)
    await to_the_end(office, 20)
    await office.bot.until(OVER)
    async with office.bot.world.store.transaction() as session:
        cohort = await groups.get(session, made.id)
        await groups.keep(session, replace(cohort, state=state, ends_on=OVER.date()))
    assert (PROMISE in await stops_here(office, 20)) == promised


async def test_a_mirror_that_is_gone_comes_to_nobody(office):
    async with office.bot.world.store.transaction() as session:
        assert await parting.receivers(session, 12345) == []
