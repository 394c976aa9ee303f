"""A dry run: an item as it will look, in one's own chat; nothing of it is kept or counts."""

from dialogues.effects import Say
from dialogues.events import Pressed
from dialogues.library import overlay
from dialogues.model import Dilemma, IntegrityCase, Library, Pulse
from dialogues.moves.steps import Step
from dialogues.people import ItemKind
from dialogues.scene import Scene
from dialogues.talk import Talk


def tried(talk: Talk, wanted: str, scene: Scene) -> Step:
    """/preview with the id of an item, such as RF-03 or P04."""
    return talk, (shown(scene.library, wanted),)


def shown(library: Library, wanted: str) -> Say:
    """The item with this id as it will look; also to who takes no part."""
    item = overlay.current(library, wanted.strip().upper())
    if item is None:
        return Say("dry_run_unknown")
    kinds: dict[type, ItemKind] = {Dilemma: "paradox", IntegrityCase: "integrity_case", Pulse: "pulse"}
    return Say("dry_run", {"kind": kinds.get(type(item), "question"), "item": item.id})


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:  # noqa: ARG001  (one shape for all moves)
    """A tap on an item that is only tried."""
    return talk, (Say("dry_run_tap"),)
