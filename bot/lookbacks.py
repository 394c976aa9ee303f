"""The lane on which look backs are made, a round at a time, and which tells how far it is: counts, and nothing else."""

import time
from collections.abc import Awaitable, Callable

import structlog

from bot.bell import Bell, Stop
from journeys.batch import Round

log = structlog.get_logger()
EVERY = 10.0  # seconds between two lines about a batch that is under way
SWEEP = 60.0  # seconds between looks when no tick rings
MakeSome = Callable[[], Awaitable[Round]]


class LookBacks:
    """Makes what is due whenever a tick rings; a batch that a stop or a kill cuts short goes on at the next start."""

    def __init__(self, make: MakeSome, stop: Stop, done: Callable[[], None]) -> None:
        self.bell = Bell()
        self._make, self._stop, self._done = make, stop, done

    async def run(self) -> None:
        """Work until the program stops; the round in hand is finished."""
        while not self._stop.asked:
            await self.bell.heard(SWEEP)
            try:
                await self._batch()
            except Exception:  # a database that is gone comes back, and what is due stays due
                log.exception("look backs cannot be made now")

    async def _batch(self) -> None:
        """Round after round until nothing is due; `done` hears of each, so that letters go out meanwhile."""
        made, begun = 0, time.monotonic()
        told = begun
        while not self._stop.asked:
            last = await self._make()
            if not last.made and not last.trouble:
                break
            made += last.made
            self._done()
            for error in last.trouble:
                log.error("a look back could not be made and is put off", exc_info=error)
            if last.left and time.monotonic() - told >= EVERY:
                told = time.monotonic()
                log.info("look backs are being made", count=made, pending=last.left, took=round(told - begun, 1))
        if made:
            log.info("look backs were made", count=made, took=round(time.monotonic() - begun, 1))
