"""What became of an intention: one tap, then one question, the same whatever the outcome."""

from dataclasses import replace

from dialogues.effects import Effect, Say, Settle, Turn
from dialogues.events import Said
from dialogues.moves.closing import finished, keep, settled
from dialogues.moves.steps import Step, item_args
from dialogues.people import IntentionState, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt

OUTCOMES: dict[str, IntentionState] = {"done": "done", "partly": "partly", "not": "not", "changed": "dropped"}


def chosen(prompt: Prompt, value: str, scene: Scene, message: int | None) -> Step:  # noqa: ARG001  (one shape for all kinds)
    """The outcome as the leader tells it."""
    turned = replace(prompt, state="answered", stage="learning")
    outcome: tuple[Effect, ...] = (Settle(prompt.about, OUTCOMES[value]),) if prompt.about else ()
    shown: tuple[Effect, ...] = ()
    if message is not None:
        shown = (Say("prompt", item_args(prompt, about=prompt.about), prompt.id, edits=message),)
    return OnPrompt(prompt.id), (*outcome, Turn(turned), *settled(prompt), *shown, Say("intention_learning"))


def heard(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """What helped or came between; also when no outcome was tapped."""
    return finished(prompt, said, scene, keep(prompt, "learning", said), late=prompt.state == "closed")
