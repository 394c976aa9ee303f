"""In a chat: a yes or a no to the question whether to stop or to delete everything is taken as one, and not kept."""

import pytest
from quiet_house import QuietHouse

from storage import answers, leaders
from storage.answers import Which

NOOR = 7001


async def kept(house: QuietHouse) -> list[str]:
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        assert leader is not None
        return [answer.text for answer in await answers.page(session, leader.id, Which())]


async def state(house: QuietHouse) -> str:
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        return leader.state if leader else ""


@pytest.mark.asyncio
async def test_a_yes_under_the_stop_screen_stops(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/stop")
    await house.says(NOOR, "ja")
    assert (await state(house), await kept(house)) == ("stopped", [])


@pytest.mark.asyncio
async def test_a_no_under_the_stop_screen_leaves_the_question_for_an_answer(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/stop")
    await house.says(NOOR, "nee")
    assert (await state(house), await kept(house)) == ("active", [])
    await house.says(NOOR, "Ik sprak haar aan.")
    assert await kept(house) == ["Ik sprak haar aan."]


@pytest.mark.asyncio
async def test_a_yes_under_the_delete_screen_leaves_nothing(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/delete")
    await house.says(NOOR, "ja")
    assert await state(house) == ""


@pytest.mark.asyncio
async def test_a_yes_after_another_message_stops_nothing(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/stop")
    await house.says(NOOR, "/help")
    await house.says(NOOR, "ja")
    assert await state(house) == "active"


@pytest.mark.asyncio
async def test_who_said_no_in_english_and_writes_again_reads_english_first(house):
    for words, first in (("I would like to take part after all", "Welcome!"), ("Ik wil toch graag meedoen", "Welkom!")):
        await house.starts(NOOR)
        await house.taps(NOOR, "en", "language")
        await house.says(NOOR, "no")
        assert (await house.says(NOOR, words))[0].startswith(first)
        await house.says(NOOR, "/stop")
