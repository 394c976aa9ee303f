"""What every leader may do with their own at any moment: take everything along, delete all."""

from typing import Any

from dialogues.people import Id
from journeys import acting
from journeys.console import organisations
from journeys.ports import World
from storage import export, leaders


async def everything(world: World, leader: Id) -> dict[str, Any]:
    """All that is kept about a leader, table by table, opened."""
    async with world.store.transaction() as session:
        return await export.everything(session, leader)


async def runs_groups(world: World, leader: Id) -> bool:
    """Does this leader also run groups, so that this goes along when everything goes?"""
    async with world.store.transaction() as session:
        return await organisations.runs(world, session, (await leaders.get(session, leader)).chat)


async def erase(world: World, leader: Id) -> None:
    """Everything goes, with the key that could open a copy of it."""
    async with world.store.transaction() as session:
        await leaders.erase(session, leader, world.clock.now())
    await acting.leave_no_trace(world)
