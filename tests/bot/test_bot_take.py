"""The inbox as the bot uses it, on both databases."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from journeys import take
from journeys.ports import World
from journeys.take import Attempt, Hands, chat_of, wait_before
from storage import inbox

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class HandClock:
    """Both times are set by hand, so that leases and waits end when a test says so."""

    def __init__(self):
        self.moment = START

    def now(self):
        return self.moment

    wall = now


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def world(store, clock):
    return World(store, clock, library=None)


def message(number, chat=7, text="hello"):
    return {
        "update_id": number,
        "message": {"message_id": number, "chat": {"id": chat, "type": "private"}, "text": text},
    }


def numbers(rows):
    return [row.update_id for row in rows]


async def mark(world, number):
    async with world.store.transaction() as session:
        assert await inbox.handled(session, number, world.clock.wall())


async def states(world):
    async with world.store.transaction() as session:
        return await inbox.counts(session)


@pytest.mark.asyncio
async def test_an_update_is_kept_once_however_often_it_comes(world):
    assert await take.take(world, [message(1), message(2)]) == 2
    assert await take.take(world, [message(2), message(1), message(3)]) == 1
    assert await states(world) == {"waiting": 3}


@pytest.mark.asyncio
async def test_what_comes_out_is_what_went_in_to_the_last_surrogate(world):
    odd = message(1, text="\ud800 \x00 \U0001f9ed {{ }} <b>" + "é" * 4096)
    await take.take(world, [odd])
    (row,) = await take.next_turn(world, [], Hands(5))
    assert json.loads(row.payload) == odd
    assert row.chat == 7


@pytest.mark.asyncio
async def test_a_chat_is_handled_in_order_and_chats_side_by_side(world):
    await take.take(world, [message(1, chat=7), message(2, chat=7), message(3, chat=8)])
    assert numbers(await take.next_turn(world, [], Hands(5))) == [1, 3]
    assert await take.next_turn(world, [], Hands(5)) == []
    await mark(world, 1)
    assert numbers(await take.next_turn(world, [Attempt(1, 1)], Hands(5))) == [2]


@pytest.mark.asyncio
async def test_no_free_hands_take_nothing(world):
    await take.take(world, [message(1)])
    assert await take.next_turn(world, [], Hands(0)) == []
    assert await states(world) == {"waiting": 1}


@pytest.mark.asyncio
async def test_an_update_that_nobody_marked_comes_back_after_a_wait(world, clock):
    await take.take(world, [message(1)])
    (row,) = await take.next_turn(world, [], Hands(1))
    assert await take.next_turn(world, [Attempt(1, row.attempts)], Hands(1)) == []
    clock.moment += timedelta(seconds=wait_before(1))
    (again,) = await take.next_turn(world, [], Hands(1))
    assert again.attempts == 2


@pytest.mark.asyncio
async def test_a_marked_update_stays_handled_whatever_the_attempt_says(world, clock):
    await take.take(world, [message(1)])
    await take.next_turn(world, [], Hands(1))
    await mark(world, 1)
    await take.next_turn(world, [Attempt(1, 99, "ValueError"), Attempt(1, 1, "ValueError", hopeless=True)], Hands(1))
    assert await states(world) == {"handled": 1}


@pytest.mark.asyncio
async def test_after_six_failures_an_update_is_set_aside_and_its_chat_goes_on(world, clock):
    await take.take(world, [message(1), message(2)])
    done = []
    for expected in range(1, take.TRIES + 1):
        (row,) = await take.next_turn(world, done, Hands(1))
        assert (row.update_id, row.attempts) == (1, expected)
        await take.next_turn(world, [Attempt(1, row.attempts, "ValueError")], Hands(0))
        clock.moment += timedelta(seconds=60)
    assert numbers(await take.next_turn(world, [], Hands(1))) == [2]
    assert (await states(world))["parked"] == 1


@pytest.mark.asyncio
async def test_an_update_is_never_set_aside_because_the_database_was_gone(world, clock):
    await take.take(world, [message(1)])
    for _ in range(take.TRIES + 3):
        (row,) = await take.next_turn(world, [], Hands(1))
        await take.next_turn(world, [Attempt(1, row.attempts, "StorageUnavailable", blameless=True)], Hands(0))
        clock.moment += timedelta(seconds=60)
    assert await states(world) == {"waiting": 1}


@pytest.mark.asyncio
async def test_an_update_that_cannot_be_read_is_set_aside_at_once(world):
    await take.take(world, [message(1)])
    await take.next_turn(world, [], Hands(1))
    await take.next_turn(world, [Attempt(1, 1, "KeyError", hopeless=True)], Hands(1))
    assert await states(world) == {"parked": 1}


@pytest.mark.asyncio
async def test_a_worker_that_died_loses_its_updates_to_the_next_one(world, clock):
    await take.take(world, [message(1)])
    await take.next_turn(world, [], Hands(1, lease=30))
    clock.moment += timedelta(seconds=29)
    assert await take.next_turn(world, [], Hands(1)) == []
    clock.moment += timedelta(seconds=2)
    assert numbers(await take.next_turn(world, [], Hands(1))) == [1]


@pytest.mark.asyncio
async def test_an_update_that_takes_every_worker_down_is_set_aside_at_last(world, clock):
    await take.take(world, [message(1), message(2)])
    for _ in range(take.CRASHES):
        assert numbers(await take.next_turn(world, [], Hands(1, lease=1))) == [1]
        clock.moment += timedelta(seconds=2)
    assert await take.next_turn(world, [], Hands(1)) == []
    assert numbers(await take.next_turn(world, [], Hands(1))) == [2]


@pytest.mark.asyncio
async def test_what_is_old_is_thrown_away(world, clock):
    await take.take(world, [message(1), message(2, chat=8), message(3, chat=9)])
    await take.next_turn(world, [], Hands(2))
    await mark(world, 1)
    await take.next_turn(world, [Attempt(2, 1, "KeyError", hopeless=True)], Hands(0))
    assert await take.purge(world) == 0
    clock.moment += timedelta(days=9)
    assert await take.purge(world) == 2
    assert await states(world) == {"waiting": 1}


@pytest.mark.asyncio
async def test_pending_counts_what_is_not_done(world):
    await take.take(world, [message(1), message(2)])
    assert await take.pending(world) == 2
    await mark(world, 1)
    assert await take.pending(world) == 1


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        ({"update_id": 1, "message": {"chat": {"id": 5}, "from": {"id": 6}}}, 5),
        ({"update_id": 1, "edited_message": {"chat": {"id": -100}}}, -100),
        ({"update_id": 1, "callback_query": {"id": "x", "from": {"id": 6}, "message": {"chat": {"id": 5}}}}, 5),
        ({"update_id": 1, "callback_query": {"id": "x", "from": {"id": 6}}}, 6),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 5}, "from": {"id": 5}}}, 5),
        ({"update_id": 1, "thought_received": {"from": {"id": 6}}}, 6),
        ({"update_id": 1, "poll": {"id": "x"}}, None),
        ({"update_id": 1, "message": {"chat": {"id": "5"}}}, None),
        ({"update_id": 1, "message": {"chat": {"id": True}}}, None),
        ({"update_id": 1, "message": {"chat": {"id": 2**70}}}, None),
        ({"update_id": 1, "message": [{"chat": {"id": 5}}]}, None),
        ({"update_id": 1}, None),
    ],
)
def test_the_chat_is_found_in_any_kind_of_update(update, chat):
    assert chat_of(update) == chat


def test_waits_double_up_to_a_minute():
    assert [wait_before(n) for n in (1, 2, 3, 6, 7, 99)] == [1, 2, 4, 32, 60, 60]
