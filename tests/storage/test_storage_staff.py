"""People who run groups, what they write and order: each comes back as it was, on both databases."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import pytest_asyncio

from storage import (
    audit,
    cohorts,
    members,
    notices,
    orders,
    organisations,
    own_questions,
    releases,
    roles,
    sign_ins,
    staff_invites,
    web_sessions,
)
from storage.faults import NotFound
from storage.ids import new_id
from storage.own_questions import OwnQuestion

pytestmark = pytest.mark.asyncio
TEN = timedelta(minutes=10)


@pytest_asyncio.fixture
async def home(session, now):
    return await organisations.add(session, "Alliantie", now)


@pytest_asyncio.fixture
async def member(session, now):
    return await members.add(session, 7, "nl", now)


@pytest_asyncio.fixture
async def cohort(session, now):
    return await cohorts.add(session, "Groep", "core_12w", "nl", "Europe/Amsterdam", None, now)


async def test_organisations_and_members_come_back_as_they_became(session, home, member, now):
    await organisations.rename(session, home.id, "Zonzijde")
    await organisations.add(session, "Later", now)
    assert (await organisations.get(session, home.id)).name == "Zonzijde"
    assert (await organisations.first(session)).id == home.id
    called = replace(member, name="Noor", language="en")
    await members.keep(session, called)
    assert await members.get(session, member.id) == await members.by_chat(session, 7) == called
    for nobody in (organisations.get(session, 1), members.get(session, 1), cohorts.created_at(session, 1)):
        with pytest.raises(NotFound):
            await nobody
    assert await members.erase(session, 7)
    assert not await members.erase(session, 7)


async def test_the_same_role_is_held_once_and_again_after_it_ended(session, home, member, cohort, now):
    held = roles.new(member.id, home.id, cohort.id, "facilitator")
    assert await roles.give(session, held, None, now)
    assert not await roles.give(session, replace(held, id=new_id()), None, now)
    assert await roles.give(session, roles.new(member.id, home.id, None, "facilitator"), None, now)
    assert await roles.get(session, held.id) == held
    assert await roles.end(session, held.id, now)
    assert not await roles.end(session, held.id, now)
    assert await roles.get(session, held.id) is None
    assert await roles.give(session, replace(held, id=new_id()), None, now)
    assert len(await roles.within(session, home.id)) == 2
    assert await roles.ever(session, member.id)


async def test_an_invite_for_one_person_is_used_once_while_it_is_open(session, home, member, now):
    made = staff_invites.new((home.id, None, "observer"), member.id, now + TEN)
    await staff_invites.add(session, made, "d", now)
    assert await staff_invites.within(session, home.id, now) == [made]
    assert await staff_invites.use(session, "d", now + TEN) is None
    assert await staff_invites.use(session, "d", now) == made
    assert await staff_invites.use(session, "d", now) is None
    assert not await staff_invites.revoke(session, home.id, made.id, now)
    assert await staff_invites.within(session, home.id, now) == []


async def test_a_link_of_one_door_opens_no_other(session, member, new_leader, now):
    leader = await new_leader(session)
    link = sign_ins.Link(new_id(), "d", now, now + TEN)
    await sign_ins.add(session, "page", leader.id, link)
    assert not await sign_ins.bind(session, "console", "d", "b", now)
    assert await sign_ins.bind(session, "page", "d", "b", now)
    assert await sign_ins.use(session, "console", "d", "b", now) is None
    assert await sign_ins.use(session, "page", "d", "b", now) == leader.id
    assert len(await sign_ins.made_since(session, "page", leader.id, now)) == 1
    assert await sign_ins.made_since(session, "console", member.id, now) == []


async def test_tries_in_vain_are_forgotten_after_a_day(session, now):
    await sign_ins.note_try(session, "a", now)
    await sign_ins.note_try(session, "a", now + timedelta(days=1))
    assert await sign_ins.tries(session, "a", now) == 1
    assert await sign_ins.tries(session, "b", now) == 0


async def test_a_session_that_is_seen_often_is_written_seldom(session, member, now):
    await web_sessions.begin(session, "console", member.id, "w", now)
    day = timedelta(days=1)
    await web_sessions.seen(session, "console", "w", now + TEN, now - day)  # seen after that moment already
    assert await web_sessions.whose(session, "console", "w", now, now - day) is None
    await web_sessions.seen(session, "console", "w", now + TEN, now)
    assert await web_sessions.whose(session, "console", "w", now, now - day) == member.id
    await web_sessions.end(session, "console", "w", now)
    assert await web_sessions.whose(session, "console", "w", now - day, now - day) is None


async def test_a_notice_goes_out_once(session, cohort, member, now):
    made = await notices.add(session, cohort.id, member.id, "Tot dinsdag.", now)
    assert await notices.get(session, made.id) == made
    assert await notices.sent(session, made.id, now)
    assert not await notices.sent(session, made.id, now)
    assert await notices.of(session, cohort.id) == [replace(made, sent_at=now)]
    assert await notices.get(session, 1) is None


async def test_a_question_of_ones_own_comes_back_as_it_became(session, cohort, member, now):
    made = OwnQuestion(cohort.id, "Wat liet je los?", "What did you let go?", None, member.id, now)
    await own_questions.add(session, made)
    planned = replace(made, on_date=date(2026, 4, 1), state="planned")
    await own_questions.keep(session, planned)
    assert await own_questions.get(session, made.id) == planned
    assert await own_questions.of(session, cohort.id) == [planned]
    assert await own_questions.get(session, 1) is None


async def test_orders_are_claimed_oldest_first_until_they_are_done(session, cohort, member, now):
    first = await orders.put(session, cohort.id, "publish", {"release": 5}, member.id, now)
    second = await orders.put(session, cohort.id, "publish", {"release": 6}, member.id, now)
    assert [order.id for order in await orders.claim(session, now, 9)] == [first, second]
    assert (await orders.claim(session, now, 1))[0].data == {"release": 5}
    await orders.done(session, first, now)
    assert [order.id for order in await orders.claim(session, now, 9)] == [second]


async def test_an_order_that_was_put_off_waits_until_then_and_lets_others_go_first(session, cohort, member, now):
    first = await orders.put(session, cohort.id, "publish", {"release": 5}, member.id, now)
    second = await orders.put(session, cohort.id, "publish", {"release": 6}, member.id, now)
    (failed,) = await orders.claim(session, now, 1)
    await orders.put_off(session, failed, now + timedelta(hours=1))
    assert [order.id for order in await orders.claim(session, now, 9)] == [second]
    later = await orders.claim(session, now + timedelta(hours=1), 9)
    assert [(order.id, order.tries) for order in later] == [(first, 1), (second, 0)]


async def test_a_release_is_kept_once_and_published_once(session, cohort, member, now):
    days = (date(2026, 2, 1), date(2026, 2, 28))
    assert await releases.keep(session, cohort.id, "mirror", days, "{}", now)
    assert not await releases.keep(session, cohort.id, "mirror", days, '{"other": 1}', now)
    assert await releases.keep(session, cohort.id, "week", days, "{}", now)
    (mirror,) = await releases.of(session, cohort.id, "mirror")
    assert (mirror.facts, mirror.published_at) == ("{}", None)
    assert await releases.publish(session, mirror.id, member.id, now)
    assert not await releases.publish(session, mirror.id, member.id, now)
    (week,) = await releases.of(session, cohort.id, "week")
    assert not await releases.publish(session, week.id, member.id, now)
    (standing,) = await releases.standings(session)
    assert (standing.cohort, standing.week, standing.mirror) == (cohort, days[0], days[1])
    assert await releases.get(session, 1) is None


async def test_the_trail_is_read_from_the_newest_on(session, home, member, cohort, now):
    for event in ("one", "two", "three"):
        await audit.did(session, audit.Deed(event, member.id, home.id, cohort.id, {"n": 1}), now)
    await audit.note(session, "joined", now, leader=5, cohort=cohort.id)
    newest, *rest = await audit.within(session, home.id, limit=2)
    assert [newest.event, *(one.event for one in rest)] == ["three", "two"]
    assert [one.event for one in await audit.within(session, home.id, cohort.id, rest[0].id)] == ["one"]
    assert len(await audit.of_cohort(session, cohort.id)) == 3, "what leaders did is no deed of a member"
    await members.erase(session, 7)
    assert (await audit.within(session, home.id))[0].by == ""
