"""Telegram groups that a group's mirror is posted in: offered by a link, linked, objected to. By whom is kept nowhere.

Nor is it kept when, and it never shows: nothing is posted any more, and it all looks as if nothing had happened. That
a link was objected to stands in a table of its own, which the console's role of the database has no right to.
"""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, String, and_, cast, literal, or_, select, update

from dialogues.people import Id
from storage import sql, tables
from storage.ids import new_id
from storage.session import Session
from storage.staff_tables import group_link as _link
from storage.staff_tables import group_objection as _objection
from storage.tables import among

Ending = Literal["unlinked", "gone"]
ERRAND: Final = "group_link"  # asks one leader about one link

_enrolment, _leader, _errand, _outbox = tables.enrolment, tables.leader, tables.errand, tables.outbox


@dataclass(frozen=True, slots=True)
class GroupLink:
    """A link as it stands. `expires_at` is on the machine's clock; `chat` None: nobody used it yet."""

    id: Id
    cohort: Id
    made_by: Id | None
    expires_at: datetime
    chat: int | None
    title: str
    opens_at: datetime | None
    ended_at: datetime | None
    ending: Ending | None


@dataclass(frozen=True, slots=True)
class Place:
    """A chat in Telegram, with what it is called there."""

    chat: int
    title: str


_columns = tuple(_link.c[field.name] for field in fields(GroupLink))
_unused = and_(_link.c.linked_at.is_(None), _link.c.ended_at.is_(None))
_stands = and_(_link.c.linked_at.is_not(None), _link.c.ended_at.is_(None))


async def add(session: Session, cohort: Id, made_by: Id, digest: str, times: tuple[datetime, datetime]) -> None:
    """Offer a link, in place of those nobody used; `times`: now, and when it expires on the machine's clock."""
    made_at, expires_at = times
    await sql.add(
        session, _link,
        {"id": new_id(), "cohort": cohort, "digest": digest, "made_by": made_by, "made_at": made_at, "title": "",
         "expires_at": expires_at},
    )  # fmt: skip


async def take_back(session: Session, cohort: Id, wall: datetime) -> int:
    """Links of a cohort that nobody used yet open nothing any more; how many."""
    offered = (_link.c.cohort == cohort, _unused, _link.c.expires_at > wall)
    return await sql.change(session, _link, *offered, expires_at=wall)


async def offered(session: Session, digest: str, wall: datetime) -> GroupLink | None:
    """The link with this digest, while it can be used."""
    return await _first(session, _link.c.digest == digest, _unused, _link.c.expires_at > wall)


async def bind(session: Session, link: Id, place: Place, now: datetime, opens_at: datetime) -> bool:
    """The link was used there; False when somebody was first."""
    values = {"chat": place.chat, "title": place.title, "linked_at": now, "opens_at": opens_at}
    return bool(await sql.change(session, _link, _link.c.id == link, _unused, **values))


async def get(session: Session, link: Id) -> GroupLink | None:
    """One link."""
    return await _first(session, _link.c.id == link)


async def of(session: Session, cohort: Id) -> list[GroupLink]:
    """The links of a cohort, newest first."""
    query = select(*_columns).where(_link.c.cohort == cohort).order_by(_link.c.id.desc())
    return [GroupLink(**row._mapping) for row in await sql.rows(session, query)]  # noqa: SLF001 - documented


async def object_to(session: Session, link: Id) -> None:
    """Somebody would rather not; nothing tells how many did, nor when."""
    await sql.add_once(session, _objection, {"link": link})


async def objected(session: Session, link: Id) -> bool:
    """Would somebody rather not? The bot alone can look."""
    return bool(await sql.count(session, _objection, _objection.c.link == link))


async def carry_on(session: Session, link: GroupLink, since: datetime) -> None:
    """A link is objected to from its beginning when one of its group was that ended since; nothing shows."""
    ended = select(_link.c.id).where(_link.c.cohort == link.cohort, _link.c.ended_at > since)
    if await sql.count(session, _objection, _objection.c.link.in_(ended)):
        await object_to(session, link.id)


async def forget(session: Session, since: datetime) -> int:
    """Forget the objections to links that are not there any more, or ended before; how many."""
    kept = select(_link.c.id).where(or_(_link.c.ended_at.is_(None), _link.c.ended_at > since))
    return await sql.remove(session, _objection, _objection.c.link.not_in(kept))


async def end(session: Session, link: Id, now: datetime, ending: Ending) -> bool:
    """It is over; False when it was."""
    return bool(await sql.change(session, _link, _link.c.id == link, _stands, ending=ending, ended_at=now))


async def gone(session: Session, chat: int, now: datetime) -> list[GroupLink]:
    """Nothing can be posted in this chat any more; the links that end with that, as they were."""
    there = (_link.c.chat == chat, _stands)
    found = await sql.rows(session, select(*_columns).where(*there).order_by(_link.c.id))
    await sql.change(session, _link, *there, ending="gone", ended_at=now)
    return [GroupLink(**row._mapping) for row in found]  # noqa: SLF001 - documented


async def moved(session: Session, chat: int, becomes: int) -> None:
    """A chat goes on under another number, with its links and what waits to be sent there."""
    await sql.change(session, _link, _link.c.chat == chat, chat=becomes)
    waits = among(_outbox.c.state, *tables.OUTBOX_UNFINISHED)
    await session.connection.execute(update(_outbox).where(_outbox.c.chat == chat, waits).values(chat=becomes))


async def untold(session: Session) -> list[tuple[Id, Id]]:
    """Each link that stands, with each leader in its group whom nobody was to tell of it yet."""
    told = select(_errand.c.id).where(
        _errand.c.leader == _leader.c.id,
        _errand.c.key == literal(f"{ERRAND}:") + cast(_link.c.id, String),
        among(_errand.c.state, "waiting", "done"),
    )
    query = (
        select(_link.c.id.label("link"), _leader.c.id.label("leader"))
        .join(_enrolment, _enrolment.c.cohort == _link.c.cohort)
        .join(_leader, _leader.c.id == _enrolment.c.leader)
        .where(_stands, among(_enrolment.c.state, "active", "ended"))
        .where(among(_leader.c.state, "active", "paused", "held"), ~told.exists())
        .distinct()
    )
    return [(row.link, row.leader) for row in await sql.rows(session, query)]


async def tell(session: Session, link: Id, leader: Id, now: datetime) -> None:
    """Have a leader told of a link, once, whoever else is at it; anew when that was cancelled."""
    mine = {"leader": leader, "key": f"{ERRAND}:{link}"}
    about = {"id": new_id(), "kind": ERRAND, "due_at": now, "about": link, "state": "waiting"}
    if not await sql.add_once(session, _errand, mine | about):
        same = (_errand.c.leader == leader, _errand.c.key == mine["key"], among(_errand.c.state, "cancelled"))
        await sql.change(session, _errand, *same, due_at=now, state="waiting")


async def _first(session: Session, *where: ColumnElement[Any]) -> GroupLink | None:
    row = await sql.first(session, select(*_columns).where(*where))
    return None if row is None else GroupLink(**row._mapping)  # noqa: SLF001 - documented
