"""Leaders come with a key of their own, and the installation with the right master."""

from dataclasses import replace
from datetime import date

import pytest

from dialogues.people import Leader, Memory
from storage import (
    keys,
    leaders,
    sql,
    tables,
)
from storage.session import Session
from storage.vault import Unreadable, Vault, check_master

pytestmark = pytest.mark.asyncio


async def test_a_newcomer_is_arriving_and_is_found_by_chat(session, rhythm, now):
    made = await leaders.add(session, -(2**52), "en", rhythm, now)
    assert made == Leader(made.id, -(2**52), "en", "arriving", rhythm)
    assert await leaders.by_chat(session, -(2**52)) == made
    assert await leaders.by_chat(session, 1) is None
    assert await leaders.count(session) == 1


async def test_everything_that_changes_is_kept(session, new_leader, now):
    made = await new_leader(session)
    memory = Memory(skips=3, elements=((date(2026, 3, 1), "feeling"),), nudged_on=date(2026, 3, 2))
    changed = replace(
        made, language="en", state="paused", memory=memory, until=now, rhythm=replace(made.rhythm, days=(4,))
    )
    await leaders.keep(session, changed)
    assert await leaders.get(session, made.id) == changed


async def test_keys_are_unwrapped_once_per_session_and_only_with_the_right_master(store, new_leader):
    async with store.transaction() as session:
        made = await new_leader(session)
    async with store.transaction() as session:
        key = await keys.of(session, made.id)
        assert await keys.of(session, made.id) is key
        stranger = Session(session.connection, Vault(b"n" * 32), session.dialect)
        with pytest.raises(Unreadable):
            await keys.of(stranger, made.id)


async def test_the_first_start_makes_the_installation_and_later_ones_must_bring_its_key(store, new_leader):
    async with store.transaction() as session:
        assert await check_master(session) == "new"
        assert await check_master(session) == "right"
        stranger = Session(session.connection, Vault(b"n" * 32), session.dialect)
        assert await check_master(stranger) == "wrong"
        await new_leader(session)
        assert await check_master(session) == "right"
        assert await check_master(stranger) == "wrong"


async def test_people_without_an_installation_never_get_a_new_key(session, new_leader):
    await new_leader(session)
    assert await check_master(session) == "wrong"
    assert await sql.count(session, tables.installation) == 0
