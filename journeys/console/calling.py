"""What somebody who runs groups is called: asked for in their chat when they take a role, and never needed."""

import re

from dialogues.moves import typed
from journeys.console import desk as desks
from journeys.console import naming, organisations
from journeys.console.desk import Desk

SCREEN = "staff_name_ask"
_BEFORE = re.compile(r"\s*(?:ik heet|mijn naam is|ik ben|i am called|my name is|i am|i'm)\s+", re.IGNORECASE)


async def ask(desk: Desk) -> None:
    """Ask for the name of who gave none yet, below what is said already."""
    if not desk.who.name:
        await desks.ask(desk, SCREEN)
        await desks.say(desk, SCREEN, {}, place=2)


async def written(desk: Desk, words: str, replied_to: int | None) -> bool:
    """The name; False for words that are no answer."""
    if await desks.asked(desk, SCREEN) is None or not await desks.said_last(desk, SCREEN, replied_to):
        return False
    said, name = typed.plain(words), _BEFORE.sub("", words, count=1)
    if said in typed.NO or typed.button(words, desk.world.library.messages[SCREEN]):
        return await left(desk, None)
    if said in naming.SMALL or not naming.may_be_a_name(desk, name):
        return False
    called = await organisations.called(desk.world, desk.session, desk.who, name)
    await desks.done(desk)
    await desks.say(desk, "staff_named", {"name": called})
    return True


async def left(desk: Desk, message: int | None) -> bool:
    """They stay without a name; False when nothing waits for that (any more)."""
    if await desks.asked(desk, SCREEN) is None:
        return False
    await desks.done(desk)
    await desks.say(desk, "staff_name_left", {}, edits=message)
    return True
