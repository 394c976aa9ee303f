"""A group is subscribed in the chat by whoever may do so in the console, and by nobody else."""

from datetime import date, time

import pytest
from office import COLLEAGUE, LOOKER, OWNER

from journeys import menus
from journeys.console import cohorts, invitations, people
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
    assert "voor iedereen meteen na het aanmelden, de vaste dagen tellen vanaf de dag erna" in told
    (made,) = await cohorts.all_of(office.console, await office.who())
    assert (made.programme, made.language, made.starts_on, made.weekday, made.hour) == (
        next(iter(office.bot.world.library.programmes)), "nl", None, None, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("X\ndag: ooit\nkleur: groen", "dag, regel 3"),
        ("X\nuur: 3:00", "uur"),
        ("X\nstart: 1 december 2026\neind: 15 november 2026", "eind"),
        ("x" * 81, "naam"),
    ],
)
async def test_what_cannot_be_is_told_by_name_and_nothing_is_kept(office, words, fields):
    owner = await office.who()
    (told,) = await office.bot.says(OWNER, f"/cohort {words}")
    assert f"begrijp ik niet: {fields}." in told
    assert await cohorts.all_of(office.console, owner) == ()
    assert await office.bot.rows("SELECT count(*) FROM invite") == [(0,)]


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


async def test_the_menu_shows_the_way_in_to_whoever_runs_groups_as_long_as_they_do(office):
    owner = await invited(office, COLLEAGUE, "facilitator")
    assert office.bot.post.menus.pop(COLLEAGUE)[-2:] == ["console", "groep"]
    assert await menus.of_facilitators(office.bot.world) == {OWNER: "nl", COLLEAGUE: "nl"}
    await office.bot.says(COLLEAGUE, "/delete")
    assert "groep" not in office.bot.post.menus[COLLEAGUE]
    await office.bot.joins(LOOKER)
    await invited(office, LOOKER, "observer")
    assert office.bot.post.menus.pop(LOOKER)[-2:] == ["console", "groep"]
    assert await menus.of_facilitators(office.bot.world) == {OWNER: "nl", LOOKER: "nl"}
    (_, theirs) = (await people.within(office.console, owner)).roles
    await people.end(office.console, owner, theirs.role.id)
    await office.bot.says(LOOKER, "/help")
    assert "groep" not in office.bot.post.menus[LOOKER]
