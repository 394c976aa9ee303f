"""Writing in pieces: each is kept and marked as received at once, and one reply comes when all is said."""

from datetime import timedelta

import pytest
import pytest_asyncio
from house import TUESDAY, opened

SECONDS = 6
CRISIS = "Ik wil niet meer leven."


@pytest_asyncio.fixture(params=["sqlite", "postgresql"])
async def house(request, tmp_path):
    url = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    async with opened(url, tmp_path, patience=SECONDS) as opened_house:
        yield opened_house


async def on_tuesday(house):
    """Noor has the first question behind her, and the second in front of her."""
    noor = await house.joined()
    await house.says(noor, "Kort en goed.")
    await house.wait(minutes=30)
    await house.until(TUESDAY)
    return noor, len(await house.heard(noor))


@pytest.mark.asyncio
async def test_three_messages_are_one_answer_with_one_reply(house):
    noor, count = await on_tuesday(house)
    for piece in ("Gisteren liep het overleg vast", "en ik zei weer niets", "terwijl ik het wel zag aankomen"):
        await house.says(noor, piece)
        await house.wait(seconds=3)
    assert len(await house.heard(noor)) == count
    await house.wait(seconds=3)
    assert len(await house.heard(noor)) == count + 1
    assert house.rows("SELECT count(*) FROM answer WHERE part = 'answer'")[0][0] >= 3


@pytest.mark.asyncio
async def test_each_message_gets_a_quiet_receipt_at_once(house):
    noor, _ = await on_tuesday(house)
    number = await house.says(noor, "Gisteren liep het overleg vast")
    assert await noor.reaction(number) == "✍"


@pytest.mark.asyncio
async def test_words_of_despair_do_not_wait_for_silence(house):
    noor, count = await on_tuesday(house)
    await house.says(noor, "Gisteren liep het overleg vast")
    await house.says(noor, CRISIS)
    heard = await house.heard(noor)
    assert len(heard) == count + 1
    assert "113" in heard[-1].text
    await house.wait(minutes=1)
    assert len(await house.heard(noor)) == count + 1


@pytest.mark.asyncio
async def test_a_day_without_more_words_brings_no_reminder(house):
    noor, count = await on_tuesday(house)
    await house.says(noor, "Rustig gebleven")
    await house.wait(seconds=SECONDS)
    await house.until(TUESDAY + timedelta(hours=40))
    assert len(await house.heard(noor)) == count + 1
