"""What cannot be undone lightly is asked first, in a real browser: a rest of a whole group, and the end of a role."""

from datetime import timedelta

import pytest
from conftest import Look, console_of, eyes, served
from console_at_work import HELPER, Office
from playwright.async_api import Browser, expect
from test_browser_console import _makes_a_group, _signs_in

from console.words import Words
from storage import members, organisations, roles

pytestmark = pytest.mark.asyncio


async def _another_owner(office: Office) -> None:
    async with office.bot.store.transaction() as session:
        home = await organisations.first(session)
        other = await members.add(session, HELPER, "nl", office.clock.now())
        assert home is not None
        await roles.give(session, roles.new(other.id, home.id, None, "owner"), None, office.clock.now())


async def test_a_rest_is_looked_at_and_ones_own_role_ends_after_a_second_yes(
    office: Office, chromium: Browser, look: Look
):
    async with served(console_of(office)) as address, eyes(chromium, look, address) as seen:
        await _signs_in(office, seen)
        group, t, page = await _makes_a_group(seen), Words(look.language), seen.page
        await seen.at(f"{group}/running")
        until = (office.clock.now() + timedelta(days=30)).date()
        await page.get_by_label(t("running.until")).fill(until.isoformat())
        await page.get_by_role("button", name=t("running.rest")).click()
        await expect(page.locator("#rest")).to_be_visible()
        await seen.looks()
        await page.locator("button[value=rest]").click()
        await expect(page.locator("#done")).to_be_visible()
        await seen.looks()
        await page.get_by_label(t("running.until")).fill((until + timedelta(days=7)).isoformat())
        await page.get_by_role("button", name=t("running.move")).click()
        await expect(page.locator("#rest")).to_be_visible()
        await page.locator("button[value=rest]").click()
        await seen.at(f"{group}/audit")
        await seen.looks()
        await seen.at(f"{group}/invitations")
        await page.get_by_role("button", name=t("invitations.make"), exact=True).click()
        await seen.at(f"{group}/invitations")
        await seen.looks()
        await _another_owner(office)
        await seen.at("/people")
        await page.get_by_role("button", name=t("people.end")).first.click()
        await expect(page.locator("#leaving")).to_be_visible()
        await seen.looks()
        await page.get_by_role("button", name=t("people.leave")).click()
        await expect(page.get_by_role("heading", level=1)).to_have_text(t("role_over.title"))
        await seen.looks()
