"""Answers: a leader's own words, sealed with the leader's own key, with every earlier version."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Row, Select, func, select

from dialogues.people import Answer, Care, Id
from storage import keys, sql, tables
from storage.ids import new_id
from storage.session import Session
from storage.vault import Place

_answer = tables.answer
_edit = tables.answer_edit
_by_time = (_answer.c.given_at, _answer.c.id)


async def keep(session: Session, answer: Answer) -> bool:
    """Keep an answer; False when the same Telegram message was kept already."""
    text = await keys.sealed(session, answer.leader, _place(answer.id), answer.text)
    return await sql.add_once(session, _answer, {**sql.values_of(answer), "text": text})


async def amend(session: Session, leader: Id, message: int, text: str, now: datetime) -> Answer | None:
    """New words for what came in one Telegram message; the earlier ones are kept. None when there is no such answer."""
    found = await _found(session, leader, _mine(leader, _answer.c.message == message))
    if not found or found[0].state == "withdrawn":
        return None
    if found[0].text != text:
        await _keep_version(session, found[0], now)
        await _rewrite(session, found[0], text)
    return replace(found[0], text=text)


async def get(session: Session, leader: Id, answer: Id) -> Answer | None:
    """One answer, if it is this leader's."""
    found = await _found(session, leader, _mine(leader, _answer.c.id == answer))
    return found[0] if found else None


async def of_message(session: Session, leader: Id, message: int) -> Answer | None:
    """The answer that came with a message."""
    found = await _found(session, leader, _mine(leader, _answer.c.message == message).order_by(*_by_time))
    return found[-1] if found else None


async def of_prompt(session: Session, leader: Id, prompt: Id) -> list[Answer]:
    """Everything said to one prompt, oldest first."""
    return await _found(session, leader, _mine(leader, _answer.c.prompt == prompt).order_by(*_by_time))


async def between(session: Session, leader: Id, start: datetime, end: datetime) -> list[Answer]:
    """What was given from `start` up to, not including, `end` and is kept (not held, hidden or withdrawn)."""
    span = (_answer.c.given_at >= start, _answer.c.given_at < end, _answer.c.state == "kept")
    return await _found(session, leader, _mine(leader, *span).order_by(*_by_time))


async def page(session: Session, leader: Id, before: datetime | None, limit: int) -> list[Answer]:
    """A leader's own answers for their own eyes, newest first, given before a moment; only kept ones."""
    span = [_answer.c.state == "kept"] + ([_answer.c.given_at < before] if before else [])
    newest = [column.desc() for column in _by_time]
    return await _found(session, leader, _mine(leader, *span).order_by(*newest).limit(limit))


async def latest_at(session: Session, leader: Id) -> datetime | None:
    """When a leader last answered anything."""
    query = select(func.max(_answer.c.given_at)).where(_answer.c.leader == leader)
    found: datetime | None = await session.connection.scalar(query)
    return found


async def set_state(
    session: Session, leader: Id, answer: Id, state: Literal["kept", "held", "hidden", "withdrawn"]
) -> None:
    """Keep, hold, hide or withdraw an answer."""
    await sql.change(session, _answer, *_one(leader, answer), state=state)


async def set_care(session: Session, leader: Id, answer: Id, care: Care) -> None:
    """Note how worrying an answer is."""
    await sql.change(session, _answer, *_one(leader, answer), care=care)


async def set_named(session: Session, leader: Id, answer: Id, named: bool) -> None:
    """Note whether an answer holds somebody else's name."""
    await sql.change(session, _answer, *_one(leader, answer), named=named)


async def replace_text(session: Session, leader: Id, answer: Id, text: str, now: datetime) -> None:  # noqa: ARG001 - every change of words takes the moment
    """Words that protect somebody: the earlier ones, with the name in them, are destroyed, not kept as a version."""
    found = await get(session, leader, answer)
    if found is not None:
        await sql.remove(session, _edit, _edit.c.leader == leader, _edit.c.answer == answer)
        await _rewrite(session, found, text)


async def erase(session: Session, leader: Id, answer: Id) -> None:
    """Delete an answer with all its versions."""
    await sql.remove(session, _answer, *_one(leader, answer))


async def _keep_version(session: Session, answer: Answer, now: datetime) -> None:
    edit = new_id()
    text = await keys.sealed(session, answer.leader, Place("answer_edit", edit, "text"), answer.text)
    values = {"id": edit, "leader": answer.leader, "answer": answer.id, "text": text, "replaced_at": now}
    await sql.add(session, _edit, values)


async def _rewrite(session: Session, answer: Answer, text: str) -> None:
    sealed = await keys.sealed(session, answer.leader, _place(answer.id), text)
    await sql.change(session, _answer, *_one(answer.leader, answer.id), text=sealed)


async def _found(session: Session, leader: Id, query: Select[Any]) -> list[Answer]:
    return [await _value(session, leader, row) for row in await sql.rows(session, query)]


async def _value(session: Session, leader: Id, row: Row[Any]) -> Answer:
    text = await keys.opened(session, leader, _place(row.id), row.text)
    return Answer(**{**row._mapping, "text": text})  # noqa: SLF001 - the documented way to read a row by name


def _mine(leader: Id, *where: ColumnElement[bool]) -> Select[Any]:
    return select(_answer).where(_answer.c.leader == leader, *where)


def _one(leader: Id, answer: Id) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return _answer.c.leader == leader, _answer.c.id == answer


def _place(answer: Id) -> Place:
    return Place("answer", answer, "text")
