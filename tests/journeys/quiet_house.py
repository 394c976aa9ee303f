"""Journeys without Telegram: events go straight in, messages are rendered and remembered, both clocks go by hand."""

import itertools
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from dialogues.events import Commanded, Event, Pressed, Said, pressed
from dialogues.library import library
from handlers import screens
from handlers.outgoing import Key, Outgoing
from journeys import ask, batch, due, join, listen, post, take
from journeys.ports import Delivery, Outcome, Pace, Sent, World
from sandbox.parser import parse
from storage.session import open_store
from storage.vault import Vault
from summaries import making
from summaries.facts import Findings, from_json
from summaries.letter import plain
from summaries.making import Wanted

MONDAY = datetime(2026, 11, 2, 7, 40, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 3, 7, 30, tzinfo=UTC)
FAST = Pace(everyone=1e6, everyone_burst=10**6, chat=1e6, chat_burst=10**6)
MASTER = bytes(range(32))


@dataclass
class HandClock:
    """The story's time and the machine's, both set by hand."""

    story: datetime = MONDAY
    machine: datetime = datetime(2026, 11, 2, 7, 40, tzinfo=UTC)

    def now(self) -> datetime:
        return self.story

    def wall(self) -> datetime:
        return self.machine


@dataclass
class Post:
    """A messenger that remembers: every message is rendered and parsed as Telegram does."""

    sent: list[tuple[Delivery, Outgoing, str]] = field(default_factory=list)
    fates: list[Outcome] = field(default_factory=list)  # what becomes of the next ones; then all arrive
    reactions: list[tuple[int, int | None, str]] = field(default_factory=list)  # chat, message, emoji
    stripped: list[tuple[int, int | None]] = field(default_factory=list)  # chat, message: its buttons went
    menus: dict[int, list[str]] = field(default_factory=dict)  # of a chat, where it is not the usual one

    async def deliver(self, delivery: Delivery) -> Outcome:
        out = screens.render(delivery, library(), "weerklank_bot")
        if out.reaction:
            self.reactions.append((delivery.chat, delivery.edits, out.reaction))
            return Sent(None)
        if out.menu:
            self.menus[delivery.chat] = [word for word, _ in out.menu]
            return Sent(None)
        if out.bare:
            self.stripped.append((delivery.chat, delivery.edits))
            return Sent(None)
        text, _ = parse(out.text, "HTML")
        fate = self.fates.pop(0) if self.fates else Sent(1000 + len(self.sent))
        self.sent.append((delivery, out, text))
        return fate


class Studio:
    """Draws the same picture every time, or none; what a look back finds is worked out at once."""

    def __init__(self, picture: bytes | None = b"PNG") -> None:
        self.picture = picture

    async def findings(self, wanted: Wanted) -> Findings:
        return making.made(wanted, library())

    async def draw(
        self,
        facts: str,
        language: str,
        theme: str = "light",
        *,
        hidden: Collection[str] = frozenset(),
        bare: bool = False,
    ) -> bytes | None:
        assert '"kind"' in facts
        return self.picture

    async def pdf(
        self, facts: str, language: str, *, hidden: Collection[str] = frozenset(), quotes: bool = True
    ) -> bytes | None:
        assert not hidden, "what is hidden does not even get here"
        return plain(from_json(facts), language, library(), quotes=quotes).encode() if self.picture else None


@dataclass
class QuietHouse:
    """Journeys at work."""

    world: World
    clock: HandClock
    post: Post = field(default_factory=Post)
    updates: Any = field(default_factory=lambda: itertools.count(1))

    async def update(self) -> int:
        """A fresh update that was taken in."""
        number = next(self.updates)
        await take.take(self.world, [{"update_id": number}])
        return number

    async def hears(self, chat: int, event: Event, replied_to: int | None = None) -> list[str]:
        """Something happens in a chat; gives what the bot says to it."""
        before = len(self.post.sent)
        await listen.hear(self.world, chat, event, await self.update(), replied_to)
        await self.deliver()
        return [text for _, _, text in self.post.sent[before:]]

    async def says(self, chat: int, text: str) -> list[str]:
        """Words, or a command by its English name."""
        if text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            return await self.hears(chat, Commanded(name, argument))
        return await self.hears(chat, Said(text, 500_000 + next(self.updates)))

    async def taps(self, chat: int, value: str, group: str = "") -> list[str]:
        """The newest button with this value (and group)."""
        for place, (delivery, out, _) in reversed(list(enumerate(self.post.sent))):
            keys = [key for row in out.keyboard for key in row if delivery.chat == chat]
            for key in keys:
                event = pressed(key.data or "", delivery.edits or 1000 + place)
                if event and event.value == value and group in ("", event.group):
                    return await self.hears(chat, event)
        raise AssertionError(f"there is no button {value}")

    async def starts(self, chat: int, payload: str = "") -> list[str]:
        """Press Start."""
        before = len(self.post.sent)
        await join.start(self.world, chat, payload, await self.update(), "nl")
        await self.deliver()
        return [text for _, _, text in self.post.sent[before:]]

    async def joins(self, chat: int, payload: str = "") -> None:
        """Through the front door, up to the first question."""
        await self.starts(chat, payload)
        for value, group in (("nl", "language"), ("agree", "consent"), ("defaults", "defaults")):
            await self.taps(chat, value, group)

    async def deliver(self) -> None:
        """Send all that may be sent now."""
        while isinstance(await post.deliver_next(self.world, self.post), post.Delivered):
            pass

    async def until(self, moment: datetime) -> list[str]:
        """At this moment, after all that was due on the way; gives what was said."""
        before = len(self.post.sent)
        while (planned := await due.next_due(self.world)) is not None and planned <= moment:
            await self.at(max(planned, self.clock.story))
        await self.at(moment)
        return [text for _, _, text in self.post.sent[before:]]

    async def at(self, moment: datetime) -> None:
        """It is now this moment: one tick."""
        self.clock.story = moment
        self.clock.machine = max(self.clock.machine, moment)
        await ask.tick(self.world)
        await batch.run(self.world)
        await self.deliver()

    async def wait(self, **length: float) -> list[str]:
        """So much later."""
        return await self.until(self.clock.story + timedelta(**length))

    def buttons(self, place: int = -1) -> tuple[Key, ...]:
        """The buttons of a message."""
        return tuple(key for row in self.post.sent[place][1].keyboard for key in row)

    async def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the database holds."""
        async with self.world.store.transaction() as session:
            return [tuple(row) for row in (await session.connection.exec_driver_sql(query)).all()]


@asynccontextmanager
async def quiet_house(url: str, **more: Any) -> AsyncIterator[QuietHouse]:
    """A house on this database; `more` goes into the world."""
    clock = HandClock()
    world = World(open_store(url, Vault(MASTER)), clock, library(), studio=Studio(), pace=FAST)
    try:
        yield QuietHouse(replace(world, **more), clock)
    finally:
        await world.store.close()


__all__ = ["MONDAY", "TUESDAY", "Pressed", "QuietHouse", "Studio", "quiet_house"]
