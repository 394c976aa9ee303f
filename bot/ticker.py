"""The tick: one small job of APScheduler, in memory, that asks the journeys what is due."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]  # it ships no types

log = structlog.get_logger()
SHORTEST, LONGEST = 0.1, 10.0  # seconds of the machine between two ticks
STORY = 60.0  # seconds of the story that a tick may cover, where the shortest interval allows it


def interval(speed: float) -> float:
    """Seconds of the machine between two ticks, for a story that runs `speed` times faster."""
    return min(LONGEST, max(SHORTEST, STORY / speed))


class Ticker:
    """Ticks until closed; a tick that lasts longer than the interval swallows the next ones."""

    def __init__(self, tick: Callable[[], Awaitable[None]], speed: float) -> None:
        self._tick = tick
        self._speed = speed
        self._turn = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        if speed > 0:  # a story that is moved by hand ticks by hand
            self._scheduler.add_job(
                self.once,
                "interval",
                seconds=interval(speed),
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
                next_run_time=datetime.now(UTC),  # what came due while nothing ran does not wait
            )

    async def once(self) -> None:
        """Tick now, one at a time; whatever goes wrong waits for the next tick."""
        async with self._turn:
            try:
                await self._tick()
            except Exception:
                log.exception("a tick failed, the next one tries again")

    def soon(self, seconds: float) -> None:
        """Tick once more after so many seconds of the story, for what is due before the next tick."""
        if self._speed > 0 and self._scheduler.running:
            at = datetime.now(UTC) + timedelta(seconds=max(0.0, seconds) / self._speed)
            self._scheduler.add_job(self.once, "date", run_date=at, misfire_grace_time=None)

    def open(self) -> None:
        """Start ticking."""
        self._scheduler.start()

    async def close(self, seconds: float) -> None:
        """Stop ticking, after the tick that runs if it ends in time; its transactions are whole in any case."""
        if self._scheduler.running:
            self._scheduler.remove_all_jobs()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._turn.acquire(), seconds)
            self._scheduler.shutdown(wait=False)
