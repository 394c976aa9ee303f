"""Second thoughts in words: another choice than the one that was made, while the talk goes on or right after it."""

import re
from dataclasses import replace

from dialogues.effects import Effect, KeepTap, React, Redraw
from dialogues.events import Said
from dialogues.language import numbered
from dialogues.model import LANGUAGES
from dialogues.moves import typed
from dialogues.moves.items import dilemmas, positions, scored, values
from dialogues.moves.keeping.closing import keep
from dialogues.moves.steps import Step
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting
from dialogues.wishes import brief, naming

STAGES = {"reflect", "closing", "followup"}  # what follows a choice; a position has its own


def told(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """Another choice while something is asked about it; None for words that answer that."""
    if not open_still(prompt, scene):
        return None
    value, more = meant(prompt, said.text, scene)
    if value is None:
        return beyond(prompt, said, scene)
    if value == scene.taps[values.tap_name(prompt)]:
        return (OnPrompt(prompt.id), (React(said.message),)) if not more else None
    if more and positions.movable(prompt, scene):
        return explained(prompt, value, said, scene)
    after, effects = again(prompt, value, scene)
    return after, (*((keep(prompt, "addition", said),) if more else ()), *effects)


def to(prompt: Prompt, value: str, scene: Scene) -> Step | None:
    """The value in the place of the one that was chosen, while something is asked about it; else None."""
    return again(prompt, value, scene) if open_still(prompt, scene) else None


def again(prompt: Prompt, value: str, scene: Scene) -> Step:
    """Shown where it was chosen, and what is asked about it is asked again."""
    if positions.movable(prompt, scene):
        return OnPrompt(prompt.id), positions.moved(prompt, value, scene, None)
    return values.chosen(prompt, value, scene, None)


def afterwards(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """The same right after the thanks, where only words that take it back are one; nothing more is asked."""
    if not (values.tap_name(prompt) in scene.taps and prompt.kind in values.ASKED_FURTHER and takes_back(said.text)):
        return None
    value, more = meant(prompt, said.text, scene)
    if value is None or more:
        return None
    return Resting(prompt.id), (*drawn(prompt, value), React(said.message))


def open_still(prompt: Prompt, scene: Scene) -> bool:
    """Was a choice made, of which the talk goes on?"""
    chosen = prompt.state == "answered" and values.tap_name(prompt) in scene.taps
    return chosen and (prompt.stage in STAGES or positions.movable(prompt, scene))


def meant(prompt: Prompt, text: str, scene: Scene) -> tuple[str | None, bool]:
    """The choice that is named, and whether more is told than that: by a number or a place, or by a label.

    What may as well be said about the choice, such as a word of a label, counts only when something is taken back.
    """
    asked = replace(prompt, stage="choose")
    if (moved := positions.meant(prompt, text, scene)) is not None:
        return moved, False
    if (score := of_a_score(asked, text, scene)) is not None and (takes_back(text) or not score.more):
        return scored.places(asked, scene)[score.number], score.more
    if takes_back(text):
        return named(asked, text, scene)
    alone = naming.by_place(text) or typed.plain(text) in labels(prompt, scene)
    return values.meant(asked, text, scene) if alone and not positions.movable(prompt, scene) else None, False


def of_a_score(asked: Prompt, text: str, scene: Scene) -> numbered.Named | None:
    """The number that is named; what takes another one back is not more that is told."""
    score = scored.meant(asked, text, scene)
    if score is not None and not score.more:
        return score
    alone = scored.meant(asked, firmly(text), scene)
    return alone if alone is not None and not alone.more else score


def named(asked: Prompt, text: str, scene: Scene) -> tuple[str | None, bool]:
    """The choice that its first clauses name ("toch de tweede, want ..."), and whether others follow."""
    parts = numbered.clauses(brief.without(text, "second thoughts"))
    heads = [(" ".join(parts[:end]), end < len(parts)) for end in range(len(parts), 0, -1)]
    heads.append((firmly(text), False))
    found = ((values.meant(asked, head, scene), more) for head, more in heads)
    return next(((value, more) for value, more in found if value is not None), (None, False))


def firmly(text: str) -> str:
    """Without what takes something back: "1 en 1" of "toch 1 en 1", "mood 4" of "no, mood 4"."""
    doubts = (" ".join(each) for each in brief.forms("second thoughts"))
    plain = re.sub(rf"\b(?:{'|'.join(map(re.escape, doubts))})\b", " ", text.casefold())
    return " ".join(plain.split()).strip(" .,;!\n")


def labels(prompt: Prompt, scene: Scene) -> set[str]:
    """What stands on the buttons of its options."""
    known = values.labelled(prompt, scene)
    return {typed.plain(button.label[language]) for button in known for language in LANGUAGES}


def beyond(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """A bare number that stands for nothing here: which one is meant? Under a follow-up it may be the answer."""
    asked = values.beyond(replace(prompt, stage="choose"), said.text, scene) if prompt.kind != "question" else None
    return None if asked is None or not numbered.bare(said.text) else (OnPrompt(prompt.id), (asked,))


def explained(prompt: Prompt, value: str, said: Said, scene: Scene) -> Step:
    """Another position with the reason for it: shown on the scale, and the words answer what is asked."""
    after, effects = dilemmas.heard(prompt, said, scene)
    return after, (*drawn(prompt, value), *effects)


def drawn(prompt: Prompt, value: str) -> tuple[Effect, ...]:
    """The other choice, shown where it was made."""
    return KeepTap(prompt.id, values.tap_name(prompt), value), Redraw(prompt)


def takes_back(text: str) -> bool:
    """Does it hold a word that takes something back?"""
    return bool(brief.beside(brief.split(text), brief.forms("second thoughts")))
