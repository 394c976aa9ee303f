"""What Telegram has for a quiet conversation, over real HTTP: receipts, menus, moments, an open reply field."""

from datetime import datetime

import pytest

from dialogues.library import library


def entities(seen, kind):
    return [entity for entity in seen.raw.get("entities", ()) if entity["type"] == kind]


@pytest.mark.asyncio
async def test_a_question_opens_the_reply_field_and_an_answer_given_there_is_its_answer(house):
    noor = await house.joined()
    asked = await house.last(noor)
    assert asked.raw["reply_markup"]["force_reply"] is True
    await noor.replies(asked, "Ik liet de stilte duren en dat was nieuw voor mij.")
    await house.settled()
    assert house.rows("SELECT count(*) FROM answer WHERE prompt IS NOT NULL") == [(1,)]


@pytest.mark.asyncio
async def test_words_that_join_an_answer_get_a_reaction_and_no_sentence(house):
    noor = await house.joined()
    await house.says(noor, "Kort en goed.")
    enough = house.label("followup_buttons", "enough")
    if (await house.last(noor)).button(enough):
        await noor.taps(enough)
        await house.settled()
    said = len(await house.heard(noor))
    number = await house.says(noor, "En het hielp.")
    assert len(await house.heard(noor)) == said
    assert await noor.reaction(number) == "✍"


@pytest.mark.asyncio
async def test_a_moment_is_shown_in_the_readers_own_zone(house):
    noor = await house.joined()
    await house.taps(noor, "prompt_buttons", "later")
    await house.taps(noor, "snooze", "tomorrow")
    (moment,) = entities(await house.last(noor), "date_time")
    assert moment["date_time_format"] == "wDt"
    ((due,),) = house.rows("SELECT due_at FROM errand WHERE kind = 'snooze'")
    assert moment["unix_time"] == datetime.fromisoformat(due).timestamp() > house.clock.now().timestamp()


@pytest.mark.asyncio
async def test_the_menu_follows_the_language_that_is_chosen_in_the_chat(house):
    noor = await house.joined()
    dutch = {command["command"] for command in await noor.commands()}
    await house.says(noor, "/taal")
    await house.taps(noor, "language_choose", "en")
    english = {command["command"] for command in await noor.commands()}
    assert {"vraag", "wissen"} <= dutch
    assert {"question", "delete"} <= english


@pytest.mark.asyncio
async def test_a_press_that_is_sent_again_under_another_number_has_one_effect(house):
    noor = await house.joined()
    house.fault("double_press", "callback_query")
    await house.taps(noor, "prompt_buttons", "later")
    assert house.rows("SELECT count(*) FROM inbox") == [(6,)]  # /start, three taps, and this one twice
    assert house.chat(noor.id).count(house.text("snooze")) == 1


@pytest.mark.asyncio
async def test_on_an_older_telegram_the_same_words_arrive_without_what_it_does_not_know(house):
    noor = await house.joined()
    await house.taps(noor, "prompt_buttons", "later")
    old = 'Bad Request: can\'t parse entities: Unsupported start tag "tg-time" at byte offset 9'
    house.fault("error", "editMessageText", code=400, description=old, count=1)
    await house.taps(noor, "snooze", "tomorrow")
    shown = await house.last(noor)
    assert "opnieuw: woensdag 4 november" in shown.text
    assert entities(shown, "date_time") == []
    await house.says(noor, "/pauze 2w")
    paused = await house.last(noor)
    assert paused.text.startswith(house.begin("paused"))
    assert entities(paused, "date_time") == []


@pytest.mark.asyncio
async def test_a_delete_looks_like_what_cannot_be_taken_back(house):
    noor = await house.joined()
    await house.says(noor, "/wissen")
    rows = (await house.last(noor)).raw["reply_markup"]["inline_keyboard"]
    styles = {key["text"]: key.get("style") for row in rows for key in row}
    labels = {button.id: button.label.nl for button in library().messages["delete_confirm"].buttons}
    assert styles[labels["delete"]] == "danger"
    assert {styles[label] for name, label in labels.items() if name != "delete"} == {None}
