"""Every call is checked: address, method, each parameter's name and type, and every text against Telegram's parser."""

import aiohttp
import pytest

from sandbox import schema
from sandbox.errors import BotError

BUTTON = {"text": "Ja", "callback_data": "y"}


def keyboard(*buttons):
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, 'missing required parameter "text"'),
        ({"text": "a", "txt": "b"}, 'unknown parameter "txt" of sendMessage'),
        ({"text": 5}, "text must be String"),
        ({"text": None}, "text must be String"),
        ({"text": "a", "disable_notification": "perhaps"}, "disable_notification must be Boolean"),
        ({"text": "a", "reply_markup": "{"}, "can't parse reply_markup as JSON"),
        ({"text": "a", "reply_markup": []}, "reply_markup must be"),
        ({"text": "a", "reply_markup": {"inline_keyboard": [[{}]]}}, 'missing field "text" in reply_markup.inline_key'),
        ({"text": "a", "reply_markup": keyboard({**BUTTON, "colour": "red"})}, 'unknown field "colour"'),
        ({"text": "a", "reply_markup": {"remove_keyboard": False}}, "remove_keyboard must be True"),
        ({"text": "a", "reply_parameters": {"message_id": "1"}}, "reply_parameters.message_id must be Integer"),
        ({"text": "a", "entities": [{"type": "bold", "offset": 0, "length": True}]}, "length must be Integer"),
        ({"text": "a", "message_thread_id": 5}, "does not play the parameter message_thread_id"),
    ],
)
@pytest.mark.asyncio
async def test_a_wrong_parameter_is_named(wire, noor, params, words):
    assert words in await wire.refusal("sendMessage", chat_id=noor.id, **params)


@pytest.mark.asyncio
async def test_a_wrong_token_is_unauthorised(telegram, wire):
    async with wire.session.get(f"{telegram.url}/bot99:other/getMe") as response:
        assert (response.status, await response.json()) == (
            401,
            {"ok": False, "error_code": 401, "description": "Unauthorized"},
        )


@pytest.mark.asyncio
async def test_methods_are_found_in_any_case_and_unknown_ones_are_not(wire):
    assert (await wire.result("GETME"))["username"] == "weerklank_bot"
    assert await wire.answer("getMyself") == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }


@pytest.mark.asyncio
async def test_a_known_method_that_is_not_played_says_so(wire):
    answer = await wire.answer("sendDice", chat_id=1)
    assert answer["error_code"] == 501
    assert "sendDice" in answer["description"]


@pytest.mark.asyncio
async def test_query_form_multipart_and_json_mean_the_same(wire, noor):
    form = {
        "chat_id": str(noor.id),
        "text": "Dag",
        "reply_markup": '{"inline_keyboard":[[{"text":"a","url":"tg://x"}]]}',
    }
    json_body = {"chat_id": noor.id, "text": "Dag", "reply_markup": keyboard({"text": "a", "url": "tg://x"})}
    multipart = aiohttp.FormData(form, default_to_multipart=True)
    kinds = [{"data": form}, {"data": multipart}, {"params": form}, {"json": json_body}, {"json": form}]
    answers = [(await wire.post("sendMessage", **kind))[2]["result"] for kind in kinds]
    assert [{**answer, "message_id": 0, "date": 0} for answer in answers] == [
        {**answers[0], "message_id": 0, "date": 0}
    ] * 5


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ({"data": b"[1]", "headers": {"Content-Type": "application/json"}}, "an object is expected"),
        ({"data": b"{", "headers": {"Content-Type": "application/json"}}, "can't parse JSON object"),
        ({"data": b"[" * 100_000, "headers": {"Content-Type": "application/json"}}, "can't parse JSON object"),
        ({"data": b"text=%ff", "headers": {"Content-Type": "application/x-www-form-urlencoded"}}, "UTF-8"),
        ({"data": b"<a/>", "headers": {"Content-Type": "text/xml"}}, "unsupported content type text/xml"),
        ({"data": b'{"chat_id":1,"text":"\\ud800"}', "headers": {"Content-Type": "application/json"}}, "in UTF-8"),
    ],
)
async def test_a_body_that_cannot_be_read_is_refused(wire, kind, words):
    status, _headers, body = await wire.post("sendMessage", **kind)
    assert status == 400
    assert words in body["description"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("text", "mode", "words"),
    [
        ("<b>a", "HTML", "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        (
            "a.",
            "MarkdownV2",
            "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        ("<p>a</p>", "HTML", 'can\'t parse entities: Unsupported start tag "p" at byte offset 0'),
        ("a", "Text", "unsupported parse_mode"),
        ("", None, "message text is empty"),
        (" \n\t", None, "text must be non-empty"),
        ("\u200b\u2800", None, "text must be non-empty"),
        ("<b> </b>", "HTML", "text must be non-empty"),
        ("é" * 4097, None, "message is too long"),
        ("😀" * 2049, None, "message is too long"),
    ],
)
async def test_texts_are_refused_in_telegrams_words(wire, noor, text, mode, words):
    extra = {"parse_mode": mode} if mode else {}
    assert await wire.refusal("sendMessage", chat_id=noor.id, text=text, **extra) == f"Bad Request: {words}"


@pytest.mark.asyncio
@pytest.mark.parametrize("text", ["é" * 4096, "😀" * 2048, f"<b>{'a' * 4096}</b>"])
async def test_a_text_may_have_4096_units_after_parsing(wire, noor, text):
    sent = await wire.result("sendMessage", chat_id=noor.id, text=text, parse_mode="HTML")
    assert len(sent["text"].encode("utf-16-le")) == 8192


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": " ", "callback_data": "y"}, "text must be non-empty"),
        ({"text": "Ja"}, "Text buttons are unallowed in the inline keyboard"),
        ({**BUTTON, "url": "https://example.org"}, "only one action per button is allowed"),
        ({"text": "Ja", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "Ja", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "Ja", "url": "ftp://example.org"}, "BUTTON_URL_INVALID"),
        ({"text": "Ja", "web_app": {"url": "http://example.org"}}, "Only HTTPS links are allowed"),
        ({"text": "Ja", "pay": True}, "does not play pay buttons"),
        ({**BUTTON, "style": "pink"}, "unknown button style"),
    ],
)
async def test_a_wrong_button_is_refused(wire, noor, button, words):
    assert words in await wire.refusal("sendMessage", chat_id=noor.id, text="a", reply_markup=keyboard(button))


@pytest.mark.asyncio
async def test_keyboards_have_at_most_eight_buttons_in_a_row_and_a_hundred_in_all(wire, noor):
    row = [BUTTON] * 8
    await wire.result("sendMessage", chat_id=noor.id, text="a", reply_markup={"inline_keyboard": [row] * 12})
    for rows in ([[BUTTON] * 9], [row] * 13):
        words = await wire.refusal("sendMessage", chat_id=noor.id, text="a", reply_markup={"inline_keyboard": rows})
        assert words == "Bad Request: reply markup is too long"


@pytest.mark.asyncio
async def test_callback_data_may_have_64_bytes(wire, noor):
    markup = keyboard({"text": "Ja", "callback_data": "é" * 32})
    await wire.result("sendMessage", chat_id=noor.id, text="a", reply_markup=markup)


def test_the_tables_name_only_types_they_hold():
    known = {*schema.TABLES["types"], *schema.TABLES["unions"], "Integer", "Float", "String", "Boolean", "True"}
    tables = [*schema.PARAMETERS.values(), *(schema._fields(name) for name in schema.TABLES["types"])]
    named = {kind for table in tables for spec in table.values() for kind in spec.types if not kind.startswith("'")}
    named |= {member for members in schema.TABLES["unions"].values() for member in members}
    assert {kind.replace("Array of ", "") for kind in named} <= known | {"InputFile"}


def test_a_union_is_told_apart_by_its_constant():
    markup = {"type": "web_app", "text": "Open"}
    with pytest.raises(BotError, match=r'missing field "web_app" in menu_button \(MenuButtonWebApp\)'):
        schema.check_call("setChatMenuButton", {"menu_button": markup})
    with pytest.raises(BotError, match="menu_button"):
        schema.check_call("setChatMenuButton", {"menu_button": {"type": "door"}})


def test_a_rich_text_may_be_a_string_a_list_or_an_object():
    blocks = [{"type": "paragraph", "text": ["plain", {"type": "bold", "text": "loud"}]}]
    rich = {"blocks": blocks}
    assert schema.check_call("sendRichMessage", {"chat_id": 1, "rich_message": rich})["rich_message"] == rich
