"""A house with a console beside it: its world has no key, as in the process that serves facilitators."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from quiet_house import HandClock, QuietHouse

from journeys.console import signing
from journeys.console.who import Role, Who
from journeys.ports import World
from storage import members, organisations, roles
from storage.session import open_store
from storage.vault import Closed

OWNER, COLLEAGUE, LOOKER = 7, 8, 9  # chats
BROWSER, SOURCE = "a browser's secret", "192.0.2.1"


@dataclass
class Office:
    """The bot, and the console's own world on the same database and clock."""

    bot: QuietHouse
    console: World

    @property
    def clock(self) -> HandClock:
        return self.bot.clock

    async def link(self, chat: int, command: str = "/console") -> str:
        """The token of the link that the bot sends for a command."""
        await self.bot.says(chat, command)
        _, out, text = self.bot.post.sent[-1]
        address = next((key.url for row in out.keyboard for key in row if key.url), text)
        found = re.search(r"/in/([\w-]+)", address)
        assert found, text
        return found[1]

    async def comes_in(self, chat: int = OWNER) -> str:
        """Through the door by a link; the secret of the session."""
        token = await self.link(chat)
        assert await signing.open_link(self.console, token, BROWSER, SOURCE)
        secret = await signing.enter(self.console, token, BROWSER)
        assert secret is not None
        return secret

    async def who(self, chat: int = OWNER) -> Who:
        """The member of this chat, signed in."""
        found = await signing.visitor(self.console, await self.comes_in(chat))
        assert found is not None
        return found

    async def member(self, chat: int, *held: Role) -> Who:
        """Somebody with these roles, without going through the door."""
        async with self.console.store.transaction() as session:
            made = await members.by_chat(session, chat) or await members.add(session, chat, "nl", self.clock.now())
            for role in held:
                given = roles.new(made.id, role.organisation, role.cohort, role.kind)
                await roles.give(session, given, None, self.clock.now())
        return Who(made.id, made.name, made.language, held)

    async def organisation(self, name: str = "Alliantie") -> int:
        """Another organisation."""
        async with self.console.store.transaction() as session:
            return (await organisations.add(session, name, self.clock.now())).id


@asynccontextmanager
async def office(house: QuietHouse, url: str) -> AsyncIterator[Office]:
    """The console beside a house on the same database."""
    consent = {"controller": "Stichting Zonzijde"}
    more = {"facilitators": frozenset({OWNER}), "console_url": "https://console.example", "consent": consent}
    house.world = replace(house.world, **more)
    console = replace(house.world, store=open_store(url, Closed()))
    try:
        yield Office(house, console)
    finally:
        await console.store.close()
