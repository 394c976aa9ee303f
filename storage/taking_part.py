"""What the figures of a group are made of: who joined when, what was asked, and when something came back. No words."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Row, and_, func, select

from dialogues.people import AnswerState, Care, Id, ItemKind, Part
from storage import keys, sql, tables
from storage.codec import memory_from, wishes_from
from storage.session import Session
from storage.tables import among
from storage.vault import Place as VaultPlace

_enrolment, _prompt, _answer, _tap, _leader = (
    tables.enrolment, tables.prompt, tables.answer, tables.tap, tables.leader,
)  # fmt: skip
_consent = tables.consent
_PROGRAMME = among(_prompt.c.kind, "question", "paradox", "integrity_case", "pulse", "paradox_revisit")


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's place in a group, since they first joined; `gone_at`: since when they cannot be reached."""

    leader: Id
    at: datetime
    guest: bool
    gone_at: datetime | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt of the programme of a group."""

    id: Id
    leader: Id
    kind: ItemKind
    item: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Reply:
    """That something was written to such a prompt."""

    to: Asked
    part: Part
    at: datetime
    state: AnswerState
    care: Care


@dataclass(frozen=True, slots=True)
class Tapped:
    """That something was tapped with such a prompt; `value` is sealed with the leader's key."""

    id: Id
    to: Asked
    name: str
    at: datetime
    value: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Span:
    """A group from one moment up to, not including, another."""

    cohort: Id
    start: datetime
    end: datetime


async def places(session: Session, cohort: Id) -> list[Place]:
    """Everybody who ever joined a group and was not erased, in the order of joining."""
    columns = (_enrolment.c.leader, _enrolment.c.started_at, _enrolment.c.guest, _leader.c.gone_at)
    query = select(*columns).join(_leader, _leader.c.id == _enrolment.c.leader).where(_enrolment.c.cohort == cohort)
    newest_first = await sql.rows(session, query.order_by(_enrolment.c.id.desc()))
    first = {row.leader: Place(row.leader, row.started_at, row.guest, row.gone_at) for row in newest_first}
    return list(reversed(first.values()))


async def returns(session: Session, cohort: Id) -> list[tuple[Id, datetime]]:
    """Who came back into a group, or began to count in it or ceased to, and when; oldest first."""
    names = ("leader", "programme", "state", "started_at", "guest")
    query = select(*(_enrolment.c[name] for name in names)).where(_enrolment.c.cohort == cohort)
    before: dict[Id, Row[Any]] = {}
    found = []
    for row in await sql.rows(session, query.order_by(_enrolment.c.id)):
        was = before.get(row.leader)
        if was is not None and _changed(was, row):
            found.append((row.leader, row.started_at))
        before[row.leader] = row
    return found


def _changed(was: Row[Any], becomes: Row[Any]) -> bool:
    """Not merely another programme of the group."""
    return bool(was.state == "left" or was.guest != becomes.guest or was.programme == becomes.programme)


async def consenting(session: Session, cohort: Id) -> frozenset[Id]:
    """Whoever joined a group and agrees at this moment."""
    query = select(_enrolment.c.leader).join(_consent, _consent.c.leader == _enrolment.c.leader).distinct()
    mine = query.where(_enrolment.c.cohort == cohort, _consent.c.withdrawn_at.is_(None))
    return frozenset(row.leader for row in await sql.rows(session, mine))


async def present(session: Session, cohort: Id, leader: Id | None = None) -> list[Id]:
    """Whoever is in a group now, also after the end of its programme, and can be written to. `leader`: are they?"""
    here = (_enrolment.c.cohort == cohort, among(_enrolment.c.state, "active", "ended"))
    query = select(_leader.c.id).where(_leader.c.id.in_(select(_enrolment.c.leader).where(*here)))
    mine = [among(_leader.c.state, "active", "paused", "held")]
    mine += [_leader.c.id == leader] if leader is not None else []
    return [row.id for row in await sql.rows(session, query.where(*mine).order_by(_leader.c.id))]


async def finished(session: Session, span: Span, leader: Id | None = None) -> list[Id]:
    """Whoever stopped at the end of the programme of a group, and took part in it for at least some of that time.

    Not who left or muted the group, nor who stopped altogether. `leader`: is this one of them?
    """
    columns = (_leader.c.id, _leader.c.memory, _leader.c.wishes)
    query = select(*columns).join(_enrolment, _enrolment.c.leader == _leader.c.id).join(_prompt, _PLACE)
    mine = [*_over(_enrolment.c.cohort == span.cohort), among(_leader.c.state, "stopped")]
    mine += [_leader.c.id == leader] if leader is not None else []
    took_part = (span.end > _JOINED, span.start <= _LAST)
    found = query.where(*mine).group_by(_leader.c.id).having(and_(*took_part))
    rows = await sql.rows(session, found.order_by(_leader.c.id))
    return [row.id for row in rows if _still_told(row, span.cohort)]


def _still_told(row: Row[Any], cohort: Id) -> bool:
    return memory_from(row.memory).finished and cohort not in wishes_from(row.wishes).muted


async def spells(session: Session, leader: Id) -> dict[Id, tuple[datetime, datetime]]:
    """From when until when somebody took part in each group in which their programme has ended.

    That is until it asked them the last; by then it never does again.
    """
    columns = (_enrolment.c.cohort, _JOINED.label("joined"), _LAST.label("last"))
    mine = _over(_enrolment.c.cohort.is_not(None), _enrolment.c.leader == leader)
    query = select(*columns).join(_prompt, _PLACE).where(*mine).group_by(_enrolment.c.cohort)
    return {row.cohort: (row.joined, row.last) for row in await sql.rows(session, query)}


_JOINED, _LAST = func.min(_enrolment.c.started_at), func.max(_prompt.c.asked_at)
_PLACE = _prompt.c.enrolment == _enrolment.c.id


def _over(*where: ColumnElement[bool]) -> tuple[ColumnElement[bool], ...]:
    """It is a prompt of a programme that has ended; not the question how it was."""
    return among(_enrolment.c.state, "ended"), _PROGRAMME, *where


async def flagged(session: Session, cohort: Id) -> frozenset[Id]:
    """The prompts of a group of which anything written is hidden, held, withdrawn or worrying."""
    apart = (_answer.c.state != "kept") | (_answer.c.care != "none")
    query = select(_answer.c.prompt).join(_prompt, _prompt.c.id == _answer.c.prompt).where(_of(cohort), apart)
    return frozenset(row.prompt for row in await sql.rows(session, query))


async def asked(session: Session, span: Span) -> list[Asked]:
    """What the programme of a group asked in that time, oldest first."""
    query = select(*_ASKED).where(_of(span.cohort), *_within(_prompt.c.asked_at, span))
    return [_asked(row) for row in await sql.rows(session, query.order_by(_prompt.c.asked_at, _prompt.c.id))]


async def replies(session: Session, span: Span, by: Literal["asking", "giving"]) -> list[Reply]:
    """What was written to what was asked in that time, or what was written in that time; oldest first."""
    columns = (_answer.c.part, _answer.c.given_at, _answer.c.state.label("stands"), _answer.c.care)
    query = select(*_ASKED, *columns).join(_prompt, _prompt.c.id == _answer.c.prompt)
    when = _prompt.c.asked_at if by == "asking" else _answer.c.given_at
    mine = query.where(_of(span.cohort), *_within(when, span)).order_by(_answer.c.given_at, _answer.c.id)
    rows = await sql.rows(session, mine)
    return [Reply(_asked(row), row.part, row.given_at, row.stands, row.care) for row in rows]


async def tapped(session: Session, span: Span, by: Literal["asking", "giving"]) -> list[Tapped]:
    """What was tapped with what was asked in that time, or what was tapped in that time; oldest first."""
    query = select(*_ASKED, _tap.c.id.label("tap"), _tap.c.name, _tap.c.at, _tap.c.value)
    when = _prompt.c.asked_at if by == "asking" else _tap.c.at
    mine = query.join(_prompt, _prompt.c.id == _tap.c.prompt).where(_of(span.cohort), *_within(when, span))
    rows = await sql.rows(session, mine.order_by(_tap.c.at, _tap.c.id))
    return [Tapped(row.tap, _asked(row), row.name, row.at, row.value) for row in rows]


async def opened(session: Session, tap: Tapped) -> str:
    """What was tapped, with the leader's own key, which only the bot can use."""
    return await keys.opened(session, tap.to.leader, VaultPlace("tap", tap.id, "value"), tap.value)


_ASKED = (_prompt.c.id, _prompt.c.leader, _prompt.c.kind, _prompt.c.item, _prompt.c.asked_at)


def _asked(row: Row[Any]) -> Asked:
    return Asked(row.id, row.leader, row.kind, row.item, row.asked_at)


def _of(cohort: Id) -> ColumnElement[bool]:
    """It is a prompt of the programme of this group, not one that somebody asked for; to no guest."""
    members = select(_enrolment.c.id).where(_enrolment.c.cohort == cohort, _enrolment.c.guest.is_(False))
    return and_(_prompt.c.enrolment.in_(members), _PROGRAMME)


def _within(moment: ColumnElement[datetime], span: Span) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return moment >= span.start, moment < span.end
