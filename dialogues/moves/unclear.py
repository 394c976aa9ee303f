"""What is asked is not understood: it comes once more, under a sentence that fits its kind; nothing is kept of that."""

from dataclasses import replace

from dialogues import windows
from dialogues.effects import Say
from dialogues.moves import dilemmas
from dialogues.moves.steps import item_args
from dialogues.moves.values import CHOOSING
from dialogues.people import ItemKind, Prompt
from dialogues.scene import Scene

_CHOICES: dict[ItemKind, str] = {
    "paradox": "place_unclear", "paradox_revisit": "place_unclear", "integrity_case": "case_unclear",
    "pulse": "scale_unclear", "intention_check": "check_unclear",
}  # fmt: skip
_SCREENS = {
    "followup": "followup", "deeper": "followup", "reflect": "case_reflection", "closing": "case_closing",
    "learning": "intention_learning",
}  # fmt: skip
_OF_DILEMMAS = {"why", "other", "both", "changed", "offer", "own_case"}


def again(prompt: Prompt, scene: Scene) -> Say:
    """The step at hand with its explanation above it; what is over comes without its buttons."""
    asked = step(prompt)
    over = {"closed": True} if windows.over(prompt, scene.now) else {}
    return replace(asked, args={**asked.args, "intro": explanation(prompt, scene), **over})


def step(prompt: Prompt) -> Say:
    """What is asked now, as it was asked."""
    if prompt.stage in _OF_DILEMMAS:
        return dilemmas.asked(prompt, prompt.stage)
    screen = _SCREENS.get(prompt.stage, "prompt")
    return Say(screen, item_args(prompt, key=prompt.asked) if screen == "followup" else item_args(prompt), prompt.id)


def explanation(prompt: Prompt, scene: Scene) -> str:
    """The message that says what is wanted here."""
    if prompt.stage in CHOOSING:
        scale = scene.question is not None and scene.question.scale is not None
        return _CHOICES.get(prompt.kind, "scale_unclear" if scale else "choice_unclear")
    return "question_unclear" if prompt.stage == "answer" else "step_unclear"
