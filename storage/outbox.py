"""The transactional outbox: what is to be said, committed with what caused it, claimed with a lease, settled once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    tuple_,
    update,
)

from dialogues.people import Id
from storage import sql, tables
from storage.codec import ascii_json
from storage.ids import new_id
from storage.session import Session
from storage.tables import among

Kind = Literal["prompt", "reply", "reminder", "summary", "safety", "edit", "document"]

_URGENCY: Mapping[str, int] = {"safety": 0, "reply": 1, "edit": 1, "document": 1}
_REPEATABLE = ("edit", "safety")  # an edit may be made twice; safety is worth a second copy
_LASTING = ("lookback", "lookback_picture")  # a line of them may be hidden at any time
_KEEP_SETTLED = timedelta(days=30)
_KEEP_STRANGERS = timedelta(days=1)

_outbox = tables.outbox


def _claimable() -> Select[Any]:
    """The first unfinished message of every chat, if it is planned and its moment has come."""
    first, earlier = _outbox.alias("first"), _outbox.alias("earlier")
    blocked = (
        select(literal(1))
        .where(earlier.c.chat == first.c.chat, among(earlier.c.state, *tables.OUTBOX_UNFINISHED))
        .where(tuple_(earlier.c.turn_at, earlier.c.id) < tuple_(first.c.turn_at, first.c.id))
    )
    return (
        select(first.c.id)
        .where(among(first.c.state, "planned"), first.c.not_before <= bindparam("wall"), ~blocked.exists())
        .order_by(first.c.priority, first.c.turn_at, first.c.id)
        .limit(bindparam("amount", type_=Integer()))
        .with_for_update(skip_locked=True)
    )


# Built once: building a statement costs more than running it, and these run for every message.
_CLAIM = (
    update(_outbox)
    .where(_outbox.c.id.in_(select(_claimable().cte("claimable").c.id)))
    .values(state="leased", leased_until=bindparam("until"))
    .returning(_outbox)
)
_INTEND = (
    update(_outbox)
    .where(_outbox.c.id == bindparam("which"), _outbox.c.state == "leased", _outbox.c.leased_until > bindparam("wall"))
    .values(state="sending", attempts=_outbox.c.attempts + 1, leased_until=bindparam("until"))
)
_SETTLE = (
    update(_outbox)
    .where(_outbox.c.id == bindparam("which"))
    .values({name: bindparam(name) for name in ("state", "leased_until", "message_id", "why", "settled_at")})
    .returning(_outbox.c.leader)
)
_EXPIRE = (
    update(_outbox)
    .where(among(_outbox.c.state, "leased", "sending"), _outbox.c.leased_until <= bindparam("wall"))
    .values(
        state=case((or_(_outbox.c.state == "leased", _outbox.c.kind.in_(_REPEATABLE)), "planned"), else_="unknown"),
        leased_until=None,
    )
)


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message on its way, by reference: `args` holds ids and labels, never anybody's words."""

    id: Id
    key: str
    leader: Id | None
    chat: int
    kind: Kind
    screen_name: str
    args: dict[str, Any]
    prompt: Id | None
    edits: int | None
    reply_to: int | None
    attempts: int  # sendings that were begun before this one


async def put(  # noqa: PLR0913 - one keyword per column, all named where it is called
    session: Session,
    *,
    key: str,
    chat: int,
    leader: Id | None,
    kind: Kind,
    screen_name: str,
    args: Mapping[str, Any],
    prompt: Id | None = None,
    edits: int | None = None,
    reply_to: int | None = None,
    not_before: datetime | None = None,
    wall: datetime,
) -> bool:
    """Plan a message unless its key is known already; True when it was new.

    `not_before` also decides its turn in the chat, so that a reply overtakes what is planned for later.
    """
    ready = not_before or wall
    who = {"key": key, "chat": chat, "leader": leader, "prompt": prompt}
    what = {"kind": kind, "screen_name": screen_name, "args": ascii_json(args), "edits": edits, "reply_to": reply_to}
    when = {"turn_at": ready, "not_before": ready, "created_at": wall, "priority": _URGENCY.get(kind, 2)}
    return await sql.add_once(
        session, _outbox, {"id": new_id(), "state": "planned", "attempts": 0, **who, **what, **when}
    )


async def claim(session: Session, wall: datetime, lease_seconds: float, limit: int) -> list[Parcel]:
    """Take messages for `lease_seconds`: safety first, then replies, then the rest; per chat strictly one by one."""
    values = {"wall": wall, "until": _after(wall, lease_seconds), "amount": limit}
    found = await session.connection.execute(_CLAIM, values)
    return [parcel_of(row) for row in sorted(found, key=lambda row: (row.priority, row.turn_at, row.id))]


async def intend(session: Session, parcel: Id, wall: datetime, lease_seconds: float) -> bool:
    """Commit this before sending: from here on it may have arrived. False when the lease is lost: do not send."""
    values = {"which": parcel, "wall": wall, "until": _after(wall, lease_seconds)}
    return (await session.connection.execute(_INTEND, values)).rowcount == 1


async def sent(session: Session, parcel: Id, message_id: int | None, wall: datetime) -> None:
    """Telegram has it, under this id."""
    await _settle(session, parcel, state="sent", message_id=message_id, settled_at=wall)


async def later(session: Session, parcel: Id, not_before: datetime) -> None:
    """It surely did not arrive; its chat waits for it until then."""
    held = and_(_outbox.c.id == parcel, among(_outbox.c.state, "leased", "sending"))
    await sql.change(session, _outbox, held, state="planned", not_before=not_before, leased_until=None)


async def gone(session: Session, parcel: Id) -> None:
    """Nobody is there any more."""
    await _settle(session, parcel, state="gone")


async def refused(session: Session, parcel: Id, why: str) -> None:
    """Telegram will never take it; `why` is for `doctor` and holds no private text."""
    await _settle(session, parcel, state="refused", why=sql.as_plain(why))


async def unknown(session: Session, parcel: Id) -> None:
    """It may have arrived; it is not sent again blindly."""
    held = and_(_outbox.c.id == parcel, among(_outbox.c.state, "leased", "sending"))
    await sql.change(session, _outbox, held, state="unknown", leased_until=None)


async def replaced(session: Session, parcel: Id) -> None:
    """What was unknown has been offered again in another message."""
    lost = and_(_outbox.c.id == parcel, among(_outbox.c.state, "unknown"))
    await sql.change(session, _outbox, lost, state="replaced")


async def _settle(session: Session, parcel: Id, **values: Any) -> None:
    """Settle a message; one to somebody we do not know is forgotten at once."""
    settled = {"leased_until": None, "message_id": None, "why": None, "settled_at": None, **values}
    row = (await session.connection.execute(_SETTLE, {"which": parcel, **settled})).first()
    if row is not None and row.leader is None:
        await sql.remove(session, _outbox, _outbox.c.id == parcel)


async def expire(session: Session, wall: datetime) -> int:
    """Settle what dead workers held: claimed goes back to planned, begun becomes unknown unless it may be repeated."""
    return (await session.connection.execute(_EXPIRE, {"wall": wall})).rowcount


async def drop_for(session: Session, leader: Id) -> int:
    """Cancel what is planned for a leader."""
    return await sql.change(
        session, _outbox, _outbox.c.leader == leader, among(_outbox.c.state, "planned"), state="cancelled"
    )


async def purge(session: Session, wall: datetime) -> int:
    """Forget messages settled a month ago, strangers after a day; prompts and look backs are kept to be found again."""
    settled = _outbox.c.state.in_(("sent", "replaced", "gone", "refused", "cancelled"))
    lasting = or_(_outbox.c.prompt.is_not(None), _outbox.c.screen_name.in_(_LASTING))
    old = and_(settled, ~lasting, _outbox.c.created_at <= wall - _KEEP_SETTLED)
    unfinished = among(_outbox.c.state, *tables.OUTBOX_UNFINISHED)
    strangers = and_(_outbox.c.leader.is_(None), ~unfinished, _outbox.c.created_at <= wall - _KEEP_STRANGERS)
    return await sql.remove(session, _outbox, or_(old, strangers))


async def unknown_of(session: Session, leader: Id) -> list[Parcel]:
    """What may or may not have reached a leader, oldest first."""
    return await _parcels(session, and_(_outbox.c.leader == leader, among(_outbox.c.state, "unknown")))


async def unknowns(session: Session, limit: int) -> list[Parcel]:
    """What may or may not have arrived anywhere, oldest first."""
    return await _parcels(session, among(_outbox.c.state, "unknown"), limit)


async def _parcels(session: Session, where: ColumnElement[bool], limit: int | None = None) -> list[Parcel]:
    query = select(_outbox).where(where).order_by(_outbox.c.id).limit(limit)
    return [parcel_of(row) for row in await sql.rows(session, query)]


async def counts(session: Session) -> dict[str, int]:
    """How many messages are in each state."""
    return await sql.tally(session, _outbox.c.state)


async def waiting(session: Session) -> int:
    """How many messages are not yet settled."""
    return await sql.count(session, _outbox, among(_outbox.c.state, *tables.OUTBOX_UNFINISHED))


async def ready_at(session: Session) -> datetime | None:
    """The earliest moment at which something planned may go out."""
    query = select(func.min(_outbox.c.not_before)).where(among(_outbox.c.state, "planned"))
    found: datetime | None = await session.connection.scalar(query)
    return found


def _after(wall: datetime, seconds: float) -> datetime:
    return wall + timedelta(seconds=seconds)


def parcel_of(row: Row[Any]) -> Parcel:
    """The message that a row of the outbox holds."""
    return Parcel(
        row.id, row.key, row.leader, row.chat, row.kind, row.screen_name, json.loads(row.args),
        row.prompt, row.edits, row.reply_to, row.attempts,
    )  # fmt: skip
