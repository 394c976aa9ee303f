"""An edited message changes the answer that came with it; the earlier words are kept as an earlier version."""

from dialogues.effects import Amend
from dialogues.events import Amended
from dialogues.moves.keeping.closing import names
from dialogues.moves.steps import Step
from dialogues.scene import Scene
from dialogues.talk import Talk


def step(talk: Talk, event: Amended, scene: Scene) -> Step:  # noqa: ARG001  (one shape for all moves)
    """The journey that amends also says whether there was an answer to amend."""
    return talk, (Amend(event.message, event.text, named=names(event.text)),)
