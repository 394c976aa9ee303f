"""Somebody who runs groups and takes no part: what they can send, an item to look at, a name, and the end of a role."""

from dataclasses import replace
from datetime import timedelta

import pytest
from office import COLLEAGUE, LOOKER, OWNER

from dialogues.events import Amended, Commanded, Located, Pressed, Showed
from dialogues.library import library
from journeys.console import people
from journeys.ports import Delivery
from storage import leaders, members

pytestmark = pytest.mark.asyncio
both = pytest.mark.parametrize("language", ["nl", "en"])
LIBRARY = library()


def text(screen, language, **values):
    told = LIBRARY.messages[screen].text[language]
    return (told.format(**values) if values else told).strip()


def last(office, chat=OWNER) -> Delivery:
    return [delivery for delivery, _, _ in office.bot.post.sent if delivery.chat == chat][-1]


async def speaks(office, chat, language):
    async with office.bot.world.store.transaction() as session:
        member = await members.by_chat(session, chat)
        await members.keep(session, replace(member, language=language))


async def at_the_door(office, chat, language):
    """They pressed Start, and chose nothing."""
    await office.bot.starts(chat)
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, chat)
        await leaders.keep(session, replace(leader, language=language))


async def bystander(office, language, *, arriving):
    """An owner who takes no part, and perhaps was asked for a language once."""
    await office.who()
    await speaks(office, OWNER, language)
    if arriving:
        await at_the_door(office, OWNER, language)


anyhow = pytest.mark.parametrize(("language", "arriving"), [("nl", False), ("nl", True), ("en", False), ("en", True)])


@anyhow
async def test_who_runs_groups_and_writes_loose_words_reads_what_they_can_do(office, language, arriving):
    await bystander(office, language, arriving=arriving)
    here = text("staff_here", language)
    for wanted in ("/console", "/start", {"nl": "/groep", "en": "/cohort"}[language], "P04"):
        assert wanted in here
    assert await office.bot.says(OWNER, "hoe werkt dit met die groep van mij") == [here]
    for event in (Commanded("question", ""), Commanded("unknown", ""), Commanded("help", ""), Showed("photo", ""),
                  Located("Europe/Amsterdam")):  # fmt: skip
        assert await office.bot.hears(OWNER, event) == [here]
    assert await office.bot.rows("SELECT count(*) FROM consent") == [(0,)]


@both
async def test_a_button_of_before_tells_what_they_can_do(office, language):
    await bystander(office, language, arriving=False)
    assert await office.bot.hears(OWNER, Pressed("language", 0, "nl", 999)) == [text("staff_here", language)]


async def test_who_was_asked_for_a_language_may_still_choose_it_and_take_part(office):
    await bystander(office, "nl", arriving=True)
    assert any("akkoord" in one for one in await office.bot.says(OWNER, "Nederlands"))
    (needed,) = await office.bot.says(OWNER, "wat een mooie dag")
    assert needed == text("consent_needed", "nl")
    assert await office.bot.hears(OWNER, Commanded("help", "")) == [text("staff_here", "nl")]
    await office.bot.taps(OWNER, "agree", "consent")
    assert await office.bot.rows("SELECT count(*) FROM consent") == [(1,)]


async def test_somebody_who_only_arrives_is_asked_for_a_language_as_before(office):
    await office.bot.starts(30)
    (again,) = await office.bot.says(30, "hoe werkt dit met die groep van mij")
    assert again == (await office.bot.hears(30, Commanded("preview", "P04")))[0]
    assert "Nederlands" in str(office.bot.buttons())


@anyhow
async def test_in_need_somebody_who_takes_no_part_reads_whom_to_call(office, language, arriving):
    await bystander(office, language, arriving=arriving)
    (said, *_) = await office.bot.says(OWNER, {"nl": "ik wil niet meer leven", "en": "i want to kill myself"}[language])
    assert "113" in said or "116" in said or "999" in said
    if not arriving:
        (shown,) = await office.bot.hears(OWNER, Showed("photo", "ik wil niet meer leven"))
        (edited,) = await office.bot.hears(OWNER, Amended("ik wil niet meer leven", 5))
        assert shown == edited
        assert await office.bot.hears(OWNER, Amended("toch liever morgen", 5)) == []
        assert (await office.bot.says(OWNER, "/urgent")) == [shown]


@anyhow
@pytest.mark.parametrize("item", ["P04", "rf-03", "PU-01"])
async def test_an_item_comes_as_it_will_look_also_to_who_takes_no_part(office, language, arriving, item):
    await bystander(office, language, arriving=arriving)
    (said,) = await office.bot.says(OWNER, f"/preview {item}")
    assert text("dry_run", language) in said
    assert last(office).language == language
    assert [text("dry_run_tap", language)] == await office.bot.taps(OWNER, "tap", "dry")
    assert [text("dry_run_unknown", language)] == await office.bot.says(OWNER, "/preview X99")
    assert await office.bot.rows("SELECT count(*) FROM prompt") == [(0,)]


@both
async def test_whose_role_ended_reads_that_and_is_not_welcomed_as_somebody_new(office, language):
    owner = await office.who()
    await office.bot.starts(LOOKER, await people.invite(office.console, owner, "observer"))
    await speaks(office, LOOKER, language)
    (held,) = [one for one in (await people.within(office.console, owner)).roles if one.role.kind == "observer"]
    await people.end(office.console, owner, held.role.id)
    for command in ("/console", "/cohort"):
        assert await office.bot.says(LOOKER, command) == [text("staff_over", language)]
    assert await office.bot.rows("SELECT count(*) FROM leader") == [(0,)]
    assert "console" not in office.bot.post.menus[LOOKER]
    await office.bot.joins(LOOKER)
    await office.bot.says(LOOKER, f"/language {language}")
    assert await office.bot.says(LOOKER, "/console") == [text("staff_over", language)]
    await office.bot.joins(30)
    assert await office.bot.says(30, "/console") == await office.bot.says(30, "/nosuchthing")


async def invited(office, chat=COLLEAGUE):
    return await office.bot.starts(chat, await people.invite(office.console, await office.who(), "observer"))


async def name_of(office, chat=COLLEAGUE):
    ((name,),) = await office.bot.rows(f"SELECT name FROM member WHERE chat = {chat}")
    return name


@both
@pytest.mark.parametrize("said", ["Noor de Wit", "  Noor   de Wit ", "ik heet Noor de Wit", "My name is Noor de Wit"])
async def test_who_takes_a_role_is_asked_for_a_name_and_says_it(office, language, said):
    await office.who()
    async with office.bot.world.store.transaction() as session:
        await members.add(session, COLLEAGUE, language, office.clock.now())
    (_, asked) = await invited(office)
    assert asked == text("staff_name_ask", language)
    assert office.bot.post.sent[-1][1].asks
    assert await office.bot.says(COLLEAGUE, said) == [text("staff_named", language, name="Noor de Wit")]
    assert await name_of(office) == "Noor de Wit"
    assert (await people.within(office.console, await office.who())).roles[-1].name == "Noor de Wit"
    (joined,) = await invited(office)
    assert joined != asked, "who has a name is not asked for it"


@both
async def test_nobody_needs_a_name_and_what_is_no_name_is_none(office, language):
    await office.who()
    async with office.bot.world.store.transaction() as session:
        await members.add(session, COLLEAGUE, language, office.clock.now())
    await invited(office)
    for no_name in ("wat kan ik hier zien?", "hoi", "een regel\nen nog een", "x" * 81):
        assert await office.bot.says(COLLEAGUE, no_name) == [text("staff_here", language)]
    (worried,) = await office.bot.says(COLLEAGUE, "ik wil niet meer leven")
    assert worried != text("staff_here", language)
    assert await office.bot.taps(COLLEAGUE, "skip", "staff_name_ask") == [text("staff_name_left", language)]
    assert await office.bot.says(COLLEAGUE, "Noor") == [text("staff_here", language)]
    assert await name_of(office) == ""
    assert await office.bot.taps(COLLEAGUE, "skip", "staff_name_ask") == [text("stale_button", language)]


@pytest.mark.parametrize("said", ["nee", "Liever niet"])
async def test_a_name_is_declined_in_words_too(office, said):
    await invited(office)
    assert await office.bot.says(COLLEAGUE, said) == [text("staff_name_left", "nl")]
    assert await name_of(office) == ""


async def test_a_leader_who_takes_a_role_answers_the_question_for_a_name_or_the_one_of_the_programme(office):
    await office.bot.joins(COLLEAGUE)
    (_, asked) = await invited(office)
    assert asked == text("staff_name_ask", "nl")
    assert await office.bot.says(COLLEAGUE, "Noor") == [text("staff_named", "nl", name="Noor")]
    await office.bot.joins(LOOKER)
    await invited(office, LOOKER)
    await office.bot.says(LOOKER, "/question")
    await office.bot.says(LOOKER, "Vandaag sprak ik een collega aan op een afspraak die niet was nagekomen.")
    assert await name_of(office, LOOKER) == ""


@both
async def test_who_only_runs_groups_is_asked_before_all_that_is_kept_of_them_goes(office, language):
    await invited(office)
    await speaks(office, COLLEAGUE, language)
    (asked,) = await office.bot.says(COLLEAGUE, "/delete")
    assert asked == text("staff_erase", language)
    assert await office.bot.taps(COLLEAGUE, "keep", "staff_erase") == [text("staff_erase_kept", language)]
    assert await name_of(office) == ""
    await office.bot.says(COLLEAGUE, "/delete")
    assert await office.bot.taps(COLLEAGUE, "delete", "staff_erase") == [text("staff_erased", language)]
    assert await office.bot.rows("SELECT chat FROM member") == [(OWNER,)]
    assert "console" not in office.bot.post.menus[COLLEAGUE]
    office.clock.machine += timedelta(minutes=5)
    again = Pressed("staff_erase", 0, "delete", 999)
    assert await office.bot.hears(COLLEAGUE, again) == [text("nothing_kept", "nl")]


async def test_who_runs_groups_and_is_asked_for_a_language_reads_what_is_kept_of_them(office):
    await bystander(office, "nl", arriving=True)
    (kept,) = await office.bot.says(OWNER, "/export")
    assert "je rollen" in kept


async def test_who_the_settings_name_may_look_at_an_item_first_of_all(office):
    (said,) = await office.bot.says(OWNER, "/preview P04")
    assert text("dry_run", "nl") in said
