"""What a leader does on their own page is what a button of the chat does, by the same rules, without a reply there."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from dialogues.effects import Effect, Say
from dialogues.moves.steps import Step
from dialogues.people import Id
from dialogues.scene import Scene
from dialogues.talk import Talk
from journeys import acting, scenes
from journeys.ports import World
from journeys.stage import Stage
from storage import leaders, talks
from storage.session import Session

Move = Callable[[Talk, Scene], Step]
Check = Callable[[Session], Awaitable[str]]
CARE = "care"  # the words called for a message of care: that is in the chat


async def done(world: World, leader: Id, move: Move, check: Check | None = None) -> str:
    """Do it, in one transaction; "" when it was done, else the name of the message in which the chat would say no.

    Where the talk in the chat stands stays as it is, so that a question that waits there still waits; only a message
    of care changes it, for what is written next replies to that. `check` may say no first, or raise Missing.
    """
    async with world.store.transaction() as session:
        person = await leaders.get(session, leader)
        person = await leaders.by_chat(session, person.chat) or person  # nobody else changes them meanwhile
        if check is not None and (no := await check(session)):
            return no
        talk, scene = await scenes.load(world, session, person, None)
        after, effects = move(talk, scene)
        cared = any(isinstance(effect, Say) and effect.weight == "safety" for effect in effects)
        if not cared and (no := refused(effects)):
            return no
        stage = Stage(world, session, scene, f"page:{scene.fresh:x}", after if cared else talk, quiet=True)
        stage.mark = await talks.mark(session, leader)
        await acting.carry_out(stage, effects)
        return CARE if cared else ""


def refused(effects: tuple[Effect, ...]) -> str:
    """The chat says no by saying something, and doing nothing beside it."""
    said = [effect for effect in effects if isinstance(effect, Say)]
    return said[0].screen if said and len(said) == len(effects) else ""


def silently(step: Step) -> Step:
    """Without a message that changes in place: on the page no message carries the button."""
    talk, effects = step
    return talk, tuple(replace(one, edits=None) if isinstance(one, Say) else one for one in effects)
