"""Notices: what a facilitator says to everybody in a group."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from dialogues.people import Id
from storage import sql
from storage.ids import new_id
from storage.session import Session
from storage.staff_tables import notice as _notice


@dataclass(frozen=True, slots=True)
class Notice:
    """A message to all; `sent_at` None: it still waits."""

    id: Id
    cohort: Id
    made_by: Id | None
    text: str
    made_at: datetime
    sent_at: datetime | None = None


async def add(  # noqa: PLR0913 - what a notice is
    session: Session, cohort: Id, made_by: Id, text: str, now: datetime, number: Id | None = None
) -> Notice:
    """A new notice, which waits; under this number, if there is one."""
    made = Notice(number or new_id(), cohort, made_by, text, now)
    await sql.add(session, _notice, sql.values_of(made))
    return made


async def get(session: Session, notice: Id) -> Notice | None:
    """One notice."""
    row = await sql.first(session, select(_notice).where(_notice.c.id == notice))
    return None if row is None else Notice(**row._mapping)  # noqa: SLF001 - documented


async def of(session: Session, cohort: Id) -> list[Notice]:
    """The notices to a group, newest first."""
    query = select(_notice).where(_notice.c.cohort == cohort).order_by(_notice.c.id.desc())
    return [Notice(**row._mapping) for row in await sql.rows(session, query)]  # noqa: SLF001 - documented


async def sent(session: Session, notice: Id, now: datetime) -> bool:
    """It went out; False when it had before."""
    return bool(await sql.change(session, _notice, _notice.c.id == notice, _notice.c.sent_at.is_(None), sent_at=now))
