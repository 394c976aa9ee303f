"""The durable inbox: updates are committed here before they are confirmed, and handed out in order per chat."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, Row, Select, and_, bindparam, literal, or_, select, update

from storage import sql, tables
from storage.session import Session
from storage.tables import among
from storage.vault import Place, seal, unseal

KEEP_PARKED = timedelta(days=7)  # what could not be handled holds somebody's words: no longer than this
KEEP_HANDLED = timedelta(days=8)  # an update cannot come again later: Telegram keeps them for a day

_inbox = tables.inbox


def _claimable() -> Select[Any]:
    """The first of every chat, if it waits and its moment has come, or if the lease on it ran out."""
    first, earlier = _inbox.alias("first"), _inbox.alias("earlier")
    blocked = (
        select(literal(1))
        .where(earlier.c.chat == first.c.chat, earlier.c.update_id < first.c.update_id)
        .where(among(earlier.c.state, *tables.INBOX_UNFINISHED))
    )
    return (
        select(first.c.update_id)
        .where(among(first.c.state, *tables.INBOX_UNFINISHED), first.c.ready_at <= bindparam("wall"))
        .where(~blocked.exists())
        .order_by(first.c.update_id)
        .limit(bindparam("amount", type_=Integer()))
        .with_for_update(skip_locked=True)
    )


# Built once: building a statement costs more than running it, and these run for every update.
_CLAIM = (
    update(_inbox)
    .where(_inbox.c.update_id.in_(select(_claimable().cte("claimable").c.update_id)))
    .values(state="leased", attempts=_inbox.c.attempts + 1, ready_at=bindparam("until"))
    .returning(_inbox)
)
_HANDLED = (
    update(_inbox)
    .where(_inbox.c.update_id == bindparam("which"), _inbox.c.state != "handled")
    .values(state="handled", settled_at=bindparam("wall"), payload=None, chat=None, why=None)
)


@dataclass(frozen=True, slots=True)
class Received:
    """An update that was handed out; `attempts` counts how often, this time included."""

    update_id: int
    chat: int | None
    payload: bytes = field(repr=False)
    attempts: int


async def store(session: Session, rows: Sequence[tuple[int, int | None, bytes]], wall: datetime) -> int:
    """Keep updates (update id, chat if known, raw JSON), each once; how many were new is returned."""
    if not rows:
        return 0
    values = [_new(session, *row, wall) for row in rows]
    statement = sql.once(session.dialect, _inbox).returning(_inbox.c.update_id)
    return len((await session.connection.execute(statement, values)).all())


def _new(session: Session, update_id: int, chat: int | None, payload: bytes, wall: datetime) -> dict[str, Any]:
    sealed = seal(session.vault.installation, _place(update_id), payload)
    times = {"ready_at": wall, "received_at": wall}
    return {"update_id": update_id, "chat": chat, "payload": sealed, "state": "waiting", "attempts": 0, **times}


def _place(update_id: int) -> Place:
    return Place("inbox", update_id, "payload")


async def claim(session: Session, wall: datetime, lease_seconds: float, limit: int) -> list[Received]:
    """Take updates for `lease_seconds`: oldest first, one per chat, never one while an earlier of its chat is open.

    A lease that ran out (a worker died) is handed out again.
    """
    until = wall + timedelta(seconds=lease_seconds)
    found = await session.connection.execute(_CLAIM, {"wall": wall, "until": until, "amount": limit})
    return [_received(session, row) for row in sorted(found, key=lambda row: row.update_id)]


def _received(session: Session, row: Row[Any]) -> Received:
    payload = unseal(session.vault.installation, _place(row.update_id), row.payload)
    return Received(row.update_id, row.chat, payload, row.attempts)


async def handled(session: Session, update_id: int, wall: datetime) -> bool:
    """Mark an update as handled and empty it; False when it was handled before, so that nothing is done twice."""
    return (await session.connection.execute(_HANDLED, {"which": update_id, "wall": wall})).rowcount == 1


async def failed(session: Session, update_id: int, why: str, retry_at: datetime, wall: datetime) -> None:  # noqa: ARG001 - all settling functions take the wall time
    """Give an update back for a later try; the rest of its chat waits for it."""
    leased = and_(_inbox.c.update_id == update_id, _inbox.c.state == "leased")
    await sql.change(session, _inbox, leased, state="waiting", ready_at=retry_at, why=sql.as_plain(why))


async def park(session: Session, update_id: int, why: str, wall: datetime) -> None:
    """Set an update aside, so that its chat goes on; somebody may look at it for a week."""
    unsettled = and_(_inbox.c.update_id == update_id, among(_inbox.c.state, *tables.INBOX_UNFINISHED))
    await sql.change(session, _inbox, unsettled, state="parked", settled_at=wall, why=sql.as_plain(why))


async def purge(session: Session, wall: datetime) -> int:
    """Delete what was parked or handled long enough ago; how many rows is returned."""
    old = or_(
        and_(_inbox.c.state == "parked", _inbox.c.settled_at <= wall - KEEP_PARKED),
        and_(_inbox.c.state == "handled", _inbox.c.settled_at <= wall - KEEP_HANDLED),
    )
    return await sql.remove(session, _inbox, old)


async def counts(session: Session) -> dict[str, int]:
    """How many updates are in each state."""
    return await sql.tally(session, _inbox.c.state)


async def waiting(session: Session) -> int:
    """How many updates are yet to be handled, those being handled included."""
    return await sql.count(session, _inbox, among(_inbox.c.state, *tables.INBOX_UNFINISHED))
