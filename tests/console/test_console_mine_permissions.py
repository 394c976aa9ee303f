"""A leader's own page is theirs alone: every address, asked by others and by nobody."""

from collections.abc import Callable

import httpx
import pytest
from console_at_work import OWNER, Browser
from console_homes import ANNE, BO, Homes
from console_town import BEYOND, MISSING, posts, routes
from test_console_init_data import TOKEN

from console import cookies
from console.mine.app import make_app

pytestmark = pytest.mark.asyncio
PARTS = ("often", "days", "hour", "quiet", "zone", "country", "pulse", "echoes", "theme", "pause", "resume", "language")
OWN = {
    ("GET", "/"): 200,
    ("POST", "/answers/{answer}"): 404,  # before anything is chosen; what each does stands in tests of its own
    ("POST", "/"): 200,
    ("GET", "/dilemmas"): 200,
    ("GET", "/dilemmas/{item}"): 200,
    ("GET", "/moods"): 200,
    ("POST", "/intentions"): 422,
    ("POST", "/intentions/{intention}"): 404,
    ("GET", "/groups"): 200,
    ("POST", "/groups/{number}/leave"): 404,  # the number is of nothing that one is in
    ("POST", "/groups/{number}/object"): 404,  # the number is of nothing that is linked
    ("GET", "/lookbacks"): 200,
    ("GET", "/lookbacks/{number}"): 200,
    ("GET", "/lookbacks/{number}.pdf"): 200,
    ("GET", "/lookbacks/{number}/light.png"): 200,
    ("GET", "/lookbacks/{number}/dark.png"): 200,
    ("POST", "/lookbacks/{number}/hide"): 303,
    ("GET", "/settings"): 200,
    **{("POST", f"/settings/{part}"): 422 for part in PARTS},
    ("POST", "/settings/export"): 200,
    ("POST", "/settings/delete"): 422,  # before the box is ticked
    ("POST", "/out"): 303,
}
DOORS = {("GET", "/open"), ("POST", "/open"), ("GET", "/gone"), ("GET", "/in/{token}"), ("POST", "/in/{token}")}
PUBLIC = {("GET", "/healthz")}


async def asked(browser: Browser, method: str, address: str) -> httpx.Response:
    return await (posts(browser, address) if method == "POST" else browser.client.get(address))


def at(path: str, homes: Homes) -> str:
    """The address of what is Anne's."""
    return path.format(number=homes.anne, **homes.of_anne)


async def test_every_address_of_the_page_stands_in_the_table(homes: Homes):
    told = {(method, path.replace(":id", "")) for method, path in routes(make_app(homes.desk, TOKEN))}
    names = {"/answers/{number}": "/answers/{answer}", "/intentions/{number}": "/intentions/{intention}"}
    named = {(method, names.get(path, path)) for method, path in told}
    assert named == set(OWN) | DOORS | PUBLIC


async def test_everything_of_ones_own_opens_and_nothing_of_anybody_else_is_in_it(homes: Homes):
    browser, told = await homes.of(ANNE), ""
    for (method, path), expected in OWN.items():
        answer = await asked(browser, method, at(path, homes))
        assert answer.status_code == expected, (path, answer.text)
        told += answer.text
    assert "van Anne" in told
    assert "van Bo" not in told


async def test_a_look_back_of_somebody_else_and_one_that_is_not_there_are_the_same_404(homes: Homes):
    browser = await homes.of(ANNE)
    for path in ("/lookbacks/{}", "/lookbacks/{}.pdf", "/lookbacks/{}/light.png", "/lookbacks/{}/dark.png"):
        told = []
        for number in (homes.bo, MISSING, 0, BEYOND):
            answer = await browser.sees(path.format(number))
            assert answer.status_code == 404, (path, number)
            assert "van Bo" not in answer.text
            told.append(answer.text)
        assert len(set(told[:3])) == 1


@pytest.mark.parametrize(
    ("path", "kind", "fields"),
    [
        ("/answers/{}", "answer", {"act": "withdraw"}),
        ("/intentions/{}", "intention", {"outcome": "done"}),
        ("/lookbacks/{}/hide", "number", {"line": "00000000"}),
        ("/groups/{}/leave", "number", {}),
    ],
)
async def test_nothing_of_somebody_else_can_be_changed(homes: Homes, path: str, kind: str, fields: dict[str, str]):
    browser, bodies = await homes.of(ANNE), set()
    foreign = homes.bo if kind == "number" else homes.of_bo[kind]
    for number in (foreign, MISSING, 0, BEYOND):
        answer = await posts(browser, path.format(number), **fields)
        assert answer.status_code == 404, number
        bodies.add(answer.text)
    assert len(bodies) == (2 if BEYOND else 1)
    page = await (await homes.of(BO)).sees("/moods")
    assert "gedaan" not in page.text
    assert (await (await homes.of(BO)).sees("/")).text.count("van Bo") > 0


async def nobody(homes: Homes) -> Browser:
    return homes.browser()


async def a_member(homes: Homes) -> Browser:
    """Somebody who runs groups, with the session of the console."""
    console = await homes.office.signed_in(OWNER)
    browser = homes.browser()
    browser.client.cookies.set(cookies.SESSION, console.client.cookies[cookies.SESSION], domain="console.test")
    return browser


async def somebody_who_left(homes: Homes) -> Browser:
    """Who deleted everything, and kept the cookie."""
    browser = await homes.of(ANNE)
    cookie = browser.client.cookies[cookies.SESSION]
    assert (await posts(browser, "/settings/delete", sure="delete")).status_code == 303
    browser.client.cookies.set(cookies.SESSION, cookie, domain="console.test")
    return browser


@pytest.mark.parametrize("who", [nobody, a_member, somebody_who_left])
async def test_without_being_that_leader_there_is_only_the_door(homes: Homes, who: Callable):
    browser, bodies = await who(homes), set()
    for method, path in OWN:
        answer = await asked(browser, method, at(path, homes))
        assert answer.status_code == (401 if method == "POST" else 303), path
        assert answer.headers.get("location", "/open").startswith("/open")
        bodies.add(answer.text)
    assert len(bodies) == 2
