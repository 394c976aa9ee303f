"""The lane of look backs: it tells how far it is in counts, and a batch that is killed halfway is finished later."""

import asyncio
import os
import random
import sys
from pathlib import Path

import pytest
from lookback_worker import __file__ as worker

from benchmarks.crowd import DUE, settle
from bot import lookbacks
from bot.bell import Stop
from bot.clock import SteppedClock
from bot.lookbacks import LookBacks
from dialogues.library import library
from journeys import batch
from journeys.batch import Round
from journeys.ports import World
from journeys.unlock import unlock
from storage.session import open_store
from storage.vault import Vault

ROOT = Path(__file__).parent.parent.parent
LEADERS, KILLS = 14, 3


async def rows(store, query):
    async with store.transaction() as session:
        return [tuple(row) for row in (await session.connection.exec_driver_sql(query)).all()]


async def killed(url, dice):
    """Start a batch, kill it in the middle, and wait until everything it started has ended too."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("WEERKLANK_", "COVERAGE_"))}
    process = await asyncio.create_subprocess_exec(
        sys.executable, worker, url, cwd=ROOT, env={**kept, "PYTHONPATH": str(ROOT)}, stdout=asyncio.subprocess.PIPE
    )
    for _ in range(dice.randint(2, 5)):
        assert await asyncio.wait_for(process.stdout.readline(), 60) == b"one\n"
    await asyncio.sleep(dice.uniform(0, 0.03))
    process.kill()
    await asyncio.wait_for(process.stdout.read(), 60)  # it ends when the last who could write has gone
    await process.wait()


@pytest.mark.asyncio
async def test_a_batch_that_is_killed_halfway_again_and_again_brings_each_look_back_once(sqlite_url):
    store, dice = open_store(sqlite_url, Vault(bytes(range(32)))), random.Random(20261102)
    await unlock(store)
    async with store.transaction() as session:
        for number in range(LEADERS):
            await settle(session, number, library())
    left = [LEADERS]
    for _ in range(KILLS):
        await killed(sqlite_url, dice)
        left.append(LEADERS - len(await rows(store, "SELECT id FROM summary")))
        assert (
            len(await rows(store, "SELECT id FROM errand WHERE state = 'waiting' AND due_at <= '2026-11-03'"))
            == left[-1]
        )
    assert 0 < left[-1] < LEADERS
    assert await batch.run(World(store, SteppedClock(DUE), library())) == left[-1]
    assert len(await rows(store, "SELECT DISTINCT leader FROM summary")) == LEADERS
    for table in ("summary", "outbox WHERE screen_name = 'lookback'", "outbox WHERE screen_name = 'lookback_picture'"):
        assert await rows(store, f"SELECT count(*) FROM {table}") == [(LEADERS,)]
    await store.close()


class Rounds:
    """What one round after the other brings; then nothing is due, and the program is asked to stop."""

    def __init__(self, stop, *brings):
        self.stop, self.brings = stop, list(brings)

    async def __call__(self):
        if not self.brings:
            self.stop.ask()
            return Round(0, 0)
        brought = self.brings.pop(0)
        if isinstance(brought, Exception):
            raise brought
        return brought


async def lane(*brings):
    """A lane that does these rounds; gives how often letters could go out."""
    stop, rung = Stop(), []
    working = LookBacks(Rounds(stop, *brings), stop, lambda: rung.append(1))
    working.bell.ring()
    await asyncio.wait_for(working.run(), 20)
    return len(rung)


@pytest.mark.asyncio
async def test_how_far_a_batch_is_is_told_in_counts(log_lines, monkeypatch):
    monkeypatch.setattr(lookbacks, "EVERY", 0.0)
    assert await lane(Round(32, 40), Round(32, 8), Round(8, 0)) == 3
    told = [{name: line.get(name) for name in ("event", "count", "pending")} for line in log_lines()]
    assert told == [
        {"event": "look backs are being made", "count": 32, "pending": 40},
        {"event": "look backs are being made", "count": 64, "pending": 8},
        {"event": "look backs were made", "count": 72, "pending": None},
    ]


@pytest.mark.asyncio
async def test_one_that_fails_is_told_without_a_word_of_it_and_the_others_go_on(log_stream):
    assert await lane(Round(3, 1, (ValueError("canary"),)), Round(0, 0, (ValueError("canary"),)), Round(1, 0)) == 3
    assert log_stream.getvalue().count("put off") == 2
    assert "ValueError" in log_stream.getvalue()
    assert "canary" not in log_stream.getvalue()
    assert '"count": 4' in log_stream.getvalue()


@pytest.mark.asyncio
async def test_a_database_that_is_gone_does_not_end_the_lane(log_stream, monkeypatch):
    monkeypatch.setattr(lookbacks, "SWEEP", 0.0)
    assert await lane(OSError("canary"), Round(2, 0)) == 1
    assert "cannot be made now" in log_stream.getvalue()


@pytest.mark.asyncio
async def test_nothing_due_is_not_worth_a_line(log_stream):
    assert await lane() == 0
    assert log_stream.getvalue() == ""
