"""Talks: where each conversation stands; sealed, since what is being said may be part of it."""

import json
from typing import Any

from sqlalchemy import select

from dialogues.people import Id
from storage import keys, sql, tables
from storage.codec import json_text
from storage.session import Session
from storage.vault import Place

_talk = tables.talk
_MARK = "_mark"  # beside the state: no talk has a field of that name


async def load(session: Session, leader: Id) -> dict[str, Any] | None:
    """The state of a leader's talk as it was kept; None when there is none yet."""
    row = await sql.first(session, select(_talk.c.data).where(_talk.c.leader == leader))
    if row is None:
        return None
    data: dict[str, Any] = json.loads(await keys.opened(session, leader, _place(leader), row.data))
    data.pop(_MARK, None)
    return data


async def mark(session: Session, leader: Id) -> str:
    """What was noted when the talk was kept last; "" when nothing was."""
    row = await sql.first(session, select(_talk.c.data).where(_talk.c.leader == leader))
    found = {} if row is None else json.loads(await keys.opened(session, leader, _place(leader), row.data))
    return str(found.get(_MARK, ""))


async def keep(session: Session, leader: Id, data: dict[str, Any], mark: str = "") -> None:
    """Keep the state of a leader's talk in place of the earlier one, with a note of what brought it there."""
    noted = {_MARK: mark} if mark else {}
    sealed = await keys.sealed(session, leader, _place(leader), json_text(data | noted))
    statement = sql.upsert(session.dialect, _talk).values(leader=leader, data=sealed)
    await session.connection.execute(statement.on_conflict_do_update(index_elements=["leader"], set_={"data": sealed}))


def _place(leader: Id) -> Place:
    return Place("talk", leader, "data")
