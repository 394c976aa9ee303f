"""Echoes: which earlier answers were brought back beside later ones, and what the leader said about it."""

from datetime import datetime

from sqlalchemy import ColumnElement, select

from dialogues.people import Echo, Id, Verdict
from storage import sql, tables
from storage.session import Session

_echo = tables.echo


async def add(session: Session, echo: Echo) -> bool:
    """Keep that an echo was offered; False when these two answers met before."""
    return await sql.add_once(session, _echo, sql.values_of(echo))


async def get(session: Session, leader: Id, echo: Id) -> Echo | None:
    """One echo, if it is this leader's."""
    found = await _found(session, leader, _echo.c.id == echo)
    return found[0] if found else None


async def judge(session: Session, leader: Id, echo: Id, verdict: Verdict) -> None:
    """What the leader says of it."""
    await sql.change(session, _echo, _echo.c.leader == leader, _echo.c.id == echo, verdict=verdict)


async def between(session: Session, leader: Id, start: datetime, end: datetime) -> list[Echo]:
    """What was brought back from `start` up to, not including, `end`; oldest first."""
    return await _found(session, leader, _echo.c.asked_at >= start, _echo.c.asked_at < end)


async def _found(session: Session, leader: Id, *where: ColumnElement[bool]) -> list[Echo]:
    query = select(_echo).where(_echo.c.leader == leader, *where).order_by(_echo.c.asked_at, _echo.c.id)
    return [Echo(**row._mapping) for row in await sql.rows(session, query)]  # noqa: SLF001 - documented
