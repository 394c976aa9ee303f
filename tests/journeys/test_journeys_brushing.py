"""Brush-offs in the chat: what is said to them, and that nothing of them is kept."""

import pytest
from quiet_house import quiet_house

NOOR = 7001
TOLD = [
    ("sorry, druk", "Wanneer schikt het beter?"),
    ("heb ik je al verteld toch", "Dan hoef je het niet nog eens te vertellen"),
    ("nvt", "Dan past deze niet bij je"),
    ("hoe lang duurt dit nog", "Eén vraag per keer"),
    ("can't right now sorry, swamped", "Wanneer schikt het beter?"),
]


@pytest.mark.parametrize(("words", "told"), TOLD)
@pytest.mark.asyncio
async def test_a_brush_off_is_met_kindly_and_nothing_of_it_stays(database_url, words, told):
    async with quiet_house(database_url) as home:
        await home.joins(NOOR)
        await home.says(NOOR, "/question")
        *_, reply = await home.says(NOOR, words)
        assert reply.startswith(told)
        await home.wait(days=1, minutes=1)  # what puts off is held so long, in case it was the answer
        assert await home.rows("SELECT count(*) FROM answer") == [(0,)]


@pytest.mark.asyncio
async def test_a_skip_that_is_said_twice_is_met_with_when_the_next_question_comes(database_url):
    async with quiet_house(database_url) as home:
        await home.joins(NOOR)
        await home.says(NOOR, "/question")
        await home.says(NOOR, "overslaan")
        *_, reply = await home.says(NOOR, "overslaan")
        assert reply.startswith("Die vraag is al overgeslagen.")
