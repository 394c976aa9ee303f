"""/settings: everything a leader can switch or choose, in one message that changes in place."""

from dataclasses import replace

from dialogues.effects import Become, Reschedule, Say
from dialogues.events import Pressed
from dialogues.moves.moments.standing import SWITCH, kind_name
from dialogues.moves.steps import Step, says
from dialogues.people import Leader, Theme
from dialogues.scene import Scene
from dialogues.talk import Talk

COMMANDS = frozenset({"language", "rhythm", "groups", "export", "delete"})  # buttons that do what the command does
THEMES = {"nl": {"light": "licht", "dark": "donker"}, "en": {"light": "light", "dark": "dark"}}
NAMES = {"nl": "Nederlands", "en": "English"}


def shown(scene: Scene, leader: Leader, message: int | None = None) -> Say:
    """How everything stands for this leader."""
    switch = SWITCH[leader.language]
    args = {
        "name": NAMES[leader.language],
        "rhythm": kind_name(leader.rhythm, scene),
        "echoes": switch[leader.wishes.echoes],
        "pulse": switch[leader.rhythm.pulse],
        "theme": THEMES[leader.language][leader.wishes.theme],
        "inside": bool(scene.groups),
    }
    switches = (leader.wishes.echoes, leader.rhythm.pulse, leader.wishes.theme == "dark")
    stands = 1 + sum(2**place * on for place, on in enumerate(switches, start=1))  # switching back is another press
    return Say("settings", args, stands, edits=message)


def without_fridays(talk: Talk, scene: Scene) -> Step:
    """No more of the tap on Fridays; the settings tell that it is off, and turn it on again."""
    turned = replace(scene.leader, rhythm=replace(scene.leader.rhythm, pulse=False))
    return talk, (Become(turned), Reschedule(), shown(scene, turned))


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """A switch turns in place."""
    leader = scene.leader
    match event.value:
        case "echoes":
            turned = replace(leader, wishes=replace(leader.wishes, echoes=not leader.wishes.echoes))
            return talk, (Become(turned), shown(scene, turned, event.message))
        case "theme":
            other: Theme = "light" if leader.wishes.theme == "dark" else "dark"
            turned = replace(leader, wishes=replace(leader.wishes, theme=other))
            return talk, (Become(turned), shown(scene, turned, event.message))
        case "pulse":
            turned = replace(leader, rhythm=replace(leader.rhythm, pulse=not leader.rhythm.pulse))
            return talk, (Become(turned), Reschedule(), shown(scene, turned, event.message))
        case "kept":
            return says(talk, "kept_about_you")
        case _:
            return says(talk, "stale_button")
