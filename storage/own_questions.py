"""Own questions: what a facilitator adds to the programme of a group, in both languages."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from sqlalchemy import exists, select

from dialogues.people import Id
from storage import sql, tables
from storage.ids import new_id
from storage.session import Session
from storage.staff_tables import own_question as _question
from storage.tables import among

_enrolment, _errand = tables.enrolment, tables.errand

State = Literal["draft", "planned", "asked", "dropped"]


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question of a facilitator; `on_date`: the local day on which it is asked, None for a draft."""

    cohort: Id
    nl: str
    en: str
    on_date: date | None
    made_by: Id | None
    made_at: datetime
    state: State = "draft"
    tried_at: datetime | None = None  # when its maker had it sent to their own chat
    id: Id = field(default_factory=new_id)


async def add(session: Session, question: OwnQuestion) -> None:
    """A new question."""
    await sql.add(session, _question, sql.values_of(question))


async def keep(session: Session, question: OwnQuestion) -> None:
    """Write what changed."""
    values = sql.values_of(question, but=("id", "cohort", "made_by", "made_at"))
    await sql.change(session, _question, _question.c.id == question.id, **values)


async def get(session: Session, question: Id, *, held: bool = False) -> OwnQuestion | None:
    """One question; `held`: for this transaction alone."""
    query = select(_question).where(_question.c.id == question)
    row = await sql.first(session, query.with_for_update() if held else query)
    return None if row is None else OwnQuestion(**row._mapping)  # noqa: SLF001 - documented


async def of(session: Session, cohort: Id) -> list[OwnQuestion]:
    """The questions of a group, oldest first."""
    query = select(_question).where(_question.c.cohort == cohort).order_by(_question.c.id)
    return [OwnQuestion(**row._mapping) for row in await sql.rows(session, query)]  # noqa: SLF001 - documented


async def soon(session: Session, until: date) -> list[Id]:
    """What was planned for this day or an earlier one, and may still have to be brought to somebody."""
    query = select(_question.c.id).where(_question.c.state == "planned", _question.c.on_date <= until)
    return [row.id for row in await sql.rows(session, query.order_by(_question.c.id))]


async def unreached(session: Session, question: OwnQuestion, key: str) -> list[Id]:
    """Who follows the programme of its group and has no errand of this key: whoever joined since it was planned."""
    known = exists().where(_errand.c.leader == _enrolment.c.leader, _errand.c.key == key)
    here = (_enrolment.c.cohort == question.cohort, among(_enrolment.c.state, "active"))
    query = select(_enrolment.c.leader).where(*here, ~known).order_by(_enrolment.c.leader)
    return [row.leader for row in await sql.rows(session, query)]
