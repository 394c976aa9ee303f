"""In a chat: while it is open what heavy words meant, nothing routine is sent; a day later one gentle word comes."""

from datetime import timedelta

import pytest
from quiet_house import MONDAY, QuietHouse

NOOR = 7001
UNCLEAR = "Ik kan niet meer."


async def screens_until(house: QuietHouse, **length: float) -> list[str]:
    before = len(house.post.sent)
    await house.wait(**length)
    return [delivery.screen.name for delivery, _, _ in house.post.sent[before:]]


@pytest.mark.parametrize("days", range(0, 28, 4))
@pytest.mark.asyncio
async def test_whatever_day_it_is_nothing_but_the_gentle_word_comes_in_three_days(house, days):
    await house.joins(NOOR)
    await house.says(NOOR, "Ik ga morgen mijn collega aanspreken op haar toon.")
    await house.until(MONDAY + timedelta(days=days, hours=1))
    await house.says(NOOR, UNCLEAR)
    assert await screens_until(house, hours=71) == ["check_return"]
    assert await screens_until(house, days=14)  # and then it goes on


@pytest.mark.asyncio
async def test_late_words_answer_the_check_and_not_a_question(house):
    await house.joins(NOOR)
    await house.says(NOOR, UNCLEAR)
    await house.wait(hours=60)
    assert "dan begrijp ik je" in (await house.says(NOOR, "het gaat over mijn werk, rustig maar"))[0]
    assert len(await house.rows("SELECT id FROM answer")) == 1


@pytest.mark.asyncio
async def test_a_pause_that_ends_meanwhile_is_told_when_the_check_is_over(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/pause morgen")
    await house.says(NOOR, UNCLEAR)
    assert await screens_until(house, hours=71) == ["check_return"]
    assert "resumed" in await screens_until(house, days=1)
