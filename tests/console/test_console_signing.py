"""Links and sessions over HTTP: once, for one browser, for a while; and every wrong link is answered alike."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import httpx
import pytest
from console_at_work import HELPER, NOON, OWNER, URL, Browser, Office
from console_homes import ANNE, Homes
from console_town import OF_A, Town, posts
from sqlalchemy import event
from test_console_init_data import TOKEN

from console import cookies
from console.app import make_app
from console.mine.app import make_app as make_page
from journeys.console import signing
from storage.session import Store

pytestmark = pytest.mark.asyncio


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    seen: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        seen.append(" ".join(statement.split()))

    event.listen(store._engine.sync_engine, "before_cursor_execute", note)
    yield seen
    event.remove(store._engine.sync_engine, "before_cursor_execute", note)


def from_(office: Office, address: str) -> Browser:
    """A browser at an address on the internet."""
    transport = httpx.ASGITransport(make_app(office.desk), raise_app_exceptions=False, client=(address, 4242))
    client = httpx.AsyncClient(transport=transport, base_url=URL)
    office.browsers.append(client)
    return Browser(client)


async def wrong_links(town: Town) -> dict[str, str]:
    """A link of every kind that opens nothing."""
    office = town.office
    old = await office.link(OWNER)
    office.clock.machine += signing.LASTS
    used, bound = await office.link(OWNER), await office.link(HELPER)
    first = office.browser()
    await first.sees(used)
    await first.sends(used)
    await office.browser().sees(bound)
    return {"wrong": "/in/" + "x" * 32, "old": old, "used": used, "of another browser": bound, "odd": "/in/%00"}


async def test_every_wrong_link_gets_the_same_answer_for_the_same_work(town: Town):
    answers, work = {}, {}
    for name, path in (await wrong_links(town)).items():
        browser = town.office.browser()
        browser.client.cookies.set(cookies.BROWSER, "b" * 43, domain="console.test")
        with statements(town.office.desk.world.store) as seen:
            answer = await browser.sees(path)
        told = {"form_token": cookies.form_token("b" * 43)}
        with statements(town.office.desk.world.store) as seen_then:
            pressed = await browser.client.post(path, data=told, headers={"Origin": URL})
        told = (answer.status_code, answer.text.replace(path, "…"), pressed.status_code, pressed.text, *_named(answer))
        answers[name], work[name] = told, (tuple(seen), tuple(seen_then))
    assert len(set(answers.values())) == 1, answers
    assert len(set(work.values())) == 1, work
    assert next(iter(answers.values()))[0] == next(iter(answers.values()))[2] == 410


def _named(answer: httpx.Response) -> tuple[str, ...]:
    return tuple(sorted(name for name, _ in answer.headers.items()))


async def test_a_link_is_refused_to_a_second_browser_also_before_it_is_used(town: Town):
    path, first, second = await town.office.link(OWNER), town.office.browser(), town.office.browser()
    assert (await first.sees(path)).status_code == 200
    assert (await second.sees(path)).status_code == 410
    token = cookies.form_token("chosen")
    second.client.cookies.set(cookies.BROWSER, "chosen", domain="console.test")
    answer = await second.client.post(path, data={"form_token": token}, headers={"Origin": URL})
    assert (answer.status_code, answer.headers.get("set-cookie")) == (410, None)
    assert (await first.sends(path)).status_code == 303
    for browser in (first, second):
        assert (await browser.sees(path)).status_code == 410


@pytest.mark.parametrize(("seconds", "status"), [(599, 303), (600, 410)])
async def test_a_link_works_for_ten_minutes(town: Town, seconds: int, status: int):
    path, browser = await town.office.link(OWNER), town.office.browser()
    await browser.sees(path)
    town.office.clock.machine += timedelta(seconds=seconds)
    assert (await browser.sends(path)).status_code == status


async def test_a_preview_of_a_link_uses_nothing_up(town: Town):
    path, preview, browser = await town.office.link(OWNER), town.office.browser(), town.office.browser()
    assert (await preview.client.head(path)).status_code == 200
    assert (await browser.sees(path)).status_code == 200
    assert (await browser.sends(path)).status_code == 303


async def test_ten_links_an_hour_are_sent_to_one_account(town: Town):
    made = 0
    while await town.office.link(OWNER):
        made += 1
        town.office.clock.machine += timedelta(seconds=1)
    assert made == 10
    assert await town.office.link(HELPER), "another account has its own"
    town.office.clock.machine += timedelta(hours=1)
    assert await town.office.link(OWNER)


async def test_after_forty_tries_in_an_hour_an_address_opens_nothing_not_even_a_sound_link(town: Town):
    guessing = from_(town.office, "192.0.2.7")
    told = {(await guessing.sees(f"/in/guess-{number}")).text for number in range(40)}
    path = await town.office.link(OWNER)
    refused = await from_(town.office, "192.0.2.7").sees(path)
    assert {refused.text} == told, "and it is not told that it was a sound one"
    assert (await from_(town.office, "192.0.2.8").sees(path)).status_code == 200
    town.office.clock.machine += timedelta(hours=1, seconds=1)
    later = await town.office.link(OWNER)
    assert (await from_(town.office, "192.0.2.7").sees(later)).status_code == 200
    async with town.office.bot.store.transaction() as session:
        kept = (await session.connection.exec_driver_sql("SELECT source FROM sign_in_try")).all()
    assert "192.0.2" not in str(kept)


async def test_the_cookie_of_a_session_is_for_this_site_alone(town: Town):
    path, browser = await town.office.link(OWNER), town.office.browser()
    await browser.sees(path)
    given = browser.last.headers["set-cookie"]
    entered = (await browser.sends(path)).headers.get_list("set-cookie")
    session = next(one for one in entered if one.startswith("__Host-session="))
    for cookie in (given, session):
        name, *rest = [part.strip() for part in cookie.split(";")]
        assert name.startswith("__Host-")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} == set(rest), "no domain, no date: until it is closed"
    assert any(one.startswith("__Host-browser=") and "Max-Age=0" in one for one in entered)


async def test_the_secret_of_a_session_is_long_random_and_known_by_its_digest_alone(town: Town):
    secrets = set()
    for _ in range(9):
        browser = await town.office.signed_in(OWNER)
        secrets.add(browser.client.cookies[cookies.SESSION])
    assert len(secrets) == 9
    assert all(len(base64.urlsafe_b64decode(one + "=")) * 8 >= 128 for one in secrets)
    async with town.office.bot.store.transaction() as session:
        kept = str((await session.connection.exec_driver_sql("SELECT * FROM web_session")).all())
    assert not [one for one in secrets if one in kept]


async def test_a_session_rests_half_an_hour_and_lasts_twelve_hours(town: Town):
    clock, browser = town.office.clock, await town.office.signed_in(OWNER)
    for _ in range(24):
        clock.machine += timedelta(minutes=29, seconds=59)
        assert (await browser.sees("/")).status_code == 200
    clock.machine = NOON + timedelta(hours=12)
    assert (await browser.sees("/")).headers["location"] == "/in"
    clock.machine = NOON
    browser = await town.office.signed_in(OWNER)
    clock.machine += timedelta(minutes=30)
    assert (await browser.sees("/")).headers["location"] == "/in"


async def test_when_a_role_ends_the_very_next_request_is_refused(town: Town):
    browser, owner = await town.office.signed_in(OF_A), await town.office.signed_in(OWNER)
    group = f"/cohorts/{town.alfa.id}"
    assert (await browser.sees(group)).status_code == 200
    page = await owner.sees("/people")
    row = next(row for row in page.text.split("<tr>") if "Groep Alfa" in row and "begeleider" in row)
    assert (await posts(owner, row.split('action="')[1].split('"')[0])).status_code == 303
    assert (await browser.sees(group)).headers["location"] == "/in"
    assert (await posts(browser, f"{group}/invitations/group", days="14", uses="1")).status_code == 401


@pytest.mark.parametrize("door", ["console", "page"])
async def test_signing_out_ends_a_session_although_its_cookie_comes_back(homes: Homes, door: str):
    browser = await (homes.office.signed_in(OWNER) if door == "console" else homes.of(ANNE))
    secret = browser.client.cookies[cookies.SESSION]
    assert (await browser.sees("/")).status_code == 200
    left = await posts(browser, "/out")
    assert "Max-Age=0" in left.headers["set-cookie"]
    browser.client.cookies.set(cookies.SESSION, secret, domain="console.test")
    assert (await browser.sees("/")).status_code == 303
    assert (await posts(browser, "/out")).status_code == 401


async def test_a_session_of_one_app_opens_nothing_at_the_other(homes: Homes):
    member, leader = await homes.office.signed_in(OWNER), await homes.of(ANNE)
    for made, other, away in (
        (make_app(homes.office.desk), leader, "/in"), (make_page(homes.desk, TOKEN), member, "/open"),
    ):  # fmt: skip
        transport = httpx.ASGITransport(made, raise_app_exceptions=False)
        cookie = {cookies.SESSION: other.client.cookies[cookies.SESSION]}
        async with httpx.AsyncClient(transport=transport, base_url=URL, cookies=cookie) as client:
            assert (await client.get("/")).headers["location"] == away


async def test_a_link_of_one_app_opens_nothing_at_the_other(homes: Homes):
    path = await homes.office.link(OWNER)
    assert (await homes.browser().sees(path)).status_code == 410
    assert (await homes.office.browser().sees(path)).status_code == 200


async def test_a_cookie_that_was_planted_before_signing_in_is_worth_nothing_after_it(town: Town, homes: Homes):
    browser, planted = town.office.browser(), "p" * 43
    browser.client.cookies.set(cookies.SESSION, planted, domain="console.test")
    path = await town.office.link(OWNER)
    await browser.sees(path)
    assert (await browser.sends(path)).status_code == 303
    fresh = {one.value for one in browser.client.cookies.jar if one.name == cookies.SESSION}
    assert len(fresh - {planted}) == 1
    thief = town.office.browser()
    thief.client.cookies.set(cookies.SESSION, planted, domain="console.test")
    assert (await thief.sees("/")).headers["location"] == "/in"


@pytest.mark.parametrize("cookie", ["", "x", "x" * 10_000, "%00", "é"])
async def test_any_other_cookie_is_nobody(town: Town, cookie: str):
    browser = town.office.browser()
    answer = await browser.client.get("/", headers={"Cookie": f"{cookies.SESSION}={cookie}".encode()})
    assert answer.headers["location"] == "/in"
