"""Asking one item: the prompt under its unique slot, its reminder and its end, and the screen that goes out."""

from dialogues.asking import moments
from dialogues.effects import Ask, Say
from dialogues.library import overlay
from dialogues.moves.steps import first_stage
from dialogues.people import Id, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt
from journeys.stage import Stage, say
from storage import errands, prompts, wordings
from storage.ids import new_id

REMINDED = ("question", "paradox", "integrity_case", "programme_end")


async def ask(stage: Stage, asked: Ask) -> None:
    """Make a prompt of an item and say it; a slot that was asked before is not asked again."""
    scene, leader = stage.scene, stage.leader
    prompt = Prompt(
        id=new_id(),
        leader=leader.id,
        enrolment=_programme(stage) if asked.enrolled else None,
        kind=asked.kind,
        item=asked.item,
        version=await _version(stage, asked),
        slot=asked.slot,
        state="open",
        stage=first_stage(asked.kind, asked.item, scene.library),
        asked_at=scene.now,
        expires_at=moments.expires_at(scene.now, None),
        about=asked.about,
    )
    if not await prompts.add(stage.session, prompt):
        return
    if prompt.kind != "pulse":  # one tap; words go on belonging to the question before it
        stage.talk = OnPrompt(prompt.id)
    await _plan_for(stage, prompt)
    args = {"kind": prompt.kind, "item": prompt.item, "prompt": prompt.id, "intro": asked.intro}
    await say(stage, Say("prompt", args, prompt.id, weight="prompt" if asked.enrolled else "reply"))


def _programme(stage: Stage) -> Id | None:
    """Whose prompt it is: what comes in the place of another belongs where that one did."""
    scene = stage.scene
    running = scene.enrolment.id if scene.enrolment else None
    return scene.prompt.enrolment if scene.prompt else running


async def _plan_for(stage: Stage, prompt: Prompt) -> None:
    """One reminder after a day (none for what is sensitive or a single tap), and the end of the window."""
    plan = errands.plan
    await plan(stage.session, prompt.leader, "expire", f"expire:{prompt.id}", prompt.expires_at, prompt.id)
    if reminded(prompt, stage.scene):
        at = moments.reminder_at(prompt.asked_at, stage.leader.rhythm)
        if at < prompt.expires_at:
            await plan(stage.session, prompt.leader, "remind", f"remind:{prompt.id}", at, prompt.id)


def reminded(prompt: Prompt, scene: Scene) -> bool:
    """Is this a kind of prompt that gets a reminder?"""
    return prompt.kind in REMINDED and not sensitive(prompt, scene)


def sensitive(prompt: Prompt, scene: Scene) -> bool:
    """Is this an item that gets no reminder?"""
    item = scene.library.questions.get(prompt.item) or scene.library.cases.get(prompt.item)
    return item is not None and item.sensitive


async def _version(stage: Stage, asked: Ask) -> str:
    """What finds the item again as it is now; a programme and an intention are found by themselves."""
    item = overlay.current(stage.scene.library, asked.item)
    return "1" if item is None else await wordings.keep(stage.session, item)
