"""The ways out of a prompt: skip, later, another question, show it again, enough."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogues.asking import moments, phrases, picking
from dialogues.effects import Ask, Become, Redraw, Say, Turn
from dialogues.events import Pressed
from dialogues.moves.items import cases, dilemmas
from dialogues.moves.keeping.closing import closing, settled
from dialogues.moves.moments import coming, snoozing
from dialogues.moves.steps import Step, item_args, says
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk

SECOND_THOUGHTS = timedelta(days=1)  # so long words still answer what was skipped


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """One of the buttons under a prompt, a step of it, or its reminder."""
    prompt = scene.prompt
    assert prompt is not None
    if event.group == "real_case" and prompt.kind == "integrity_case":
        return cases.real(prompt, scene)
    if event.value in ("enough", "stop"):
        return enough(talk, prompt, scene)
    if event.value == "own_case":
        return own_case(talk, prompt)
    off = event.group == "snooze" and event.value in snoozing.DAYS
    if prompt.state == "answered" and off and not prompt.over:  # a further step is put off
        return snoozing.tapped(prompt, event.value, event.message, scene)
    if prompt.state == "answered":
        return says(talk, "already_answered")
    return unanswered(talk, prompt, event, scene)


def unanswered(talk: Talk, prompt: Prompt, event: Pressed, scene: Scene) -> Step:
    """The buttons under what has no answer yet."""
    match event.value:
        case "skip" | "other" if prompt.state == "skipped" and event.message:
            return talk, ()  # tapped twice
        case "skip" if prompt.state == "skipped":
            return talk, (skipped_already(scene),)
        case "skip":
            return skipped(prompt, scene)
        case "later":
            return says(talk, "snooze", prompt.id)
        case "other":
            return another(prompt, scene)
        case "show":
            return OnPrompt(prompt.id), (Say("prompt", item_args(prompt), prompt.id),)
        case "today" | "tomorrow" | "week":
            return snoozing.tapped(prompt, event.value, event.message, scene)
        case _:
            return says(talk, "stale_button")


def enough(talk: Talk, prompt: Prompt, scene: Scene) -> Step:
    """No further step: what was given stays, and is thanked for."""
    if prompt.over:
        return (talk, ()) if scene.joins_last else says(talk, "all_done")
    if prompt.kind in ("paradox", "paradox_revisit"):
        return dilemmas.stopped(prompt, scene)
    left = prompt if prompt.kind == "question" and prompt.state == "answered" else prompt.leaving(prompt.stage)
    return Resting(prompt.id), closing(left, scene, screen="enough")


def left(talk: Talk, prompt: Prompt, scene: Scene) -> Step:
    """The wish to leave what has no value yet: what was written beside it stays, and without any it is a skip."""
    if scene.answers:
        return enough(talk, prompt, scene)
    return (talk, ()) if prompt.state == "skipped" else skipped(prompt, scene)


def own_case(talk: Talk, prompt: Prompt) -> Step:
    """Yes to the offer to look at an example of one's own."""
    match prompt.stage:
        case "offer":
            return dilemmas.offered(prompt)
        case "own_case":
            return talk, ()  # tapped twice
        case _:
            return says(talk, "already_answered" if prompt.stage == "done" else "stale_button")


def skipped_already(scene: Scene) -> Say:
    """It was skipped a moment ago, and that is said once more; with when the next one comes."""
    zone, at = scene.leader.rhythm.zone, coming.planned(scene)
    if at is None:
        return Say("skipped_already")
    return Say("skipped_next", phrases.timed("next_date", at, zone, scene.language))


def skipped(prompt: Prompt, scene: Scene, why: str = "") -> Step:
    """Skipped; the third in a row asks once whether the questions fit. Words of a day still answer.

    `why`: the screen for who gave a reason.
    """
    skips = scene.leader.memory.skips + 1
    memory = scene.leader.memory.but(skips=skips % 3, silences=0)
    screen = "skip_3" if skips == 3 else why or f"skip_{skips % 2 + 1}"
    turned = replace(prompt, state="skipped", stage="done", expires_at=scene.now + SECOND_THOUGHTS)
    become = Become(replace(scene.leader, memory=memory))
    return Resting(), (become, Turn(turned), *settled(prompt), Redraw(turned), Say(screen))


def another(prompt: Prompt, scene: Scene) -> Step:
    """Another question of the same quality, or honesty when there is none."""
    question = scene.question
    other = picking.another(question, scene.library, scene.used, scene.answered) if question else None
    if other is None:
        return says(OnPrompt(prompt.id), "other_none")
    turned = replace(prompt, state="skipped", stage="done")
    slot = f"{prompt.slot}+" if len(prompt.slot) < 24 else f"other:{scene.fresh:x}"
    asked = Ask("question", other.id, slot, enrolled=prompt.enrolment is not None)
    return Resting(), (Turn(turned), *settled(prompt), Redraw(turned), asked)


def rests(prompt: Prompt, now: datetime) -> bool:
    """Was it put off to a later moment that is still to come?"""
    return prompt.state == "open" and prompt.expires_at > moments.expires_at(now, None)
