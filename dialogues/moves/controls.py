"""The ways out of a prompt: skip, later, another question, show it again, enough."""

from dataclasses import replace
from typing import Literal, cast

from dialogues import moments, phrases, picking
from dialogues.effects import Ask, Become, Cancel, Effect, Plan, Say, Turn
from dialogues.events import Pressed
from dialogues.moves import dilemmas
from dialogues.moves.closing import closing, settled
from dialogues.moves.steps import Step, item_args, says
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """One of the buttons under a prompt or its reminder."""
    prompt = scene.prompt
    assert prompt is not None
    if event.group == "real_case":
        return real(prompt)
    if event.value in ("enough", "stop"):
        return enough(talk, prompt, scene)
    if prompt.state in ("answered", "skipped"):
        return says(talk, "already_answered" if prompt.state == "answered" else "stale_button")
    match event.value:
        case "skip":
            return skipped(prompt, scene)
        case "later":
            return says(talk, "snooze", prompt.id)
        case "other":
            return another(prompt, scene)
        case "show":
            return OnPrompt(prompt.id), (Say("prompt", item_args(prompt), prompt.id),)
        case "today" | "tomorrow" | "week":
            return snoozed(prompt, event, scene)
        case _:
            return says(talk, "stale_button")


def real(prompt: Prompt) -> Step:
    """It is no invented case but a real situation: no questions about it, only where to go."""
    turned = replace(prompt, state="answered", stage="done")
    return Resting(), (Turn(turned), *settled(prompt), Say("integrity_report", weight="safety"))


def enough(talk: Talk, prompt: Prompt, scene: Scene) -> Step:
    """No further step: what was given stays, and is thanked for."""
    if prompt.stage == "done":
        return says(talk, "already_answered")
    if prompt.kind in ("paradox", "paradox_revisit"):
        return dilemmas.stopped(prompt, scene)
    return Resting(prompt.id), closing(prompt, scene, said="enough")


def skipped(prompt: Prompt, scene: Scene) -> Step:
    """Skipped without a reason; the third in a row asks once whether the questions fit."""
    skips = scene.leader.memory.skips + 1
    memory = scene.leader.memory.but(skips=skips % 3, silences=0)
    screen = "skip_3" if skips == 3 else f"skip_{skips % 2 + 1}"
    turned = replace(prompt, state="skipped", stage="done")
    become = Become(replace(scene.leader, memory=memory))
    return Resting(), (become, Turn(turned), *settled(prompt), Say(screen))


def another(prompt: Prompt, scene: Scene) -> Step:
    """Another question of the same quality, or honesty when there is none."""
    question = scene.question
    other = picking.another(question, scene.library, scene.used, scene.answered) if question else None
    if other is None:
        return says(OnPrompt(prompt.id), "other_none")
    turned = replace(prompt, state="skipped", stage="done")
    slot = f"{prompt.slot}+" if len(prompt.slot) < 24 else f"other:{scene.fresh:x}"
    asked = Ask("question", other.id, slot, enrolled=prompt.enrolment is not None)
    return Resting(), (Turn(turned), *settled(prompt), asked)


def snoozed(prompt: Prompt, event: Pressed, scene: Scene) -> Step:
    """The prompt comes back at a better moment; its reminder and its end move along."""
    choice = cast("Literal['today', 'tomorrow', 'week']", event.value)
    at = moments.snooze_until(choice, scene.now, scene.leader.rhythm)
    turned = replace(prompt, state="open", expires_at=moments.expires_at(at, None))
    told = phrases.moment(at, scene.leader.rhythm.zone, scene.language)
    effects: tuple[Effect, ...] = (
        Turn(turned),
        Cancel("remind", prompt.id),
        Plan("snooze", at, prompt.id),
        Plan("expire", turned.expires_at, prompt.id),
        Say("snoozed", {"moment": told}, edits=event.message),
    )
    return Resting(), effects
