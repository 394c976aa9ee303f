"""What `doctor` looks at: how much waits, how long, and what needs a person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage import enrolments, errands, inbox, leaders, outbox, sql, tables
from storage.session import Session
from storage.tables import among


@dataclass(frozen=True, slots=True)
class Health:
    """Counts of rows, and the moments of what waits longest; None where nothing waits."""

    leaders: int
    enrolled: int
    inbox: dict[str, int]
    outbox: dict[str, int]
    oldest_waiting: datetime | None  # machine time of the oldest update that is yet to be handled
    oldest_planned: datetime | None  # machine time from which the oldest message may go out
    next_enrolment: datetime | None  # story time
    next_errand: datetime | None  # story time


@dataclass(frozen=True, slots=True)
class LookBacks:
    """Look backs of this month: `due` and waiting to be made, made, and letters of them that are on their way or there.

    One that was asked for again is made once and delivered more often.
    """

    due: int
    made: int
    on_their_way: int
    delivered: int


async def look_backs(session: Session, kinds: Collection[str], now: datetime) -> LookBacks:
    """How far the look backs are, planned as errands of these kinds, since the month began (UTC)."""
    since = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    letter, summary = tables.outbox.c, tables.summary
    letters = (letter.screen_name == "lookback", letter.edits.is_(None), letter.created_at >= since)
    return LookBacks(
        due=await errands.count_due(session, now, kinds),
        made=await sql.count(session, summary, summary.c.created_at >= since),
        on_their_way=await sql.count(session, tables.outbox, *letters, among(letter.state, *tables.OUTBOX_UNFINISHED)),
        delivered=await sql.count(session, tables.outbox, *letters, letter.state == "sent"),
    )


async def report(session: Session) -> Health:
    """How the database is doing now."""
    return Health(
        leaders=await leaders.count(session),
        enrolled=await sql.count(session, tables.enrolment, among(tables.enrolment.c.state, "active")),
        inbox=await inbox.counts(session),
        outbox=await outbox.counts(session),
        oldest_waiting=await _oldest_waiting(session),
        oldest_planned=await outbox.ready_at(session),
        next_enrolment=await enrolments.next_due(session),
        next_errand=await errands.next_due(session),
    )


async def _oldest_waiting(session: Session) -> datetime | None:
    unfinished = among(tables.inbox.c.state, *tables.INBOX_UNFINISHED)
    query = select(func.min(tables.inbox.c.received_at)).where(unfinished)
    found: datetime | None = await session.connection.scalar(query)
    return found
