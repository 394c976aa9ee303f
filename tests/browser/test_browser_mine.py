"""A leader opens their own page in Telegram, whose part is played by the library that signs for others."""

import json
from dataclasses import replace
from urllib.parse import quote

import console_seeds as seeds
import pytest
from conftest import Look, eyes, mine_of, served, signed
from console_at_work import NOON, Office
from console_lookbacks import Studio, look_back
from playwright.async_api import Browser, expect

from console.words import Words

pytestmark = pytest.mark.asyncio
ANNE = 4242
COLOURS = {
    "bg_color": "#0f2231",
    "text_color": "#f4f4f4",
    "section_bg_color": "#16293a",
    "subtitle_text_color": "#b0c0cc",
}


async def test_a_leader_reads_their_own(office: Office, chromium: Browser, look: Look):
    person = await seeds.leader(office.bot.store, ANNE, NOON)
    summary = await look_back(office.bot.store, person, [seeds.WORDS] * 4, NOON)
    office.bot = replace(office.bot, studio=Studio())
    async with served(mine_of(office)) as address, eyes(chromium, look, address) as seen:
        t, page = Words(look.language), seen.page
        await seen.at("/open")
        await seen.looks()
        await page.goto("about:blank")
        await page.goto(f"{address}/open#tgWebAppData={quote(signed(ANNE, office.clock))}&tgWebAppVersion=9.2")
        await expect(page).to_have_url(f"{address}/")
        if look.language == "en":
            await seen.at("/settings")
            await page.get_by_text(Words("nl")("mine.set_language"), exact=True).click()
            await page.get_by_role("button", name="English").click()
            await seen.at("/")
        await expect(page.get_by_text("laf & jammer <3").first).to_be_visible()
        await seen.looks("mine-answers")
        await page.get_by_label(t("mine.search")).fill("gelijk")
        await page.get_by_label(t("mine.search")).press("Enter")
        await expect(page.get_by_role("status")).to_contain_text(t("mine.found", count=1))
        for path, picture in (
            ("/dilemmas", "mine-dilemmas"),
            ("/moods", "mine-moods"),
            ("/dilemmas/P04", ""),
            ("/lookbacks", ""),
            ("/groups", ""),
            (f"/lookbacks/{summary}", "mine-lookback"),
            ("/settings", "mine-settings"),
        ):
            await seen.at(path)
            await seen.looks(picture)
        await page.locator("#hour summary").click()
        await page.get_by_label(t("mine.set_hour"), exact=True).fill("22:00")
        await page.locator("#hour").get_by_role("button").click()
        await expect(page.get_by_role("alert")).to_have_text(t("mine.no.hour_quiet"))
        await seen.looks()
        await page.get_by_role("button", name=t("mine.delete_do")).click()
        await expect(page.get_by_role("alert")).to_have_text(t("mine.delete_sure"))
        await page.get_by_label(t("mine.delete_yes")).check()
        await page.get_by_role("button", name=t("mine.delete_do")).click()
        await expect(page.get_by_role("heading", level=1)).to_have_text(
            Words("nl" if look.language == "nl" else "en")("mine.gone")
        )


async def test_the_page_takes_on_the_colours_of_the_chat(office: Office, chromium: Browser):
    await seeds.leader(office.bot.store, ANNE, NOON)
    look = Look("nl", "phone", "light")
    async with served(mine_of(office)) as address, eyes(chromium, look, address) as seen:
        passed = f"tgWebAppData={quote(signed(ANNE, office.clock))}&tgWebAppThemeParams={quote(json.dumps(COLOURS))}"
        await seen.page.goto(f"{address}/open#{passed}")
        await expect(seen.page).to_have_url(f"{address}/")
        await expect(seen.page.locator("html")).to_have_css("background-color", "rgb(15, 34, 49)")
        for path in ("/", "/moods", "/settings"):  # the system is light, the chat is dark
            await seen.page.goto(f"{address}{path}")
            await seen.looks()


async def test_colours_of_a_chat_in_which_nothing_could_be_read_are_not_taken_on(office: Office, chromium: Browser):
    await seeds.leader(office.bot.store, ANNE, NOON)
    passed = json.dumps({**COLOURS, "text_color": "#1f3241"})
    async with served(mine_of(office)) as address, eyes(chromium, Look("nl", "phone", "light"), address) as seen:
        given = f"tgWebAppData={quote(signed(ANNE, office.clock))}&tgWebAppThemeParams={quote(passed)}"
        await seen.page.goto(f"{address}/open#{given}")
        await expect(seen.page).to_have_url(f"{address}/")
        await expect(seen.page.locator("html")).to_have_css("background-color", "rgb(21, 27, 34)")
        await seen.looks()


async def test_telegram_names_the_page_and_opens_it_again_after_a_while(office: Office, chromium: Browser):
    await seeds.leader(office.bot.store, ANNE, NOON)
    async with served(mine_of(office)) as address, eyes(chromium, Look("nl", "phone", "light"), address) as seen:
        page, t = seen.page, Words("nl")
        await page.goto(f"{address}/open?tgWebAppStartParam=dilemmas#tgWebAppData={quote(signed(ANNE, office.clock))}")
        await expect(page).to_have_url(f"{address}/dilemmas")
        office.clock.later(minutes=31)
        await page.goto(f"{address}/lookbacks")
        await expect(page.get_by_role("heading", level=1)).to_have_text(t("mine.lookbacks"))
        await expect(page).to_have_url(f"{address}/lookbacks")
        await page.goto(f"{address}/open?to=//elsewhere.test")
        await expect(page).to_have_url(f"{address}/")
        await page.get_by_role("button", name=t("nav.out")).click()
        await expect(page).to_have_url(f"{address}/open?out=1")
        await page.goto(f"{address}/moods")
        await expect(page.get_by_role("heading", level=1)).to_have_text(t("mine.open"))


async def test_telegrams_own_back_button_leads_up(office: Office, chromium: Browser):
    await seeds.leader(office.bot.store, ANNE, NOON)
    async with served(mine_of(office)) as address, eyes(chromium, Look("nl", "phone", "light"), address) as seen:
        page = seen.page
        await page.add_init_script(
            "window.told = []; window.TelegramWebviewProxy = {postEvent: (...one) => window.told.push(one)}"
        )
        await page.goto(f"{address}/open?tgWebAppStartParam=dilemmas#tgWebAppData={quote(signed(ANNE, office.clock))}")
        await expect(page).to_have_url(f"{address}/dilemmas")
        await page.wait_for_load_state()  # the script has run then
        assert await page.evaluate("told.at(-1)") == ["web_app_setup_back_button", '{"is_visible":false}']
        await page.goto(f"{address}/dilemmas/P04")
        await page.wait_for_load_state()  # the script has run then
        assert await page.evaluate("told.at(-1)") == ["web_app_setup_back_button", '{"is_visible":true}']
        await page.evaluate("Telegram.WebView.receiveEvent('back_button_pressed', null)")
        await expect(page).to_have_url(f"{address}/dilemmas")
