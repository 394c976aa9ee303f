"""Orders: what somebody in the console wants the bot to do for a group, since only the bot sends anything."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, or_, select

from dialogues.people import Id
from storage import sql
from storage.codec import ascii_json
from storage.ids import new_id
from storage.session import Session
from storage.staff_tables import cohort_order as _order


@dataclass(frozen=True, slots=True)
class Order:
    """One thing to do; `data` holds ids and values, never a person's words. `tries`: how often it went wrong."""

    id: Id
    cohort: Id
    kind: str
    data: dict[str, Any]
    made_by: Id | None
    tries: int = 0


async def put(  # noqa: PLR0913 - what an order is
    session: Session, cohort: Id, kind: str, data: dict[str, Any], made_by: Id | None, now: datetime,
    not_before: datetime | None = None, number: Id | None = None,
) -> Id:  # fmt: skip
    """A new order, under this number if there is one; its id."""
    number = number or new_id()
    values = {"id": number, "cohort": cohort, "kind": kind, "data": ascii_json(data), "made_by": made_by}
    await sql.add(session, _order, {**values, "made_at": now, "not_before": not_before})
    return number


async def has(session: Session, order: Id) -> bool:
    """Was this ever ordered, carried out or not?"""
    return bool(await sql.count(session, _order, _order.c.id == order))


async def newest(session: Session, cohort: Id, kind: str) -> Order | None:
    """The newest order of a kind that waits."""
    mine = (_order.c.cohort == cohort, _order.c.kind == kind, _order.c.done_at.is_(None))
    row = await sql.first(session, select(_order).where(*mine).order_by(_order.c.id.desc()).limit(1))
    return None if row is None else _value(row)


async def claim(session: Session, now: datetime, limit: int) -> list[Order]:
    """Orders that wait, oldest first, for this transaction alone."""
    waits = (_order.c.done_at.is_(None), or_(_order.c.not_before.is_(None), _order.c.not_before <= now))
    query = select(_order).where(*waits).order_by(_order.c.id).limit(limit)
    found = await sql.rows(session, query.with_for_update(skip_locked=True))
    return [_value(row) for row in found]


async def put_off(session: Session, order: Order, until: datetime) -> None:
    """It went wrong once more; from then on it is tried again."""
    waits = (_order.c.id == order.id, _order.c.done_at.is_(None))
    await sql.change(session, _order, *waits, tries=order.tries + 1, not_before=until)


async def done(session: Session, order: Id, now: datetime) -> None:
    """It has been carried out."""
    await sql.change(session, _order, _order.c.id == order, done_at=now)


def _value(row: Row[Any]) -> Order:
    return Order(row.id, row.cohort, row.kind, json.loads(row.data), row.made_by, row.tries)
