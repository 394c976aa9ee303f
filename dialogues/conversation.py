"""The whole conversation on one page: given where the talk stands and what happened, what now?

`step` is pure. Safety comes before everything a leader writes; then whoever's turn it is decides.
"""

from dialogues.events import Amended, Commanded, Event, Located, Pressed, Said, Showed
from dialogues.moves import media
from dialogues.moves.answers import answering, belonging, speaking
from dialogues.moves.anywhere import (
    arranging,
    arrival,
    asides,
    calling,
    choosing,
    commands,
    confirming,
    doubted,
    gone,
    offered,
    presses,
    spoken,
    taking_back,
    tending,
    used,
)
from dialogues.moves.care import caring, weighing
from dialogues.moves.items import amending
from dialogues.moves.keeping import doubting, echoes
from dialogues.moves.leaders import membership
from dialogues.moves.moments import snoozing
from dialogues.moves.rhythm import pausing, settling
from dialogues.moves.steps import Step
from dialogues.scene import Scene
from dialogues.talk import Arriving, Asking, Consenting, OnPrompt, Resting, Settling, Talk, Tended, Weighing

# Who hears words before all else, wherever the talk stands.
ANYWHERE = (
    confirming.told, offered.told, belonging.told, offered.begun, offered.here, doubted.claimed, snoozing.told,
    speaking.told, choosing.after, choosing.placed, choosing.on_page, taking_back.told, echoes.told, answering.hidden,
    spoken.told,
)  # fmt: skip


def step(talk: Talk, event: Event, scene: Scene) -> Step:
    """What the talk becomes and what is to be done."""
    care = caring.needed(talk, event, scene)
    if care is not None and not confirming.outweighs(event, scene):
        return care
    then, effects = answered(talk, event, scene)
    return used.after(talk, event, scene, (then, membership.stopping(scene, doubting.released(scene, effects))))


def answered(talk: Talk, event: Event, scene: Scene) -> Step:
    """Whose turn it is, now that nothing calls for care."""
    match talk, event:
        case ((Arriving() | Consenting()), _):
            return arrival.step(talk, event, scene)
        case _, Commanded():
            return commands.step(talk, event, scene)
        case _, Pressed():
            return presses.step(talk, event, scene)
        case _, Amended():
            return amending.step(talk, event, scene)
        case _, Located():
            return settling.located(talk, event, scene)
        case _, Showed():
            return media.shown(talk, event, scene)
        case _, Said():  # pragma: no branch - the last event; the type checker knows
            return heard(talk, event, scene)


def heard(talk: Talk, said: Said, scene: Scene) -> Step:
    """What words are for that give no signal themselves; those of who stopped are for no question."""
    if (card := calling.told(talk, said, scene)) is not None:
        return card
    if scene.leader.state != "stopped":
        return understood(talk, said, scene)
    return gone.without_asking(understood(*gone.apart(talk, said, scene)), said)


def understood(talk: Talk, said: Said, scene: Scene) -> Step:
    """The same, where they may be for what was asked."""
    if (piece := answering.goes_on(talk, said, scene)) is not None:
        return piece
    for anywhere in ANYWHERE:
        if (decided := anywhere(talk, said, scene)) is not None:
            return decided
    match talk:
        case Weighing():
            return weighing.told(talk, said, scene)
        case _ if (pause := tending.paused(talk, said, scene)) is not None:
            return pause
        case _ if pausing.back(said.text, scene):
            return pausing.resumed(talk, scene)
        case OnPrompt() if scene.held and scene.prompt is not None and not scene.prompt.over:
            return doubted.told(talk, said, scene)
        case _ if (out := membership.told(talk, said, scene)) is not None:
            return out
        case _ if pausing.wished(said.text, scene):
            return pausing.told(talk, said.text, scene)
        case _ if (wish := arranging.wanted(talk, said.text, scene)) is not None:
            return arranging.step(talk, said, wish, scene)
        case _:
            return taken(talk, said, scene)


def taken(talk: Talk, said: Said, scene: Scene) -> Step:
    """Words that wish for nothing, by where the talk stands."""
    match talk:
        case Tended():
            return tending.replied(talk, said, scene)
        case Resting() | OnPrompt() if scene.leader.state == "held":
            return tending.comforted(talk, said, scene)
        case Settling() if (chosen := choosing.told(talk, said, scene)) is not None:
            return chosen
        case Asking():
            return asides.told(talk, said, scene)
        case Settling() if scene.prompt is None:
            return asides.unprompted(talk, said, scene)
        case Settling() | OnPrompt():
            return answering.heard(said, scene)
        case _:
            return asides.unprompted(talk, said, scene)
