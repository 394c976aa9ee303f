"""What happened, for those who answer for the installation: events and ids, never anybody's words."""

from datetime import datetime

from dialogues.people import Id
from storage import sql, tables
from storage.ids import new_id
from storage.session import Session


async def note(session: Session, event: str, now: datetime, leader: Id | None = None, cohort: Id | None = None) -> None:
    """Write down one event."""
    values = {"id": new_id(), "at": now, "event": event, "leader": leader, "cohort": cohort}
    await sql.add(session, tables.audit, values)
