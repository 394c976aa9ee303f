"""Cohorts: the groups that facilitators subscribe, and how many people ever joined each.

That number never falls: of whoever is erased a line in the trail goes on counting, without a person or a moment.
"""

import secrets
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, func, select

from dialogues.model import Language
from dialogues.people import CLOSED, Cohort, Id
from storage import sql, tables
from storage.faults import NotFound
from storage.ids import new_id
from storage.session import Session
from storage.staff_tables import cohort_size

_cohort, _audit = tables.cohort, tables.audit
_ERASED = "place erased"
_ID_BITS = 62  # no number made of the time, as others are: that would be the moment
COLUMNS = tuple(column for column in _cohort.c if column.name != "created_at")


async def add(  # noqa: PLR0913 - what a cohort is
    session: Session, name: str, programme: str, language: Language, zone: str, starts_on: date | None, now: datetime
) -> Cohort:
    """A new cohort of no organisation yet."""
    made = Cohort(new_id(), name, programme, language, zone, starts_on)
    await insert(session, made, now)
    return made


async def insert(session: Session, cohort: Cohort, now: datetime) -> None:
    """A new cohort with all that it is."""
    await sql.add(session, _cohort, {**sql.values_of(cohort), "created_at": now})


async def keep(session: Session, cohort: Cohort) -> None:
    """Write what changed."""
    await sql.change(session, _cohort, _cohort.c.id == cohort.id, **sql.values_of(cohort, but=("id",)))


async def get(session: Session, cohort: Id, *, held: bool = False) -> Cohort:
    """A cohort; `held`: kept for this transaction, so that nobody else changes it meanwhile. Raises NotFound."""
    query = select(*COLUMNS).where(_cohort.c.id == cohort)
    row = await sql.first(session, query.with_for_update(key_share=True) if held else query)
    if row is None:
        raise NotFound("There is no such cohort.")
    return value(row)


async def created_at(session: Session, cohort: Id) -> datetime:
    """When a cohort was subscribed; raises NotFound."""
    found: datetime | None = await session.connection.scalar(select(_cohort.c.created_at).where(_cohort.c.id == cohort))
    if found is None:
        raise NotFound("There is no such cohort.")
    return found


async def all(session: Session) -> list[tuple[Cohort, int]]:  # noqa: A001 - it reads as cohorts.all
    """Every cohort, oldest first, with how many people ever joined it."""
    return await _listed(session)


async def of(session: Session, organisations: Collection[Id]) -> list[tuple[Cohort, int]]:
    """The cohorts of these organisations, oldest first, with how many people ever joined each."""
    return await _listed(session, _cohort.c.organisation.in_(organisations))


async def size(session: Session, cohort: Id) -> int:
    """How many people ever joined a cohort."""
    return sum(joined for _, joined in await _listed(session, _cohort.c.id == cohort))


async def count_on(session: Session, leader: Id) -> None:
    """Whoever is erased now goes on counting among those who ever joined a group. Call it before they are."""
    theirs = select(tables.enrolment.c.cohort).where(tables.enrolment.c.leader == leader)
    for row in await sql.rows(session, select(_cohort.c.id, _cohort.c.created_at).where(_cohort.c.id.in_(theirs))):
        bare = {"id": secrets.randbits(_ID_BITS), "at": row.created_at, "event": _ERASED, "cohort": row.id}
        await sql.add(session, _audit, bare)


async def running(session: Session) -> list[Cohort]:
    """The cohorts that are not closed and have an end, or rest; held for this transaction."""
    ends = _cohort.c.ends_on.is_not(None) | (_cohort.c.state == "paused")
    query = select(*COLUMNS).where(_cohort.c.state.not_in(CLOSED), ends).order_by(_cohort.c.id)
    return [value(row) for row in await sql.rows(session, query.with_for_update(key_share=True))]


async def over(session: Session) -> list[Cohort]:
    """The cohorts that were closed."""
    query = select(*COLUMNS).where(_cohort.c.state.in_(CLOSED), _cohort.c.ends_on.is_not(None))
    return [value(row) for row in await sql.rows(session, query.order_by(_cohort.c.id))]


async def erase(session: Session, cohort: Id) -> None:
    """Delete a cohort with its invites, figures, notices, orders and trail; what its people gave stays theirs."""
    await sql.remove(session, tables.audit, tables.audit.c.cohort == cohort)
    await sql.remove(session, _cohort, _cohort.c.id == cohort)


async def adopt(session: Session, organisation: Id) -> int:
    """Give the cohorts of no organisation to this one; how many is returned."""
    return await sql.change(session, _cohort, _cohort.c.organisation.is_(None), organisation=organisation)


async def _listed(session: Session, *where: ColumnElement[bool]) -> list[tuple[Cohort, int]]:
    joined = (func.coalesce(cohort_size.c.joined, 0) + _erased()).label("joined")
    query = select(*COLUMNS, joined).outerjoin(cohort_size, cohort_size.c.cohort == _cohort.c.id)
    found = await sql.rows(session, query.where(*where).order_by(_cohort.c.id))
    return [(value(row), row.joined) for row in found]


def _erased() -> ScalarSelect[int]:
    mine = (_audit.c.cohort == _cohort.c.id, _audit.c.event == _ERASED)
    return select(func.count(_audit.c.id)).where(*mine).correlate(_cohort).scalar_subquery()


def value(row: Row[Any]) -> Cohort:
    """The cohort that a row with these columns holds, among others."""
    return Cohort(**{column.name: row._mapping[column] for column in COLUMNS})  # noqa: SLF001 - documented
