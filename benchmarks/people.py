"""Many enrolled leaders at once, written straight into the tables."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Table, create_engine, insert

from benchmarks.server import FIRST_CHAT
from dialogues.asking.rhythm import default
from dialogues.people import Memory
from journeys.unlock import unlock
from storage import migrate, tables
from storage.codec import memory_text, rhythm_text
from storage.session import open_store
from storage.vault import Vault

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
BATCH = 10_000
FAR = timedelta(days=300)


async def seed(file: Path, vault: Vault, count: int, due: int) -> str:
    """Make a database with `count` active leaders, `due` of them due at START; gives its address."""
    url = f"sqlite:///{file}"
    migrate.upgrade(url)
    store = open_store(url, vault)
    await unlock(store)
    await store.close()
    _fill(url, vault, count, due)
    return url


def _fill(url: str, vault: Vault, count: int, due: int) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        for table, rows in _rows(vault, count, due).items():
            while batch := list(islice(rows, BATCH)):
                connection.execute(insert(table), batch)
    engine.dispose()


def _rows(vault: Vault, count: int, due: int) -> dict[Table, Iterator[dict[str, Any]]]:
    rhythm, memory = rhythm_text(default("standard", "nl", "Europe/Amsterdam")), memory_text(Memory())
    everyone = range(1, count + 1)
    common = {"language": "nl", "state": "active", "rhythm": rhythm, "memory": memory, "until": None}
    return {
        tables.leader: ({"id": n, "chat": FIRST_CHAT + n - 1, "created_at": START, **common} for n in everyone),
        tables.personal_key: (
            {"leader": n, "version": 1, "wrapped": vault.new_key(n)[1], "created_at": START} for n in everyone
        ),
        tables.enrolment: (_enrolment(n, START if n <= due else START + FAR) for n in everyone),
    }


def _enrolment(number: int, at: datetime) -> dict[str, Any]:
    return {
        "id": number,
        "leader": number,
        "cohort": None,
        "programme": "starter_4w",
        "state": "active",
        "anchor": START.date(),
        "anchor_position": 0,
        "position": 0,
        "next_due_at": at,
        "started_at": START,
    }
