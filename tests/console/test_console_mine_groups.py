"""A leader reads who runs their group, and all that was done about it."""

import re
from dataclasses import replace
from datetime import date

import pytest
from console_at_work import OWNER, WANTED, Browser
from console_homes import ANNE, BO, Homes
from console_town import posts

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


async def test_one_group_is_left_there_as_in_the_chat_and_by_nobody_else(homes: Homes):
    await subscribed(homes)
    anne, bo = await homes.of(ANNE), await homes.of(BO)
    (address,) = re.findall(r'action="(/groups/\d+/leave)"', await told(anne))
    assert (await posts(bo, address)).status_code == 404
    assert address in await told(anne)
    assert (await posts(anne, address)).status_code == 303
    page = await told(anne)
    assert address not in page
    assert "Je zit niet meer in deze groep." in page
    assert "<h1>Groep</h1>" in page
    assert (await posts(anne, address)).status_code == 404
    async with homes.office.bot.store.transaction() as session:
        person = await leaders.by_chat(session, ANNE)
        assert (await enrolments.of_leader(session, person.id))[-1].state == "left"
        assert person.state == "active"


@pytest.mark.parametrize(("language", "line"), [
    ("nl", "Rol gegeven: eigenaar, alle groepen"),
    ("en", "Role given: owner, all groups"),
])  # fmt: skip
async def test_who_may_look_into_all_groups_stands_in_the_log_that_people_in_one_read(homes: Homes, language, line):
    await subscribed(homes)
    async with homes.office.bot.store.transaction() as session:
        person = await leaders.by_chat(session, ANNE)
        await leaders.keep(session, replace(person, language=language))
    page = await told(await homes.of(ANNE))
    assert re.search(rf"{line} <span class=\"hint\">Marit de Graaf</span>", page)
