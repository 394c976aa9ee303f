"""What the figures of a group are made of: who joined when, what was asked, and when something came back. No words."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select

from dialogues.people import AnswerState, Care, Id, ItemKind, Part
from storage import sql, tables
from storage.session import Session
from storage.tables import among

_enrolment, _prompt, _answer, _tap, _leader = (
    tables.enrolment, tables.prompt, tables.answer, tables.tap, tables.leader,
)  # fmt: skip
_consent = tables.consent


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
    """That something was written to a prompt."""

    prompt: Id
    part: Part
    at: datetime
    state: AnswerState
    care: Care


@dataclass(frozen=True, slots=True)
class Tapped:
    """That something was tapped with a prompt; `value` is sealed."""

    id: Id
    leader: Id
    prompt: Id
    name: str
    at: datetime


async def places(session: Session, cohort: Id) -> list[Place]:
    """Everybody who ever joined a group and was not erased, in the order of joining."""
    columns = (_enrolment.c.leader, _enrolment.c.started_at, _enrolment.c.guest, _leader.c.gone_at)
    query = select(*columns).join(_leader, _leader.c.id == _enrolment.c.leader).where(_enrolment.c.cohort == cohort)
    newest_first = await sql.rows(session, query.order_by(_enrolment.c.id.desc()))
    first = {row.leader: Place(row.leader, row.started_at, row.guest, row.gone_at) for row in newest_first}
    return list(reversed(first.values()))


async def consenting(session: Session, cohort: Id) -> frozenset[Id]:
    """Whoever joined a group and agrees at this moment."""
    query = select(_enrolment.c.leader).join(_consent, _consent.c.leader == _enrolment.c.leader).distinct()
    mine = query.where(_enrolment.c.cohort == cohort, _consent.c.withdrawn_at.is_(None))
    return frozenset(row.leader for row in await sql.rows(session, mine))


async def asked(session: Session, cohort: Id, start: datetime, end: datetime) -> list[Asked]:
    """What the programme of a group asked from `start` up to, not including, `end`; oldest first."""
    columns = (_prompt.c.id, _prompt.c.leader, _prompt.c.kind, _prompt.c.item, _prompt.c.asked_at)
    query = select(*columns).where(*_within(cohort, start, end)).order_by(_prompt.c.asked_at, _prompt.c.id)
    return [Asked(row.id, row.leader, row.kind, row.item, row.asked_at) for row in await sql.rows(session, query)]


async def replies(session: Session, cohort: Id, start: datetime, end: datetime) -> list[Reply]:
    """What was written to those prompts, whenever that was; oldest first."""
    columns = (_answer.c.prompt, _answer.c.part, _answer.c.given_at, _answer.c.state, _answer.c.care)
    query = select(*columns).join(_prompt, _prompt.c.id == _answer.c.prompt).where(*_within(cohort, start, end))
    return [
        Reply(row.prompt, row.part, row.given_at, row.state, row.care)
        for row in await sql.rows(session, query.order_by(_answer.c.given_at, _answer.c.id))
    ]


async def tapped(session: Session, cohort: Id, start: datetime, end: datetime) -> list[Tapped]:
    """What was tapped with those prompts, whenever that was; oldest first."""
    columns = (_tap.c.id, _tap.c.leader, _tap.c.prompt, _tap.c.name, _tap.c.at)
    query = select(*columns).join(_prompt, _prompt.c.id == _tap.c.prompt).where(*_within(cohort, start, end))
    return [
        Tapped(row.id, row.leader, row.prompt, row.name, row.at)
        for row in await sql.rows(session, query.order_by(_tap.c.at, _tap.c.id))
    ]


def _within(cohort: Id, start: datetime, end: datetime) -> tuple[ColumnElement[bool], ...]:
    members = select(_enrolment.c.id).where(_enrolment.c.cohort == cohort)
    programme = among(_prompt.c.kind, "question", "paradox", "integrity_case", "pulse", "paradox_revisit")
    return _prompt.c.enrolment.in_(members), programme, _prompt.c.asked_at >= start, _prompt.c.asked_at < end
