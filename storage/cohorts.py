"""Cohorts: the groups that facilitators subscribe."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select

from dialogues.model import Language
from dialogues.people import Cohort, Id
from storage import sql, tables
from storage.faults import NotFound
from storage.ids import new_id
from storage.session import Session

_cohort = tables.cohort
_columns = tuple(column for column in _cohort.c if column.name != "created_at")


async def add(  # noqa: PLR0913 - what a cohort is
    session: Session, name: str, programme: str, language: Language, zone: str, starts_on: date | None, now: datetime
) -> Cohort:
    """A new cohort."""
    made = Cohort(new_id(), name, programme, language, zone, starts_on)
    await sql.add(session, _cohort, {**sql.values_of(made), "created_at": now})
    return made


async def get(session: Session, cohort: Id) -> Cohort:
    """A cohort; raises NotFound."""
    row = await sql.first(session, select(*_columns).where(_cohort.c.id == cohort))
    if row is None:
        raise NotFound("There is no such cohort.")
    return _value(row)


async def all(session: Session) -> list[tuple[Cohort, int]]:  # noqa: A001 - it reads as cohorts.all
    """Every cohort, oldest first, with how many people ever joined it."""
    joined = func.count(func.distinct(tables.enrolment.c.leader)).label("joined")
    query = select(*_columns, joined).outerjoin(tables.enrolment, tables.enrolment.c.cohort == _cohort.c.id)
    found = await sql.rows(session, query.group_by(*_columns).order_by(_cohort.c.id))
    return [(_value(row), row.joined) for row in found]


def _value(row: Row[Any]) -> Cohort:
    return Cohort(row.id, row.name, row.programme, row.language, row.zone, row.starts_on)
