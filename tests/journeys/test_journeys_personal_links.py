"""A personal link: who used it is in, and whoever runs the group cannot learn in their own chat whether it was used."""

from dataclasses import replace
from datetime import timedelta

import pytest
from office import COLLEAGUE, LOOKER, OWNER

from dialogues.library import library
from journeys.console import cohorts, people
from journeys.guide import NewCohort
from journeys.tokens import digest
from storage import invites

pytestmark = pytest.mark.asyncio
TOKENS = tuple(f"{name:-<24}" for name in ("used", "unused", "revoked", "other"))
USED, UNUSED, REVOKED, OTHER = TOKENS


def text(name):
    return library().messages[name].text.nl


async def circle(office):
    """A group with four personal links, of which leader 20 used the first; its owner and number."""
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NewCohort("Voorjaar", "core_12w"))
    now = office.clock.machine
    async with office.bot.world.store.transaction() as session:
        for token in TOKENS:
            known = invites.Made(owner.member, "personal")
            await invites.add(session, made.id, digest(token), now + timedelta(days=14), 1, now, known)
        third = sorted(one.id for one in await invites.of(session, made.id))[2]
        await invites.revoke(session, made.id, now, third)
    await office.bot.joins(20, USED)
    return owner, made.id


async def test_who_used_it_hears_that_they_take_part_as_long_as_they_do(office):
    await circle(office)
    for _ in range(12):
        (told,) = await office.bot.starts(20, USED)
        assert told.startswith("Je doet al mee: ")
    office.clock.machine += timedelta(days=30)
    (told,) = await office.bot.starts(20, USED)
    assert told.startswith("Je doet al mee: ")


async def test_who_had_stopped_comes_back_by_their_own_link(office):
    await circle(office)
    await office.bot.says(20, "/stop")
    await office.bot.taps(20, "stop", "stop_confirm")
    told = await office.bot.starts(20, USED)
    assert told != [text("invite_refused")]
    assert await office.bot.rows("SELECT state FROM leader WHERE chat = 20") == [("active",)]


async def test_who_left_the_group_needs_another_link(office):
    await circle(office)
    await office.bot.says(20, "/groups")
    await office.bot.taps(20, "leave", "groups")
    await office.bot.taps(20, "leave", "group_leave")
    assert await office.bot.starts(20, USED) == [text("invite_refused")]


async def test_a_stranger_hears_the_same_about_every_link_that_does_not_open(office):
    await circle(office)
    heard = [await office.bot.starts(30, token) for token in (REVOKED, "x" * 24)]
    office.clock.machine += timedelta(days=15)
    heard += [await office.bot.starts(30, token) for token in (USED, UNUSED)]
    assert heard == [[text("invite_refused")]] * 4


async def test_a_used_and_an_unused_link_are_the_same_up_to_the_consent(office):
    await circle(office)
    before = await office.bot.rows("SELECT id, uses FROM invite ORDER BY id")
    heard = []
    for chat, token in ((30, USED), (31, UNUSED)):
        for _ in range(12):
            told = await office.bot.starts(chat, token)
        told += await office.bot.taps(chat, "nl", "language")
        told += await office.bot.starts(chat, token)
        told += await office.bot.taps(chat, "more", "consent")
        heard.append(told)
    assert heard[0] == heard[1]
    assert any("Voorjaar" in one for one in heard[0])
    assert await office.bot.rows("SELECT id, uses FROM invite ORDER BY id") == before


async def test_who_says_yes_by_a_used_link_hears_it_kindly_and_goes_on_without_the_group(office):
    await circle(office)
    await office.bot.starts(30, USED)
    await office.bot.taps(30, "nl", "language")
    told = await office.bot.taps(30, "agree", "consent")
    assert text("invite_gone") in told
    assert await office.bot.rows("SELECT cohort FROM enrolment JOIN leader ON leader.id = leader WHERE chat = 30") == [
        (None,)
    ]


async def test_asking_whether_a_link_was_used_uses_it_up(office):
    await circle(office)
    await office.bot.joins(30, UNUSED)
    await office.bot.starts(31, UNUSED)
    await office.bot.taps(31, "nl", "language")
    assert text("invite_gone") in await office.bot.taps(31, "agree", "consent")


async def test_behind_a_closed_door_a_used_link_brings_nobody_in(office):
    await circle(office)
    office.bot.world = replace(office.bot.world, open_door=False)
    await office.bot.starts(30, USED)
    await office.bot.taps(30, "nl", "language")
    assert await office.bot.taps(30, "agree", "consent") == [text("invite_refused")]
    assert await office.bot.rows("SELECT id FROM leader WHERE chat = 30") == []


async def test_a_leader_can_try_used_links_ten_times_an_hour_and_no_more(office):
    await circle(office)
    await office.bot.joins(30)
    for _ in range(10):
        assert await office.bot.starts(30, USED) == [text("invite_refused")]
    assert await office.bot.starts(30, USED) == [text("invite_tries")]


async def test_whoever_runs_the_group_hears_the_same_about_every_link_of_it(office):
    owner, number = await circle(office)
    await office.bot.starts(COLLEAGUE, await people.invite(office.console, owner, "facilitator", number))
    await office.bot.joins(OWNER)
    before = await office.bot.rows("SELECT id, uses FROM invite ORDER BY id")
    for chat in (OWNER, COLLEAGUE):
        heard = [await office.bot.starts(chat, token) for token in (USED, UNUSED, REVOKED)]
        office.clock.machine += timedelta(days=15)
        heard.append(await office.bot.starts(chat, UNUSED))
        assert heard == [[text("invite_yours")]] * 4
    assert await office.bot.rows("SELECT id, uses FROM invite ORDER BY id") == before


async def test_whoever_only_looks_on_may_take_part_by_a_personal_link(office):
    owner, _ = await circle(office)
    await office.bot.starts(LOOKER, await people.invite(office.console, owner, "observer"))
    await office.bot.joins(LOOKER, OTHER)
    assert await office.bot.rows("SELECT sum(uses) FROM invite") == [(2,)]
