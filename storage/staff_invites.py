"""Invites for people who run groups: for one person, known by a digest only, limited in time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, select, update

from dialogues.people import Id
from storage import sql
from storage.ids import new_id
from storage.roles import Kind
from storage.session import Session
from storage.staff_tables import staff_invite as _invite


@dataclass(frozen=True, slots=True)
class StaffInvite:
    """Which role waits for whoever uses it first."""

    id: Id
    organisation: Id
    cohort: Id | None
    kind: Kind
    made_by: Id | None
    expires_at: datetime


_columns = tuple(_invite.c[name] for name in ("id", "organisation", "cohort", "kind", "made_by", "expires_at"))


async def add(session: Session, invite: StaffInvite, digest: str, wall: datetime) -> None:
    """A new invite; `digest` is the SHA-256 of its token in hex, the token itself is never stored."""
    await sql.add(session, _invite, {**sql.values_of(invite), "digest": digest, "made_at": wall})


async def has(session: Session, digest: str) -> bool:
    """Was there ever an invite with this digest, open or not?"""
    return await sql.first(session, select(_invite.c.id).where(_invite.c.digest == digest)) is not None


def new(role: tuple[Id, Id | None, Kind], made_by: Id | None, expires_at: datetime) -> StaffInvite:
    """An invite that is not kept yet; `role` is its organisation, cohort (None: all) and kind."""
    return StaffInvite(new_id(), *role, made_by, expires_at)


async def use(session: Session, digest: str, wall: datetime) -> StaffInvite | None:
    """Use an invite; None when it is not open (any more), however many try at the same time."""
    query = update(_invite).where(_invite.c.digest == digest, _open(wall)).values(used_at=wall).returning(*_columns)
    row = (await session.connection.execute(query)).first()
    return None if row is None else _value(row)


async def within(session: Session, organisation: Id, wall: datetime) -> list[StaffInvite]:
    """The invites of an organisation that are open now, oldest first."""
    query = select(*_columns).where(_invite.c.organisation == organisation, _open(wall)).order_by(_invite.c.id)
    return [_value(row) for row in await sql.rows(session, query)]


async def revoke(session: Session, organisation: Id, invite: Id, wall: datetime) -> bool:
    """Close an invite of this organisation; False when it was not open."""
    mine = (_invite.c.id == invite, _invite.c.organisation == organisation)
    return bool(await sql.change(session, _invite, *mine, _open(wall), revoked_at=wall))


def _open(wall: datetime) -> ColumnElement[bool]:
    return and_(_invite.c.expires_at > wall, _invite.c.used_at.is_(None), _invite.c.revoked_at.is_(None))


def _value(row: Row[Any]) -> StaffInvite:
    return StaffInvite(**row._mapping)  # noqa: SLF001 - the documented way to read a row by name
