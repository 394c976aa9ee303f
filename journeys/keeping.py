"""A leader's words as they are kept: new, amended, without names, marked or erased; all in the stage's transaction."""

from dataclasses import replace
from typing import Literal

from dialogues import privacy, words
from dialogues.effects import Add, Amend, Drop, Keep, Mark, Redact, Say
from dialogues.people import Answer
from journeys.stage import Stage, say
from storage import answers

Words = Keep | Add | Amend | Redact | Mark | Drop


async def act(stage: Stage, effect: Words) -> None:
    """Do what was decided about a leader's words."""
    match effect:
        case Keep() | Add():
            await _keep(stage, effect)
        case Amend():
            await _amend(stage, effect)
        case Redact(answer):
            await _redact(stage, answer)
        case Mark():
            await _mark(stage, effect)
        case Drop(answer):
            await answers.erase(stage.session, stage.leader.id, answer)


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


async def _mark(stage: Stage, mark: Mark) -> None:
    if mark.kept:
        await answers.set_state(stage.session, stage.leader.id, mark.answer, "kept")
    if mark.care is not None:
        await answers.set_care(stage.session, stage.leader.id, mark.answer, mark.care)
