"""Running a group by its pages: a holiday, a message to all, other days, an end; each looked at before it is done."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import console_seeds as seeds
import pytest
from console_at_work import HELPER, NOON, OWNER, WATCHER, Browser, Office
from console_town import posts
from test_console_pages import made

from dialogues.asking import agenda, rhythm
from dialogues.library import library
from journeys import ask
from journeys.console import people
from journeys.console.who import Role, Who
from storage import enrolments, errands, members, outbox, roles

pytestmark = pytest.mark.asyncio


async def opened(office: Office) -> tuple[Browser, str]:
    """A browser of the owner on the page where a group is run, and the address of the group."""
    browser = await office.signed_in()
    group = await made(browser)
    page = await browser.sees(f"{group}/running")
    assert page.status_code == 200, page.text
    return browser, group


async def trail(browser: Browser, group: str) -> str:
    return (await browser.sees(f"{group}/audit")).text


async def test_a_group_rests_and_goes_on(office: Office):
    browser, group = await opened(office)
    page = await browser.sends(f"{group}/running/pause", until="2026-12-01")
    assert page.status_code == 200
    assert "De groep rust dan tot 1 december 2026" in page.text
    answer = await browser.sends(f"{group}/running/pause", until="2026-12-01", do="rest")
    assert answer.headers["location"] == f"{group}/running"
    page = await browser.sees(f"{group}/running")
    assert "De groep rust tot 1 december 2026." in page.text
    assert "Gepauzeerd" in page.text
    await browser.sends(f"{group}/running/go-on")
    assert "De groep rust" not in (await browser.sees(f"{group}/running")).text
    assert "Groep laten rusten" in await trail(browser, group)


@pytest.mark.parametrize(("form", "fields", "why"), [
    ("pause", {"until": "2026-11-01"}, "Kies een dag die nog komt."),
    ("pause", {"until": "morgen"}, "Dit is geen datum."),
    ("pause", {"until": "2036-11-01"}, "Een groep rust hoogstens een half jaar."),
    ("pause", {"until": "2036-11-01", "do": "rest"}, "Een groep rust hoogstens een half jaar."),
    ("extend", {"ends_on": "2026-11-02"}, "Kies een dag na vandaag"),
    ("notice", {"text": " "}, "gewone tekst"),
    ("notice", {"text": "x" * 1001, "do": "send"}, "1 tot 1000 tekens"),
    ("change", {"programme": "starter_4w", "day": "6", "hour": ""}, "Maak een keuze"),
    ("change", {"programme": "starter_4w", "day": "1", "hour": "laat"}, "Dit is geen tijd."),
    ("change", {"programme": "starter_4w", "day": "1", "hour": "22:00"}, "stille uren"),
    ("change", {"programme": "nergens", "day": "1", "hour": "08:30"}, "Dit traject is er niet."),
    ("change", {"programme": "starter_4w", "day": "1", "hour": "08:30", "do": "change"}, "Zo is het al."),
    ("close", {}, "Zet eerst het vinkje."),
    ("delete", {"name": "iets anders"}, "precies zoals hij er staat"),
])  # fmt: skip
async def test_what_cannot_be_is_refused_and_changes_nothing(office: Office, form, fields, why):
    browser, group = await opened(office)
    page = await browser.sends(f"{group}/running/{form}", **fields)
    assert page.status_code == 422
    assert why in page.text
    assert "Loopt" in (await browser.sees(f"{group}/running")).text


@pytest.mark.parametrize(("form", "fields", "at"), [
    ("pause", {"until": "2026-11-01", "text": "Tot donderdag."}, "until"),
    ("notice", {"text": "x" * 1001, "until": "2026-12-01"}, "text"),
    ("extend", {"ends_on": "2026-11-02"}, "ends_on"),
    ("change", {"programme": "core_12w", "day": "3", "hour": "22:00"}, "hour"),
    ("change", {"programme": "starter_4w", "day": "1", "hour": "08:30", "do": "change"}, "programme"),
    ("close", {}, "sure"),
    ("delete", {"name": "iets anders"}, "name"),
])  # fmt: skip
async def test_a_no_stands_at_its_field_and_what_was_typed_stays(office: Office, form, fields, at):
    browser, group = await opened(office)
    page = await browser.sends(f"{group}/running/{form}", **fields)
    assert f'id="{at}-error"' in page.text
    assert page.text.count('class="error"') == 1
    for name, value in fields.items():
        if name != "do":
            assert re.search(
                rf'(name="{name}"[^>]*?value="{value}"|name="{name}"[^>]*>{value}<|value="{value}" sel)', page.text
            )


async def test_name_mirror_and_keeping_can_be_changed_while_the_group_runs(office: Office):
    browser, group = await opened(office)
    wanted = {"called": "Leergang Anders", "retention": "6", "period": "quarter"}
    answer = await browser.sends(f"{group}/running/settings", **wanted)
    assert answer.headers["location"] == f"{group}/running"
    page = await browser.sees(f"{group}/running")
    for told in ('value="Leergang Anders"', '<option value="6" selected>', '<option value="quarter" selected>'):
        assert told in page.text
    assert (await trail(browser, group)).count("Naam, spiegel of bewaartijd veranderd") == 1
    await browser.sees(f"{group}/running")
    await browser.sends(f"{group}/running/settings", **wanted)
    assert (await trail(browser, group)).count("Naam, spiegel of bewaartijd veranderd") == 1
    await browser.sees(f"{group}/running")
    for field, value in (("called", "x" * 81), ("retention", "7"), ("period", "week")):
        page = await browser.sends(f"{group}/running/settings", **{**wanted, field: value})
        assert page.status_code == 422
        assert f'id="{field}-error"' in page.text
    await browser.sends(f"{group}/running/close", sure="yes")
    page = await posts(browser, f"{group}/running/settings", **{**wanted, "retention": "3"})
    assert "Deze groep is gesloten." in page.text
    assert "running/settings" not in page.text


@pytest.mark.parametrize(("language", "told"), [
    ("nl", ("Leergang Samen Sterk rust tot dinsdag 1 december.", "momenten schuiven op", "uiterlijk 4 mei 2027",
            "De dag is verschoven: de groep rust nu tot 8 december 2026.", ">Verschuif de dag<", "valt dan weg")),
    ("en", ("Leergang Samen Sterk rests until Tuesday 1 December.", "moments move", "4 May 2027 at the latest",
            "The day was moved: the group now rests until 8 December 2026.", ">Move the day<", "falls away")),
])  # fmt: skip
async def test_a_rest_is_looked_at_first_and_so_is_another_end_of_it(office: Office, language, told):
    browser, group = await opened(office)
    here, (said, moves, latest, moved, move, gone) = f"{group}/running", told
    await posts(browser, "/language", language=language)
    page = await posts(browser, f"{here}/pause", until="2026-12-01", text="Fijne vakantie")
    for part in (said, moves, latest, "Fijne vakantie"):
        assert part in unescape(page.text)
    assert move not in page.text
    assert '<input type="hidden" name="until" value="2026-12-01">' in page.text
    await posts(browser, f"{here}/pause", until="2026-12-01", do="rest")
    assert move in (await browser.sees(here)).text
    page = await posts(browser, f"{here}/pause", until="2026-12-01")
    assert page.status_code == 422, "that is how it is already"
    page = await posts(browser, f"{here}/pause", until="2026-12-08")
    assert page.text.count(move) == 2
    await posts(browser, f"{here}/pause", until="2026-12-08", do="rest")
    assert moved in (await browser.sees(here)).text
    await posts(browser, f"{here}/extend", ends_on="2026-12-29", do="extend")
    page = await posts(browser, f"{here}/pause", until="2026-12-15")
    assert gone in re.sub("vallen dan weg", "valt dan weg", re.sub("fall away", "falls away", page.text))


async def test_another_period_is_looked_at_first_and_counts_when_the_running_one_is_over(office: Office):
    browser, group = await opened(office)
    office.clock.story += timedelta(days=14)
    await browser.sees(f"{group}/running")
    wanted = {"called": "Leergang Samen", "retention": "12", "period": "quarter"}
    page = await browser.sends(f"{group}/running/settings", **wanted, do="look")
    assert page.status_code == 200
    assert "Vanaf 1 december 2026 komt er elk kwartaal een spiegel." in page.text
    assert (await trail(browser, group)).count("Naam, spiegel of bewaartijd veranderd") == 0
    browser.last = page
    assert (await posts(browser, f"{group}/running/settings", **wanted)).status_code == 303
    page = await browser.sees(f"{group}/running")
    assert "Nu nog elke maand, vanaf 1 december 2026 elk kwartaal." in page.text
    again = await posts(browser, f"{group}/running/settings", **wanted, do="look")
    assert again.status_code == 303, "nothing changes, so there is nothing to look at"


async def test_the_last_owner_reads_at_the_row_why_that_role_stays(office: Office):
    browser = await office.signed_in()
    await browser.sees("/me")
    await browser.sends("/me/name", name="Ingrid")
    page = await browser.sees("/people")
    (path,) = re.findall(r'action="(/people/\d+/end)"', page.text)
    for sure in ({}, {"do": "end"}):
        page = await posts(browser, path, **sure)
        assert page.status_code == 422
        assert 'role="alert">Er blijft altijd één eigenaar.' in page.text
    group = await made(browser)
    await browser.sees("/people")
    page = await browser.sends("/people/invite", kind="owner", cohort=group.rpartition("/")[2])
    assert 'id="cohort-error">Een eigenaar is dat van de hele organisatie.' in page.text
    assert '<option value="owner" selected>' in page.text
    assert 'id="kind-error"' in (await browser.sends("/people/invite", kind="koning", cohort="")).text


@pytest.mark.parametrize(("language", "told"), [
    ("nl", ("Je eigen rol beëindigen?", "meteen", "kom je de console niet meer in", "Je rol is beëindigd",
            "De rol is beëindigd.")),
    ("en", ("End your own role?", "at once", "you can no longer come into the console", "Your role has ended",
            "The role has ended.")),
])  # fmt: skip
async def test_ones_own_role_ends_only_after_a_second_yes(office: Office, language, told):
    (ask, at_once, out, over, done), browser = told, await office.signed_in()
    await posts(browser, "/language", language=language)
    await invited(office, browser, HELPER, "owner", "")
    await invited(office, browser, OWNER, "observer", "")
    (first, second, mine) = re.findall(r'action="(/people/\d+/end)"', (await browser.sees("/people")).text)
    page = await posts(browser, first)
    assert (page.status_code, ask in page.text, at_once in page.text, out in page.text) == (200, True, True, False)
    assert len(re.findall(r'action="/people/\d+/end"', (await browser.sees("/people")).text)) == 3, "nothing ended yet"
    answer = await posts(browser, first, do="end")
    assert answer.headers["location"] == "/"
    assert done in (await browser.sees("/")).text
    assert (await browser.sees("/people")).status_code == 409
    other = await office.signed_in(HELPER)
    await posts(other, "/language", language=language)
    answer = await posts(other, mine)
    assert answer.headers["location"] == "/people", "the role of somebody else ends at once"
    assert (await browser.sees("/")).headers["location"] == "/in"
    await invited(office, other, WATCHER, "owner", "")
    page = await posts(other, second)
    assert (ask in page.text, out in page.text) == (True, True)
    page = await posts(other, second, do="end")
    assert (page.status_code, over in page.text) == (200, True)
    assert "/out" not in page.text
    assert (await other.sees("/")).headers["location"] == "/in"


async def invited(office: Office, browser: Browser, chat: int, kind: str, cohort: str) -> None:
    """Somebody takes an invite that this browser makes."""
    page = await posts(browser, "/people/invite", kind=kind, cohort=cohort)
    (payload,) = re.findall(r"start=(s_[\w-]+)", page.text)
    async with office.bot.store.transaction() as session:
        assert await people.accept(office.bot, session, chat, payload, "nl", f"test{chat}{kind}")


async def test_a_name_that_cannot_be_stands_at_its_field(office: Office):
    browser = await office.signed_in()
    page = await browser.sees("/me")
    (home,) = re.findall(r'id="home-(\d+)"', page.text)
    page = await browser.sends("/me/name", name="x" * 81)
    assert 'id="name-error">Een naam heeft 1 tot 80 tekens.' in page.text
    assert "x" * 81 in page.text
    page = await browser.sends("/me/organisation", name="y" * 81)
    assert f'id="home-{home}-error">Een naam heeft 1 tot 80 tekens.' in page.text
    assert "y" * 81 in page.text


async def test_what_is_about_the_whole_group_stands_above_its_forms(office: Office):
    browser, group = await opened(office)
    page = await posts(browser, f"{group}/running/go-on")
    assert '<div class="notice bad" role="alert"><p>Deze groep rust nu niet.</p>' in page.text
    page = await posts(browser, f"{group}/running/archive")
    assert '<div class="notice bad" role="alert"><p>Sluit de groep eerst.</p>' in page.text


async def test_a_message_is_looked_at_before_it_is_sent(office: Office):
    browser, group = await opened(office)
    page = await browser.sends(f"{group}/running/notice", text="Tot <b>donderdag</b>.\nNeem iets mee.", do="preview")
    assert "Tot &lt;b&gt;donderdag&lt;/b&gt;.<br>Neem iets mee." in page.text
    assert "Bericht van de begeleider" in page.text
    assert "Verstuurde berichten" not in page.text
    await browser.sends(f"{group}/running/notice", do="send", text="Tot donderdag.")
    page = await browser.sees(f"{group}/running")
    assert "Verstuurde berichten" in page.text
    assert "Bericht aan de groep gestuurd" in await trail(browser, group)


async def test_what_a_change_brings_is_shown_first(office: Office):
    browser, group = await opened(office)
    wanted = {"programme": "starter_4w", "day": "2", "hour": "10:00"}
    page = await browser.sends(f"{group}/running/change", **wanted, do="preview")
    assert page.status_code == 200
    assert "momenten zijn geweest" not in page.text
    rows = re.findall(r'<tr><th scope="row"><time datetime="(\S+)">', page.text)
    assert rows[0].startswith("2026-11-11T10:00")
    answer = await browser.sends(f"{group}/running/change", **wanted, do="change")
    assert answer.status_code == 303
    page = await browser.sees(f"{group}/running")
    assert '<option value="2" selected>' in page.text
    assert "Dagen of traject veranderd" in await trail(browser, group)


async def test_what_somebody_else_changed_meanwhile_is_not_undone_unseen(office: Office):
    browser, group = await opened(office)
    page = await browser.sends(f"{group}/running/change", programme="core_12w", day="2", hour="10:00", do="preview")
    hidden = dict(re.findall(r'type="hidden" name="(was_\w+|programme|day|hour)" value="([^"]*)"', page.text))
    other = await office.signed_in()
    await other.sees(f"{group}/running")
    await other.sends(f"{group}/running/change", programme="core_12w", day="3", hour="10:00", do="change")
    answer = await browser.sends(f"{group}/running/change", do="change", **hidden)
    assert answer.status_code == 422
    assert "Iemand anders paste dit intussen aan" in answer.text
    assert '<option value="3" selected>' in (await browser.sees(f"{group}/running")).text


async def test_what_was_asked_is_named_and_comes_in_no_new_programme(office: Office):
    browser, group = await opened(office)
    office.clock.later(days=11)
    browser = await office.signed_in()
    await browser.sees(f"{group}/running")
    wanted = {"programme": "core_12w", "day": "", "hour": ""}
    page = await browser.sends(f"{group}/running/change", **wanted, do="preview")
    assert re.search(r"[1-9]\d* moment(en zijn|) ", page.text)
    asked = {touch.item for week in library().programmes["starter_4w"].weeks[:1] for touch in week.touches}
    listed = {touch.item for week in library().programmes["core_12w"].weeks for touch in week.touches}
    assert ("iets anders in plaats" in page.text) is bool(asked & listed)


async def test_the_closing_words_of_a_programme_are_no_moment_that_was_asked(office: Office):
    browser, group = await opened(office)
    office.clock.later(weeks=30)
    browser = await office.signed_in()
    await browser.sees(f"{group}/running")
    page = await browser.sends(f"{group}/running/change", programme="core_12w", day="", hour="", do="preview")
    usual = rhythm.default("standard", "nl", "Europe/Amsterdam")
    asked = [one.kind for one in agenda.entries(library().programmes["starter_4w"], usual)]
    moments = len(asked) - asked.count("programme_end")
    assert moments < len(asked)
    assert f"{moments} momenten zijn geweest" in page.text


async def test_a_group_ends_is_put_away_and_deleted_by_an_owner(office: Office):
    browser, group = await opened(office)
    await browser.sends(f"{group}/running/extend", ends_on="2027-02-01")
    page = await browser.sees(f"{group}/running")
    assert "De laatste dag is 1 februari 2027." in page.text
    await browser.sends(f"{group}/running/close", sure="yes")
    page = await browser.sees(f"{group}/running")
    assert "De groep is gesloten op 2 november 2026." in page.text
    assert "running/notice" not in page.text
    page = await browser.sees(f"{group}/invitations")
    assert "invitations/group" not in page.text
    assert "invitations/personal" not in page.text
    await browser.sees(f"{group}/running")
    answer = await browser.sends(f"{group}/running/archive")
    assert answer.headers["location"] == "/"
    page = await browser.sees("/")
    assert "Nog geen groep" in page.text
    assert "<summary>Gearchiveerd</summary>" in page.text
    await browser.sees(f"{group}/running")
    answer = await browser.sends(f"{group}/running/delete", name="Leergang Samen Sterk")
    assert answer.headers["location"] == "/"
    await ask.tick(office.bot)
    assert (await browser.sees(group)).status_code == 404
    assert "Groep gewist" in (await browser.sees("/audit")).text


async def test_an_observer_is_shown_no_such_page(office: Office):
    _, group = await opened(office)
    async with office.bot.store.transaction() as session:
        owner = await members.by_chat(session, OWNER)
        held = await roles.of(session, owner.id)
    who = Who(owner.id, "", "nl", (Role("owner", held[0].organisation),))
    payload = await people.invite(office.desk.world, who, "observer")
    async with office.bot.store.transaction() as session:
        assert await people.accept(office.bot, session, WATCHER, payload, "nl", "test")
    watcher = await office.signed_in(WATCHER)
    page = (await watcher.sees("/")).text
    assert (
        'Je kijkt hier mee zonder naam. Mensen in een groep lezen in het logboek wie dat doet. <a href="/me">' in page
    )
    assert (await watcher.sees("/me")).status_code == 200
    assert (await posts(watcher, "/me/name", name="Noor")).status_code == 303
    assert "zonder naam" not in (await watcher.sees("/")).text
    browser = await office.signed_in()
    assert "Deelnemers zien nog geen naam bij jouw groepen." in (await browser.sees("/")).text
    assert "/running" not in (await watcher.sees(group)).text
    assert (await watcher.sees(f"{group}/running")).status_code == 409


async def test_the_page_comes_in_english(office: Office):
    browser, group = await opened(office)
    await browser.sends("/language", language="en")
    page = await browser.sees(f"{group}/running")
    for told in ("Holiday", "Message to all", "Days or programme", "Delete the group now"):
        assert told in page.text


async def test_what_is_ordered_is_carried_out_for_everybody_in_the_group_on_both_databases(office: Office):
    browser, group = await opened(office)
    store, number = office.bot.store, int(group.rsplit("/", 1)[1])
    people_in_it = await seeds.joins(store, number, range(900, 903), office.clock.now())
    async with store.transaction() as session:
        for leader in people_in_it:
            (found,) = await enrolments.running_of(session, leader)
            await enrolments.keep(session, replace(found, next_due_at=office.clock.now() + timedelta(days=1)))
    await browser.sends(f"{group}/running/pause", until="2026-12-01", do="rest")
    await browser.sees(f"{group}/running")
    await browser.sends(f"{group}/running/notice", do="send", text="Tot donderdag.")
    await ask.tick(office.bot)
    async with store.transaction() as session:
        places = await enrolments.of_cohort(session, number)
        waiting = await errands.count_due(session, NOON + timedelta(days=9), ("notice", "group_paused"))
    assert [one.next_due_at.date() for one in places] == [date(2026, 12, 1)] * 3
    assert waiting == 0, "told in the same tick"
    await browser.sees(f"{group}/running")
    await browser.sends(f"{group}/running/change", programme="core_12w", day="2", hour="10:00", do="change")
    await ask.tick(office.bot)
    async with store.transaction() as session:
        places = await enrolments.of_cohort(session, number)
    assert [(one.programme, one.next_due_at.date()) for one in places] == [("core_12w", date(2026, 12, 1))] * 3
    await browser.sees(f"{group}/running")
    await browser.sends(f"{group}/running/close", sure="yes")
    await ask.tick(office.bot)
    async with store.transaction() as session:
        assert await enrolments.of_cohort(session, number) == []
        told = {one.screen_name for one in await outbox.claim(session, office.clock.wall(), 60, 100)}
    assert "group_paused" in told


async def test_a_last_day_before_the_end_shows_what_falls_away_and_can_be_moved_back(office: Office):
    browser, group = await opened(office)
    await browser.sends(f"{group}/running/extend", ends_on="2027-03-01")
    await browser.sees(f"{group}/running")
    page = await browser.sends(f"{group}/running/extend", ends_on="2026-11-12")
    assert page.status_code == 200
    assert "momenten vallen dan weg" in page.text
    assert "De laatste dag is 1 maart 2027." in page.text, "nothing was done yet"
    await browser.sends(f"{group}/running/extend", ends_on="2026-11-12", do="extend")
    assert "De laatste dag is 12 november 2026." in (await browser.sees(f"{group}/programme")).text


@pytest.mark.parametrize(("language", "ended", "invited"), [
    ("nl", "Rol beëindigd: begeleider, alle groepen (Sam)", "uitgenodigd voor een rol: begeleider, alle groepen"),
    ("en", "Role ended: facilitator, all groups (Sam)", "invited for a role: facilitator, all groups"),
])  # fmt: skip
async def test_the_log_of_a_group_tells_whose_role_for_all_groups_ended(office: Office, language, ended, invited):
    browser, group = await opened(office)
    await posts(browser, "/language", language=language)
    payload = re.findall(
        r"start=(s_[\w-]+)", (await posts(browser, "/people/invite", kind="facilitator", cohort="")).text
    )
    async with office.bot.store.transaction() as session:
        assert await people.accept(office.bot, session, HELPER, payload[0], "nl", "test")
        made = await members.by_chat(session, HELPER)
        await members.keep(session, replace(made, name="Sam"))
    page = (await browser.sees("/people")).text
    await posts(browser, re.findall(r"(/people/\d+/end)", page)[-1])
    for at in (f"{group}/audit", "/audit"):
        told = (await browser.sees(at)).text
        assert ended in told
        assert invited in told
