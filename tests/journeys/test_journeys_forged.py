"""Forged and replayed buttons at the level of the journeys: whatever is pressed, nobody else is touched."""

import random

import pytest

from dialogues.events import Pressed, data, pressed
from dialogues.library import library
from journeys import listen

ANNA, BRAM = 7001, 7002
GROUPS = sorted({*library().messages, *library().safety, "value", "tap", "case_other", "dilemma_stop", "unknown"})
VALUES = sorted(
    {button.id for message in library().messages.values() for button in message.buttons}
    | {button.id for category in library().safety.values() for button in category.message.buttons}
    | {"1", "4", "7", "mood.3", "energy.5", "skip", "0", "²", "99999999999999999999", "a.b", "", "{x}", "é"}
)
THEIRS = ("answer", "prompt", "intention", "tap", "talk", "enrolment", "summary", "consent", "errand", "leader", "tap")


async def belongings(house, chat):
    """Every row that is somebody's."""
    ((leader,),) = await house.rows(f"SELECT id FROM leader WHERE chat = {chat}")
    found = []
    for table in THEIRS:
        owner = "id" if table == "leader" else "leader"
        found.append(await house.rows(f"SELECT * FROM {table} WHERE {owner} = {leader}"))
    return found


async def numbers_of(house, chat):
    """Every id that a button about somebody could carry."""
    ((leader,),) = await house.rows(f"SELECT id FROM leader WHERE chat = {chat}")
    found = [leader]
    for table in ("prompt", "answer", "intention", "summary", "errand", "tap"):
        found += [number for (number,) in await house.rows(f"SELECT id FROM {table} WHERE leader = {leader}")]
    return found


async def lived(house):
    """Two leaders with a past, so that there is something to take."""
    for chat in (ANNA, BRAM):
        await house.joins(chat)
        await house.says(chat, "Ik liet de stilte duren en dat was nieuw. Ik neem me voor het vaker te doen.")
        await house.says(chat, "/intention Eerst luisteren")
        await house.wait(minutes=30)
        await house.says(chat, "/dilemma")
        await house.taps(chat, "3", "value")
        await house.says(chat, "Omdat het haast had.")
        await house.wait(hours=3)
        await house.says(chat, "Zomaar een gedachte die nergens bij hoort.")
        await house.says(chat, "/lookback")


def mutated(dice, text):
    """A press with a few characters changed, at most 64 bytes."""
    signs = list(text)
    for _ in range(dice.randint(1, 3)):
        place = dice.randrange(len(signs) + 1)
        match dice.choice("idr"):
            case "i":
                signs.insert(place, dice.choice("0123456789abcdef:.²é\x00 "))
            case "d" if signs:
                signs.pop(min(place, len(signs) - 1))
            case _ if signs:
                signs[min(place, len(signs) - 1)] = dice.choice("0123456789abcdef:.")
    return "".join(signs).encode()[:64].decode(errors="ignore")


@pytest.mark.walk
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.asyncio
async def test_no_forged_press_of_anna_touches_bram(house, seed):
    await lived(house)
    dice, before = random.Random(seed), len(house.post.sent)
    bram, numbers = await belongings(house, BRAM), await numbers_of(house, BRAM)
    own = await numbers_of(house, ANNA)
    real = [key.data for place in range(len(house.post.sent)) for key in house.buttons(place)]
    for turn in range(500):
        number = dice.choice([0, 1, 2**62, *numbers, *numbers, *own])
        text = data(dice.choice(GROUPS), number, dice.choice(VALUES))
        if turn % 3 == 0:
            text = mutated(dice, dice.choice(real))
        event = pressed(text, dice.choice([1, 7, 1000, 2**40])) or Pressed("unknown", 0, "unknown", 1)
        if (event.group, event.value) in {("delete_confirm", "delete"), ("integrity_report", "delete")}:
            continue  # Anna may erase what is hers
        await listen.hear(house.world, ANNA, event, await house.update())
        if turn % 20 == 0:
            await house.deliver()
    await house.deliver()
    assert await belongings(house, BRAM) == bram
    assert await house.rows("SELECT count(*) FROM outbox WHERE state NOT IN ('sent', 'cancelled')") == [(0,)]
    assert all(delivery.chat == ANNA for delivery, _, _ in house.post.sent[before:])


@pytest.mark.asyncio
async def test_every_real_button_pressed_twice_has_its_effect_once(house):
    await lived(house)
    real = {key.data for place in range(len(house.post.sent)) for key in house.buttons(place)}
    real -= {data("delete_confirm", 0, "delete")}
    for text in sorted(real):
        event = pressed(text, 1001)
        await house.hears(ANNA, event)
        once = await house.rows("SELECT count(*) FROM answer"), await house.rows("SELECT count(*) FROM intention")
        taps = await house.rows("SELECT prompt, name FROM tap ORDER BY id")
        await house.hears(ANNA, event)
        twice = await house.rows("SELECT count(*) FROM answer"), await house.rows("SELECT count(*) FROM intention")
        assert once == twice, text
        assert taps == await house.rows("SELECT prompt, name FROM tap ORDER BY id")
    assert len(await house.rows("SELECT id FROM leader")) == 2
