"""Sentences that a leader keeps for the look back on their year: sealed, one of each answer, gone with it."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from dialogues.people import Id
from storage import keys, sql, tables
from storage.ids import new_id
from storage.session import Session
from storage.tables import among
from storage.vault import Place

_keepsake = tables.keepsake


@dataclass(frozen=True, slots=True)
class Keepsake:
    """One sentence, verbatim as it is shown, of an answer that still stands."""

    answer: Id
    text: str = field(repr=False)
    kept_at: datetime


async def keep(session: Session, leader: Id, answer: Id, text: str, now: datetime) -> None:
    """Keep a sentence; another one of the same answer makes way for it."""
    await drop(session, leader, answer)
    made = new_id()
    sealed = await keys.sealed(session, leader, _place(made), text)
    values = {"id": made, "leader": leader, "answer": answer, "text": sealed, "kept_at": now}
    await sql.add(session, _keepsake, values)


async def drop(session: Session, leader: Id, answer: Id) -> None:
    """Let go of the sentence of an answer."""
    await sql.remove(session, _keepsake, _keepsake.c.leader == leader, _keepsake.c.answer == answer)


async def of(session: Session, leader: Id) -> list[Keepsake]:
    """What is kept of answers that are neither hidden nor withdrawn, in the order of keeping."""
    answer = tables.answer
    stands = select(answer.c.id).where(answer.c.leader == leader, among(answer.c.state, "kept"))
    mine = select(_keepsake).where(_keepsake.c.leader == leader, _keepsake.c.answer.in_(stands))
    rows = await sql.rows(session, mine.order_by(_keepsake.c.id))
    return [
        Keepsake(row.answer, await keys.opened(session, leader, _place(row.id), row.text), row.kept_at) for row in rows
    ]


def _place(row: Id) -> Place:
    return Place("keepsake", row, "text")
