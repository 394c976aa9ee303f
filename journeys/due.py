"""The next moment at which anything is due, for a story whose clock jumps."""

from datetime import datetime

from journeys.ports import World
from storage import enrolments, errands


async def next_due(world: World) -> datetime | None:
    """The earliest moment of all that is planned; None when nothing is."""
    async with world.store.transaction() as session:
        moments = [await enrolments.next_due(session), await errands.next_due(session)]
    return min((moment for moment in moments if moment is not None), default=None)
