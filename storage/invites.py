"""Invites: known by a digest only, limited in time and uses, and counted when guessed at."""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, and_, or_, select, update

from dialogues.people import Cohort, Id
from storage import cohorts, sql, tables
from storage.ids import new_id
from storage.session import Session

_KEEP_TRIES = timedelta(days=1)

_invite = tables.invite
_try = tables.invite_try


@dataclass(frozen=True, slots=True)
class Made:
    """By whom an invite was made (None: on the command line), for the whole group or for one person, in which batch."""

    by: Id | None = None
    kind: Literal["group", "personal"] = "group"
    batch: Id | None = None


@dataclass(frozen=True, slots=True)
class Invite:
    """An invite as it stands; who used it is not kept, and whether it was used is nobody's to see."""

    id: Id
    cohort: Id
    kind: Literal["group", "personal"]
    batch: Id | None
    expires_at: datetime
    max_uses: int
    revoked_at: datetime | None
    created_at: datetime
    made_by: Id | None


_columns = tuple(_invite.c[field.name] for field in fields(Invite))


async def add(  # noqa: PLR0913 - what an invite is
    session: Session,
    cohort: Id,
    digest: str,
    expires_at: datetime,
    max_uses: int,
    now: datetime,
    made: Made = Made(),
) -> None:
    """A new invite; `digest` is the SHA-256 of its token in hex, the token itself is never stored."""
    limits = {"expires_at": expires_at, "max_uses": max_uses, "uses": 0}
    origin = {"made_by": made.by, "kind": made.kind, "batch": made.batch}
    values = {"id": new_id(), "cohort": cohort, "digest": digest, "created_at": now, **limits, **origin}
    await sql.add(session, _invite, values)


async def of(session: Session, cohort: Id) -> list[Invite]:
    """Every invite of a cohort, newest first."""
    query = select(*_columns).where(_invite.c.cohort == cohort).order_by(_invite.c.id.desc())
    return [Invite(**row._mapping) for row in await sql.rows(session, query)]  # noqa: SLF001 - documented


async def has(session: Session, digest: str) -> bool:
    """Was there ever an invite with this digest, open or not?"""
    return await sql.first(session, select(_invite.c.id).where(_invite.c.digest == digest)) is not None


async def within(session: Session, cohort: Id, digest: str) -> Invite | None:
    """The invite of this cohort with this digest, whatever became of it."""
    mine = (_invite.c.cohort == cohort, _invite.c.digest == digest)
    row = await sql.first(session, select(*_columns).where(*mine))
    return None if row is None else Invite(**row._mapping)  # noqa: SLF001 - documented


async def find(session: Session, digest: str, now: datetime) -> Invite | None:
    """The invite with this digest, until it ends, used up or not: whoever made it may not learn that."""
    row = await sql.first(session, select(*_columns).where(_stands(digest, now)))
    return None if row is None else Invite(**row._mapping)  # noqa: SLF001 - documented


async def known(session: Session, digest: str) -> tuple[Cohort, Literal["group", "personal"]] | None:
    """The cohort and kind of an invite, whatever became of it: what is said about that is the same in every state."""
    row = await sql.first(session, select(_invite.c.cohort, _invite.c.kind).where(_invite.c.digest == digest))
    return None if row is None else (await cohorts.get(session, row.cohort), row.kind)


async def standing(session: Session, digest: str, now: datetime) -> Cohort | None:
    """The cohort of an invite until it ends, used up or not; None for a wrong, old and revoked one alike."""
    found = await find(session, digest, now)
    return None if found is None else await cohorts.get(session, found.cohort)


async def peek(session: Session, digest: str, now: datetime) -> Cohort | None:
    """The cohort that an invite opens now; None for a wrong, old, revoked and used-up one alike."""
    row = await sql.first(session, select(_invite.c.cohort).where(_open(digest, now)))
    return None if row is None else await cohorts.get(session, row.cohort)


async def redeem(session: Session, digest: str, now: datetime) -> Cohort | None:
    """Use an invite once; None when it is not open (any more), however many try at the same time."""
    use = update(_invite).where(_open(digest, now)).values(uses=_invite.c.uses + 1).returning(_invite.c.cohort)
    row = (await session.connection.execute(use)).first()
    return None if row is None else await cohorts.get(session, row.cohort)


async def revoke(session: Session, cohort: Id, now: datetime, invite: Id | None = None) -> int:
    """Close an invite of a cohort, or all of its batch, or (with None) every one; how many, used up or not."""
    mine = [_invite.c.cohort == cohort, _invite.c.revoked_at.is_(None)]
    mine += [or_(_invite.c.id == invite, _invite.c.batch == invite)] if invite is not None else []
    return await sql.change(session, _invite, *mine, revoked_at=now)


async def note_try(session: Session, chat: int, now: datetime) -> None:
    """Somebody tried an invite that opens nothing; tries of yesterday and before are forgotten."""
    await sql.remove(session, _try, _try.c.at <= now - _KEEP_TRIES)
    await sql.add(session, _try, {"id": new_id(), "chat": chat, "at": now})


async def tries(session: Session, chat: int, since: datetime) -> int:
    """How often a chat tried in vain."""
    return await sql.count(session, _try, _try.c.chat == chat, _try.c.at >= since)


def _open(digest: str, now: datetime) -> ColumnElement[bool]:
    return and_(_stands(digest, now), _invite.c.uses < _invite.c.max_uses)


def _stands(digest: str, now: datetime) -> ColumnElement[bool]:
    return and_(_invite.c.digest == digest, _invite.c.revoked_at.is_(None), _invite.c.expires_at > now)
