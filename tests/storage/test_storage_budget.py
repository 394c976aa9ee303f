"""A budget is never overdrawn, whoever draws from it."""

import asyncio
from datetime import timedelta
from random import Random

import pytest

from storage import budget, sql, tables

pytestmark = pytest.mark.asyncio


async def _granted(session, scopes, moments) -> list:
    return [at for at in moments if await budget.take(session, scopes, at) is None]


async def test_a_burst_is_granted_at_once_and_then_the_steady_pace(session, now):
    scope = [("all", 10.0, 3)]
    assert [await budget.take(session, scope, now) for _ in range(3)] == [None, None, None]
    opens = await budget.take(session, scope, now)
    assert opens == now + timedelta(milliseconds=100)
    assert await budget.take(session, scope, opens) is None
    assert await budget.take(session, scope, opens) == opens + timedelta(milliseconds=100)


async def test_when_one_scope_is_spent_nothing_is_taken_from_the_other(session, now):
    assert await budget.take(session, [("all", 1.0, 2), ("chat:1", 1.0, 1)], now) is None
    assert await budget.take(session, [("all", 1.0, 2), ("chat:1", 1.0, 1)], now) == now + timedelta(seconds=1)
    assert await budget.take(session, [("all", 1.0, 2), ("chat:2", 1.0, 1)], now) is None


async def test_nothing_is_granted_while_a_scope_is_held(session, now):
    until = now + timedelta(seconds=7)
    await budget.hold(session, "all", until)
    await budget.hold(session, "all", now + timedelta(seconds=3))
    assert await budget.take(session, [("all", 30.0, 30)], now) == until
    assert await budget.take(session, [("all", 30.0, 30)], until) is None


async def test_scopes_that_rested_are_forgotten_but_not_those_that_are_held(session, now):
    await budget.take(session, [("chat:1", 1.0, 1), ("chat:2", 1.0, 1)], now)
    await budget.hold(session, "chat:2", now + timedelta(hours=5))
    assert await budget.purge(session, now + timedelta(minutes=30)) == 0
    assert await budget.purge(session, now + timedelta(hours=2)) == 1
    assert await sql.count(session, tables.budget) == 1


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_in_no_span_of_time_more_is_granted_than_the_burst_plus_the_rate(session, now, seed):
    chance = Random(seed)
    rate, burst = chance.choice([(28.0, 28), (1.0, 6), (3.0, 1)])
    moments = sorted(now + timedelta(seconds=chance.uniform(0, 12)) for _ in range(250))
    granted = await _granted(session, [("all", rate, burst)], moments)
    assert len(granted) >= burst
    for first, start in enumerate(granted):
        for last in range(first, len(granted)):
            span = (granted[last] - start).total_seconds()
            assert last - first + 1 <= burst + rate * span + 1e-6


async def test_four_workers_together_stay_within_the_budget(database_url, open_stores, now):
    stores = open_stores(database_url, 4)
    scopes = [("all", 1.0, 13), ("chat:5", 1.0, 11)]

    async def draw(store, order) -> list:
        answers = []
        for _ in range(8):
            async with store.transaction() as session:
                answers.append(await budget.take(session, scopes[::order], now))
        return answers

    drawn = await asyncio.gather(*(draw(store, 1 if n % 2 else -1) for n, store in enumerate(stores)))
    assert sum(answer is None for answers in drawn for answer in answers) == 11
