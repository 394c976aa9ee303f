import random
import re

import pytest

from bot.api import Done, Failed
from bot.backoff import Backoff
from bot.bell import Stop
from bot.meeting import Meeting, TokenRefusedError
from bot.menus import wanted
from bot.wire import NotSent
from dialogues.library import library

ME = Done({"username": "weerklank_bot"})
AWAY = NotSent("ClientConnectorError")


class Script:
    def __init__(self, *answers):
        self.answers = list(answers)
        self.calls = []

    async def call(self, method, params):
        self.calls.append((method, params))
        return self.answers.pop(0)


class Routing:
    """The library's application, whose own first call may fail."""

    def __init__(self, *faults):
        self.faults = list(faults)

    async def initialize(self):
        if self.faults and (fault := self.faults.pop(0)):
            raise fault


def meeting(*answers, faults=()):
    stop, script = Stop(), Script(*answers)

    async def no_wait(seconds=None):
        pass

    stop.wait = no_wait
    made = Meeting(script, Routing(*faults), stop)
    made._backoff = Backoff(chance=random.Random(1))
    return made, script, stop


@pytest.mark.asyncio
async def test_a_good_meeting_gives_our_name():
    made, _, _ = meeting(ME)
    assert await made.attempt() == "weerklank_bot"


@pytest.mark.asyncio
async def test_a_telegram_that_is_away_is_asked_until_it_answers(log_lines):
    made, script, _ = meeting(AWAY, Failed(500, "canary"), ME)
    assert await made.until_met() == "weerklank_bot"
    assert len(script.calls) == 3
    assert [line["why"] for line in log_lines()] == [
        "Telegram cannot be reached (ClientConnectorError)",
        "Telegram refused with 500",
    ]


@pytest.mark.asyncio
async def test_a_library_that_fails_at_its_own_first_call_is_started_again_without_quoting_it(log_stream):
    made, _, _ = meeting(ME, ME, faults=[RuntimeError("token canary")])
    assert await made.until_met() == "weerklank_bot"
    assert "canary" not in log_stream.getvalue()


@pytest.mark.asyncio
async def test_a_token_that_is_refused_is_told_apart():
    made, _, _ = meeting(Failed(401, "Unauthorized"))
    with pytest.raises(TokenRefusedError):
        await made.attempt()


@pytest.mark.asyncio
async def test_a_token_that_is_refused_later_is_tried_again_for_it_may_be_mended(log_lines):
    made, _, _ = meeting(Failed(401, "Unauthorized"), ME)
    assert await made.until_met() == "weerklank_bot"
    assert log_lines()[0]["event"] == "Telegram does not accept the bot token"


@pytest.mark.asyncio
async def test_a_program_that_stops_meets_nobody():
    made, script, stop = meeting()
    stop.ask()
    assert await made.until_met() is None
    assert script.calls == []


class Shelf:
    """A Telegram that keeps what it is given, texts with the fallback to the one for everybody."""

    def __init__(self, **there):
        self.there, self.calls = dict(there), []

    async def call(self, method, params):
        self.calls.append(method)
        what, place = method[3:], (params.get("scope", {}).get("chat_id"), params.get("language_code", ""))
        if method.startswith("set"):
            self.there[what, *place] = next(value for name, value in params.items() if name in FIELDS)
            return Done(True)
        if what == "MyCommands":
            return Done(self.there.get((what, *place), []))
        field = "description" if what == "MyDescription" else "short_description"
        return Done({field: self.there.get((what, *place)) or self.there.get((what, None, ""), "")})


FIELDS = {"commands", "description", "short_description"}


async def shown(shelf, guides=None):
    made, _, _ = meeting()
    made._api = shelf
    await made.show_menus(library(), guides or {})
    return shelf


@pytest.mark.asyncio
async def test_menus_and_texts_stand_in_each_language_and_for_everybody_else():
    shelf = await shown(Shelf())
    assert set(shelf.there) == {
        (what, None, language)
        for what in ("MyCommands", "MyDescription", "MyShortDescription")
        for language in ("nl", "en", "")
    }
    assert shelf.there["MyCommands", None, ""] == shelf.there["MyCommands", None, "en"]
    assert "twee keer per week" in shelf.there["MyDescription", None, "nl"]


@pytest.mark.asyncio
async def test_what_stands_already_is_not_set_again():
    shelf = await shown(Shelf())
    shelf.calls.clear()
    await shown(shelf)
    assert len(shelf.calls) == 9
    assert all(method.startswith("get") for method in shelf.calls)
    shelf.there["MyCommands", None, "nl"] = [{"command": "oud", "description": "van een vorige versie"}]
    shelf.calls.clear()
    await shown(shelf)
    assert [method for method in shelf.calls if method.startswith("set")] == ["setMyCommands"]


@pytest.mark.asyncio
async def test_a_text_that_an_operator_wrote_stays():
    shelf = await shown(own_text())
    assert shelf.there["MyDescription", None, ""] == "Van onszelf"
    assert not any(method in ("setMyDescription", "setMyName") for method in shelf.calls)


def own_text():
    shelf = Shelf()
    shelf.there["MyDescription", None, ""] = "Van onszelf"
    return shelf


@pytest.mark.asyncio
async def test_a_facilitator_has_two_commands_more_in_their_own_chat_and_language():
    shelf = await shown(Shelf(), {7: "nl", 8: "en"})
    for chat, language, word in ((7, "nl", "groep"), (8, "en", "cohort")):
        own, others = shelf.there["MyCommands", chat, ""], shelf.there["MyCommands", None, language]
        assert own[:-2] == others
        assert own[-1]["command"] == word


@pytest.mark.asyncio
async def test_a_menu_that_cannot_be_set_is_no_reason_to_stop(log_lines):
    answers = [
        AWAY,
        Done([]),
        Failed(429, "Too Many Requests"),
        *[Done({"description": "x", "short_description": "x"})] * 7,
    ]
    made, script, _ = meeting(*answers[:3], Done([]), Done(True), *answers[3:])
    await made.show_menus(library(), {})
    assert [line["event"] for line in log_lines()] == ["a menu or text was not set"] * 2
    assert script.calls[-1][0] == "getMyShortDescription"


@pytest.mark.asyncio
async def test_a_program_that_stops_shows_no_menus():
    made, script, stop = meeting(*[AWAY] * 9)
    stop.ask()
    await made.show_menus(library(), {})
    assert [method for method, _ in script.calls if method.startswith("set")] == []


def test_the_menus_and_texts_fit_what_telegram_allows():
    for each in wanted(library(), {7: "nl"}):
        for command in each.shown.get("commands", ()):
            assert re.fullmatch("[a-z0-9_]{1,32}", command["command"])
            assert 1 <= len(command["description"]) <= 256
        names = [command["command"] for command in each.shown.get("commands", ())]
        assert len(names) == len(set(names)) <= 100
        assert len(each.shown.get("description", "")) <= 512
        assert len(each.shown.get("short_description", "")) <= 120
