"""Intentions as they are kept: noted once, with the one day on which the bot asks about it."""

from dialogues import intentions as intentions_in
from dialogues import moments, phrases
from dialogues.effects import Intend, IntendFrom, Say, Settle
from dialogues.people import Intention
from journeys.stage import Stage, say
from storage import answers, errands, intentions, prompts
from storage.ids import new_id


async def act(stage: Stage, effect: Intend | IntendFrom | Settle) -> None:
    """Do what was decided about an intention."""
    if isinstance(effect, Settle):
        await intentions.set_state(stage.session, stage.leader.id, effect.intention, effect.state)
    else:
        await _intend(stage, effect)


async def _intend(stage: Stage, intended: Intend | IntendFrom) -> None:
    """Note the intention and when to ask about it, once: on a free day a week or so later."""
    session, leader, now = stage.session, stage.leader, stage.scene.now
    text, about = "", None
    if isinstance(intended, Intend):
        text = intended.text
    elif (answer := await answers.get(session, leader.id, intended.answer)) is not None:
        text, about = intentions_in.sentence(answer.text, answer.language), answer.id
    if not text:
        await say(stage, Say("stale_button"))
        return
    made = Intention(new_id(), leader.id, about, text, now, "open")
    if not await intentions.add(session, made):
        await say(stage, Say("already_answered"))
        return
    busy = {moments.local(at, leader.rhythm.zone).date() for at in await prompts.moments(session, leader.id, now)}
    at = moments.check_at(now, leader.rhythm, busy)
    await errands.plan(session, leader.id, "check", f"check:{made.id}", at, made.id)
    date = phrases.dated("date", at, leader.rhythm.zone, leader.language)
    await say(stage, Say("intention_kept", date) if isinstance(intended, Intend) else Say("thanks_7"))
