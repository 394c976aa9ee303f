"""Words that may be the answer or something else: kept aside, and asked about once, until it is told what they were."""

from dataclasses import replace
from datetime import timedelta

from dialogues.answers import brushing
from dialogues.effects import Plan, Say
from dialogues.events import Said
from dialogues.moves.closing import keep
from dialogues.moves.steps import Step, part_of
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt
from dialogues.wishes import leaving, queries, sayings

ARRANGED = ("pause", "stop", "later")
UNTOLD = timedelta(days=1)  # words of which nobody told what they were are erased after a day


def asked(prompt: Prompt, said: Said, scene: Scene, asks: str = "") -> Step:
    """Is this the answer? The words are kept aside meanwhile. `asks`: the screen that asks it, where that is known."""
    kept = replace(keep(prompt, part_of(prompt), said), held=True)
    forgotten = Plan("thought", scene.now + UNTOLD, scene.fresh)
    return OnPrompt(prompt.id), (kept, forgotten, Say(asks or screen(said.text), {}, prompt.id))


def screen(text: str) -> str:
    """How it is asked: of what may be a wish, or else of a question that may be for the bot."""
    arranges = leaving.wish(text) is not None or leaving.asked_at_the_end(text) is not None
    if arranges or brushing.told(text) in ("perhaps off", "state"):
        return "meant"
    found = None if queries.asks(text) else sayings.guess(text)
    return "meant" if found is not None and found.kind in ARRANGED else "meant_question"
