"""Nothing received is lost, nothing is handled twice, and every chat keeps its order."""

import asyncio
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select

from storage import inbox, tables
from storage.inbox import Received

pytestmark = pytest.mark.asyncio


async def test_each_update_is_kept_once_however_often_it_comes(session, now):
    assert await inbox.store(session, [(1, 5, b"a"), (2, None, b"b")], now) == 2
    assert await inbox.store(session, [(2, None, b"b"), (3, 6, b"c"), (1, 5, b"other")], now) == 1
    assert await inbox.store(session, [], now) == 0
    assert await inbox.counts(session) == {"waiting": 3}
    assert await inbox.waiting(session) == 3


async def test_an_empty_inbox_has_nothing_to_hand_out(session, now):
    assert await inbox.claim(session, now, 30, 10) == []


async def test_payloads_are_sealed_on_disk_and_come_back_the_same(session, now):
    payload = bytes(range(256)) + b'{"text": "geheim"}'
    await inbox.store(session, [(1, 5, payload)], now)
    stored = await session.connection.scalar(select(tables.inbox.c.payload))
    assert b"geheim" not in stored
    assert await inbox.claim(session, now, 30, 10) == [Received(1, 5, payload, 1)]
    assert b"geheim" not in repr(Received(1, 5, payload, 1)).encode()


async def test_one_update_per_chat_is_handed_out_and_the_next_when_it_is_handled(session, now):
    await inbox.store(session, [(1, 5, b"a"), (2, 5, b"b"), (3, 6, b"c"), (4, None, b"d"), (5, None, b"e")], now)
    assert [each.update_id for each in await inbox.claim(session, now, 30, 10)] == [1, 3, 4, 5]
    assert await inbox.claim(session, now, 30, 10) == []
    assert await inbox.handled(session, 1, now)
    assert [each.update_id for each in await inbox.claim(session, now, 30, 10)] == [2]


async def test_the_limit_takes_the_oldest_first(session, now):
    await inbox.store(session, [(number, number, b"a") for number in (9, 3, 7)], now)
    assert [each.update_id for each in await inbox.claim(session, now, 30, 2)] == [3, 7]


async def test_handled_counts_once_and_empties_the_row(session, now):
    await inbox.store(session, [(1, 5, b"a")], now)
    assert await inbox.handled(session, 1, now)
    assert not await inbox.handled(session, 1, now)
    assert not await inbox.handled(session, 404, now)
    row = (await session.connection.execute(select(tables.inbox))).one()
    assert (row.state, row.payload, row.chat) == ("handled", None, None)


async def test_a_failed_update_keeps_its_chat_waiting_until_its_next_try(session, now):
    await inbox.store(session, [(1, 5, b"a"), (2, 5, b"b")], now)
    await inbox.claim(session, now, 30, 10)
    retry_at = now + timedelta(seconds=4)
    await inbox.failed(session, 1, "ValueError", retry_at, now)
    assert await inbox.claim(session, now + timedelta(seconds=3), 30, 10) == []
    assert await inbox.claim(session, retry_at, 30, 10) == [Received(1, 5, b"a", 2)]


async def test_what_was_handled_can_neither_fail_nor_be_parked(session, now):
    await inbox.store(session, [(1, 5, b"a")], now)
    await inbox.handled(session, 1, now)
    await inbox.failed(session, 1, "late news", now, now)
    await inbox.park(session, 1, "late news", now)
    assert await inbox.counts(session) == {"handled": 1}


async def test_a_parked_update_lets_its_chat_go_on_and_can_still_be_handled_by_hand(session, now):
    await inbox.store(session, [(1, 5, b"a"), (2, 5, b"b")], now)
    await inbox.claim(session, now, 30, 1)
    await inbox.park(session, 1, "unreadable\nupdate\0", now)
    assert [each.update_id for each in await inbox.claim(session, now, 30, 10)] == [2]
    assert await session.connection.scalar(select(tables.inbox.c.why)) == "unreadable?update?"
    assert await inbox.handled(session, 1, now)


async def test_a_lease_that_ran_out_is_handed_out_again(session, now):
    await inbox.store(session, [(1, 5, b"a")], now)
    await inbox.claim(session, now, 30, 10)
    assert await inbox.claim(session, now + timedelta(seconds=29), 30, 10) == []
    assert await inbox.claim(session, now + timedelta(seconds=30), 30, 10) == [Received(1, 5, b"a", 2)]


async def test_parked_updates_go_after_a_week_and_handled_ones_a_day_later(session, now):
    await inbox.store(session, [(1, 5, b"a"), (2, 6, b"b"), (3, 7, b"c")], now)
    await inbox.park(session, 1, "why", now)
    await inbox.handled(session, 2, now)
    assert await inbox.purge(session, now + timedelta(days=7) - timedelta(seconds=1)) == 0
    assert await inbox.purge(session, now + timedelta(days=7)) == 1
    assert await inbox.purge(session, now + timedelta(days=8)) == 1
    assert await inbox.counts(session) == {"waiting": 1}


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_whatever_happens_every_chat_is_handled_in_order_and_only_once(session, now, seed):
    chance, clock, handled = Random(seed), now, []
    rows = [(number, chance.choice([1, 2, 3, None]), b"x") for number in range(1, 41)]
    for row in chance.sample(rows, len(rows)) + rows[:5]:
        await inbox.store(session, [row], clock)
    held: list[Received] = []
    for _ in range(3_000):
        if not await inbox.waiting(session):
            break
        clock += timedelta(seconds=chance.choice([0, 1, 20]))
        held += await inbox.claim(session, clock, 30, chance.randint(1, 4))
        if held:
            await _something_happens(session, chance, held, handled, clock)
    assert len(handled) == len(set(handled)) == len(rows)
    chats = {number: chat for number, chat, _ in rows}
    for chat in (1, 2, 3):
        mine = [number for number in handled if chats[number] == chat]
        assert mine == sorted(mine)


async def _something_happens(session, chance, held, handled, clock) -> None:
    one = held.pop(chance.randrange(len(held)))
    match chance.choice(["done", "done", "failed", "forgotten"]):
        case "done" if await inbox.handled(session, one.update_id, clock):
            handled.append(one.update_id)
        case "failed":
            await inbox.failed(session, one.update_id, "why", clock + timedelta(seconds=5), clock)


async def test_four_workers_share_the_work_without_doubles_and_in_order(database_url, open_stores, now):
    stores = open_stores(database_url, 4)
    rows = [(number, number % 7, b"x") for number in range(1, 141)]
    async with stores[0].transaction() as session:
        assert await inbox.store(session, rows, now) == len(rows)
    handled: list[int] = []

    async def work(store) -> None:
        while True:
            async with store.transaction() as session:
                claimed = await inbox.claim(session, now, 30, 3)
                left = await inbox.waiting(session)
            if not claimed and not left:
                return
            for each in claimed:
                async with store.transaction() as session:
                    assert await inbox.handled(session, each.update_id, now)
                    handled.append(each.update_id)

    await asyncio.gather(*(work(store) for store in stores))
    assert sorted(handled) == [row[0] for row in rows]
    for chat in range(7):
        mine = [number for number in handled if number % 7 == chat]
        assert mine == sorted(mine)


async def test_two_that_handle_the_same_update_at_once_do_it_once(database_url, open_stores, now):
    stores = open_stores(database_url, 2)
    async with stores[0].transaction() as session:
        await inbox.store(session, [(1, 5, b"a")], now)

    async def handle(store) -> bool:
        async with store.transaction() as session:
            return await inbox.handled(session, 1, now)

    assert sorted(await asyncio.gather(*(handle(store) for store in stores))) == [False, True]
