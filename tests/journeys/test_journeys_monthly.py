"""One question a month stays what a leader chose, through stopping and coming back, until they begin a programme."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from quiet_house import QuietHouse

from dialogues.events import Pressed
from storage import enrolments, errands, leaders

NOOR = 7001
PLANNED = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)


async def once_a_month(house: QuietHouse) -> None:
    """Noor has been through a programme and wanted one question a month after it."""
    await house.joins(NOOR)
    async with house.world.store.transaction() as session:
        noor = await leaders.by_chat(session, NOOR)
        (running,) = await enrolments.running_of(session, noor.id)
        await enrolments.keep(session, replace(running, state="ended", next_due_at=None))
        await errands.plan(session, noor.id, "monthly", "monthly:0", PLANNED)


async def stops(house: QuietHouse) -> None:
    await house.says(NOOR, "/stop")
    await house.taps(NOOR, "stop", "stop_confirm")


async def running(house: QuietHouse) -> list:
    return await house.rows("SELECT programme FROM enrolment WHERE state = 'active'")


@pytest.mark.asyncio
@pytest.mark.parametrize("back", ["start", "resume"])
async def test_who_stops_and_comes_back_has_one_question_a_month_as_before(house, back):
    await once_a_month(house)
    await stops(house)
    said = await (house.starts(NOOR) if back == "start" else house.says(NOOR, "/resume"))
    assert len(said) == 1
    assert "weer één vraag per maand; de volgende komt dinsdag 17 november om 8:30" in said[0]
    assert await running(house) == []
    asked = await house.until(PLANNED)
    assert len(asked) == 1
    assert len(await house.until(datetime(2026, 12, 16, 12, tzinfo=UTC))) > 0
    assert await house.rows("SELECT count(*) FROM prompt WHERE slot LIKE 'own:%'") == [(2,)]


@pytest.mark.asyncio
async def test_nothing_is_asked_of_who_stopped_and_the_month_after_they_return_is_an_ordinary_one(house):
    await once_a_month(house)
    await stops(house)
    assert await house.until(datetime(2026, 12, 10, 12, tzinfo=UTC)) == []
    (said,) = await house.starts(NOOR)
    assert "dinsdag 15 december om 8:30" in said


@pytest.mark.asyncio
async def test_a_new_programme_takes_the_place_of_one_question_a_month(house):
    await once_a_month(house)
    await house.hears(NOOR, Pressed("programme_next", 0, "core_12w", 999))
    assert await running(house) == [("core_12w",)]
    assert await house.rows("SELECT state FROM errand WHERE kind = 'monthly'") == [("cancelled",)]
    await stops(house)
    await house.starts(NOOR)
    assert await running(house) == [("core_12w",)], "back into what was left"
    assert await house.rows("SELECT state FROM errand WHERE kind = 'monthly'") == [("cancelled",)]
