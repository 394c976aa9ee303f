"""What happened, for those who answer for the installation: events and ids, never anybody's words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, or_, select

from dialogues.people import Id
from storage import sql, tables
from storage.codec import ascii_json
from storage.ids import new_id
from storage.session import Session
from storage.staff_tables import member, role

_audit = tables.audit
_GOT = ("role given", "role accepted")  # how somebody got a role
_ROLES = (*_GOT, "role ended", "person invited", "person's invite revoked", "own name changed")


@dataclass(frozen=True, slots=True)
class Deed:
    """What a member did: where, and short details that are nobody's words."""

    event: str
    member: Id
    organisation: Id
    cohort: Id | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Noted:
    """A deed as it stands in the trail; `by` is the member's name, "" when they are gone or gave none.

    `whose`: likewise the name of whose role it was about, where that was somebody else's to end.
    """

    id: Id
    at: datetime
    event: str
    cohort: Id | None
    member: Id | None
    by: str
    detail: Mapping[str, Any]
    whose: str = ""


async def note(session: Session, event: str, now: datetime, leader: Id | None = None, cohort: Id | None = None) -> None:
    """Write down one event."""
    values = {"id": new_id(), "at": now, "event": event, "leader": leader, "cohort": cohort}
    await sql.add(session, _audit, values)


async def did(session: Session, deed: Deed, now: datetime) -> None:
    """Write down what a member did."""
    values = sql.values_of(deed, but=("detail",))
    await sql.add(session, _audit, {"id": new_id(), "at": now, **values, "detail": ascii_json(deed.detail)})


async def did_lately(session: Session, deed: Deed, now: datetime, since: datetime) -> None:
    """The same once, however often this member did it there since then."""
    there = (_audit.c.organisation == deed.organisation, _audit.c.cohort.is_not_distinct_from(deed.cohort))
    same = (_audit.c.event == deed.event, _audit.c.member == deed.member, _audit.c.at > since)
    if not await sql.count(session, _audit, *there, *same):
        await did(session, deed, now)


async def within(
    session: Session, organisation: Id, cohort: Id | None = None, before: Id | None = None, limit: int = 50
) -> list[Noted]:
    """What members did in an organisation or a group of it, newest first; `before` is the last one that was read."""
    where = [_audit.c.organisation == organisation]
    where += [_audit.c.cohort == cohort] if cohort else []
    where += [_audit.c.id < before] if before else []
    return await _found(session, limit, *where)


async def about(  # noqa: PLR0913 - a page of what is about a group
    session: Session, organisation: Id, cohort: Id, made_at: datetime, before: Id | None = None, limit: int = 50
) -> list[Noted]:
    """What members did to a group that was made then, and who may look into all groups, newest first.

    Of roles for all groups: what was done about them since, and how who held one by then had got it.
    """
    of_it = and_(_audit.c.cohort == cohort, _audit.c.member.is_not(None))
    where = [or_(of_it, _of_all(organisation, made_at))]
    where += [_audit.c.id < before] if before else []
    return await _found(session, limit, *where)


def _of_all(organisation: Id, made_at: datetime) -> ColumnElement[bool]:
    held = exists().where(
        role.c.member == _audit.c.member,
        role.c.organisation == organisation,
        role.c.cohort.is_(None),
        role.c.given_at <= made_at,
        or_(role.c.ended_at.is_(None), role.c.ended_at > made_at),
    )
    stood = and_(_audit.c.event.in_(_GOT), held)
    of_roles = and_(_audit.c.organisation == organisation, _audit.c.cohort.is_(None), _audit.c.event.in_(_ROLES))
    return and_(of_roles, or_(_audit.c.at >= made_at, stood))


async def of_cohort(session: Session, cohort: Id, limit: int = 50) -> list[Noted]:
    """What members did to a group, newest first: for the people in it."""
    return await _found(session, limit, _audit.c.cohort == cohort, _audit.c.member.is_not(None))


async def _found(session: Session, limit: int, *where: ColumnElement[bool]) -> list[Noted]:
    columns = (
        _audit.c.id,
        _audit.c.at,
        _audit.c.event,
        _audit.c.cohort,
        _audit.c.member,
        member.c.name,
        _audit.c.detail,
    )
    query = select(*columns).outerjoin(member, member.c.id == _audit.c.member).where(*where)
    found = [_value(row) for row in await sql.rows(session, query.order_by(_audit.c.id.desc()).limit(limit))]
    names = await _names(session, {int(one.detail["of"]) for one in found if "of" in one.detail})
    return [replace(one, whose=names.get(one.detail.get("of"), "")) for one in found]


async def _names(session: Session, wanted: set[Id]) -> dict[Any, str]:
    """What these members are called; nothing of who is gone."""
    if not wanted:
        return {}
    query = select(member.c.id, member.c.name).where(member.c.id.in_(wanted))
    return {row.id: row.name for row in await sql.rows(session, query)}


def _value(row: Row[Any]) -> Noted:
    return Noted(row.id, row.at, row.event, row.cohort, row.member, row.name or "", json.loads(row.detail))
