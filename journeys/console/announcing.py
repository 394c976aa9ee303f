"""The bot's part: whoever may share a mirror is told, once, that one waits, when they may be spoken to."""

from datetime import date, datetime
from typing import Final

from dialogues.asking import moments
from dialogues.asking.rhythm import of_group
from dialogues.people import Cohort, Id, Leader
from journeys.console.posting import WAITS
from journeys.console.who import Role
from journeys.permissions import may
from journeys.ports import World
from storage import leaders, members, orders, outbox, releases, roles
from storage.orders import Order
from storage.session import Session

ORDER: Final = "mirror waits"


async def plan(world: World, session: Session, cohort: Cohort, days: tuple[date, date]) -> None:
    """One order for each of them about the mirror of these days: what goes wrong with one keeps it from nobody else.

    Without a console there is nowhere to look at it.
    """
    if not world.console_url or cohort.organisation is None:
        return
    now = world.clock.now()
    release = next(one.id for one in await releases.of(session, cohort.id, "mirror") if (one.first, one.last) == days)
    for member in dict.fromkeys(one.role.member for one in await roles.within(session, cohort.organisation)):
        if await _may_share(session, member, cohort):
            await orders.put(session, cohort.id, ORDER, {"release": release, "member": member}, None, now)


async def tell(world: World, session: Session, order: Order, cohort: Cohort) -> None:
    """Say so to one of them; not at night, and not when it was shared or their role ended meanwhile."""
    release, number = order.data["release"], order.data["member"]
    if not await _waits(session, release) or not await _may_share(session, number, cohort):
        return
    member, now = await members.get(session, number), world.clock.now()
    leader = await leaders.by_chat(session, member.chat)
    free = _free(leader, cohort, now)
    if free > now:
        await orders.put(session, cohort.id, ORDER, order.data, None, now, free)
        return
    language = leader.language if leader else member.language
    await outbox.put(
        session, key=f"waits:{release}:{number}", chat=member.chat, leader=None, kind="summary", screen_name=WAITS,
        args={"about": 0, "release": release, "language": language}, wall=world.clock.wall(),
    )  # fmt: skip


def _free(leader: Leader | None, cohort: Cohort, now: datetime) -> datetime:
    """By their own quiet hours where they take part themselves, and else by those of who joins their group."""
    return moments.next_free(now, leader.rhythm if leader else of_group(cohort))


async def _waits(session: Session, number: Id) -> bool:
    release = await releases.get(session, number)
    return release is not None and release.published_at is None


async def _may_share(session: Session, member: Id, cohort: Cohort) -> bool:
    held = [Role(one.kind, one.organisation, one.cohort) for one in await roles.of(session, member)]
    return may(held, "publish mirror", cohort.organisation or 0, cohort.id)
