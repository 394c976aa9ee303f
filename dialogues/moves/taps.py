"""Mood and energy: two optional taps after an answer, in one message that is edited in place."""

from dialogues.effects import KeepTap, Say
from dialogues.events import Pressed
from dialogues.moves.pulses import gently
from dialogues.moves.steps import Step, item_args, says
from dialogues.scene import Scene
from dialogues.talk import Resting, Talk

NAMES = {"mood": "PU-05", "energy": "PU-06"}


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """`mood.4`, `energy.2` or `skip`; tapping again changes the value, twice the same changes nothing."""
    prompt = scene.prompt
    assert prompt is not None
    name, _, value = event.value.partition(".")
    taps = {kind: scene.taps.get(pulse) for kind, pulse in NAMES.items()}
    if name == "skip":
        return talk, (shown(event, prompt.id, item_args(prompt, closed=True, thanks=said(talk, prompt.id, scene))),)
    if name not in NAMES or value not in {"1", "2", "3", "4", "5"}:
        return says(talk, "stale_button")
    if taps[name] == value:
        return talk, ()
    taps[name] = value
    kept = KeepTap(prompt.id, NAMES[name], value)
    args = item_args(prompt, closed=all(taps.values()), thanks=said(talk, prompt.id, scene))
    seen = shown(event, prompt.id, args)
    return talk, (kept, seen, *gently(value, scene))


def said(talk: Talk, prompt: int, scene: Scene) -> str:
    """The thanks above the taps, while it is still the last that was said."""
    return scene.leader.memory.thanked if talk == Resting(prompt) else ""


def shown(event: Pressed, prompt: int, args: dict[str, object]) -> Say:
    """The same message with what was tapped."""
    return Say("thanks_taps", args, prompt, edits=event.message)
