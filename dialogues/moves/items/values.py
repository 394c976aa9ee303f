"""Values by tap, or typed as a number or a label: scales, choices, positions, pulses, outcomes of an intention."""

from dataclasses import replace

from dialogues.asking import poles
from dialogues.effects import KeepTap, React, Say, Turn
from dialogues.events import Said
from dialogues.language import numbered
from dialogues.model import LANGUAGES, Button, Question, Scale
from dialogues.moves import typed
from dialogues.moves.items import cases, checks, dilemmas, pulses
from dialogues.moves.keeping import endings
from dialogues.moves.keeping.closing import closing, settled
from dialogues.moves.steps import Step, item_args, present, says, shown
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import naming, offers, stepping

CHOOSING = {"pick", "position", "choose"}
ASKED_FURTHER = {"question", "paradox", "paradox_revisit", "integrity_case"}
COUNTED = ASKED_FURTHER | {"pulse"}  # what has a number for each thing to tap
LOW = {"1", "2"}
TWO = 2  # between which somebody hesitates
LARGEST = 100  # that anybody gives as a score


def options(prompt: Prompt, scene: Scene) -> dict[str, str]:
    """The values that can be chosen for this prompt, each with its label in the leader's language."""
    library, language = scene.library, scene.language
    match prompt.kind:
        case "question":
            return question_options(library.questions[prompt.item], scene)
        case "paradox" | "paradox_revisit":
            swap = poles.swapped(scene.leader, prompt.item)
            return {str(n): str(poles.turned(n, swap=swap)) for n in range(1, 8)}
        case "integrity_case":
            return {option.id: option.label[language] for option in library.cases[prompt.item].options}
        case "pulse":
            scale = library.pulses[prompt.item].scale
            return {str(n): str(n) for n in range(scale.min, scale.max + 1)}
        case "intention_check":
            return {button.id: button.label[language] for button in library.messages["intention_check"].buttons}
        case "programme_end":  # pragma: no branch - the last kind; the type checker knows
            return {button.id: button.label[language] for button in library.messages["programme_end"].buttons}


def question_options(question: Question, scene: Scene) -> dict[str, str]:
    """The steps of a scale, or the options of a choice; an open question has none."""
    if question.scale:
        return {str(n): str(n) for n in range(question.scale.min, question.scale.max + 1)}
    return {option.id: option.label[scene.language] for option in question.options}


def meant(prompt: Prompt, text: str, scene: Scene) -> str | None:
    """The value that was typed instead of tapped: the number, the letter or the label; None when it is prose."""
    if prompt.stage not in CHOOSING and prompt.kind != "programme_end":
        return None
    said = typed.plain(text).removeprefix("optie ").removeprefix("option ")
    number = typed.NUMBERS.get(said, said)
    for place, (value, label) in enumerate(options(prompt, scene).items(), start=1):
        if number == label or said == typed.plain(label):
            return value
        if not value.isdigit() and (said == value or number == str(place)):
            return value
    if prompt.kind == "intention_check" and said in checks.IN_A_WORD:
        return checks.IN_A_WORD[said]
    if prompt.kind == "intention_check" and (told := offers.button(text, "intention_check")) is not None:
        return told
    return named(prompt, text, scene) if prompt.stage in CHOOSING else None


def named(prompt: Prompt, text: str, scene: Scene) -> str | None:
    """The value that is named by its label or its place, with small words around it: "the second one", "in between"."""
    if prompt.kind in ("paradox", "paradox_revisit"):
        dilemma = scene.library.dilemmas[prompt.item]
        swap = poles.swapped(scene.leader, prompt.item)
        ends = [(pole.label.nl, pole.label.en) for pole in (dilemma.pole_a, dilemma.pole_b)]
        place = on_line(text, (ends[1], ends[0]) if swap else (ends[0], ends[1]), stood(scene, swap=swap))
        return None if place is None else str(poles.turned(place, swap=swap))
    if (end := at_an_end(prompt, text, scene)) is not None:
        return end
    known = labelled(prompt, scene)
    labels = [tuple(button.label[language] for language in LANGUAGES) for button in known]
    number = naming.option(text, labels) if labels else None
    return None if number is None else known[number].id


def at_an_end(prompt: Prompt, text: str, scene: Scene) -> str | None:
    """The first or the last step of a scale, by what stands beside it; None for other words, and without a scale."""
    scale = scale_of(prompt, scene)
    if scale is None or naming.by_place(text) is not None:
        return None
    ends = [tuple(label[language] for language in LANGUAGES) for label in (scale.min_label, scale.max_label)]
    end = naming.option(text, ends)
    return None if end is None else str((scale.min, scale.max)[end])


def scale_of(prompt: Prompt, scene: Scene) -> Scale | None:
    """The scale of a pulse, or of a question that has one."""
    if prompt.kind == "pulse":
        return scene.library.pulses[prompt.item].scale
    return scene.question.scale if scene.question is not None else None


def stood(scene: Scene, *, swap: bool) -> int | None:
    """Where the leader stood on this dilemma before, as they see it; None when it was not asked or told."""
    return poles.turned(int(scene.earlier), swap=swap) if scene.earlier else None


def on_line(text: str, ends: tuple[tuple[str, str], tuple[str, str]], before: int | None) -> int | None:
    """The place on the line of a dilemma, as it is seen: where they stood, a step from there, or what is named."""
    if before is not None and stepping.stays(text):
        return before
    if before is not None and stepping.steps(text):
        return stepping.step(text, before, ends)
    return naming.side(text, *ends)


def labelled(prompt: Prompt, scene: Scene) -> tuple[Button, ...]:
    """What can be chosen by a label; nothing where numbers are."""
    match prompt.kind:
        case "question":
            return scene.library.questions[prompt.item].options
        case "integrity_case":
            options = scene.library.cases[prompt.item].options
            return tuple(Button(option.id, option.label) for option in options)
        case "intention_check":
            return scene.library.messages["intention_check"].buttons
        case _:
            return ()


def beyond(prompt: Prompt, text: str, scene: Scene) -> Say | None:
    """Which number is meant, to one that stands for nothing here; None for other words. Nothing is kept of it."""
    choices = options(prompt, scene) if prompt.stage in CHOOSING and prompt.kind in COUNTED else {}
    if not choices or not (numbered.bare(text) or numbered.named(text, LARGEST)):
        return None
    numbers = sorted(choices) if all(value.isdigit() for value in choices) else []
    least, most = (int(numbers[0]), int(numbers[-1])) if numbers else (1, len(choices))
    named = sorted(set(numbered.numbers(text)))
    if len(named) == TWO and not numbered.broken(text) and least <= named[0] and named[1] <= most:
        return Say("choose_either", {"low": str(named[0]), "high": str(named[1])})
    on_line = prompt.kind in ("paradox", "paradox_revisit")
    screen = "choose_within" if on_line else "choose_step" if numbers else "choose_among"
    return Say(screen, {"min": str(least), "max": str(most)})


def pressed(talk: Talk, prompt: Prompt, value: str, scene: Scene, message: int) -> Step:
    """A tap on a value; a second tap of the same has no further effect."""
    if value not in options(prompt, scene):
        return says(talk, "stale_button")
    taken = scene.taps.get(tap_name(prompt))
    if taken == value:
        return talk, ()
    if prompt.stage == cases.REAL:  # a slip of the finger: it is the invented case after all
        return chosen(prompt, value, scene, message)
    if prompt.kind in ASKED_FURTHER and prompt.over:
        return noted(talk, prompt, value, scene, message)
    if taken is not None and prompt.stage not in CHOOSING and prompt.kind != "programme_end":
        return says(talk, "already_answered")
    return chosen(prompt, value, scene, message)


def noted(talk: Talk, prompt: Prompt, value: str, scene: Scene, message: int) -> Step:
    """A tap on something that is over: it counts, if it is the first, and nothing more is asked."""
    if tap_name(prompt) in scene.taps:
        return says(talk, "already_answered")
    return talk, (KeepTap(prompt.id, tap_name(prompt), value), *shown(prompt, message))


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
            after, effects = question_value(prompt, value, scene, message)
        case "paradox" | "paradox_revisit":
            after, effects = dilemmas.placed(prompt, scene, message)
        case "integrity_case":
            after, effects = cases.chosen(prompt, scene, message)
        case "pulse":
            after, effects = pulses.chosen(prompt, value, scene, message)
        case "intention_check":
            after, effects = checks.chosen(prompt, value, scene, message)
        case "programme_end":  # pragma: no branch - the last kind; the type checker knows
            after, effects = endings.chosen(prompt, value, scene, message)
    return after, (kept, *effects)


def written(prompt: Prompt, value: str, said: Said, scene: Scene) -> Step:
    """A value in words: shown where it was asked for, with a quiet receipt when nothing else is said to it."""
    after, effects = chosen(prompt, value, scene, None)
    quiet = not any(isinstance(effect, Say) for effect in effects)
    return after, (*effects, React(said.message)) if quiet else effects


def question_value(prompt: Prompt, value: str, scene: Scene, message: int | None) -> Step:
    """A scale or a choice is followed by one open question: the first of its own follow-ups.

    A low value on something sensitive is not deepened.
    """
    question = scene.library.questions[prompt.item]
    seen = shown(prompt, message)
    if spared(prompt, value, scene):
        return Resting(prompt.id), (*seen, *closing(prompt, scene), *pulses.gently(value, scene))
    key = f"{question.id}/0"
    turned = replace(prompt, state="answered", stage="followup", followups=1, asked=key)
    asked = Say("followup", item_args(prompt, key=key), prompt.id)
    return OnPrompt(prompt.id), (present(scene.leader), Turn(turned), *seen, *settled(prompt), asked)


def spared(prompt: Prompt, value: str, scene: Scene) -> bool:
    """Is this a low value on something sensitive?"""
    question = scene.library.questions[prompt.item]
    return question.sensitive and question.scale is not None and value in LOW
