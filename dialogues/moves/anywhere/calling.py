"""Whoever calls for the numbers to call gets them, wherever the talk stands; of the call itself nothing is kept."""

from dialogues.events import Said
from dialogues.moves.keeping import gathering
from dialogues.moves.steps import Step, says
from dialogues.scene import Scene
from dialogues.talk import Asking, Talk
from dialogues.wishes import calling


def told(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """The card; None for other words, and for a bare word that is looked for or is a piece of an answer."""
    if calling.plainly(said.text):
        return says(talk, "urgent")
    goes_on = talk == Asking("search") or gathering.goes_on(talk, scene)
    return says(talk, "urgent") if calling.alone(said.text) and not goes_on else None
