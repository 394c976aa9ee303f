"""Lines of look backs that a leader hid: by the ids of what they say, sealed; final, and the same in every form."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select

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


async def of(session: Session, leader: Id) -> frozenset[str]:
    """Every line that a leader hid, of all look backs together: an id names its period, or holds in all."""
    rows = await sql.rows(session, select(_line.c.id, _line.c.line).where(_line.c.leader == leader))
    return frozenset([await keys.opened(session, leader, _place(row.id), row.line) for row in rows])


def _place(row: Id) -> Place:
    return Place("hidden_line", row, "line")
