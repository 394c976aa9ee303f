"""A Telegram group for the mirror, on the facilitator's page and the leader's own: how it stands, what is not told."""

import re
from dataclasses import replace
from datetime import date

import pytest
from console_at_work import NOON, OWNER, WANTED, Browser, Office
from console_homes import ANNE, BO, Homes
from console_town import WATCHER, Town, posts

from journeys import groups, guide
from journeys.console import organisations
from journeys.groups import Started
from journeys.guide import Founder
from storage import enrolments, inbox, leaders, releases
from summaries.cohort.facts import Cell, Release, as_json
from summaries.cohort.safely import Share

pytestmark = pytest.mark.asyncio
CHAT = -1_001_234
LINK = re.compile(r"https://t\.me/weerklank_bot\?startgroup=(g_[\w-]{24})")


async def counted(office: Office, cohort: int) -> None:
    """The figures of the group so far are of twelve people."""
    none, monday = Share(0, 3), date(2099, 1, 5)
    cells = (Cell(monday, 12, 1, none, none, none, none, (none, none, none), ""),)
    async with office.bot.store.transaction() as session:
        await releases.keep(session, cohort, "week", (monday, monday), as_json(Release(monday, cells)), NOON)


async def brought(office: Office, payload: str) -> None:
    """The owner brings the bot into a group of theirs by the link."""
    async with office.bot.store.transaction() as session:
        update = 1 + sum((await inbox.counts(session)).values())
        await inbox.store(session, [(update, CHAT, b"{}")], office.clock.wall())
    await groups.start(office.bot, Started(CHAT, "Kring <Noord> & co", OWNER, 5, "nl"), payload, update)


async def offered(browser: Browser, cohort: int) -> str:
    """The payload of a link that is shown now, and never again."""
    await browser.sees(f"/cohorts/{cohort}/mirror")
    page = await browser.sends(f"/cohorts/{cohort}/mirror/telegram")
    assert page.status_code == 200
    (address, again) = {found[1] for found in LINK.finditer(page.text)}, LINK.findall(page.text)
    assert len(address) == 1
    assert len(again) == 2, "to press, and to read"
    assert "Deze link staat hier één keer." in page.text
    assert not LINK.search((await browser.sees(f"/cohorts/{cohort}/mirror")).text)
    return address.pop()


async def test_the_link_is_shown_once_with_what_will_happen_and_a_new_one_takes_its_place(town: Town):
    browser = await town.office.signed_in(OWNER)
    page = await browser.sees(f"/cohorts/{town.alfa.id}/mirror")
    assert "zodra de groep twaalf getelde mensen heeft" in page.text
    assert f"/cohorts/{town.alfa.id}/mirror/telegram" not in page.text
    await counted(town.office, town.alfa.id)
    page = await browser.sees(f"/cohorts/{town.alfa.id}/mirror")
    assert "Ook in een Telegram-groep" in page.text
    assert "Doet in zeven dagen niemand dat" in page.text
    old, new = await offered(browser, town.alfa.id), await offered(browser, town.alfa.id)
    assert old != new
    page = await browser.sees(f"/cohorts/{town.alfa.id}/mirror")
    assert "Er staat een link open, tot 3 november 2026." in page.text
    assert (await browser.sends(f"/cohorts/{town.alfa.id}/mirror/telegram/unlink")).status_code == 303
    assert "Er staat een link open" not in (await browser.sees(f"/cohorts/{town.alfa.id}/mirror")).text


async def test_the_page_tells_how_it_stands_from_linking_to_a_next_try(town: Town):
    office, address = town.office, f"/cohorts/{town.alfa.id}/mirror"
    browser = await office.signed_in(OWNER)
    await counted(office, town.alfa.id)
    await brought(office, await offered(browser, town.alfa.id))
    page = await browser.sees(address)
    assert "‘Kring &lt;Noord&gt; &amp; co’ is gekoppeld. Tot 9 november 2026 kan ieder in de groep" in page.text
    assert (await posts(browser, f"{address}/telegram")).status_code == 409
    office.clock.story = NOON.replace(day=9)
    assert "is gekoppeld sinds 9 november 2026" in (await browser.sees(address)).text
    await browser.sends(f"{address}/telegram/unlink")
    page = await browser.sees(address)
    assert "is ontkoppeld op 9 november 2026. Wie het liever niet had, hoeft dat" in page.text
    assert "Opnieuw koppelen" not in page.text
    await brought(office, await offered(browser, town.alfa.id))
    office.clock.story = NOON.replace(day=12)
    await browser.sends(f"{address}/telegram/unlink")
    page = await browser.sees(address)
    assert "is ontkoppeld op 12 november 2026." in page.text
    assert "Opnieuw koppelen kan vanaf 9 december 2026." in page.text
    assert f"{address}/telegram" not in page.text
    assert (await posts(browser, f"{address}/telegram")).status_code == 409
    office.clock.story = NOON.replace(month=12, day=9)
    page = await browser.sees(address)
    assert "Opnieuw koppelen" not in page.text
    await offered(browser, town.alfa.id)
    trail = (await browser.sees(f"/cohorts/{town.alfa.id}/audit")).text
    for deed in ("Link voor een Telegram-groep gemaakt", "Telegram-groep gekoppeld", "Telegram-groep ontkoppeld"):
        assert deed in trail


async def test_an_observer_reads_nothing_of_it(town: Town):
    browser = await town.office.signed_in(WATCHER)
    assert "Telegram-groep" not in (await browser.sees(f"/cohorts/{town.alfa.id}/mirror")).text


async def linked(homes: Homes) -> int:
    """Anne is in a group whose owner linked a Telegram group; the id of the group."""
    office, bot, now = homes.office, homes.office.bot, homes.office.clock.now()
    async with bot.store.transaction() as session:
        member = await organisations.member_at(bot, session, OWNER, "nl")
        assert member is not None
        home = await organisations.organisations.first(session)
        group = await guide.subscribe(session, replace(WANTED, name="Groep"), Founder(home.id, member.id), now)
        person = await leaders.by_chat(session, ANNE)
        await enrolments.add(session, person.id, group.id, "starter_4w", date(2026, 11, 3), 0, 0, None, now)
    await counted(office, group.id)
    await brought(office, await offered(await office.signed_in(OWNER), group.id))
    return group.id


async def test_a_leader_objects_on_their_own_page_and_nobody_can_see_that_anybody_did(homes: Homes):
    group = await linked(homes)
    owner, anne, bo = await homes.office.signed_in(OWNER), await homes.of(ANNE), await homes.of(BO)
    page = await anne.sees("/groups")
    assert "komen vanaf 9 november 2026 ook in de Telegram-groep ‘Kring &lt;Noord&gt; &amp; co’" in page.text
    (address,) = re.findall(r'action="(/groups/\d+/object)"', page.text)
    assert (await posts(bo, address)).status_code == 404
    before = (await owner.sees(f"/cohorts/{group}/mirror")).text
    answer = await posts(anne, address)
    assert answer.status_code == 303
    assert "zodat niemand kan zien wie het was" in (await anne.sees(answer.headers["location"])).text
    assert (await anne.sees("/groups")).text == page.text
    assert (await owner.sees(f"/cohorts/{group}/mirror")).text == before
    homes.office.clock.story = NOON.replace(day=9)
    page = (await owner.sees(f"/cohorts/{group}/mirror")).text
    assert "is gekoppeld sinds 9 november 2026." in page
    assert "Of en waarom iets er niet komt, staat nergens." in page
    assert "Telegram-groep ‘" in (await anne.sees("/groups")).text
