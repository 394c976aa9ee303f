"""What somebody says to a message to the whole group is no answer to the question that waits."""

import pytest
from test_journeys_running import group

from dialogues.events import Said
from dialogues.library import library
from journeys.console import notifying, organisations

pytestmark = pytest.mark.asyncio
NOOR = 20
TOLD = "Dit leest alleen ik, en ik bewaar het niet. Wil je het {} laten weten, doe dat dan zelf."


async def told(office):
    """Noor, whose first question waits, gets a message; its number in the chat."""
    owner, number, *_ = await group(office, NOOR)
    await organisations.call_me(office.console, owner, "Anne")
    await notifying.send(office.console, owner, number, "Donderdag zien we elkaar om 14 uur.")
    await office.bot.wait(minutes=1)
    assert office.bot.post.sent[-1][0].screen.name == "group_notice"
    return 1000 + len(office.bot.post.sent) - 1


async def state(office):
    return await office.bot.rows("SELECT state FROM prompt"), await office.bot.rows("SELECT count(*) FROM answer")


async def test_a_few_words_right_after_it_are_no_answer_to_the_question_that_waits(office):
    await told(office)
    (said,) = await office.bot.says(NOOR, "Leuk, tot dan!")
    assert said == f"{TOLD.format('Anne')}\n\n{library().messages['notice_reply_waits'].text.nl}"
    assert await state(office) == ([("open",)], [(0,)])


async def test_other_words_and_those_that_come_later_answer_the_question(office):
    await told(office)
    await office.bot.says(NOOR, "Ik zweeg toen hij het zei, en dat bleef hangen.")
    assert await state(office) == ([("answered",)], [(1,)])
    assert TOLD.format("Anne") not in await office.bot.says(NOOR, "Leuk, tot dan!")


async def test_a_reply_to_it_is_never_an_answer_and_one_to_the_question_always_is(office):
    message = await told(office)
    (said,) = await office.bot.hears(NOOR, Said("Ik neem de koffie mee", 9_000), message)
    assert said.startswith(TOLD.format("Anne"))
    asked = next(1000 + n for n, (one, _, _) in enumerate(office.bot.post.sent) if one.screen.name == "prompt")
    await office.bot.hears(NOOR, Said("Leuk, zei hij, en toen werd het stil.", 9_001), asked)
    assert await state(office) == ([("answered",)], [(1,)])


async def test_without_a_question_that_waits_only_the_first_is_said(office):
    message = await told(office)
    await office.bot.says(NOOR, "Ik zweeg toen hij het zei, en dat bleef hangen.")
    assert await office.bot.hears(NOOR, Said("Tot dan", 9_000), message) == [TOLD.format("Anne")]


async def test_words_that_worry_are_heard_whatever_they_answer(office):
    message = await told(office)
    said = await office.bot.hears(NOOR, Said("Ik wil niet meer leven", 9_000), message)
    assert any("113" in one for one in said)
