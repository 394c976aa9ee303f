"""A transaction is kept whole or not at all, whatever happens to it."""

import asyncio
import sqlite3
import sys
import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage import leaders
from storage import session as sessions
from storage.faults import BROKEN, FULL, LOCKED, UNREACHABLE, NotFound, StorageUnavailable, plainly

pytestmark = pytest.mark.asyncio


async def test_what_was_done_is_kept(store, new_leader):
    async with store.transaction() as session:
        made = await new_leader(session)
    async with store.transaction() as session:
        assert await leaders.get(session, made.id) == made


async def test_an_error_undoes_everything(store, new_leader):
    async def fail() -> None:
        async with store.transaction() as session:
            await new_leader(session)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with store.transaction() as session:
        assert await leaders.count(session) == 0


async def test_our_own_mistakes_pass_as_they_are_and_show_no_values(store, new_leader):
    async def same_chat_twice() -> None:
        async with store.transaction() as session:
            await new_leader(session, chat=1)
            await new_leader(session, chat=1)

    with pytest.raises(IntegrityError) as mistake:
        await same_chat_twice()
    assert "Europe/Amsterdam" not in str(mistake.value)


async def test_a_second_transaction_in_the_same_task_is_refused_instead_of_waiting_for_itself(store):
    async with store.transaction():
        with pytest.raises(RuntimeError, match="already"):
            async with store.transaction():
                raise AssertionError
    async with store.transaction() as session:
        assert await leaders.count(session) == 0


async def test_many_tasks_take_turns_and_no_change_is_lost(store, new_leader):
    async with store.transaction() as session:
        made = await new_leader(session)

    async def count_up() -> None:
        async with store.transaction() as session:
            known = await leaders.by_chat(session, made.chat)
            await leaders.keep(session, replace(known, memory=known.memory.but(skips=known.memory.skips + 1)))

    await asyncio.gather(*(count_up() for _ in range(40)))
    async with store.transaction() as session:
        assert (await leaders.get(session, made.id)).memory.skips == 40


async def test_a_task_cancelled_halfway_leaves_nothing_and_stops_nobody(store, new_leader):
    began = asyncio.Event()

    async def stall() -> None:
        async with store.transaction() as session:
            await new_leader(session)
            began.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(stall())
    await began.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.transaction() as session:
        assert await leaders.count(session) == 0


async def test_a_task_cancelled_during_a_statement_stops_nobody(store, new_leader):
    async def work() -> None:
        async with store.transaction() as session:
            for chat in range(1_000):
                await new_leader(session, chat=chat)

    for _ in range(5):
        task = asyncio.create_task(work())
        for _ in range(20):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    async with store.transaction() as session:
        assert await leaders.count(session) == 0


async def test_keys_and_vault_do_not_show_in_a_session(session, new_leader):
    made = await new_leader(session)
    assert repr(session.keys[made.id].secret) not in repr(session)


async def test_a_leader_who_does_not_exist_is_named_as_such(session):
    with pytest.raises(NotFound):
        await leaders.get(session, 1)


async def test_a_pool_that_is_used_up_is_a_database_that_waits():
    with pytest.raises(StorageUnavailable, match=LOCKED), plainly():
        raise PoolTimeout


# SQLite


async def test_sqlite_is_set_to_lose_nothing_and_leave_nothing(sqlite_url, open_stores):
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}
    (store,) = open_stores(sqlite_url)
    async with store.transaction() as session:
        found = {name: await session.connection.scalar(text(f"PRAGMA {name}")) for name in wanted}
        busy = await session.connection.scalar(text("PRAGMA busy_timeout"))
    assert found == wanted
    assert busy == 5_000


async def test_a_locked_sqlite_says_so_and_recovers_by_itself(sqlite_url, open_stores, monkeypatch):
    monkeypatch.setattr(sessions, "BUSY_S", 0.01)
    (store,) = open_stores(sqlite_url)
    other = sqlite3.connect(make_url(sqlite_url).database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageUnavailable, match=LOCKED) as refusal:
        async with store.transaction():
            raise AssertionError
    assert sqlite_url not in repr(refusal.value)
    other.rollback()
    other.close()
    async with store.transaction() as session:
        assert await leaders.count(session) == 0


async def test_a_full_disk_is_said_and_nothing_is_kept(sqlite_url, open_stores, new_leader):
    (store,) = open_stores(sqlite_url)

    async def fill() -> None:
        async with store.transaction() as session:
            await session.connection.execute(text("PRAGMA max_page_count = 1"))
            for chat in range(1_000):
                await new_leader(session, chat=chat)

    with pytest.raises(StorageUnavailable, match=FULL):
        await fill()
    async with store.transaction() as session:
        assert await leaders.count(session) == 0


async def test_a_file_that_is_no_database_is_said(tmp_path, open_stores):
    (tmp_path / "broken.db").write_bytes(b"no database at all" * 100)
    (store,) = open_stores(f"sqlite:///{tmp_path}/broken.db")
    before = set(threading.enumerate())
    refusals = []  # as long as somebody looks at them, nothing but our own closing ends a connection
    for _ in range(3):
        with pytest.raises(StorageUnavailable, match=BROKEN) as refusal:
            async with store.transaction():
                raise AssertionError
        refusals.append(refusal)
    for thread in set(threading.enumerate()) - before:
        thread.join(10)
        assert not thread.is_alive()


async def test_a_connection_that_was_closed_halfway_is_said_and_the_next_one_works(sqlite_url, open_stores):
    (store,) = open_stores(sqlite_url)

    async def be_cut() -> None:
        async with store.transaction() as session:
            await (await session.connection.get_raw_connection()).driver_connection.close()
            await leaders.count(session)

    with pytest.raises(StorageUnavailable, match=UNREACHABLE):
        await be_cut()
    async with store.transaction() as session:
        assert await leaders.count(session) == 0


async def test_a_folder_that_is_not_there_is_said(tmp_path, vault, open_stores):
    (store,) = open_stores(f"sqlite:///{tmp_path}/nowhere/a.db")
    with pytest.raises(StorageUnavailable, match=BROKEN):
        async with store.transaction():
            raise AssertionError


COUNT_UP = """
import asyncio, sys
from dataclasses import replace
from storage import leaders
from storage.session import open_store
from storage.vault import Vault

async def main(url, times):
    store = open_store(url, Vault(bytes(range(32))))
    for _ in range(times):
        async with store.transaction() as session:
            known = await leaders.by_chat(session, 501)
            await leaders.keep(session, replace(known, memory=known.memory.but(skips=known.memory.skips + 1)))
    await store.close()

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""


async def test_four_processes_lose_no_change_of_each_other(sqlite_url, open_stores, new_leader):
    (store,) = open_stores(sqlite_url)
    async with store.transaction() as session:
        made = await new_leader(session)
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", COUNT_UP, sqlite_url, "25"]
    running = [await asyncio.create_subprocess_exec(*command, cwd=root) for _ in range(4)]
    assert [await process.wait() for process in running] == [0, 0, 0, 0]
    async with store.transaction() as session:
        assert (await leaders.get(session, made.id)).memory.skips == 100


# PostgreSQL


async def test_a_server_that_is_not_there_is_said_without_its_address(open_stores):
    (store,) = open_stores("postgresql://reader:very-secret@127.0.0.1:9/nowhere")
    with pytest.raises(StorageUnavailable, match=UNREACHABLE) as refusal:
        async with store.transaction():
            raise AssertionError
    shown = repr(refusal.value) + repr(refusal.value.__cause__)
    assert "very-secret" not in shown
    assert "127.0.0.1" not in shown


async def test_a_connection_cut_halfway_undoes_all_and_the_next_one_works(postgres_url, open_stores, new_leader):
    (store,) = open_stores(postgres_url)

    async def be_cut() -> None:
        async with store.transaction() as session:
            await new_leader(session)
            await _cut_others(postgres_url)
            await leaders.count(session)

    with pytest.raises(StorageUnavailable, match=UNREACHABLE):
        await be_cut()
    async with store.transaction() as session:
        assert await leaders.count(session) == 0


async def test_connections_cut_while_they_rest_are_noticed_before_they_are_used(postgres_url, open_stores):
    (store,) = open_stores(postgres_url)
    async with store.transaction() as session:
        assert await leaders.count(session) == 0
    await _cut_others(postgres_url)
    async with store.transaction() as session:
        assert await leaders.count(session) == 0


async def _cut_others(url: str) -> None:
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    async with await psycopg.AsyncConnection.connect(plain, autocommit=True) as admin:
        await admin.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


async def test_a_table_locked_by_somebody_else_is_said(postgres_url, open_stores):
    one, other = open_stores(postgres_url, 2)
    async with one.transaction() as holding:
        await holding.connection.execute(text("LOCK TABLE leader IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(StorageUnavailable, match=LOCKED):
            await asyncio.create_task(_count_impatiently(other))


async def _count_impatiently(store) -> None:
    async with store.transaction() as session:
        await session.connection.execute(text("SET LOCAL lock_timeout = '20ms'"))
        await leaders.count(session)


async def test_moments_are_the_same_on_both_databases(session, new_leader, now):
    made = await new_leader(session)
    await leaders.keep(session, replace(made, until=now))
    until = (await leaders.get(session, made.id)).until
    assert until == now
    assert isinstance(until, datetime)
    assert until.tzinfo is not None
