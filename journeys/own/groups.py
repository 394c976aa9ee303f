"""The groups that a leader is or was in: who runs each, and what was done about it."""

from dataclasses import dataclass

from dialogues.people import Id
from journeys.console import hosts, trail
from journeys.ports import World
from storage import cohorts, enrolments
from storage.audit import Noted


@dataclass(frozen=True, slots=True)
class Joined:
    """A group with its zone, who runs it ("" for nobody), and what was done about it, newest first."""

    id: Id
    name: str
    zone: str
    host: str
    deeds: tuple[Noted, ...]


async def joined(world: World, leader: Id) -> tuple[Joined, ...]:
    """Every group that a leader ever joined and that still exists, the latest first."""
    async with world.store.transaction() as session:
        ever = [one.cohort for one in await enrolments.of_leader(session, leader) if one.cohort is not None]
        known = [await cohorts.get(session, number) for number in dict.fromkeys(reversed(ever))]
        hosted = [(cohort, await hosts.of(session, cohort)) for cohort in known]
    return tuple(
        [
            Joined(cohort.id, cohort.name, cohort.zone, host, await trail.for_leader(world, leader, cohort.id))
            for cohort, host in hosted
        ]
    )
