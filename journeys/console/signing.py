"""Signing in without a password: a single-use link that the bot sends, bound to the first browser that opens it.

Whose link it is was decided when it was sent, so whoever proves otherwise who they are (an identity provider) could
begin the same session by `_begun`. Links and sessions live by the machine's clock.
"""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from dialogues.model import Language
from dialogues.people import Id, Leader
from journeys.console import organisations
from journeys.console.who import Who
from journeys.ports import World
from journeys.tokens import digest
from storage import audit, members, outbox, roles, sign_ins, web_sessions
from storage.ids import new_id
from storage.session import Session
from storage.sign_ins import Door, Link

LASTS = timedelta(minutes=10)
HOUR = timedelta(hours=1)
LINKS_AN_HOUR = 10  # to one account
TRIES_AN_HOUR = 40  # in vain, from one address
IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=12)
OFTEN = timedelta(minutes=1)  # how often it is noted that a session is in use
BYTES = 32  # of the secret of a session
DOORS: Mapping[str, Door] = {"console": "console", "page": "page"}  # by their command


def secret_of(door: Door, link: Id) -> str:
    """The name under which the vault knows the token of a link, which is stored nowhere."""
    return f"{door}:{link}"


async def commanded(world: World, session: Session, chat: int, leader: Leader | None, door: Door, key: str) -> bool:  # noqa: PLR0913 - there is no stage yet
    """`/console` or `/page`: say a link, or why there is none. False when it is not for this chat at all."""
    member = await organisations.member_at(world, session, chat, leader.language if leader else "nl")
    known = member if door == "console" else leader if leader and leader.state != "arriving" else None
    if known is None:
        return False
    language = leader.language if leader else known.language
    address = world.console_url if door == "console" else world.page_url
    screen, args = await _link(world, session, door, known.id) if address else ("none", {})
    await outbox.put(
        session, key=f"{key}:1", chat=chat, leader=leader.id if leader else None, kind="reply",
        screen_name=f"{door}_{screen}", args={**args, "address": address, "about": 0, "language": language},
        wall=world.clock.wall(),
    )  # fmt: skip
    return True


async def _link(world: World, session: Session, door: Door, whose: Id) -> tuple[str, dict[str, int]]:
    """A fresh link as it is referred to; after too many lately, in how many minutes the next is possible."""
    wall = world.clock.wall()
    made = await sign_ins.made_since(session, door, whose, wall - HOUR)
    if len(made) >= LINKS_AN_HOUR:
        return "tries", {"minutes": _in_fives(made[LINKS_AN_HOUR - 1] + HOUR - wall)}
    number = new_id()
    token = session.vault.token(secret_of(door, number))
    await sign_ins.add(session, door, whose, Link(number, digest(token), wall, wall + LASTS))
    return "link", {"link": number}


def _in_fives(length: timedelta) -> int:
    """Minutes, up to the next five."""
    return 5 * (length // timedelta(minutes=5) + 1)


async def open_link(world: World, token: str, browser: str, source: str, door: Door = "console") -> bool:
    """Somebody opens a link: it belongs to this browser from now on. False for any link that opens nothing.

    Nothing is used up, so that a preview or a second look does no harm. `source` is the address that asks: after many
    tries in vain from one, nothing opens for it.
    """
    wall, asks = world.clock.wall(), digest(source)
    async with world.store.transaction() as session:
        tired = await sign_ins.tries(session, asks, wall - HOUR) >= TRIES_AN_HOUR
        opened = not tired and await sign_ins.bind(session, door, digest(token), digest(browser), wall)
        if not opened and not tired:
            await sign_ins.note_try(session, asks, wall)
        return opened


async def enter(world: World, token: str, browser: str, door: Door = "console") -> str | None:
    """Use a link, once, in the browser that it belongs to: the secret of a new session; None when it opens nothing."""
    async with world.store.transaction() as session:
        whose = await sign_ins.use(session, door, digest(token), digest(browser), world.clock.wall())
        return None if whose is None else await _begun(world, session, door, whose)


async def _begun(world: World, session: Session, door: Door, whose: Id) -> str | None:
    """A session for somebody who proved who they are; None for a member without any role."""
    held = await roles.of(session, whose) if door == "console" else []
    if door == "console" and not held:
        return None
    for organisation in {role.organisation for role in held}:
        await audit.did(session, audit.Deed("signed in", whose, organisation), world.clock.now())
    secret = secrets.token_urlsafe(BYTES)
    await web_sessions.begin(session, door, whose, digest(secret), world.clock.wall())
    return secret


async def visitor(world: World, secret: str) -> Who | None:
    """Who is signed in with this secret, with the roles of this moment; None for nobody (any more)."""
    async with world.store.transaction() as session:
        whose = await _seen(world, session, "console", secret)
        who = None if whose is None else await organisations.with_roles(session, await members.get(session, whose))
    return who if who and who.roles else None


async def reader(world: World, secret: str) -> Id | None:
    """The leader who is signed in to their own page with this secret; None for nobody (any more)."""
    async with world.store.transaction() as session:
        return await _seen(world, session, "page", secret)


async def _seen(world: World, session: Session, door: Door, secret: str) -> Id | None:
    wall, known = world.clock.wall(), digest(secret)
    whose = await web_sessions.whose(session, door, known, wall - IDLE, wall - LONGEST) if secret else None
    if whose is not None:
        await web_sessions.seen(session, door, known, wall, wall - OFTEN)
    return whose


async def speak(world: World, who: Who, language: Language) -> None:
    """Read the console in this language from now on."""
    async with world.store.transaction() as session:
        member = await members.get(session, who.member)
        await members.keep(session, replace(member, language=language))


async def leave(world: World, secret: str, door: Door = "console") -> None:
    """Sign out: the session is over at once."""
    async with world.store.transaction() as session:
        await web_sessions.end(session, door, digest(secret), world.clock.wall())
