"""What a form makes, it makes once: pressed twice at the same moment, or its page loaded anew."""

import asyncio
import re

import pytest
from console_at_work import OWNER, Browser, Office
from console_town import Town, posts
from sqlalchemy import text

from console import once
from console.once import made_by, mark
from journeys.console import orders

pytestmark = pytest.mark.asyncio


async def twice(browser: Browser, page: str, path: str, **fields: str):
    """The form on a page, pressed a second time before the first press was answered."""
    seen = (await browser.sees(page)).text
    marked = re.findall(r'name="once" value="([^"]+)"', seen)[0]
    return await asyncio.gather(*(posts(browser, path, **fields, once=marked) for _ in range(2)))


async def test_a_group_is_made_once_and_both_presses_lead_to_it(office: Office):
    browser = await office.signed_in()
    wish = {"name": "Leergang", "programme": "starter_4w", "language": "nl", "zone": "Europe/Amsterdam", "day": "1"}
    sent = {**wish, "hour": "08:30", "retention": "12", "period": "month", "do": "make"}
    first, second = await twice(browser, "/cohorts/new", "/cohorts/new", **sent)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["location"] == second.headers["location"]
    assert (await browser.sees("/")).text.count('class="card"') == 1


async def test_a_group_of_a_name_that_is_there_is_asked_about_first(office: Office):
    browser = await office.signed_in()
    sent = {"programme": "starter_4w", "language": "nl", "zone": "Europe/Amsterdam", "day": "1", "hour": "08:30"}
    sent |= {"retention": "12", "period": "month", "do": "make"}
    await posts(browser, "/cohorts/new", **sent, name="Leergang Zon")
    asked = await posts(browser, "/cohorts/new", **sent, name=" leergang  ZON")
    assert asked.status_code == 422
    assert "Er loopt al een groep die ‘Leergang Zon’ heet, met 0 mensen." in asked.text
    assert (await posts(browser, "/cohorts/new", **sent, name="Leergang Zon", twice="yes")).status_code == 303
    assert (await browser.sees("/")).text.count("Leergang Zon</a>") == 2


async def test_a_role_is_offered_by_one_link(town: Town):
    browser = await town.office.signed_in()
    before = (await browser.sees("/people")).text.count("uitgenodigd")
    first, second = await twice(browser, "/people", "/people/invite", kind="observer", cohort="")
    (link,) = re.findall(r"start=(s_[\w-]+)", first.text)
    assert re.findall(r"start=(s_[\w-]+)", second.text) == [link]
    assert (await browser.sees("/people")).text.count("uitgenodigd") == before + 1


async def test_a_message_to_all_goes_out_once(town: Town):
    browser, here = await town.office.signed_in(), f"/cohorts/{town.alfa.id}/running"
    await browser.sees(here)
    await browser.sends(f"{here}/notice", text="Tot donderdag.", do="preview")
    marked = re.findall(r'name="once" value="([^"]+)"', browser.last.text)[0]
    for _ in range(2):
        answer = await posts(browser, f"{here}/notice", text="Tot donderdag.", do="send", once=marked)
        assert answer.status_code == 303
    assert (await browser.sees(here)).text.count("Tot donderdag.") == 1
    assert (await browser.sees(f"/cohorts/{town.alfa.id}/audit")).text.count("Bericht aan de groep gestuurd") == 1


async def test_a_question_is_written_once(town: Town):
    browser, here = await town.office.signed_in(), f"/cohorts/{town.beta.id}/questions"
    text = {"nl": "Welk gesprek stel je nu uit?", "en": "Which conversation are you putting off?"}
    first, second = await twice(browser, here, here, **text, on_date="2026-11-11")
    assert first.headers["location"] == second.headers["location"]
    assert (await browser.sees(here)).text.count("Welk gesprek stel je nu uit?") == 1


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_dry_run_goes_out_once_however_often_its_button_is_pressed(town: Town, language: str):
    browser, here = await town.office.signed_in(), f"/cohorts/{town.beta.id}/questions"
    await posts(browser, "/language", language=language)
    asked = {"nl": "Welk gesprek stel je nu uit?", "en": "Which conversation are you putting off?"}
    question = (await posts(browser, here, **asked, on_date="2026-11-11")).headers["location"]
    for sent in await twice(browser, question, f"{question}/try"):
        assert sent.headers["location"] == f"{question}?sent=1"
    marked = re.findall(r'name="once" value="([^"]+)"', (await browser.sees(question)).text)[0]
    assert await dry_runs(town) == 2, "both languages, once"
    await posts(browser, f"{question}/try", once=marked)
    assert await dry_runs(town) == 4, "once more, when that is asked"
    await posts(browser, f"{question}/try", once=marked)
    await posts(browser, f"{question}/try")
    await posts(browser, f"{question}/try")
    assert await dry_runs(town) == 6, "while one waits to be sent no other joins it"


async def dry_runs(town: Town) -> int:
    """How many messages of a dry run were said, after all that waited."""
    await orders.waiting(town.office.bot, [])
    async with town.office.bot.store.transaction() as session:
        query = text("SELECT count(*) FROM outbox WHERE screen_name = 'own_question_try'")
        return int(await session.connection.scalar(query))


async def test_the_links_of_a_form_that_was_revoked_meanwhile_are_not_opened_anew(town: Town):
    browser, here = await town.office.signed_in(), f"/cohorts/{town.beta.id}/invitations"
    marked = re.findall(r'name="once" value="([^"]+)"', (await browser.sees(here)).text)[0]
    sent = {"days": "14", "uses": "20", "once": marked}
    assert (await posts(browser, f"{here}/group", **sent)).status_code == 200
    revoke = re.findall(r'action="([^"]+/revoke)"', (await browser.sees(here)).text)[0]
    await posts(browser, revoke)
    assert (await posts(browser, f"{here}/group", **sent)).status_code == 404


@pytest.mark.parametrize("given", ["", "5", "5.", "x.y", f"{10**30}.{'0' * 64}", "5." + "é" * 64])
async def test_a_mark_that_this_session_did_not_make_counts_for_nothing(given: str):
    assert made_by("session", given, "/") != made_by("session", given, "/")


async def test_a_mark_belongs_to_one_session_and_its_tokens_to_one_place():
    given = mark("session")
    here = made_by("session", given, "/here")
    assert here == made_by("session", given, "/here")
    assert here.number != made_by("other", given, "/here").number
    tokens = {here.token(), here.token(1), made_by("session", given, "/there").token(), once.Once(1, b"").token()}
    assert len(tokens) == 4
    assert {len(token) for token in tokens} == {once.LETTERS}


async def test_an_organisation_without_a_name_is_pointed_out_to_who_may_name_it(office: Office):
    browser = await office.signed_in(OWNER)
    assert "Je organisatie heeft nog geen naam" in (await browser.sees("/")).text
    page = (await browser.sees("/me")).text
    assert 'value="Weerklank"' not in page
    (home,) = re.findall(r'name="organisation" value="(\d+)"', page)
    await posts(browser, "/me/organisation", organisation=home, name="Alliantie Zon")
    assert "Je organisatie heeft nog geen naam" not in (await browser.sees("/")).text
    assert "Alliantie Zon" in (await browser.sees("/me")).text
