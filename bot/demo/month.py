"""Plays a month: the clock jumps to whatever is next, the bot does its work, the leaders answer in their own time."""

import asyncio
import heapq
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import aiohttp

from bot.api import Done
from bot.app import App
from bot.clock import SteppedClock
from bot.demo.cast import Role
from bot.demo.reacting import Act, Mind, Tap, Write, react
from bot.demo.stage import Screening
from journeys import due
from sandbox.people import NothingSeenError, Person, Seen, seen


@dataclass
class Player:
    """One leader with a phone."""

    role: Role
    person: Person
    mind: Mind = field(default_factory=Mind)


class Month:
    """The story so far, and what is still to happen."""

    def __init__(self, app: App, clock: SteppedClock, show: Screening, telegram: str) -> None:
        self.app, self.clock, self.show, self._telegram = app, clock, show, telegram
        self._waiting: list[tuple[datetime, int, Player, Act]] = []
        self._count = itertools.count()
        self._session = aiohttp.ClientSession()

    async def close(self) -> None:
        """Everybody puts the phone away."""
        await self._session.close()

    async def jump(self, moment: datetime) -> None:
        """It is now this moment; the bot does what is due, and all that was to be said arrives."""
        self.clock.set(max(moment, self.clock.now()))
        self.show.at(self.clock.now())
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

    async def play(self, players: Sequence[Player], end: datetime) -> None:
        """Until `end`, one moment after the other."""
        await self.look(players)
        while (moment := await self._next(end)) < end:
            await self.jump(moment)
            while self._waiting and self._waiting[0][0] <= self.clock.now():
                _, _, player, act = heapq.heappop(self._waiting)
                await self.do(player, act)
            await self.look(players)
        await self.jump(end)
        await self.look(players)

    async def _next(self, end: datetime) -> datetime:
        """The next moment at which something happens."""
        moments = [end, *(at for at, *_ in self._waiting[:1])]
        if (planned := await due.next_due(self.app.world)) is not None:
            moments.append(max(planned, self.clock.now() + timedelta(seconds=1)))
        return min(moments)

    async def do(self, player: Player, act: Act) -> None:
        """A leader taps or writes."""
        try:
            match act:
                case Tap(message, label):
                    await player.person.taps(label, on=message or None)
                    self.show.did(self.clock.now(), player.role.name, f"[{label}]")
                case Write(text):
                    await player.person.says(text)
                    self.show.did(self.clock.now(), player.role.name, text)
        except NothingSeenError:
            return  # the button is gone by now: the leader shrugs
        await self.settled()

    async def look(self, players: Sequence[Player]) -> None:
        """Everybody looks at the phone; what is new may make them do something later."""
        histories = await asyncio.gather(*(player.person.history() for player in players))
        new: list[tuple[Player, Seen]] = []
        for player, history in zip(players, histories, strict=True):
            for message in history:
                if not message["own"] and message["message_id"] not in player.mind.seen:
                    player.mind.seen.add(message["message_id"])
                    new.append((player, seen(message)))
        self._tell(new)
        for player, met in new:
            self._meet(player, met)

    def _tell(self, new: Sequence[tuple[Player, Seen]]) -> None:
        """Show what came in; those who got the same see it together."""
        together: dict[tuple[str, str], list[str]] = {}
        for player, message in new:
            said = (message.text, "[picture]" if message.raw.get("photo") else "")
            together.setdefault(said, []).append(player.role.name)
        for (words, picture), names in together.items():
            self.show.told(self.clock.now(), names, words, picture)

    def _meet(self, player: Player, message: Seen) -> None:
        at = self.clock.now()
        for wait, act in react(player.role, player.mind, message, self.app.world.library):
            at += wait
            heapq.heappush(self._waiting, (at, next(self._count), player, act))
