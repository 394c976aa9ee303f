"""A score with words around it: the number counts as if it was tapped, and what is told beside it is kept."""

from collections.abc import Callable
from dataclasses import replace

from dialogues.effects import Effect, KeepTap, React, Redraw
from dialogues.events import Said
from dialogues.language import numbered, words
from dialogues.language.numbered import Named
from dialogues.moves.items import values
from dialogues.moves.items.pulses import gently
from dialogues.moves.keeping.closing import keep
from dialogues.moves.steps import Step
from dialogues.people import Answer, Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import Resting
from dialogues.wishes import brief

PARTS: dict[str, Part] = {"paradox": "why", "paradox_revisit": "changed"}

Hear = Callable[[Prompt, Said, Scene], Step]


def places(prompt: Prompt, scene: Scene) -> dict[str, str]:
    """The value of each number that this prompt shows; empty where none is shown."""
    options = values.options(prompt, scene)
    if prompt.kind == "integrity_case":
        return {str(place): value for place, value in enumerate(options, start=1)}
    return {label: value for value, label in options.items() if label.isdecimal()}


def meant(prompt: Prompt, text: str, scene: Scene) -> Named | None:
    """The number that is named while one is asked for; None for other words."""
    if prompt.stage not in values.CHOOSING:
        return None
    shown = places(prompt, scene)
    if not shown:
        return None
    before, after = brief.after_last(text, "second thoughts")
    said = after if after and numbered.bare(before) else text  # "2, no wait, 3"
    return numbered.named(said, len(shown))


def heard(prompt: Prompt, named: Named, said: Said, scene: Scene, hear: Hear) -> Step:
    """The value, with the words that came with it as what they say: an answer, or what puts the leader there."""
    value = places(prompt, scene)[named.number]
    if not named.more:
        return values.written(prompt, value, said, scene)
    if prompt.kind == "question" and not values.spared(prompt, value, scene):
        after, effects = hear(prompt, said, scene)
        return after, (KeepTap(prompt.id, "value", value), Redraw(prompt), *effects)
    kept = keep(prompt, PARTS.get(prompt.kind, "answer"), said)
    written = Answer(
        scene.fresh, scene.leader.id, prompt.id, kept.part, said.text, words.language(said.text, scene.language),
        scene.now, kept.late, named=kept.named, message=said.message,
    )  # fmt: skip
    after, effects = values.written(prompt, value, said, replace(scene, answers=(*scene.answers, written)))
    return after, (kept, *effects)


def corrected(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """Another score for a pulse that was tapped already; None for words that are added to it."""
    found = numbered.named(said.text, len(places(prompt, scene))) if prompt.kind == "pulse" else None
    if found is None or found.more:
        return None
    value = found.number
    if scene.taps.get(prompt.item) == value:
        return Resting(prompt.id), (React(said.message),)
    seen: tuple[Effect, ...] = (KeepTap(prompt.id, prompt.item, value), Redraw(prompt), *gently(value, scene))
    return Resting(prompt.id), (*seen, React(said.message))
