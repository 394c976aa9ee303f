"""How the house is doing, for the operator: counts, and what needs a person. Never a name, never a word of anybody."""

from dataclasses import dataclass
from datetime import datetime

from journeys.errands import LOOK_BACKS
from storage import health, outbox
from storage.health import Health, LookBacks
from storage.session import Store

MOST = 100  # messages in doubt that are named one by one; the count tells the rest


@dataclass(frozen=True, slots=True)
class InDoubt:
    """A message of which nobody knows whether it arrived."""

    id: int
    kind: str
    screen: str


@dataclass(frozen=True, slots=True)
class Checkup:
    """The state of the database, and each message in doubt."""

    health: Health
    in_doubt: tuple[InDoubt, ...]
    look_backs: LookBacks


async def check_up(store: Store, now: datetime) -> Checkup:
    """Look once. Raises StorageUnavailable."""
    async with store.transaction() as session:
        found = await health.report(session)
        far = await health.look_backs(session, LOOK_BACKS, now)
        parcels = await outbox.unknowns(session, MOST)
    return Checkup(found, tuple(InDoubt(parcel.id, parcel.kind, parcel.screen_name) for parcel in parcels), far)
