"""The wish for another question than the one at hand: what was given stays, and another comes at once."""

from dataclasses import replace

from dialogues.effects import Effect, Recall, Redraw, Say, Turn
from dialogues.moves.items import controls
from dialogues.moves.keeping import further
from dialogues.moves.keeping.closing import settled
from dialogues.moves.keeping.echoes import without_taps
from dialogues.moves.rhythm import pausing
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
    step = prompt.state == "answered" and prompt.stage in further.ASKED
    if step and (chosen := further.left(prompt, scene)) is not None:
        return OnPrompt(prompt.id), further.asked(prompt, chosen, scene)
    after, asked = pausing.question_now(Resting(), scene)
    return after, (*_ended(talk, prompt, scene), *asked)


def _ended(talk: Talk, prompt: Prompt, scene: Scene) -> tuple[Effect, ...]:
    """What is at hand is thanked for, or left without a word: the question that comes tells enough."""
    match prompt.state:
        case "answered":
            return tuple(_alone(effect) for effect in controls.enough(talk, prompt, scene)[1])
        case "open":
            turned = replace(prompt, state="skipped", stage="done")
            return Turn(turned), *settled(prompt), Redraw(turned)
        case _:
            return ()


def _alone(effect: Effect) -> Effect:
    """The thanks without its taps, and with no earlier answer beside it: the question that comes is what is asked."""
    thanks = effect.thanks if isinstance(effect, Recall) else effect
    return without_taps(thanks) if isinstance(thanks, Say) and thanks.screen == "thanks_taps" else thanks
