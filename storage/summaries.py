"""Look backs: the facts of one month, kept as they were when it was made, and what the leader thought of it."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import select

from dialogues.people import Id, SummaryKind
from storage import keys, sql, tables
from storage.faults import NotFound
from storage.ids import new_id
from storage.session import Session
from storage.vault import Place

_summary = tables.summary


async def add(  # noqa: PLR0913 - what a look back is
    session: Session, leader: Id, month: date, facts: str, now: datetime, kind: SummaryKind = "month"
) -> Id | None:
    """Keep the facts of a month (any day of it names it), or of what begins on it; None when it is there already."""
    made = new_id()
    sealed = await keys.sealed(session, leader, _place(made, "facts"), facts)
    values = {
        "id": made, "leader": leader, "month": _begins(month, kind), "facts": sealed, "created_at": now, "kind": kind,
    }  # fmt: skip
    return made if await sql.add_once(session, _summary, values) else None


async def renew(  # noqa: PLR0913 - what a look back is
    session: Session, leader: Id, month: date, facts: str, now: datetime, kind: SummaryKind = "month"
) -> Id:
    """New facts for a month that has its look back already, without a verdict yet; raises NotFound."""
    mine = (_summary.c.leader == leader, _summary.c.month == _begins(month, kind), _summary.c.kind == kind)
    row = await sql.first(session, select(_summary.c.id).where(*mine))
    if row is None:
        raise NotFound("That month has no look back yet.")
    sealed = await keys.sealed(session, leader, _place(row.id, "facts"), facts)
    await sql.change(session, _summary, *mine, facts=sealed, verdict=None, created_at=now)
    found: Id = row.id
    return found


async def made_at(session: Session, leader: Id, month: date, kind: SummaryKind = "month") -> datetime | None:
    """When a look back was made last; None while there is none."""
    mine = (_summary.c.leader == leader, _summary.c.month == _begins(month, kind), _summary.c.kind == kind)
    row = await sql.first(session, select(_summary.c.created_at).where(*mine))
    return None if row is None else row.created_at


async def revise(session: Session, leader: Id, summary: Id, facts: str) -> None:
    """Other facts for the same look back; what the leader thought of it stays."""
    sealed = await keys.sealed(session, leader, _place(summary, "facts"), facts)
    await sql.change(session, _summary, _summary.c.leader == leader, _summary.c.id == summary, facts=sealed)


async def moments(session: Session, leader: Id, since: datetime) -> list[datetime]:
    """When a look back was made for a leader, from `since` on."""
    query = select(_summary.c.created_at).where(_summary.c.leader == leader, _summary.c.created_at >= since)
    return [row.created_at for row in await sql.rows(session, query)]


async def of_kinds(
    session: Session, leader: Id, kinds: Collection[SummaryKind], since: datetime | None = None
) -> list[tuple[Id, str]]:
    """The id and the facts of every look back of these kinds that was made (`since` then), oldest first."""
    mine = select(_summary).where(_summary.c.leader == leader, _summary.c.kind.in_(kinds))
    if since is not None:
        mine = mine.where(_summary.c.created_at >= since)
    found = await sql.rows(session, mine.order_by(_summary.c.month, _summary.c.id))
    return [(row.id, await keys.opened(session, leader, _place(row.id, "facts"), row.facts)) for row in found]


async def forget(session: Session, leader: Id, summary: Id) -> None:
    """Delete one look back; who asks for it gets it made anew."""
    await sql.remove(session, _summary, _summary.c.id == summary, _summary.c.leader == leader)


async def get(session: Session, leader: Id, summary: Id) -> tuple[date, str] | None:
    """The month (its first day) and the facts of one look back, if it is this leader's."""
    mine = select(_summary).where(_summary.c.leader == leader, _summary.c.id == summary)
    row = await sql.first(session, mine)
    return None if row is None else (row.month, await keys.opened(session, leader, _place(row.id, "facts"), row.facts))


async def fitting(session: Session, leader: Id, start: date, end: date) -> list[str]:
    """The facts of the months from `start` up to, not including, `end` of which the leader said that they fit."""
    mine = (_summary.c.leader == leader, _summary.c.kind == "month", _summary.c.verdict.is_not(None))
    span = (_summary.c.month >= start, _summary.c.month < end)
    rows = await sql.rows(session, select(_summary).where(*mine, *span).order_by(_summary.c.month))
    return [
        await keys.opened(session, leader, _place(row.id, "facts"), row.facts)
        for row in rows
        if await keys.opened(session, leader, _place(row.id, "verdict"), row.verdict) == "yes"
    ]


async def judged(session: Session, leader: Id) -> list[tuple[str, str | None]]:
    """The facts of every look back and what the leader thought of it, if they said; oldest first."""
    mine = select(_summary).where(_summary.c.leader == leader).order_by(_summary.c.month, _summary.c.id)
    return [
        (
            await keys.opened(session, leader, _place(row.id, "facts"), row.facts),
            row.verdict and await keys.opened(session, leader, _place(row.id, "verdict"), row.verdict),
        )
        for row in await sql.rows(session, mine)
    ]


async def latest(session: Session, leader: Id) -> tuple[Id, date, str] | None:
    """The id, the month and the facts of a leader's newest look back."""
    newest = (_summary.c.month.desc(), _summary.c.created_at.desc(), _summary.c.id.desc())  # a month may have two kinds
    row = await sql.first(session, select(_summary).where(_summary.c.leader == leader).order_by(*newest).limit(1))
    if row is None:
        return None
    return row.id, row.month, await keys.opened(session, leader, _place(row.id, "facts"), row.facts)


async def set_verdict(session: Session, leader: Id, summary: Id, verdict: str) -> None:
    """Note what the leader thought of it."""
    sealed = await keys.sealed(session, leader, _place(summary, "verdict"), verdict)
    await sql.change(session, _summary, _summary.c.leader == leader, _summary.c.id == summary, verdict=sealed)


async def verdict(session: Session, leader: Id, summary: Id) -> str | None:
    """What the leader thought of it, if they said."""
    mine = select(_summary.c.verdict).where(_summary.c.leader == leader, _summary.c.id == summary)
    row = await sql.first(session, mine)
    if row is None or row.verdict is None:
        return None
    return await keys.opened(session, leader, _place(summary, "verdict"), row.verdict)


async def forget_quotes(session: Session, leader: Id, answer: Id) -> None:
    """Delete the look backs that rest on an answer; who asks for one gets it made anew, without."""
    mine = select(_summary.c.id, _summary.c.facts).where(_summary.c.leader == leader)
    for row in await sql.rows(session, mine):
        if f'"answer:{answer}"' in await keys.opened(session, leader, _place(row.id, "facts"), row.facts):
            await forget(session, leader, row.id)


def _begins(month: date, kind: SummaryKind) -> date:
    """The day that names it: months and years begin on a 1st, a programme on any day."""
    return month if kind == "programme" else month.replace(day=1)


def _place(summary: Id, column: str) -> Place:
    return Place("summary", summary, column)
