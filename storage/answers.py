"""Answers: a leader's own words, sealed with the leader's own key, with every earlier version.

A row is what came in one message; lists and look backs get whole answers, joined by `dialogues.answers.pieces`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select

from dialogues.answers.pieces import grouped, joined
from dialogues.people import Answer, AnswerState, Care, Id, Part
from storage import keys, sql, tables
from storage.ids import new_id
from storage.session import Session
from storage.tables import among
from storage.vault import Place

_answer = tables.answer
_edit = tables.answer_edit
_by_time = (_answer.c.given_at, _answer.c.id)
_readable = among(_answer.c.state, "kept", "hidden")  # by their own leader
_own = [column for column in _answer.columns if column is not _answer.c.heard]  # what an `Answer` is made of


AT_ONCE = 500  # rows in one query by their ids


@dataclass(frozen=True, slots=True)
class Which:
    """Which of a leader's own answers: from `since` up to, not including, `until`; to one item. By default all."""

    since: datetime | None = None
    until: datetime | None = None
    item: str = ""

    def spans(self, at: datetime) -> bool:
        """Is this moment in the span?"""
        return (self.since is None or at >= self.since) and (self.until is None or at < self.until)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one piece of an answer stands, without its words."""

    id: Id
    prompt: Id | None
    part: Part
    state: AnswerState
    care: Care
    given_at: datetime


Group = tuple[Standing, ...]


async def keep(session: Session, answer: Answer) -> bool:
    """Keep an answer; False when the same Telegram message was kept already."""
    text = await keys.sealed(session, answer.leader, _place(answer.id), answer.text)
    return await sql.add_once(session, _answer, {**sql.values_of(answer), "text": text})


async def amend(session: Session, leader: Id, message: int, text: str, now: datetime) -> Answer | None:
    """New words for what came in one Telegram message; the earlier ones are kept. None when there is no such answer."""
    return await _renewed(session, await of_message(session, leader, message), text, now)


async def rewrite(session: Session, leader: Id, answer: Id, text: str, now: datetime) -> Answer | None:
    """New words for a whole answer, in its first piece; the earlier ones are kept. None when there is none."""
    pieces = await whole(session, leader, answer)
    if not pieces or pieces[0].state == "withdrawn":
        return None
    for piece in pieces[1:]:
        await erase(session, leader, piece.id)
    return await _renewed(session, joined(pieces), text, now)


async def newest_version(session: Session, leader: Id, answer: Id) -> Id | None:
    """The words that stood in this place before those of now, by their id."""
    query = select(_edit.c.id).where(_edit.c.leader == leader, _edit.c.answer == answer)
    row = await sql.first(session, query.order_by(_edit.c.replaced_at.desc(), _edit.c.id.desc()).limit(1))
    return None if row is None else row.id


async def put_back(session: Session, leader: Id, version: Id) -> Answer | None:
    """The words of before in the place of those of now, which go. None unless they are the latest earlier ones."""
    row = await sql.first(session, select(_edit).where(_edit.c.leader == leader, _edit.c.id == version))
    answer = await get(session, leader, row.answer) if row is not None else None
    if row is None or answer is None or answer.state == "withdrawn":
        return None
    if await newest_version(session, leader, answer.id) != version:
        return None
    text = await keys.opened(session, leader, Place("answer_edit", version, "text"), row.text)
    await sql.remove(session, _edit, _edit.c.id == version)
    await _rewrite(session, answer, text)
    return replace(answer, text=text)


async def get(session: Session, leader: Id, answer: Id) -> Answer | None:
    """One piece of what was written, if it is this leader's."""
    found = await _found(session, leader, _mine(leader, _answer.c.id == answer))
    return found[0] if found else None


async def whole(session: Session, leader: Id, answer: Id) -> list[Answer]:
    """All pieces of the answer that this one belongs to, oldest first; empty when it is gone."""
    one = await get(session, leader, answer)
    if one is None:
        return []
    alike = (_answer.c.prompt.is_not_distinct_from(one.prompt), _answer.c.state == one.state)
    groups = grouped(await _standing(session, leader, *alike))
    ids = next([piece.id for piece in group] for group in groups if any(piece.id == answer for piece in group))
    return await _pieces(session, leader, ids)


async def of_message(session: Session, leader: Id, message: int) -> Answer | None:
    """The piece that came with a message."""
    found = await _found(session, leader, _mine(leader, _answer.c.message == message).order_by(*_by_time))
    return found[-1] if found else None


async def of_prompt(session: Session, leader: Id, prompt: Id) -> list[Answer]:
    """Every piece said to one prompt and not withdrawn, oldest first."""
    said = (_answer.c.prompt == prompt, _answer.c.state != "withdrawn")
    return await _found(session, leader, _mine(leader, *said).order_by(*_by_time))


async def between(session: Session, leader: Id, start: datetime, end: datetime) -> list[Answer]:
    """What was begun from `start` up to, not including, `end` and is kept (not held, hidden or withdrawn)."""
    groups = grouped(await _standing(session, leader, _answer.c.state == "kept"))
    return await _whole(session, leader, [group for group in groups if start <= group[0].given_at < end])


async def page(session: Session, leader: Id, which: Which, offset: int = 0, limit: int | None = None) -> list[Answer]:
    """A leader's own answers for their own eyes, also hidden ones, newest first."""
    groups = (await _of_which(session, leader, which))[offset:]
    return await _whole(session, leader, groups[:limit])


async def count(session: Session, leader: Id, which: Which) -> int:
    """How many those are."""
    return len(await _of_which(session, leader, which))


async def among_ids(session: Session, leader: Id, ids: Collection[Id]) -> list[Answer]:
    """Those of these answers that their leader can still read, newest first; each is known by any of its pieces."""
    groups = await _of_which(session, leader, Which())
    return await _whole(session, leader, [group for group in groups if any(piece.id in ids for piece in group)])


async def given(session: Session, leader: Id) -> list[datetime]:
    """When the answers were begun that their leader can read, newest first."""
    return [group[0].given_at for group in await _of_which(session, leader, Which())]


async def standing(session: Session, leader: Id) -> list[Standing]:
    """How each piece a leader wrote stands, also what is held, hidden or withdrawn; oldest first, no words opened."""
    return await _standing(session, leader)


async def latest_at(session: Session, leader: Id) -> datetime | None:
    """When a leader last answered anything."""
    query = select(func.max(_answer.c.given_at)).where(_answer.c.leader == leader)
    found: datetime | None = await session.connection.scalar(query)
    return found


async def set_state(session: Session, leader: Id, answer: Id, state: AnswerState) -> None:
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


async def set_heard(session: Session, leader: Id, answer: Id, note: str) -> None:
    """Put beside an answer what was heard in it; it goes when its words do, and when they change."""
    sealed = await keys.sealed(session, leader, _place(answer, "heard"), note)
    await sql.change(session, _answer, *_one(leader, answer), heard=sealed)


async def heard(session: Session, leader: Id, ids: Sequence[Id]) -> dict[Id, str]:
    """What was heard in those of these answers that have a note of it."""
    found: dict[Id, str] = {}
    for some in range(0, len(ids), AT_ONCE):
        noted = (_answer.c.leader == leader, _answer.c.id.in_(ids[some : some + AT_ONCE]), _answer.c.heard.is_not(None))
        for row in await sql.rows(session, select(_answer.c.id, _answer.c.heard).where(*noted)):
            found[row.id] = await keys.opened(session, leader, _place(row.id, "heard"), row.heard)
    return found


async def erase(session: Session, leader: Id, answer: Id) -> None:
    """Delete an answer with all its versions."""
    await sql.remove(session, _answer, *_one(leader, answer))


async def _renewed(session: Session, answer: Answer | None, text: str, now: datetime) -> Answer | None:
    if answer is None or answer.state == "withdrawn":
        return None
    if answer.text != text:
        await _keep_version(session, answer, now)
    await _rewrite(session, answer, text)
    return replace(answer, text=text)


async def _keep_version(session: Session, answer: Answer, now: datetime) -> None:
    edit = new_id()
    text = await keys.sealed(session, answer.leader, Place("answer_edit", edit, "text"), answer.text)
    values = {"id": edit, "leader": answer.leader, "answer": answer.id, "text": text, "replaced_at": now}
    await sql.add(session, _edit, values)


async def _rewrite(session: Session, answer: Answer, text: str) -> None:
    sealed = await keys.sealed(session, answer.leader, _place(answer.id), text)
    await sql.change(session, _answer, *_one(answer.leader, answer.id), text=sealed, heard=None)


async def _of_which(session: Session, leader: Id, which: Which) -> list[Group]:
    """The pieces of each of these answers, newest answer first; no words are opened."""
    groups = grouped(await _standing(session, leader, _readable, *_of_item(leader, which.item)))
    return [group for group in reversed(groups) if which.spans(group[0].given_at)]


async def _standing(session: Session, leader: Id, *where: ColumnElement[bool]) -> list[Standing]:
    columns = (_answer.c.id, _answer.c.prompt, _answer.c.part, _answer.c.state, _answer.c.care, _answer.c.given_at)
    query = select(*columns).where(_answer.c.leader == leader, *where).order_by(*_by_time)
    return [Standing(**row._mapping) for row in await sql.rows(session, query)]  # noqa: SLF001 - documented


async def _whole(session: Session, leader: Id, groups: Sequence[Group]) -> list[Answer]:
    """The words of these answers, each as one, in the same order."""
    found = await _pieces(session, leader, [piece.id for group in groups for piece in group])
    opened = {piece.id: piece for piece in found}
    return [joined([opened[piece.id] for piece in group]) for group in groups]


async def _pieces(session: Session, leader: Id, ids: Sequence[Id]) -> list[Answer]:
    found: list[Answer] = []
    for some in range(0, len(ids), AT_ONCE):
        these = _answer.c.id.in_(ids[some : some + AT_ONCE])
        found += await _found(session, leader, _mine(leader, these).order_by(*_by_time))
    return found


async def _found(session: Session, leader: Id, query: Select[Any]) -> list[Answer]:
    return [await _value(session, leader, row) for row in await sql.rows(session, query)]


async def _value(session: Session, leader: Id, row: Row[Any]) -> Answer:
    text = await keys.opened(session, leader, _place(row.id), row.text)
    return Answer(**{**row._mapping, "text": text})  # noqa: SLF001 - the documented way to read a row by name


def _mine(leader: Id, *where: ColumnElement[bool]) -> Select[Any]:
    return select(*_own).where(_answer.c.leader == leader, *where)


def _of_item(leader: Id, item: str) -> list[ColumnElement[bool]]:
    if not item:
        return []
    prompt = tables.prompt
    return [_answer.c.prompt.in_(select(prompt.c.id).where(prompt.c.leader == leader, prompt.c.item == item))]


def _one(leader: Id, answer: Id) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return _answer.c.leader == leader, _answer.c.id == answer


def _place(answer: Id, column: str = "text") -> Place:
    return Place("answer", answer, column)
