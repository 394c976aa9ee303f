"""The groups that a leader is or was in: who runs each, what was done about it, and the way out of one."""

from dataclasses import dataclass
from functools import partial

from dialogues.moves.leaders import membership
from dialogues.moves.steps import Step, says
from dialogues.people import Id
from dialogues.scene import Scene
from dialogues.talk import Talk
from journeys.console import hosts, objecting, trail
from journeys.console.objecting import Linked
from journeys.console.who import Missing
from journeys.own import doing
from journeys.ports import World
from storage import cohorts, enrolments
from storage.audit import Noted


@dataclass(frozen=True, slots=True)
class Joined:
    """A group with its zone, who runs it ("" for nobody), and what was done about it, newest first.

    `inside`: are they in it now? `telegram`: the Telegram group that its mirror goes to as well, as far as may be
    seen, for who is still in it.
    """

    id: Id
    name: str
    zone: str
    host: str
    deeds: tuple[Noted, ...]
    inside: bool
    telegram: Linked | None = None


async def joined(world: World, leader: Id) -> tuple[Joined, ...]:
    """Every group that a leader ever joined and that still exists, the latest first."""
    async with world.store.transaction() as session:
        ever = [one.cohort for one in await enrolments.of_leader(session, leader) if one.cohort is not None]
        known = [await cohorts.get(session, number) for number in dict.fromkeys(reversed(ever))]
        hosted = [(cohort, await hosts.of(session, cohort)) for cohort in known]
        inside = dict(await enrolments.groups_of(session, leader))
        linked = {cohort.id: await objecting.standing(session, leader, cohort.id) for cohort in known}
    return tuple(
        [
            Joined(
                cohort.id, cohort.name, cohort.zone, host, await trail.for_leader(world, leader, cohort.id),
                cohort.id in inside, linked[cohort.id],
            )
            for cohort, host in hosted
        ]
    )  # fmt: skip


async def leave(world: World, leader: Id, number: Id) -> None:
    """Out of that group, as the button in the chat does; Missing when they are not in it."""
    if await doing.done(world, leader, partial(_out, number)):
        raise Missing


def _out(number: Id, talk: Talk, scene: Scene) -> Step:
    return (talk, membership.left(number, scene)) if number in dict(scene.groups) else says(talk, "groups_none")


async def object_to(world: World, leader: Id, number: Id) -> None:
    """Rather no mirror in that Telegram group, as the button in the chat does; Missing when there is no such link."""
    async with world.store.transaction() as session:
        if not await objecting.object_to(session, leader, number):
            raise Missing
