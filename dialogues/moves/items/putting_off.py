"""Words put off what is open: until a moment that they name, or one to be chosen."""

from dialogues.asking import windows
from dialogues.events import Pressed
from dialogues.moves.items import controls
from dialogues.moves.moments import snoozing
from dialogues.moves.steps import Step, says
from dialogues.scene import Scene
from dialogues.talk import Talk
from dialogues.wishes import later


def until(talk: Talk, when: str, scene: Scene) -> Step:
    """Asked again at the moment that was named, or at one to be chosen."""
    prompt = scene.prompt
    if prompt is None or prompt.over or prompt.state not in ("open", "answered") or windows.over(prompt, scene.now):
        return says(talk, "nothing_open")
    if prompt.kind == "pulse":  # there is another next week
        return controls.pressed(talk, Pressed("prompt_buttons", prompt.id, "skip", 0), scene)
    if not when:
        return says(talk, "snooze", prompt.id)
    return snoozing.until(prompt, later.named(when, scene.today, scene.language) or later.On(scene.today), scene)
