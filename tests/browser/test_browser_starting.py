"""The first day of a group is moved in a real browser: looked at, seen to be right on any screen, and confirmed."""

from datetime import timedelta

import pytest
from conftest import Look, console_of, eyes, served
from console_at_work import Office
from playwright.async_api import Browser, expect
from test_browser_console import _makes_a_group, _signs_in

from console.words import Words

pytestmark = pytest.mark.asyncio


async def test_a_first_day_is_looked_at_and_moved(office: Office, chromium: Browser, look: Look):
    async with served(console_of(office)) as address, eyes(chromium, look, address) as seen:
        await _signs_in(office, seen)
        group, t, page = await _makes_a_group(seen), Words(look.language), seen.page
        office.clock.story -= timedelta(days=7)  # of a group that begins in a week
        await seen.at(f"{group}/running")
        today = office.clock.now().date()
        await page.get_by_label(t("running.ends_on"), exact=True).fill((today + timedelta(days=30)).isoformat())
        await page.get_by_role("button", name=t("me.keep")).last.click()
        if await page.locator("button[value=extend]").count():
            await page.locator("button[value=extend]").click()
        await expect(page.locator("#done")).to_be_visible()
        await page.get_by_label(t("running.start_on")).fill((today + timedelta(days=22)).isoformat())
        await page.locator("input[name=along]").uncheck()
        await page.get_by_role("button", name=t("running.start_look")).click()
        await expect(page.locator("#starts")).to_be_visible()
        await seen.looks()
        assert not await page.locator("input[type=checkbox][name=along]").is_checked()
        await page.locator("input[name=along][type=checkbox]").check()
        await page.get_by_role("button", name=t("running.start_look")).click()
        await expect(page.locator("#starts")).to_be_visible()
        await seen.looks()
        await page.locator("button[value=move]").click()
        await expect(page.locator("#done")).to_be_visible()
        await seen.at(f"{group}/audit")
        await seen.looks()
