"""A person's phone: what it sends the bot, what it shows, and how scripted people wait without sleeping."""

import asyncio

import pytest

from sandbox.people import NothingSeenError, Person

MARKUP = {
    "inline_keyboard": [
        [{"text": "Ja, graag", "callback_data": "y"}, {"text": "Ja", "callback_data": "j"}],
        [{"text": "Lees", "url": "https://example.org"}],
    ]
}


async def last_update(wire):
    return (await wire.result("getUpdates", offset=-1))[0]


@pytest.mark.asyncio
async def test_start_carries_the_payload_of_an_invite(wire, noor):
    await noor.start("invite_-9")
    message = (await last_update(wire))["message"]
    assert message["text"] == "/start invite_-9"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"] == {"id": noor.id, "is_bot": False, "first_name": "Noor", "language_code": "nl"}
    assert message["chat"] == {"id": noor.id, "first_name": "Noor", "type": "private"}


@pytest.mark.asyncio
async def test_replies_and_edits_reach_the_bot(wire, noor):
    sent = await wire.result("sendMessage", chat_id=noor.id, text="Wat speelt er?")
    seen = await noor.sees("Wat speelt er?")
    said = await noor.replies(seen, "Veel")
    assert (await last_update(wire))["message"]["reply_to_message"] == sent
    await noor.edits(said, "Heel veel")
    edited = (await last_update(wire))["edited_message"]
    assert (edited["text"], edited["message_id"], "reply_to_message" in edited) == ("Heel veel", said, True)
    assert edited["edit_date"] >= edited["date"]


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["sticker", "photo", "voice", "document", "location", "contact"])
async def test_a_person_can_send_other_things_than_text(wire, noor, kind):
    await noor.sends(kind, caption="Kijk" if kind == "photo" else "")
    message = (await last_update(wire))["message"]
    assert message[kind]
    assert "text" not in message
    if kind == "photo":
        assert message["caption"] == "Kijk"
        assert (await noor.downloads(message["photo"][0]["file_id"])).startswith(b"\x89PNG")


@pytest.mark.asyncio
async def test_blocking_and_starting_again_tell_the_bot(wire, noor):
    await noor.blocks()
    await noor.blocks()
    update = (await last_update(wire))["my_chat_member"]
    assert (update["old_chat_member"]["status"], update["new_chat_member"]["status"]) == ("member", "kicked")
    with pytest.raises(RuntimeError, match="you blocked this bot"):
        await noor.says("Hallo")
    await noor.start()
    returned, started = await wire.result("getUpdates", offset=-2)
    assert returned["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert started["message"]["text"] == "/start"
    await noor.unblocks()
    assert await wire.result("getUpdates", offset=started["update_id"] + 1) == []


@pytest.mark.asyncio
async def test_a_tap_finds_the_button_by_its_label(wire, noor):
    older = await wire.result("sendMessage", chat_id=noor.id, text="Eerst", reply_markup=MARKUP)
    newer = await wire.result("sendMessage", chat_id=noor.id, text="Dan", reply_markup=MARKUP)
    await noor.taps("Ja")
    press = (await last_update(wire))["callback_query"]
    assert (press["message"]["message_id"], press["data"]) == (newer["message_id"], "j")
    await noor.taps("graag", on=older["message_id"])
    press = (await last_update(wire))["callback_query"]
    assert (press["message"]["message_id"], press["data"]) == (older["message_id"], "y")
    for label in ("Lees", "Nee"):
        with pytest.raises(NothingSeenError, match="no button"):
            await noor.taps(label)


@pytest.mark.asyncio
async def test_only_a_forged_press_holds_data_that_no_button_has(wire, noor):
    sent = await wire.result("sendMessage", chat_id=noor.id, text="Eerst", reply_markup=MARKUP)
    with pytest.raises(RuntimeError, match="no such button"):
        await noor.presses(sent["message_id"], "x")
    await noor.presses(sent["message_id"], "x", forged=True)
    assert (await last_update(wire))["callback_query"]["data"] == "x"


@pytest.mark.asyncio
async def test_a_person_waits_for_the_next_message_and_passes_over_others(wire, noor):
    waiting = asyncio.create_task(noor.sees("derde"))
    for text in ("eerste", "tweede", "derde", "vierde"):
        await wire.result("sendMessage", chat_id=noor.id, text=text)
    assert (await waiting).text == "derde"
    assert (await noor.sees()).text == "vierde"
    with pytest.raises(NothingSeenError, match=r"waited 0\.05 s"):
        await noor.sees(within=0.05)


@pytest.mark.asyncio
async def test_a_person_notices_quiet(wire, noor):
    assert await noor.quiet(0.05)
    await wire.result("sendMessage", chat_id=noor.id, text="Stil?")
    assert not await noor.quiet(5)
    assert (await noor.sees()).text == "Stil?"
    with pytest.raises(NothingSeenError, match="no answer to a tap"):
        await noor.hears("1", within=0.01)


@pytest.mark.asyncio
async def test_the_page_is_told_who_blocked_the_bot(telegram, wire, noor):
    async def blocked():
        async with wire.session.get(f"{telegram.url}/user") as response:
            return {user["first_name"]: user["blocked"] for user in (await response.json())["users"]}

    async with await Person.join(telegram.url, "Bo"):
        assert await blocked() == {"Noor": False, "Bo": False}
        await noor.blocks()
        assert await blocked() == {"Noor": True, "Bo": False}
        await noor.unblocks()
        assert await blocked() == {"Noor": False, "Bo": False}


@pytest.mark.asyncio
async def test_events_tell_what_changed_after_a_moment(telegram, wire, noor):
    async def events(after):
        async with wire.session.get(f"{telegram.url}/user/{noor.id}/events?after={after}") as response:
            return await response.json()

    kept = await wire.result("sendMessage", chat_id=noor.id, text="a")
    gone = await wire.result("sendMessage", chat_id=noor.id, text="b")
    before = (await events(0))["seq"]
    await wire.result("editMessageText", chat_id=noor.id, message_id=kept["message_id"], text="c")
    await wire.result("deleteMessage", chat_id=noor.id, message_id=gone["message_id"])
    happened = await events(before)
    assert [(message["text"], message["edited"]) for message in happened["messages"]] == [("c", True)]
    assert happened["deleted"] == [gone["message_id"]]
    assert happened["seq"] == before + 2
    assert [message["text"] for message in (await events(0))["messages"]] == ["/start", "c"]


@pytest.mark.asyncio
async def test_the_overview_names_people_the_bot_and_the_time(telegram, wire, noor):
    await wire.result("setMyCommands", commands=[{"command": "help", "description": "Hulp"}])
    async with wire.session.get(f"{telegram.url}/user") as response:
        overview = await response.json()
    assert overview["users"] == [{"id": noor.id, "first_name": "Noor", "language_code": "nl", "blocked": False}]
    assert overview["bot"]["username"] == "weerklank_bot"
    assert overview["bot"]["commands"] == [{"command": "help", "description": "Hulp"}]
    assert overview["clock"].endswith("+00:00")


@pytest.mark.asyncio
async def test_a_person_may_keep_an_own_id_and_have_no_language(telegram, wire):
    async with await Person.join(telegram.url, "Bo", "", user_id=5_000_000_001) as bo:
        await bo.start()
        sender = (await last_update(wire))["message"]["from"]
        assert sender == {"id": 5_000_000_001, "is_bot": False, "first_name": "Bo"}
    assert repr(bo) == "Person(Bo, 5000000001)"


@pytest.mark.asyncio
async def test_a_phone_sends_4096_emoji_and_not_one_more(wire, noor):
    await noor.says("😀" * 4096)
    assert (await last_update(wire))["message"]["text"] == "😀" * 4096
    for text, words in (("a" * 4097, "at most 4096"), ("  ", "empty message")):
        with pytest.raises(RuntimeError, match=words):
            await noor.says(text)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("user/4/send", {"text": "a"}, "no such user"),
        ("user/{id}/send", {}, "missing or mistyped: 'text'"),
        ("user/{id}/send", [], "a JSON object is expected"),
        ("user/{id}/send", {"text": "a", "reply_to": 99}, "no such message"),
        ("user/{id}/edit", {"message_id": 1, "text": " "}, "empty message"),
        ("user/{id}/media", {"kind": "dream"}, "kind is one of"),
        ("user", {"first_name": ""}, "first name"),
        ("user", {"first_name": "A", "id": "x"}, "whole number"),
    ],
)
async def test_what_a_phone_cannot_do_is_said_plainly(telegram, wire, noor, path, body, words):
    async with wire.session.post(f"{telegram.url}/{path.format(id=noor.id)}", json=body) as response:
        assert response.status == 400
        assert words in (await response.json())["error"]


@pytest.mark.asyncio
async def test_only_an_own_text_can_be_edited_by_a_person(wire, noor):
    sent = await wire.result("sendMessage", chat_id=noor.id, text="a")
    sticker = await noor.sends("sticker")
    for message in (sent["message_id"], sticker):
        with pytest.raises(RuntimeError, match="only an own text"):
            await noor.edits(message, "b")


@pytest.mark.asyncio
async def test_other_web_pages_cannot_use_a_phone(telegram, wire, noor):
    host = telegram.url.removeprefix("http://")
    for origin, status in ((f"http://{host}", 200), ("https://example.org", 403), ("null", 403)):
        async with wire.session.get(f"{telegram.url}/user", headers={"Origin": origin}) as response:
            assert response.status == status


@pytest.mark.asyncio
async def test_unknown_actions_do_not_exist(telegram, wire, noor):
    async with wire.session.post(f"{telegram.url}/user/{noor.id}/dance", json={}) as response:
        assert response.status == 404


@pytest.mark.asyncio
async def test_joining_where_nothing_listens_fails_cleanly():
    with pytest.raises(OSError, match=r"127\.0\.0\.1:9"):
        await Person.join("http://127.0.0.1:9", "Bo")
