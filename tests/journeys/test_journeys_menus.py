"""The command menu follows the language that is chosen here, and who runs groups."""

from dataclasses import replace
from datetime import date

import pytest

from journeys import guide, join, menus
from storage.faults import StorageUnavailable

CHAT = 7001


@pytest.mark.asyncio
async def test_a_leader_who_changes_language_gets_the_menu_in_that_language(house):
    await house.joins(CHAT)
    assert house.post.menus == {}  # the menu of the app's own language will do
    await house.says(CHAT, "/language")
    await house.taps(CHAT, "en", "language_choose")
    assert {"question", "delete"} <= set(house.post.menus[CHAT])
    await house.says(CHAT, "/language")
    await house.taps(CHAT, "nl", "language_choose")
    assert {"vraag", "wissen"} <= set(house.post.menus[CHAT])
    assert "groep" not in house.post.menus[CHAT]


@pytest.mark.asyncio
async def test_a_language_that_is_chosen_again_changes_no_menu(house):
    await house.joins(CHAT)
    await house.says(CHAT, "/language")
    await house.taps(CHAT, "nl", "language_choose")
    assert house.post.menus == {}


@pytest.mark.asyncio
async def test_a_facilitator_finds_the_command_for_cohorts_from_the_yes_on(house):
    house.world = replace(house.world, facilitators=frozenset({CHAT, CHAT + 1}))
    assert await menus.of_facilitators(house.world) == {}
    await house.joins(CHAT)
    assert house.post.menus[CHAT][-1] == "groep"
    assert await menus.of_facilitators(house.world) == {CHAT: "nl"}


@pytest.mark.asyncio
async def test_the_menu_follows_the_role_at_the_next_touch(house):
    await house.joins(CHAT)
    usual = house.world
    house.world = replace(usual, facilitators=frozenset({CHAT}))
    await house.says(CHAT, "/help")
    assert house.post.menus.pop(CHAT)[-1] == "groep"
    await house.says(CHAT, "/help")
    assert house.post.menus == {}, "once is enough"
    house.world = usual
    await house.says(CHAT, "Hallo")
    assert "groep" not in house.post.menus.pop(CHAT)
    await house.says(CHAT, "/help")
    assert house.post.menus == {}


@pytest.mark.asyncio
async def test_a_facilitator_who_saw_the_menu_at_the_start_only_loses_it_at_the_next_touch(house):
    await house.joins(CHAT)
    assert await menus.of_facilitators(replace(house.world, facilitators=frozenset({CHAT}))) == {CHAT: "nl"}
    await house.says(CHAT, "/help")
    assert "groep" not in house.post.menus[CHAT]


@pytest.mark.asyncio
async def test_who_leaves_for_good_gets_no_menu(house):
    await house.joins(CHAT)
    house.world = replace(house.world, facilitators=frozenset({CHAT}))
    await house.taps(CHAT, "later", "prompt_buttons")
    house.post.menus.clear()
    house.world = replace(house.world, facilitators=frozenset())
    await house.says(CHAT, "/delete")
    house.post.menus.clear()
    house.world = replace(house.world, facilitators=frozenset({CHAT}))
    await house.taps(CHAT, "delete", "delete_confirm")
    assert house.post.menus == {}


@pytest.mark.asyncio
async def test_an_invite_in_another_language_than_the_app_brings_its_menu(house):
    new = guide.NewCohort("Zonzijde", "starter_4w", "en", starts_on=date(2026, 11, 2))
    created = await guide.create_cohort(house.world, new)
    await join.start(house.world, CHAT, created.payload, await house.update(), "nl")
    await house.deliver()
    assert "question" in house.post.menus[CHAT]


@pytest.mark.asyncio
async def test_a_database_that_is_away_costs_facilitators_nothing_but_a_menu(house, monkeypatch):
    def away():
        raise StorageUnavailable("away")

    monkeypatch.setattr(house.world.store, "transaction", away)
    assert await menus.of_facilitators(replace(house.world, facilitators=frozenset({CHAT}))) == {}
