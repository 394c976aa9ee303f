"""A mirror that was shared arrives in the chat of everybody in the group, at a moment when they may be spoken to."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from office import OWNER
from quiet_house import MONDAY

from journeys.console import cohorts, invitations, releases
from journeys.guide import NewCohort
from storage import leaders
from storage import releases as kept
from summaries.cohort.facts import Mirror, Spread, as_json
from summaries.cohort.safely import Share

pytestmark = pytest.mark.asyncio
THREE = (Share(0, 3), Share(1, 3), Share(2, 3))
TOLD = Mirror(
    date(2026, 10, 1), date(2026, 10, 31), 15, (Spread("P01", THREE), Spread("P02", ())), Spread("energy", THREE),
    (("sensemaking", Share(1, 3)),),
)  # fmt: skip
EVENING = datetime(2026, 11, 2, 21, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


async def shared(office, *chats):
    """A group of these people, whose mirror has just been shared."""
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NewCohort("Voorjaar", "core_12w"))
    token = await invitations.for_group(office.console, owner, made.id, invitations.Limits(timedelta(days=30), 50))
    for chat in chats:
        await office.bot.joins(chat, token)
    async with office.console.store.transaction() as session:
        await kept.keep(session, made.id, "mirror", (TOLD.first, TOLD.last), as_json(TOLD), MONDAY)
    (mirror,) = await releases.mirrors(office.console, owner, made.id)
    await releases.publish(office.console, owner, made.id, mirror.id)


def mirrors(office, chat):
    sent = office.bot.post.sent
    return [text for delivery, _, text in sent if delivery.chat == chat and delivery.screen.name == "group_mirror"]


async def test_everybody_gets_it_as_text_in_parts_of_the_group(office):
    await shared(office, 20, 21)
    await office.bot.wait(hours=6)
    (said,) = mirrors(office, 20)
    assert mirrors(office, 21) == [said]
    assert said.startswith("De spiegel van jullie groep Voorjaar over oktober 2026.")
    assert "Ertussenin: 30–70 %" in said
    assert "Laag (1–2): 0–40 %" in said
    assert said.endswith(": 30–70 %")
    assert mirrors(office, OWNER) == []


async def test_it_waits_for_the_morning_and_comes_once(office):
    office.bot.clock.story = EVENING
    await shared(office, 20)
    await office.bot.wait(hours=1)
    assert mirrors(office, 20) == []
    await office.bot.wait(hours=36)
    await office.bot.wait(days=3)
    assert len(mirrors(office, 20)) == 1


async def test_who_pauses_gets_it_once_they_are_back_and_who_stopped_does_not(office):
    await shared(office, 20, 21, 22)
    async with office.bot.world.store.transaction() as session:
        for chat, change in (
            (20, {"state": "paused", "until": MONDAY + timedelta(days=3)}),
            (21, {"state": "stopped"}),
        ):
            found = await leaders.by_chat(session, chat)
            await leaders.keep(session, replace(found, **change))
    await office.bot.wait(days=2)
    assert [len(mirrors(office, chat)) for chat in (20, 21, 22)] == [0, 0, 1]
    async with office.bot.world.store.transaction() as session:
        found = await leaders.by_chat(session, 20)
        await leaders.keep(session, replace(found, state="active", until=None))
    await office.bot.wait(days=7)
    assert [len(mirrors(office, chat)) for chat in (20, 21, 22)] == [1, 0, 1]


async def test_who_stops_after_the_order_gets_nothing(office):
    await shared(office, 20)
    await office.bot.at(MONDAY + timedelta(minutes=1))
    async with office.bot.world.store.transaction() as session:
        found = await leaders.by_chat(session, 20)
        await leaders.keep(session, replace(found, state="stopped"))
    await office.bot.wait(days=2)
    assert mirrors(office, 20) == []
