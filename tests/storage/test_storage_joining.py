"""Cohorts, invites, consent and enrolments: into a programme once, by a link that can be used so often."""

import asyncio
import hashlib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage import audit, cohorts, consents, enrolments, invites, leaders, sql, tables
from storage.faults import NotFound

pytestmark = pytest.mark.asyncio
DIGEST = hashlib.sha256(b"token").hexdigest()
STARTS_ON = date(2026, 3, 9)


async def _cohort(session, now, name="Groep"):
    return await cohorts.add(session, name, "starter_4w", "nl", "Europe/Amsterdam", STARTS_ON, now)


async def _enrolled(session, leader, now, cohort=None, due=None):
    return await enrolments.add(session, leader, cohort, "starter_4w", STARTS_ON, 0, 0, due, now)


async def test_a_cohort_comes_back_as_it_was(session, now):
    made = await _cohort(session, now, "Zorg & Wélzijn")
    assert await cohorts.get(session, made.id) == made
    with pytest.raises(NotFound):
        await cohorts.get(session, 1)


async def test_every_cohort_is_listed_with_how_many_ever_joined(session, now, new_leader):
    first, second = await _cohort(session, now, "een"), await _cohort(session, now, "twee")
    one, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    left = await _enrolled(session, one.id, now, first.id)
    await enrolments.keep(session, replace(left, state="left"))
    await _enrolled(session, one.id, now, first.id)
    await _enrolled(session, other.id, now, first.id)
    assert await cohorts.all(session) == [(first, 2), (second, 0)]


async def test_how_many_ever_joined_never_falls_also_when_somebody_erases_everything(session, now, new_leader):
    first, second, third = [await _cohort(session, now) for _ in range(3)]
    noor, bram = await new_leader(session, chat=1), await new_leader(session, chat=2)
    for leader, cohort in ((noor, first), (bram, first), (noor, second)):
        enrolled = await _enrolled(session, leader.id, now, cohort.id)
    await enrolments.keep(session, replace(enrolled, state="left"))
    await _enrolled(session, noor.id, now, second.id)  # twice in one group is once
    before = await cohorts.all(session)
    assert [joined for _, joined in before] == [2, 1, 0]
    await leaders.erase(session, noor.id, now + timedelta(days=3))
    assert await cohorts.all(session) == before
    assert [await cohorts.size(session, one.id) for one in (first, second, third)] == [2, 1, 0]
    await leaders.erase(session, bram.id, now + timedelta(days=4))
    assert await cohorts.all(session) == before


async def test_that_somebody_was_erased_tells_neither_who_nor_when_in_a_group(session, now, new_leader):
    made, noor = await _cohort(session, now), await new_leader(session)
    await _enrolled(session, noor.id, now, made.id)
    await leaders.erase(session, noor.id, now + timedelta(days=3))
    (row,) = await sql.rows(session, tables.audit.select().where(tables.audit.c.cohort == made.id))
    assert (row.at, row.leader, row.member, row.organisation) == (now, None, None, None)
    assert await audit.of_cohort(session, made.id) == []


async def test_an_invite_opens_its_cohort_until_it_is_used_up(session, now):
    made = await _cohort(session, now)
    await invites.add(session, made.id, DIGEST, now + timedelta(days=1), 2, now)
    assert await invites.peek(session, DIGEST, now) == made
    assert await invites.redeem(session, DIGEST, now) == made
    assert await invites.redeem(session, DIGEST, now) == made
    assert await invites.redeem(session, DIGEST, now) is None
    assert await invites.peek(session, DIGEST, now) is None


async def test_wrong_old_and_revoked_invites_look_the_same(session, now):
    made = await _cohort(session, now)
    await invites.add(session, made.id, DIGEST, now + timedelta(days=1), 2, now)
    assert await invites.peek(session, "0" * 64, now) is None
    assert await invites.redeem(session, DIGEST, now + timedelta(days=1)) is None
    assert await invites.revoke(session, made.id, now) == 1
    assert await invites.revoke(session, made.id, now) == 0
    assert await invites.redeem(session, DIGEST, now) is None


async def test_an_invite_is_known_once(session, now):
    made = await _cohort(session, now)
    await invites.add(session, made.id, DIGEST, now, 2, now)
    with pytest.raises(IntegrityError):
        await invites.add(session, made.id, DIGEST, now, 2, now)


async def test_many_at_once_cannot_use_an_invite_more_often_than_it_may_be(database_url, open_stores, now):
    stores = open_stores(database_url, 4)
    async with stores[0].transaction() as session:
        made = await _cohort(session, now)
        await invites.add(session, made.id, DIGEST, now + timedelta(days=1), 5, now)

    async def redeem(store) -> list:
        results = []
        for _ in range(3):
            async with store.transaction() as session:
                results.append(await invites.redeem(session, DIGEST, now))
        return results

    results = await asyncio.gather(*(redeem(store) for store in stores))
    assert sum(result == made for each in results for result in each) == 5


async def test_tries_are_counted_per_chat_and_forgotten_after_a_day(session, now):
    for minutes in (0, 30, 59):
        await invites.note_try(session, 5, now + timedelta(minutes=minutes))
    await invites.note_try(session, 6, now)
    assert await invites.tries(session, 5, now) == 3
    assert await invites.tries(session, 5, now + timedelta(minutes=1)) == 2
    await invites.note_try(session, 6, now + timedelta(days=1))
    assert await sql.count(session, tables.invite_try) == 3


async def test_consent_is_what_was_last_agreed_to_and_not_taken_back(session, now, new_leader):
    made = await new_leader(session)
    assert await consents.current(session, made.id) is None
    await consents.give(session, made.id, "1", "nl", now)
    await consents.give(session, made.id, "2", "nl", now + timedelta(days=1))
    assert await consents.current(session, made.id) == "2"
    await consents.withdraw(session, made.id, now + timedelta(days=2))
    assert await consents.current(session, made.id) is None
    assert await sql.count(session, tables.consent) == 2
    await consents.give(session, made.id, "2", "nl", now + timedelta(days=3))
    assert await consents.current(session, made.id) == "2"


async def test_an_enrolment_comes_back_as_it_was_and_as_it_became(session, now, new_leader):
    made = await new_leader(session)
    assert await enrolments.running_of(session, made.id) == []
    enrolment = await _enrolled(session, made.id, now, due=now)
    assert await enrolments.running_of(session, made.id) == [enrolment]
    moved = replace(enrolment, position=3, next_due_at=now + timedelta(days=2), anchor_position=1)
    await enrolments.keep(session, moved)
    assert await enrolments.running_of(session, made.id) == [moved]
    ended = replace(moved, state="ended", next_due_at=None)
    await enrolments.keep(session, ended)
    assert await enrolments.running_of(session, made.id) == []
    assert await enrolments.of_leader(session, made.id) == [ended]


@pytest.mark.parametrize("in_a_group", [True, False])
async def test_a_leader_follows_one_programme_in_each_group_and_one_alone(session, now, new_leader, in_a_group):
    made = await new_leader(session)
    cohort = (await _cohort(session, now)).id if in_a_group else None
    await _enrolled(session, made.id, now, cohort)
    with pytest.raises(IntegrityError):
        await _enrolled(session, made.id, now, cohort)


async def test_of_several_programmes_the_next_due_comes_first_and_what_has_no_moment_last(session, now, new_leader):
    made = await new_leader(session)
    groups = [await _cohort(session, now) for _ in range(3)]
    dues = (None, now + timedelta(days=2), now)
    asleep, later, first = [
        await _enrolled(session, made.id, now, group.id, due=due) for group, due in zip(groups, dues, strict=True)
    ]
    assert await enrolments.running_of(session, made.id) == [first, later, asleep]


async def test_a_leader_is_in_the_groups_that_were_not_left_and_are_not_closed(session, now, new_leader):
    made = await new_leader(session)
    follows, over, left, closed = [await _cohort(session, now) for _ in range(4)]
    for group, state in ((over, "ended"), (follows, "ended"), (follows, "active"), (left, "left"), (closed, "active")):
        joined = await _enrolled(session, made.id, now, group.id)
        await enrolments.keep(session, replace(joined, state=state))
    await cohorts.keep(session, replace(closed, state="closed"))
    assert [number for number, _ in await enrolments.groups_of(session, made.id)] == [over.id, follows.id]


async def test_who_is_due_is_claimed_longest_overdue_first(session, now, new_leader):
    for chat, hours in ((1, -1), (2, -3), (3, 0), (4, 1), (5, None)):
        made = await new_leader(session, chat=chat)
        due = None if hours is None else now + timedelta(hours=hours)
        await _enrolled(session, made.id, now, due=due)
    claimed = await enrolments.claim_due(session, now, 10)
    assert [(await leaders.get(session, each.leader)).chat for each in claimed] == [2, 1, 3]
    assert len(await enrolments.claim_due(session, now, 2)) == 2
    assert await enrolments.next_due(session) == now - timedelta(hours=3)


async def test_who_has_ended_or_left_is_never_due(session, now, new_leader):
    made = await new_leader(session)
    enrolment = await _enrolled(session, made.id, now, due=now)
    await enrolments.keep(session, replace(enrolment, state="left"))
    assert await enrolments.claim_due(session, now, 10) == []
    assert await enrolments.next_due(session) is None


async def test_a_cohort_that_goes_leaves_its_people_enrolled(session, now, new_leader):
    made = await new_leader(session)
    cohort = await _cohort(session, now)
    enrolment = await _enrolled(session, made.id, now, cohort.id)
    await sql.remove(session, tables.cohort, tables.cohort.c.id == cohort.id)
    assert await enrolments.running_of(session, made.id) == [replace(enrolment, cohort=None)]


async def test_four_workers_ask_everybody_once(database_url, open_stores, now, new_leader):
    stores = open_stores(database_url, 4)
    async with stores[0].transaction() as session:
        for chat in range(60):
            await _enrolled(session, (await new_leader(session, chat=chat)).id, now, due=now)
    asked: list[int] = []

    async def tick(store) -> None:
        while True:
            async with store.transaction() as session:
                claimed = await enrolments.claim_due(session, now, 7)
                for each in claimed:
                    await enrolments.keep(session, replace(each, position=1, next_due_at=now + timedelta(days=1)))
                asked.extend(each.id for each in claimed)
                if await enrolments.next_due(session) != now:
                    return

    await asyncio.gather(*(tick(store) for store in stores))
    assert len(asked) == len(set(asked)) == 60


async def test_a_leader_who_is_being_heard_is_left_for_the_next_tick(postgres_url, open_stores, now, new_leader):
    one, other = open_stores(postgres_url, 2)
    async with one.transaction() as session:
        heard = await new_leader(session, chat=1)
        rests = await new_leader(session, chat=2)
        for leader in (heard, rests):
            await _enrolled(session, leader.id, now, due=now)

    async def tick() -> list[int]:
        async with other.transaction() as session:
            return [each.leader for each in await enrolments.claim_due(session, now, 10)]

    async with one.transaction() as hearing:
        assert await leaders.by_chat(hearing, 1) == heard
        assert await asyncio.create_task(tick()) == [rests.id]
    assert await tick() == [heard.id, rests.id]
