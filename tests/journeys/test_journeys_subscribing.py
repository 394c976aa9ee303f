"""A group is subscribed in the chat by whoever may do so in the console, and by nobody else."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
import pytest_asyncio
from office import COLLEAGUE, LOOKER, OWNER

from dialogues.events import Said, pressed
from dialogues.library import library
from journeys import menus
from journeys.console import cohorts, invitations, organisations, people, running
from journeys.console.who import Role

pytestmark = pytest.mark.asyncio
ALL = "Voorjaar\ntraject: 4 weken\ntaal: Engels\nzone: Londen\nstart: 1 december 2026\ndag: maandag\nuur: 9:30"


async def invited(office, chat, kind, cohort=None):
    """Somebody who takes part in nothing accepts an invite to run groups."""
    owner = await office.who()
    await office.bot.starts(chat, await people.invite(office.console, owner, kind, cohort))
    return owner


async def test_who_was_invited_to_run_groups_subscribes_one_with_all_that_it_is(office):
    owner = await invited(office, COLLEAGUE, "facilitator")
    (told,) = await office.bot.says(COLLEAGUE, f"/cohort {ALL}")
    for words in ("Voorjaar", "Kennismaking van vier weken", "Engels", "Londen", "1 december 2026", "maandag", "9"):
        assert words in told
    (made,) = await cohorts.all_of(office.console, owner)
    assert (made.name, made.programme, made.language, made.zone) == ("Voorjaar", "starter_4w", "en", "Europe/London")
    assert (made.starts_on, made.weekday, made.hour, made.ends_on) == (date(2026, 12, 1), 0, time(9, 30), None)
    (link,) = await invitations.standing(office.console, owner, made.id)
    assert link.kind == "group"
    token = told.split("?start=")[1].split()[0]
    await office.bot.joins(20, token)
    assert (await cohorts.overview(office.console, owner, made.id)).joined == 1
    (listed,) = await office.bot.says(COLLEAGUE, "/cohort")
    assert listed.startswith("Voorjaar: 1 aangemeld")
    assert "/groep Voorjaarsgroep" in listed


async def test_what_is_not_said_is_as_usual_for_who_says_it(office):
    await office.bot.joins(OWNER)
    await office.bot.says(OWNER, "/timezone New York")
    (told,) = await office.bot.says(OWNER, "/cohort Najaar")
    assert "meteen na het aanmelden; de vaste dagen tellen vanaf de dag erna" in told
    (made,) = await cohorts.all_of(office.console, await office.who())
    assert (made.programme, made.language, made.starts_on, made.weekday, made.hour) == (
        next(iter(office.bot.world.library.programmes)), "nl", None, None, None,
    )  # fmt: skip


async def test_each_line_that_cannot_be_is_told_with_its_reason_and_nothing_is_made(office):
    owner = await office.who()
    (told,) = await office.bot.says(OWNER, "/cohort X\ndag: zaterdag\nkleur: groen\nuur: 3:00\ntraject: zes weken")
    for words in (
        "dag: zaterdag\nHierin lees ik geen dag van maandag tot en met donderdag.",
        "kleur: groen\nHiervan weet ik niet waar het over gaat.",
        "uur: 3:00\nDat valt in de stille uren: van 19:30 tot 7:30 stuur ik niets.",
        "traject: zes weken\nDat traject ken ik niet. Je kunt kiezen uit: Kennismaking van vier weken",
        "Dit is goed en bewaar ik tot morgen:\nnaam: X",
    ):
        assert words in told
    assert await cohorts.all_of(office.console, owner) == ()
    assert await office.bot.rows("SELECT count(*) FROM invite") == [(0,)]


async def test_how_long_a_group_is_kept_and_how_often_it_has_a_mirror_are_as_the_console_offers_them(office):
    owner = await office.who()
    (usage,) = await office.bot.says(OWNER, "/cohort")
    assert "bewaren, 3, 6, 12 of 24 maanden na het eind (anders 12)" in usage
    assert "spiegel, per maand of per kwartaal (anders per maand)" in usage
    (told,) = await office.bot.says(OWNER, "/cohort Voorjaar\nspiegel: elke week\nbewaren: 7 maanden")
    assert "spiegel: elke week\nEen spiegel komt per maand of per kwartaal." in told
    assert "bewaren: 7 maanden\nBewaren kan 3, 6, 12 of 24 maanden." in told
    await office.bot.says(OWNER, "spiegel: per kwartaal\nbewaren: 6")
    (made,) = await cohorts.all_of(office.console, owner)
    assert (made.retention_months, made.period) == (6, "quarter")


@pytest.mark.parametrize(("said", "mirror"), [
    ("start: 1 december 2026", "per maand, de eerste over december 2026"),
    ("start: 14 december 2026\nspiegel: per kwartaal", "per kwartaal, de eerste over oktober 2026 – december 2026"),
    ("start: 1 december 2026\neind: 12 februari 2027", "per maand, van december 2026 tot en met februari 2027"),
    ("start: 1 december 2026\neind: 12 februari 2027\nspiegel: per kwartaal",
     "per kwartaal, van oktober 2026 tot en met maart 2027"),
    ("start: 1 december 2026\neind: 24 december 2026", "één, over december 2026"),
    ("uur: 9:00", "per maand, de eerste over november 2026"),
    ("zone: Auckland\nstart: 1 maart 2027\nspiegel: per kwartaal",
     "per kwartaal, de eerste over januari 2027 – maart 2027"),
])  # fmt: skip
async def test_a_new_group_says_over_which_months_its_mirrors_go(office, said, mirror):
    await office.who()
    (told,) = await office.bot.says(OWNER, f"/cohort Voorjaar\n{said}")
    assert f"\nSpiegel: {mirror}\n" in told


@pytest.mark.parametrize("mended", ["dag: maandag", "/cohort day: Monday", "maandag", "- Dag = maandag"])
async def test_only_the_wrong_line_is_sent_again(office, mended):
    owner = await office.who()
    await office.bot.says(OWNER, "/cohort Voorjaar\ntraject: 12\ndag: zaterdag\nuur: 9:00")
    (told,) = await office.bot.says(OWNER, mended)
    assert "De groep Voorjaar is aangemaakt." in told
    (made,) = await cohorts.all_of(office.console, owner)
    assert (made.name, made.programme, made.weekday, made.hour) == ("Voorjaar", "core_12w", 0, time(9))
    assert not await waiting(office)


async def test_what_is_still_wrong_is_told_again_and_a_name_of_its_own_begins_anew(office):
    owner = await office.who()
    await office.bot.says(OWNER, f"/cohort {'x' * 81}\ndag: ooit\nuur: 9:00")
    (told,) = await office.bot.says(OWNER, "dag: dinsdag")
    assert "Een naam is één regel van hoogstens 80 tekens." in told
    assert "uur: 9:00\ndag: dinsdag" in told
    await office.bot.says(OWNER, "/cohort Voorjaar")
    (made,) = await cohorts.all_of(office.console, owner)
    assert (made.name, made.weekday, made.hour) == ("Voorjaar", 1, time(9))
    await office.bot.says(OWNER, "/cohort Zomer\ndag: ooit")
    await office.bot.says(OWNER, "/cohort Najaar\nuur: 10:00")
    assert [(one.name, one.weekday) for one in await cohorts.all_of(office.console, owner)][1:] == [("Najaar", None)]


async def test_lines_are_kept_until_the_next_day_and_other_words_stay_an_answer(office):
    await office.bot.joins(OWNER)
    await office.bot.says(OWNER, "/cohort Voorjaar\ndag: zaterdag")
    told = await office.bot.says(OWNER, "Ik zei maandag dat het te veel werd, en toen bleef het stil.")
    assert not any("groep" in one for one in told)
    assert await waiting(office)
    office.clock.machine += timedelta(days=2)
    await office.bot.says(OWNER, "dag: maandag")
    assert await office.bot.rows("SELECT count(*) FROM cohort") == [(0,)]


async def test_the_calendar_of_a_new_group_is_one_tap_away_for_who_may_see_it(office):
    await office.who()
    await office.bot.says(OWNER, "/cohort Voorjaar\nstart: 1 december 2026\ndag: maandag")
    (told,) = await office.bot.taps(OWNER, "calendar", "cohort_created")
    assert told.startswith("De kalender voor wie bij de start meedoet en niets verandert:")
    assert "1. ma 7 dec vraag · wo 9 dec" in told
    await office.bot.says(OWNER, "/cohort Najaar")
    (told,) = await office.bot.taps(OWNER, "calendar", "cohort_created")
    assert told.startswith("De kalender voor wie vandaag meedoet en niets verandert:")
    await office.member(LOOKER, Role("owner", await office.organisation()))
    _, out, _ = next(one for one in office.bot.post.sent if one[0].screen.name == "cohort_created")
    foreign = pressed(out.keyboard[0][0].data, 1)
    assert await office.bot.hears(LOOKER, foreign) == [text("stale_button")]


async def test_a_group_of_the_same_name_is_asked_about_once(office):
    owner = await office.who()
    await office.bot.says(OWNER, "/cohort Voorjaar\nstart: 1 december 2026")
    for meant in ("Ja, die bedoel ik", "ja"):
        (told,) = await office.bot.says(OWNER, "/cohort  voorjaar\nuur: 9:00")
        assert "Voorjaar (Kennismaking van vier weken), die op 1 december 2026 begint, 0 aangemeld." in told
        (told,) = await office.bot.says(OWNER, meant)
        assert "ik heb niets aangemaakt" in told
        assert len(await cohorts.all_of(office.console, owner)) == 1
    await office.bot.says(OWNER, "/cohort voorjaar\nuur: 9:00")
    (told,) = await office.bot.taps(OWNER, "new", "cohort_same")
    assert "De groep voorjaar is aangemaakt." in told
    (_, second) = await cohorts.all_of(office.console, owner)
    assert second.hour == time(9)
    assert await office.bot.taps(OWNER, "new", "cohort_same") == [text("stale_button")]
    assert len(await cohorts.all_of(office.console, owner)) == 2


async def test_a_group_that_was_closed_and_one_of_others_may_have_the_same_name(office):
    owner = await office.who()
    await office.bot.says(OWNER, "/cohort Voorjaar")
    (made,) = await cohorts.all_of(office.console, owner)
    await running.close(office.console, owner, made.id)
    (told,) = await office.bot.says(OWNER, "/cohort Voorjaar")
    assert "De groep Voorjaar is aangemaakt." in told


async def test_a_leader_who_answers_a_question_with_no_says_nothing_about_a_group(office):
    await office.bot.joins(OWNER)
    await office.bot.says(OWNER, "/cohort Voorjaar")
    await office.bot.says(OWNER, "/cohort Voorjaar")
    await office.bot.says(OWNER, "/question")
    told = await office.bot.says(OWNER, "nee")
    assert not any("aangemaakt" in one for one in told)
    (told,) = await office.bot.taps(OWNER, "that", "cohort_same")
    assert "ik heb niets aangemaakt" in told


async def test_an_organisation_without_a_name_is_asked_for_one_once_and_never_shown(nameless):
    owner = await nameless.who()
    (made, asked) = await nameless.bot.says(OWNER, "/cohort Voorjaar")
    assert asked.startswith("Nog één ding, als je wilt: hoe heet jullie organisatie?")
    assert await nameless.bot.says(OWNER, "uur: 9:00") == [text("staff_here")]
    (told,) = await nameless.bot.says(OWNER, "Stichting Zonzijde")
    assert "Wie een uitnodiging opent, leest dat die van Stichting Zonzijde komt." in told
    assert [one.name for one in await organisations.homes(nameless.console, owner)] == ["Stichting Zonzijde"]
    assert len(await nameless.bot.says(OWNER, "/cohort Najaar")) == 1
    await nameless.bot.starts(20, made.split("?start=")[1].split()[0])
    told = await nameless.bot.taps(20, "nl", "language")
    assert any("de groep Voorjaar. Die wordt begeleid door Stichting Zonzijde." in one for one in told)


async def test_an_organisation_may_stay_without_a_name(nameless):
    await nameless.who()
    (made, _) = await nameless.bot.says(OWNER, "/cohort Voorjaar")
    (told,) = await nameless.bot.taps(OWNER, "skip", "organisation_ask")
    assert told.startswith("Goed, dan noem ik geen organisatie.")
    assert await nameless.bot.taps(OWNER, "skip", "organisation_ask") == [text("stale_button")]
    await nameless.bot.starts(20, made.split("?start=")[1].split()[0])
    told = "\n".join(await nameless.bot.taps(20, "nl", "language"))
    assert "de groep Voorjaar. Wie de groep begeleidt, ziet hoeveel mensen meedoen" in told
    owner = await nameless.who()
    (welcome, _) = await nameless.bot.starts(LOOKER, await people.invite(nameless.console, owner, "observer"))
    assert welcome.startswith("Welkom. Je rol: meekijker.")
    for words in (told, welcome):
        assert "Weerklank" not in words
        assert "Zij" not in words


@pytest.mark.parametrize("words", ["laat het zo", "Leave it as it is", "nee dank je"])
async def test_a_no_in_words_is_no_name(nameless, words):
    await nameless.who()
    await nameless.bot.says(OWNER, "/cohort Voorjaar")
    assert await nameless.bot.says(OWNER, "Dank je wel!") == [text("staff_here")]
    (told,) = await nameless.bot.says(OWNER, words)
    assert told.startswith("Goed, dan noem ik geen organisatie.")
    assert await nameless.bot.rows("SELECT name FROM organisation") == [("Weerklank",)]


async def test_only_a_reply_of_a_leader_names_the_organisation_and_a_cry_for_help_never_does(nameless):
    await nameless.bot.joins(OWNER)
    await nameless.bot.says(OWNER, "/cohort Voorjaar")
    asked = 1000 + len(nameless.bot.post.sent) - 1
    await nameless.bot.says(OWNER, "/question")
    told = await nameless.bot.says(OWNER, "Ik zweeg")
    assert not any("uitnodiging" in one for one in told)
    told = await nameless.bot.hears(OWNER, Said("Ik wil niet meer leven", 9_000), asked)
    assert not any("uitnodiging" in one for one in told)
    (told,) = await nameless.bot.hears(OWNER, Said("Stichting Zonzijde", 9_001), asked)
    assert "Stichting Zonzijde" in told


async def test_who_may_not_name_the_organisation_is_not_asked(nameless):
    await invited(nameless, COLLEAGUE, "facilitator")
    assert len(await nameless.bot.says(COLLEAGUE, "/cohort Voorjaar")) == 1


async def waiting(office):
    """What somebody was asked and has not answered."""
    return await office.bot.rows("SELECT value FROM fact WHERE name LIKE 'pending:%'")


def text(message):
    return library().messages[message].text["nl"]


@pytest_asyncio.fixture
async def nameless(office):
    """An office that the settings give no name."""
    office.bot.world = replace(office.bot.world, consent={})
    return office


async def test_who_may_make_none_sees_those_of_theirs(office):
    owner = await office.who()
    await office.bot.says(OWNER, "/cohort Alfa")
    await office.bot.says(OWNER, "/cohort Beta")
    (alfa, beta) = await cohorts.all_of(office.console, owner)
    await invited(office, COLLEAGUE, "facilitator", alfa.id)
    await invited(office, LOOKER, "observer")
    for chat, seen in ((COLLEAGUE, ["Alfa: 0 aangemeld"]), (LOOKER, ["Alfa: 0 aangemeld", "Beta: 0 aangemeld"])):
        for words in ("/cohort", "/cohort Gamma"):
            (told,) = await office.bot.says(chat, words)
            lines = told.splitlines()
            assert lines[: lines.index("")] == seen
            assert "/groep Voorjaarsgroep" not in told
    assert len(await cohorts.all_of(office.console, owner)) == 2
    assert beta.name == "Beta"


async def test_the_newest_twenty_fit_in_one_message(office):
    for number in range(22):
        await office.bot.says(OWNER, f"/cohort Groep {number:02}")
    (told,) = await office.bot.says(OWNER, "/cohort")
    assert told.count(": 0 aangemeld") == 20
    assert "Groep 21" in told
    assert "Groep 01" not in told


async def test_nobody_sees_a_group_of_another_organisation(office):
    await office.bot.says(OWNER, "/cohort Alfa")
    await office.member(LOOKER, Role("owner", await office.organisation()))
    (told,) = await office.bot.says(LOOKER, "/cohort")
    assert "Alfa" not in told


async def test_without_a_role_there_is_no_such_command(office):
    await office.who()
    await office.bot.joins(20)
    (known,) = await office.bot.says(20, "/bestaatniet")
    assert await office.bot.says(20, "/cohort Mijn groep") == [known]
    assert await office.bot.rows("SELECT count(*) FROM cohort") == [(0,)]


async def test_a_role_that_ended_subscribes_nothing(office):
    owner = await invited(office, COLLEAGUE, "facilitator")
    (_, theirs) = (await people.within(office.console, owner)).roles
    await people.end(office.console, owner, theirs.role.id)
    await office.bot.says(COLLEAGUE, "/cohort Stiekem")
    assert await cohorts.all_of(office.console, owner) == ()


async def test_who_is_named_in_the_settings_reads_at_the_start_what_they_can_do(office):
    told = await office.bot.starts(OWNER)
    assert told == [text("staff_start"), text("language") + "\n" + library().messages["language"].text["en"]]
    assert office.bot.post.menus.pop(OWNER)[-2:] == ["console", "groep"]
    assert text("staff_start") not in await office.bot.starts(20)
    assert 20 not in office.bot.post.menus


async def test_who_only_runs_groups_is_told_what_they_can_send_and_not_led_into_taking_part(office):
    await office.who()
    for words in ("hoi, hoe werkt dit?", "/help"):
        assert await office.bot.says(OWNER, words) == [text("staff_here")]
    (told,) = await office.bot.says(OWNER, "Ik wil niet meer leven")
    assert "113" in told
    assert await office.bot.rows("SELECT count(*) FROM leader") == [(0,)]


@pytest.mark.parametrize("command", ["/cohort", "/console"])
async def test_the_first_command_of_who_is_named_in_the_settings_brings_the_menu(office, command):
    await office.bot.says(OWNER, command)
    assert office.bot.post.menus.pop(OWNER)[-2:] == ["console", "groep"]
    await office.bot.says(OWNER, command)
    assert OWNER not in office.bot.post.menus


async def test_the_menu_shows_the_way_in_to_whoever_runs_groups_as_long_as_they_do(office):
    owner = await invited(office, COLLEAGUE, "facilitator")
    assert office.bot.post.menus.pop(COLLEAGUE)[-2:] == ["console", "groep"]
    assert await menus.of_facilitators(office.bot.world) == {OWNER: "nl", COLLEAGUE: "nl"}
    await office.bot.says(COLLEAGUE, "/delete")
    await office.bot.taps(COLLEAGUE, "delete", "staff_erase")
    assert "groep" not in office.bot.post.menus[COLLEAGUE]
    await office.bot.joins(LOOKER)
    await invited(office, LOOKER, "observer")
    assert office.bot.post.menus.pop(LOOKER)[-2:] == ["console", "groep"]
    assert await menus.of_facilitators(office.bot.world) == {OWNER: "nl", LOOKER: "nl"}
    (_, theirs) = (await people.within(office.console, owner)).roles
    await people.end(office.console, owner, theirs.role.id)
    await office.bot.says(LOOKER, "/help")
    assert "groep" not in office.bot.post.menus[LOOKER]
