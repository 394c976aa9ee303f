"""Organisations: in whose name groups are run."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from dialogues.people import Id
from storage import sql
from storage.faults import NotFound
from storage.ids import new_id
from storage.session import Session
from storage.staff_tables import organisation as _organisation


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who runs groups together."""

    id: Id
    name: str


_columns = (_organisation.c.id, _organisation.c.name)


async def add(session: Session, name: str, now: datetime) -> Organisation:
    """A new organisation."""
    made = Organisation(new_id(), name)
    await sql.add(session, _organisation, {**sql.values_of(made), "created_at": now})
    return made


async def get(session: Session, organisation: Id) -> Organisation:
    """An organisation; raises NotFound."""
    row = await sql.first(session, select(*_columns).where(_organisation.c.id == organisation))
    if row is None:
        raise NotFound("There is no such organisation.")
    return Organisation(row.id, row.name)


async def first(session: Session) -> Organisation | None:
    """The oldest organisation; None when there is none yet."""
    row = await sql.first(session, select(*_columns).order_by(_organisation.c.id).limit(1))
    return None if row is None else Organisation(row.id, row.name)


async def rename(session: Session, organisation: Id, name: str) -> None:
    """Another name."""
    await sql.change(session, _organisation, _organisation.c.id == organisation, name=name)
