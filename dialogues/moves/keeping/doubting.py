"""Words that may be the answer or something else: kept aside, and asked about once, until it is told what they were."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Literal, cast

from dialogues.answers import brushing
from dialogues.effects import Cancel, Drop, Effect, Keep, Mark, Plan, Say, Turn
from dialogues.events import Said
from dialogues.moves import typed
from dialogues.moves.keeping.closing import keep, settled
from dialogues.moves.steps import Step, part_of
from dialogues.people import Answer, Id, Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import floor, later, leaving, naming, offers, queries, sayings

# What words under the question tell: a button, none of them, or a yes or no that fits more than one. A yes that takes
# up what was offered is `please`.
Told = Literal["pause", "stop", "later", "answer", "question", "none", "please", "yes", "no"]

_MINE = re.compile(
    r"(?:(?:nee|ja|no|yes|nope|maar|but|sorry|hee|he|oh|wait|wacht|hallo|hello|huh)[ :;.!-]*)*"
    r"(?:(?:dat|dit|het)(?: (?:was|is|wás)|'s) (?:(?:gewoon|wel|echt|toch|al|juist|nou|dus) )*(?:(?:het|mijn|m'n|me) )"
    r"(?:hele )?antwoord(?: (?:hoor|al|toch|gewoon))?"
    r"|(?:that|this|it)(?: (?:was|is)|'s) (?:(?:just|actually|already|really|in fact) )*(?:my|the) (?:whole )?answer"
    r"(?: (?:already|actually|though))?"
    r"|(?:mijn|m'n) antwoord|(?:its |thats )?my answer"
    r"|(?:dat|dit) bedoelde ik als (?:mijn )?antwoord|i meant (?:that|it) as (?:my|an|the) answer)"
)
_AHEAD = re.compile(r"(?:(?:nee|neen|no|nope|nah|sorry|oh|o|eh|uh|hm+|nou|well|wacht|wait)\b[\s,.!:;-]*)+")
_NAMED = re.compile(r"^(?:nummer|number|nr|optie|option|knop|button) ")
ARRANGED = ("pause", "stop", "later")
UNTOLD = timedelta(days=1)  # after a day words of which nobody told what they were are the answer
ASIDE: Part = "addition"  # words that put a question off stand as this beside it; what is in doubt is never one


def asked(prompt: Prompt, said: Said, scene: Scene, asks: str = "") -> Step:
    """Is this the answer? The words are kept aside meanwhile. `asks`: the screen that asks it, where that is known."""
    kept = replace(keep(prompt, part_of(prompt), said), held=True)
    forgotten = Plan("thought", scene.now + UNTOLD, scene.fresh)
    return OnPrompt(prompt.id), (kept, forgotten, Say(asks or screen(said.text), {}, prompt.id))


def untold(talk: Talk, about: Id, scene: Scene) -> Step:
    """A day has gone by: words to a prompt are its answer, without a word about it; loose ones and a moment go."""
    prompt, said = scene.prompt, {held.id: held.text for held in scene.held}
    if prompt is None or about not in said or later.names(said[about]):
        return talk, (Drop(about),)
    kept = Mark(about, kept=True)
    if prompt.state != "open" or prompt.kind != "question":
        return talk, (kept,)
    after = Resting() if talk == OnPrompt(prompt.id) else talk
    return after, (kept, Turn(replace(prompt, state="answered", stage="done")), *settled(prompt))


def confirmed(scene: Scene) -> tuple[Effect, ...]:
    """The words that were aside are an answer like any other."""
    return tuple(each for held in scene.held for each in (Mark(held.id, kept=True), Cancel("thought", held.id)))


def in_doubt(given: Sequence[Answer]) -> tuple[Answer, ...]:
    """What was written for a prompt and is held because nobody told yet what it is."""
    return tuple(each for each in given if each.state == "held" and each.part != ASIDE)


def put_aside(given: Sequence[Answer]) -> tuple[Answer, ...]:
    """What was written for a prompt and put it off: held for a day, in case it was the answer all the same."""
    return tuple(each for each in given if each.state == "held" and each.prompt is not None and each.part == ASIDE)


def aside(prompt: Prompt, said: Said, scene: Scene) -> tuple[Effect, ...]:
    """Keep words aside that put off what is asked; after a day nobody claims them any more, and they are erased."""
    kept = replace(keep(prompt, ASIDE, said), held=True)
    return kept, Plan("thought", scene.now + UNTOLD, scene.fresh)


def released(scene: Scene, effects: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """The same, without what was put aside as soon as the prompt goes on or comes back at another moment."""
    about = scene.prompt.id if scene.prompt else 0
    turned = any(isinstance(each, Turn) and each.prompt.id == about for each in effects)
    kept = any(isinstance(each, Keep) and each.prompt == about for each in effects)
    gone = scene.aside if turned or kept else ()
    return *(each for one in gone for each in (Drop(one.id), Cancel("thought", one.id))), *effects


def settles(text: str, scene: Scene) -> bool:
    """Does it tell what the words held aside were: a button, that they were the answer, a yes or no?"""
    return told(text, scene) is not None


def told(text: str, scene: Scene) -> Told | None:
    """What it tells of the words that are held, whose buttons have a number each unless numbers are asked for."""
    about = screen(scene.held[-1].text)
    buttons = scene.library.messages[about]
    if (label := typed.button(text, buttons)) is not None:
        return cast("Told", label)
    if claims(text):
        return "answer"
    said = _meant(text, about) or _meant(_AHEAD.sub("", text.casefold(), count=1), about)
    if said is not None or (scene.prompt is not None and scene.prompt.stage in floor.TAPPED):
        return said
    numbers = {str(number): each.id for number, each in enumerate(buttons.buttons, 1)}
    numbers["last"] = buttons.buttons[-1].id
    plain = _NAMED.sub("", typed.plain(text))
    place = naming.by_place(text) or typed.NUMBERS.get(plain, plain)
    return cast("Told | None", numbers.get(place))


def _meant(text: str, about: str) -> Told | None:
    """The same, in other words than those of a label."""
    own = offers.button(text, "meant_question") if about == "meant_question" else None
    found = own or offers.button(text, "meant")
    return cast("Told", found) if found else "none" if queries.lets_be(text) else None


def claims(text: str) -> bool:
    """Does it say no more than that the words before were the answer?"""
    return _MINE.fullmatch(typed.plain(text)) is not None


def screen(text: str) -> str:
    """How it is asked: of what may be a wish, or else of a question that may be for the bot."""
    arranges = leaving.wish(text) is not None or leaving.asked_at_the_end(text) is not None
    if arranges or brushing.told(text) in ("perhaps off", "state") or later.names_one(text):
        return "meant"
    found = None if queries.asks(text) else sayings.guess(text)
    return "meant" if found is not None and found.kind in ARRANGED else "meant_question"
