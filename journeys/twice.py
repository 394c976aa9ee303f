"""A press that comes a second time: after a lost connection the app sends it again, under another update's number."""

import hashlib
from datetime import datetime

from dialogues.events import Pressed
from journeys.ports import World
from storage import budget, talks
from storage.session import Session

LIVES = 150.0  # seconds that Telegram keeps a press; later it cannot come again
_AT = "@"


def mark(event: Pressed, wall: datetime) -> str:
    """The press as it is remembered until something else happens in the chat."""
    return f"{_name(event)}{_AT}{wall.timestamp():.0f}"


async def same(session: Session, leader: int, event: Pressed, wall: datetime) -> bool:
    """Is it the very press that was dealt with last, a moment ago?"""
    name, _, at = (await talks.mark(session, leader)).rpartition(_AT)
    return name == _name(event) and abs(wall.timestamp() - float(at)) < LIVES


async def of_a_stranger(world: World, session: Session, chat: int, event: Pressed) -> bool:
    """Did somebody of whom nothing is kept press the very same a moment ago? What it was cannot be read back."""
    digest = hashlib.blake2s(_name(event).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    scope = (f"press:{chat}:{digest}", 1 / LIVES, 1)
    return await budget.take(session, (scope,), world.clock.wall()) is not None


def _name(event: Pressed) -> str:
    return f"{event.message}:{event.group}:{event.about:x}:{event.value}"
