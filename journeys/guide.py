"""Facilitators: subscribe a cohort, and hand out its invite. Never an answer, never who answered."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dialogues.model import Language
from dialogues.people import Cohort, Id, MirrorPeriod
from journeys.ports import World
from journeys.tokens import digest
from storage import audit, cohorts, invites, organisations
from storage.ids import new_id
from storage.session import Session

EXPIRY = timedelta(days=90)
MANY = 500  # uses of a group's invite, unless said otherwise


@dataclass(frozen=True, slots=True)
class NewCohort:
    """What a facilitator says about a cohort; `starts_on`: a local date, or None to begin on joining.

    The invite works for `expires` on the machine's own clock, and `max_uses` times; the rest is as in a `Cohort`.
    """

    name: str
    programme: str
    language: Language = "nl"
    zone: str = "Europe/Amsterdam"
    starts_on: date | None = None
    expires: timedelta = EXPIRY
    max_uses: int = MANY
    weekday: int | None = None
    hour: time | None = None
    ends_on: date | None = None
    retention_months: int = 12
    period: MirrorPeriod = "month"


@dataclass(frozen=True, slots=True)
class Created:
    """A cohort, with the payload of its invite link (128 bits and more, stored only as a hash)."""

    id: Id
    payload: str


@dataclass(frozen=True, slots=True)
class Founder:
    """In whose name a cohort is subscribed; nobody's on the command line, as long as there is no organisation."""

    organisation: Id | None = None
    member: Id | None = None


async def create_cohort(world: World, new: NewCohort) -> Created:
    """Subscribe a cohort from the command line."""
    async with world.store.transaction() as session:
        home = await organisations.first(session)
        cohort = await subscribe(session, new, Founder(home.id if home else None), world.clock.now())
        number = await invite(world, session, cohort.id, None, new)
        return Created(cohort.id, token_of(session, number))


async def subscribe(
    session: Session, new: NewCohort, founder: Founder, now: datetime, number: Id | None = None
) -> Cohort:
    """The cohort itself, wherever it is subscribed, under this number if there is one; it has no invite yet."""
    made = Cohort(
        number or new_id(), new.name, new.programme, new.language, new.zone, new.starts_on, founder.organisation,
        weekday=new.weekday, hour=new.hour, ends_on=new.ends_on, retention_months=new.retention_months,
        period=new.period,
    )  # fmt: skip
    await cohorts.insert(session, made, now)
    if founder.organisation is not None and founder.member is not None:
        await audit.did(session, audit.Deed("cohort created", founder.member, founder.organisation, made.id), now)
    else:
        await audit.note(session, "cohort created", now, cohort=made.id)
    return made


async def invite(world: World, session: Session, cohort: Id, member: Id | None, new: NewCohort) -> Id:
    """One link for everybody in a new group, by its id: the bot can derive its token, which is kept nowhere."""
    number = new_id()
    expires = world.clock.wall() + new.expires
    made = digest(token_of(session, number))
    await invites.add(session, cohort, made, expires, new.max_uses, world.clock.now(), invites.Made(member))
    return number


def token_of(session: Session, number: Id) -> str:
    """The payload of the link with this id."""
    return session.vault.token(f"invite:{number}")
