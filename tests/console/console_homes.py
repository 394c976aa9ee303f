"""The leaders' web app at work beside a bot, under its own rights, with a look back of each of two leaders."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import console_seeds as seeds
import httpx
from console_at_work import NOON, URL, Browser, Office
from console_lookbacks import Studio, look_back
from test_console_init_data import TOKEN, signed

from console.mine.app import make_app
from console.visit import Desk
from storage import answers, intentions
from storage.session import Store, open_store
from storage.vault import Vault

ANNE, BO = 4242, 4243
OURS = "Ik zei wat ik dacht, en de zaal van Anne werd stil omdat niemand dat van mij had verwacht."
THEIRS = "Ik hield mijn mond, en de zaal van Bo bleef praten omdat niemand had gemerkt dat ik er was."


@dataclass
class Homes:
    """The leaders' web app on its own rights, with a look back of each of two leaders."""

    office: Office
    desk: Desk
    anne: int
    bo: int
    of_anne: dict[str, Any]  # the id of an answer and of an intention, and a dilemma
    of_bo: dict[str, Any]

    def browser(self) -> Browser:
        transport = httpx.ASGITransport(make_app(self.desk, TOKEN), raise_app_exceptions=False)
        client = httpx.AsyncClient(transport=transport, base_url=URL)
        self.office.browsers.append(client)
        return Browser(client)

    async def of(self, chat: int) -> Browser:
        browser = self.browser()
        who = json.dumps({"id": chat, "first_name": "Anne"})
        answer = await browser.client.post("/open", content=signed(at=self.office.clock.wall(), user=who))
        assert answer.status_code == 204
        return browser


async def things(store: Store, leader: int) -> dict[str, Any]:
    """What an address or a form can name of this leader."""
    async with store.transaction() as session:
        answer = (await answers.page(session, leader, answers.Which()))[0].id
        intention = (await intentions.of(session, leader))[0].id
    return {"answer": answer, "intention": intention, "item": "P04"}


@asynccontextmanager
async def homes_on(office: Office, url: str, vault: Vault) -> AsyncIterator[Homes]:
    """Both leaders at home."""
    store = open_store(url, vault)
    desk = Desk(replace(office.bot, store=store, page_url=URL, studio=Studio()), URL, "weerklank_bot", "page")
    backs, others = [], []
    for chat, line in ((ANNE, OURS), (BO, THEIRS)):
        person = await seeds.leader(office.bot.store, chat, NOON, line)
        backs.append(await look_back(office.bot.store, person, [line] * 4, NOON))
        others.append(await things(office.bot.store, person))
    try:
        yield Homes(office, desk, *backs, *others)
    finally:
        await store.close()
