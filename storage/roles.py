"""Roles: what a member may be, in an organisation or one of its groups; one that ended is kept, and counts no more."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Row, select

from dialogues.people import Id
from storage import sql
from storage.ids import new_id
from storage.session import Session
from storage.staff_tables import member, role

Kind = Literal["owner", "facilitator", "observer"]


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody holds; `cohort` None: in every group of the organisation."""

    id: Id
    member: Id
    organisation: Id
    cohort: Id | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Named:
    """The same with the name of who holds it, and since when."""

    role: Held
    name: str
    given_at: datetime


_columns = (role.c.id, role.c.member, role.c.organisation, role.c.cohort, role.c.kind)
_live = role.c.ended_at.is_(None)


async def give(session: Session, held: Held, given_by: Id | None, now: datetime) -> bool:
    """Give a role; False when the member has the same already."""
    same = (role.c.organisation == held.organisation, role.c.cohort.is_not_distinct_from(held.cohort))
    if await sql.count(session, role, _live, role.c.member == held.member, role.c.kind == held.kind, *same):
        return False
    await sql.add(session, role, {**sql.values_of(held), "given_by": given_by, "given_at": now})
    return True


def new(member: Id, organisation: Id, cohort: Id | None, kind: Kind) -> Held:
    """A role that is not given yet."""
    return Held(new_id(), member, organisation, cohort, kind)


async def of(session: Session, member: Id) -> list[Held]:
    """The roles that a member holds now, oldest first."""
    query = select(*_columns).where(role.c.member == member, _live).order_by(role.c.id)
    return [_value(row) for row in await sql.rows(session, query)]


async def ever(session: Session, member: Id) -> bool:
    """Did this member ever hold a role?"""
    return bool(await sql.count(session, role, role.c.member == member))


async def get(session: Session, number: Id) -> Held | None:
    """A role that is held now."""
    row = await sql.first(session, select(*_columns).where(role.c.id == number, _live))
    return None if row is None else _value(row)


async def within(session: Session, organisation: Id) -> list[Named]:
    """Who holds a role in an organisation or one of its groups now, oldest first."""
    query = select(*_columns, member.c.name, role.c.given_at).join(member, member.c.id == role.c.member)
    found = await sql.rows(session, query.where(role.c.organisation == organisation, _live).order_by(role.c.id))
    return [Named(_value(row), row.name, row.given_at) for row in found]


async def end(session: Session, number: Id, now: datetime) -> bool:
    """End a role; False when it had ended."""
    return bool(await sql.change(session, role, role.c.id == number, _live, ended_at=now))


def _value(row: Row[Any]) -> Held:
    return Held(row.id, row.member, row.organisation, row.cohort, row.kind)
