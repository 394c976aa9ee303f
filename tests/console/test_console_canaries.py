"""A thousand answers that are known again anywhere: nobody but their own leader ever meets one, in any form."""

import io
import json
import logging
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta

import console_seeds as seeds
import httpx
import pytest
import pytest_asyncio
from console_at_work import NOON, OWNER, URL, Browser
from console_crawl import Crawl
from console_lookbacks import Studio, look_back
from console_town import Town, posts
from test_console_init_data import TOKEN, signed
from test_console_permissions import GROUP, OPEN, VISITORS, WHOLE, asked, at, sent, theirs

from bot import logs
from console.mine.app import make_app as make_page
from console.visit import Desk
from dialogues.people import Answer, Id, Intention, Prompt, Tap
from journeys.console import cohorts as groups
from journeys.console import duty, releases, signing
from storage import answers, enrolments, hidden, intentions, prompts, taps
from storage.ids import new_id
from storage.session import Session, open_store
from storage.vault import Closed, Vault

pytestmark = pytest.mark.asyncio
CANARY = re.compile(r"kanarie-[0-9a-z]+-[0-9]{5}", re.IGNORECASE)
PEOPLE, WEEKS = 14, 6
PARTS = ("answer", "followup", "addition", "why", "thought", "correction")
CHATS = range(500, 500 + PEOPLE)
WEEK = timedelta(weeks=1)


def canary(kind: str, number: int) -> str:
    return f"kanarie-{kind}-{number:05d}"


@dataclass
class Aviary:
    """The town, with canaries in the words of everybody in the group Alfa."""

    town: Town
    page: Desk
    console: Desk
    people: list[Id]
    logged: io.StringIO
    told: io.StringIO


async def written(session: Session, person: Id, number: int) -> None:
    """Everything that one leader wrote and tapped, six weeks long: 72 answers."""
    (enrolment,) = await enrolments.running_of(session, person)
    for week in range(1, WEEKS + 1):
        for half, (kind, item) in enumerate((("question", "RE-01"), ("paradox", "P04"))):
            at_ = NOON + week * WEEK + timedelta(days=half, hours=number)
            slot, until = f"w{week}{half}", at_ + timedelta(days=5)
            prompt = Prompt(new_id(), person, enrolment.id, kind, item, "1", slot, "answered", "done", at_, until, half)
            await prompts.add(session, prompt)
            for place, part in enumerate(PARTS):
                text = f"Ik zei {canary('antwoord', number * 100 + week * 12 + half * 6 + place)} en zweeg daarna."
                await answers.keep(session, Answer(new_id(), person, prompt.id, part, text, "nl", at_))
            await taps.keep(session, Tap(new_id(), person, prompt.id, "PU-06", str(1 + number % 5), at_))
            if half:
                await taps.keep(session, Tap(new_id(), person, prompt.id, "position", str(1 + number % 7), at_))
    meant = Intention(new_id(), person, None, f"Ik bel {canary('voornemen', number)}.", NOON, "open")
    await intentions.add(session, meant)
    await hidden.hide(session, person, [canary("verborgen", number)], NOON)


@pytest_asyncio.fixture
async def aviary(town: Town, web_urls: dict[str, str], vault: Vault) -> AsyncIterator[Aviary]:
    office, bot = town.office, town.office.bot
    people = await seeds.joins(bot.store, town.alfa.id, CHATS, NOON)
    async with bot.store.transaction() as session:
        for number, person in enumerate(people):
            await written(session, person, number)
    for number, person in enumerate(people[:2]):
        line = f"Ik merkte dat {canary('terugblik', number)} te snel ging, en dat de zaal daar erg stil van werd."
        await look_back(bot.store, person, [line] * 4, NOON)
    office.clock.later(weeks=9)
    trouble: list[Exception] = []
    assert await duty.tick(bot, trouble) > 0
    assert trouble == []
    told, logged = io.StringIO(), io.StringIO()
    logs.configure("DEBUG", told, console=False)
    everything = logging.StreamHandler(logged)
    logging.root.addHandler(everything)
    logging.root.setLevel(logging.DEBUG)
    for name in ("sqlalchemy", "aiosqlite", "psycopg", "asyncio", "uvicorn", "httpx"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    stores = open_store(web_urls["page"], vault), open_store(web_urls["console"], Closed())
    page = Desk(replace(bot, store=stores[0], page_url=URL, studio=Studio()), URL, "weerklank_bot", "page")
    console = replace(office.desk, world=replace(office.desk.world, store=stores[1]))
    office.desk = console
    yield Aviary(town, page, console, people, logged, told)
    logging.root.removeHandler(everything)
    for name in ("sqlalchemy", "aiosqlite", "psycopg", "asyncio", "uvicorn", "httpx"):
        logging.getLogger(name).setLevel(logging.WARNING)
    for store in stores:
        await store.close()


async def shared(aviary: Aviary) -> None:
    """The owner shares a mirror, so that there is all that there can be to see."""
    owner = await aviary.town.office.signed_in(OWNER)
    page = await owner.sees(f"/cohorts/{aviary.town.alfa.id}/mirror")
    for address in re.findall(r'action="([^"]+/publish)"', page.text):
        assert (await posts(owner, address, do="share")).status_code == 303


async def everywhere(aviary: Aviary, visitor: str) -> str:
    """All that somebody can get to read, by looking and by sending every form."""
    town = aviary.town
    paper = visitor in ("the owner", "an observer of one group")
    crawl = Crawl(await town.office.signed_in(VISITORS[visitor][0]), paper)
    own, _, home, _ = theirs(town, visitor)
    table = {**GROUP, **WHOLE, **OPEN}
    begin = [at(path, own, home, kind=kind) for method, path in table if method == "GET" for kind in ("csv", "json")]
    begin += [at(path, own, home, kind="xlsx") for method, path in table if "{kind}" in path]
    begin += [at(path, town.alfa, home, kind="csv") for method, path in GROUP if method == "GET"]
    await crawl.all("/", *begin)
    for method, path in sorted(table, key=lambda one: one[1] == "/out"):
        if method == "POST" and (paper or not path.endswith("/paper")):
            crawl.keep(await asked(crawl.browser, method, at(path, own, home), sent(path, own, home)))
    return "\n".join(crawl.read)


async def test_nobody_who_runs_groups_meets_a_word_of_anybody_wherever_they_look(aviary: Aviary, database_url: str):
    await shared(aviary)
    async with aviary.town.office.bot.store.transaction() as session:
        assert (await session.connection.exec_driver_sql("SELECT count(*) FROM answer")).scalar() >= 1_000
    for visitor in VISITORS:
        read = await everywhere(aviary, visitor)
        assert CANARY.findall(read) == [], visitor
        if visitor == "the owner":
            assert read.count("chart-weeks") >= 1
            assert "geantwoord, minstens" in read, "there are figures to look at"
            assert "procent, minstens" in read
    crawl = Crawl(aviary.town.office.browser())
    assert CANARY.findall(await crawl.all("/", "/in", f"/cohorts/{aviary.town.alfa.id}", "/healthz")) == []
    assert CANARY.findall(aviary.logged.getvalue() + aviary.told.getvalue()) == []
    assert "SELECT" in aviary.logged.getvalue(), "the logs were on"
    async with aviary.console.world.store.transaction() as session:
        if database_url.startswith("postgres"):
            assert (await session.connection.exec_driver_sql("SELECT current_user")).scalar() == "weerklank_console"


async def leader(aviary: Aviary, chat: int) -> Browser:
    """The page as this leader opens it in Telegram."""
    transport = httpx.ASGITransport(make_page(aviary.page, TOKEN), raise_app_exceptions=False)
    client = httpx.AsyncClient(transport=transport, base_url=URL)
    aviary.town.office.browsers.append(client)
    data = signed(at=aviary.town.office.clock.wall(), user=json.dumps({"id": chat}))
    assert (await client.post("/open", content=data)).status_code == 204
    return Browser(client)


async def test_a_leader_meets_all_their_own_words_and_none_of_anybody_else(aviary: Aviary):
    crawl = Crawl(await leader(aviary, CHATS[0]))
    await crawl.all("/", *(f"/?page={number}" for number in range(1, 5)))
    crawl.keep(await posts(crawl.browser, "/settings/export"))
    found = {one.lower() for one in CANARY.findall("\n".join(crawl.read))}
    own = {canary("antwoord", week * 12 + place) for week in range(1, WEEKS + 1) for place in range(12)}
    own |= {canary("voornemen", 0), canary("verborgen", 0), canary("terugblik", 0)}
    assert found == own
    assert any(path.endswith(".pdf") for path in crawl.seen)
    assert CANARY.findall(aviary.logged.getvalue() + aviary.told.getvalue()) == []


async def test_what_goes_wrong_tells_no_word_on_the_page_or_in_the_logs(aviary: Aviary, monkeypatch):
    async def fails(*_: object) -> None:
        error = RuntimeError(canary("antwoord", 1))
        logging.getLogger("uvicorn.error").error("Exception in ASGI application", exc_info=error)
        raise error

    owner, reader = await aviary.town.office.signed_in(OWNER), await leader(aviary, CHATS[0])
    for module, name in ((groups, "all_of"), (releases, "participation"), (signing, "reader")):
        monkeypatch.setattr(module, name, fails)
    for browser, path in ((owner, "/"), (owner, f"/cohorts/{aviary.town.alfa.id}/participation.csv"), (reader, "/")):
        answer = await browser.client.get(path)
        assert answer.status_code == 500
        assert CANARY.findall(answer.text + str(answer.headers)) == []
    assert "RuntimeError" in aviary.told.getvalue()
    assert CANARY.findall(aviary.told.getvalue()) == []
