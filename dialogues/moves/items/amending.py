"""An edited message: the value that was typed in it changes with it, and so do the words that it brought."""

from dataclasses import replace

from dialogues.effects import Amend, Become, Effect, KeepTap, React, Say
from dialogues.events import Amended, Said
from dialogues.language import numbered
from dialogues.moves.items import revising, scored, taps, values
from dialogues.moves.items.pulses import gently
from dialogues.moves.keeping.closing import names
from dialogues.moves.steps import Step, says
from dialogues.people import Prompt, Typed
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Talk


def step(talk: Talk, event: Amended, scene: Scene) -> Step:
    """The journey that amends also says whether there was an answer to amend."""
    prompt, last = scene.prompt, scene.leader.memory.typed
    words = (Amend(event.message, event.text, named=names(event.text)),)
    if prompt is None or last is None or (last.prompt, last.message) != (prompt.id, event.message):
        number = not scene.edited and (numbered.bare(event.text) or taps.pair(event.text))
        return says(talk, "edit_number") if number else (talk, words)
    after, effects = changed(talk, prompt, event, scene)
    if scene.edited:  # words that came with it are changed, whatever they name now
        return after, (*words, *(effect for effect in effects if not isinstance(effect, Say) or effect.about))
    return after, effects or (React(event.message),)


def changed(talk: Talk, prompt: Prompt, event: Amended, scene: Scene) -> Step:
    """The value or the taps as they are typed now; how to change them, where that is not told."""
    said, typed = Said(event.text, event.message), scene.leader.memory.typed
    if typed is not None and values.tap_name(prompt) not in typed.names:
        told = taps.anew(event.text, typed.names)
        return taps.tapped(talk, prompt, scene, taps.Touch(told)) if told else says(talk, "edit_number")
    value = meant(prompt, event.text, scene)
    if value is None:
        return says(talk, "edit_number")
    if value == scene.taps.get(values.tap_name(prompt)):
        return talk, ()
    if not scene.edited and talk == OnPrompt(prompt.id) and (anew := revising.to(prompt, value, scene)) is not None:
        return anew
    low = gently(value, scene) if prompt.kind == "pulse" else ()
    return talk, (*revising.drawn(prompt, value), *low, React(said.message))


def meant(prompt: Prompt, text: str, scene: Scene) -> str | None:
    """The value that stands there now."""
    asked = replace(prompt, stage="choose")
    if (score := scored.meant(asked, text, scene)) is not None:
        return scored.places(asked, scene)[score.number]
    return revising.named(asked, text, scene)[0]


def noted(decided: Step, said: Said, scene: Scene) -> Step:
    """What was decided, with the message that held a value remembered: who edits that message changes the value."""
    then, effects = decided
    kept = [effect for effect in effects if isinstance(effect, KeepTap)]
    if not kept or scene.prompt is None or not (scene.prompt.kind in values.COUNTED or taps.of_mood(kept)):
        return decided
    typed = Typed(kept[0].prompt, said.message, tuple(effect.name for effect in kept))
    return then, (*effects, _remembered(effects, typed, scene))


def _remembered(effects: tuple[Effect, ...], typed: Typed, scene: Scene) -> Become:
    leaders = (effect.leader for effect in reversed(effects) if isinstance(effect, Become))
    leader = next(leaders, scene.leader)
    return Become(replace(leader, memory=leader.memory.but(typed=typed)))
