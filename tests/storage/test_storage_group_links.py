"""Linked Telegram groups on both databases: used once, objected to without a trace, moved with what waits for them."""

from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio

from storage import cohorts, enrolments, errands, export, group_links, leaders, members, outbox, sql
from storage.group_links import Place
from storage.staff_tables import group_objection

pytestmark = pytest.mark.asyncio
THERE = Place(-100, "Kring")
WEEK, SECOND = timedelta(days=7), timedelta(seconds=1)


@pytest_asyncio.fixture
async def cohort(session, now):
    return (await cohorts.add(session, "Groep", "core_12w", "nl", "Europe/Amsterdam", None, now)).id


@pytest_asyncio.fixture
async def member(session, now):
    return (await members.add(session, 501, "nl", now)).id


@pytest_asyncio.fixture
async def link(session, cohort, member, now):
    """A link that was used just now."""
    await group_links.add(session, cohort, member, "d", (now, now + WEEK))
    (made,) = await group_links.of(session, cohort)
    assert await group_links.bind(session, made.id, THERE, now, now + WEEK)
    return await group_links.get(session, made.id)


async def enrolled(session, make, cohort, chat, state, now):
    person = await make(session, chat)
    await leaders.keep(session, replace(person, state=state))
    await enrolments.add(session, person.id, cohort, "core_12w", now.date(), 0, 0, None, now)
    return person.id


async def test_a_link_can_be_used_until_it_expires_and_once(session, cohort, member, now):
    await group_links.add(session, cohort, member, "d", (now, now + WEEK))
    assert await group_links.offered(session, "other", now) is None
    assert await group_links.offered(session, "d", now + WEEK) is None
    found = await group_links.offered(session, "d", now)
    assert found is not None
    assert await group_links.bind(session, found.id, THERE, now, now + WEEK)
    assert not await group_links.bind(session, found.id, Place(-200, "Elders"), now, now + WEEK)
    assert await group_links.offered(session, "d", now) is None
    assert await group_links.take_back(session, cohort, now) == 0


async def test_what_is_kept_of_an_objection_is_the_same_whenever_and_however_often_one_was_made(session, link):
    assert not await group_links.objected(session, link.id)
    await group_links.object_to(session, link.id)
    first = await sql.rows(session, group_objection.select())
    await group_links.object_to(session, link.id)
    await group_links.object_to(session, link.id)
    assert await sql.rows(session, group_objection.select()) == first == [(link.id,)]
    assert await group_links.objected(session, link.id)


async def test_what_somebody_objected_to_stands_to_all_who_look_until_it_is_unlinked(session, link, now):
    await group_links.object_to(session, link.id)
    assert await group_links.get(session, link.id) == link
    assert await group_links.end(session, link.id, now + WEEK, "unlinked")
    assert not await group_links.end(session, link.id, now + WEEK + SECOND, "unlinked")


async def test_whoever_is_in_the_group_and_can_be_written_to_is_to_be_told_once(session, link, cohort, new_leader, now):
    people = {
        state: await enrolled(session, new_leader, cohort, chat, state, now)
        for chat, state in enumerate(("active", "paused", "held", "stopped", "gone"), 601)
    }
    away = await enrolled(session, new_leader, cohort, 701, "active", now)
    await sql.change(session, enrolments._enrolment, enrolments._enrolment.c.leader == away, state="left")
    reachable = {people[state] for state in ("active", "paused", "held")}
    assert {leader for _, leader in await group_links.untold(session)} == reachable
    await group_links.object_to(session, link.id)
    assert {leader for _, leader in await group_links.untold(session)} == reachable, "as if nothing had happened"
    for leader in reachable:
        await group_links.tell(session, link.id, leader, now)
    assert await group_links.untold(session) == []
    one = next(each for each in await errands.claim_due(session, now, 5) if each.leader == people["active"])
    await errands.done(session, one.id)
    await group_links.tell(session, link.id, one.leader, now)
    assert one.leader not in {each.leader for each in await errands.claim_due(session, now, 5)}, "two do it at once"
    await errands.cancel(session, people["paused"])
    assert await group_links.untold(session) == [(link.id, people["paused"])]
    await group_links.tell(session, link.id, people["paused"], now + SECOND)
    assert people["paused"] in {each.leader for each in await errands.claim_due(session, now + SECOND, 5)}
    assert await group_links.untold(session) == [], "each once"


async def test_a_chat_takes_its_link_and_what_waits_for_it_along(session, link, now):
    for key, chat in (("a", -100), ("b", -200)):
        about = {"key": key, "chat": chat, "leader": None, "kind": "summary", "screen_name": "group_mirror", "args": {}}
        await outbox.put(session, **about, wall=now)
    await group_links.moved(session, -100, -300)
    assert (await group_links.get(session, link.id)).chat == -300
    assert {parcel.chat for parcel in await outbox.claim(session, now, 30, 5)} == {-200, -300}
    assert await group_links.gone(session, -100, now) == []
    assert len(await group_links.gone(session, -300, now)) == 1


async def test_an_export_does_not_tell_early_that_somebody_objected(session, link, new_leader, now):
    runs_it = await new_leader(session, 501)
    before = (await export.everything(session, runs_it.id))["group_link"]
    await group_links.object_to(session, link.id)
    assert (await export.everything(session, runs_it.id))["group_link"] == before
    assert before[0]["title"] == "Kring"
