"""Facilitators: subscribe a cohort, and hand out its invite. Never an answer, never who answered."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dialogues.effects import Say
from dialogues.model import Language
from dialogues.people import Cohort, Id, MirrorPeriod
from journeys.console.organisations import member_at
from journeys.ports import World
from journeys.stage import Stage, say
from journeys.tokens import digest
from storage import audit, cohorts, invites, organisations, roles
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
    invite: Id


@dataclass(frozen=True, slots=True)
class Founder:
    """In whose name a cohort is subscribed; nobody's on the command line, as long as there is no organisation."""

    organisation: Id | None = None
    member: Id | None = None


async def create_cohort(world: World, new: NewCohort) -> Created:
    """Subscribe a cohort from the command line."""
    async with world.store.transaction() as session:
        home = await organisations.first(session)
        founder = Founder(home.id if home else None)
        return await _create(session, new, founder, world.clock.now(), world.clock.wall())


async def subscribe_from_chat(stage: Stage, name: str, programme: str) -> None:
    """Subscribe a cohort from the chat, with the facilitator's own language and zone."""
    rhythm, language = stage.leader.rhythm, stage.leader.language
    new = NewCohort(name[:80], programme, language, rhythm.zone)
    wall = stage.world.clock.wall()
    created = await _create(stage.session, new, await _founder(stage), stage.scene.now, wall)
    weeks = len(stage.scene.library.programmes[programme].weeks)
    await say(stage, Say("cohort_created", {"cohort": name[:80], "invite": created.invite, "weeks": str(weeks)}))


async def _founder(stage: Stage) -> Founder:
    member = await member_at(stage.world, stage.session, stage.leader.chat, stage.leader.language)
    held = await roles.of(stage.session, member.id) if member else []
    return Founder(held[0].organisation, member.id) if member and held else Founder()


async def subscribe(session: Session, new: NewCohort, founder: Founder, now: datetime) -> Cohort:
    """The cohort itself, wherever it is subscribed; it has no invite yet."""
    made = Cohort(
        new_id(), new.name, new.programme, new.language, new.zone, new.starts_on, founder.organisation,
        weekday=new.weekday, hour=new.hour, ends_on=new.ends_on, retention_months=new.retention_months,
        period=new.period,
    )  # fmt: skip
    await cohorts.insert(session, made, now)
    if founder.organisation is not None and founder.member is not None:
        await audit.did(session, audit.Deed("cohort created", founder.member, founder.organisation, made.id), now)
    else:
        await audit.note(session, "cohort created", now, cohort=made.id)
    return made


async def _create(session: Session, new: NewCohort, founder: Founder, now: datetime, wall: datetime) -> Created:
    cohort = await subscribe(session, new, founder, now)
    invite = new_id()
    token = session.vault.token(f"invite:{invite}")
    made = invites.Made(founder.member)
    await invites.add(session, cohort.id, digest(token), wall + new.expires, new.max_uses, now, made)
    return Created(cohort.id, token, invite)
