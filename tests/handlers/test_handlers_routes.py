"""Real updates of every kind go where they belong: one journey each, with what it needs and nothing more."""

import asyncio
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from telegram import Update
from telegram.error import BadRequest
from telegram.ext import Application

from dialogues.events import Amended, Commanded, Located, Pressed, Said, Showed
from handlers import routes
from handlers.thanks import Thanks, Word
from journeys.groups import Started

PRIVATE = {"id": 7, "type": "private", "first_name": "Noor"}
NOOR = {"id": 7, "is_bot": False, "first_name": "Noor", "language_code": "nl"}
BOT = {"id": 42, "is_bot": True, "first_name": "Weerklank", "username": "weerklank_bot"}
GROUP = {"id": -100, "type": "supergroup", "title": "Samen"}
PRESSED = Pressed("prompt_buttons", 5, "later", 8)
FILE = {"file_id": "f", "file_unique_id": "u"}
STICKER = {"width": 1, "height": 1, "is_animated": False, "is_video": False, "type": "regular"}


@dataclass
class Heard:
    """What the journeys were asked to do."""

    calls: list = field(default_factory=list)
    acknowledged: list = field(default_factory=list)


@pytest.fixture
def heard(monkeypatch):
    found = Heard()

    def recorder(name):
        async def journey(world, *args, **more):
            found.calls.append((name, *args, *more.values()))
            return f"after {name}"

        return journey

    for name in ("hear", "ignore"):
        monkeypatch.setattr(routes.listen, name, recorder(name))
    for name, told in (("point", "point"), ("start", "brought"), ("left", "left"), ("moved", "moved")):
        monkeypatch.setattr(routes.groups, name, recorder(told))
    for name in ("start", "blocked"):
        monkeypatch.setattr(routes.join, name, recorder(name))

    async def no_label(world, chat, text, replied_to):
        return PRESSED if text == "Straks" else None

    monkeypatch.setattr(routes.labels, "press", no_label)

    @contextmanager
    def give(_, query):
        word = Word()
        yield word
        found.acknowledged.append((query.data, word.words))

    monkeypatch.setattr(routes.Thanks, "give", give)
    return found


@pytest.fixture(scope="module")
def application():
    made = Application.builder().token("42:token").updater(None).build()
    made._initialized = True  # meeting Telegram is no part of these tests
    made.bot._bot_user = Update.de_json(message_update(text="x", sender=BOT), None).effective_user
    routes.register(made, "the world")
    return made


def message_update(kind="message", *, chat=None, sender=None, number=5, **content):
    body = {"message_id": 9, "date": 1, "chat": chat or PRIVATE, "from": sender or NOOR, **content}
    return {"update_id": number, kind: body}


def words(text, **more):
    length = len(text.split()[0])
    command = [{"type": "bot_command", "offset": 0, "length": length}] if text.startswith("/") else []
    return message_update(text=text, **({"entities": command} if command else {}), **more)


def press(data="value:5:3", chat=None, **more):
    carrier = {"message_id": 8, "date": 1, "chat": chat or PRIVATE, "from": BOT, "text": "x"}
    query = {"id": "1", "from": NOOR, "chat_instance": "1", "data": data, "message": carrier, **more}
    return {"update_id": 5, "callback_query": {name: value for name, value in query.items() if value is not None}}


def change(status, chat=None, before="member"):
    was, now = (
        {"user": BOT, "status": each} | ({"until_date": 0} if each == "kicked" else {}) for each in (before, status)
    )
    parties = {"chat": chat or PRIVATE, "from": NOOR, "date": 1}
    return {"update_id": 5, "my_chat_member": {**parties, "old_chat_member": was, "new_chat_member": now}}


def hear(event, replied=None):
    return ("hear", 7, event, 5, replied)


def hear_shown(kind, caption=""):
    return ("hear", 7, Showed(kind, caption), 5)


PERSON = {"phone_number": "+31", "first_name": "S"}
PLACE = {"longitude": 5.1, "latitude": 52.1}
FILM = FILE | {"duration": 1, "width": 1, "height": 1}
TASKS = {"title": "x", "tasks": [{"id": 1, "text": "x"}]}
POLL = {
    "id": "1", "question": "x", "options": [{"text": "a", "voter_count": 0, "persistent_id": "1"}], "type": "regular",
    "total_voter_count": 0, "is_closed": False, "is_anonymous": True, "allows_multiple_answers": False,
    "allows_revoting": False, "members_only": False,
}  # fmt: skip
PLACES = [
    ("Europe/Amsterdam", {"location": PLACE}),
    ("Europe/Amsterdam", {"venue": {"location": PLACE, "title": "x", "address": "x"}, "location": PLACE}),
    ("Pacific/Auckland", {"location": {"longitude": 174.76, "latitude": -36.85}}),
    ("Etc/GMT", {"location": {"longitude": 3.5, "latitude": 54.0}}),  # at sea
]
KINDS = [
    ("document", {"document": FILE}),
    ("other_media", {"video": FILM}),
    ("other_media", {"video": FILM, "caption": "kijk"}),
    ("photo", {"video": FILM, "media_group_id": "1"}),
    ("photo", {"photo": [FILE | {"width": 1, "height": 1}], "media_group_id": "1"}),
    ("other_media", {"animation": FILM, "document": FILE}),
    ("contact", {"contact": PERSON}),
    ("other_media", {"poll": POLL}),
    ("other_media", {"dice": {"emoji": "🎲", "value": 3}}),
    ("other_media", {"game": {"title": "x", "description": "x", "photo": [FILE | {"width": 1, "height": 1}]}}),
    ("other_media", {"story": {"chat": PRIVATE, "id": 1}}),
    ("other_media", {"checklist": TASKS}),
    ("other_media", {"paid_media": {"star_count": 1, "paid_media": [{"type": "photo", "photo": []}]}}),
    ("photo", {"live_photo": FILM, "photo": [FILE | {"width": 1, "height": 1}]}),
    ("photo", {"live_photo": FILM}),
    ("other_media", {"a_kind_that_is_yet_to_come": {"x": 1}}),
]
SANDER = {"id": 99, "is_bot": False, "first_name": "Sander"}
OF_OTHERS = [
    {"type": "user", "date": 1, "sender_user": SANDER},
    {"type": "user", "date": 1, "sender_user": BOT},
    {"type": "hidden_user", "date": 1, "sender_user_name": "Sander"},
    {"type": "chat", "date": 1, "sender_chat": GROUP},
    {"type": "channel", "date": 1, "chat": {"id": -200, "type": "channel", "title": "x"}, "message_id": 3},
    {"type": "a_kind_that_is_yet_to_come", "date": 1},
]
ONES_OWN = [
    {"type": "user", "date": 1, "sender_user": NOOR},
    {"type": "hidden_user", "date": 1, "sender_user_name": NOOR["first_name"]},
]
CASES = [
    *((words("Kanarie.", forward_origin=origin), hear_shown("forwarded", "Kanarie.")) for origin in OF_OTHERS),
    (words("/wissen", forward_origin=OF_OTHERS[0]), hear_shown("forwarded", "/wissen")),
    (message_update(location=PLACES[0][1]["location"], forward_origin=OF_OTHERS[0]), hear_shown("forwarded")),
    (
        message_update(caption="kijk", voice=FILE | {"duration": 1}, forward_origin=OF_OTHERS[3]),
        hear_shown("forwarded", "kijk"),
    ),
    *((words("Kanarie.", forward_origin=origin), hear(Said("Kanarie.", 9))) for origin in ONES_OWN),
    (
        message_update(caption="kijk", voice=FILE | {"duration": 1}, forward_origin=ONES_OWN[0]),
        hear_shown("voice", "kijk"),
    ),
    (words("hoi", chat=GROUP, forward_origin=OF_OTHERS[0]), ("ignore", 5)),
    (words("Hallo"), hear(Said("Hallo", 9))),
    (words("Straks"), ("hear", 7, PRESSED, 5)),
    (words("/vraag"), hear(Commanded("question", ""))),
    (words("/Vraag@weerklank_bot"), hear(Commanded("question", ""))),
    (words("/pauze 2 weken"), hear(Commanded("pause", "2 weken"))),
    (words("/dansen nu"), hear(Commanded("unknown", "nu"))),
    (words("/start"), ("start", 7, "", 5, "nl")),
    (words("/start abc-DEF"), ("start", 7, "abc-DEF", 5, "nl")),
    (words("/start  een twee "), ("start", 7, "een twee", 5, "nl")),
    (words("http://x.nl/pad"), hear(Said("http://x.nl/pad", 9))),
    (message_update("edited_message", text="Anders", edit_date=2), ("hear", 7, Amended("Anders", 9), 5)),
    (
        message_update("edited_message", caption="foto", photo=[FILE | {"width": 1, "height": 1}]),
        ("hear", 7, Showed("photo", "foto", edited=True), 5),
    ),
    (
        message_update("edited_message", caption="stem", voice=FILE | {"duration": 1}),
        ("hear", 7, Showed("voice", "stem", edited=True), 5),
    ),
    (
        message_update("edited_message", caption="stuk", document=FILE),
        ("hear", 7, Showed("document", "stuk", edited=True), 5),
    ),
    (message_update("edited_message", photo=[FILE | {"width": 1, "height": 1}]), ("ignore", 5)),
    (message_update("edited_message", chat=GROUP, caption="x", document=FILE), ("ignore", 5)),
    (
        message_update(
            sticker=FILE | {"width": 1, "height": 1, "is_animated": False, "is_video": False, "type": "regular"}
        ),
        ("hear", 7, Showed("sticker"), 5),
    ),
    (message_update(photo=[FILE | {"width": 1, "height": 1}]), ("hear", 7, Showed("photo"), 5)),
    (message_update(photo=[FILE | {"width": 1, "height": 1}], caption="kijk"), ("hear", 7, Showed("photo", "kijk"), 5)),
    (message_update(voice=FILE | {"duration": 1}), ("hear", 7, Showed("voice"), 5)),
    (message_update(audio=FILE | {"duration": 1}), ("hear", 7, Showed("voice"), 5)),
    (message_update(video_note=FILE | {"duration": 1, "length": 1}), ("hear", 7, Showed("voice"), 5)),
    *((message_update(**content), ("hear", 7, Showed(kind, content.get("caption", "")), 5)) for kind, content in KINDS),
    *((message_update(**content), ("hear", 7, Located(zone), 5)) for zone, content in PLACES),
    (message_update(pinned_message={"message_id": 1, "date": 0, "chat": PRIVATE}), ("ignore", 5)),
    (message_update(write_access_allowed={}), ("ignore", 5)),
    (words("hoi", chat=GROUP), ("ignore", 5)),
    (words("/start", chat=GROUP), ("point", -100, 5, 9)),
    (words("/help@weerklank_bot", chat=GROUP), ("point", -100, 5, 9)),
    (words("/hulp@Weerklank_Bot nu", chat=GROUP | {"type": "group"}), ("point", -100, 5, 9)),
    (words("/help@another_bot", chat=GROUP), ("ignore", 5)),
    (words("/vraag", chat=GROUP), ("ignore", 5)),
    (words("/wissen@weerklank_bot", chat=GROUP), ("ignore", 5)),
    (words("/help", chat={**GROUP, "type": "channel"}), ("ignore", 5)),
    (words("/start@weerklank_bot g_abc", chat=GROUP), ("brought", Started(-100, "Samen", 7, 9, "nl"), "g_abc", 5)),
    (
        words("/start g_abc", chat=GROUP, sender=NOOR | {"language_code": "de"}),
        ("brought", Started(-100, "Samen", 7, 9, "en"), "g_abc", 5),
    ),
    (words("/start@another_bot g_abc", chat=GROUP), ("ignore", 5)),
    (words("/start een twee", chat=GROUP), ("point", -100, 5, 9)),
    (message_update(chat=GROUP, migrate_from_chat_id=-99), ("moved", -99, -100, 5)),
    (message_update(chat=GROUP | {"id": -99, "type": "group"}, migrate_to_chat_id=-100), ("moved", -99, -100, 5)),
    (message_update(chat=GROUP, photo=[FILE | {"width": 1, "height": 1}]), ("ignore", 5)),
    (message_update(chat=GROUP, new_chat_members=[BOT]), ("ignore", 5)),
    (message_update("edited_message", chat=GROUP, text="x", edit_date=2), ("ignore", 5)),
    (message_update("channel_post", chat={**GROUP, "type": "channel"}, text="x"), ("ignore", 5)),
    (press(), ("hear", 7, Pressed("value", 5, "3", 8), 5)),
    (press("language:0:nl"), ("hear", 7, Pressed("language", 0, "nl", 8), 5)),
    (press("onzin"), ("hear", 7, Pressed("unknown", 0, "unknown", 8), 5)),
    (press(None), ("hear", 7, Pressed("unknown", 0, "unknown", 8), 5)),
    (press(message=None, inline_message_id="1"), ("ignore", 5)),
    (press(chat=GROUP), ("ignore", 5)),
    (press(message={"message_id": 8, "date": 0, "chat": PRIVATE}), ("hear", 7, Pressed("value", 5, "3", 8), 5)),
    (change("kicked"), ("blocked", 7, 5, True)),
    (change("member"), ("blocked", 7, 5, False)),
    (change("left", GROUP), ("left", -100, 5)),
    (change("kicked", GROUP | {"type": "group"}), ("left", -100, 5)),
    (change("member", GROUP, "left"), ("point", -100, 5)),
    (change("member", GROUP, "kicked"), ("point", -100, 5)),
    (change("member", GROUP), ("ignore", 5)),
    (change("left", {**GROUP, "type": "channel"}), ("ignore", 5)),
    ({"update_id": 5, "poll_answer": {"poll_id": "1", "option_ids": [], "option_persistent_ids": []}}, ("ignore", 5)),
    ({"update_id": 5, "thought_received": {"from": NOOR}}, ("ignore", 5)),
    ({"update_id": 5}, ("ignore", 5)),
]


@pytest.mark.parametrize(("update", "expected"), CASES)
@pytest.mark.asyncio
async def test_each_kind_of_update_goes_to_one_journey(application, heard, update, expected):
    await application.process_update(Update.de_json(update, application.bot))
    assert len(heard.calls) == 1
    assert heard.calls[0][: len(expected)] == expected
    assert all(rest is None for rest in heard.calls[0][len(expected) :])


@pytest.mark.asyncio
async def test_a_reply_tells_which_message_it_is_about(application, heard):
    answered = {"message_id": 3, "date": 1, "chat": PRIVATE, "from": BOT, "text": "vraag"}
    await application.process_update(Update.de_json(words("Antwoord", reply_to_message=answered), application.bot))
    assert heard.calls == [("hear", 7, Said("Antwoord", 9), 5, 3)]


@pytest.mark.asyncio
async def test_a_press_is_acknowledged_wherever_it_was(application, heard):
    for update in (press(), press(chat=GROUP), press("onzin")):
        await application.process_update(Update.de_json(update, application.bot))
    assert heard.acknowledged == [("value:5:3", "after hear"), ("value:5:3", ""), ("onzin", "after hear")]


class Query:
    """A press whose mark cannot be taken away any more, or takes for ever unless it is `quick`."""

    def __init__(self, error=None, *, quick=False):
        self.id, self.error, self.quick = "1", error, quick
        self.asked, self.text = asyncio.Event(), None

    async def answer(self, text=None, **_):
        self.text = text
        self.asked.set()
        if self.error is not None:
            raise self.error
        if not self.quick:
            await asyncio.Event().wait()


@pytest.mark.asyncio
async def test_a_mark_that_can_no_longer_be_taken_away_disturbs_nothing():
    thanks, old, slow = Thanks(), Query(BadRequest("query is too old")), Query()
    for query in (old, slow):
        with thanks.give(query):
            pass
    await asyncio.wait_for(asyncio.gather(old.asked.wait(), slow.asked.wait()), 5)
    await asyncio.wait_for(thanks.close(0.01), 5)


@pytest.mark.asyncio
@pytest.mark.parametrize(("words", "text"), [("Dat is al gebeurd.", "Dat is al gebeurd."), ("", None)])
async def test_a_press_is_acknowledged_with_what_is_so(words, text):
    thanks, query = Thanks(), Query(quick=True)
    with thanks.give(query) as word:
        await asyncio.sleep(0)
        assert not query.asked.is_set()
        word.words = words
    await asyncio.wait_for(query.asked.wait(), 5)
    assert query.text == text
    await thanks.close()


@pytest.mark.asyncio
async def test_a_press_is_acknowledged_while_the_work_still_goes_on_and_when_it_fails(monkeypatch):
    monkeypatch.setattr("handlers.thanks.AT_ONCE_WITHIN", 0.001)
    thanks, long, failed = Thanks(), Query(quick=True), Query(quick=True)
    with thanks.give(long) as word:
        await asyncio.wait_for(long.asked.wait(), 5)
        word.words = "too late"
    assert long.text is None
    with pytest.raises(ValueError, match="the work"), thanks.give(failed):
        raise ValueError("the work")
    await asyncio.wait_for(failed.asked.wait(), 5)
    await thanks.close()


def test_what_a_leader_wrote_is_in_no_repr():
    for event in (Said("kanarie", 1), Amended("kanarie", 1), Commanded("pause", "kanarie"), Showed("photo", "kanarie")):
        assert "kanarie" not in repr(event)
