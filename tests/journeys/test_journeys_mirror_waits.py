"""Whoever may share a mirror hears that one waits: once, by day, in their language, if it shows something."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from group import BEGIN, DAY, Group, group
from quiet_house import QuietHouse
from test_journeys_releases import tick

from journeys.console import announcing, releases
from journeys.console.who import Role, Who
from storage import leaders, members, orders, roles
from storage import releases as kept

pytestmark = pytest.mark.asyncio
ZONE = ZoneInfo("Europe/Amsterdam")
NIGHT = datetime(2026, 11, 1, 0, 5, tzinfo=ZONE)  # the night to a Sunday, just after October
MORNING = datetime(2026, 11, 2, 9, 0, tzinfo=ZONE)
HOUR = timedelta(hours=1)
OWNER, COLLEAGUE, LOOKER = 7, 8, 9  # chats


async def lived(store, people: int = 15) -> tuple[QuietHouse, Group]:
    """October of a group, in which everybody answers."""
    made = await group(store)
    made.world = replace(made.world, console_url="https://console.example")
    await made.joins(people)
    for number, leader in enumerate(made.people):
        for week in (1, 2, 3):
            sent = BEGIN + week * 7 * DAY + DAY
            prompt = await made.asked(leader, sent, "P01", kind="paradox", slot=f"w{week}")
            await made.tapped(leader, prompt, 2 + 4 * (number % 2), sent)
            await made.wrote(leader, prompt, sent)
    home = made.cohort.organisation
    await serves(made, OWNER, Role("owner", home))
    await serves(made, COLLEAGUE, Role("facilitator", home, made.cohort.id), Role("facilitator", home), language="en")
    await serves(made, LOOKER, Role("observer", home))
    return QuietHouse(made.world, made.clock), made


async def serves(made: Group, chat: int, *held: Role, language: str = "nl") -> None:
    async with made.world.store.transaction() as session:
        member = await members.add(session, chat, language, BEGIN)
        for one in held:
            await roles.give(session, roles.new(member.id, one.organisation, one.cohort, one.kind), None, BEGIN)


async def comes(house: QuietHouse, made: Group, moment: datetime) -> list[tuple[int, str]]:
    """What is said at this moment, and to whom."""
    before = len(house.post.sent)
    for _ in range(2):  # what a tick finds is carried out by the next
        await tick(made, moment)
    await house.deliver()
    return [(one.chat, text) for one, _, text in house.post.sent[before:]]


async def test_whoever_may_share_it_hears_of_a_mirror_in_the_morning_and_once(store):
    house, made = await lived(store)
    assert await comes(house, made, NIGHT) == []
    assert await comes(house, made, NIGHT + DAY / 2) == [], "it is a Sunday"
    told = dict(await comes(house, made, MORNING))
    assert set(told) == {OWNER, COLLEAGUE}
    assert told[OWNER].startswith("De spiegel van je groep Voorjaar over oktober 2026 is klaar.")
    assert told[COLLEAGUE].startswith("The mirror of your group Voorjaar for October 2026 is ready.")
    assert "/console" in told[OWNER]
    assert await comes(house, made, MORNING + DAY) == []


async def test_nobody_hears_of_a_mirror_in_which_nothing_can_be_shown(store):
    house, made = await lived(store, people=4)
    await tick(made, NIGHT)
    assert len(await made.rows("SELECT id FROM release WHERE kind = 'mirror'")) == 1
    assert await comes(house, made, MORNING) == []


async def test_what_was_shared_already_is_not_announced_nor_told_to_whose_role_ended(store):
    house, made = await lived(store)
    await tick(made, NIGHT)
    async with made.world.store.transaction() as session:
        held = await roles.within(session, made.cohort.organisation)
        for one in held:
            if one.role.kind == "facilitator":
                await roles.end(session, one.role.id, NIGHT)
        owner = next(one.role.member for one in held if one.role.kind == "owner")
    who = Who(owner, "", "nl", (Role("owner", made.cohort.organisation),))
    (mirror,) = await releases.mirrors(made.world, who, made.cohort.id)
    await releases.publish(made.world, who, made.cohort.id, mirror.id)
    assert [chat for chat, text in await comes(house, made, MORNING) if "klaar" in text or "ready" in text] == []


async def test_a_message_that_waits_to_be_sent_falls_away_once_the_mirror_is_shared(store):
    house, made = await lived(store)
    await tick(made, NIGHT)
    await tick(made, MORNING)
    async with made.world.store.transaction() as session:
        (mirror,) = await kept.of(session, made.cohort.id, "mirror")
        await kept.publish(session, mirror.id, None, MORNING)
    await house.deliver()
    assert house.post.sent == []


async def test_who_takes_part_as_well_hears_it_in_the_hours_and_the_language_that_they_chose(store):
    house, made = await lived(store)
    made.chats = OWNER - len(made.people)  # so that the next to join writes in the owner's chat
    await made.joins(1)
    async with made.world.store.transaction() as session:
        mine = await leaders.by_chat(session, OWNER)
        late = replace(mine.rhythm, quiet=(time(21), time(10)))
        await leaders.keep(session, replace(mine, language="en", rhythm=late))
    assert await comes(house, made, NIGHT) == []
    assert OWNER not in dict(await comes(house, made, MORNING))
    assert dict(await comes(house, made, MORNING + HOUR))[OWNER].startswith("The mirror of your group Voorjaar")


@pytest.mark.parametrize("alone", [{"organisation": None}, {}])
async def test_a_group_of_no_organisation_has_nobody_to_tell_and_without_a_console_there_is_nothing_to_look_at(
    store, alone
):
    made, days = await group(store), (BEGIN.date(), BEGIN.date())
    await serves(made, OWNER, Role("owner", made.cohort.organisation))
    world = replace(made.world, console_url="https://console.example" if alone else "")
    async with made.world.store.transaction() as session:
        await kept.keep(session, made.cohort.id, "mirror", days, "{}", BEGIN)
        await announcing.plan(world, session, replace(made.cohort, **alone), days)
        assert await orders.newest(session, made.cohort.id, announcing.ORDER) is None
