"""What the bot does at each tick for those who run groups: what ends or was ordered, then what has closed."""

from journeys.console import ending, objecting, orders, posing, releasing
from journeys.ports import World


async def tick(world: World, trouble: list[Exception]) -> int:
    """Do all that is due; the number of things done. What goes wrong with one group is added to `trouble`."""
    done = await ending.due(world, trouble) + await orders.waiting(world, trouble)
    done += await posing.due(world, trouble) + await objecting.due(world)
    return done + await releasing.due(world, trouble)
