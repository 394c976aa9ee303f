"""Who is signed in: kept here, so that it can be ended here; the browser holds a random secret. Machine time."""

from datetime import datetime

from sqlalchemy import Table, select

from dialogues.people import Id
from storage import sql, staff_tables
from storage.ids import new_id
from storage.session import Session
from storage.sign_ins import Door


async def begin(session: Session, door: Door, whose: Id, digest: str, wall: datetime) -> None:
    """A new session; `digest` is the SHA-256 of the browser's secret in hex."""
    values = {"id": new_id(), _of(door): whose, "digest": digest, "begun_at": wall, "seen_at": wall}
    await sql.add(session, _table(door), values)


async def whose(session: Session, door: Door, digest: str, seen_since: datetime, begun_since: datetime) -> Id | None:
    """Whose session this is; None when it ended, rested since `seen_since` or began before `begun_since`."""
    found = _table(door)
    live = (found.c.digest == digest, found.c.ended_at.is_(None))
    young = (found.c.seen_at > seen_since, found.c.begun_at > begun_since)
    row = await sql.first(session, select(found.c[_of(door)]).where(*live, *young))
    return None if row is None else int(row[0])


async def seen(session: Session, door: Door, digest: str, wall: datetime, unless_since: datetime) -> None:
    """It is in use now; not written again when it was seen after `unless_since`."""
    found = _table(door)
    await sql.change(session, found, found.c.digest == digest, found.c.seen_at <= unless_since, seen_at=wall)


async def end(session: Session, door: Door, digest: str, wall: datetime) -> None:
    """Sign out."""
    found = _table(door)
    await sql.change(session, found, found.c.digest == digest, found.c.ended_at.is_(None), ended_at=wall)


def _table(door: Door) -> Table:
    return staff_tables.web_session if door == "console" else staff_tables.page_session


def _of(door: Door) -> str:
    return "member" if door == "console" else "leader"
