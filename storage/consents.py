"""Consent: who agreed to which version of the text, and when they took it back."""

from datetime import datetime

from sqlalchemy import select

from dialogues.model import Language
from dialogues.people import Id
from storage import sql, tables
from storage.ids import new_id
from storage.session import Session

_consent = tables.consent


async def give(session: Session, leader: Id, version: str, language: Language, now: datetime) -> None:
    """Record a yes to one version of the text, in the language it was read in."""
    values = {"id": new_id(), "leader": leader, "version": version, "language": language, "given_at": now}
    await sql.add(session, _consent, values)


async def withdraw(session: Session, leader: Id, now: datetime) -> None:
    """Take every yes back."""
    mine = (_consent.c.leader == leader, _consent.c.withdrawn_at.is_(None))
    await sql.change(session, _consent, *mine, withdrawn_at=now)


async def current(session: Session, leader: Id) -> str | None:
    """The version that a leader agrees to now; None without consent."""
    query = select(_consent.c.version).where(_consent.c.leader == leader, _consent.c.withdrawn_at.is_(None))
    row = await sql.first(session, query.order_by(_consent.c.given_at.desc(), _consent.c.id.desc()).limit(1))
    return None if row is None else row.version
