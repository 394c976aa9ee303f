"""Personal keys: made with the leader, opened once per session, destroyed first when a leader leaves."""

from datetime import datetime

from sqlalchemy import select

from storage import tables
from storage.faults import NotFound
from storage.session import Session
from storage.sql import add, first, remove
from storage.vault import Key, Place, seal_text, unseal_text

_key = tables.personal_key


async def create(session: Session, leader: int, now: datetime) -> None:
    """Give a new leader a key of their own."""
    key, wrapped = session.vault.new_key(leader)
    await add(session, _key, {"leader": leader, "version": key.version, "wrapped": wrapped, "created_at": now})
    session.keys[leader] = key


async def of(session: Session, leader: int) -> Key:
    """The key of a leader; raises NotFound when it was destroyed, Unreadable under another master key."""
    if leader not in session.keys:
        row = await first(session, select(_key.c.version, _key.c.wrapped).where(_key.c.leader == leader))
        if row is None:
            raise NotFound("This person's key does not exist, or not any more.")
        session.keys[leader] = session.vault.unwrap(leader, row.version, row.wrapped)
    return session.keys[leader]


async def destroy(session: Session, leader: int) -> None:
    """Make everything that was sealed for a leader unreadable for good, in every copy."""
    session.keys.pop(leader, None)
    await remove(session, _key, _key.c.leader == leader)


async def sealed(session: Session, leader: int, place: Place, text: str) -> bytes:
    """Text, sealed for one leader and one place."""
    return seal_text(await of(session, leader), place, text)


async def opened(session: Session, leader: int, place: Place, envelope: bytes) -> str:
    """The text of an envelope again."""
    return unseal_text(await of(session, leader), place, envelope)
