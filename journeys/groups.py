"""In a group the bot asks nothing and keeps nothing about anybody: it says where to find it, and posts what is shared.

A facilitator connects a Telegram group with a link from the console: there the bot posts mirrors of the facilitator's
group, unless somebody objects.
"""

from dataclasses import dataclass

from dialogues.model import Language
from dialogues.people import CLOSED, Cohort
from journeys.console import linking, posting
from journeys.console.who import Role
from journeys.permissions import may
from journeys.ports import World
from journeys.tokens import digest
from storage import audit, budget, cohorts, group_links, inbox, members, outbox, roles
from storage.group_links import GroupLink, Place
from storage.session import Session

DAY = 86_400.0  # seconds
REFUSALS = 3  # of links a day that are answered in one group
LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Started:
    """Somebody brought the bot in by a link: where, who, and the message that Telegram sent for them."""

    chat: int
    title: str
    user: int
    message: int
    language: Language


async def point(world: World, chat: int, update: int, reply_to: int | None = None) -> None:
    """Say where to find the bot, under the message that asked; what is remembered of the group fades after a day."""
    wall = world.clock.wall()
    async with world.store.transaction() as session:
        if not await inbox.handled(session, update, wall):
            return
        if await budget.take(session, ((f"group:{chat}", 1 / DAY, 1),), wall) is not None:
            return
        await outbox.put(
            session, key=f"u{update}:1", chat=chat, leader=None, kind="reply", screen_name="in_group",
            args={"about": 0, "language": "nl"}, reply_to=reply_to, wall=wall,
        )  # fmt: skip


async def start(world: World, started: Started, payload: str, update: int) -> None:
    """A link of the console links the group to this chat; for whoever made it, once, and for nobody else."""
    if not payload.startswith(linking.MARK):
        await point(world, started.chat, update, started.message)
        return
    wall, now = world.clock.wall(), world.clock.now()
    async with world.store.transaction() as session:
        if not await inbox.handled(session, update, wall):
            return
        link = await group_links.offered(session, digest(payload), wall)
        cohort = await _theirs(session, link, started.user) if link else None
        place = Place(started.chat, _name(started.title))
        if not link or not cohort or not await group_links.bind(session, link.id, place, now, now + linking.ASKING):
            await _refused(world, session, started, update)
            return
        await group_links.carry_on(session, link, now - linking.APART)
        assert link.made_by is not None, "they are the one who used it"
        await audit.did(
            session, audit.Deed("telegram group linked", link.made_by, cohort.organisation or 0, cohort.id), now
        )
        await outbox.put(
            session, key=f"u{update}:1", chat=started.chat, leader=None, kind="reply", screen_name="group_link_ready",
            args={"about": 0, "link": link.id, "language": cohort.language}, reply_to=started.message, wall=wall,
        )  # fmt: skip


async def left(world: World, chat: int, update: int) -> None:
    """The bot was put out of a group: nothing can be posted there any more."""
    async with world.store.transaction() as session:
        if await inbox.handled(session, update, world.clock.wall()):
            await posting.closed(world, session, chat)


async def moved(world: World, chat: int, becomes: int, update: int) -> None:
    """A group became a supergroup, which is a chat with another number."""
    async with world.store.transaction() as session:
        if await inbox.handled(session, update, world.clock.wall()):
            await group_links.moved(session, chat, becomes)


async def _theirs(session: Session, link: GroupLink, user: int) -> Cohort | None:
    """The cohort of a link, if this person made it, may still share its mirror, and it still runs."""
    member = await members.by_chat(session, user)
    if member is None or member.id != link.made_by:
        return None
    cohort = await cohorts.get(session, link.cohort, held=True)
    held = [Role(one.kind, one.organisation, one.cohort) for one in await roles.of(session, member.id)]
    allowed = may(held, linking.ACT, cohort.organisation or 0, cohort.id)
    return cohort if allowed and cohort.state not in CLOSED else None


async def _refused(world: World, session: Session, started: Started, update: int) -> None:
    """One quiet sentence, a few times a day: a wrong, old, used and foreign link are the same."""
    wall = world.clock.wall()
    if await budget.take(session, ((f"group link:{started.chat}", REFUSALS / DAY, REFUSALS),), wall) is None:
        await outbox.put(
            session, key=f"u{update}:1", chat=started.chat, leader=None, kind="reply",
            screen_name="group_link_refused", args={"about": 0, "language": started.language},
            reply_to=started.message, wall=wall,
        )  # fmt: skip


def _name(title: str) -> str:
    """What the group is called in Telegram, on one line; it goes into messages and onto a page."""
    shown = "".join(letter if letter.isprintable() else " " for letter in title)
    return " ".join(shown.split())[:LONGEST_TITLE] or "Telegram"
