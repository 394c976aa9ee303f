"""Departures: that somebody who joined a group on one day left it on another, never who; figures depend on it."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from dialogues.people import Id
from storage import sql, tables
from storage.ids import new_id
from storage.session import Session
from storage.staff_tables import departure as _departure

_enrolment, _cohort = tables.enrolment, tables.cohort


@dataclass(frozen=True, slots=True)
class Departure:
    """Two days in the zone of the group; `guest`: they were never counted there."""

    joined_on: date
    left_on: date
    guest: bool


async def note(session: Session, leader: Id, now: datetime, cohort: Id | None = None) -> None:
    """Somebody leaves this group, or (with None) every group; once for each time that they were in it.

    Call it before their enrolments change.
    """
    columns = (_enrolment.c.cohort, _enrolment.c.state, _enrolment.c.started_at, _enrolment.c.guest, _cohort.c.zone)
    query = select(*columns).join(_cohort, _cohort.c.id == _enrolment.c.cohort).where(_enrolment.c.leader == leader)
    rows = await sql.rows(session, query.order_by(_enrolment.c.id.desc()))
    newest = {row.cohort: row.state for row in reversed(rows)}
    here = {group for group, state in newest.items() if state != "left" and cohort in (None, group)}
    first = {row.cohort: row for row in rows if row.cohort in here}  # of each group the first time, which is last
    for number, row in first.items():
        zone = ZoneInfo(row.zone)
        days = {"joined_on": row.started_at.astimezone(zone).date(), "left_on": now.astimezone(zone).date()}
        await sql.add(session, _departure, {"id": new_id(), "cohort": number, "guest": row.guest, **days})


async def of(session: Session, cohort: Id) -> list[Departure]:
    """Who left a group, in the order of leaving."""
    query = select(_departure).where(_departure.c.cohort == cohort).order_by(_departure.c.left_on, _departure.c.id)
    return [Departure(row.joined_on, row.left_on, row.guest) for row in await sql.rows(session, query)]
