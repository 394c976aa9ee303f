"""Everything that is kept about one leader, opened and ready for JSON; complete by construction from the tables."""

import json
from datetime import date, time
from typing import Any

from sqlalchemy import Column, Row, Table, false, or_, select

from dialogues.people import Id
from storage import keys, leaders, members, sql, tables, wordings
from storage.session import Session
from storage.vault import Place, unseal_text

# What names a leader but is not about what they did or said.
LEFT_OUT = {"personal_key": "the key itself: whoever holds the export must not be able to open copies"}
BY_CHAT = ("invite_try", "inbox", "member")
BY_MEMBER = {
    "role": "member", "sign_in": "member", "web_session": "member", "audit": "member", "staff_invite": "made_by",
    "invite": "made_by", "notice": "made_by", "own_question": "made_by", "cohort_order": "made_by",
    "release": "published_by", "group_link": "made_by",
}  # fmt: skip


async def everything(session: Session, leader: Id) -> dict[str, Any]:
    """Table by table, every row about this leader, also as a member, with every column, and what they were asked.

    Raises NotFound.
    """
    chat = (await leaders.get(session, leader)).chat
    member = await members.by_chat(session, chat)
    person = {"id": leader, "leader": leader, "chat": chat, "member": member.id if member else None}
    person |= dict.fromkeys(("made_by", "published_by"), person["member"])
    found: dict[str, Any] = {}
    for table in tables.metadata.sorted_tables:
        if columns := _columns_of(table):
            about = or_(
                false(), *(column == person[column.name] for column in columns if person[column.name] is not None)
            )
            rows = await sql.rows(session, select(table).where(about).order_by(*table.primary_key))
            found[table.name] = [await _readable(session, leader, table, row) for row in rows]
    found["wording"] = await wordings.of(session, {prompt["version"] for prompt in found["prompt"]})
    return found


def _columns_of(table: Table) -> list[Column[Any]]:
    """The columns that say whose a row is; none for tables that are about nobody, or left out on purpose."""
    if table.name in LEFT_OUT:
        return []
    if table is tables.leader:
        return [table.c.id]
    if table.name in BY_CHAT:
        return [table.c.chat]
    named = (table.c.get("leader"), table.c.get(BY_MEMBER.get(table.name, "")))
    return [column for column in named if column is not None]


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
    return value.isoformat() if isinstance(value, date | time) else value
