"""The first day of a group by its page: looked at first, confirmed as it was seen, and read by everybody after."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from console_at_work import Office
from console_town import posts
from test_console_running import opened, trail

pytestmark = pytest.mark.asyncio
MOVED = "Begindag verschoven: was 10 november 2026, wordt 24 november 2026"


def hidden(page, name):
    (found,) = re.findall(rf'type="hidden" name="{name}" value="([^"]*)"', page.text)
    return found


async def looked(browser, group, on="2026-11-24", **more):
    await browser.sees(f"{group}/running")
    return await browser.sends(f"{group}/running/start", starts_on=on, do="look", **more)


async def confirmed(browser, group, page):
    """The button under what was looked at."""
    told = {name: hidden(page, name) for name in ("starts_on", "along", "mark", "once")}
    return await posts(browser, f"{group}/running/start", **told, do="move")


@pytest.mark.parametrize(("language", "told"), [
    ("nl", ("De groep begint dan op 24 november 2026", "Je eerste vaste vraag komt nu dinsdag 24 november om 8:30",
            "was 10 november 2026, wordt 24 november 2026", "momenten schuiven op", "Spiegels over",
            "De groep begint nu op 24 november 2026.")),
    ("en", ("The group then begins on 24 November 2026",
            "Your first regular question now comes Tuesday 24 November at 08:30",
            "was 10 November 2026, becomes 24 November 2026", "moments move", "Mirrors of",
            "The group now begins on 24 November 2026.")),
])  # fmt: skip
async def test_a_first_day_is_looked_at_and_then_moved(office: Office, language, told):
    browser, group = await opened(office)
    await posts(browser, "/language", language=language)
    *shown, done = told
    page = await looked(browser, group)
    assert page.status_code == 200
    for part in shown:
        assert part in unescape(page.text)
    assert 'datetime="2026-11-10"' in (await browser.sees(f"{group}/programme")).text, "nothing is done yet"
    answer = await confirmed(browser, group, page)
    assert answer.headers["location"] == f"{group}/running"
    assert done in (await browser.sees(f"{group}/running")).text
    for where in (f"{group}/programme", group):
        page = (await browser.sees(where)).text
        assert ('datetime="2026-11-24"' in page) or told[0].rpartition("op ")[2].rpartition("on ")[2] in page
        assert 'datetime="2026-11-10"' not in page
    ics = (await browser.sees(f"{group}/rhythm.ics")).text
    assert "DTSTART;TZID=Europe/Amsterdam:20261124T083000" in ics
    assert "20261110T" not in ics


async def test_everybody_reads_in_the_log_which_day_became_which(office: Office):
    browser, group = await opened(office)
    await confirmed(browser, group, await looked(browser, group))
    assert MOVED in await trail(browser, group)


async def test_the_last_day_moves_along_where_that_is_ticked_and_what_falls_away_is_named(office: Office):
    browser, group = await opened(office)
    await posts(browser, f"{group}/running/extend", ends_on="2026-12-04", do="extend")
    page = await browser.sees(f"{group}/running")
    assert 'name="along" value="yes" checked' in page.text
    page = await looked(browser, group, along="yes")
    assert "was 4 december 2026, wordt 18 december 2026" in page.text
    page = await looked(browser, group)
    assert "blijft 4 december 2026" in page.text
    assert "vallen dan weg" in page.text
    assert 'name="along" value="yes">' in page.text
    page = await looked(browser, group, on="2026-12-07")
    assert page.status_code == 422
    assert 'id="starts_on-error">De laatste dag blijft 4 december 2026' in page.text
    await posts(browser, f"{group}/running/extend", ends_on="2026-11-27", do="extend")
    page = await looked(browser, group, on="2026-11-03")
    assert re.search(r"moment(en)? kom(t|en) erbij", page.text)


async def test_where_nothing_moves_the_page_says_so(office: Office):
    browser, group = await opened(office)
    page = await looked(browser, group, on="2026-11-09")
    assert "Er schuift niets op" in page.text
    assert "vraag komt nu" not in page.text, "nobody is told"
    assert "Daarover krijgt niemand een bericht" in page.text


async def test_on_the_page_the_button_comes_before_the_long_list_and_the_list_is_folded(office: Office):
    browser, group = await opened(office)
    page = (await looked(browser, group)).text
    assert page.index('name="do" value="move"') < page.index('<table class="stacked">')
    assert page.count('<tr><th scope="row">', 0, page.index("<summary>Nog ")) == 6


async def test_in_the_log_stands_that_the_last_day_moved_along_and_to_which_day_it_moved(office: Office):
    browser, group = await opened(office)
    await posts(browser, f"{group}/running/extend", ends_on="2026-12-04", do="extend")
    await confirmed(browser, group, await looked(browser, group, along="yes"))
    told = await trail(browser, group)
    assert f"{MOVED}; laatste dag: was 4 december 2026, wordt 18 december 2026" in told
    assert "Laatste dag verschoven: 4 december 2026" in told
    await confirmed(browser, group, await looked(browser, group, on="2026-12-01"))
    assert "Begindag verschoven: was 24 november 2026, wordt 1 december 2026;" not in await trail(browser, group)


async def test_where_the_last_day_comes_before_any_question_no_message_is_shown(office: Office):
    browser, group = await opened(office)
    await posts(browser, f"{group}/running/extend", ends_on="2026-11-13", do="extend")
    page = await looked(browser, group, on="2026-11-12")
    assert page.status_code == 200
    assert "vraag komt nu" not in page.text


@pytest.mark.parametrize(("on", "why"), [
    ("2026-11-02", "Kies een dag die nog komt."), ("2026-11-10", "Zo is het al."), ("ooit", "Dit is geen datum."),
    ("2030-01-01", "Kies een begin binnen twee jaar."),
])  # fmt: skip
async def test_a_day_that_cannot_be_stands_at_its_field(office: Office, on, why):
    browser, group = await opened(office)
    page = await looked(browser, group, on)
    assert page.status_code == 422
    assert f'id="starts_on-error">{why}' in page.text
    assert f'value="{on}"' in page.text


async def test_what_was_not_looked_at_is_not_done(office: Office):
    browser, group = await opened(office)
    page = await browser.sends(f"{group}/running/start", starts_on="2026-11-24", do="move", mark="0" * 16)
    assert page.status_code == 422
    assert '<div class="notice bad" role="alert"><p>Er is intussen iets veranderd' in page.text
    assert "Begindag verschoven" not in await trail(browser, group)


async def test_a_second_press_of_the_same_form_does_nothing_more_and_says_the_same(office: Office):
    browser, group = await opened(office)
    page = await looked(browser, group)
    for _ in range(2):
        answer = await confirmed(browser, group, page)
        assert answer.status_code == 303
    assert (await trail(browser, group)).count("Begindag verschoven") == 1


async def test_an_old_form_after_a_second_move_tells_the_day_as_it_is(office: Office):
    browser, group = await opened(office)
    page = await looked(browser, group)
    await confirmed(browser, group, page)
    await confirmed(browser, group, await looked(browser, group, "2026-12-01"))
    await browser.sees(f"{group}/running")
    await confirmed(browser, group, page)
    told = (await browser.sees(f"{group}/running")).text
    assert "De groep begint nu op 1 december 2026." in told
    assert "24 november 2026" not in told


async def test_where_it_is_the_first_day_in_the_east_the_page_says_so_and_has_no_form(office: Office):
    browser, group = await opened(office)
    office.clock.story = datetime(2026, 11, 9, 10, 0, tzinfo=UTC)
    page = await browser.sees(f"{group}/running")
    assert "In het oosten van de wereld is het al zover" in page.text
    assert 'name="starts_on"' not in page.text
    answer = await posts(browser, f"{group}/running/start", starts_on="2026-11-24")
    assert answer.status_code == 422
    assert "In het oosten van de wereld is het al 10 november 2026" in answer.text


async def test_a_last_day_that_is_too_far_stands_at_its_field(office: Office):
    browser, group = await opened(office)
    answer = await posts(browser, f"{group}/running/extend", ends_on="9999-12-31")
    assert answer.status_code == 422
    assert 'id="ends_on-error">Kies een laatste dag binnen vier jaar.' in answer.text
    await browser.sees("/cohorts/new")
    wanted = {"name": "Ver", "programme": "starter_4w", "starts_on": "", "ends_on": "9999-12-31", "do": "make"}
    answer = await browser.sends("/cohorts/new", **wanted)
    assert answer.status_code == 422
    assert "Kies een laatste dag binnen vier jaar." in answer.text


async def test_after_the_start_it_is_refused_in_a_clear_sentence_and_the_form_is_gone(office: Office):
    browser, group = await opened(office)
    page = await looked(browser, group)
    office.clock.story = datetime(2026, 11, 10, 9, 0, tzinfo=UTC)
    answer = await confirmed(browser, group, page)
    assert answer.status_code == 422
    assert "De groep is begonnen op 10 november 2026." in answer.text
    page = await browser.sees(f"{group}/running")
    assert "De groep begon op 10 november 2026. Nu staat de begindag vast." in page.text
    assert 'name="starts_on"' not in page.text


async def test_where_everybody_begins_at_their_own_time_there_is_no_day_to_move(office: Office):
    browser = await office.signed_in()
    await browser.sees("/cohorts/new")
    wanted = {"name": "Doorlopend", "programme": "starter_4w", "starts_on": "", "do": "make"}
    group = (await browser.sends("/cohorts/new", **wanted)).headers["location"].removesuffix("/invitations")
    page = await browser.sees(f"{group}/running")
    assert 'name="starts_on"' not in page.text
    answer = await posts(browser, f"{group}/running/start", starts_on="2026-11-24")
    assert "In deze groep begint ieder op een eigen moment." in answer.text
