"""The lane on which everything is said: one message in flight, so that a kill leaves at most one in doubt."""

from collections.abc import Awaitable, Callable

import structlog

from bot.backoff import Backoff
from bot.bell import Bell, Stop

log = structlog.get_logger()
SWEEP = 1.0  # seconds between looks at the outbox when nobody rings
Deliver = Callable[[], Awaitable[float]]  # sends one message; gives the seconds until the next look, 0 for at once


class Sender:
    """Drains the outbox; several may run on one database, which shares out the messages and the budget."""

    def __init__(self, deliver: Deliver, stop: Stop) -> None:
        self.bell = Bell()
        self._deliver = deliver
        self._stop = stop
        self._backoff = Backoff(first=0.2, cap=5.0)

    async def run(self) -> None:
        """Send until the program stops; the message in flight is finished and settled."""
        while not self._stop.asked:
            seconds = await self._once()
            if seconds > 0:
                await self.bell.heard(min(seconds, SWEEP))

    async def _once(self) -> float:
        try:
            seconds = await self._deliver()
        except Exception:  # a database that is gone comes back; the lease decides what becomes of the message
            log.exception("the outbox cannot be served")
            await self._stop.wait(self._backoff.next())
            return 0.0
        self._backoff.reset()
        return seconds
