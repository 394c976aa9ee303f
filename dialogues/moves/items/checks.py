"""What became of an intention: one tap, then one question, the same whatever the outcome."""

from dataclasses import replace

from dialogues.answers import intentions
from dialogues.effects import Effect, KeepTap, Say, Settle, Turn
from dialogues.events import Said
from dialogues.language import numbered
from dialogues.moves.keeping.closing import finished, keep, settled
from dialogues.moves.steps import Step, item_args, present, shown
from dialogues.people import IntentionState, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting

OUTCOMES: dict[str, IntentionState] = {"done": "done", "partly": "partly", "not": "not", "changed": "dropped"}
IN_A_WORD = {"niets": "not", "nog niets": "not", "nothing": "not", "nothing yet": "not"}  # as the question invites to


def chosen(prompt: Prompt, value: str, scene: Scene, message: int | None) -> Step:
    """The outcome as the leader tells it; who told the story already is not asked for it."""
    told = any(answer.part == "learning" for answer in scene.answers)
    turned = replace(prompt, state="answered", stage="done" if told else "learning")
    effects: tuple[Effect, ...] = (Settle(prompt.about, OUTCOMES[value]),) if prompt.about else ()
    effects += (present(scene.leader), Turn(turned), *settled(prompt), *shown(prompt, message))
    if told:
        return Resting(prompt.id), (*effects, Say("check_done"))
    return OnPrompt(prompt.id), (*effects, Say("intention_learning"))


def heard(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """What helped or came between; also when no outcome was tapped, for which the words that it opens with count.

    A number that is none of them uses nothing up.
    """
    if prompt.stage == "pick" and numbered.bare(said.text):
        return OnPrompt(prompt.id), (Say("prompt", item_args(prompt), prompt.id),)
    told = intentions.outcome(said.text) if prompt.stage == "pick" else None
    after, effects = finished(prompt, said, scene, keep(prompt, "learning", said), screen="check_done")
    return after, (*(_outcome(prompt, told) if told else ()), *effects)


def _outcome(prompt: Prompt, told: intentions.Outcome) -> tuple[Effect, ...]:
    settles = (Settle(prompt.about, OUTCOMES[told]),) if prompt.about else ()
    return KeepTap(prompt.id, "outcome", told), *settles
