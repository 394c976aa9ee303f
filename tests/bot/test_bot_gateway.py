import random

import pytest

from bot.api import Done, Failed, Strange
from bot.backoff import Backoff
from bot.gateway import Gateway, request
from bot.verdict import BUSY_WAIT, TOKEN_WAIT, verdict
from bot.wire import NotSent, Unsure
from handlers.outgoing import Key, Outgoing
from journeys.ports import Delivery, Gone, Later, Moved, Refused, Screen, Sent, Unknown

CANARY = "canary-9b"
HELLO = Outgoing("hello")
RICH = Outgoing(
    '<b>on</b> <tg-time unix="1" format="wDt">Friday</tg-time>', ((Key("a", "x", style="danger"),),), asks=True
)


class FakeApi:
    """Answers with what it was given, the last one for ever, and remembers every call."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.calls = []

    async def call(self, method, params, files=None):
        self.calls.append((method, params, files))
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def delivery(**changes):
    return Delivery(chat=1, language="en", screen=Screen("hello"), material={}, **changes)


def gateway(*answers, out=None):
    api = FakeApi(*answers)
    return Gateway(api, lambda _: out or HELLO, Backoff(chance=random.Random(1))), api


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Done({"message_id": 9}), Sent(9)),
        (Done(True), Sent(None)),
        (Failed(400, "Bad Request: message is not modified: specified new message content …"), Sent(None)),
        (Failed(429, "Too Many Requests", 17), Later(17, everyone=True)),
        (Failed(429, "Too Many Requests", 0.2), Later(1, everyone=True)),
        (Failed(429, "Too Many Requests"), Later(BUSY_WAIT, everyone=True)),
        (Failed(401, "Unauthorized"), Later(TOKEN_WAIT, everyone=True)),
        (Failed(404, "Not Found"), Later(TOKEN_WAIT, everyone=True)),
        (Failed(500, "Internal Server Error"), Later(3)),
        (Failed(502, "Bad Gateway"), Later(3)),
        (NotSent("ClientConnectorError"), Later(3, everyone=True)),
        (Failed(403, "Forbidden: bot was blocked by the user"), Gone()),
        (Failed(403, "Forbidden: user is deactivated"), Gone()),
        (Failed(403, "Forbidden: bot can't initiate conversation with a user"), Gone()),
        (Failed(400, "Bad Request: chat not found"), Gone()),
        (Failed(400, "Bad Request: PEER_ID_INVALID"), Gone()),
        (Failed(400, "Bad Request: message to edit not found"), Refused("400 message to edit not found")),
        (Failed(400, "Bad Request: message can't be edited"), Refused("400 message can't be edited")),
        (
            Failed(400, "Bad Request: group chat was upgraded to a supergroup chat"),
            Refused("400 group chat was upgraded to a supergroup chat"),
        ),
        (Failed(400, "Bad Request: group chat was upgraded to a supergroup chat", moved=-100), Moved(-100)),
        (
            Failed(400, f'Bad Request: can\'t parse entities: unsupported start tag "{CANARY}"'),
            Refused("400 can't parse entities"),
        ),
        (Failed(400, CANARY), Refused("400")),
        (Failed(403, CANARY), Refused("403")),
        (Strange(413), Refused("413")),
        (Strange(407), Later(3, everyone=True)),
        (Strange(429, 20), Later(20, everyone=True)),
        (Strange(302), Later(3, everyone=True)),
        (Strange(502), Unknown()),
        (Strange(200), Unknown()),
        (Unsure("SocketTimeoutError"), Unknown()),
        (Unsure("ServerDisconnectedError"), Unknown()),
    ],
)
def test_every_answer_has_one_verdict(answer, outcome):
    assert verdict(answer, 3, everyone=False) == outcome


def test_a_chat_that_fails_waits_alone_until_telegram_itself_keeps_failing():
    assert verdict(Failed(500, ""), 3, everyone=True) == Later(3, everyone=True)


@pytest.mark.asyncio
async def test_waits_grow_while_telegram_is_away_and_start_small_after_it_is_back():
    messenger, _ = gateway(NotSent("x"), NotSent("x"), NotSent("x"), Done({"message_id": 1}), NotSent("x"))
    waits = [await messenger.deliver(delivery()) for _ in range(5)]
    assert 0.5 <= waits[0].seconds <= 1 <= waits[1].seconds <= 2 <= waits[2].seconds <= 4
    assert waits[3] == Sent(1)
    assert waits[4].seconds <= 1


@pytest.mark.asyncio
async def test_the_third_failure_of_telegram_in_a_row_makes_everyone_wait():
    messenger, _ = gateway(Failed(500, ""))
    assert [(await messenger.deliver(delivery())).everyone for _ in range(3)] == [False, False, True]


@pytest.mark.asyncio
async def test_after_a_message_in_doubt_telegram_is_asked_something_harmless_before_the_next():
    messenger, api = gateway(Unsure("x"), Unsure("x"), NotSent("x"), Done({}), Done({"message_id": 4}))
    outcomes = [await messenger.deliver(delivery()) for _ in range(4)]
    assert outcomes[0] == Unknown()
    assert isinstance(outcomes[1], Later)
    assert outcomes[1].everyone
    assert outcomes[2].seconds > outcomes[1].seconds
    assert outcomes[3] == Sent(4)
    assert [method for method, _, _ in api.calls] == ["sendMessage", "getMe", "getMe", "getMe", "sendMessage"]
    await messenger.deliver(delivery())
    assert api.calls[-1][0] == "sendMessage"


@pytest.mark.asyncio
async def test_a_screen_that_cannot_be_rendered_is_refused_without_a_call():
    def broken(_):
        raise KeyError(CANARY)

    api = FakeApi(Done({}))
    assert await Gateway(api, broken).deliver(delivery()) == Refused("not rendered: KeyError")
    assert api.calls == []


def test_a_text_goes_out_as_html_without_a_preview_of_its_links():
    method, params, files = request(delivery(), HELLO)
    assert (method, files) == ("sendMessage", None)
    assert params == {
        "chat_id": 1,
        "parse_mode": "HTML",
        "text": "hello",
        "link_preview_options": {"is_disabled": True},
    }


def test_buttons_carry_data_or_an_address():
    keys = ((Key("a", data="x"), Key("b", url="https://x.org")),)
    _, params, _ = request(delivery(), Outgoing("hello", keyboard=keys))
    assert params["reply_markup"] == {
        "inline_keyboard": [[{"text": "a", "callback_data": "x"}, {"text": "b", "url": "https://x.org"}]]
    }


def test_an_edit_replaces_the_text_and_takes_away_the_buttons_that_are_no_longer_there():
    method, params, _ = request(delivery(edits=7), HELLO)
    assert method == "editMessageText"
    assert params["message_id"] == 7
    assert params["reply_markup"] == {"inline_keyboard": []}


def test_a_reply_survives_the_loss_of_what_it_replies_to():
    _, params, _ = request(delivery(reply_to=7), HELLO)
    assert params["reply_parameters"] == {"message_id": 7, "allow_sending_without_reply": True}


def test_a_picture_and_a_file_travel_with_a_caption():
    method, params, files = request(delivery(), Outgoing("hello", photo=b"PNG"))
    assert (method, params["caption"], files["photo"].content) == ("sendPhoto", "hello", b"PNG")
    method, params, files = request(delivery(), Outgoing("hello", document=("a.json", b"{}")))
    assert (method, params["caption"], files["document"].name) == ("sendDocument", "hello", "a.json")


def test_another_picture_takes_the_place_of_one_that_was_sent():
    method, params, files = request(delivery(edits=7), Outgoing("hello", photo=b"PNG"))
    assert (method, params["chat_id"], params["message_id"]) == ("editMessageMedia", 1, 7)
    media = params["media"]
    assert (media["type"], media["caption"], media["parse_mode"]) == ("photo", "hello", "HTML")
    assert files[media["media"].removeprefix("attach://")].content == b"PNG"
    assert "caption" not in params


def test_what_is_new_in_telegram_travels_along():
    _, params, _ = request(delivery(), RICH)
    assert params["reply_markup"] == {
        "inline_keyboard": [[{"text": "a", "callback_data": "x", "style": "danger"}]],
        "force_reply": True,
    }
    assert "force_reply" not in request(delivery(edits=7), RICH)[1]["reply_markup"]
    assert "reply_markup" not in request(delivery(), Outgoing("hello", asks=True))[1]


@pytest.mark.parametrize(
    ("words", "text", "styled", "opened"),
    [
        (
            'Bad Request: can\'t parse entities: Unsupported start tag "tg-time" at byte offset 9',
            "<b>on</b> Friday",
            1,
            1,
        ),
        ('Bad Request: wrong parameter: unknown field "style" in reply_markup', RICH.text, 0, 0),
        ("Bad Request: can't parse inline keyboard button", RICH.text, 0, 0),
    ],
)
@pytest.mark.asyncio
async def test_what_an_older_telegram_refuses_is_left_out_and_not_tried_again(words, text, styled, opened):
    messenger, api = gateway(Failed(400, words), Done({"message_id": 3}), out=RICH)
    assert await messenger.deliver(delivery()) == Sent(3)
    assert await messenger.deliver(delivery()) == Sent(3)
    assert len(api.calls) == 3
    for _, params, _ in api.calls[1:]:
        markup = params["reply_markup"]
        assert params["text"] == text
        assert ("style" in markup["inline_keyboard"][0][0], "force_reply" in markup) == (styled, opened)


@pytest.mark.asyncio
async def test_a_message_that_is_wrong_in_itself_teaches_nothing_about_telegram():
    wrong = Failed(400, "Bad Request: can't parse entities: Can't find end tag")
    messenger, api = gateway(wrong, wrong, Done({"message_id": 3}), out=RICH)
    assert await messenger.deliver(delivery()) == Refused("400 can't parse entities")
    assert await messenger.deliver(delivery()) == Sent(3)
    assert "<tg-time" in api.calls[-1][1]["text"]


@pytest.mark.asyncio
async def test_an_edit_that_changes_nothing_is_made_once_with_all_there_is():
    same = Failed(400, "Bad Request: message is not modified: specified new message content and reply markup are …")
    messenger, api = gateway(same, out=RICH)
    assert await messenger.deliver(delivery(edits=7)) == Sent(None)
    assert len(api.calls) == 1


@pytest.mark.asyncio
async def test_a_receipt_is_a_reaction_and_one_that_telegram_refuses_is_no_loss():
    for refusal in ("message to react not found", "REACTION_INVALID", "not enough rights"):
        messenger, api = gateway(Failed(400, f"Bad Request: {refusal}"), out=Outgoing("", reaction="✍"))
        assert await messenger.deliver(delivery(edits=7)) == Sent(None)
    assert api.calls == [
        ("setMessageReaction", {"chat_id": 1, "message_id": 7, "reaction": [{"type": "emoji", "emoji": "✍"}]}, None)
    ]
    for answer, outcome in ((Unsure("x"), Unknown()), (Failed(403, "bot was blocked by the user"), Gone())):
        messenger, _ = gateway(answer, out=Outgoing("", reaction="✍"))
        assert await messenger.deliver(delivery(edits=7)) == outcome


@pytest.mark.asyncio
async def test_used_buttons_go_without_touching_the_words_and_a_refusal_is_no_loss():
    messenger, api = gateway(Failed(400, "Bad Request: message to edit not found"), out=Outgoing("", bare=True))
    assert await messenger.deliver(delivery(edits=7)) == Sent(None)
    bare = {"chat_id": 1, "message_id": 7, "reply_markup": {"inline_keyboard": []}}
    assert api.calls == [("editMessageReplyMarkup", bare, None)]


def test_a_menu_is_set_for_one_chat():
    method, params, _ = request(delivery(), Outgoing("", menu=(("vraag", "Een vraag"),)))
    commands = [{"command": "vraag", "description": "Een vraag"}]
    assert (method, params) == ("setMyCommands", {"scope": {"type": "chat", "chat_id": 1}, "commands": commands})


def test_backoff_doubles_to_its_cap_and_never_below_half():
    backoff = Backoff(first=1, cap=8, chance=random.Random(2))
    for longest in (1, 2, 4, 8, 8, 8):
        assert longest / 2 <= backoff.next() <= longest
    backoff.reset()
    assert backoff.next() <= 1
