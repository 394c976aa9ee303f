"""Second thoughts on leaving: a step that was stopped, or what was skipped, opens again."""

from dataclasses import replace

from dialogues.asking import moments, windows
from dialogues.effects import Plan, Turn
from dialogues.events import Said
from dialogues.moves.items import unclear
from dialogues.moves.items.values import CHOOSING
from dialogues.moves.keeping import further
from dialogues.moves.steps import Step, first_stage, present
from dialogues.people import Prompt, PromptState
from dialogues.scene import Scene
from dialogues.talk import OnPrompt
from dialogues.wishes import brief


def told(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """What is asked again to who goes on after all; None for other words, and where nothing was left halfway."""
    if not goes_on(said.text):
        return None
    turned = again(prompt, scene)
    if turned is None:
        return None
    later = (Plan("expire", turned.expires_at, prompt.id),) if turned.state == "open" else ()
    return OnPrompt(prompt.id), (present(scene.leader), Turn(turned), *later, unclear.step(turned))


def goes_on(text: str) -> bool:
    """Does it say no more than that, in one turn of phrase or more: "never mind, changed my mind, let's go on"?"""
    said, known = brief.split(text), brief.forms("resuming")
    rest = brief.split(brief.without(" ".join(said), "resuming"))
    alone = {each[0] for each in known if len(each) == 1}
    named = len(rest) < len(said) or not alone.isdisjoint(rest)
    return len(said) <= brief.MOST and named and (brief.small("around resuming") | alone).issuperset(rest)


def again(prompt: Prompt, scene: Scene) -> Prompt | None:
    """The prompt as it stood before it was left; None where all of it was done, or it is over for good."""
    if prompt.state == "skipped" and not windows.over(prompt, scene.now):
        stage = first_stage(prompt.kind, prompt.item, scene.library)
        until = moments.expires_at(scene.now, None)
        return replace(prompt, state="open", stage=stage, asked="", expires_at=until)
    if prompt.left:
        state: PromptState = "open" if prompt.left in CHOOSING else "answered"
        return replace(prompt, state=state, stage=prompt.left, asked="")
    return followed(prompt, scene) if prompt.kind == "question" and prompt.over else None


def followed(prompt: Prompt, scene: Scene) -> Prompt | None:
    """A question of which the latest follow-up got no answer."""
    stage = ("", *further.ASKED)[min(prompt.followups, further.MOST)]
    answered = any(answer.part == stage for answer in scene.answers)
    return replace(prompt, stage=stage) if stage and not answered else None
