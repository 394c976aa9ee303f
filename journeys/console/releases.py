"""What was released about a group, for who may look: the figures of its weeks, its mirrors, and sharing a mirror."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from dialogues.people import Id
from journeys.console import trail
from journeys.console.access import group_for
from journeys.console.who import Missing, Refused, Who
from journeys.permissions import Act, may
from journeys.ports import World
from storage import audit, orders, releases
from summaries.cohort.facts import Mirror, Release, from_json

PUBLISH, POST = "publish", "post"  # the orders to the bot: to everybody in the chat, and in a Telegram group


@dataclass(frozen=True, slots=True)
class Kept:
    """A mirror as it was released; `published_at` None: its group does not know it yet."""

    id: Id
    mirror: Mirror
    published_at: datetime | None


async def participation(world: World, who: Who, cohort: Id, act: Act = "see participation") -> tuple[Release, ...]:
    """The released weeks, oldest first; `act` is what they are wanted for."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, act)
        if act == "export":
            await trail.taken(world, session, who, group, "figures exported")
        found = await releases.of(session, cohort, "week")
    return tuple(cast("Release", from_json(one.facts)) for one in found)


async def mirrors(world: World, who: Who, cohort: Id, act: Act = "see published mirror") -> tuple[Kept, ...]:
    """The released mirrors, oldest first; an observer is shown those that were published. `act`: what for."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, act)
        if act == "export":
            await trail.taken(world, session, who, group, "mirrors exported")
        found = [_kept(one) for one in await releases.of(session, cohort, "mirror")]
    every = may(who.roles, "see mirror", group.organisation or 0, cohort)
    return tuple(one for one in found if every or one.published_at is not None)


async def publish(world: World, who: Who, cohort: Id, release: Id) -> None:
    """Share a mirror with its group: the bot brings it to everybody in the chat. A second time changes nothing.

    Refused when the mirror holds nothing, since too few people answered.
    """
    now = world.clock.now()
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "publish mirror")
        found = await releases.get(session, release)
        if found is None or found.cohort != group.id or found.kind != "mirror":
            raise Missing
        if not _kept(found).mirror.tells:
            raise Refused("too_few")
        if await releases.publish(session, release, who.member, now):
            for order in (PUBLISH, POST):
                await orders.put(session, cohort, order, {"release": release}, who.member, now)
            deed = audit.Deed("mirror published", who.member, group.organisation or 0, cohort, {"release": release})
            await audit.did(session, deed, now)


def _kept(found: releases.Kept) -> Kept:
    return Kept(found.id, cast("Mirror", from_json(found.facts)), found.published_at)
