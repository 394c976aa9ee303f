"""A console at work beside a bot: the same database, but no key; browsers that keep their cookies."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from html.parser import HTMLParser
from typing import Any

import httpx
from sqlalchemy import func, select

from console.app import make_app
from console.visit import Desk
from dialogues.library import library
from journeys.console import signing
from journeys.guide import NewCohort
from journeys.ports import World
from storage import staff_tables
from storage.session import Session, Store, open_store
from storage.vault import Closed

URL = "https://console.test"
OWNER, HELPER, WATCHER, STRANGER = 11, 12, 13, 14  # chats
NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
WANTED = NewCohort("Leergang Samen", "starter_4w", starts_on=date(2026, 11, 3), weekday=1, hour=time(8, 30))


@dataclass
class Clock:
    """The story's time and the machine's, both set by hand."""

    story: datetime = NOON
    machine: datetime = NOON

    def now(self) -> datetime:
        return self.story

    def wall(self) -> datetime:
        return self.machine

    def later(self, **span: float) -> None:
        self.story += timedelta(**span)
        self.machine += timedelta(**span)


class Forms(HTMLParser):
    """The hidden fields of the forms on a page, by the address that they go to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, dict[str, str]] = {}
        self._at = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form" and told.get("method") == "post":
            self._at = told["action"]
            self.found[self._at] = {}
        if tag == "input" and told.get("type") == "hidden" and self._at:
            self.found[self._at][told["name"]] = told["value"]
        if tag == "button" and "formaction" in told:
            self.found[told["formaction"]] = self.found[self._at]


@dataclass
class Browser:
    """Somebody's browser: it keeps cookies, and says where its forms come from, as browsers do."""

    client: httpx.AsyncClient
    last: httpx.Response | None = None

    async def sees(self, path: str, **headers: str) -> httpx.Response:
        self.last = await self.client.get(path, headers=headers)
        return self.last

    async def sends(self, path: str, /, files: Any = None, **fields: str) -> httpx.Response:
        """Fill in the form on the page that was seen last that goes to this address."""
        assert self.last is not None
        forms = Forms()
        forms.feed(self.last.text)
        told = {**forms.found[path], **fields}
        origin = {"Origin": URL, "Sec-Fetch-Site": "same-origin"}
        self.last = await self.client.post(path, data=told, files=files, headers=origin)
        return self.last


@dataclass
class Office:
    """The bot's world with the key, the console's without, and the clock of both."""

    bot: World
    desk: Desk
    clock: Clock
    browsers: list[httpx.AsyncClient] = field(default_factory=list)

    def browser(self) -> Browser:
        """A fresh browser."""
        transport = httpx.ASGITransport(make_app(self.desk), raise_app_exceptions=False)
        client = httpx.AsyncClient(transport=transport, base_url=URL)
        self.browsers.append(client)
        return Browser(client)

    async def link(self, chat: int) -> str:
        """What the bot sends after /console, as a path; "" when there is none for this chat."""
        async with self.bot.store.transaction() as session:
            key = f"test:{chat}:{self.clock.machine.timestamp()}:{len(self.browsers)}"
            before = await _newest_link(session)
            await signing.commanded(self.bot, session, chat, None, "console", key)
            link = await _newest_link(session)
            return "" if link == before else f"/in/{session.vault.token(signing.secret_of('console', link))}"

    async def signed_in(self, chat: int = OWNER) -> Browser:
        """A browser in which this member is signed in."""
        browser = self.browser()
        path = await self.link(chat)
        await browser.sees(path)
        entered = await browser.sends(path)
        assert entered.status_code == 303, entered.text
        return browser


async def _newest_link(session: Session) -> int:
    return await session.connection.scalar(select(func.max(staff_tables.sign_in.c.id))) or 0


@asynccontextmanager
async def office_on(url: str, store: Store) -> AsyncIterator[Office]:
    """An office on a database."""
    clock = Clock()
    bot = World(store, clock, library(), facilitators=frozenset({OWNER}), console_url=URL)
    closed = open_store(url, Closed())
    office = Office(bot, Desk(replace(bot, store=closed), URL, "weerklank_bot"), clock)
    try:
        yield office
    finally:
        for client in office.browsers:
            await client.aclose()
        await closed.close()
