"""Errands: what was planned for one leader at one moment, such as a reminder or the end of a pause."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from dialogues.people import Id
from storage import sql, tables
from storage.ids import new_id
from storage.session import Session
from storage.tables import among

_errand = tables.errand
_waiting = among(_errand.c.state, "waiting")


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to do for a leader from `due_at` on; `about` is the id of what it concerns."""

    id: Id
    leader: Id
    kind: str
    key: str
    due_at: datetime
    about: Id | None


async def plan(  # noqa: PLR0913 - what an errand is
    session: Session, leader: Id, kind: str, key: str, due_at: datetime, about: Id | None = None
) -> None:
    """Plan an errand, or move the one that the leader has under this key, also when that was done or cancelled."""
    anew = {"kind": kind, "due_at": due_at, "about": about, "state": "waiting"}
    statement = sql.upsert(session.dialect, _errand).values(id=new_id(), leader=leader, key=key, **anew)
    await session.connection.execute(statement.on_conflict_do_update(index_elements=["leader", "key"], set_=anew))


async def claim_due(session: Session, now: datetime, limit: int, *, but: Collection[str] = ()) -> list[Errand]:
    """Errands whose moment has come, oldest first, but not these kinds, for this transaction; leaders are held too."""
    return await _claimed(session, _due(now).where(_errand.c.kind.not_in(but)).limit(limit))


async def claim(session: Session, errand: Id, now: datetime) -> Errand | None:
    """One errand, for this transaction alone; None when it is done, cancelled, put off or in other hands."""
    return next(iter(await _claimed(session, _due(now).where(_errand.c.id == errand))), None)


async def due(session: Session, now: datetime, kinds: Collection[str], limit: int) -> list[Id]:
    """Errands of these kinds whose moment has come, oldest first; nobody holds them."""
    query = select(_errand.c.id).where(*_ripe(now), _errand.c.kind.in_(kinds)).order_by(_errand.c.due_at, _errand.c.id)
    return [row.id for row in await sql.rows(session, query.limit(limit))]


async def count_due(session: Session, now: datetime, kinds: Collection[str]) -> int:
    """How many errands of these kinds have come to their moment."""
    return await sql.count(session, _errand, *_ripe(now), _errand.c.kind.in_(kinds))


async def put_off(session: Session, errand: Id, until: datetime) -> None:
    """It did not work out; try again at another moment, unless it was done or cancelled meanwhile."""
    await sql.change(session, _errand, _errand.c.id == errand, _waiting, due_at=until)


async def _claimed(session: Session, query: Select[Any]) -> list[Errand]:
    return [Errand(**row._mapping) for row in await sql.rows(session, query)]  # noqa: SLF001 - documented


def _due(now: datetime) -> Select[Any]:
    leader = tables.leader
    columns = [column for column in _errand.c if column.name != "state"]
    return (
        select(*columns)
        .join(leader, leader.c.id == _errand.c.leader)
        .where(*_ripe(now))
        .order_by(_errand.c.due_at, _errand.c.id)
        .with_for_update(skip_locked=True, key_share=True)
    )


def _ripe(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return _waiting, _errand.c.due_at <= now


async def done(session: Session, errand: Id) -> None:
    """It has been done."""
    await sql.change(session, _errand, _errand.c.id == errand, state="done")


async def came(session: Session, leader: Id, kinds: Collection[str], since: datetime, but: Id) -> int:
    """How many errands of these kinds a leader had done from their moment `since` on, beside one."""
    mine = (_errand.c.leader == leader, _errand.c.kind.in_(kinds), _errand.c.id != but, _errand.c.due_at >= since)
    return await sql.count(session, _errand, *mine, among(_errand.c.state, "done"))


async def cancel(session: Session, leader: Id, kind: str | None = None, about: Id | None = None) -> None:
    """Let go of a leader's waiting errands: all, those of one kind, or those about one thing."""
    chosen = [_errand.c.leader == leader, _waiting]
    chosen += [_errand.c.kind == kind] if kind else []
    chosen += [_errand.c.about == about] if about else []
    await sql.change(session, _errand, *chosen, state="cancelled")


async def wait_for(session: Session, kind: str, about: Id) -> bool:
    """Does anybody wait for an errand of this kind about one thing?"""
    return bool(await sql.count(session, _errand, _errand.c.kind == kind, _errand.c.about == about, _waiting))


async def waiting_at(session: Session, leader: Id, kind: str) -> datetime | None:
    """When a leader's earliest waiting errand of a kind is due; None without one."""
    query = select(func.min(_errand.c.due_at)).where(_errand.c.leader == leader, _errand.c.kind == kind, _waiting)
    found: datetime | None = await session.connection.scalar(query)
    return found


async def waiting(session: Session, leader: Id, kind: str) -> dict[Id, datetime]:
    """When each waiting errand of a kind is due, by what it is about."""
    query = select(_errand.c.about, _errand.c.due_at).where(
        _errand.c.leader == leader, _errand.c.kind == kind, _waiting
    )
    return {row.about: row.due_at for row in await sql.rows(session, query) if row.about is not None}


async def key_of(session: Session, leader: Id, kind: str, about: Id) -> str | None:
    """The key of a leader's waiting errand of a kind about one thing; None without one."""
    mine = (_errand.c.leader == leader, _errand.c.kind == kind, _errand.c.about == about, _waiting)
    found: str | None = await session.connection.scalar(select(_errand.c.key).where(*mine))
    return found


async def next_due(session: Session) -> datetime | None:
    """The earliest moment at which an errand waits."""
    found: datetime | None = await session.connection.scalar(select(func.min(_errand.c.due_at)).where(_waiting))
    return found
