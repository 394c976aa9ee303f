"""The question that is promised to who comes back is the next one that comes, on whatever day and hour that is."""

from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from quiet_house import QuietHouse, quiet_house

from dialogues.asking import phrases, underway
from dialogues.moves.moments import coming
from journeys import scenes
from storage import leaders, prompts

pytestmark = pytest.mark.asyncio
NOOR = 20
AMSTERDAM = "Europe/Amsterdam"
CLOSING = ("pulse", "paradox_revisit")
HOURS = (6, 9, 18)  # in Amsterdam before and after both moments of the usual rhythm
DAYS = range(9, 16)  # Monday to Sunday


def november(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest_asyncio.fixture
async def either(database_url):
    """A house on each of the two databases."""
    async with quiet_house(database_url) as opened:
        yield opened


async def promised(house: QuietHouse) -> datetime | None:
    """When the bot says that the next question comes."""
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        assert leader is not None
        return coming.planned(await scenes.scene_of(house.world, session, leader, None))


async def came(house: QuietHouse) -> list[datetime]:
    """When a question came by itself, oldest first; a pulse is none."""
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        assert leader is not None
        asked = await prompts.between(session, leader.id, november(1, 0), november(1, 0) + timedelta(weeks=9))
    return [one.asked_at for one in asked if underway.programmed(one) and one.kind not in CLOSING]


async def in_english(house: QuietHouse) -> None:
    await house.joins(NOOR)
    await house.says(NOOR, "/language")
    await house.taps(NOOR, "en", "language_choose")


@pytest.mark.parametrize(("away", "words", "back"), [(11, "pause til thursday", 12), (3, "pause until 5 november", 5)])
async def test_a_pause_that_ends_on_a_question_day_is_followed_by_the_question_of_that_day(either, away, words, back):
    await in_english(either)
    await either.until(november(away, 12))
    await either.says(NOOR, words)
    (said,) = await either.until(november(back, 9))
    assert f"Your next question comes Thursday {back} November at 16:30." in said
    await either.wait(hours=12)
    assert (await came(either))[-1] == november(back, 15, 30)


async def test_who_says_to_be_back_on_the_morning_of_a_question_day_gets_the_question_of_that_day(either):
    await in_english(either)
    await either.until(november(11, 9))
    await either.says(NOOR, "pause for two weeks")
    await either.until(november(12, 9, 20))
    said = await either.says(NOOR, "/resume")
    assert "Your next question comes Thursday 12 November at 16:30." in said[-1]
    await either.wait(hours=12)
    assert (await came(either))[-1] == november(12, 15, 30)


async def test_a_pause_that_is_taken_back_on_a_question_day_costs_no_question(house):
    await house.joins(NOOR)
    await house.until(november(12, 9))
    await house.says(NOOR, "/pause tot 1 december")
    await house.taps(NOOR, "undo", "paused")
    await house.wait(hours=12)
    assert (await came(house))[-1] == november(12, 15, 30)


async def test_a_rhythm_that_is_chosen_in_a_pause_has_its_promise_kept(house):
    await house.joins(NOOR)
    await house.until(november(10, 12))
    await house.says(NOOR, "/pause tot donderdag")
    said = (await house.says(NOOR, "/rhythm maandag en donderdag om 17:00"))[-1]
    told = await promised(house)
    await house.until(november(12, 9))
    assert await promised(house) == told, said
    await house.wait(days=14)
    assert next(at for at in await came(house) if at > november(12, 9)) == told


async def test_what_came_due_in_the_pause_is_not_caught_up_with(house):
    await house.joins(NOOR)
    await house.until(november(10, 6))
    await house.says(NOOR, "/pause tot donderdag")
    await house.until(november(12, 9))
    told, before = await promised(house), await came(house)
    await house.wait(days=14)
    assert (await came(house))[len(before)] == told


async def returns(house: QuietHouse, way: str, back: datetime) -> None:
    """Back at that moment, by a command or by a tap; or the pause has ended by itself that morning."""
    await house.until(back - timedelta(days=1))
    await house.says(NOOR, f"/pause tot {back.day if way == 'end' else 20} november")
    await house.until(back)
    if way == "/resume":
        await house.says(NOOR, "/resume")
    if way == "tap":
        await house.taps(NOOR, "undo", "paused")


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("way", "hour"), [*(("/resume", hour) for hour in HOURS), ("tap", 9), ("end", 9)])
async def test_on_every_day_and_hour_of_coming_back_the_promised_question_is_the_next(house, way, hour, day):
    await house.joins(NOOR)
    back = november(day, hour)
    await returns(house, way, back)
    planned = await promised(house)
    await house.wait(days=9)
    at = next(at for at in await came(house) if at > back)
    assert at == planned
    if way != "tap":  # "as usual" names no moment
        told = next(one.screen for one, _, _ in house.post.sent if one.screen.name == "resumed")
        assert told.args.items() >= phrases.timed("moment", at, AMSTERDAM, "nl").items()
