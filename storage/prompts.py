"""Prompts: what was asked, when, and how far the talk about it has come."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from dialogues.asking import underway
from dialogues.people import Id, Prompt
from storage import sql, tables
from storage.session import Session
from storage.tables import among

_prompt = tables.prompt
_by_time = (_prompt.c.asked_at, _prompt.c.id)


async def add(session: Session, prompt: Prompt) -> bool:
    """Keep a new prompt; False when its slot was asked already, so that nothing is asked twice."""
    return await sql.add_once(session, _prompt, sql.values_of(prompt))


async def get(session: Session, leader: Id, prompt: Id) -> Prompt | None:
    """One prompt, if it is this leader's."""
    found = await _found(session, leader, _prompt.c.id == prompt)
    return found[0] if found else None


async def keep(session: Session, prompt: Prompt) -> None:
    """Write what changed."""
    values = sql.values_of(prompt, but=("id", "leader"))
    await sql.change(session, _prompt, _prompt.c.id == prompt.id, _prompt.c.leader == prompt.leader, **values)


async def open_of(session: Session, leader: Id) -> list[Prompt]:
    """What is still open, oldest first."""
    return await _found(session, leader, among(_prompt.c.state, "open"))


async def between(session: Session, leader: Id, start: datetime, end: datetime) -> list[Prompt]:
    """What was asked from `start` up to, not including, `end`; oldest first."""
    return await _found(session, leader, _prompt.c.asked_at >= start, _prompt.c.asked_at < end)


async def programmed_on(session: Session, leader: Id, since: datetime, until: datetime) -> bool:
    """Did any programme of a leader ask something from `since` up to, not including, `until`?"""
    return any(underway.programmed(prompt) for prompt in await between(session, leader, since, until))


async def answered_count(session: Session, leader: Id) -> int:
    """How many prompts a leader answered."""
    return await sql.count(session, _prompt, _prompt.c.leader == leader, _prompt.c.state == "answered")


async def with_position(session: Session, leader: Id) -> list[Prompt]:
    """The dilemmas on which a leader took a position, oldest first."""
    tap = tables.tap
    placed = select(tap.c.prompt).where(tap.c.leader == leader, tap.c.name == "position")
    return await _found(session, leader, _prompt.c.id.in_(placed))


async def with_answer(session: Session, leader: Id, kinds: Collection[str]) -> list[Prompt]:
    """What was asked of these kinds and has words that its leader can read, oldest first."""
    answer = tables.answer
    said = select(answer.c.prompt).where(answer.c.leader == leader, among(answer.c.state, "kept", "hidden"))
    return await _found(session, leader, _prompt.c.kind.in_(kinds), _prompt.c.id.in_(said))


async def of_item(session: Session, leader: Id, item: str) -> list[Prompt]:
    """Every time that an item was asked, oldest first."""
    return await _found(session, leader, _prompt.c.item == item)


async def latest(session: Session, leader: Id) -> Prompt | None:
    """What was asked last."""
    newest = [column.desc() for column in _by_time]
    row = await sql.first(session, select(_prompt).where(_prompt.c.leader == leader).order_by(*newest).limit(1))
    return None if row is None else _value(row)


async def moments(session: Session, leader: Id, since: datetime) -> list[datetime]:
    """When a leader was asked something, from `since` on."""
    query = select(_prompt.c.asked_at).where(_prompt.c.leader == leader, _prompt.c.asked_at >= since)
    return [row.asked_at for row in await sql.rows(session, query.order_by(_prompt.c.asked_at))]


async def _found(session: Session, leader: Id, *where: ColumnElement[bool]) -> list[Prompt]:
    query = select(_prompt).where(_prompt.c.leader == leader, *where).order_by(*_by_time)
    return [_value(row) for row in await sql.rows(session, query)]


def _value(row: Row[Any]) -> Prompt:
    return Prompt(**row._mapping)  # noqa: SLF001 - the documented way to read a row by name
