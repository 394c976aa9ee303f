"""A notice: what a facilitator says to everybody in a group; the bot brings it, to each of them once."""

from dialogues.people import Id
from journeys.console.access import group_for
from journeys.console.running import did, held
from journeys.console.who import Refused, Who
from journeys.ports import World
from storage import notices, orders
from storage.notices import Notice

LONGEST = 1_000  # characters
ORDER = "notice"


def sound(text: str) -> str:
    """Plain text of 1 to 1,000 characters, on lines. Raises Refused."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").strip().split("\n")]
    told = "\n".join(lines)
    if not 1 <= len(told) <= LONGEST or not all(line.isprintable() for line in lines):
        raise Refused("notice", most=LONGEST)
    return told


async def send(world: World, who: Who, cohort: Id, text: str, number: Id | None = None) -> None:
    """Say this to all, at a moment when each may be spoken to; once under one `number`, however often it is tried."""
    told, now = sound(text), world.clock.now()
    async with world.store.transaction() as session:
        group = await held(session, who, cohort, "send notice")
        if number is not None and await notices.get(session, number) is not None:
            return
        notice = await notices.add(session, cohort, who.member, told, now, number)
        await orders.put(session, cohort, ORDER, {"notice": notice.id}, who.member, now)
        await did(world, session, group, who, "notice sent", notice=notice.id)


async def of(world: World, who: Who, cohort: Id) -> tuple[Notice, ...]:
    """The notices to a group, newest first."""
    async with world.store.transaction() as session:
        await group_for(session, who, cohort, "edit cohort")
        return tuple(await notices.of(session, cohort))
