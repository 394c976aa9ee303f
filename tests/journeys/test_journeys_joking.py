"""Words that sounded heavy and were a joke are an answer again, and what goes on with them is no loose thought."""

from datetime import timedelta

import pytest
from quiet_house import quiet_house

from dialogues.library import library

NOOR = 7001
HEAVY, LIGHT = "ik ging er compleet aan onderdoor", "grapje, viel mee, maar ik zei niks"


@pytest.mark.asyncio
async def test_a_joke_right_after_the_message_about_strain_joins_the_answer_and_the_question_goes_on(database_url):
    async with quiet_house(database_url, patience=timedelta(seconds=6)) as home:
        await home.joins(NOOR)
        strain = library().safety["severe_strain"].message.text.nl
        assert (await home.says(NOOR, HEAVY))[0].split("\n")[0] == strain.split("\n")[0]
        await home.says(NOOR, LIGHT)
        before = len(home.post.sent)
        await home.wait(seconds=7)
        assert len(home.post.sent) > before
        assert await home.rows("SELECT part, care FROM answer ORDER BY given_at, id") == [("answer", "none")] * 2
        await home.says(NOOR, "/answers")
        assert [line["text"] for line in home.post.sent[-1][0].material["lines"]] == [f"{HEAVY}\n{LIGHT}"]
