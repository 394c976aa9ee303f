"""What reached a chat: which message shows which screen now, and how the sending of a prompt stands."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, select

from dialogues.people import Id
from storage import sql, tables
from storage.outbox import Parcel, parcel_of
from storage.session import Session
from storage.tables import among

_LATELY = 24  # messages among which something that may still be pressed is looked for

_outbox = tables.outbox


async def prompt_of_message(session: Session, chat: int, message_id: int) -> Id | None:
    """The prompt that a message in a chat belongs to."""
    query = select(_outbox.c.prompt).where(_outbox.c.chat == chat, _outbox.c.message_id == message_id)
    row = await sql.first(session, query.where(_outbox.c.prompt.is_not(None)).limit(1))
    return None if row is None else row.prompt


async def shown_in(session: Session, chat: int, message_id: int, screen_name: str) -> dict[str, Any] | None:
    """What a message in a chat showed first under this name, as references; None once that is forgotten."""
    there = (_outbox.c.chat == chat, _outbox.c.message_id == message_id, _outbox.c.screen_name == screen_name)
    row = await sql.first(session, select(_outbox.c.args).where(*there).order_by(_outbox.c.id).limit(1))
    return None if row is None else json.loads(row.args)


async def messages_of(session: Session, leader: Id, screen_name: str, about: Id) -> list[int]:
    """Telegram's ids of the messages that came with a screen about this, oldest first."""
    shown = (_outbox.c.leader == leader, _outbox.c.screen_name == screen_name, _outbox.c.edits.is_(None))
    query = select(_outbox.c.args, _outbox.c.message_id).where(*shown, _outbox.c.message_id.is_not(None))
    rows = await sql.rows(session, query.order_by(_outbox.c.id))
    return [row.message_id for row in rows if json.loads(row.args)["about"] == about]


@dataclass(frozen=True, slots=True)
class Standing:
    """A message that shows a screen; `edited`: it was drawn anew in place."""

    message: int
    screen_name: str
    edited: bool


async def standing(session: Session, leader: Id, screens: Collection[str], about: Id) -> list[Standing]:
    """What reached a leader lately and still shows one of these screens about this, newest first."""
    mine, named = _outbox.c.leader == leader, _outbox.c.screen_name.in_(screens)
    came = select(_outbox.c.message_id, _outbox.c.screen_name, _outbox.c.args).where(
        mine, named, _outbox.c.message_id.is_not(None), _outbox.c.edits.is_(None)
    )
    rows = await sql.rows(session, came.order_by(_outbox.c.id.desc()).limit(_LATELY))
    shown = {row.message_id: row.screen_name for row in rows if json.loads(row.args)["about"] == about}
    if not shown:
        return []
    edits = select(_outbox.c.edits, _outbox.c.screen_name).where(mine, _outbox.c.edits.in_(shown))
    drawn = {row.edits: row.screen_name for row in await sql.rows(session, edits.order_by(_outbox.c.id))}
    seen = ((message, drawn.get(message, name)) for message, name in shown.items())
    return [Standing(message, name, message in drawn) for message, name in seen if name in screens]


async def drawn(session: Session, leader: Id, screen: str, about: Id) -> list[tuple[int, dict[str, Any]]]:
    """The messages that show this screen about this now, also in the place of another; each with what it draws on."""
    stands = func.coalesce(_outbox.c.edits, _outbox.c.message_id).label("stands")
    mine = select(stands, _outbox.c.screen_name, _outbox.c.args).where(_outbox.c.leader == leader)
    rows = await sql.rows(session, mine.where(_outbox.c.screen_name == screen))
    once = {row.stands for row in rows if row.stands is not None and json.loads(row.args)["about"] == about}
    later = await sql.rows(session, mine.where(stands.in_(once)).order_by(_outbox.c.id)) if once else []
    shown = {row.stands: (row.screen_name, json.loads(row.args)) for row in later}
    return [(message, args) for message, (name, args) in shown.items() if name == screen and args["about"] == about]


async def newest(session: Session, leader: Id, since: datetime, *, but: Collection[str] = ()) -> tuple[str, Id]:
    """The screen that the last message to a leader shows now, if said since then, and about what; "" for none.

    A message of `but` does not count; one that became such a screen shows nothing any more.
    """
    said = select(_outbox.c.message_id, _outbox.c.screen_name, _outbox.c.args).where(
        _outbox.c.leader == leader,
        _outbox.c.edits.is_(None),
        _outbox.c.created_at >= since,
        _outbox.c.screen_name.not_in(but),
    )
    row = await sql.first(session, said.order_by(_outbox.c.id.desc()).limit(1))
    if row is not None and row.message_id is not None:
        edited = select(_outbox.c.message_id, _outbox.c.screen_name, _outbox.c.args).where(
            _outbox.c.leader == leader, _outbox.c.edits == row.message_id
        )
        row = await sql.first(session, edited.order_by(_outbox.c.id.desc()).limit(1)) or row
    if row is None or row.screen_name in but:
        return "", 0
    return str(row.screen_name), int(json.loads(row.args)["about"])


async def latest(session: Session, chat: int, limit: int, message_id: int | None = None) -> list[tuple[Parcel, int]]:
    """What reached a chat last, newest first, and in which message it stands; or of one message what it shows now."""
    stands = func.coalesce(_outbox.c.edits, _outbox.c.message_id)
    here = and_(_outbox.c.chat == chat, among(_outbox.c.state, "sent"), stands.is_not(None))
    query = select(_outbox, stands.label("stands")).where(here).order_by(_outbox.c.id.desc())
    if message_id is not None:
        query, limit = query.where(stands == message_id), 1
    return [(parcel_of(row), row.stands) for row in await sql.rows(session, query.limit(limit))]


async def message_of_prompt(session: Session, prompt: Id) -> int | None:
    """Telegram's id of the message that showed a prompt last; None when none is known to have arrived."""
    shown = and_(_outbox.c.prompt == prompt, _outbox.c.screen_name == "prompt", _outbox.c.message_id.is_not(None))
    query = select(_outbox.c.message_id).where(shown, _outbox.c.edits.is_(None)).order_by(_outbox.c.id.desc())
    row = await sql.first(session, query.limit(1))
    return None if row is None else row.message_id


async def state_of_prompt(session: Session, prompt: Id) -> str | None:
    """How the sending of a prompt stands: the state of its own message, or else of the newest about it."""
    own_first = (_outbox.c.kind != "prompt", _outbox.c.id.desc())
    query = select(_outbox.c.state).where(_outbox.c.prompt == prompt).order_by(*own_first).limit(1)
    row = await sql.first(session, query)
    return None if row is None else row.state
