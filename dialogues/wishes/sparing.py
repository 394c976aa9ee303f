"""A day on which somebody does not want to be asked, or one that another takes the place of, in a short message."""

import re

from dialogues import lexicon
from dialogues.language.hearing import vocabulary
from dialogues.language.words import fold
from dialogues.wishes import hours

MOST = 12  # words; whoever writes more is telling something
_NOT = tuple(frozenset(phrase.split()) for phrase in lexicon.words("sparing", "not"))
_FREE, _WEEKLY = vocabulary("sparing", "free"), vocabulary("sparing", "each week")
_THERE = vocabulary("sparing", "being there")
_AGAINST = vocabulary("sparing", "against")
_TO_BOT, _OF_ME = vocabulary("sparing", "to the bot"), vocabulary("sparing", "of me")
_PHRASES = frozenset(phrase for phrase in lexicon.words("sparing", "around") if " " in phrase)
_AROUND = vocabulary("sparing", "around") - _PHRASES
_SIGNS = re.compile(r"[^\w' ]+")
_NAMES = {name: day for name, day in hours.DAYS.items() if len(name) > 2}  # "do" is a word of its own in English
_DAY = rf"({'|'.join(sorted(_NAMES, key=len, reverse=True))})(?:en|s)?"
_BEFORE = (
    r"(?:(?:liever|graag|voortaan|dan|toch|doe|maar|nee|kan|kun|je|mag|ik|wil|heb|het|mijn|de|dag|dagen|van|op|vraag|"
    r"vragen|we|kunnen|can|could|do|you|please|rather|i'd|i|would|like|prefer|have|make|it|my|the|day|from|on|ask|"
    r"me) )*"
)
_BETTER = r"(?: (?:past|is|werkt|schikt|komt|suits|works|fits|mij|me|beter|better|uit|meer|more|gaat))*"
_BETWEEN = r"(?: (?:liever|graag|wel|op|on|de|the|mijn|my|dag|day))*"
_AFTER = r"(?: (?:graag|aub|a u b|alsjeblieft|alstublieft|svp|please|voortaan|vragen|vraag|from now on|thanks))*"
_FOR = re.compile(
    rf"{_BEFORE}{_DAY}{_BETTER} (?:dan|than|rather than|in plaats van|ipv|i p v|instead of){_BETWEEN} {_DAY}{_AFTER}"
)
_INTO = re.compile(
    rf"{_BEFORE}(?:verander|wijzig|verzet|verplaats|verschuif|zet|ruil|wissel|change|move|switch|swap|shift)"
    rf"{_BETWEEN}(?: van| from)? {_DAY} (?:in|naar|door|voor|om naar|to|into|for|with){_BETWEEN} {_DAY}{_AFTER}"
)
_BUT = re.compile(rf"{_BEFORE}(?:niet|geen|not|no){_BETWEEN} {_DAY} (?:maar|but|wel){_BETWEEN} {_DAY}{_AFTER}")
_KEPT = re.compile(rf"\b(?:geen|no) (?:vrije {_DAY}|{_DAY} (?:vrij|vrijaf|off))\b")

Days = tuple[int, ...]


def named(text: str) -> Days | None:
    """The working days (0 is Monday) that are to go; None for any other words."""
    said = _words(text)
    days = tuple(sorted({day for word in said if (day := _day(word)) is not None}))
    if not days or len(said) > MOST or (len(days) > 1 and not _AGAINST.isdisjoint(said)):
        return None
    rest = [word for word in said if _day(word) is None]
    cue = next((phrase for phrase in _NOT if phrase.issubset(rest)), None) or _of_each_week(said, rest)
    if cue is None or (not _THERE.isdisjoint(rest) and not _weekly(said)):
        return None
    return days if (_AROUND | _WEEKLY | cue).issuperset(rest) else None


def swapped(text: str) -> tuple[int, int] | None:
    """The day that is to go, and the one that comes in its place; None for any other words."""
    said = " ".join(_words(text))
    if (found := _FOR.fullmatch(said)) is not None:
        return _NAMES[found[2]], _NAMES[found[1]]
    found = _INTO.fullmatch(said) or _BUT.fullmatch(said)
    return (_NAMES[found[1]], _NAMES[found[2]]) if found is not None else None


def wished(text: str) -> bool:
    """Is it either of these?"""
    return named(text) is not None or swapped(text) is not None


def keeps(text: str) -> bool:
    """Does it say that a day is not free: "no Fridays off for me"?"""
    return _KEPT.search(" ".join(_SIGNS.sub(" ", fold(text)).split())) is not None


def plainly(text: str) -> bool:
    """Is it said of what the bot sends, and to it, so that it can be nothing else?"""
    said = set(_words(text))
    return wished(text) and not _TO_BOT.isdisjoint(said) and not _OF_ME.isdisjoint(said)


def _of_each_week(said: list[str], rest: list[str]) -> frozenset[str] | None:
    """The word that tells that somebody is off, when that is said of every week."""
    free = _FREE.intersection(rest)
    return free if free and _weekly(said) else None


def _weekly(said: list[str]) -> bool:
    plural = any(_day(word) is not None and word not in _NAMES for word in said)
    return plural or not _WEEKLY.isdisjoint(said)


def _day(word: str) -> int | None:
    return next(
        (_NAMES[name] for name in (word, word.removesuffix("s"), word.removesuffix("en")) if name in _NAMES), None
    )


def _words(text: str) -> list[str]:
    """Small letters without accents and signs, and without the phrases that may stand around."""
    plain = f" {' '.join(_SIGNS.sub(' ', fold(text)).split())} "
    for phrase in _PHRASES:
        plain = plain.replace(f" {phrase} ", " ")
    return plain.split()
