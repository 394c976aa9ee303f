"""Links to sign in with: sent in the chat, known by a digest, bound to the first browser, used once. Machine time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, Table, or_, select, update

from dialogues.people import Id
from storage import sql, staff_tables
from storage.ids import new_id
from storage.session import Session

Door = Literal["console", "page"]  # for members, and for leaders to their own page


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `digest` is the SHA-256 of its token in hex, the token itself is never stored."""

    id: Id
    digest: str
    made_at: datetime
    expires_at: datetime


_KEEP_TRIES = timedelta(days=1)
_try = staff_tables.sign_in_try


async def add(session: Session, door: Door, whose: Id, link: Link) -> None:
    """A new link for this member or leader."""
    values = {"id": link.id, "digest": link.digest, "made_at": link.made_at, "expires_at": link.expires_at}
    await sql.add(session, _table(door), {_of(door): whose, **values})


async def made_since(session: Session, door: Door, whose: Id, since: datetime) -> list[datetime]:
    """When somebody asked for links, the latest first."""
    links = _table(door)
    query = select(links.c.made_at).where(links.c[_of(door)] == whose, links.c.made_at >= since)
    return [row.made_at for row in await sql.rows(session, query.order_by(links.c.made_at.desc()))]


async def bind(session: Session, door: Door, digest: str, browser: str, wall: datetime) -> bool:
    """Let a link belong to a browser, if it is open and belongs to no other one."""
    links = _table(door)
    free = or_(links.c.browser.is_(None), links.c.browser == browser)
    return bool(await sql.change(session, links, *_open(links, digest, wall), free, browser=browser))


async def use(session: Session, door: Door, digest: str, browser: str, wall: datetime) -> Id | None:
    """Use a link in the browser that it belongs to; whose it is, or None when it is not open (any more)."""
    links = _table(door)
    mine = (*_open(links, digest, wall), links.c.browser == browser)
    query = update(links).where(*mine).values(used_at=wall).returning(links.c[_of(door)])
    row = (await session.connection.execute(query)).first()
    return None if row is None else int(row[0])


async def note_try(session: Session, source: str, wall: datetime) -> None:
    """Somebody tried a link that opens nothing; tries of yesterday and before are forgotten."""
    await sql.remove(session, _try, _try.c.at <= wall - _KEEP_TRIES)
    await sql.add(session, _try, {"id": new_id(), "source": source, "at": wall})


async def tries(session: Session, source: str, since: datetime) -> int:
    """How often one address (a digest of it) tried in vain."""
    return await sql.count(session, _try, _try.c.source == source, _try.c.at >= since)


def _open(links: Table, digest: str, wall: datetime) -> tuple[ColumnElement[bool], ...]:
    return links.c.digest == digest, links.c.expires_at > wall, links.c.used_at.is_(None)


def _table(door: Door) -> Table:
    return staff_tables.sign_in if door == "console" else staff_tables.page_sign_in


def _of(door: Door) -> str:
    return "member" if door == "console" else "leader"
