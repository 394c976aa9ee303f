"""A command in words: "show me my answers", "how do I pause?"; short, and nothing else said beside it."""

import re
from typing import Literal

from dialogues import lexicon
from dialogues.language.hearing import vocabulary
from dialogues.language.words import STOPS, fold
from dialogues.wishes import hours, timetable
from dialogues.wishes.brief import Form, split
from dialogues.wishes.timetable import Timetable

Command = Literal[
    "answers", "lookback", "export", "help", "stop", "pause", "dilemma", "groups", "settings", "rhythm", "zone",
    "country", "change", "names", "question", "delete", "intention", "paradoxes", "share", "hour",
]  # fmt: skip
Switch = Literal["theme", "echoes", "pulse"]
_STANDS = "dark", "light", "on", "off"
_SWITCHED: dict[str, Switch] = {"echoes switch": "echoes", "pulse switch": "pulse"}
MOST = 12  # words; whoever writes more is telling something
FEW = 6  # words around a line of the menu
NAMED = 2  # words of a name
_AT_ONCE: tuple[Command, ...] = ("help", "stop", "pause", "groups", "answers", "question", "delete")
_MENU: tuple[Command, ...] = (
    "answers", "lookback", "share", "intention", "paradoxes", "settings", "export", "help", "dilemma",
)  # fmt: skip
_ASKED: tuple[Command, ...] = (
    "change", "hour", "export", "answers", "lookback", "dilemma", "settings", "rhythm", "zone", "country",
)  # fmt: skip
_AROUND, _ASKS = (
    frozenset(part for word in vocabulary("commanded", name) for part in split(word)) for name in ("around", "asks")
)
_BARE, _CHANGES = vocabulary("commanded", "around menu"), vocabulary("commanded", "changes")
_ARTICLES = frozenset({"een", "a", "het", "de", "the", "an", "mijn", "my"})
_LOOK_BACK = re.compile(r"\blook[ -]backs?\b")
_HIDING = tuple(vocabulary("commanded", section) for section in ("look back", "out of it"))
_HIDE = vocabulary("commanded", "around hiding").union(*_HIDING)
_SET = re.compile(
    r"(?:(?:can|could|kun|kan|wil) (?:you|je) )?(?:please )?(?:verander|wijzig|zet|change|set|move|verzet|verplaats) "
    r"(?:mijn |de |het |my |the |it )?(?:tijd|tijdstip|uur|time|hour|vraag|vragen|question|questions) "
    r"(?:naar|to|op|at|in) (?P<hour>.+?)(?: (?:please|graag|aub))?"
)
# Days rather than an hour; one question that is to move is put off, so that it is not among these.
_DAYS = r"(?:vraagdag(?:en)?|dag(?:en)?|vragen|ritme|question days?|days?|questions|rhythm)"
_MY = r"(?:mijn |m'n |de |mij |my |the )"
_ASK = (
    r"(?:(?:can|could|will|kun|kan|wil|mag|mogen) (?:you |je |u |ge )?|ik wil(?: graag)? |i want |i'd like |please )*"
)
_NAMED = r"(?P<days>.+?)(?: (?:please|graag|aub|veranderen|wijzigen|verzetten|zetten|verplaatsen|zijn|worden))*"
_MOVE = re.compile(
    rf"{_ASK}(?:(?:verander|wijzig|zet|change|set|move|verzet|verplaats|switch|shift|maak) )"
    rf"{_MY}?{_DAYS} (?:graag |voortaan |maar |van )*(?:naar|to|op|on|to be) {_NAMED}"
)
_TO = re.compile(
    rf"{_ASK}{_MY}{_DAYS} (?:graag |voortaan |maar |liever )*"
    rf"(?:veranderen |wijzigen |verzetten |verplaatsen |moved |changed )?(?:naar|to be|to) {_NAMED}"
)
_MINE = re.compile(
    r"(?:please |can you |could you |kun je |kan je )?(?:make|maak|maak van|neem) (?P<days>\S+(?: (?:en|and) \S+)?) "
    r"(?:my|mijn|m'n|as my|als mijn) (?:question )?(?:vraagdag|vraagdagen|dag|dagen|day|days)(?: (?:please|graag|aub))?"
)


def command(text: str) -> Command | None:
    """What is asked for; None for any other words."""
    said = split(text)
    if not said or len(said) > MOST:
        return None
    if any(said[: len(each)] == each and _is_name(said[len(each) :]) for each in _phrases("names")):
        return "names"
    for section in _AT_ONCE:
        if any((_AROUND | _beside_only(section)).issuperset(rest) for rest in _beside(said, f"{section} at once")):
            return section
    if (named := menu(said)) is not None:
        return named
    if _ASKS.isdisjoint(said):
        return None
    return next((each for each in _ASKED if _may_be(each, said)), None)


def bare(text: str) -> bool:
    """Is a line of the menu all that is named, and nothing asked?"""
    return menu(split(text)) is not None


def _may_be(section: Command, said: Form) -> bool:
    """Is it one of these phrases with small words around it? Of an hour another is asked for, and no look back less."""
    if section == "hour" and (_CHANGES.isdisjoint(said) or not _HIDING[1].isdisjoint(said)):
        return False
    if section == "lookback" and not _HIDING[1].isdisjoint(said):
        return False
    return any(_AROUND.issuperset(rest) for rest in _beside(said, section))


def menu(said: Form) -> Command | None:
    """What a line of the menu does, where no more is said than its name."""
    if len(said) > FEW:
        return None
    return next((each for each in _MENU if any(_may_stand(each, rest) for rest in _beside(said, f"{each} menu"))), None)


def _may_stand(line: Command, rest: Form) -> bool:
    """Are these only small words? "A dilemma" may be what somebody has."""
    return _BARE.issuperset(rest) and (line != "dilemma" or _ARTICLES.isdisjoint(rest))


def switch(text: str) -> tuple[Switch, bool] | None:
    """A switch of the settings, and whether it is to be on (of the theme: dark); None for any other words."""
    said, around = frozenset(split(text)), vocabulary("commanded", "around a switch")
    known = {section: vocabulary("commanded", section) for section in (*_STANDS, *_SWITCHED)}
    if not said or not around.union(*known.values()).issuperset(said):
        return None
    dark, light, on, off = (not known[each].isdisjoint(said) for each in _STANDS)
    if dark != light:
        return "theme", dark
    named = next((each for section, each in _SWITCHED.items() if not known[section].isdisjoint(said)), None)
    return (named, not off) if named is not None and (on or off) else None


def hides(text: str) -> bool:
    """Is it the wish that what was written stays out of the look back?"""
    said = frozenset(split(_LOOK_BACK.sub("lookback", fold(text))))
    return all(not said.isdisjoint(each) for each in _HIDING) and _HIDE.issuperset(said)


def _beside_only(section: Command) -> frozenset[str]:
    """What may stand around the phrases of this one alone."""
    return vocabulary("commanded", "around delete") if section == "delete" else frozenset()


def _is_name(said: Form) -> bool:
    return 0 < len(said) <= NAMED and STOPS.isdisjoint(said)


def hour(text: str) -> str | None:
    """The hour to which the questions are to move: "change my time to 10am"; None for any other words."""
    found = _SET.fullmatch(" ".join(fold(text).strip(" .!?").split()))
    return found["hour"] if found is not None and hours.hour_in(found["hour"]) is not None else None


def days(text: str) -> Timetable | None:
    """The days, with an hour or without, to which the questions are to move: "change my day to Monday"."""
    plain = " ".join(fold(text).strip(" .!?").split())
    found = _MOVE.fullmatch(plain) or _TO.fullmatch(plain) or _MINE.fullmatch(plain)
    wanted = timetable.named(found["days"]) if found is not None else None
    return wanted if wanted is not None and wanted.days and not wanted.more else None


def _beside(said: Form, section: str) -> list[Form]:
    places = ((at, each) for each in _phrases(section) for at in range(len(said)) if said[at : at + len(each)] == each)
    return [said[:at] + said[at + len(each) :] for at, each in places]


def _phrases(section: str) -> list[Form]:
    return sorted((split(each) for each in lexicon.words("commanded", section)), key=len, reverse=True)
