"""Lines of look backs that a leader hid: by the ids of what they say, sealed; final, and the same in every form.

Only the note that an answer was hidden along with another (`journeys.along`) goes again when that is shown.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from dialogues.people import Id
from storage import keys, sql, tables
from storage.ids import new_id
from storage.session import Session
from storage.vault import Place

_line = tables.hidden_line


async def hide(session: Session, leader: Id, lines: Collection[str], now: datetime) -> None:
    """Hide these from now on; what is hidden already stays so."""
    for line in sorted(set(lines) - await of(session, leader)):
        made = new_id()
        sealed = await keys.sealed(session, leader, _place(made), line)
        await sql.add(session, _line, {"id": made, "leader": leader, "line": sealed, "hidden_at": now})


async def show(session: Session, leader: Id, lines: Collection[str]) -> None:
    """Let go of these, as far as they are hidden."""
    for row in await _rows(session, leader):
        if await _opened(session, leader, row) in lines:
            await sql.remove(session, _line, _line.c.leader == leader, _line.c.id == row.id)


async def of(session: Session, leader: Id) -> frozenset[str]:
    """Every line that a leader hid, of all look backs together: an id names its period, or holds in all."""
    return frozenset([await _opened(session, leader, row) for row in await _rows(session, leader)])


async def _rows(session: Session, leader: Id) -> Sequence[Row[Any]]:
    return await sql.rows(session, select(_line.c.id, _line.c.line).where(_line.c.leader == leader))


async def _opened(session: Session, leader: Id, row: Row[Any]) -> str:
    return await keys.opened(session, leader, _place(row.id), row.line)


def _place(row: Id) -> Place:
    return Place("hidden_line", row, "line")
