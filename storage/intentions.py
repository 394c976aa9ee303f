"""Intentions: what a leader means to do, in their own words, and what became of it. Withdrawn words are in none."""

from datetime import datetime

from sqlalchemy import ColumnElement, or_, select

from dialogues.people import Id, Intention, IntentionState
from storage import keys, sql, tables
from storage.session import Session
from storage.vault import Place

_intention = tables.intention


async def add(session: Session, intention: Intention) -> bool:
    """Keep an intention; False when its answer has become one already."""
    text = await keys.sealed(session, intention.leader, _place(intention.id), intention.text)
    return await sql.add_once(session, _intention, {**sql.values_of(intention), "text": text})


async def get(session: Session, leader: Id, intention: Id) -> Intention | None:
    """One intention, if it is this leader's."""
    found = await _found(session, leader, _intention.c.id == intention)
    return found[0] if found else None


async def open_of(session: Session, leader: Id) -> list[Intention]:
    """What a leader still means to do, oldest first."""
    return await _found(session, leader, _intention.c.state == "open")


async def set_state(session: Session, leader: Id, intention: Id, state: IntentionState, now: datetime) -> None:
    """Note what became of it, and when that was told; told once more, the same keeps its moment."""
    news = (_intention.c.leader == leader, _intention.c.id == intention, _intention.c.state != state)
    await sql.change(session, _intention, *news, state=state, settled_at=None if state == "open" else now)


async def reword(session: Session, leader: Id, intention: Id, text: str) -> bool:
    """Put other words in the place of the earlier ones; False when there is no such intention."""
    mine = (_intention.c.leader == leader, _intention.c.id == intention)
    return (
        await sql.change(session, _intention, *mine, text=await keys.sealed(session, leader, _place(intention), text))
        == 1
    )


async def erase_of(session: Session, leader: Id, answer: Id) -> None:
    """Delete what was made of an answer, with its words."""
    await sql.remove(session, _intention, _intention.c.leader == leader, _intention.c.answer == answer)


async def of(session: Session, leader: Id) -> list[Intention]:
    """Everything a leader ever meant to do, oldest first."""
    return await _found(session, leader)


async def _found(session: Session, leader: Id, *where: ColumnElement[bool]) -> list[Intention]:
    answer = tables.answer
    withdrawn = select(answer.c.id).where(answer.c.leader == leader, answer.c.state == "withdrawn")
    spoken = or_(_intention.c.answer.is_(None), _intention.c.answer.not_in(withdrawn))
    mine = select(_intention).where(_intention.c.leader == leader, spoken, *where)
    found = []
    for row in await sql.rows(session, mine.order_by(_intention.c.made_at, _intention.c.id)):
        text = await keys.opened(session, leader, _place(row.id), row.text)
        found.append(Intention(row.id, leader, row.answer, text, row.made_at, row.state, row.settled_at))
    return found


def _place(intention: Id) -> Place:
    return Place("intention", intention, "text")
