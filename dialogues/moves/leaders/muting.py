"""Notices of a group: whoever wants none of them gets none, until they change their mind."""

from dataclasses import replace

from dialogues.effects import Become, Say
from dialogues.events import Pressed
from dialogues.moves.steps import Step, says
from dialogues.scene import Scene
from dialogues.talk import Talk


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """The button is about the group."""
    leader, group = scene.leader, event.about
    others = tuple(one for one in leader.wishes.muted if one != group)
    match event.value:
        case "mute":
            muted, screen = (*others, group), "notices_muted"
        case "hear":
            muted, screen = others, "notices_heard"
        case _:
            return says(talk, "stale_button")
    become = Become(replace(leader, wishes=replace(leader.wishes, muted=muted)))
    return talk, (become, Say(screen, {}, group))
