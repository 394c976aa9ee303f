"""What the bot does at each tick for those who run groups: release what has closed, carry out what was ordered."""

from journeys.console import orders, releasing
from journeys.ports import World


async def tick(world: World, trouble: list[Exception]) -> int:
    """Do all that is due; the number of things done. What goes wrong with one group is added to `trouble`."""
    return await releasing.due(world, trouble) + await orders.waiting(world)
