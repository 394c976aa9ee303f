"""Taps: what a leader chose with one press, sealed like their words."""

from datetime import datetime

from sqlalchemy import ColumnElement, select

from dialogues.people import Id, Tap
from storage import keys, sql, tables
from storage.session import Session
from storage.vault import Place

_tap = tables.tap


async def keep(session: Session, tap: Tap) -> None:
    """Keep a tap; a later one with the same name on the same prompt takes the place of the earlier."""
    values = {**sql.values_of(tap), "value": await _sealed(session, tap, tap.id)}
    if not await sql.add_once(session, _tap, values) and tap.prompt is not None:
        same = (_tap.c.prompt == tap.prompt, _tap.c.name == tap.name, _tap.c.leader == tap.leader)
        row = (await session.connection.execute(select(_tap.c.id).where(*same))).scalar_one()
        await sql.change(session, _tap, _tap.c.id == row, value=await _sealed(session, tap, row), at=tap.at)


async def of_prompt(session: Session, leader: Id, prompt: Id) -> list[Tap]:
    """What was tapped with one prompt, oldest first."""
    return await _found(session, leader, _tap.c.prompt == prompt)


async def between(session: Session, leader: Id, start: datetime, end: datetime) -> list[Tap]:
    """What was tapped from `start` up to, not including, `end`; oldest first."""
    return await _found(session, leader, _tap.c.at >= start, _tap.c.at < end)


async def before(session: Session, leader: Id, instant: datetime) -> list[Tap]:
    """What was tapped before a moment, oldest first."""
    return await _found(session, leader, _tap.c.at < instant)


async def named(session: Session, leader: Id, name: str) -> list[Tap]:
    """Every tap of one name, oldest first."""
    return await _found(session, leader, _tap.c.name == name)


async def _found(session: Session, leader: Id, *where: ColumnElement[bool]) -> list[Tap]:
    query = select(_tap).where(_tap.c.leader == leader, *where).order_by(_tap.c.at, _tap.c.id)
    found = []
    for row in await sql.rows(session, query):
        value = await keys.opened(session, leader, _place(row.id), row.value)
        found.append(Tap(row.id, leader, row.prompt, row.name, value, row.at))
    return found


async def _sealed(session: Session, tap: Tap, row: Id) -> bytes:
    return await keys.sealed(session, tap.leader, _place(row), tap.value)


def _place(row: Id) -> Place:
    return Place("tap", row, "value")
