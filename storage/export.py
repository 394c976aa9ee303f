"""Everything that is kept about one leader, opened and ready for JSON; complete by construction from the tables."""

import json
from datetime import date
from typing import Any

from sqlalchemy import Column, Row, Table, select

from dialogues.people import Id
from storage import keys, leaders, sql, tables
from storage.session import Session
from storage.vault import Place, unseal_text

# What names a leader but is not about what they did or said.
LEFT_OUT = {"personal_key": "the key itself: whoever holds the export must not be able to open copies"}
BY_CHAT = ("invite_try", "inbox")


async def everything(session: Session, leader: Id) -> dict[str, Any]:
    """Table by table, every row about this leader with every column; raises NotFound."""
    person = await leaders.get(session, leader)
    found: dict[str, Any] = {}
    for table in tables.metadata.sorted_tables:
        where = _column_of(table)
        if where is not None:
            about = person.chat if where.name == "chat" else leader
            rows = await sql.rows(session, select(table).where(where == about).order_by(*table.primary_key))
            found[table.name] = [await _readable(session, leader, table, row) for row in rows]
    return found


def _column_of(table: Table) -> Column[Any] | None:
    """The column that says whose a row is; None for tables that are about nobody, or left out on purpose."""
    if table.name in LEFT_OUT:
        return None
    if table is tables.leader:
        return table.c.id
    return table.c.get("chat") if table.name in BY_CHAT else table.c.get("leader")


async def _readable(session: Session, leader: Id, table: Table, row: Row[Any]) -> dict[str, Any]:
    number = row[0]  # every table's first column is its key
    return {column.name: await _opened(session, leader, column, (number, row[place])) for place, column in _of(table)}


def _of(table: Table) -> list[tuple[int, Column[Any]]]:
    return list(enumerate(table.columns))


async def _opened(session: Session, leader: Id, column: Column[Any], cell: tuple[int, Any]) -> Any:
    number, value = cell
    place = Place(column.table.name, number, column.name)
    if value is None:
        return None
    if column is tables.inbox.c.payload:
        return unseal_text(session.vault.installation, place, value)
    if column.info.get("sealed"):
        value = await keys.opened(session, leader, place, value)
    if column.info.get("json"):
        return json.loads(value)
    return value.isoformat() if isinstance(value, date) else value
