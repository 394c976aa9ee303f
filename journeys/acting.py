"""Carries out what the conversation decided, inside the transaction of the journey that asked for it."""

import contextlib
from dataclasses import replace
from typing import Literal

from dialogues import intentions as intentions_in
from dialogues import moments, phrases, privacy, words
from dialogues.effects import (
    Add,
    Agree,
    Amend,
    Ask,
    Become,
    Cancel,
    CreateCohort,
    Drop,
    Effect,
    Enrol,
    Forget,
    Intend,
    IntendFrom,
    Judge,
    Keep,
    KeepTap,
    Leave,
    Mark,
    Plan,
    React,
    Recap,
    Redact,
    Redraw,
    Reschedule,
    Say,
    Settle,
    Turn,
)  # fmt: skip
from dialogues.moves.steps import item_args
from dialogues.people import Answer, Care, Intention, Prompt, Tap
from dialogues.talk import as_json
from journeys import enrolling, guide, recap
from journeys.asking import ask
from journeys.ports import World
from journeys.stage import Stage, say
from storage import answers, errands, intentions, leaders, outbox, prompts, summaries, talks, taps
from storage.faults import StorageUnavailable
from storage.ids import new_id


async def carry_out(stage: Stage, effects: tuple[Effect, ...]) -> None:
    """Do all that was decided, in order; erasing comes before the last words."""
    stage.farewell = any(isinstance(effect, Forget) for effect in effects)
    for effect in sorted(effects, key=lambda effect: not isinstance(effect, Forget)) if stage.farewell else effects:
        await _act(stage, effect)
    if not stage.farewell:
        await talks.keep(stage.session, stage.leader.id, as_json(stage.talk))


async def leave_no_trace(world: World) -> None:
    """After an erasure was committed: nothing readable stays in the database's files.

    While somebody else reads or locks them this waits for the hourly tidying; the destroyed key protects until then.
    """
    with contextlib.suppress(StorageUnavailable):
        await world.store.scrub()


async def _act(stage: Stage, effect: Effect) -> None:  # noqa: C901, PLR0912  (one line per effect is the clearest form)
    session, leader, now = stage.session, stage.leader, stage.scene.now
    match effect:
        case Say():
            await say(stage, effect)
        case React(message, emoji):
            await say(stage, Say("reaction", {"emoji": emoji}, edits=message))
        case Redraw(prompt):
            await _redraw(stage, prompt)
        case Keep() | Add():
            await _keep(stage, effect)
        case Amend():
            await _amend(stage, effect)
        case Redact(answer):
            await _redact(stage, answer)
        case Mark(answer, care, kept):
            await _mark(stage, answer, care, kept=kept)
        case Drop(answer):
            await answers.erase(session, leader.id, answer)
        case KeepTap(prompt, name, value):
            await taps.keep(session, Tap(new_id(), leader.id, prompt, name, value, now))
        case Turn(prompt):
            await prompts.keep(session, prompt)
        case Become(changed):
            stage.leader = changed
            await leaders.keep(session, changed)
        case Ask():
            await ask(stage, effect)
        case Plan(kind, at, about):
            await errands.plan(session, leader.id, kind, f"{kind}:{about}", at, about or None)
        case Cancel(kind, about):
            await errands.cancel(session, leader.id, kind, about)
        case Agree(invite):
            await enrolling.agree(stage, invite)
        case Enrol(programme):
            await enrolling.enrol(stage, programme, None, None)
        case Reschedule():
            await enrolling.reschedule(stage)
        case Leave():
            await enrolling.leave(stage)
        case Intend() | IntendFrom():
            await _intend(stage, effect)
        case Settle(intention, state):
            await intentions.set_state(session, leader.id, intention, state)
        case Judge(summary, verdict):
            await summaries.set_verdict(session, leader.id, summary, verdict)
        case Recap(month, automatic):
            await recap.make(stage, month, automatic=automatic)
        case CreateCohort(name, programme):
            await guide.subscribe_from_chat(stage, name, programme)
        case Forget():
            await leaders.erase(session, leader.id, now)


async def _redraw(stage: Stage, prompt: Prompt) -> None:
    """In place, when it is known where the prompt stands; a button that is left over gets a kind word anyway."""
    message = await outbox.message_of_prompt(stage.session, prompt.id)
    if message is not None:
        await say(stage, Say("prompt", item_args(prompt, closed=True), prompt.id, edits=message))


async def _keep(stage: Stage, kept: Keep | Add) -> None:
    answer = Answer(
        id=stage.scene.fresh,
        leader=stage.leader.id,
        prompt=kept.prompt,
        part="addition",
        text=kept.text,
        language=words.language(kept.text, stage.leader.language),
        given_at=stage.scene.now,
        named=kept.named,
        message=kept.message,
    )
    if isinstance(kept, Keep):
        state: Literal["held", "kept"] = "held" if kept.held else "kept"
        answer = replace(answer, part=kept.part, late=kept.late, care=kept.care, state=state)
    await answers.keep(stage.session, answer)


async def _amend(stage: Stage, amended: Amend) -> None:
    answer = await answers.amend(stage.session, stage.leader.id, amended.message, amended.text, stage.scene.now)
    if answer is None:
        if amended.care == "none":  # a safety message comes alone
            await say(stage, Say("edit_unknown"))
        return
    await answers.set_named(stage.session, stage.leader.id, answer.id, amended.named)
    if amended.care != "none" or answer.care in ("crisis", "danger", "strain"):
        await answers.set_care(stage.session, stage.leader.id, answer.id, amended.care)
    if amended.care == "none":
        await say(stage, Say("edited"))


async def _redact(stage: Stage, answer_id: int) -> None:
    answer = await answers.get(stage.session, stage.leader.id, answer_id)
    if answer is not None:
        text = privacy.replaced(answer.text, answer.language)
        await answers.replace_text(stage.session, stage.leader.id, answer_id, text, stage.scene.now)
        await answers.set_named(stage.session, stage.leader.id, answer_id, privacy.has_name(text))


async def _mark(stage: Stage, answer: int, care: Care | None, *, kept: bool) -> None:
    if kept:
        await answers.set_state(stage.session, stage.leader.id, answer, "kept")
    if care is not None:
        await answers.set_care(stage.session, stage.leader.id, answer, care)


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
    date = phrases.day(moments.local(at, leader.rhythm.zone).date(), leader.language)
    await say(stage, Say("intention_kept", {"date": date}) if isinstance(intended, Intend) else Say("thanks_7"))
