"""The bot's part: what somebody in the console ordered is carried out, once, by whoever takes it first."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from journeys import carefully
from journeys.carefully import Work
from journeys.console import carrying, parting, posing
from journeys.console.releases import PUBLISH
from journeys.ports import World
from storage import errands, orders
from storage.orders import Order
from storage.session import Session

SOME = 20  # orders in one transaction
LONGEST = timedelta(days=1)  # until what went wrong is tried again


async def waiting(world: World, trouble: list[Exception]) -> int:
    """Carry out what waits; how many were tried. What went wrong is put off, and added to `trouble`."""
    done = 0
    while number := await carefully.batch(world, Work(orders.claim, _carry_out, _put_off), SOME, trouble):
        done += number
    return done


async def _carry_out(world: World, session: Session, order: Order) -> bool:
    """An order of a kind that is not known here is left as done."""
    carry_out = KINDS.get(order.kind)
    if carry_out is not None:
        await carry_out(world, session, order)
    await orders.done(session, order.id, world.clock.now())
    return False


async def _put_off(session: Session, order: Order, until: datetime) -> None:
    """Somebody waits for it: sooner at first than other work, and later the longer it goes wrong."""
    await orders.put_off(session, order, until - carefully.PUT_OFF + patience(order.tries))


def patience(tries: int) -> timedelta:
    """How long an order is put off that went wrong so many times before."""
    return min(LONGEST, timedelta(minutes=5 << min(tries, 16)))


async def _publish(world: World, session: Session, order: Order) -> None:
    """Everybody who is to get it does when they may be spoken to."""
    release = int(order.data["release"])
    for leader in await parting.receivers(session, release):
        await errands.plan(session, leader, "mirror", f"mirror:{release}", world.clock.now(), release)


KINDS: Mapping[str, Callable[[World, Session, Order], Awaitable[None]]] = {
    PUBLISH: _publish,
    **carrying.KINDS,
    **posing.KINDS,
}
