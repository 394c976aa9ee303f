"""Somebody who runs groups, writing in their chat: who they are there, and what is said to them and asked of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dialogues.model import Language
from dialogues.people import Leader
from journeys.console import organisations
from journeys.console.who import Who
from journeys.ports import World
from storage import outbox, pending, reached
from storage.session import Session

_LATELY = timedelta(days=1)  # that something is waited for


@dataclass(frozen=True, slots=True)
class Desk:
    """A member in their chat, a leader or not; `key` is of what happens now."""

    world: World
    session: Session
    who: Who
    chat: int
    leader: Leader | None
    key: str

    @property
    def language(self) -> Language:
        """Of what is said here."""
        return self.leader.language if self.leader else self.who.language

    @property
    def today(self) -> date:
        """By the machine: what was asked here fades by that clock."""
        return self.world.clock.wall().date()


async def at(world: World, session: Session, chat: int, leader: Leader | None, key: str) -> Desk | None:
    """The desk in a chat; None for somebody without a role."""
    who = await organisations.who_at(world, session, chat, leader.language if leader else "nl")
    return None if who is None else Desk(world, session, who, chat, leader, key)


async def say(desk: Desk, screen: str, args: Mapping[str, Any], *, edits: int | None = None, place: int = 1) -> None:
    """Something is said; `edits` takes the place of a message, `place` counts what is said at once."""
    await outbox.put(
        desk.session, key=f"{desk.key}:{place}", chat=desk.chat, leader=desk.leader.id if desk.leader else None,
        kind="reply" if edits is None else "edit", screen_name=screen, edits=edits,
        args={"about": 0, **args, "language": desk.language}, wall=desk.world.clock.wall(),
    )  # fmt: skip


async def ask(desk: Desk, screen: str, **more: Any) -> None:
    """From now on an answer to this is waited for, for a day, and to nothing before it."""
    await pending.keep(desk.session, desk.who.member, {"screen": screen, **more}, desk.today)


async def asked(desk: Desk, screen: str) -> Mapping[str, Any] | None:
    """What this was asked with, while it waits for its answer."""
    found = await pending.of(desk.session, desk.who.member, desk.today)
    return found if found and found["screen"] == screen else None


async def done(desk: Desk) -> None:
    """Nothing waits for an answer any more."""
    await pending.drop(desk.session, desk.who.member, desk.today)


async def said_last(desk: Desk, screen: str, replied_to: int | None) -> bool:
    """Is what is written now an answer to this? Of who is no leader everything is; a leader may mean a question."""
    if desk.leader is None:
        return True
    if replied_to is not None:
        return await reached.shown_in(desk.session, desk.chat, replied_to, screen) is not None
    newest, _ = await reached.newest(desk.session, desk.leader.id, desk.world.clock.wall() - _LATELY)
    return newest == screen
