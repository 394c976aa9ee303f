"""The bot's part: what somebody in the console ordered is carried out, once, by whoever takes it first."""

from collections.abc import Awaitable, Callable, Mapping

from journeys.console import carrying
from journeys.console.releases import PUBLISH
from journeys.ports import World
from storage import errands, orders, taking_part
from storage.orders import Order
from storage.session import Session

SOME = 20  # orders in one transaction


async def waiting(world: World) -> int:
    """Carry out what waits; how many. An order of a kind that is not known here is left as done."""
    done = 0
    while number := await _some(world):
        done += number
    return done


async def _some(world: World) -> int:
    async with world.store.transaction() as session:
        claimed = await orders.claim(session, SOME)
        for order in claimed:
            carry_out = KINDS.get(order.kind)
            if carry_out is not None:
                await carry_out(world, session, order)
            await orders.done(session, order.id, world.clock.now())
    return len(claimed)


async def _publish(world: World, session: Session, order: Order) -> None:
    """Everybody who takes part in the group gets the mirror, at a moment when they may be spoken to."""
    release = int(order.data["release"])
    for leader in await taking_part.present(session, order.cohort):
        await errands.plan(session, leader, "mirror", f"mirror:{release}", world.clock.now(), release)


KINDS: Mapping[str, Callable[[World, Session, Order], Awaitable[None]]] = {PUBLISH: _publish, **carrying.KINDS}
