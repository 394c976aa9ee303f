"""A leader reads who runs their group, and all that was done about it."""

from dataclasses import replace
from datetime import date

import pytest
from console_at_work import OWNER, WANTED, Browser
from console_homes import ANNE, BO, Homes

from journeys import guide
from journeys.console import organisations
from journeys.guide import Founder
from storage import enrolments, leaders, members

pytestmark = pytest.mark.asyncio


async def subscribed(homes: Homes) -> None:
    """Marit runs a group, and Anne joined it."""
    bot, now = homes.office.bot, homes.office.clock.now()
    async with bot.store.transaction() as session:
        member = await organisations.member_at(bot, session, OWNER, "nl")
        assert member is not None
        await members.keep(session, replace(member, name="Marit de Graaf"))
        home = await organisations.organisations.first(session)
        group = await guide.subscribe(session, WANTED, Founder(home.id, member.id), now)
        person = await leaders.by_chat(session, ANNE)
        await enrolments.add(session, person.id, group.id, "starter_4w", date(2026, 11, 3), 0, 0, None, now)


async def told(browser: Browser) -> str:
    page = await browser.sees("/groups")
    assert page.status_code == 200
    return page.text


async def test_who_runs_the_group_and_what_was_done_stands_on_the_page(homes: Homes):
    await subscribed(homes)
    page = await told(await homes.of(ANNE))
    for words in ("Leergang Samen", "Marit de Graaf", "Groep gemaakt", "Nooit wat je schrijft"):
        assert words in page


async def test_who_takes_part_alone_reads_of_nobodys_group(homes: Homes):
    await subscribed(homes)
    page = await told(await homes.of(BO))
    assert "Leergang Samen" not in page
    assert "Je doet mee zonder groep." in page
