"""The label of whatever was said last presses its button; that of what was said before it does not."""

from dataclasses import replace

import pytest
from quiet_house import TUESDAY, QuietHouse

from dialogues.events import Event, Said, pressed
from handlers import labels
from journeys import material
from storage.faults import StorageUnavailable

NOOR = 7001
ANSWER = "Gisteren liep het overleg met de partners vast op de verdeelsleutel en iedereen keek naar de tafel."


async def types(house: QuietHouse, text: str, replied_to: int | None = None) -> list[str]:
    """Words as they come in at the door."""
    event: Event | None = await labels.press(house.world, NOOR, text, replied_to)
    return await house.hears(NOOR, event or Said(text, 600_000 + next(house.updates)), replied_to)


async def said_last(house: QuietHouse) -> str:
    return house.post.sent[-1][0].screen.name


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


async def begun(house: QuietHouse, language: str) -> None:
    await house.joins(NOOR)
    await house.says(NOOR, ANSWER)
    if language == "en":
        await house.says(NOOR, "/language")
        await house.taps(NOOR, "en", "language_choose")


WAYS = [
    ("/pause",), ("/stop",), ("/delete",), ("/settings",), ("/rhythm",), ("/language",), ("/answers",), ("/question",),
    ("/rhythm", "frequency"), ("/rhythm", "hour"), ("/rhythm", "zone"), ("/rhythm", "quiet"), ("/rhythm", "country"),
    ("/rhythm", "days"), ("/question", "later"), ("/settings", "echoes"), ("/answers", "months"),
    ("/stop", "pause"), ("/delete", "export_first"), ("/intention Eerst vragen.",), ("/dilemma",),
]  # fmt: skip


@pytest.mark.asyncio
async def test_typing_a_label_in_the_chat_is_the_press_that_a_tap_would_be(house, language):
    await begun(house, language)
    for command, *taps in WAYS:
        await house.says(NOOR, command)
        for value in taps:
            await house.taps(NOOR, value)
        (delivery, out, _), place = house.post.sent[-1], len(house.post.sent) - 1
        assert out.keyboard, (command, taps)
        for key in (key for row in out.keyboard for key in row):
            event = pressed(key.data, delivery.edits or 1000 + place)
            expected = None if labels.answers(event) else event
            assert await labels.press(house.world, NOOR, key.label) == expected, (command, taps, key.label)


STORIES = [
    (("/question", "Straks"), "snooze"), (("/question", "Straks", "Volgende week"), "snoozed"),
    (("/pause", "Tot ik me meld"), "paused_open"), (("/stop", "Ja, ik stop"), "stopped"),
    (("/delete", "Toch niet"), "delete_cancelled"), (("/settings", "Taal"), "language_choose"),
    (("/rhythm", "Feestdagen", "Belgie"), "country_set"), (("/question", "Overslaan"), "skip_2"),
    (("/delete", "Ja, wis alles"), "deleted"), (("/answers", "Per maand"), "answers_months"),
    (("/rhythm", "Tijdzone", "Zo laten"), "rhythm_set"),
]  # fmt: skip


@pytest.mark.asyncio
@pytest.mark.parametrize(("said", "screen"), STORIES, ids=[screen for _, screen in STORIES])
async def test_a_whole_choice_can_be_made_in_words(house, said, screen):
    await house.joins(NOOR)
    await house.says(NOOR, "Kort.")
    for text in said:
        await (house.says(NOOR, text) if text.startswith("/") else types(house, text))
    assert await said_last(house) == screen


WHEN = {
    "morgen": "woensdag 4 november", "Doe maar morgen": "woensdag 4 november", "tomorrow please": "woensdag 4 november",
    "volgende week": "woensdag 11 november", "next week": "woensdag 11 november", "over een week": "11 november",
    "vandaag": "vandaag", "vanmiddag": "vandaag", "straks": "vandaag", "vrijdag": "vrijdag 6 november",
    "overmorgen": "vrijdag 6 november", "on Friday at 3 pm": "vrijdag 6 november om 15:00",
}  # fmt: skip


@pytest.mark.asyncio
@pytest.mark.parametrize("words", WHEN)
async def test_a_moment_in_words_right_after_the_question_when_is_taken_at_once(house, words):
    await house.joins(NOOR)
    house.clock.story = TUESDAY
    await types(house, "Straks")
    (said,) = await types(house, words)
    assert "opnieuw: " in said
    assert WHEN[words] in said
    stripped = house.post.stripped[-1] == (NOOR, 1000 + len(house.post.sent) - 2)
    assert stripped or house.post.sent[-1][0].edits is not None, "the question when has done its work"
    assert await house.rows("SELECT count(*) FROM answer") == [(0,)]


@pytest.mark.asyncio
async def test_later_the_same_words_may_be_an_answer_and_what_is_no_moment_is_one_at_once(house):
    await house.joins(NOOR)
    await types(house, "Straks")
    await house.says(NOOR, "/help")
    assert await labels.press(house.world, NOOR, "morgen") is None
    await types(house, "Straks")
    await types(house, "Het overleg liep vast.")
    assert await house.rows("SELECT count(*) FROM answer") == [(1,)]


@pytest.mark.asyncio
async def test_no_word_that_pressed_a_button_is_kept(house):
    await house.joins(NOOR)
    await types(house, ANSWER)
    await types(house, "Ik zei zelf ook niets, en dat voelde niet goed.")
    for text in ("Overslaan", "Weet ik niet"):
        await types(house, text)
    assert await house.rows("SELECT count(*) FROM answer") == [(2,)]
    assert await house.rows("SELECT name FROM tap ORDER BY id") == [("insight",)]


@pytest.mark.asyncio
async def test_what_was_said_before_the_last_step_is_pressed_only_by_a_reply_to_it(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/pause")
    place = 1000 + len(house.post.sent) - 1
    await house.says(NOOR, "/help")
    assert await labels.press(house.world, NOOR, "Twee weken") is None
    assert await labels.press(house.world, NOOR, "Twee weken", place + 1) is None
    assert await labels.press(house.world, NOOR, "Hallo", place) is None
    meant = await labels.press(house.world, NOOR, "Twee weken", place)
    assert meant is not None
    assert (meant.group, meant.value, meant.message) == ("pause", "2w", place)


@pytest.mark.asyncio
async def test_an_offer_beside_the_thanks_can_be_meant_and_nothing_else_is_asked_with_it(house):
    await house.joins(NOOR)
    await types(house, "Het liep vast. Morgen bel ik de wethouder.")
    names = {delivery.screen.name for delivery, _, _ in house.post.sent[-3:]}
    assert {"thanks_taps", "intention_offer"} <= names
    assert any("van maken: «Morgen bel ik de wethouder.»?" in said for _, _, said in house.post.sent[-3:])
    assert (await labels.press(house.world, NOOR, "Ja, graag")).group == "intention_offer"
    assert await labels.press(house.world, NOOR, "⚡ 3") is None


@pytest.mark.asyncio
async def test_a_story_is_never_looked_up_and_a_stranger_has_no_buttons(house):
    await house.joins(NOOR)
    closed = replace(house.world, store=None)
    assert await labels.press(closed, NOOR, ANSWER) is None
    assert await labels.press(house.world, NOOR + 1, "Straks") is None


@pytest.mark.asyncio
async def test_a_message_of_before_that_cannot_be_loaded_stops_no_words(house, monkeypatch):
    await house.joins(NOOR)

    async def broken(session, parcel):
        raise KeyError(parcel.screen_name)

    monkeypatch.setattr(material, "load", broken)
    assert await labels.press(house.world, NOOR, "Overslaan") is None

    async def away(session, parcel):
        raise StorageUnavailable("away")

    monkeypatch.setattr(material, "load", away)
    with pytest.raises(StorageUnavailable):
        await labels.press(house.world, NOOR, "Overslaan")
