"""A leader's own page shows what is theirs, to them alone, in Telegram and in a browser."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace

import console_seeds as seeds
import pytest
import pytest_asyncio
from console_at_work import NOON, URL, Browser, Clock, Office, office_on
from httpx import ASGITransport, AsyncClient
from test_console_init_data import TOKEN, signed

from console.mine.app import make_app
from console.visit import Desk
from console.words import Words
from storage import members, organisations, roles
from storage.session import Store

pytestmark = pytest.mark.asyncio
ANNE, BO = 4242, 4243


@dataclass
class Home:
    """The leaders' web app, beside the bot."""

    office: Office
    desk: Desk

    def browser(self) -> Browser:
        transport = ASGITransport(make_app(self.desk, TOKEN), raise_app_exceptions=False)
        client = AsyncClient(transport=transport, base_url=URL)
        self.office.browsers.append(client)
        return Browser(client)

    async def of(self, chat: int) -> Browser:
        """The page as this leader opens it in Telegram."""
        browser = self.browser()
        answer = await browser.client.post("/open", content=signed(at=self.office.clock.wall(), user=user(chat)))
        assert answer.status_code == 204
        return browser


def user(chat: int) -> str:
    return json.dumps({"id": chat, "first_name": "Anne"})


@pytest_asyncio.fixture
async def home(database_url: str, open_stores: Callable[..., list[Store]]) -> AsyncIterator[Home]:
    async with office_on(database_url, open_stores(database_url)[0]) as office:
        desk = Desk(replace(office.bot, page_url=URL), URL, "weerklank_bot", "page")
        await seeds.leader(office.bot.store, ANNE, NOON)
        await seeds.leader(office.bot.store, BO, NOON, "Van Bo alleen.")
        yield Home(office, desk)


async def test_telegram_opens_the_page_of_whoever_it_vouches_for(home: Home):
    browser = await home.of(ANNE)
    page = await browser.sees("/")
    assert "laf &amp; jammer &lt;3" in page.text
    assert "Van Bo" not in page.text
    assert "Van Bo alleen" in (await (await home.of(BO)).sees("/")).text


@pytest.mark.parametrize(
    "body", [b"", signed(token="123456:another").encode(), signed(user=user(99)).encode(), b"\xff" * 99]
)
async def test_nobody_else_gets_in(home: Home, body: bytes):
    browser = home.browser()
    assert (await browser.client.post("/open", content=body)).status_code == 403
    assert (await browser.client.post("/open", content=b"x" * 20_000)).status_code == 413
    assert (await browser.sees("/")).headers["location"] == "/open"


async def test_every_page_comes_in_both_languages(home: Home):
    browser = await home.of(ANNE)
    for told in ("Antwoorden", "Answers"):
        for path in ("/", "/dilemmas", "/moods", "/lookbacks", "/settings"):
            page = await browser.sees(path)
            assert page.status_code == 200, (path, page.text)
            assert told in page.text
        await browser.sends("/settings/language", value="en")


async def test_own_answers_are_found_by_their_words(home: Home):
    browser = await home.of(ANNE)
    for words, found in (("knikken", "2 antwoorden"), ("gelijk", "1 antwoord"), ("Bo", "0 antwoorden")):
        await browser.sees("/")
        assert f"{found} gevonden" in (await browser.sends("/", words=words)).text


async def test_what_is_looked_for_stands_in_no_address(home: Home):
    browser = await home.of(ANNE)
    page = await browser.sees("/?words=gelijk")  # as somebody may have kept it
    assert "2 antwoorden" in page.text
    assert "gelijk" not in str((await browser.sends("/", words="gelijk")).url)
    assert "words=" not in browser.last.text


async def test_positions_moods_and_intentions_are_shown(home: Home):
    browser = await home.of(ANNE)
    page = await browser.sees("/dilemmas")
    assert "4 november 2026, plek" in page.text
    page = await browser.sees("/moods")
    assert page.text.count('class="dot mood"') == 2
    assert "Vrijdag bel ik." in page.text


async def test_everything_can_be_taken_along_and_deleted(home: Home):
    browser = await home.of(ANNE)
    await browser.sees("/settings")
    told = json.loads((await browser.sends("/settings/export")).content)
    assert next(row["text"] for row in told["answer"]) == seeds.WORDS
    await browser.sees("/settings")
    assert (await browser.sends("/settings/delete")).status_code == 422
    assert (await browser.sends("/settings/delete", sure="delete")).headers["location"] == "/gone?language=nl"
    assert (await browser.sees("/")).headers["location"] == "/open"
    answer = await home.browser().client.post("/open", content=signed(at=NOON, user=user(ANNE)))
    assert answer.status_code == 403
    assert "Van Bo alleen" in (await (await home.of(BO)).sees("/")).text


@pytest.mark.parametrize(("language", "other"), [("nl", "en"), ("en", "nl")])
async def test_pages_that_are_not_there_and_the_last_one_speak_the_language_of_the_leader(
    home: Home, language: str, other: str
):
    browser, words, asks = await home.of(ANNE), Words(language), {"Accept-Language": other}
    await browser.sees("/settings")
    await browser.sends("/settings/language", value=language)
    for path, key in (("/nothing", "missing.title"), ("/in/spent", "door_shut.title")):
        assert words(key) in (await browser.sees(path, **asks)).text
        assert Words(other)(key) in (await home.browser().sees(path, **asks)).text
    await browser.sees("/settings")
    last = (await browser.sends("/settings/delete", sure="delete")).headers["location"]
    assert words("mine.gone") in (await browser.sees(last, **asks)).text
    assert Words(other)("mine.gone") in (await browser.sees("/gone", **asks)).text


async def test_a_leader_who_runs_groups_reads_that_this_goes_along(home: Home):
    told = "Je naam, je rollen en je aanmeldingen in de console gaan dan ook weg."
    assert told not in (await (await home.of(ANNE)).sees("/settings")).text
    async with home.office.bot.store.transaction() as session:
        here = await organisations.add(session, "Alliantie", NOON)
        member = await members.add(session, ANNE, "nl", NOON)
        await roles.give(session, roles.new(member.id, here.id, None, "observer"), None, NOON)
    browser = await home.of(ANNE)
    assert told in (await browser.sees("/settings")).text
    await browser.sends("/settings/delete", sure="delete")
    async with home.office.bot.store.transaction() as session:
        assert await members.by_chat(session, ANNE) is None


async def test_a_look_back_of_somebody_else_is_not_there(home: Home):
    browser = await home.of(ANNE)
    assert (await browser.sees("/lookbacks/12345")).status_code == 404
    assert (await browser.sees("/lookbacks/12345.pdf")).status_code == 404


async def test_signing_out_and_time_end_a_session(home: Home):
    browser = await home.of(ANNE)
    await browser.sees("/")
    await browser.sends("/out")
    assert (await browser.sees("/")).headers["location"] == "/open"
    browser = await home.of(ANNE)
    home.office.clock.later(minutes=31)
    assert (await browser.sees("/")).headers["location"] == "/open"


async def test_in_telegrams_own_page_the_cookie_belongs_to_that_place(home: Home):
    answer = await home.browser().client.post("/open", content=signed(at=NOON, user=user(ANNE)))
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-session=")
    for told in ("Secure", "HttpOnly", "SameSite=None", "Partitioned", "Path=/"):
        assert told in cookie
    assert "https://web.telegram.org" in answer.headers["content-security-policy"]
    assert Clock().wall() == NOON
