"""Facilitators: subscribe a cohort, and hand out its invite. Never an answer, never who answered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dialogues.effects import Say
from dialogues.model import Language
from dialogues.people import Cohort, Id
from journeys.ports import World
from journeys.stage import Stage, say
from journeys.tokens import digest
from storage import audit, cohorts, invites
from storage.ids import new_id
from storage.session import Session

EXPIRY = timedelta(days=90)
MANY = 500  # uses of a group's invite, unless said otherwise


@dataclass(frozen=True, slots=True)
class NewCohort:
    """What a facilitator says about a cohort; `starts_on`: a local date, or None to begin on joining.

    The invite works for `expires` on the machine's own clock, and `max_uses` times.
    """

    name: str
    programme: str
    language: Language = "nl"
    zone: str = "Europe/Amsterdam"
    starts_on: date | None = None
    expires: timedelta = EXPIRY
    max_uses: int = MANY


@dataclass(frozen=True, slots=True)
class Created:
    """A cohort, with the payload of its invite link (128 bits and more, stored only as a hash)."""

    id: Id
    payload: str
    invite: Id


async def create_cohort(world: World, new: NewCohort) -> Created:
    """Subscribe a cohort from the command line."""
    async with world.store.transaction() as session:
        return await _create(session, new, world.clock.now(), world.clock.wall())


async def subscribe_from_chat(stage: Stage, name: str, programme: str) -> None:
    """Subscribe a cohort from the chat, with the facilitator's own language and zone."""
    rhythm, language = stage.leader.rhythm, stage.leader.language
    new = NewCohort(name[:80], programme, language, rhythm.zone)
    created = await _create(stage.session, new, stage.scene.now, stage.world.clock.wall())
    weeks = len(stage.scene.library.programmes[programme].weeks)
    await say(stage, Say("cohort_created", {"cohort": name[:80], "invite": created.invite, "weeks": str(weeks)}))


async def _create(session: Session, new: NewCohort, now: datetime, wall: datetime) -> Created:
    cohort: Cohort = await cohorts.add(session, new.name, new.programme, new.language, new.zone, new.starts_on, now)
    invite = new_id()
    token = session.vault.token(f"invite:{invite}")
    await invites.add(session, cohort.id, digest(token), wall + new.expires, new.max_uses, now)
    await audit.note(session, "cohort created", now, cohort=cohort.id)
    return Created(cohort.id, token, invite)
