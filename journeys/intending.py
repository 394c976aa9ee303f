"""Intentions as they are kept: noted once, with the one day on which the bot asks about it."""

from dialogues.answers import forming
from dialogues.answers import intentions as intentions_in
from dialogues.answers.intentions import FEW, MOST
from dialogues.answers.pieces import joined
from dialogues.asking import moments, phrases
from dialogues.effects import Intend, IntendFrom, Reword, Say, Settle
from dialogues.people import Id, Intention
from journeys.stage import Stage, say
from storage import answers, errands, intentions
from storage.ids import new_id


async def act(stage: Stage, effect: Intend | IntendFrom | Reword | Settle) -> None:
    """Do what was decided about an intention."""
    match effect:
        case Intend(text, answer):
            await _intend(stage, text, answer, None)
        case IntendFrom(answer, edits):
            await _intend_from(stage, answer, edits)
        case Reword(intention, text):
            await _reword(stage, intention, text)
        case Settle(intention, state):
            await intentions.set_state(stage.session, stage.leader.id, intention, state, stage.scene.now)
            await errands.cancel(stage.session, stage.leader.id, "check", intention)


async def _reword(stage: Stage, number: Id, text: str) -> None:
    """Other words for it; none of the earlier ones are lost by them."""
    made = await intentions.get(stage.session, stage.leader.id, number)
    if made is None:
        await say(stage, Say("stale_button"))
        return
    whole = forming.joined(made.text, text, elsewhere=made.answer is not None)
    await intentions.reword(stage.session, stage.leader.id, number, whole)
    await say(stage, Say("intention_worded"))


async def _intend_from(stage: Stage, number: Id, edits: int | None) -> None:
    """The sentence of an answer that holds an intention, verbatim."""
    pieces = await answers.whole(stage.session, stage.leader.id, number)
    if not pieces or pieces[0].state == "withdrawn":
        await say(stage, Say("stale_button"))
        return
    answer = joined(pieces)
    text = intentions_in.sentence(answer.text, answer.language)
    await _intend(stage, text, answer.id, edits)


async def _intend(stage: Stage, text: str, answer: Id | None, edits: int | None) -> None:
    """Note an intention and when to ask about it, once: on a free day a week or so later."""
    before = len(await intentions.open_of(stage.session, stage.leader.id))
    if before >= MOST:
        await say(stage, Say("intention_full", {"n": str(before)}, edits=edits))
        return
    made = Intention(new_id(), stage.leader.id, answer, text, stage.scene.now, "open")
    if not await intentions.add(stage.session, made):
        await say(stage, Say("already_answered"))
        return
    date = await _check_on(stage, made)
    args = {"date": date, "n": str(before + 1)}
    await say(stage, Say(_told(made, before + 1), args, made.id, edits=edits))


def _told(made: Intention, now_open: int) -> str:
    """What is said of it: that there are many, or the offer of a small form, unless it has that already."""
    if now_open > FEW:
        return "intention_many"
    if not intentions_in.when_then(made.text):
        return "intention_form"
    return "thanks_7" if made.answer else "intention_kept"


async def _check_on(stage: Stage, made: Intention) -> str:
    """Plan the one question what became of it; the day in words."""
    session, leader, now = stage.session, stage.leader, stage.scene.now
    checks = await errands.waiting(session, leader.id, "check")
    due = [one.enrolment.next_due_at for one in stage.scene.running if one.enrolment.next_due_at is not None]
    busy = {moments.local(at, leader.rhythm.zone).date() for at in (*due, *checks.values())}
    at = moments.check_at(now, leader.rhythm, busy)
    await errands.plan(session, leader.id, "check", f"check:{made.id}", at, made.id)
    return phrases.day(moments.local(at, leader.rhythm.zone).date(), leader.language)
