"""What reaches a chat, how it is changed and removed, and when it is refused."""

import pytest

from sandbox.people import NothingSeenError, Person

YES = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}


@pytest.mark.asyncio
async def test_a_message_arrives_with_its_entities_and_buttons(wire, noor):
    sent = await wire.result(
        "sendMessage",
        chat_id=noor.id,
        text=" <b>Dag</b> Noor, /help of https://example.org ",
        parse_mode="HTML",
        reply_markup=YES,
    )
    assert sent["text"] == "Dag Noor, /help of https://example.org"
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in sent["entities"]] == [
        ("bold", 0, 3),
        ("bot_command", 10, 5),
        ("url", 19, 19),
    ]
    message = await noor.sees("Dag Noor")
    assert message.labels == ("Ja",)
    assert (await noor.history())[-1] == {**sent, "own": False, "edited": False}


@pytest.mark.asyncio
async def test_every_kind_of_formatting_comes_back_as_an_entity(wire, noor):
    text = (
        "<u>u</u><s>s</s><tg-spoiler>t</tg-spoiler><code>c</code><pre><code class='language-py'>p</code></pre>"
        "<a href='https://example.org/'>l</a><blockquote expandable>q</blockquote>"
        "<tg-time unix='1700000000' format='wDT'>d</tg-time><a href='tg://user?id=5'>m</a>"
    )
    sent = await wire.result("sendMessage", chat_id=noor.id, text=text, parse_mode="html")
    details = [{key: entity[key] for key in entity.keys() - {"offset", "length"}} for entity in sent["entities"]]
    assert details == [
        {"type": "underline"},
        {"type": "strikethrough"},
        {"type": "spoiler"},
        {"type": "code"},
        {"type": "pre", "language": "py"},
        {"type": "text_link", "url": "https://example.org/"},
        {"type": "expandable_blockquote"},
        {"type": "date_time", "unix_time": 1700000000, "date_time_format": "wDT"},
    ]


@pytest.mark.asyncio
async def test_markdown_and_given_entities_mean_the_same(wire, noor):
    marked = await wire.result("sendMessage", chat_id=noor.id, text="*Dag* Noor", parse_mode="MarkdownV2")
    entities = [{"type": "bold", "offset": 2, "length": 3}, {"type": "bold", "offset": 30, "length": 3}]
    given = await wire.result("sendMessage", chat_id=noor.id, text="  Dag Noor\r", entities=entities)
    assert (marked["text"], marked["entities"]) == (given["text"], given["entities"])


@pytest.mark.asyncio
async def test_nobody_is_written_to_who_has_not_pressed_start(telegram, wire):
    async with await Person.join(telegram.url, "Bo") as bo:
        initiated = await wire.answer("sendMessage", chat_id=bo.id, text="a")
        unknown = await wire.answer("sendMessage", chat_id=4, text="a")
        assert (initiated["error_code"], initiated["description"]) == (
            403,
            "Forbidden: bot can't initiate conversation with a user",
        )
        assert (unknown["error_code"], unknown["description"]) == (400, "Bad Request: chat not found")
        await bo.start()
        await wire.result("sendMessage", chat_id=bo.id, text="a")


@pytest.mark.asyncio
async def test_somebody_who_blocked_the_bot_is_not_reached(wire, noor):
    await noor.blocks()
    answer = await wire.answer("sendMessage", chat_id=noor.id, text="a")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")


@pytest.mark.asyncio
async def test_a_reply_shows_what_it_replies_to(wire, noor):
    first = await noor.says("Ik ben er")
    sent = await wire.result("sendMessage", chat_id=noor.id, text="Fijn", reply_parameters={"message_id": first})
    assert sent["reply_to_message"]["text"] == "Ik ben er"
    second = await wire.result(
        "sendMessage", chat_id=noor.id, text="Ja", reply_parameters={"message_id": sent["message_id"]}
    )
    assert "reply_to_message" not in second["reply_to_message"]


@pytest.mark.asyncio
async def test_a_reply_to_a_missing_message_is_refused_unless_allowed(wire, noor):
    reply = {"message_id": 999}
    words = await wire.refusal("sendMessage", chat_id=noor.id, text="a", reply_parameters=reply)
    assert words == "Bad Request: message to be replied not found"
    reply["allow_sending_without_reply"] = True
    sent = await wire.result("sendMessage", chat_id=noor.id, text="a", reply_parameters=reply)
    assert "reply_to_message" not in sent


@pytest.mark.asyncio
async def test_an_unplayed_part_of_a_reply_is_said_aloud(wire, noor):
    first = await noor.says("Ik ben er")
    for extra, words in ({"quote": "er"}, "reply_parameters.quote"), ({"chat_id": 5}, "replies in another chat"):
        reply = {"message_id": first, **extra}
        assert words in await wire.refusal("sendMessage", chat_id=noor.id, text="a", reply_parameters=reply)


@pytest.mark.asyncio
async def test_marks_of_a_message_come_back(wire, noor):
    marks = {"protect_content": True, "message_effect_id": "5", "link_preview_options": {"is_disabled": True}}
    sent = await wire.result("sendMessage", chat_id=noor.id, text="a", **marks)
    assert sent["has_protected_content"] is True
    assert sent["effect_id"] == "5"
    assert sent["link_preview_options"] == {"is_disabled": True}


@pytest.mark.asyncio
async def test_a_reply_keyboard_stands_on_the_screen_and_not_in_the_message(wire, noor):
    keyboard = {"keyboard": [[{"text": "Ja"}], ["Nee"]]}
    words = await wire.refusal("sendMessage", chat_id=noor.id, text="Goed?", reply_markup=keyboard)
    assert "reply_markup.keyboard[1][0] must be KeyboardButton" in words
    keyboard = {"keyboard": [[{"text": "Ja"}]]}
    sent = await wire.result("sendMessage", chat_id=noor.id, text="Goed?", reply_markup=keyboard)
    assert "reply_markup" not in sent
    assert (await noor.history())[-1]["keyboard"] == keyboard
    assert await noor.taps("Ja") == ""
    assert (await noor.history())[-1]["text"] == "Ja"


@pytest.mark.asyncio
async def test_typing_shows_until_the_next_message(telegram, wire, noor):
    async def typing():
        async with wire.session.get(f"{telegram.url}/user/{noor.id}/events?after=0") as response:
            return (await response.json())["typing"]

    await wire.result("sendChatAction", chat_id=noor.id, action="typing")
    assert await typing()
    await wire.result("sendMessage", chat_id=noor.id, text="a")
    assert not await typing()
    words = await wire.refusal("sendChatAction", chat_id=noor.id, action="dreaming")
    assert words == "Bad Request: wrong parameter action in request"


@pytest.mark.asyncio
async def test_one_reaction_of_the_known_ones_shows_on_a_message(wire, noor):
    said = await noor.says("Ik ben er")
    heart = {"type": "emoji", "emoji": "❤"}
    await wire.result("setMessageReaction", chat_id=noor.id, message_id=said, reaction=[heart])
    assert (await noor.history())[-1]["reactions"] == ["❤"]
    await wire.result("setMessageReaction", chat_id=noor.id, message_id=said)
    assert (await noor.history())[-1]["reactions"] == []
    for reaction, words in ([heart] * 2, "REACTIONS_TOO_MANY"), ([{**heart, "emoji": "🪑"}], "REACTION_INVALID"):
        assert words in await wire.refusal("setMessageReaction", chat_id=noor.id, message_id=said, reaction=reaction)
    assert "message to react not found" in await wire.refusal("setMessageReaction", chat_id=noor.id, message_id=99)


@pytest.mark.asyncio
async def test_an_edit_changes_text_and_keyboard_and_the_screen_follows(wire, noor):
    sent = await wire.result("sendMessage", chat_id=noor.id, text="Een", reply_markup=YES)
    await noor.sees("Een")
    edited = await wire.result(
        "editMessageText", chat_id=noor.id, message_id=sent["message_id"], text="*Twee*", parse_mode="Markdown"
    )
    assert (edited["text"], edited["entities"][0]["type"]) == ("Twee", "bold")
    assert "reply_markup" not in edited
    seen = await noor.sees("Twee")
    assert (seen.id, seen.raw["edited"], seen.labels) == (sent["message_id"], True, ())


@pytest.mark.asyncio
async def test_another_keyboard_alone_does_not_make_a_message_look_edited(wire, noor):
    sent = await wire.result("sendMessage", chat_id=noor.id, text="Een")
    target = {"chat_id": noor.id, "message_id": sent["message_id"]}

    async def looks_edited():
        return (await noor.history())[-1]["edited"]

    changed = await wire.result("editMessageReplyMarkup", **target, reply_markup=YES)
    assert "edit_date" in changed
    assert not await looks_edited()
    await wire.result("editMessageText", **target, text="Een")
    assert not await looks_edited()
    await wire.result("editMessageText", **target, text="<b>Een</b>", parse_mode="HTML")
    assert await looks_edited()
    await wire.result("editMessageReplyMarkup", **target, reply_markup=YES)
    assert await looks_edited()


@pytest.mark.asyncio
async def test_an_edit_that_changes_nothing_is_refused_in_telegrams_words(wire, noor):
    sent = await wire.result("sendMessage", chat_id=noor.id, text="<b>Een</b>", parse_mode="HTML", reply_markup=YES)
    target = {"chat_id": noor.id, "message_id": sent["message_id"]}
    same = [
        ("editMessageText", {"text": "<b>Een</b> ", "parse_mode": "HTML", "reply_markup": YES}),
        ("editMessageReplyMarkup", {"reply_markup": YES}),
    ]
    for method, params in same:
        assert await wire.refusal(method, **target, **params) == (
            "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
            " as a current content and reply markup of the message"
        )
    await wire.result("editMessageReplyMarkup", **target)
    await wire.result("editMessageText", **target, text="Een")


@pytest.mark.asyncio
async def test_edits_of_the_wrong_message_are_refused(wire, noor):
    said = await noor.says("Ik ben er")
    text = (await wire.result("sendMessage", chat_id=noor.id, text="a"))["message_id"]
    wrong = [
        ("editMessageText", {"message_id": 99, "text": "b"}, "message to edit not found"),
        ("editMessageText", {"message_id": said, "text": "b"}, "message can't be edited"),
        ("editMessageText", {"message_id": text}, "message text is empty"),
        ("editMessageText", {"text": "b"}, "message identifier is not specified"),
        ("editMessageCaption", {"message_id": text, "caption": "b"}, "there is no caption in the message to edit"),
        ("editMessageMedia", {"message_id": text, "media": {"type": "video", "media": "x"}}, "media of type video"),
    ]
    for method, params, words in wrong:
        assert words in await wire.refusal(method, chat_id=noor.id, **params)


@pytest.mark.asyncio
async def test_a_message_can_be_deleted_for_two_days(telegram, wire, noor):
    said = await noor.says("Ik ben er")
    sent = (await wire.result("sendMessage", chat_id=noor.id, text="a"))["message_id"]
    assert await wire.result("deleteMessage", chat_id=noor.id, message_id=said) is True
    assert [message["message_id"] for message in await noor.history()] == [1, sent]
    assert "not found" in await wire.refusal("deleteMessage", chat_id=noor.id, message_id=said)
    now = telegram.telegram.clock.now()
    await wire.control("clock", now=now.replace(year=now.year + 1).isoformat())
    assert "can't be deleted" in await wire.refusal("deleteMessage", chat_id=noor.id, message_id=sent)


@pytest.mark.asyncio
async def test_a_person_sees_a_reaction_under_their_words(wire, noor):
    number = await noor.says("Ik liet de stilte duren.")
    with pytest.raises(NothingSeenError, match="saw no reaction"):
        await noor.reaction(number, within=0.05)
    mark = [{"type": "emoji", "emoji": "✍"}]
    assert await wire.result("setMessageReaction", chat_id=noor.id, message_id=number, reaction=mark) is True
    assert await noor.reaction(number) == "✍"
    assert (await noor.history())[-1]["reactions"] == ["✍"]


@pytest.mark.asyncio
async def test_a_message_may_open_the_reply_field_beside_its_buttons_and_an_edit_leaves_that_as_it_is(wire, noor):
    opened = {**YES, "force_reply": True}
    sent = await wire.result("sendMessage", chat_id=noor.id, text="Wat raakte je?", reply_markup=opened)
    assert sent["reply_markup"] == opened
    place = {"chat_id": noor.id, "message_id": sent["message_id"]}
    edited = await wire.result("editMessageText", **place, text="Wat raakte je het meest?", reply_markup=YES)
    assert edited["reply_markup"] == opened
    closed = await wire.result("editMessageText", **place, text="Wat raakte je?", reply_markup={"inline_keyboard": []})
    assert "reply_markup" not in closed
    words = await wire.refusal("sendMessage", chat_id=noor.id, text="a", reply_markup={**YES, "force_reply": "x"})
    assert "reply_markup.force_reply must be Boolean" in words
