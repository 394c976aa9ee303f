"""Values by tap, or typed as a number or a label: scales, choices, positions, pulses, outcomes of an intention."""

from dataclasses import replace

from dialogues.effects import Become, Effect, KeepTap, Say, Turn
from dialogues.model import Question
from dialogues.moves import cases, checks, dilemmas, endings, pulses
from dialogues.moves.closing import settled
from dialogues.moves.steps import Step, item_args, says
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting

CHOOSING = {"pick", "position", "choose"}


def options(prompt: Prompt, scene: Scene) -> dict[str, str]:
    """The values that can be chosen for this prompt, each with its label in the leader's language."""
    library, language = scene.library, scene.language
    match prompt.kind:
        case "question":
            return question_options(library.questions[prompt.item], scene)
        case "paradox" | "paradox_revisit":
            return {str(n): str(n) for n in range(1, 8)}
        case "integrity_case":
            return {option.id: option.label[language] for option in library.cases[prompt.item].options}
        case "pulse":
            scale = library.pulses[prompt.item].scale
            return {str(n): str(n) for n in range(scale.min, scale.max + 1)}
        case "intention_check":
            return {button.id: button.label[language] for button in library.messages["intention_check"].buttons}
        case "programme_end":
            return {button.id: button.label[language] for button in library.messages["programme_end"].buttons}


def question_options(question: Question, scene: Scene) -> dict[str, str]:
    """The steps of a scale, or the options of a choice; an open question has none."""
    if question.scale:
        return {str(n): str(n) for n in range(question.scale.min, question.scale.max + 1)}
    return {option.id: option.label[scene.language] for option in question.options}


def meant(prompt: Prompt, text: str, scene: Scene) -> str | None:
    """The value that was typed instead of tapped: the number, the letter or the label; None when it is prose."""
    if prompt.stage not in CHOOSING:
        return None
    said = text.strip().strip(".)").casefold()
    for place, (value, label) in enumerate(options(prompt, scene).items(), start=1):
        if said in {value.casefold(), label.casefold()} or (not value.isdigit() and said == str(place)):
            return value
    return None


def pressed(prompt: Prompt, value: str, scene: Scene, message: int) -> Step:
    """A tap on a value; a second tap of the same has no further effect."""
    if value not in options(prompt, scene):
        return says(OnPrompt(prompt.id), "stale_button")
    taken = scene.taps.get(tap_name(prompt))
    if taken is not None and (taken == value or prompt.stage not in CHOOSING):
        return OnPrompt(prompt.id) if prompt.stage != "done" else Resting(prompt.id), (
            () if taken == value else (Say("already_answered"),)
        )
    return chosen(prompt, value, scene, message)


def tap_name(prompt: Prompt) -> str:
    """Under which name the value of this prompt is kept."""
    names = {"question": "value", "integrity_case": "choice", "intention_check": "outcome", "programme_end": "next"}
    if prompt.kind in ("paradox", "paradox_revisit"):
        return "position"
    return prompt.item if prompt.kind == "pulse" else names[prompt.kind]


def chosen(prompt: Prompt, value: str, scene: Scene, message: int | None) -> Step:
    """A value was chosen, by tap (`message` is edited in place) or in words."""
    kept = KeepTap(prompt.id, tap_name(prompt), value)
    match prompt.kind:
        case "question":
            after, effects = question_value(prompt, scene, message)
        case "paradox" | "paradox_revisit":
            after, effects = dilemmas.placed(prompt, scene, message)
        case "integrity_case":
            after, effects = cases.chosen(prompt, scene, message)
        case "pulse":
            after, effects = pulses.chosen(prompt, value, scene, message)
        case "intention_check":
            after, effects = checks.chosen(prompt, value, scene, message)
        case "programme_end":
            after, effects = endings.chosen(prompt, value, scene, message)
    return after, (kept, *effects)


def question_value(prompt: Prompt, scene: Scene, message: int | None) -> Step:
    """A scale or a choice is always followed by one open question: the first of its own follow-ups."""
    question = scene.library.questions[prompt.item]
    key = f"{question.id}/0"
    turned = replace(prompt, state="answered", stage="followup", followups=1, asked=key)
    memory = scene.leader.memory.but(skips=0, silences=0)
    effects: tuple[Effect, ...] = (Become(replace(scene.leader, memory=memory)), Turn(turned))
    if message is not None:
        effects += (Say("prompt", item_args(prompt), prompt.id, edits=message),)
    return OnPrompt(prompt.id), (*effects, *settled(prompt), Say("followup", item_args(prompt, key=key), prompt.id))
