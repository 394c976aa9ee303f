"""The name of an organisation that nobody named yet: asked for once, in the chat of an owner, and never needed."""

from dialogues.care import safety
from dialogues.moves import typed
from dialogues.people import Cohort
from dialogues.wishes import founding
from journeys.console import desk as desks
from journeys.console import organisations
from journeys.console.desk import Desk
from journeys.permissions import may
from storage import organisations as kept

SCREEN = "organisation_ask"
SMALL = typed.YES | {
    "hoi", "hallo", "hello", "hi", "ok", "oke", "prima", "fine", "dank je", "dank je wel", "dankjewel", "bedankt",
    "thanks", "thank you",
}  # fmt: skip


async def ask(desk: Desk, cohort: Cohort) -> None:
    """Ask for the name, if there is none and this member may give it."""
    home = await kept.get(desk.session, cohort.organisation or 0)
    if organisations.title(home) or not may(desk.who.roles, "edit organisation", home.id):
        return
    await desks.ask(desk, SCREEN, organisation=home.id)
    await desks.say(desk, SCREEN, {}, place=2)


async def written(desk: Desk, words: str, replied_to: int | None) -> bool:
    """The name; False for words that are no answer."""
    before = await desks.asked(desk, SCREEN)
    if before is None or not await desks.said_last(desk, SCREEN, replied_to):
        return False
    said = typed.plain(words)
    if said in typed.NO or typed.button(words, desk.world.library.messages[SCREEN]):
        return await left(desk, None)
    if said in SMALL or not may_be_a_name(desk, words):
        return False
    name = await organisations.renamed(desk.world, desk.session, desk.who, before["organisation"], words)
    await desks.done(desk)
    await desks.say(desk, "organisation_named", {"organisation": name})
    return True


def may_be_a_name(desk: Desk, words: str) -> bool:
    """A short line that asks nothing, is no line about a group and worries nobody."""
    short = organisations.is_name(words) and founding.names(words) and not set("\n?") & set(words)
    return short and isinstance(safety.screen(words, desk.world.library), safety.Calm)


async def left(desk: Desk, message: int | None) -> bool:
    """It stays without a name; False when nothing waits for that (any more)."""
    if await desks.asked(desk, SCREEN) is None:
        return False
    await desks.done(desk)
    await desks.say(desk, "organisation_left", {}, edits=message)
    return True
