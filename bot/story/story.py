"""The time of a story: it jumps to whatever is next, the bot does its work, people act when their moment comes."""

import heapq
import itertools
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import aiohttp

from bot.api import Done
from bot.app import App
from bot.clock import SteppedClock
from journeys import due

Doing = Callable[[], Awaitable[None]]


class Story:
    """The story so far, and what is still to happen; `told` hears of every jump."""

    def __init__(self, app: App, clock: SteppedClock, telegram: str, told: Callable[[datetime], None]) -> None:
        self.app, self.clock = app, clock
        self._telegram, self._told = telegram, told
        self._waiting: list[tuple[datetime, int, Doing]] = []
        self._count = itertools.count()
        self._session = aiohttp.ClientSession()

    async def close(self) -> None:
        """The end."""
        await self._session.close()

    def later(self, at: datetime, doing: Doing) -> None:
        """Somebody does this at that moment."""
        heapq.heappush(self._waiting, (at, next(self._count), doing))

    async def jump(self, moment: datetime) -> None:
        """It is now this moment; the bot does what is due, and all that was to be said arrives."""
        self.clock.set(max(moment, self.clock.now()))
        self._told(self.clock.now())
        url = f"{self._telegram}/control/clock"
        async with self._session.post(url, json={"now": self.clock.now().isoformat()}) as response:
            response.raise_for_status()
        await self.app.tick()
        await self.settled()

    async def settled(self) -> None:
        """Everything that was written has reached the bot, and everything it says has arrived."""
        while await self._on_their_way():
            await self.app.progress.heard(0.01)  # the bot is fetching
        await self.app.settled()

    async def _on_their_way(self) -> bool:
        """Are there updates that the bot has not fetched yet?"""
        match await self.app.api.call("getWebhookInfo", {}):
            case Done({"pending_update_count": int(count)}):
                return count > 0
            case _:
                return False

    async def play(self, look: Doing, end: datetime) -> None:
        """Until `end`, one moment after the other; after each everybody looks at the phone."""
        await look()
        while (moment := await self._next(end)) < end:
            await self.jump(moment)
            while self._waiting and self._waiting[0][0] <= self.clock.now():
                _, _, doing = heapq.heappop(self._waiting)
                await doing()
            await look()
        await self.jump(end)
        await look()

    async def _next(self, end: datetime) -> datetime:
        """The next moment at which something happens."""
        moments = [end, *(at for at, *_ in self._waiting[:1])]
        if (planned := await due.next_due(self.app.world)) is not None:
            moments.append(max(planned, self.clock.now() + timedelta(seconds=1)))
        return min(moments)
