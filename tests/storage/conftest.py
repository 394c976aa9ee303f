"""Invented leaders and the moments they live in."""

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import psycopg
import pytest
import pytest_asyncio
from psycopg import sql
from sqlalchemy.engine import make_url

from dialogues.people import Answer, Leader, Prompt, Rhythm
from storage import leaders
from storage.ids import new_id
from storage.session import Session, Store

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
RHYTHM = Rhythm("standard", (0, 2), (time(9, 0), time(16, 30)), "Europe/Amsterdam")


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest_asyncio.fixture
async def session(store: Store) -> AsyncIterator[Session]:
    """One open transaction on each kind of database."""
    async with store.transaction() as opened:
        yield opened


@pytest.fixture
def rhythm() -> Rhythm:
    return RHYTHM


NewLeader = Callable[..., Awaitable[Leader]]


@pytest.fixture
def new_leader(now: datetime) -> NewLeader:
    """Make a leader in a session; every chat has its own."""

    async def make(session: Session, chat: int = 501) -> Leader:
        return await leaders.add(session, chat, "nl", RHYTHM, now)

    return make


@pytest.fixture
def prompt_for(now: datetime) -> Callable[..., Prompt]:
    """Make a prompt, which is not kept yet."""

    def make(leader: int, slot: str = "w1d1", **changes) -> Prompt:
        values = {
            "id": new_id(), "leader": leader, "enrolment": None, "kind": "question", "item": "MO-01", "version": "1",
            "slot": slot, "state": "open", "stage": "asked", "asked_at": now, "expires_at": now + timedelta(days=2),
        }  # fmt: skip
        return Prompt(**{**values, **changes})

    return make


@pytest.fixture
def answer_for(now: datetime) -> Callable[..., Answer]:
    """Make an answer, which is not kept yet."""

    def make(leader: int, text: str = "Ik heb geluisterd.", **changes) -> Answer:
        values = {
            "id": new_id(), "leader": leader, "prompt": None, "part": "answer", "text": text, "language": "nl",
            "given_at": now,
        }  # fmt: skip
        return Answer(**{**values, **changes})

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table, of each kind in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'data' / 'empty.db'}"
        return
    server = make_url(request.getfixturevalue("postgres_server")).set(drivername="postgresql")
    name = f"weerklank_{secrets.token_hex(6)}"
    with psycopg.connect(server.render_as_string(hide_password=False), autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield server.set(database=name).render_as_string(hide_password=False)
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
