"""Errands happen at their moment, once, until they are planned again; health says how all of it stands."""

from datetime import timedelta

import pytest

from storage import enrolments, errands, health, inbox, outbox, sql, tables
from storage.errands import Errand

pytestmark = pytest.mark.asyncio


async def test_an_errand_is_claimed_when_its_moment_has_come_oldest_first(session, new_leader, now):
    made = await new_leader(session)
    for key, hours in (("a", -1), ("b", -2), ("c", 1)):
        await errands.plan(session, made.id, "remind", key, now + timedelta(hours=hours), 7)
    claimed = await errands.claim_due(session, now, 10)
    assert [errand.key for errand in claimed] == ["b", "a"]
    assert claimed[0] == Errand(claimed[0].id, made.id, "remind", "b", now - timedelta(hours=2), 7)
    assert len(await errands.claim_due(session, now, 1)) == 1
    assert await errands.next_due(session) == now - timedelta(hours=2)


async def test_what_is_done_is_done_until_it_is_planned_again(session, new_leader, now):
    made = await new_leader(session)
    await errands.plan(session, made.id, "recap", "recap:0", now)
    (errand,) = await errands.claim_due(session, now, 10)
    await errands.done(session, errand.id)
    assert await errands.claim_due(session, now, 10) == []
    assert await errands.next_due(session) is None
    later = now + timedelta(days=30)
    await errands.plan(session, made.id, "recap", "recap:0", later)
    assert [each.id for each in await errands.claim_due(session, later, 10)] == [errand.id]


async def test_planning_under_the_same_key_moves_the_errand_of_that_leader_only(session, new_leader, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    for leader in (made, other):
        await errands.plan(session, leader.id, "resume", "resume:0", now)
    await errands.plan(session, made.id, "resume", "resume:0", now + timedelta(days=1))
    assert [errand.leader for errand in await errands.claim_due(session, now, 10)] == [other.id]


@pytest.mark.parametrize(
    ("chosen", "left"),
    [({}, set()), ({"kind": "remind"}, {"c"}), ({"kind": "remind", "about": 1}, {"b", "c"}), ({"about": 2}, {"a"})],
)
async def test_errands_are_cancelled_all_or_by_kind_or_by_what_they_are_about(session, new_leader, now, chosen, left):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    for key, kind, about in (("a", "remind", 1), ("b", "remind", 2), ("c", "check", 2)):
        await errands.plan(session, made.id, kind, key, now, about)
    await errands.plan(session, other.id, "remind", "other", now, 1)
    await errands.cancel(session, made.id, **chosen)
    assert {errand.key for errand in await errands.claim_due(session, now, 10)} == left | {"other"}


async def test_kinds_that_take_long_are_left_to_be_claimed_one_by_one_and_put_off(session, new_leader, now):
    made = await new_leader(session)
    for kind, hours in (("recap", -1), ("year", -2), ("remind", -3), ("first", 1)):
        await errands.plan(session, made.id, kind, kind, now + timedelta(hours=hours))
    long = ("recap", "year", "first")
    assert [errand.kind for errand in await errands.claim_due(session, now, 10, but=long)] == ["remind"]
    year, recap = await errands.due(session, now, long, 10)
    assert await errands.due(session, now, long, 1) == [year]
    assert await errands.count_due(session, now, long) == 2
    assert (await errands.claim(session, recap, now)).kind == "recap"
    await errands.put_off(session, year, now + timedelta(hours=1))
    await errands.done(session, recap)
    await errands.put_off(session, recap, now)
    assert [await errands.claim(session, which, now) for which in (year, recap)] == [None, None]
    assert await errands.count_due(session, now, long) == 0


async def test_health_counts_what_waits_and_since_when(session, new_leader, now):
    made = await new_leader(session)
    assert (await health.report(session)).oldest_waiting is None
    await inbox.store(session, [(1, 5, b"a"), (2, 5, b"b"), (3, 6, b"c")], now)
    await inbox.park(session, 1, "why", now)
    await inbox.handled(session, 2, now)
    await outbox.put(session, key="k", chat=5, leader=None, kind="reply", screen_name="x", args={}, wall=now)
    await enrolments.add(session, made.id, None, "starter_4w", now.date(), 0, 0, now, now)
    await errands.plan(session, made.id, "remind", "a", now)
    assert await health.report(session) == health.Health(
        leaders=1,
        enrolled=1,
        inbox={"parked": 1, "handled": 1, "waiting": 1},
        outbox={"planned": 1},
        oldest_waiting=now,
        oldest_planned=now,
        next_enrolment=now,
        next_errand=now,
    )
    assert await sql.count(session, tables.errand) == 1
