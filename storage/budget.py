"""Sending budgets shared by all workers: the generic cell rate algorithm, one row per scope."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, or_, select, update

from storage import sql, tables
from storage.session import Session

Scope = tuple[str, float, int]  # name, messages per second, how many may go at once

_IDLE = timedelta(hours=1)  # a scope that rested this long is as good as new

_budget = tables.budget

# Built once: building a statement costs more than running it, and these run for every message.
_HELD = (
    select(_budget)
    .where(_budget.c.scope.in_(bindparam("names", expanding=True)))
    .order_by(_budget.c.scope)
    .with_for_update()
)
_SPEND = update(_budget).where(_budget.c.scope == bindparam("which")).values(spent_until=bindparam("until"))


async def take(session: Session, scopes: Sequence[Scope], wall: datetime) -> datetime | None:
    """Take one message from every scope at once: None when granted, or else the instant from which to try again.

    When one scope has nothing left, nothing is taken from any. In any span of t seconds a scope grants at most its
    burst plus its rate times t.
    """
    spent = await _locked(session, [name for name, _, _ in scopes], wall)
    opens = max(_opens_at(scope, spent[scope[0]]) for scope in scopes)
    if opens > wall:
        return opens
    after = {name: max(spent[name].spent_until, wall) + _interval(rate) for name, rate, _ in scopes}
    await session.connection.execute(_SPEND, [{"which": name, "until": until} for name, until in after.items()])
    return None


async def hold(session: Session, scope: str, until: datetime) -> None:
    """Grant nothing from a scope before `until`: Telegram said so."""
    await _make(session, [scope], until)
    sooner = or_(_budget.c.held_until.is_(None), _budget.c.held_until < until)
    await sql.change(session, _budget, _budget.c.scope == scope, sooner, held_until=until)


async def purge(session: Session, wall: datetime) -> int:
    """Forget scopes that have rested; how many is returned."""
    free = or_(_budget.c.held_until.is_(None), _budget.c.held_until <= wall)
    return await sql.remove(session, _budget, and_(_budget.c.spent_until <= wall - _IDLE, free))


def _interval(rate: float) -> timedelta:
    """Between two messages at a steady pace, rounded up so that the rate is never exceeded."""
    return timedelta(microseconds=math.ceil(1_000_000 / rate))


def _opens_at(scope: Scope, row: Row[Any]) -> datetime:
    """When the scope grants its next message."""
    _, rate, burst = scope
    paced: datetime = row.spent_until - _interval(rate) * (burst - 1)
    return paced if row.held_until is None else max(paced, row.held_until)


async def _locked(session: Session, names: list[str], wall: datetime) -> dict[str, Row[Any]]:
    """The rows of these scopes, made when new, held in one order so that workers never wait in a circle."""
    found = await _known(session, names)
    if len(found) < len(set(names)):
        await _make(session, [name for name in names if name not in found], wall)
        found = await _known(session, names)
    return found


async def _known(session: Session, names: list[str]) -> dict[str, Row[Any]]:
    return {row.scope: row for row in await session.connection.execute(_HELD, {"names": names})}


async def _make(session: Session, names: list[str], wall: datetime) -> None:
    for name in sorted(names):
        await sql.add_once(session, _budget, {"scope": name, "spent_until": wall})
