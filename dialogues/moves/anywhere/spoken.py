"""What a command does, asked for in words: done as if the command had been given."""

import re

from dialogues.events import Commanded, Said
from dialogues.moves.anywhere import commands
from dialogues.moves.rhythm import settling
from dialogues.moves.steps import Step, says
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Settling, Talk
from dialogues.wishes import commanding, leaving

# Words to look for, where nothing is open.
_SEEKS = re.compile(r"(?:zoek|search|find)(?: (?:naar|for))? [\w-]+(?: [\w-]+)?", re.IGNORECASE)
SCREENS = {"change": "change_how", "names": "no_names"}


def told(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """The command that is meant; None for other words, and where something else goes first."""
    begun = isinstance(talk, Resting | OnPrompt) or (isinstance(talk, Settling) and not talk.first)
    wish = leaving.wish(said.text)
    if not begun or scene.leader.state == "held" or (wish is not None and wish.kind == "erase"):
        return None
    if (hour := commanding.hour(said.text)) is not None:
        return commands.step(talk, Commanded("time", hour), scene)
    if scene.prompt is None and _SEEKS.fullmatch(said.text.strip(" .!")):
        return commands.step(talk, Commanded("answers", said.text.strip(" .!")), scene)
    match commanding.command(said.text):
        case None:
            return None
        case "dilemma" | "paradoxes" if commanding.bare(said.text) and waits(scene):  # which may be the answer
            return None
        case "question" if scene.leader.state != "active":  # that is how who rests says to be back
            return None
        case "change" | "names" as asked:
            return says(talk, SCREENS[asked])
        case "zone" | "country" | "hour" as part:
            return settling.menu(Settling("rhythm", first=False), part, scene)
        case command:
            return commands.step(talk, Commanded(command), scene)


def waits(scene: Scene) -> bool:
    """Does something wait for an answer?"""
    return scene.prompt is not None and not scene.prompt.over
