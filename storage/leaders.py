"""Leaders: who they are, when they want to be asked, and how they leave without a trace."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from dialogues.model import Language
from dialogues.people import Id, Leader, Rhythm
from storage import audit, cohorts, departures, keys, members, sql, tables
from storage.codec import memory_from, memory_text, rhythm_from, rhythm_text, wishes_from, wishes_text
from storage.faults import NotFound
from storage.ids import new_id
from storage.session import Session

_leader = tables.leader


async def by_chat(session: Session, chat: int) -> Leader | None:
    """The leader who writes in this chat, kept for this transaction so that nobody else changes them meanwhile."""
    query = select(_leader).where(_leader.c.chat == chat).with_for_update(key_share=True)
    row = await sql.first(session, query)
    return None if row is None else _value(row)


async def get(session: Session, leader: Id) -> Leader:
    """A leader; raises NotFound."""
    row = await sql.first(session, select(_leader).where(_leader.c.id == leader))
    if row is None:
        raise NotFound("There is no such leader, or not any more.")
    return _value(row)


async def add(session: Session, chat: int, language: Language, rhythm: Rhythm, now: datetime) -> Leader:
    """Somebody new, who has yet to agree (`arriving`), with a key of their own."""
    newcomer = Leader(new_id(), chat, language, "arriving", rhythm)
    await sql.add(session, _leader, {"id": newcomer.id, "chat": chat, "created_at": now, **_changing(newcomer)})
    await keys.create(session, newcomer.id, now)
    return newcomer


async def keep(session: Session, leader: Leader) -> None:
    """Write what changed: language, state, rhythm, memory, until, wishes."""
    back = {} if leader.state == "gone" else {"gone_at": None}
    await sql.change(session, _leader, _leader.c.id == leader.id, **_changing(leader), **back)


async def gone(session: Session, leader: Leader, now: datetime) -> None:
    """Somebody blocked the bot: they cannot be reached, since the first time that this was noticed."""
    since = func.coalesce(_leader.c.gone_at, bindparam("now", now, type_=_leader.c.gone_at.type))
    away = replace(leader, state="gone", until=None)
    await sql.change(session, _leader, _leader.c.id == leader.id, **_changing(away), gone_at=since)


async def erase(session: Session, leader: Id, now: datetime) -> bool:
    """Destroy the key, then every row about this person and this chat; only a bare audit event stays.

    True when they also ran groups. Call `store.scrub()` after the commit, so that nothing readable remains in the file
    either.
    """
    chat = (await get(session, leader)).chat
    await forget(session, leader, now)
    return await members.erase(session, chat)


async def forget(session: Session, leader: Id, now: datetime) -> None:
    """The same of who takes part; whoever runs groups in this chat keeps name, roles and sessions."""
    person = await get(session, leader)
    await keys.destroy(session, leader)
    await departures.note(session, leader, now)
    await cohorts.count_on(session, leader)
    await _forget_chat(session, person.chat)
    await sql.remove(session, _leader, _leader.c.id == leader)
    await audit.note(session, "erased", now, leader=leader)


async def count(session: Session) -> int:
    """How many people the database knows, newcomers included."""
    return await sql.count(session, _leader)


async def _forget_chat(session: Session, chat: int) -> None:
    """Rows that know the chat only; what still waits in the inbox was sent after the farewell and stays."""
    inbox, outbox = tables.inbox, tables.outbox
    await sql.remove(session, tables.invite_try, tables.invite_try.c.chat == chat)
    await sql.remove(session, tables.budget, tables.budget.c.scope == f"chat:{chat}")
    await sql.change(session, inbox, inbox.c.chat == chat, inbox.c.state == "parked", payload=None, chat=None)
    await sql.remove(session, outbox, outbox.c.chat == chat, outbox.c.state.not_in(tables.OUTBOX_UNFINISHED))


def _changing(leader: Leader) -> dict[str, Any]:
    return {
        "language": leader.language,
        "state": leader.state,
        "rhythm": rhythm_text(leader.rhythm),
        "memory": memory_text(leader.memory),
        "until": leader.until,
        "wishes": wishes_text(leader.wishes),
    }


def _value(row: Row[Any]) -> Leader:
    rhythm, memory = rhythm_from(row.rhythm), memory_from(row.memory)
    return Leader(row.id, row.chat, row.language, row.state, rhythm, memory, row.until, wishes_from(row.wishes))
