"""The bot's part of sharing a mirror in a Telegram group: post it there if nobody objected, and what it then says."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from dialogues.asking import phrases
from dialogues.model import Language
from dialogues.people import Cohort, Id
from journeys.console import hosts, linking
from journeys.console.who import Role
from journeys.permissions import may
from journeys.ports import World
from storage import cohorts, group_links, members, outbox, releases, roles
from storage.group_links import GroupLink
from storage.orders import Order
from storage.outbox import Parcel
from storage.session import Session

MIRROR, CLOSED, WAITS = "group_mirror", "group_link_closed", "mirror_waits"

Found = dict[str, Any]


async def post(world: World, session: Session, order: Order, cohort: Cohort) -> None:
    """Post a mirror where the group has a link that is open; where somebody objected nothing shows."""
    now, release = world.clock.now(), int(order.data["release"])
    for link in await group_links.of(session, cohort.id):
        if link.chat is not None and await _stands(session, link) and _is_open(link, now):
            await outbox.put(
                session, key=f"mirror:{release}:{link.id}", chat=link.chat, leader=None, kind="summary",
                screen_name=MIRROR, wall=world.clock.wall(),
                args={"about": 0, "release": release, "link": link.id, "language": cohort.language},
            )  # fmt: skip


def _is_open(link: GroupLink, now: datetime) -> bool:
    return link.opens_at is not None and link.opens_at <= now


async def _stands(session: Session, link: GroupLink) -> bool:
    """Whoever objected counts at once, whatever can be seen; the bot alone may look."""
    return link.ended_at is None and not await group_links.objected(session, link.id)


async def closed(world: World, session: Session, chat: int) -> None:
    """Nothing can be posted in a Telegram group any more: whoever linked it is told, if they still run its group."""
    for link in await group_links.gone(session, chat, world.clock.now()):
        cohort = await cohorts.get(session, link.cohort)
        member = await members.get(session, link.made_by) if link.made_by is not None else None
        held = await roles.of(session, member.id) if member else []
        mine = [Role(one.kind, one.organisation, one.cohort) for one in held]
        if member and may(mine, linking.ACT, cohort.organisation or 0, cohort.id):
            await outbox.put(
                session, key=f"gone:{link.id}", chat=member.chat, leader=None, kind="reply", screen_name=CLOSED,
                args={"about": 0, "link": link.id, "language": member.language}, wall=world.clock.wall(),
            )  # fmt: skip


async def mirror(session: Session, number: Id, language: Language) -> Found | None:
    """A mirror as it was released, with those shared of before, its group and its period; None before it is shared."""
    release = await releases.get(session, number)
    if release is None or release.published_at is None:
        return None
    cohort = await cohorts.get(session, release.cohort)
    every = await releases.of(session, release.cohort, "mirror")
    before = [one.facts for one in every if one.published_at is not None and one.last < release.first]
    return {"facts": release.facts, "before": before, "cohort": cohort.name, "month": _period(release, language)}


def _period(release: releases.Kept, language: Language) -> str:
    first, last = (phrases.month_year(day, language) for day in (release.first, release.last))
    return first if first == last else f"{first} – {last}"


async def asked(session: Session, number: Id, language: Language) -> Found | None:
    """What is to be posted where, by whom and from when; None for a link that nobody used, or that was ended."""
    link = await group_links.get(session, number)
    if link is None or link.opens_at is None or link.ended_at is not None:
        return None
    cohort = await cohorts.get(session, link.cohort)
    sender = await members.get(session, link.made_by) if link.made_by is not None else None
    day = phrases.dated("date", link.opens_at, cohort.zone, language)
    return {"cohort": cohort.name, "title": link.title, "from": hosts.called(sender, language), **day}


async def found(session: Session, parcel: Parcel) -> Found | None:
    """What a message that belongs to no leader shows beside its arguments; None when it must not be sent any more."""
    loader = _LOADERS.get(parcel.screen_name)
    language: Language = "en" if parcel.args.get("language") == "en" else "nl"
    return await loader(session, parcel, language) if loader else {}


async def _posted(session: Session, parcel: Parcel, language: Language) -> Found | None:
    """Whoever objects before it is on its way still keeps it from being posted."""
    link: GroupLink | None = await group_links.get(session, parcel.args["link"])
    stands = link is not None and await _stands(session, link)
    return await mirror(session, parcel.args["release"], language) if stands else None


async def _asked(session: Session, parcel: Parcel, language: Language) -> Found | None:
    return await asked(session, parcel.args["link"], language)


async def _waiting(session: Session, parcel: Parcel, language: Language) -> Found | None:
    """Of which group and period a mirror waits; None once it is shared or gone."""
    release = await releases.get(session, parcel.args["release"])
    if release is None or release.published_at is not None:
        return None
    cohort = await cohorts.get(session, release.cohort)
    return {"cohort": cohort.name, "month": _period(release, language)}


async def _closed(session: Session, parcel: Parcel, _: Language) -> Found | None:
    """Which group it was."""
    link: GroupLink | None = await group_links.get(session, parcel.args["link"])
    if link is None or link.ended_at is None:
        return None
    cohort = await cohorts.get(session, link.cohort)
    return {"cohort": cohort.name, "title": link.title}


_LOADERS: Mapping[str, Callable[[Session, Parcel, Language], Awaitable[Found | None]]] = {
    MIRROR: _posted,
    CLOSED: _closed,
    WAITS: _waiting,
    "group_link_ready": _asked,
    "group_link_objected": _asked,
}
