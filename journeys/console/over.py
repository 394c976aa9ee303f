"""That the programme of a group is over and what waits then, told from its own calendar and what was released alone."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from dialogues.people import CLOSED, Cohort
from journeys.console import planning
from journeys.console.ending import today
from journeys.ports import World
from storage import releases
from storage.session import Session
from summaries.cohort.facts import Mirror, Release, from_json


@dataclass(frozen=True, slots=True)
class Over:
    """The programme of a group is over: since which day, for who began with it; None where each begins alone."""

    on: date | None


async def over(world: World, session: Session, group: Cohort) -> Over | None:
    """Is it, for a group that was not closed? None: not yet, or that cannot be told.

    A group in which each begins at their own time has no day. There it is over once it would be for the last of those
    whom its figures count, who are five or more: when the others joined is nobody's business.
    """
    first = group.starts_on or await _since(session, group)
    if first is None or group.state in CLOSED or group.programme not in world.library.programmes:
        return None
    now = today(group, world.clock.now())
    if planning.course(world.library, group, first, ()).last >= now:  # a rest only makes it later
        return None
    last = planning.course(world.library, group, first, await planning.rests_of(session, group)).last
    if last >= now:
        return None
    return Over(last if group.starts_on else None)


async def _since(session: Session, group: Cohort) -> date | None:
    """The Monday before which everybody who is counted had joined; None while nobody is."""
    weeks = await releases.of(session, group.id, "week")
    cells = cast("Release", from_json(weeks[-1].facts)).cells if weeks else ()
    return cells[-1].since if cells else None


async def waiting(session: Session, group: Cohort) -> tuple[tuple[date, date], ...]:
    """The first and last days of the mirrors that show something and were not shared yet, oldest first."""
    found = await releases.of(session, group.id, "mirror")
    unshared = [cast("Mirror", from_json(one.facts)) for one in found if one.published_at is None]
    return tuple((one.first, one.last) for one in unshared if one.tells)
