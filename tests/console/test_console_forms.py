"""Nothing is changed by a form that another site made, guessed or sent along; whatever the address."""

import httpx
import pytest
from console_at_work import OWNER, URL, Browser, Office
from console_homes import ANNE, Homes
from console_town import Town, posts, routes, token_of
from test_console_init_data import TOKEN
from test_console_mine_permissions import DOORS
from test_console_permissions import at, sent

from console import cookies
from console.app import make_app
from console.mine.app import make_app as make_page
from storage.tables import metadata

pytestmark = pytest.mark.asyncio
TAKEN_ALONG = ("figures exported", "mirrors exported", "invitation printed")
OURS = {"Origin": URL, "Sec-Fetch-Site": "same-origin"}
FOREIGN = [
    {"Origin": "https://elsewhere.test"},
    {"Origin": "https://console.test.elsewhere.test"},
    {"Origin": "http://console.test"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {**OURS, "Sec-Fetch-Site": "cross-site"},
    {**OURS, "Origin": "https://elsewhere.test"},
]
RESTING = {"web_session", "page_session", "sign_in_try"}  # when somebody was there is noted at any look


async def all_rows(office: Office) -> dict[str, list[str]]:
    """Everything that the database holds."""
    found = {}
    async with office.bot.store.transaction() as session:
        for name, table in metadata.tables.items():
            if name not in RESTING:
                found[name] = sorted(map(str, (await session.connection.execute(table.select())).all()))
    return found


async def refusals(browser: Browser, path: str, fields: dict[str, str], token: str) -> dict[str, int]:
    """How every way that is not ours to send this form is answered."""
    told, right = {}, {**fields, "form_token": token}
    wrong = [{}, {"form_token": ""}, {"form_token": token[:-1]}, {"form_token": cookies.form_token("another")}]
    for number, more in enumerate(wrong):
        told[f"token {number}"] = (await browser.client.post(path, data={**fields, **more}, headers=OURS)).status_code
    for headers in FOREIGN:
        told[str(headers)] = (await browser.client.post(path, data=right, headers=headers)).status_code
    plain = httpx.QueryParams(right)
    for kind in ("text/plain", "application/json", "application/x-www-form-urlencoded-not", ""):
        headers = {**OURS, "Content-Type": kind}
        told[f"as {kind}"] = (await browser.client.post(path, content=str(plain), headers=headers)).status_code
    told["in the address"] = (await browser.client.post(f"{path}?{plain}", headers=OURS)).status_code
    return told


async def test_every_form_of_the_console_must_come_from_a_page_of_ours(town: Town):
    browser, before, wrong = await town.office.signed_in(OWNER), await all_rows(town.office), {}
    for method, path in routes(make_app(town.office.desk)):
        if method != "POST" or path == "/in/{token}":
            continue
        plain = path.replace(":id", "")
        told = await refusals(
            browser, at(plain, town.alfa, town.here), sent(plain, town.alfa, town.here), token_of(browser)
        )
        wrong |= {(path, way): status for way, status in told.items() if status != 403}
    assert wrong == {}
    after = await all_rows(town.office)
    assert {name for name in before if before[name] != after[name]} <= {"sign_in", "audit"}
    assert (await posts(browser, "/me/name", name="Noor")).status_code == 303, "the form itself is sound"


async def test_every_form_of_the_page_must_come_from_a_page_of_ours(homes: Homes):
    browser, wrong = await homes.of(ANNE), {}
    before = await all_rows(homes.office)
    for method, path in routes(make_page(homes.desk, TOKEN)):
        if method == "POST" and (method, path) not in DOORS:
            chosen = {"sure": "delete", "value": "en", "act": "hide", "text": "Ik bel."}
            told = await refusals(browser, path.replace("{number:id}", "1"), chosen, token_of(browser))
            wrong |= {(path, way): status for way, status in told.items() if status != 403}
    assert wrong == {}
    assert await all_rows(homes.office) == before
    assert (await browser.sees("/")).status_code == 200


async def test_a_door_opens_for_no_other_site(town: Town, homes: Homes):
    path, browser = await town.office.link(OWNER), town.office.browser()
    await browser.sees(path)
    token = cookies.form_token(browser.client.cookies[cookies.BROWSER])
    told = await refusals(browser, path, {}, token)
    assert {way: status for way, status in told.items() if status != 403} == {}
    assert (await browser.sends(path)).status_code == 303
    for headers in FOREIGN:
        assert (await homes.browser().client.post("/open", content=b"", headers=headers)).status_code == 403


async def test_a_form_of_one_browser_is_not_one_of_another(town: Town):
    first, second = await town.office.signed_in(OWNER), await town.office.signed_in(OWNER)
    assert token_of(first) != token_of(second)
    answer = await first.client.post("/me/name", data={"name": "x", "form_token": token_of(second)}, headers=OURS)
    assert answer.status_code == 403


async def test_looking_changes_nothing_but_the_note_of_what_was_taken_along(town: Town):
    browser = await town.office.signed_in(OWNER)
    before = await all_rows(town.office)
    for method, path in routes(make_app(town.office.desk)):
        if method == "GET":
            address = at(path.replace(":id", ""), town.alfa, town.here, item="P04")
            await browser.client.get(address, headers={"Sec-Fetch-Site": "cross-site"})
            await browser.client.head(address)
    after = await all_rows(town.office)
    noted = [row for row in after["audit"] if row not in before["audit"]]
    assert all(any(deed in row for deed in TAKEN_ALONG) for row in noted)
    assert {**after, "audit": before["audit"]} == before
