"""The wish for another question than the one at hand: what was given stays, and another comes at once."""

from dataclasses import replace

from dialogues.effects import Effect, Redraw, Turn
from dialogues.moves import controls, further, pausing
from dialogues.moves.closing import settled
from dialogues.moves.steps import Step
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk

CHOSEN = ("question", "paradox", "paradox_revisit", "integrity_case")  # others are asked for a reason of their own


def instead(talk: Talk, prompt: Prompt, scene: Scene) -> Step:
    """In the place of a step that goes further another follow-up or, without one, a new question; else a new one."""
    if prompt.kind not in CHOSEN:
        return (
            controls.enough(talk, prompt, scene) if prompt.state == "answered" else controls.left(talk, prompt, scene)
        )
    if prompt.state == "answered" and (chosen := further.left(prompt, scene)) is not None:
        return OnPrompt(prompt.id), further.asked(prompt, chosen, scene)
    after, asked = pausing.question_now(Resting(), scene)
    return after, (*_ended(talk, prompt, scene), *asked)


def _ended(talk: Talk, prompt: Prompt, scene: Scene) -> tuple[Effect, ...]:
    """What is at hand is thanked for, or left without a word: the question that comes tells enough."""
    match prompt.state:
        case "answered":
            return controls.enough(talk, prompt, scene)[1]
        case "open":
            turned = replace(prompt, state="skipped", stage="done")
            return Turn(turned), *settled(prompt), Redraw(turned)
        case _:
            return ()
