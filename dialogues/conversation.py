"""The whole conversation on one page: given where the talk stands and what happened, what now?

`step` is pure. Safety comes before everything a leader writes; then whoever's turn it is decides.
"""

from dialogues.events import Amended, Commanded, Event, Located, Pressed, Said, Showed
from dialogues.moves import answering, arrival, asides, caring, commands, editing, media, pausing, presses, settling
from dialogues.moves.steps import Step
from dialogues.scene import Scene
from dialogues.talk import Arriving, Asking, Consenting, OnPrompt, Settling, Talk, Weighing


def step(talk: Talk, event: Event, scene: Scene) -> Step:
    """What the talk becomes and what is to be done."""
    care = caring.needed(talk, event, scene)
    if care is not None:
        return care
    match talk, event:
        case ((Arriving() | Consenting()), _):
            return arrival.step(talk, event, scene)
        case _, Commanded():
            return commands.step(talk, event, scene)
        case _, Pressed():
            return presses.step(talk, event, scene)
        case _, Amended():
            return editing.step(talk, event, scene)
        case _, Located():
            return settling.located(talk, event, scene)
        case _, Showed():
            return media.shown(talk, event, scene)
        case Weighing(), Said():
            return caring.weighed(talk, event, scene)
        case _, Said() if pausing.wished(event.text, scene):
            return pausing.told(talk, event.text, scene)
        case Settling(), Said() if scene.prompt is None or settling.understands(talk, event.text, scene):
            return settling.typed(talk, event, scene)
        case Asking(), Said():
            return asides.told(talk, event, scene)
        case ((Settling() | OnPrompt()), Said()):
            return answering.heard(event, scene)
        case _, Said():  # pragma: no branch - the last event; the type checker knows
            return asides.unprompted(talk, event, scene)
