"""What a group is called, how long it is kept after its end, and how often it has a mirror: changed while it runs."""

from dataclasses import dataclass, replace
from typing import get_args

from dialogues.people import CLOSED, Id, MirrorPeriod
from journeys.console import cohorts as groups
from journeys.console import mirroring
from journeys.console.running import did, held
from journeys.console.who import Refused, Who
from journeys.ports import World
from storage import cohorts


@dataclass(frozen=True, slots=True)
class Settled:
    """The name of a group, the months that it is kept after its end, and the period of mirrors that are to come."""

    name: str
    retention_months: int
    period: MirrorPeriod


async def settle(world: World, who: Who, cohort: Id, wanted: Settled) -> None:
    """From now on it is like this; a mirror that was made stays, and the period that runs ends as it began.

    Refused for a group that is closed.
    A closed group keeps its months: with fewer of them it would be gone, which only an owner may decide.
    """
    _check(wanted)
    async with world.store.transaction() as session:
        group = await held(session, who, cohort, "edit cohort")
        if group.state in CLOSED:
            raise Refused("closed")
        stands = Settled(group.name, group.retention_months, (await mirroring.coming(session, group)).period)
        changed = {name for name in Settled.__slots__ if getattr(stands, name) != getattr(wanted, name)}
        if not changed:
            return
        settled = replace(group, name=wanted.name, retention_months=wanted.retention_months)
        if "period" in changed:
            settled = await mirroring.choose(world, session, who, settled, wanted.period)
        await cohorts.keep(session, settled)
        await did(world, session, settled, who, "cohort settled", fields=sorted(changed))


def _check(wanted: Settled) -> None:
    if not groups.is_name(wanted.name):
        raise Refused("name", most=groups.LONGEST_NAME)
    if not 1 <= wanted.retention_months <= groups.LONGEST_RETENTION:
        raise Refused("retention", most=groups.LONGEST_RETENTION)
    if wanted.period not in get_args(MirrorPeriod):
        raise Refused("period")
