"""Enrolments: who follows which programme, and when each is due."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from dialogues.people import CLOSED, Enrolment, Id
from storage import sql, tables
from storage.ids import new_id
from storage.session import Session
from storage.tables import among

_enrolment = tables.enrolment
_columns = tuple(column for column in _enrolment.c if column.name not in ("started_at", "guest"))
_active = among(_enrolment.c.state, "active")


async def add(  # noqa: PLR0913 - what an enrolment is
    session: Session,
    leader: Id,
    cohort: Id | None,
    programme: str,
    anchor: date,
    anchor_position: int,
    position: int,
    next_due_at: datetime | None,
    now: datetime,
    *,
    guest: bool = False,
) -> Enrolment:
    """A new, active enrolment; a leader has at most one of these in each group at a time, and one in none.

    `guest`: an earlier group of theirs still runs, so that figures count them there only.
    """
    made = Enrolment(new_id(), leader, cohort, programme, "active", anchor, anchor_position, position, next_due_at)
    await sql.add(session, _enrolment, {**sql.values_of(made), "started_at": now, "guest": guest})
    return made


async def running_of(session: Session, leader: Id) -> list[Enrolment]:
    """The programmes that a leader follows now: the next due first, what has no moment last."""
    query = select(*_columns).where(_enrolment.c.leader == leader, _active)
    order = (_enrolment.c.next_due_at.is_(None), _enrolment.c.next_due_at, _enrolment.c.id)
    return [_value(row) for row in await sql.rows(session, query.order_by(*order))]


async def groups_of(session: Session, leader: Id) -> tuple[tuple[Id, str], ...]:
    """The groups that a leader is in, also after their programme, with their names; those joined last come last."""
    cohort = tables.cohort
    here = (_enrolment.c.leader == leader, among(_enrolment.c.state, "active", "ended"), cohort.c.state.not_in(CLOSED))
    query = select(cohort.c.id, cohort.c.name).join(cohort, cohort.c.id == _enrolment.c.cohort).where(*here)
    rows = await sql.rows(session, query.order_by(_enrolment.c.id))
    return tuple({row.id: row.name for row in rows}.items())


async def of_leader(session: Session, leader: Id) -> list[Enrolment]:
    """Every programme that a leader ever followed, oldest first."""
    query = select(*_columns).where(_enrolment.c.leader == leader).order_by(_enrolment.c.id)
    return [_value(row) for row in await sql.rows(session, query)]


async def of_cohort(session: Session, cohort: Id) -> list[Enrolment]:
    """Who follows the programme of a group now, for this transaction alone; the leaders are held as well."""
    leader = tables.leader
    query = select(*_columns).join(leader, leader.c.id == _enrolment.c.leader)
    mine = query.where(_enrolment.c.cohort == cohort, _active).order_by(_enrolment.c.leader)
    return [_value(row) for row in await sql.rows(session, mine.with_for_update(key_share=True))]


async def unbegun(session: Session, cohort: Id) -> list[Enrolment]:
    """Who was asked nothing yet of the programme of a group, also who left it before; held likewise."""
    leader = tables.leader
    query = select(*_columns).join(leader, leader.c.id == _enrolment.c.leader)
    here = (_enrolment.c.cohort == cohort, _enrolment.c.position == 0, among(_enrolment.c.state, "active", "left"))
    mine = query.where(*here).order_by(_enrolment.c.leader, _enrolment.c.id)
    return [_value(row) for row in await sql.rows(session, mine.with_for_update(key_share=True))]


async def keep(session: Session, enrolment: Enrolment) -> None:
    """Write what changed."""
    values = sql.values_of(enrolment, but=("id", "leader"))
    await sql.change(session, _enrolment, _enrolment.c.id == enrolment.id, **values)


async def follow(session: Session, was: Enrolment, becomes: Enrolment, now: datetime) -> None:
    """Write what changed; when it is another programme, the old one ends and the new one begins in the same place."""
    if was.id == becomes.id:
        await keep(session, becomes)
        return
    await keep(session, replace(was, state="ended", next_due_at=None))
    guest = await session.connection.scalar(select(_enrolment.c.guest).where(_enrolment.c.id == was.id))
    await sql.add(session, _enrolment, {**sql.values_of(becomes), "started_at": now, "guest": guest})


async def return_to(session: Session, was: Enrolment, becomes: Enrolment, now: datetime) -> None:
    """Somebody who left comes back into it: `becomes` is another enrolment beside the one that was left.

    So a group keeps both that they left and that they came back.
    """
    guest = await session.connection.scalar(select(_enrolment.c.guest).where(_enrolment.c.id == was.id))
    anew = {**sql.values_of(becomes), "id": new_id(), "started_at": now, "guest": guest}
    await sql.add(session, _enrolment, anew)


async def claim_due(session: Session, now: datetime, limit: int) -> list[Enrolment]:
    """Active enrolments whose moment has come, longest overdue first, for this transaction alone.

    Who is claimed or heard elsewhere at this moment is left for the next tick; the leaders are held as well.
    """
    return [_value(row) for row in await sql.rows(session, _due(now, limit))]


def _due(now: datetime, limit: int) -> Select[Any]:
    leader = tables.leader
    return (
        select(*_columns)
        .join(leader, leader.c.id == _enrolment.c.leader)
        .where(_active, _enrolment.c.next_due_at <= now)
        .order_by(_enrolment.c.next_due_at, _enrolment.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True)
    )


async def next_due(session: Session) -> datetime | None:
    """The earliest moment at which anybody is due."""
    found: datetime | None = await session.connection.scalar(select(func.min(_enrolment.c.next_due_at)).where(_active))
    return found


def _value(row: Row[Any]) -> Enrolment:
    return Enrolment(**row._mapping)  # noqa: SLF001 - the documented way to read a row by name
