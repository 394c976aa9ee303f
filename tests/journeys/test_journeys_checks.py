"""The question after an intention is on time, whatever else is asked in those days and whoever is silent."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from quiet_house import MONDAY, QuietHouse

from dialogues.asking import moments, rhythm
from dialogues.people import Rhythm
from journeys import due
from storage import enrolments, leaders

DAY = timedelta(days=1)
FIRST = 8100
INTEND = (0, 1, 2, 3, 4, 8, 10, 14, 20)  # the day of each one's intention
USUAL = rhythm.default("standard", "nl", "Europe/Amsterdam", "nl")
ON_TIME = range(moments.CHECK_AFTER[0], moments.CHECK_AFTER[1] + 1)


def of(days: tuple[int, ...], hour: int) -> Rhythm:
    return replace(USUAL, days=days, times=(time(hour),) * len(days))


RHYTHMS = {
    "usual": USUAL,
    "light": rhythm.default("light", "nl", "Europe/Amsterdam", "nl"),
    "late": of((1, 3), 17),
    "every day": of((0, 1, 2, 3, 4), 9),
    "every day late": of((0, 1, 2, 3, 4), 17),
}


async def joined(house: QuietHouse, chosen: Rhythm) -> None:
    async with house.world.store.transaction() as session:
        for chat in range(FIRST, FIRST + len(INTEND)):
            leader = await leaders.add(session, chat, "nl", chosen, MONDAY)
            await leaders.keep(session, replace(leader, state="active"))
            at = moments.instant(MONDAY.date() + DAY * chosen.days[0], chosen.times[0], chosen.zone)
            await enrolments.add(session, leader.id, None, "starter_4w", date(2026, 11, 2), 0, 0, at, MONDAY)


async def lived(house: QuietHouse, days: int) -> dict[int, list[int]]:
    """How many days after each intention it was asked about; nobody answers anything."""
    zone, asked = USUAL.zone, dict[int, list[int]]()
    for day in range(days):
        end = MONDAY + (day + 1) * DAY
        while (planned := await due.next_due(house.world)) is not None and planned <= end:
            before = len(house.post.sent)
            await house.at(max(planned, house.clock.story))
            for delivery, _, _ in house.post.sent[before:]:
                if delivery.screen.args.get("kind") == "intention_check":
                    made = moments.local(MONDAY + (INTEND[delivery.chat - FIRST] + 1) * DAY, zone).date()
                    after = moments.local(house.clock.story, zone).date() - made
                    asked.setdefault(delivery.chat, []).append(after.days)
        house.clock.story = end
        if day in INTEND:
            await house.says(FIRST + INTEND.index(day), "/intention Ik vraag eerst door.")
    return asked


@pytest.mark.asyncio
@pytest.mark.parametrize("name", RHYTHMS)
async def test_what_came_of_an_intention_is_asked_once_and_seven_to_ten_days_after(house, name):
    await joined(house, RHYTHMS[name])
    asked = await lived(house, max(INTEND) + 16)
    assert [len(asked.get(FIRST + number, ())) for number in range(len(INTEND))] == [1] * len(INTEND), asked
    late = {chat: after for chat, after in asked.items() if after[0] not in ON_TIME}
    assert late == {}
