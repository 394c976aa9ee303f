"""Words under what was offered last, with its buttons still there: the button that they mean, pressed in words."""

import re
from dataclasses import replace

from dialogues.effects import Effect, IntendFrom, Judge, Outdate, React, Recognise, Redact, Say
from dialogues.events import Pressed, Said
from dialogues.language import numerals, words
from dialogues.language.hearing import vocabulary
from dialogues.model import Message
from dialogues.moves import typed
from dialogues.moves.answers import replies
from dialogues.moves.anywhere import intended, presses
from dialogues.moves.keeping import gathering
from dialogues.moves.leaders.own import Place
from dialogues.moves.steps import Step
from dialogues.scene import JOINING, Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import later, naming, offers, queries

# Whose buttons stand under a screen, where they are not of a group by its own name.
_GROUPS = {"lookback": "summary_question", "lookback_lines": "summary_question", "answer": "answers"}
_LIKE = {
    "lookback_lines": "lookback", "returned": "resumed", "begun_anew": "resumed", "resumed_monthly": "resumed",
    "resumed_quiet": "resumed", "silence_light": "silence", "programme_gone": "programme_over",
    "paused": "paused_ahead", "rhythm_moved": "days_spared",
}  # fmt: skip
NUMBERED = {"intention_form", "intention_offer"}  # of which nothing else that was asked takes a number
_STAYS = offers.LOOK_BACKS | {"answer"}  # these have more than one thing to tap
_NAMES = "regel|zin|punt|line|sentence|point"
_LINE = re.compile(
    rf"\b(?:{_NAMES}|nummer|number|nr) (?:nummer |number |nr )?"
    rf"(?:\d{{1,2}}|{'|'.join(numerals.upto(12))})\b"
    r"|\b(?:eerste|tweede|derde|vierde|vijfde|laatste|first|second|third|fourth|fifth|last"
    rf"|\d{{1,2}}(?:e|de|ste|st|nd|rd|th)) (?:{_NAMES})\b"
)
_BESIDE_LINE = vocabulary("offers", "around a line")
_WRONG = re.compile(
    r"\b(?:niet|not|nt|fout|wrong|weg|eruit|eraf|verberg|verbergen|schrap|out|go|hide|remove|onzin|incorrect|gone|raar)\b"
)
_BACK = re.compile(r"\b(?:back|terug|er weer)\b")
FEW = 9  # words; whoever writes more about a line says what is wrong with it


def told(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """What the words choose while such an offer was said last, or note by themselves; None for any other words."""
    after = standing(talk, scene)
    known = scene.confirming in offers.SCREENS and scene.leader.state != "held"
    return (chosen(after, said, scene) if known else None) or intended.told(talk, after, said, scene)


def chosen(after: Talk, said: Said, scene: Scene) -> Step | None:
    """The button or line that is meant."""
    screen = scene.confirming
    if screen in offers.LOOK_BACKS and of_a_line(said.text):
        return after, line_by_line(scene)
    if screen in offers.LOOK_BACKS and is_a_line(said.text):
        return after, (Say("line_what"), Say("lookback_lines", {"mode": "hide", "page": 0}, scene.confirmed))
    value = meant(said.text, screen, scene)
    if value is None:
        return None
    event = Pressed(_GROUPS.get(screen, screen), scene.confirmed, value, 0)
    then, effects = presses.step(after, event, scene)
    gone = () if screen in _STAYS else (Outdate(frozenset({screen}), scene.confirmed),)
    return then, (*map(in_words, effects), *gone)


def begun(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """Agreement right after the last choice of a newcomer, with which the first question came: no answer to that."""
    prompt = scene.prompt
    if prompt is None or prompt.slot != "first" or prompt.state != "open" or scene.answers:
        return None
    agreed = queries.settled(said.text) or queries.begins(said.text) or offers.button(said.text, "ready_now") == "yes"
    if not agreed or scene.now - prompt.asked_at > JOINING:
        return None
    return talk, (React(said.message, replies.NOD),)


def here(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """That somebody is back whose questions do not rest: a nod beside what is open, or else that nothing rested."""
    awake = isinstance(talk, Resting | OnPrompt) and scene.leader.state == "active"
    if not awake or _BACK.search(words.fold(said.text)) is None or not queries.resumes(said.text):
        return None
    if scene.prompt is not None and gathering.pieces(scene.prompt, scene):  # an answer that is still being written
        return None
    waits = scene.prompt is not None and scene.prompt.state == "open"
    return standing(talk, scene), (React(said.message, replies.NOD) if waits else Say("not_paused"),)


def meant(text: str, screen: str, scene: Scene) -> str | None:
    """The button's value: its label, or what says the same."""
    named = "summary_question" if screen in offers.LOOK_BACKS else screen
    labels = scene.library.messages.get(named) or scene.library.safety[named].message
    button = typed.button(text, labels) or offers.button(text, _LIKE.get(screen, screen))
    if button is None and screen == "intention_offer":
        button = offers.button(undated(text), screen)
    if button is None and screen in NUMBERED and (scene.prompt is None or scene.prompt.state != "open"):
        button = by_number(text, labels)
    if button is None or screen != "answer":
        return button
    return Place().value("list" if button == "back" else button)


def by_number(text: str, labels: Message) -> str | None:
    """The button that a number alone or a place stands for: "2", "the first one"."""
    said = typed.plain(text)
    place = naming.by_place(text) or typed.NUMBERS.get(said, said)
    return next((button.id for number, button in enumerate(labels.buttons, 1) if place == str(number)), None)


def undated(text: str) -> str:
    """Without the day on which somebody wants to hear of it: that an intention is asked about is part of it."""
    plain = typed.plain(text)
    day = later.within(plain)
    return plain.replace(day, " ") if day else plain


def standing(talk: Talk, scene: Scene) -> Talk:
    """Where the talk stands beside the offer: a prompt that is done takes no words any more."""
    if not isinstance(talk, OnPrompt) or scene.prompt is None:
        return talk
    if scene.prompt.over:
        return Resting(scene.prompt.id)
    return talk if scene.prompt.state in ("open", "answered") else Resting()


def in_words(effect: Effect) -> Effect:
    """What a press would have edited is said anew: no message was pressed."""
    match effect:
        case Say(edits=0) | IntendFrom(edits=0) | Redact(edits=0):
            return replace(effect, edits=None)
        case Recognise(message=0):
            return replace(effect, message=None)
        case _:
            return effect


def of_a_line(text: str) -> bool:
    """Is it about one line of a look back that is not right, or is to go?"""
    plain = typed.plain(text).replace("'", "")
    return len(plain.split()) <= FEW and bool(_LINE.search(plain)) and bool(_WRONG.search(plain))


def is_a_line(text: str) -> bool:
    """Is one line of a look back all that is named?"""
    rest, found = _LINE.subn(" ", typed.plain(text).strip(" ?"), count=1)
    return found == 1 and _BESIDE_LINE.issuperset(rest.split())


def line_by_line(scene: Scene) -> tuple[Effect, ...]:
    """The lines with a number each, to hide the one that is meant; that not all of it fits is noted."""
    shown = Say("lookback_lines", {"mode": "hide", "page": 0}, scene.confirmed)
    return Judge(scene.confirmed, "partly"), shown
