"""A leader opens their own page in Telegram, whose part is played by the library that signs for others."""

import json
from urllib.parse import quote

import console_seeds as seeds
import pytest
from conftest import Look, eyes, mine_of, served, signed
from console_at_work import NOON, Office
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
    await seeds.leader(office.bot.store, ANNE, NOON)
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
            ("/lookbacks", ""),
            ("/settings", ""),
        ):
            await seen.at(path)
            await seen.looks(picture)
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
