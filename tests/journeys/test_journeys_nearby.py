"""Whoever lives elsewhere reads in a message of care whom to call there."""

import pytest

NOOR = 7001


@pytest.mark.asyncio
async def test_in_despair_a_leader_in_germany_reads_the_german_helpline_first(house):
    await house.joins(NOOR)
    for text in ("/rhythm", "Berlijn"):
        await house.says(NOOR, text)
        if text == "/rhythm":
            await house.taps(NOOR, "zone", "rhythm_now")
    (said,) = await house.says(NOOR, "Ik wil niet meer leven.")
    assert said.index("0800 1110111") < said.index("0800-0113")
    assert "0800 1110111" in (await house.says(NOOR, "/urgent"))[0]
    (reply,) = await house.says(NOOR, "Dank je.")
    assert "/nood" in reply


@pytest.mark.asyncio
async def test_at_home_nothing_is_added(house):
    await house.joins(NOOR)
    (said,) = await house.says(NOOR, "Ik wil niet meer leven.")
    assert "0800-0113" in said
    assert "1110111" not in said
