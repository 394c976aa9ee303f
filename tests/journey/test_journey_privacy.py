"""A whole story at the loudest log level, with everything going wrong: no words, no token and no key get out."""

import json

import pytest
from everywhere import everywhere
from house import MASTER, TOKEN

CANARY = "Kanariepiet"
WORDS = [
    f"In het overleg met {CANARY} liet ik de stilte duren.",
    f"<b>{CANARY}</b> {{{{ {CANARY} }}}}",
    f"/voornemen Morgen vraag ik {CANARY} eerst",
    f"/pauze {CANARY}",
    f"/terugblik {CANARY}",
    f"/dansen {CANARY}",
    f"{CANARY} wil niet meer leven, ik wil dood",
    f"/groep {CANARY}",
]


async def push(house, kind, body, sender):
    house.telegram.telegram.bots[TOKEN].updates.push(kind, body, sender)
    await house.settled()


async def everything_goes_wrong(house, noor):
    """Updates that cannot be read, refusals that quote the text, a screen that breaks, Telegram away."""
    broken = {"message_id": 1, "chat": {"id": noor.id, "type": CANARY}, "text": CANARY}
    await push(house, "message", broken, noor.id)
    await push(house, "message", {**broken, "date": CANARY}, noor.id)
    await push(house, "callback_query", {"id": CANARY, "data": CANARY}, noor.id)
    house.fault("error", "sendMessage", code=400, count=1, description=f"Bad Request: can't parse {CANARY}")
    await house.says(noor, WORDS[0])
    house.fault("lost_answer", "sendMessage", count=1)
    await house.says(noor, "/hulp")
    house.fault("error", "answerCallbackQuery", code=400, count=9, description=CANARY)
    house.fault("lost_answer", "getUpdates", count=1)
    await noor.presses((await house.heard(noor))[0].id, f"{CANARY}:1:{CANARY}", forged=True)
    await house.settled()


def break_the_screens(monkeypatch):
    """A fault of ours that has the words in its hands."""

    def broken(delivery, *_):
        raise ValueError(f"cannot show {delivery.material} {CANARY}")

    monkeypatch.setattr("handlers.screens.render", broken)


def break_the_journeys(monkeypatch):
    """The same, while an answer is being handled."""

    def broken(talk, event, scene):
        raise ValueError(f"cannot decide on {event.text} {scene} {CANARY}")

    monkeypatch.setattr("journeys.listen.step", broken)


@everywhere
@pytest.mark.asyncio
async def test_no_words_no_token_and_no_key_reach_a_log_or_stand_readable_in_the_database(
    house, log_lines, monkeypatch
):
    noor = await house.answered(f"{CANARY} {CANARY}")
    for text in WORDS:
        await house.says(noor, text)
        await house.wait(hours=1)
    await house.says(noor, "/verder")
    await everything_goes_wrong(house, noor)
    with monkeypatch.context() as patch:
        break_the_screens(patch)
        await house.says(noor, "/antwoorden")
    with monkeypatch.context() as patch:
        break_the_journeys(patch)
        await noor.says(f"Nog een {CANARY}")
        while "was not handled" not in log_lines.getvalue():
            await house.app.progress.heard(0.02)
    await house.settled()
    logged = log_lines.getvalue()
    assert "an update cannot be read and is set aside" in logged  # there was something to tell
    assert "screen not rendered" in logged
    held = house.bytes()
    for secret in (CANARY, CANARY.lower(), TOKEN, TOKEN.split(":")[1], MASTER.hex()):
        assert secret not in logged, secret
        assert secret.encode() not in held, secret
    assert CANARY.encode("utf-16-le") not in held
    assert all(json.loads(line)["event"] for line in logged.splitlines())
    for shown in (house.app, house.app.settings, house.app.world, house.app.api, house.app.world.store):
        assert not any(secret in repr(shown) for secret in (CANARY, TOKEN, MASTER.hex())), type(shown)
