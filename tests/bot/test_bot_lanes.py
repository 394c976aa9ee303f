"""The sender, the ticker, and the two ways of waiting."""

import asyncio

import pytest

from bot import ticker as ticking
from bot.bell import Bell, Stop
from bot.sender import Sender
from bot.ticker import LONGEST, SHORTEST, Ticker, interval
from storage.faults import StorageUnavailable


@pytest.mark.asyncio
async def test_a_ring_ends_the_wait_and_one_that_came_before_is_not_lost():
    bell = Bell()
    bell.ring()
    await asyncio.wait_for(bell.heard(60), 1)
    later = asyncio.create_task(bell.heard(60))
    await asyncio.sleep(0)
    bell.ring()
    await asyncio.wait_for(later, 1)


@pytest.mark.asyncio
async def test_without_a_ring_the_wait_ends_by_itself():
    await asyncio.wait_for(Bell().heard(0.0), 1)
    await asyncio.wait_for(Stop().wait(0.0), 1)


@pytest.mark.asyncio
async def test_work_that_may_be_dropped_is_dropped_when_the_program_stops():
    stop, cancelled = Stop(), asyncio.Event()

    async def long():
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    waiting = asyncio.create_task(stop.unless(long()))
    await asyncio.sleep(0)
    stop.ask()
    assert await waiting is None
    assert cancelled.is_set()


@pytest.mark.asyncio
async def test_work_that_ends_in_time_gives_its_result_or_its_error():
    async def give(result):
        return result

    async def fail():
        raise ValueError("x")

    assert await Stop().unless(give(5)) == 5
    with pytest.raises(ValueError, match="x"):
        await Stop().unless(fail())


class Outbox:
    """Gives the seconds until the next look, and stops the program at the end."""

    def __init__(self, stop, *looks):
        self.stop = stop
        self.looks = list(looks)
        self.taken = 0
        self.looked = asyncio.Event()

    async def deliver(self):
        self.taken += 1
        self.looked.set()
        look = self.looks.pop(0)
        if not self.looks:
            self.stop.ask()
        if isinstance(look, Exception):
            raise look
        return look


@pytest.mark.asyncio
async def test_messages_that_are_ready_go_out_one_after_the_other():
    stop = Stop()
    outbox = Outbox(stop, 0.0, 0.0, 0.0)
    await asyncio.wait_for(Sender(outbox.deliver, stop).run(), 5)
    assert outbox.taken == 3


@pytest.mark.asyncio
async def test_an_outbox_that_cannot_be_served_is_tried_again(log_stream):
    stop = Stop()
    outbox = Outbox(stop, StorageUnavailable("locked"), 0.0)
    await asyncio.wait_for(Sender(outbox.deliver, stop).run(), 5)
    assert outbox.taken == 2
    assert "the outbox cannot be served" in log_stream.getvalue()


@pytest.mark.asyncio
async def test_a_ring_brings_the_sender_back_at_once(monkeypatch):
    monkeypatch.setattr("bot.sender.SWEEP", 60.0)
    stop = Stop()
    outbox = Outbox(stop, 60.0, 0.0)
    sender = Sender(outbox.deliver, stop)
    task = asyncio.create_task(sender.run())
    await outbox.looked.wait()
    sender.bell.ring()
    await asyncio.wait_for(task, 5)


def test_the_interval_covers_a_minute_of_the_story_within_bounds():
    assert interval(1) == LONGEST
    assert interval(60) == 1
    assert interval(86_400) == SHORTEST


@pytest.mark.asyncio
async def test_the_ticker_ticks_until_it_is_closed(monkeypatch):
    monkeypatch.setattr(ticking, "SHORTEST", 0.001)
    ticked = asyncio.Event()

    async def tick():
        ticked.set()

    ticker = Ticker(tick, speed=1e9)
    ticker.open()
    await asyncio.wait_for(ticked.wait(), 5)
    await ticker.close(1)


@pytest.mark.asyncio
async def test_a_story_that_is_moved_by_hand_ticks_by_hand_only():
    ticks = []

    async def tick():
        ticks.append(1)

    ticker = Ticker(tick, speed=0.0)
    ticker.open()
    assert ticker._scheduler.get_jobs() == []
    await ticker.once()
    await ticker.close(1)
    assert ticks == [1]


@pytest.mark.asyncio
async def test_a_tick_that_fails_does_not_end_the_ticking(log_stream):
    async def fail():
        raise StorageUnavailable("locked")

    ticker = Ticker(fail, speed=0.0)
    await ticker.once()
    assert "a tick failed" in log_stream.getvalue()


@pytest.mark.asyncio
async def test_closing_waits_for_the_tick_that_runs():
    begun, go, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def tick():
        begun.set()
        await go.wait()
        ended.set()

    ticker = Ticker(tick, speed=0.0)
    ticker.open()
    running = asyncio.create_task(ticker.once())
    await begun.wait()
    closing = asyncio.create_task(ticker.close(5))
    await asyncio.sleep(0)
    go.set()
    await closing
    assert ended.is_set()
    await running
