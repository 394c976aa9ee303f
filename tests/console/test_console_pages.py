"""A facilitator's first ten minutes, page by page, without a script in sight."""

import re

import console_seeds as seeds
import pytest
from console_at_work import OWNER, STRANGER, WATCHER, Office
from console_town import Town, posts

from console.app import make_app
from console.words import Words, spoken
from journeys.console import signing
from storage.faults import StorageUnavailable
from summaries.cohort.mirror import MEMBERS
from summaries.cohort.safely import BOTH, K

pytestmark = pytest.mark.asyncio
NEW = {"name": "Leergang Samen Sterk", "programme": "starter_4w", "language": "nl", "zone": "Europe/Amsterdam"}
MAKE = {
    **NEW,
    "starts_on": "2026-11-10",
    "day": "1",
    "hour": "08:30",
    "period": "month",
    "retention": "12",
    "do": "make",
}


async def made(browser) -> str:
    """A group; the address of its pages."""
    await browser.sees("/cohorts/new")
    answer = await browser.sends("/cohorts/new", **MAKE)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].removesuffix("/invitations")


async def test_a_new_group_can_have_a_last_day_up_to_which_its_calendar_goes(office: Office):
    browser = await office.signed_in()
    for ends_on, why in (("2026-11-10", "Het einde ligt na het begin."), ("2026-11-20", "")):
        await browser.sees("/cohorts/new")
        page = await browser.sends("/cohorts/new", **{**MAKE, "ends_on": ends_on, "do": "preview"})
        assert why in page.text
        assert ('datetime="2026-11-19"' in page.text) == (not why)
        assert 'datetime="2026-11-24"' not in page.text
        await browser.sees("/cohorts/new")
        answer = await browser.sends("/cohorts/new", **{**MAKE, "ends_on": ends_on})
        assert answer.status_code == (422 if why else 303)
    group = answer.headers["location"].removesuffix("/invitations")
    page = (await browser.sees(f"{group}/programme")).text
    assert 'datetime="2026-11-19"' in page
    assert 'datetime="2026-11-24"' not in page


@pytest.mark.parametrize(("wanted", "nl", "en"), [
    ({}, "Spiegel: elke maand, de eerste over november 2026.", "Mirror: every month, the first about November 2026."),
    ({"period": "quarter", "starts_on": ""}, "Spiegel: elk kwartaal, de eerste over oktober 2026 – december 2026.",
     "Mirror: every quarter, the first about October 2026 – December 2026."),
    ({"ends_on": "2027-02-12"}, "Spiegel: elke maand, van november 2026 tot en met februari 2027.",
     "Mirror: every month, from November 2026 up to and including February 2027."),
    ({"period": "ooit"}, "Spiegel: elke maand, de eerste over november 2026.",
     "Mirror: every month, the first about November 2026."),
    ({"ends_on": "2026-11-30"}, "Spiegel: één, over november 2026.", "Mirror: one, about November 2026."),
])  # fmt: skip
async def test_the_form_of_a_new_group_says_over_which_months_its_mirrors_go(office: Office, wanted, nl, en):
    browser = await office.signed_in()
    for language, told in (("nl", nl), ("en", en)):
        await posts(browser, "/language", language=language)
        page = await posts(browser, "/cohorts/new", **{**MAKE, **wanted, "do": "preview"})
        assert re.findall(r'id="mirrors">([^<]+)<', page.text) == [told]
    page = await posts(browser, "/cohorts/new", **{**MAKE, "hour": "ooit", "do": "preview"})
    assert 'id="mirrors"' not in page.text, "as long as the form cannot be read"


async def test_without_a_link_there_is_only_the_door(office: Office):
    browser = office.browser()
    assert (await browser.sees("/")).headers["location"] == "/in"
    page = await browser.sees("/in", **{"Accept-Language": "en-GB,en;q=0.9,nl;q=0.5"})
    assert "Send /console" in page.text
    assert await office.link(STRANGER) == ""


async def test_a_link_opens_one_browser_once(office: Office):
    path, first, second = await office.link(OWNER), office.browser(), office.browser()
    assert (await first.sees(path)).status_code == 200
    assert (await second.sees(path)).status_code == 410
    assert (await first.sees(path)).status_code == 200  # looking again uses nothing up
    assert (await first.sends(path)).status_code == 303
    assert (await first.sees("/")).status_code == 200
    assert (await first.sees(path)).status_code == 410


@pytest.mark.parametrize(("language", "other"), [("nl", "en"), ("en", "nl")])
async def test_what_is_not_there_and_a_spent_link_speak_the_language_of_who_is_signed_in(
    office: Office, language: str, other: str
):
    browser, words, asks = await office.signed_in(), Words(language), {"Accept-Language": other}
    await browser.sees("/me")
    await browser.sends("/language", language=language)
    for path, key in (("/nothing", "missing.title"), ("/in/spent", "door_shut.title"), ("/static/no", "missing.title")):
        assert words(key) in (await browser.sees(path, **asks)).text
        assert Words(other)(key) in (await office.browser().sees(path, **asks)).text


async def test_what_is_not_there_speaks_the_language_of_the_browser_while_the_database_is_away(
    office: Office, monkeypatch: pytest.MonkeyPatch
):
    async def away(*_: object) -> None:
        raise StorageUnavailable("away")

    monkeypatch.setattr(signing, "visitor", away)
    page = await office.browser().sees("/nothing", **{"Accept-Language": "en"})
    assert (page.status_code, Words("en")("missing.title") in page.text) == (404, True)


async def test_a_group_is_made_and_shown(office: Office):
    browser = await office.signed_in()
    page = await browser.sees("/")
    assert "Nog geen groep" in page.text
    group = await made(browser)
    page = await browser.sees(group)
    assert "Leergang Samen Sterk" in page.text
    assert ">0<" in page.text
    assert "10 november 2026" in (await browser.sees("/")).text


async def test_a_mistake_in_the_form_leaves_what_was_typed(office: Office):
    browser = await office.signed_in()
    await browser.sees("/cohorts/new")
    page = await browser.sends(
        "/cohorts/new", **{**MAKE, "name": " ", "zone": "Europe/Nergens", "starts_on": "2026-11-01"}
    )
    assert page.status_code == 422
    for told in ("Geef de groep een naam.", "Deze tijdzone ken ik niet.", "Deze dag is al geweest.", "Europe/Nergens"):
        assert told in page.text
    page = await browser.sends("/cohorts/new", **{**MAKE, "do": "preview"})
    assert '<option value="1" selected>dinsdag</option>' in page.text
    assert page.status_code == 200
    assert len(re.findall(r"<time datetime", page.text)) > 8


@pytest.mark.parametrize(("field", "value", "why"), [
    ("day", "5", "Kies een dag van maandag tot en met donderdag."),
    ("day", "4", "Kies een dag van maandag tot en met donderdag."),
    ("day", "6", "Kies een dag van maandag tot en met donderdag."),
    ("hour", "22:00", "Dit uur valt in de stille uren."),
    ("name", "Samen\x07Sterk", "Een naam heeft 1 tot 80 tekens."),
])  # fmt: skip
async def test_what_cannot_be_stands_at_its_field_with_the_rest_of_the_form(office: Office, field, value, why):
    browser = await office.signed_in()
    page = await browser.sees("/cohorts/new")
    days = re.search(r'<select id="day".*?</select>', page.text, re.DOTALL)
    assert days is not None
    assert re.findall(r'value="(\d)"', days[0]) == list("0123")
    page = await browser.sends("/cohorts/new", **{**MAKE, field: value})
    assert page.status_code == 422
    assert f'id="{field}-error">{why}' in page.text
    assert 'value="2026-11-10"' in page.text
    assert (await browser.sees("/")).text.count('class="card"') == 0


async def test_the_calendar_is_looked_at_without_a_name_and_follows_the_fields(office: Office):
    browser = await office.signed_in()
    page = await browser.sees("/cohorts/new")
    assert 'hx-trigger="change from:#new"' in page.text
    assert "formnovalidate" in page.text
    shown = {**MAKE, "name": ""}
    del shown["do"]
    page = await browser.sends("/cohorts/new", **{**shown, "day": "2"})
    assert page.status_code == 200
    assert 'datetime="2026-11-11"' in page.text
    assert 'class="error"' not in page.text
    page = await browser.sends("/cohorts/new", **{**shown, "hour": "23:00"})
    (planned,) = re.findall(r'<div id="planned".*?</div>', page.text, re.DOTALL)
    assert "Dit uur valt in de stille uren." in planned


async def test_a_place_will_do_for_a_time_zone(office: Office):
    browser = await office.signed_in()
    await browser.sees("/cohorts/new")
    answer = await browser.sends("/cohorts/new", **{**MAKE, "zone": "Amsterdam"})
    group = answer.headers["location"].removesuffix("/invitations")
    assert "TZID=Europe/Amsterdam" in (await browser.sees(f"{group}/rhythm.ics")).text


async def test_in_a_calendar_groups_of_one_rhythm_stand_side_by_side_and_a_later_file_moves_them(
    office: Office,
):
    browser = await office.signed_in()
    files = []
    for name in ("Eerste groep", "Tweede groep"):
        await browser.sees("/cohorts/new")
        answer = await browser.sends("/cohorts/new", **{**MAKE, "name": name})
        group = answer.headers["location"].removesuffix("/invitations")
        files.append((await browser.sees(f"{group}/rhythm.ics")).text)
        assert f"SUMMARY:Weerklank\\, {name}" in files[-1]
        again = (await browser.sees(f"{group}/rhythm.ics")).text
        assert re.findall(r"UID:.*", again) == re.findall(r"UID:.*", files[-1])
    first, second = (set(re.findall(r"UID:(.*)", each)) for each in files)
    assert first
    assert not first & second
    assert "SEQUENCE:" in files[0]


async def test_every_page_of_a_group_comes_in_both_languages(office: Office):
    browser = await office.signed_in()
    group = await made(browser)
    for language, told in (("nl", "Groepen"), ("en", "Groups")):
        await browser.sees("/")
        if f'<html lang="{language}">' not in browser.last.text:
            await browser.sends("/language", language=language)
        for end in ("", "/programme", "/invitations", "/participation", "/mirror", "/guide", "/guide/P04", "/audit"):
            page = await browser.sees(group + end)
            assert page.status_code == 200, (end, page.text)
            assert told in page.text
        for path in (
            "/library",
            "/library?words=ruimte&kind=paradox",
            "/library/RE-01",
            "/library/P04",
            "/people",
            "/audit",
            "/me",
        ):
            assert (await browser.sees(path)).status_code == 200, path


async def test_a_list_becomes_links_that_are_shown_once(office: Office):
    browser = await office.signed_in()
    group = await made(browser)
    await browser.sees(f"{group}/invitations")
    page = await browser.sends(
        f"{group}/invitations/personal", people="Anne;anne@voorbeeld\nBo;bo@voorbeeld.nl", days="30"
    )
    assert page.status_code == 422
    assert "Regel 1." in page.text
    page = await browser.sends(
        f"{group}/invitations/personal", people="Anne;anne@voorbeeld.nl\nBo;bo@voorbeeld.nl", days="30"
    )
    links = re.findall(r"https://t\.me/weerklank_bot\?start=([\w-]{24})", page.text)
    assert len(set(links)) == 2
    merged = await browser.sends(f"{group}/invitations/merge")
    assert merged.headers["content-type"] == "text/csv; charset=utf-8"
    assert all(link in merged.text for link in links)
    assert "Anne" not in (await browser.sees(f"{group}/invitations")).text


async def test_loading_the_page_with_links_anew_makes_no_other_link(office: Office):
    browser = await office.signed_in()
    group = await made(browser)
    page = await browser.sees(f"{group}/invitations")
    once, each = re.findall(r'name="once" value="([^"]+)"', page.text)
    shown = [
        re.findall(r'id="link" href="([^"]+)"', (await posts(browser, f"{group}/invitations/group", **sent)).text)
        for sent in ({"days": "14", "uses": "20", "once": once},) * 2
    ]
    assert shown[0] == shown[1]
    assert len(shown[0]) == 1
    assert (await trail_of(browser, group)).count("Groepslink gemaakt") == 1
    sent = {"people": "Anne\nBo", "days": "30", "once": each}
    first, second = [await posts(browser, f"{group}/invitations/personal", **sent) for _ in range(2)]
    assert re.findall(r"start=[\w-]+", first.text) == re.findall(r"start=[\w-]+", second.text)
    assert len(set(re.findall(r"start=[\w-]+", first.text))) == 2
    assert (await trail_of(browser, group)).count("Persoonlijke links gemaakt") == 1


async def trail_of(browser, group: str) -> str:
    return (await browser.sees(f"{group}/audit")).text


async def test_a_link_for_the_group_goes_on_paper(office: Office):
    browser = await office.signed_in()
    group = await made(browser)
    await browser.sees(f"{group}/invitations")
    page = await browser.sends(f"{group}/invitations/group", days="14", uses="20")
    assert "<path" in page.text
    paper = await browser.sends(f"{group}/invitations/paper")
    assert paper.content.startswith(b"%PDF")
    page = await browser.sees(f"{group}/invitations")
    revoke = next(path for path in re.findall(r'action="([^"]+/revoke)"', page.text))
    await browser.sends(revoke)
    assert "werkt niet meer" in (await browser.sees(f"{group}/invitations")).text


async def test_whoever_goes_away_while_sending_a_form_leaves_no_error_behind(office: Office):
    browser = await office.signed_in()
    cookie = "; ".join(f"{name}={value}" for name, value in browser.client.cookies.items())
    headers = [(b"cookie", cookie.encode()), (b"content-type", b"application/x-www-form-urlencoded")]
    scope = {"type": "http", "method": "POST", "path": "/me/name", "query_string": b"", "headers": headers}
    arriving = [{"type": "http.request", "body": b"name=An", "more_body": True}, {"type": "http.disconnect"}]
    answered: list[dict] = []

    async def receive() -> dict:
        return arriving.pop(0)

    async def send(told: dict) -> None:
        answered.append(told)

    await make_app(office.desk)({**scope, "scheme": "https", "server": ("console.test", 443)}, receive, send)
    assert answered[0]["status"] == 400


async def test_a_list_with_namesakes_is_taken_after_one_tick(office: Office):
    browser = await office.signed_in()
    here = f"{await made(browser)}/invitations"
    page = await posts(browser, f"{here}/personal", people="Jan\nJan", days="90")
    assert page.status_code == 422
    assert 'name="namesakes"' in page.text
    assert '<option value="90" selected>' in page.text
    page = await posts(browser, f"{here}/personal", people="Jan\nJan", days="90", namesakes="yes")
    assert len(set(re.findall(r"start=([\w-]{24})", page.text))) == 2


@pytest.mark.parametrize(("form", "fields", "at"), [
    ("group", {"uses": "0", "days": "14"}, "uses"),
    ("group", {"uses": "2001", "days": "90"}, "uses"),
    ("group", {"uses": "veel", "days": "90"}, "uses"),
    ("group", {"uses": "20", "days": "31"}, "days"),
    ("personal", {"people": "Anne", "days": "31"}, "days-each"),
])  # fmt: skip
async def test_a_number_that_cannot_be_stands_at_its_field_and_what_was_typed_stays(office: Office, form, fields, at):
    browser = await office.signed_in()
    page = await posts(browser, f"{await made(browser)}/invitations/{form}", **fields)
    assert page.status_code == 422
    assert f'id="{at}-error"' in page.text
    assert page.text.count('class="error"') == 1
    assert f'value="{fields["uses"]}"' in page.text if "uses" in fields else ">Anne</textarea>" in page.text


@pytest.mark.parametrize(("field", "value", "why"), [
    ("language", "fr", "Kies er een."),
    ("starts_on", "2099-01-01", "Kies een begin binnen twee jaar."),
    ("ends_on", "ooit", "Dit is geen datum."),
    ("ends_on", "2026-11-02", "Kies een dag die nog komt."),
])  # fmt: skip
async def test_a_language_that_is_not_there_and_a_start_far_ahead_are_told_at_the_field(
    office: Office, field: str, value: str, why: str
):
    browser = await office.signed_in()
    wish = {"name": "Leergang", "programme": "starter_4w", "language": "nl", "zone": "Europe/Amsterdam", "day": "1"}
    sent = {**wish, "hour": "08:30", "retention": "12", "period": "month", "do": "make", field: value}
    page = await posts(browser, "/cohorts/new", **sent)
    assert page.status_code == 422
    assert f'id="{field}-error">{why}' in page.text
    assert 'value="Leergang"' in page.text


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_from_how_many_people_on_something_is_seen_is_said_beforehand(office: Office, language: str):
    browser = await office.signed_in()
    await posts(browser, "/language", language=language)
    group = await made(browser)
    for page in ("/cohorts/new", f"{group}/invitations", f"{group}/mirror", f"{group}/participation"):
        text = (await browser.sees(page)).text
        for what in ("number", "figures", "mirror"):
            assert spoken()[f"sizes.{what}"][language].format(some=K, figures=BOTH, mirror=MEMBERS) in text, page


async def test_an_observer_is_offered_no_step_that_their_role_does_not_allow(town: Town):
    offered = [spoken()[key]["nl"] for key in ("overview.invite", "overview.invite_more", "overview.mirror")]
    page = (await (await town.office.signed_in(WATCHER)).sees(f"/cohorts/{town.alfa.id}")).text
    assert [one for one in offered if one in page] == []
    assert spoken()["overview.watch"]["nl"] in page
    page = (await (await town.office.signed_in()).sees(f"/cohorts/{town.alfa.id}")).text
    assert len([one for one in offered if one in page]) == 2


async def test_a_group_without_a_start_is_open_and_says_that_it_ends_when_that_is_chosen(town: Town):
    browser = await town.office.signed_in()
    group = await made_with(browser, starts_on="")
    assert "Open voor nieuwe mensen" in (await browser.sees("/")).text
    page = (await browser.sees(group)).text
    assert "en is 4 weken onderweg, elk op een eigen plek" in page
    assert "Kies wanneer de groep eindigt" not in page, "nobody is in it yet"
    await seeds.joins(town.office.bot.store, town.alfa.id, range(900, 903), town.office.clock.now())
    async with town.office.bot.store.transaction() as session:
        await session.connection.exec_driver_sql("UPDATE cohort SET starts_on=NULL")
    page = (await browser.sees(f"/cohorts/{town.alfa.id}")).text
    for told in ("Nodig nog meer mensen uit", "Kies wanneer de groep eindigt", "Open voor nieuwe mensen"):
        assert told in page


async def made_with(browser, **fields: str) -> str:
    answer = await posts(browser, "/cohorts/new", **{**MAKE, **fields})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].removesuffix("/invitations")


async def test_of_a_closed_group_people_have_taken_part_and_nobody_is_invited(office: Office):
    browser = await office.signed_in()
    group = await made(browser)
    assert "mensen gingen meedoen" in (await browser.sees("/")).text
    await posts(browser, f"{group}/running/close", sure="yes")
    assert "mensen hebben meegedaan" in (await browser.sees("/")).text
    assert "Nodig mensen uit" not in (await browser.sees(group)).text
