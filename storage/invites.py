"""Invites: known by a digest only, limited in time and uses, and counted when guessed at."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, select, update

from dialogues.people import Cohort, Id
from storage import cohorts, sql, tables
from storage.ids import new_id
from storage.session import Session

_KEEP_TRIES = timedelta(days=1)

_invite = tables.invite
_try = tables.invite_try


async def add(  # noqa: PLR0913 - what an invite is
    session: Session, cohort: Id, digest: str, expires_at: datetime, max_uses: int, now: datetime
) -> None:
    """A new invite; `digest` is the SHA-256 of its token in hex, the token itself is never stored."""
    limits = {"expires_at": expires_at, "max_uses": max_uses, "uses": 0}
    await sql.add(session, _invite, {"id": new_id(), "cohort": cohort, "digest": digest, "created_at": now, **limits})


async def peek(session: Session, digest: str, now: datetime) -> Cohort | None:
    """The cohort that an invite opens now; None for a wrong, old, revoked and used-up one alike."""
    row = await sql.first(session, select(_invite.c.cohort).where(_open(digest, now)))
    return None if row is None else await cohorts.get(session, row.cohort)


async def redeem(session: Session, digest: str, now: datetime) -> Cohort | None:
    """Use an invite once; None when it is not open (any more), however many try at the same time."""
    use = update(_invite).where(_open(digest, now)).values(uses=_invite.c.uses + 1).returning(_invite.c.cohort)
    row = (await session.connection.execute(use)).first()
    return None if row is None else await cohorts.get(session, row.cohort)


async def revoke(session: Session, cohort: Id, now: datetime) -> int:
    """Close every invite of a cohort; how many is returned."""
    return await sql.change(
        session, _invite, _invite.c.cohort == cohort, _invite.c.revoked_at.is_(None), revoked_at=now
    )


async def note_try(session: Session, chat: int, now: datetime) -> None:
    """Somebody tried an invite that opens nothing; tries of yesterday and before are forgotten."""
    await sql.remove(session, _try, _try.c.at <= now - _KEEP_TRIES)
    await sql.add(session, _try, {"id": new_id(), "chat": chat, "at": now})


async def tries(session: Session, chat: int, since: datetime) -> int:
    """How often a chat tried in vain."""
    return await sql.count(session, _try, _try.c.chat == chat, _try.c.at >= since)


def _open(digest: str, now: datetime) -> ColumnElement[bool]:
    usable = and_(_invite.c.expires_at > now, _invite.c.uses < _invite.c.max_uses)
    return and_(_invite.c.digest == digest, _invite.c.revoked_at.is_(None), usable)
