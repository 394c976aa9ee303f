"""Real browsers on real pages over real HTTP: Debian's Chromium, driven by Playwright, with axe looking along."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio
import uvicorn
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright

from storage.session import Store

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "console"))

from console_at_work import Clock, Office, office_on  # noqa: E402 - a neighbour of these tests, found by the line above

from bot.webhook import listen  # noqa: E402 - as above
from console import app as console  # noqa: E402 - as above
from console.mine import app as mine  # noqa: E402 - as above
from console.visit import Desk  # noqa: E402 - as above

TOKEN = "123456:AAtest-token_of-a-bot"
SIZES = {"phone": (390, 844), "desktop": (1280, 860)}
NARROWEST = 320  # CSS pixels: WCAG 2.2, reflow
PICTURES = ROOT / "docs" / "images"


@dataclass
class Look:
    """How somebody looks at the pages: in a language, on a size of screen, in light or dark."""

    language: str
    size: str
    theme: str

    @property
    def name(self) -> str:
        return f"{self.size}-{self.language}"


LOOKS = [
    Look("nl", "phone", "light"),
    Look("en", "desktop", "light"),
    Look("nl", "desktop", "dark"),
    Look("en", "phone", "dark"),
]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look.name}-{look.theme}")
def look(request: pytest.FixtureRequest) -> Look:
    return request.param


@pytest_asyncio.fixture
async def chromium() -> AsyncIterator[Browser]:
    path = os.environ.get("WEERKLANK_CHROMIUM") or shutil.which("chromium")
    assert path, "there is no Chromium: `make browser` installs it"
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        await browser.close()


@asynccontextmanager
async def served(make: Callable[[str], object]) -> AsyncIterator[str]:
    """An app at work; gives its address. Browsers take localhost for safe, so its cookies are the real ones."""
    opened = listen("127.0.0.1:0")
    address = f"http://localhost:{opened.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(make(address), log_config=None, access_log=False, lifespan="off"))
    serving = asyncio.create_task(server.serve(sockets=[opened]))
    try:
        yield address
    finally:
        server.should_exit = True
        await serving


@pytest_asyncio.fixture
async def office(sqlite_url: str, open_stores: Callable[..., list[Store]]) -> AsyncIterator[Office]:
    async with office_on(sqlite_url, open_stores(sqlite_url)[0]) as opened:
        yield opened


@dataclass
class Eyes:
    """A page in a browser: every stop is looked at by axe, walked through by keyboard, and pictured when named."""

    page: Page
    look: Look
    address: str

    async def at(self, path: str) -> None:
        answer = await self.page.goto(self.address + path)
        assert answer is not None
        assert answer.status == 200, path

    async def menu(self) -> None:
        """On a phone the main menu is folded."""
        if self.look.size == "phone":
            await self.page.locator(".top .menu summary").press("Enter")

    async def looks(self, picture: str = "") -> None:
        """No violation of WCAG as axe knows it; no sideways scrolling; every control within reach of the Tab key."""
        found = await Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()
        for width in (NARROWEST, SIZES[self.look.size][0]):
            await self.page.set_viewport_size({"width": width, "height": SIZES[self.look.size][1]})
            wide = await self.page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
            )
            assert not wide, f"{self.page.url} scrolls sideways at {width}"
        await self._by_keyboard()
        if picture and self.look.theme == "light":  # those that docs/console.md shows
            await self.page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
            await self.page.screenshot(path=PICTURES / f"{picture}-{self.look.name}.png", animations="disabled")

    async def _by_keyboard(self) -> None:
        controls = "a[href], button, input:not([type=hidden]), select, textarea, summary"
        shown = f"[...document.querySelectorAll('{controls}')].filter(one => one.checkVisibility())"
        wanted = await self.page.evaluate(f"{shown}.length")
        await self.page.evaluate("document.body.focus(); window.reached = new Set()")
        fields = await self.page.locator("input[type=date], input[type=time]").count()
        for _ in range(wanted + 4 * fields + 12):  # a date is several stops, and regions that scroll are reached too
            await self.page.keyboard.press("Tab")
            await self.page.evaluate("window.reached.add(document.activeElement)")
        missed = await self.page.evaluate(
            f"{shown}.filter(one => !window.reached.has(one) && one.type !== 'radio').map(one => one.outerHTML)"
        )
        assert not missed, f"{self.page.url}: the keyboard does not reach {missed}"


@asynccontextmanager
async def eyes(chromium: Browser, look: Look, address: str) -> AsyncIterator[Eyes]:
    width, height = SIZES[look.size]
    context = await chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme=look.theme, accept_downloads=True,
        locale="nl-NL" if look.language == "nl" else "en-GB", timezone_id="Europe/Amsterdam",
        permissions=["clipboard-read", "clipboard-write"],
    )  # fmt: skip
    page = await context.new_page()
    wrong: list[str] = []
    page.on(
        "console", lambda told: wrong.append(told.text) if told.type == "error" and "422" not in told.text else None
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield Eyes(page, look, address)
    await context.close()
    assert not wrong, wrong


def console_of(office: Office) -> Callable[[str], object]:
    closed = office.desk.world.store
    return lambda address: console.make_app(Desk(replace(office.bot, store=closed), address, "weerklank_bot"))


def mine_of(office: Office) -> Callable[[str], object]:
    return lambda address: mine.make_app(Desk(office.bot, address, "weerklank_bot", "page"), TOKEN)


def signed(chat: int, clock: Clock) -> str:
    """What Telegram gives a Mini App, signed by a library of others."""
    script = str(Path(__file__).with_name("sign.mjs"))
    call = ["node", script, TOKEN, str(chat), str(int(clock.wall().timestamp()))]
    return subprocess.run(call, check=True, capture_output=True, text=True).stdout
