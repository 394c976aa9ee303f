"""Mood and energy: two optional taps after an answer, in one message that is edited in place."""

from dialogues.effects import KeepTap, Say
from dialogues.events import Pressed
from dialogues.moves.pulses import gently
from dialogues.moves.steps import Step, item_args, says
from dialogues.scene import Scene
from dialogues.talk import Talk

NAMES = {"mood": "PU-05", "energy": "PU-06"}


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """`mood.4`, `energy.2` or `skip`; tapping again changes the value, twice the same changes nothing."""
    prompt = scene.prompt
    assert prompt is not None
    name, _, value = event.value.partition(".")
    taps = {kind: scene.taps.get(pulse) for kind, pulse in NAMES.items()}
    if name == "skip":
        return talk, (shown(event, item_args(prompt, closed=True), prompt.id),)
    if name not in NAMES or value not in {"1", "2", "3", "4", "5"}:
        return says(talk, "stale_button")
    if taps[name] == value:
        return talk, ()
    taps[name] = value
    kept = KeepTap(prompt.id, NAMES[name], value)
    seen = shown(event, item_args(prompt, closed=all(taps.values())), prompt.id)
    return talk, (kept, seen, *gently(value, scene))


def shown(event: Pressed, args: dict[str, object], prompt: int) -> Say:
    """The same message with what was tapped."""
    return Say("thanks_taps", {"thanks": "", **args}, prompt, edits=event.message)
