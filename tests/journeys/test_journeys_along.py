"""Withdrawn with the answer it asked about: what was written to a follow-up goes along, and comes back along."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from quiet_house import QuietHouse, quiet_house

from dialogues.events import Pressed, pressed
from dialogues.library import library

NOOR = 7001
FIRST = {
    "nl": "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht.",
    "en": "Yesterday the meeting got stuck and everybody looked at the table, until I asked something. I was relieved.",
}
THEN = {"nl": "Daarna zei de penningmeester wat hij dacht.", "en": "After that the treasurer said what he thought."}
RESTORE = {"nl": "Terughalen", "en": "Restore"}
WITHDRAW = {"nl": "Intrekken", "en": "Withdraw"}
pytestmark = pytest.mark.asyncio
both = pytest.mark.parametrize("language", ["nl", "en"])


@pytest_asyncio.fixture
async def home(database_url: str, language: str) -> AsyncIterator[QuietHouse]:
    """A house where a question and its follow-up were answered."""
    async with quiet_house(database_url) as opened:
        await opened.joins(NOOR)
        await opened.says(NOOR, "/language nl" if language == "nl" else "/language en")
        await opened.says(NOOR, FIRST[language])
        await opened.says(NOOR, THEN[language])
        await opened.wait(minutes=20)
        assert await parts(opened) == [("answer", "kept"), ("followup", "kept")]
        yield opened


async def parts(home):
    return await home.rows("SELECT part, state FROM answer ORDER BY given_at, id")


async def numbers(home):
    return [number for (number,) in await home.rows("SELECT id FROM answer ORDER BY given_at, id")]


async def listed(home):
    await home.says(NOOR, "/answers")
    return [line["text"] for line in home.post.sent[-1][0].material["lines"] or ()]


async def press(home, label):
    """The button with this label under the newest message."""
    delivery, out, _ = home.post.sent[-1]
    key = next(key for row in out.keyboard for key in row if key.label == label)
    message = delivery.edits or 999 + len(home.post.sent)
    return await home.hears(NOOR, pressed(key.data or "", message)), message


async def withdrawn(home, language):
    """The first answer is opened in the list and withdrawn; the message in which that happened."""
    await listed(home)
    await press(home, "2")  # the oldest stands last
    (said,), message = await press(home, WITHDRAW[language])
    assert library().messages["answer_withdrawn_along"].text[language] in said
    return message


@both
async def test_a_follow_up_does_not_stand_alone_when_its_answer_is_withdrawn(home, language):
    message = await withdrawn(home, language)
    assert await parts(home) == [("answer", "withdrawn"), ("followup", "withdrawn")]
    assert await listed(home) == []
    number = (await numbers(home))[0]
    await home.hears(NOOR, Pressed("answers", number, "restore.a.0", message))
    assert await listed(home) == [THEN[language], FIRST[language]]


@both
async def test_a_day_later_both_are_erased_and_the_button_that_brings_them_back_is_gone(home, language):
    message = await withdrawn(home, language)
    await home.wait(hours=23)
    assert await parts(home) != []
    await home.wait(hours=2)
    assert await parts(home) == []
    delivery, out, said = home.post.sent[-1]
    assert (delivery.edits, said) == (message, library().messages["answer_gone"].text[language])
    assert RESTORE[language] not in [key.label for row in out.keyboard for key in row]


@both
async def test_a_message_that_shows_something_else_by_then_is_left_as_it_is(home, language):
    message = await withdrawn(home, language)
    number = (await numbers(home))[0]
    await home.hears(NOOR, Pressed("answers", number, "list.a.0", message))
    before = len(home.post.sent)
    await home.wait(hours=25)
    assert await parts(home) == []
    assert message not in [delivery.edits for delivery, _, _ in home.post.sent[before:]]


@both
async def test_what_was_withdrawn_by_itself_stays_away_when_the_answer_comes_back(home, language):
    first, then = await numbers(home)
    await home.hears(NOOR, Pressed("answers", then, "withdraw.a.0", 1000))
    assert await listed(home) == [FIRST[language]]
    (said,) = await home.hears(NOOR, Pressed("answers", first, "withdraw.a.0", 1000))
    assert library().messages["answer_withdrawn_along"].text[language] not in said
    await home.hears(NOOR, Pressed("answers", first, "restore.a.0", 1000))
    assert await listed(home) == [FIRST[language]]


@both
async def test_a_hidden_answer_comes_back_hidden_with_what_went_along(home, language):
    first, then = await numbers(home)
    for act in ("hide", "withdraw_hidden", "restore_hidden"):
        await home.hears(NOOR, Pressed("answers", first, f"{act}.a.0", 1000))
    assert await parts(home) == [("answer", "hidden"), ("followup", "hidden")]
    await home.hears(NOOR, Pressed("answers", then, "show.a.0", 1000))
    await home.hears(NOOR, Pressed("answers", first, "withdraw.a.0", 1000))  # a button from before it was hidden
    assert await parts(home) == [("answer", "hidden"), ("followup", "kept")]


@pytest.mark.parametrize("language", ["nl"])
async def test_what_was_brought_back_by_itself_is_not_erased_with_its_answer(home, language):
    await withdrawn(home, language)
    then = (await numbers(home))[1]
    await home.hears(NOOR, Pressed("answers", then, "restore.a.0", 1000))
    await home.wait(hours=25)
    assert await listed(home) == [THEN[language]]


@pytest.mark.parametrize("language", ["nl"])
async def test_the_other_words_about_a_tension_are_answers_of_their_own(home, language):
    await home.wait(hours=1)
    await home.says(NOOR, "/dilemma")
    await home.says(NOOR, "3")
    await home.says(NOOR, "Ik wil ruimte geven.")
    await home.says(NOOR, "Houvast voor de nieuwe mensen.")
    why = (await home.rows("SELECT id FROM answer WHERE part = 'why'"))[0][0]
    await home.hears(NOOR, Pressed("answers", why, "withdraw.a.0", 1000))
    assert await home.rows("SELECT state FROM answer WHERE part = 'other'") == [("kept",)]


@both
async def test_what_was_answered_to_a_follow_up_is_hidden_with_its_answer_and_comes_back_with_it(home, language):
    first, _ = await numbers(home)
    (said,) = await home.hears(NOOR, Pressed("answers", first, "hide.a.0", 1000))
    assert await parts(home) == [("answer", "hidden"), ("followup", "hidden")]
    assert library().messages["answer_hidden_along"].text[language] in said
    (said,) = await home.hears(NOOR, Pressed("answers", first, "show.a.0", 1000))
    assert await parts(home) == [("answer", "kept"), ("followup", "kept")]
    assert library().messages["answer_hidden_along"].text[language] not in said


@pytest.mark.parametrize("language", ["nl"])
async def test_what_was_hidden_by_itself_stays_hidden_when_the_answer_is_shown_again(home, language):
    first, then = await numbers(home)
    for answer, act in ((then, "hide"), (first, "hide"), (first, "withdraw_hidden"), (first, "restore_hidden")):
        await home.hears(NOOR, Pressed("answers", answer, f"{act}.a.0", 1000))
    await home.hears(NOOR, Pressed("answers", first, "show.a.0", 1000))
    assert await parts(home) == [("answer", "kept"), ("followup", "hidden")]


@pytest.mark.parametrize("language", ["nl"])
async def test_what_went_along_and_was_then_shown_and_hidden_by_itself_stays_hidden(home, language):
    first, then = await numbers(home)
    for answer, act in ((first, "hide"), (then, "show"), (then, "hide"), (first, "show")):
        await home.hears(NOOR, Pressed("answers", answer, f"{act}.a.0", 1000))
    assert await parts(home) == [("answer", "kept"), ("followup", "hidden")]


@pytest.mark.parametrize("language", ["nl"])
async def test_hidden_withdrawn_and_brought_back_it_still_comes_back_with_its_answer(home, language):
    first, _ = await numbers(home)
    for act in ("hide", "withdraw_hidden", "restore_hidden", "show"):
        await home.hears(NOOR, Pressed("answers", first, f"{act}.a.0", 1000))
    assert await parts(home) == [("answer", "kept"), ("followup", "kept")]


@pytest.mark.parametrize("language", ["nl"])
async def test_what_is_answered_to_a_follow_up_after_its_answer_was_hidden_is_hidden_too(database_url, language):
    async with quiet_house(database_url) as home:
        await home.joins(NOOR)
        await home.says(NOOR, "/language nl")
        await home.says(NOOR, FIRST[language])
        first = (await numbers(home))[0]
        await home.hears(NOOR, Pressed("answers", first, "hide.a.0", 1000))
        await home.says(NOOR, THEN[language])
        assert await parts(home) == [("answer", "hidden"), ("followup", "hidden")]
        await home.hears(NOOR, Pressed("answers", first, "show.a.0", 1000))
        assert await parts(home) == [("answer", "kept"), ("followup", "kept")]
