"""Words that may be the answer or something else: kept aside, and asked about once, until it is told what they were."""

import re
from dataclasses import replace
from datetime import timedelta

from dialogues.answers import brushing
from dialogues.effects import Cancel, Drop, Effect, Mark, Plan, Say, Turn
from dialogues.events import Said
from dialogues.moves import typed
from dialogues.moves.keeping.closing import keep, settled
from dialogues.moves.steps import Step, part_of
from dialogues.people import Id, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import leaving, queries, sayings

_MINE = re.compile(
    r"(?:(?:nee|ja|no|yes|nope|maar|but|sorry|hee|he|oh|wait|wacht|hallo|hello|huh)[ :;.!-]*)*"
    r"(?:(?:dat|dit|het)(?: (?:was|is|wás)|'s) (?:(?:gewoon|wel|echt|toch|al|juist|nou|dus) )*(?:(?:het|mijn|m'n|me) )"
    r"(?:hele )?antwoord(?: (?:hoor|al|toch|gewoon))?"
    r"|(?:that|this|it)(?: (?:was|is)|'s) (?:(?:just|actually|already|really|in fact) )*(?:my|the) (?:whole )?answer"
    r"(?: (?:already|actually|though))?"
    r"|(?:mijn|m'n) antwoord|(?:its |thats )?my answer"
    r"|(?:dat|dit) bedoelde ik als (?:mijn )?antwoord|i meant (?:that|it) as (?:my|an|the) answer)"
)
ARRANGED = ("pause", "stop", "later")
UNTOLD = timedelta(days=1)  # after a day words of which nobody told what they were are the answer


def asked(prompt: Prompt, said: Said, scene: Scene, asks: str = "") -> Step:
    """Is this the answer? The words are kept aside meanwhile. `asks`: the screen that asks it, where that is known."""
    kept = replace(keep(prompt, part_of(prompt), said), held=True)
    forgotten = Plan("thought", scene.now + UNTOLD, scene.fresh)
    return OnPrompt(prompt.id), (kept, forgotten, Say(asks or screen(said.text), {}, prompt.id))


def untold(talk: Talk, about: Id, scene: Scene) -> Step:
    """A day has gone by: words to a prompt are its answer, without a word about it; loose ones are erased."""
    prompt = scene.prompt
    if prompt is None or about not in {held.id for held in scene.held}:
        return talk, (Drop(about),)
    kept = Mark(about, kept=True)
    if prompt.state != "open" or prompt.kind != "question":
        return talk, (kept,)
    after = Resting() if talk == OnPrompt(prompt.id) else talk
    return after, (kept, Turn(replace(prompt, state="answered", stage="done")), *settled(prompt))


def confirmed(scene: Scene) -> tuple[Effect, ...]:
    """The words that were aside are an answer like any other."""
    return tuple(each for held in scene.held for each in (Mark(held.id, kept=True), Cancel("thought", held.id)))


def settles(text: str, scene: Scene) -> bool:
    """Does it tell what the words held aside were: a label of the buttons, that they were the answer, a yes or no?"""
    asked = scene.library.messages[screen(scene.held[-1].text)]
    return claims(text) or typed.plain(text) in typed.YES | typed.NO or typed.button(text, asked) is not None


def claims(text: str) -> bool:
    """Does it say no more than that the words before were the answer?"""
    return _MINE.fullmatch(typed.plain(text)) is not None


def screen(text: str) -> str:
    """How it is asked: of what may be a wish, or else of a question that may be for the bot."""
    arranges = leaving.wish(text) is not None or leaving.asked_at_the_end(text) is not None
    if arranges or brushing.told(text) in ("perhaps off", "state"):
        return "meant"
    found = None if queries.asks(text) else sayings.guess(text)
    return "meant" if found is not None and found.kind in ARRANGED else "meant_question"
