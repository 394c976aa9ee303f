"""Every answer of both web apps tells browsers to store, frame, sniff and run nothing; and no page needs more."""

import re
from collections.abc import AsyncIterator
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from console_at_work import Browser
from console_homes import ANNE, Homes
from console_town import Town, posts
from test_console_mine_permissions import OWN
from test_console_pages import MAKE

import console
from console.mine import pages
from journeys.console import cohorts
from storage.faults import StorageUnavailable

ROOT = Path(console.__file__).parent
TEMPLATES = sorted(ROOT.glob("templates/**/*.j2"))


class Looks(HTMLParser):
    """What a strict policy would stop: code and style in the page itself, and what comes from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self._in = tag
        self.found += [f"<{tag} {name}>" for name in told if name == "style" or re.match(r"on|hx-on", name)]
        self.found += [f"<{tag}>"] if tag in ("style", "base", "iframe", "object", "embed") else []
        self.found += ["<script> without src"] if tag == "script" and not told.get("src", "").startswith("/") else []
        for name in ("src", "href", "action", "formaction", "hx-get", "hx-vals"):
            strange = re.match(r"(?i)\s*(javascript|data|vbscript|js):|//|http:", told.get(name, ""))
            self.found += [f"<{tag} {name}={told[name]}>"] if strange else []

    def handle_data(self, data: str) -> None:
        if self._in == "script" and data.strip():
            self.found.append("code in the page")

    def handle_endtag(self, tag: str) -> None:
        self._in = ""


def inline(html: str) -> list[str]:
    looks = Looks()
    looks.feed(html)
    return looks.found


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_template_holds_code_or_style_of_its_own(path: Path):
    plain = re.sub(r"\{[{%#].*?[}%#]\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert inline(plain) == []
    assert "| safe" not in plain


def test_only_a_look_back_is_put_into_a_page_as_it_is():
    unescaped = [path.name for path in TEMPLATES if re.search(r"\|\s*safe|autoescape|Markup", path.read_text())]
    assert unescaped == ["lookback.html.j2"]


@pytest.mark.parametrize(
    "html",
    ["<p onclick=x>", "<p style=x>", "<script>x</script>", "<a href=' javascript:x'>", "<p hx-on:click=x>", "<style>"],
)
def test_the_look_finds_what_it_looks_for(html: str):
    assert inline(html)


def test_our_own_scripts_make_no_code_out_of_text():
    for path in ROOT.glob("static/*.js"):
        if path.name != "htmx.min.js":
            assert not re.search(r"\beval\b|new Function|innerHTML|outerHTML|document\.write", path.read_text()), path


def sound(answer: httpx.Response, frames: str = "'none'") -> None:
    """Are all headers there, whatever was answered?"""
    told = answer.headers
    rules = dict(one.strip().split(" ", 1) for one in told["content-security-policy"].split(";"))
    assert "unsafe" not in told["content-security-policy"]
    assert rules["default-src"] == rules["object-src"] == rules["base-uri"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["form-action"] == "'self'"
    assert rules["frame-ancestors"] == frames
    assert told["x-content-type-options"] == "nosniff"
    assert told["strict-transport-security"] == "max-age=63072000"
    assert told["referrer-policy"] == "same-origin"
    assert told["cross-origin-opener-policy"] == told["cross-origin-resource-policy"] == "same-origin"
    free = answer.status_code == 200 and answer.request.url.path.startswith("/static/")
    assert told["cache-control"] == ("public, max-age=86400" if free else "no-store")
    assert len(told.get_list("content-security-policy")) == 1
    if told.get("content-type", "").startswith("text/html"):
        assert inline(answer.text) == []


async def everything(browser: Browser, town: Town, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.Response]:
    """An answer of the console with each status that there is."""
    group = f"/cohorts/{town.alfa.id}"
    for path in ("/", "/cohorts/new", group, f"{group}/participation", f"{group}/mirror", f"{group}/mirrors.csv"):
        yield await browser.sees(path)
    for path in (
        f"{group}/invitations",
        f"{group}/guide/P04",
        "/library",
        "/library/RE-01",
        "/people",
        "/me",
        "/audit",
    ):
        yield await browser.sees(path)
    for path in ("/static/console.css", "/static/fonts/none", "/static/../app.py", "/healthz", "/nothing", "/library/"):
        yield await browser.sees(path)
    yield await browser.sees("/in/wrong")
    yield await browser.client.head("/in/wrong")
    yield await browser.client.put("/")
    yield await browser.client.options("/")
    yield await posts(browser, "/cohorts/new", **{**MAKE, "name": ""})
    yield await posts(browser, "/me/name", name="")
    yield await posts(browser, "/me/organisation", organisation="none")
    yield await posts(browser, "/me/name", name="Noor")
    yield await browser.client.post("/me/name", data={"name": "Noor"})
    yield await browser.client.post("/me/name", headers={"Sec-Fetch-Site": "cross-site"})
    yield await browser.client.post("/me/name", content=b"x" * 3_000_000)
    yield await town.office.browser().client.post("/me/name", data={"name": "Noor"})
    for error in (RuntimeError("kanarie"), StorageUnavailable("kanarie")):
        monkeypatch.setattr(cohorts, "all_of", _failing(error))
        yield await browser.sees("/")


def _failing(error: Exception):
    async def fails(*_: object) -> None:
        raise error

    return fails


@pytest.mark.asyncio
async def test_every_answer_of_the_console_carries_every_header(town: Town, monkeypatch: pytest.MonkeyPatch):
    browser, seen = await town.office.signed_in(), set()
    async for answer in everything(browser, town, monkeypatch):
        sound(answer)
        assert "kanarie" not in answer.text
        seen.add(answer.status_code)
    assert seen == {200, 303, 307, 401, 403, 404, 405, 409, 410, 413, 422, 500, 503}


@pytest.mark.asyncio
async def test_every_answer_of_the_page_carries_every_header(homes: Homes, monkeypatch: pytest.MonkeyPatch):
    browser, seen, frames = await homes.of(ANNE), set(), "'self' https://web.telegram.org"
    answers = [
        await browser.sees(path.format(number=homes.anne, **homes.of_anne)) for method, path in OWN if method == "GET"
    ]
    answers += [await browser.sees(path) for path in ("/open", "/gone", "/nothing", "/static/open.js", "/in/wrong")]
    answers += [
        await browser.client.post("/open", content=b"x"),
        await browser.client.post("/open", content=b"x" * 99_999),
    ]
    answers += [await posts(browser, "/settings/delete"), await posts(browser, "/settings/language", value="en")]
    answers += [await browser.client.post("/out"), await browser.client.put("/")]
    monkeypatch.setattr(pages, "timeline", _failing(RuntimeError("kanarie")))
    answers += [await browser.sees("/"), await homes.browser().sees("/"), await homes.browser().client.post("/out")]
    for answer in answers:
        sound(answer, frames)
        assert "kanarie" not in answer.text
        seen.add(answer.status_code)
    assert seen == {200, 303, 401, 403, 404, 405, 410, 413, 422, 500}


def test_pages_are_written_by_templates_alone():
    """Nothing else makes HTML, so that everything is escaped."""
    made = [path.name for path in ROOT.glob("**/*.py") if "HTMLResponse(" in path.read_text()]
    assert sorted(made) == ["doors.py", "visit.py", "visit.py"]
