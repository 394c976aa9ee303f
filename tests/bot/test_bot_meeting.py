import random

import pytest

from bot.api import Done, Failed
from bot.backoff import Backoff
from bot.bell import Stop
from bot.meeting import Meeting, TokenRefusedError, menus
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


@pytest.mark.asyncio
async def test_a_menu_that_cannot_be_set_is_no_reason_to_stop(log_lines):
    made, script, _ = meeting(Done(True), AWAY, Done(True))
    await made.show_menus(library())
    assert len(script.calls) == 3
    assert [line["event"] for line in log_lines()] == ["a command menu was not set"]


def test_the_menus_fit_what_telegram_allows():
    shown = list(menus(library()))
    assert [params.get("language_code") for params in shown] == ["nl", "en", None]
    for params in shown:
        names = [command["command"] for command in params["commands"]]
        assert len(names) == len(set(names)) <= 100
        for command in params["commands"]:
            assert 1 <= len(command["command"]) <= 32
            assert command["command"].isascii()
            assert 1 <= len(command["description"]) <= 256
