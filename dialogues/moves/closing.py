"""The end of a prompt: how words are kept, the thanks with two optional taps, and what an answer itself calls for."""

from dataclasses import replace

from dialogues import markers, privacy, words
from dialogues.effects import Become, Cancel, Effect, Keep, Say, Turn
from dialogues.events import Said
from dialogues.moves.steps import Step, item_args, thanks
from dialogues.people import Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import Resting

SHORT = 8  # words; a shorter answer gets the thanks for short ones


def finished(prompt: Prompt, said: Said, scene: Scene, kept: Keep, *, late: bool = False) -> Step:
    """Nothing more to ask: thanks, two optional taps, and what the answer itself calls for."""
    done = closing(prompt, scene, short=len(words.tokens(said.text)) < SHORT, late=late)
    return Resting(prompt.id), (kept, *done, *afterwards(said, scene, kept))


def closing(
    prompt: Prompt, scene: Scene, *, short: bool = False, late: bool = False, said: str = ""
) -> tuple[Effect, ...]:
    """The end of a prompt: answered, nothing left planned for it, thanks with the two taps."""
    screen, memory = thanks(scene, short=short)
    screen = "kept_late" if late else said or screen
    turned = replace(prompt, state="answered", stage="done")
    shown = Say("thanks_taps", item_args(prompt, thanks=screen), prompt.id)
    return (Become(replace(scene.leader, memory=memory)), Turn(turned), *settled(prompt), shown)


def settled(prompt: Prompt) -> tuple[Effect, ...]:
    """Nothing planned for an answered prompt remains."""
    return Cancel("remind", prompt.id), Cancel("expire", prompt.id), Cancel("snooze", prompt.id)


def afterwards(said: Said, scene: Scene, kept: Keep) -> tuple[Effect, ...]:
    """At most one thing after the thanks: a nudge about names, or the offer to make it an intention."""
    if privacy.find(said.text) and nudge_due(scene):
        memory = thanks(scene, short=False)[1].but(nudged_on=scene.today)
        return Become(replace(scene.leader, memory=memory)), Say("third_party_data", {}, scene.fresh)
    language = words.language(said.text, scene.language)
    if "intention" in markers.present(said.text, language) and not scene.open_intention and not kept.named:
        return (Say("intention_offer", {}, scene.fresh),)
    return ()


def nudge_due(scene: Scene) -> bool:
    """The tip about names comes once a week at most."""
    last = scene.leader.memory.nudged_on
    return last is None or (scene.today - last).days >= 7


def keep(prompt: Prompt, part: Part, said: Said) -> Keep:
    """The words as they are kept: late ones marked, others' data flagged so that it is never quoted."""
    named = bool(privacy.find(said.text)) or privacy.has_name(said.text)
    return Keep(prompt.id, part, said.text, said.message, late=prompt.state == "closed", named=named)
