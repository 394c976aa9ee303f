"""A form that changes something says once what was done; what is shown once is not lost to another language."""

import re
from html import unescape

import pytest
from console_at_work import WATCHER, Browser, Office
from console_town import Town, posts
from test_console_pages import made

from console import flash
from console.flash import Done
from console.words import spoken
from handlers.outgoing import Showing
from handlers.staff import group_mirror
from storage import releases

pytestmark = pytest.mark.asyncio
LANGUAGE = 'action="/language"'


def done(page: str) -> str:
    """What the notice says; "" when there is none."""
    return (re.findall(r'id="done" role="status"><p>(.*?)</p>', page) or [""])[0]


async def told(browser: Browser, path: str, /, **fields: str) -> str:
    """What the page says to which a form leads."""
    answer = await posts(browser, path, **fields)
    assert answer.status_code == 303, answer.text
    assert "?" not in answer.headers["location"]
    return done((await browser.sees(answer.headers["location"])).text)


async def test_each_form_of_a_running_group_says_once_what_it_did(office: Office):
    browser = await office.signed_in()
    group = await made(browser)
    assert (
        done((await browser.sees(f"{group}/invitations")).text)
        == "De groep ‘Leergang Samen Sterk’ is gemaakt. Nodig nu mensen uit."
    )
    here = f"{group}/running"
    assert await told(browser, f"{here}/pause", until="2026-12-01", do="rest") == "De groep rust tot 1 december 2026."
    page = (await browser.sees(here)).text
    assert done(page) == ""
    assert "Kies een andere dag en de dag verschuift." in page
    assert 'value="2026-12-01"' in page
    assert "Verschuif de dag" in page
    assert "Laat de groep rusten" not in page
    assert await told(browser, f"{here}/go-on") == "De groep gaat weer verder."
    sent = await told(browser, f"{here}/notice", text="Tot donderdag.", do="send")
    assert sent == "Verstuurd aan allen om 13:00. In stille uren komt het daarna."
    settled = {"called": "Leergang", "retention": "6", "period": "month"}
    assert await told(browser, f"{here}/settings", **settled) == "Bewaard."
    assert await told(browser, f"{here}/extend", ends_on="2027-02-01") == "De laatste dag is nu 1 februari 2027."
    days = {"programme": "starter_4w", "day": "2", "hour": "10:00", "do": "change"}
    assert (await told(browser, f"{here}/change", **days)).startswith("De dagen of het traject zijn veranderd.")
    assert await told(browser, f"{here}/close", sure="yes") == "De groep is gesloten."
    assert (await told(browser, f"{here}/archive")).startswith("De groep is uit de lijst gehaald.")


async def test_names_roles_and_links_say_so_too(office: Office):
    browser = await office.signed_in()
    assert await told(browser, "/me/name", name="Ingrid") == "Bewaard."
    (home,) = re.findall(r'name="organisation" value="(\d+)"', (await browser.sees("/me")).text)
    assert await told(browser, "/me/organisation", organisation=home, name="Alliantie Zon") == "Bewaard."
    await posts(browser, "/people/invite", kind="observer", cohort="")
    (revoke,) = re.findall(r'action="(/people/invites/\d+/revoke)"', (await browser.sees("/people")).text)
    assert await told(browser, revoke) == "Ingetrokken. De link werkt niet meer."


async def test_a_page_that_a_form_brought_has_no_switch_of_language_and_any_other_keeps_its_query(office: Office):
    browser = await office.signed_in()
    group = await made(browser)
    page = await posts(browser, f"{group}/invitations/group", days="30", uses="20")
    assert "Klaar om te delen" in page.text
    assert LANGUAGE not in page.text
    assert LANGUAGE not in (await posts(browser, f"{group}/running/notice", text="x" * 1001)).text
    page = await browser.sees("/library?words=moed&kind=question")
    assert 'name="back" value="/library?words=moed&amp;kind=question"' in page.text
    back = await browser.sends("/language", language="en")
    assert back.headers["location"] == "/library?words=moed&kind=question"


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_mirror_is_read_as_everybody_will_before_it_is_shared(town: Town, language: str):
    browser, here = await town.office.signed_in(), f"/cohorts/{town.alfa.id}/mirror"
    await posts(browser, "/language", language=language)
    share = f"{here}/{town.alfa.release}/publish"
    page = (await posts(browser, share, do="look")).text
    (kept,) = [one for one in await releases_of(town) if one.id == town.alfa.release]
    args = {"language": language, "cohort": town.alfa.name, "month": "*"}
    read = group_mirror(Showing(town.office.desk.library, language, args, {"facts": kept.facts, "before": ()})).text
    shown = re.findall(r'<blockquote class="said">(.*?)</blockquote>', page, re.DOTALL)
    assert [unescape(part) for part in shown[1:]] == [unescape(part) for part in read.split("\n\n")[1:]]
    assert town.alfa.name in unescape(shown[0])
    assert spoken()["mirror.share"][language].split(" {")[0] in page
    assert spoken()["mirror.published"][language].split(" {")[0] not in (await browser.sees(here)).text
    assert (await posts(browser, share)).status_code == 200, "without its word it is only looked at"
    assert spoken()["mirror.published"][language].split(" {")[0] not in (await browser.sees(here)).text
    told_then = await told(browser, share, do="share")
    assert told_then == spoken()["done.shared"][language]


async def test_who_may_not_share_a_mirror_is_shown_no_look_at_it(town: Town):
    owner, watcher = await town.office.signed_in(), await town.office.signed_in(WATCHER)
    share = f"/cohorts/{town.alfa.id}/mirror/{town.alfa.release}/publish"
    assert (await posts(watcher, share, do="look")).status_code == 404
    assert (await posts(owner, share.replace(str(town.alfa.id), str(town.beta.id)), do="look")).status_code == 404


async def releases_of(town: Town) -> list[releases.Kept]:
    async with town.office.bot.store.transaction() as session:
        return list(await releases.of(session, town.alfa.id, "mirror"))


@pytest.mark.parametrize("given", ["", ".", "x.y", "é.é", "WyJza2lwIix7fV0=." + "0" * 64])
async def test_a_cookie_that_this_session_did_not_pack_says_nothing(given: str):
    assert flash.opened("session", given, "/") is None


async def test_a_cookie_belongs_to_one_session_and_to_sentences_that_are_there():
    given = flash.packed("session", Done("/here", "done.rests", {"day": "1 mei"}))
    assert flash.opened("session", given, "/here") == Done("/here", "done.rests", {"day": "1 mei"})
    assert flash.opened("other", given, "/here") is None
    assert flash.opened("session", given, "/there") is None
    assert flash.opened("session", flash.packed("session", Done("/", "done.nothing", {})), "/") is None
    assert flash.opened("", flash.packed("", Done("/", "done.kept", {})), "/") is None


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_what_was_done_is_told_on_its_own_page_whatever_another_tab_opens_meanwhile(
    office: Office, language: str
):
    browser = await office.signed_in()
    await posts(browser, "/language", language=language)
    group = await made(browser)
    await browser.sees(f"{group}/invitations")
    answer = await posts(browser, "/me/name", name="Ingrid")
    assert "Max-Age=60;" in answer.headers["set-cookie"], "who never comes to that page is not told much later"
    for other in ("/", "/library", f"{group}/running"):
        assert done((await browser.sees(other)).text) == ""
    refusal = await posts(browser, "/me/name", name="x" * 81)
    assert done(refusal.text) == ""
    assert done((await browser.sees("/me")).text) == spoken()["done.kept"][language]
    assert done((await browser.sees("/me")).text) == ""
