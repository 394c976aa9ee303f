"""Words at a step, all the way to what is kept: taken back as cheaply as a tap, and nothing kept that was no answer."""

import pytest

from dialogues.effects import Ask
from journeys import acting, scenes
from journeys.stage import Stage
from storage import leaders

NOOR = 7001
CASE, DILEMMA = "IC-12", "P04"
pytestmark = pytest.mark.asyncio
both = pytest.mark.parametrize("language", ["nl", "en"])


async def asked(house, language, kind, item):
    """A newcomer whose first question is skipped, and who is asked this now."""
    await house.joins(NOOR)
    await house.says(NOOR, "/language nl" if language == "nl" else "/language en")
    await house.says(NOOR, "overslaan" if language == "nl" else "skip")
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        talk, scene = await scenes.load(house.world, session, leader, None)
        stage = Stage(house.world, session, scene, f"steps:{item}", talk)
        await acting.carry_out(stage, (Ask(kind, item, "steps", enrolled=True),))
    await house.deliver()


async def kept(house):
    return await house.rows("SELECT part, care, state FROM answer ORDER BY given_at, id")


TOLD = {
    "nl": "Dit is bij ons echt gebeurd, vorige maand, en niemand weet het nog.",
    "en": "This really happened here last month, and nobody knows about it yet.",
}
BACK = {"nl": "nee hoor, vergissing", "en": "oops, it was a mistake"}
REAL = {"nl": "Dit speelt echt bij ons.", "en": "This is really happening here."}
SECOND = {"nl": "toch de tweede", "en": "actually the second"}
SLIP = {"nl": "Was het een vergissing?", "en": "Was it a mistake?"}


@both
async def test_a_story_that_was_no_real_case_goes_back_to_the_case_and_is_kept_hidden(house, language):
    await asked(house, language, "integrity_case", CASE)
    (said,) = await house.says(NOOR, TOLD[language])
    assert SLIP[language] in said
    assert await kept(house) == [("answer", "report", "kept")]
    (again,) = await house.says(NOOR, BACK[language])
    assert "3." in again
    assert await kept(house) == [("answer", "none", "hidden")]
    await house.says(NOOR, SECOND[language])
    assert await house.rows("SELECT count(*) FROM tap WHERE name = 'choice'") == [(1,)]


@both
async def test_a_case_called_real_in_so_many_words_leaves_nothing_behind(house, language):
    await asked(house, language, "integrity_case", CASE)
    (said,) = await house.says(NOOR, REAL[language])
    assert SLIP[language] in said
    await house.says(NOOR, SECOND[language])
    assert await kept(house) == []
    assert await house.rows("SELECT state, stage FROM prompt WHERE item = 'IC-12'") == [("answered", "reflect")]


@both
async def test_a_window_that_closes_on_words_alone_was_answered(house, language):
    await asked(house, language, "paradox", DILEMMA)
    await house.says(NOOR, "Dat hangt ervan af met wie." if language == "nl" else "That depends on whom I am with.")
    assert await house.rows("SELECT asked, state FROM prompt WHERE item = 'P04'") == [("told", "open")]
    await house.wait(days=2)
    assert await house.rows("SELECT asked, state FROM prompt WHERE item = 'P04'") == [("told", "closed")]
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
    assert leader.memory.silences == 0
