"""A kind word to who is silent and the question after an intention never come on one another's heels."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from quiet_house import MONDAY, QuietHouse

from dialogues.asking import rhythm
from dialogues.people import Rhythm
from journeys import due
from storage import enrolments, leaders

DAY = timedelta(days=1)
SILENT = {"silence", "silence_light", "programme_over"}
FIRST = 8000
INTEND = (0, 1, 2, 3, 18, 20, 21, 22)  # the day of each one's intention, so that checks fall around a silent word
USUAL = rhythm.default("standard", "nl", "Europe/Amsterdam", "nl")
RHYTHMS = [USUAL, replace(USUAL, times=USUAL.times[::-1], pulse=False)]
CHATS = range(FIRST, FIRST + len(INTEND))
Spoken = dict[int, list[tuple[str, datetime]]]


async def crowd(house: QuietHouse, chosen: Rhythm) -> None:
    """They begin in the same week, and answer nothing."""
    async with house.world.store.transaction() as session:
        for chat in CHATS:
            leader = await leaders.add(session, chat, "nl", chosen, MONDAY)
            await leaders.keep(session, replace(leader, state="active"))
            at = MONDAY + DAY * chosen.days[0]
            await enrolments.add(session, leader.id, None, "starter_4w", date(2026, 11, 2), 0, 0, at, MONDAY)


async def lived(house: QuietHouse, days: int) -> Spoken:
    """All that speaks by itself, to whom and when; on each day another leader sets an intention."""
    spoken: Spoken = {chat: [] for chat in CHATS}
    for day in range(days):
        end = MONDAY + (day + 1) * DAY
        while (planned := await due.next_due(house.world)) is not None and planned <= end:
            before = len(house.post.sent)
            await house.at(max(planned, house.clock.story))
            for delivery, _, _ in house.post.sent[before:]:
                name = delivery.screen.args.get("kind", delivery.screen.name)
                spoken[delivery.chat].append((name, house.clock.story))
        house.clock.story = end
        if day in INTEND:
            await house.says(FIRST + INTEND.index(day), "/intention Ik vraag eerst door.")
    return spoken


@pytest.mark.asyncio
@pytest.mark.parametrize("chosen", RHYTHMS, ids=["early and late", "late and early"])
async def test_a_check_and_a_word_about_silence_are_a_day_apart_whenever_the_intention_was_made(house, chosen):
    await crowd(house, chosen)
    spoken = await lived(house, 40)
    near = []
    for chat, told in spoken.items():
        checks = [at for name, at in told if name == "intention_check"]
        words = [(name, at) for name, at in told if name in SILENT]
        assert len(checks) == 1, (chat, told)
        assert [name for name, _ in words][-1] == "programme_over", (chat, told)
        assert len(words) == 2, (chat, told)
        near += [(chat, name, at, check) for name, at in words for check in checks if abs(at - check) < DAY]
    assert near == []
