"""Which prompt the words, a tap or a reply of a leader are about."""

from datetime import datetime, timedelta

from dialogues.events import Event, Pressed, Said
from dialogues.people import Leader, Prompt
from dialogues.scene import JOINING
from dialogues.talk import OnPrompt, Resting, Settling, Talk, Tended, Weighing
from dialogues.wishes import floor
from journeys.ports import World
from storage import answers, prompts, reached, taps
from storage.session import Session

STILL_WELCOME = timedelta(days=45)  # words that come so long after a closed prompt still belong to it


async def of(  # noqa: PLR0913  (all that tells what an event is about)
    world: World, session: Session, leader: Leader, talk: Talk, event: Event | None, replied_to: int | None
) -> Prompt | None:
    """The prompt that an event is about: the one pressed or replied to, else the one that has the floor."""
    if isinstance(event, Pressed):
        pressed = await prompts.get(session, leader.id, event.about) if event.about else None
        return pressed or await _floor(session, leader, talk)
    if replied_to is not None:
        known = await reached.prompt_of_message(session, leader.chat, replied_to)
        if known is not None:
            return await prompts.get(session, leader.id, known)
    if isinstance(talk, OnPrompt | Weighing):
        return await _spoken_to(world, session, leader, event, await _floor(session, leader, talk))
    if isinstance(talk, Resting | Settling):
        return await _waiting(world, session, leader, talk, event)
    if isinstance(talk, Tended) and isinstance(event, Said):
        asked = await _lately(session, leader, world.clock.now())
        return floor.taken_back(event.text, asked) or floor.made_light(event.text, asked)
    return None


async def _floor(session: Session, leader: Leader, talk: Talk) -> Prompt | None:
    """The prompt that has the floor."""
    match talk:
        case OnPrompt(prompt) | Weighing(_, prompt) if prompt:
            return await prompts.get(session, leader.id, prompt)
        case _:
            return None


async def _spoken_to(
    world: World, session: Session, leader: Leader, event: Event | None, prompt: Prompt | None
) -> Prompt | None:
    """The prompt that has the floor, unless these words are for a pulse that was shown after it."""
    if prompt is None or not isinstance(event, Said) or not floor.may_pass(prompt, event.text):
        return prompt
    now = world.clock.now()
    asked = await prompts.between(session, leader.id, prompt.asked_at, now + timedelta(seconds=1))
    return floor.passed(prompt, event.text, asked, await given_at(session, leader, now))


async def _waiting(
    world: World, session: Session, leader: Leader, talk: Resting | Settling, event: Event | None
) -> Prompt | None:
    """Plain words belong to what was answered just now, or else to what still waits, also after its window."""
    now = world.clock.now()
    asked = await _lately(session, leader, now)
    text = event.text if isinstance(event, Said) else ""
    if isinstance(talk, Resting) and talk.last and not floor.taps_pulse(text, asked, now):
        given = await given_at(session, leader, now)
        if given is not None and now - given <= JOINING:
            return await prompts.get(session, leader.id, talk.last)
    return floor.answered_by(text, asked, now)


async def _lately(session: Session, leader: Leader, now: datetime) -> list[Prompt]:
    """What was asked lately, oldest first."""
    return await prompts.between(session, leader.id, now - STILL_WELCOME, now + timedelta(seconds=1))


async def given_at(session: Session, leader: Leader, now: datetime) -> datetime | None:
    """When the leader last wrote something, or tapped it a moment ago."""
    written = await answers.latest_at(session, leader.id)
    tapped = [tap.at for tap in await taps.between(session, leader.id, now - JOINING, now + timedelta(seconds=1))]
    return max([*tapped, *([written] if written else [])], default=None)
