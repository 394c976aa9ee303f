"""Somebody with a role who pressed Start and takes no part after all: the role, the name and the sessions stay."""

import pytest
from office import COLLEAGUE, LOOKER, OWNER

from dialogues.library import library
from journeys.console import organisations, people, signing
from journeys.join import LAPSE
from storage import audit

pytestmark = pytest.mark.asyncio
LIBRARY = library()


def text(screen, language="nl"):
    return LIBRARY.messages[screen].text[language].strip()


async def looks_on(office, chat=LOOKER):
    """An observer with a name, who is in the console."""
    await office.bot.starts(chat, await people.invite(office.console, await office.who(), "observer"))
    await office.bot.says(chat, "Kees de Boer")
    return await office.comes_in(chat)


async def names_in_trail(office):
    ((home,),) = await office.bot.rows("SELECT id FROM organisation")
    async with office.console.store.transaction() as session:
        return [(one.event, one.by) for one in await audit.within(session, home)]


async def leaders_at(office, chat):
    return (await office.bot.rows(f"SELECT count(*) FROM leader WHERE chat = {chat}"))[0][0]


async def test_who_runs_groups_and_leaves_the_question_for_a_language_keeps_the_role_after_a_week(office):
    await looks_on(office)
    before = await names_in_trail(office)
    await office.bot.starts(LOOKER)
    assert await leaders_at(office, LOOKER) == 1
    office.clock.story += LAPSE
    await office.bot.at(office.clock.story)
    assert await leaders_at(office, LOOKER) == 0
    assert len(await office.bot.rows("SELECT 1 FROM web_session WHERE ended_at IS NULL")) == 2
    assert await names_in_trail(office) == before
    who = await office.who(LOOKER)
    assert (who.name, [role.kind for role in who.roles]) == ("Kees de Boer", ["observer"])
    assert ("role accepted", "Kees de Boer") in before
    assert await office.bot.says(LOOKER, "hoe zat het ook alweer") == [text("staff_here")]


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_no_of_who_runs_groups_says_that_they_go_on_running_them(office, language):
    secret = await looks_on(office, COLLEAGUE)
    await office.bot.starts(COLLEAGUE)
    await office.bot.taps(COLLEAGUE, language, "language")
    assert await office.bot.taps(COLLEAGUE, "decline", "consent") == [text("staff_declined", language)]
    stays = {"nl": "Aan je rol bij groepen verandert niets", "en": "Your role with groups does not change"}
    assert stays[language] in text("staff_declined", language)
    assert await leaders_at(office, COLLEAGUE) == 0
    who = await signing.visitor(office.console, secret)
    assert who is not None
    assert who.name == "Kees de Boer"


async def test_an_owner_from_the_settings_who_took_no_part_keeps_the_name(office):
    who = await office.who()
    await organisations.call_me(office.console, who, "Olga Prins")
    await office.bot.starts(OWNER)
    await office.bot.wait(days=8)
    assert (await office.who()).name == "Olga Prins"
    assert ("role given", "Olga Prins") in await names_in_trail(office)


async def test_a_no_of_somebody_whose_role_ended_leaves_nothing_as_it_says(office):
    await looks_on(office)
    owner = await office.who()
    (held,) = [one for one in (await people.within(office.console, owner)).roles if one.role.kind == "observer"]
    await people.end(office.console, owner, held.role.id)
    await office.bot.starts(LOOKER)
    await office.bot.taps(LOOKER, "nl", "language")
    assert await office.bot.taps(LOOKER, "decline", "consent") == [text("consent_declined")]
    assert await office.bot.rows(f"SELECT count(*) FROM member WHERE chat = {LOOKER}") == [(0,)]


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_delete_asks_a_leader_with_a_role_about_both_and_erases_both(office, language):
    await office.bot.joins(LOOKER)
    await office.bot.says(LOOKER, f"/language {language}")
    secret = await looks_on(office)
    (asked,) = await office.bot.says(LOOKER, "/delete")
    assert asked == text("delete_roles", language) + "\n\n" + text("delete_confirm", language)
    assert await office.bot.taps(LOOKER, "delete", "delete_confirm") == [text("deleted", language)]
    assert await leaders_at(office, LOOKER) == 0
    assert await signing.visitor(office.console, secret) is None
    assert await office.bot.rows(f"SELECT count(*) FROM member WHERE chat = {LOOKER}") == [(0,)]
    assert "console" not in office.bot.post.menus[LOOKER]


async def test_delete_asks_a_leader_without_a_role_as_before(office):
    await office.bot.joins(30)
    assert await office.bot.says(30, "/delete") == [text("delete_confirm")]


async def test_delete_by_who_runs_groups_and_was_asked_for_a_language_asks_first_and_erases_both(office):
    await looks_on(office)
    await office.bot.starts(LOOKER)
    assert await office.bot.says(LOOKER, "/delete") == [text("staff_erase")]
    assert await office.bot.taps(LOOKER, "keep", "staff_erase") == [text("staff_erase_kept")]
    assert await leaders_at(office, LOOKER) == 1
    await office.bot.says(LOOKER, "/delete")
    assert await office.bot.taps(LOOKER, "delete", "staff_erase") == [text("staff_erased")]
    assert await leaders_at(office, LOOKER) == 0
    assert await office.bot.rows(f"SELECT count(*) FROM member WHERE chat = {LOOKER}") == [(0,)]
