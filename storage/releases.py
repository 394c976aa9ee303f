"""Releases: the figures of a closed week and the mirror of a closed period, kept as they are, each once."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Label, Row, func, select

from dialogues.people import Cohort, Id
from storage import cohorts, sql, tables
from storage.ids import new_id
from storage.session import Session
from storage.staff_tables import release as _release

Kind = Literal["week", "mirror"]
_cohort = tables.cohort


@dataclass(frozen=True, slots=True)
class Kept:
    """What was released about a group from `first` to `last` day; `facts` is JSON of `summaries.cohort.facts`."""

    id: Id
    cohort: Id
    kind: Kind
    first: date
    last: date
    facts: str
    published_at: datetime | None


_columns = tuple(_release.c[name] for name in ("id", "cohort", "kind", "first", "last", "facts", "published_at"))


async def keep(session: Session, cohort: Id, kind: Kind, days: tuple[date, date], facts: str, now: datetime) -> bool:  # noqa: PLR0913 - what a release is
    """Release it, once for ever; False when there is one of this week or period already."""
    values = {"id": new_id(), "cohort": cohort, "kind": kind, "first": days[0], "last": days[1]}
    return await sql.add_once(session, _release, {**values, "facts": facts, "released_at": now})


async def of(session: Session, cohort: Id, kind: Kind) -> list[Kept]:
    """What was released about a group, oldest first."""
    return await _found(session, _release.c.cohort == cohort, _release.c.kind == kind)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a group has come: the Monday of its last released week, and the last day of its last mirror."""

    cohort: Cohort
    created_at: datetime
    week: date | None
    mirror: date | None


async def standings(session: Session, cohort: Id | None = None) -> list[Standing]:
    """How far every group has come that is not archived, or one of them, oldest first."""
    week, mirror = _newest("week", "first"), _newest("mirror", "last")
    query = select(*cohorts.COLUMNS, _cohort.c.created_at, week, mirror).where(_cohort.c.state != "archived")
    mine = query if cohort is None else query.where(_cohort.c.id == cohort)
    rows = await sql.rows(session, mine.order_by(_cohort.c.id))
    return [Standing(cohorts.value(row), row.created_at, row.week, row.mirror) for row in rows]


def _newest(kind: Kind, day: Literal["first", "last"]) -> Label[Any]:
    mine = (_release.c.cohort == _cohort.c.id, _release.c.kind == kind)
    return select(func.max(_release.c[day])).where(*mine).scalar_subquery().label(kind)


async def get(session: Session, release: Id) -> Kept | None:
    """One release."""
    return next(iter(await _found(session, _release.c.id == release)), None)


async def publish(session: Session, release: Id, member: Id | None, now: datetime) -> bool:
    """Show a mirror to its group from now on; False when it was published before."""
    still = (_release.c.id == release, _release.c.kind == "mirror", _release.c.published_at.is_(None))
    return bool(await sql.change(session, _release, *still, published_at=now, published_by=member))


async def _found(session: Session, *where: ColumnElement[bool]) -> list[Kept]:
    query = select(*_columns).where(*where).order_by(_release.c.first, _release.c.id)
    return [_value(row) for row in await sql.rows(session, query)]


def _value(row: Row[Any]) -> Kept:
    return Kept(**row._mapping)  # noqa: SLF001 - the documented way to read a row by name
