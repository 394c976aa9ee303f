"""Members: people who run groups, by their chat, with the name that they want to be told by."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from dialogues.model import Language
from dialogues.people import Id
from storage import sql
from storage.faults import NotFound
from storage.ids import new_id
from storage.session import Session
from storage.staff_tables import member as _member
from storage.staff_tables import role as _role


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who runs groups; `name` is "" until they give one."""

    id: Id
    chat: int
    name: str
    language: Language


_columns = tuple(column for column in _member.c if column.name != "created_at")


async def add(session: Session, chat: int, language: Language, now: datetime) -> Member:
    """Somebody new."""
    made = Member(new_id(), chat, "", language)
    await sql.add(session, _member, {**sql.values_of(made), "created_at": now})
    return made


async def by_chat(session: Session, chat: int) -> Member | None:
    """The member who writes in this chat."""
    row = await sql.first(session, select(*_columns).where(_member.c.chat == chat))
    return None if row is None else _value(row)


async def with_role(session: Session) -> list[Member]:
    """Whoever runs groups now, oldest first."""
    held = select(_role.c.member).where(_role.c.ended_at.is_(None))
    found = await sql.rows(session, select(*_columns).where(_member.c.id.in_(held)).order_by(_member.c.id))
    return [_value(row) for row in found]


async def get(session: Session, member: Id) -> Member:
    """A member; raises NotFound."""
    row = await sql.first(session, select(*_columns).where(_member.c.id == member))
    if row is None:
        raise NotFound("There is no such member.")
    return _value(row)


async def alone(session: Session, member: Id) -> None:
    """What this member makes in this transaction is made after what they made in another; raises NotFound."""
    if await sql.first(session, select(_member.c.id).where(_member.c.id == member).with_for_update()) is None:
        raise NotFound("There is no such member.")


async def keep(session: Session, member: Member) -> None:
    """Write another name or language."""
    await sql.change(session, _member, _member.c.id == member.id, name=member.name, language=member.language)


async def erase(session: Session, chat: int) -> bool:
    """Delete the member of this chat with their roles, links and sessions; False when there is none."""
    return bool(await sql.remove(session, _member, _member.c.chat == chat))


def _value(row: Row[Any]) -> Member:
    return Member(**row._mapping)  # noqa: SLF001 - the documented way to read a row by name
