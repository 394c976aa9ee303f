"""A pause that begins later, in one's own words: from which day and until which, in a short message."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dialogues import lexicon
from dialogues.language.hearing import vocabulary
from dialogues.language.words import fold
from dialogues.model import LANGUAGES, Language
from dialogues.wishes import pauses

MOST = 16  # words; whoever writes more is telling something


def _any(section: str) -> str:
    return "|".join(re.escape(each) for each in sorted(lexicon.words("absences", section), key=len, reverse=True))


_PHRASES = vocabulary("absences", "away")
_LONG = {each: each.replace(" ", "_") for each in _PHRASES if " " in each}  # as one word each
AWAY = frozenset(_LONG.get(each, each) for each in _PHRASES)
_SMALL = vocabulary("absences", "around") | AWAY
_RANGE = re.compile(
    rf"(?:(?P<from>{_any('from')}) )?(?P<first>[\w/. -]+?) "
    rf"(?:(?P<through>{_any('through')})|{_any('until')}) (?P<last>.+)"
)
_SIGNS = re.compile(r"[,;:!?()\"]+|(?<!\d)\.|\.(?!\d)")
_ROUND_DAYS = re.compile(r" er ((?:\S+ ){1,6}?)niet ")  # "er volgende week niet": not there
_DASH = re.compile(r" [-–] |(?<=\d)[-–](?=\d{1,2} [^\W\d])|(?<=/\d\d)[-–](?=\d{1,2}/)")  # not that of a date in figures
_BETWEEN = rf"(?: (?:op|on|met|in|een|a|{'|'.join(AWAY)}))*"
_LENGTH = pauses.LENGTH.pattern
_AFTER = re.compile(
    rf"(?:(?P<from>{_any('from')}) )?(?P<first>.+?){_BETWEEN} (?:voor |for |gedurende )?(?P<length>{_LENGTH})"
)
_BEFORE = re.compile(rf"(?:voor |for )?(?P<length>{_LENGTH}){_BETWEEN} (?P<from>{_any('from')}) (?P<first>.+)")
_WEEK = re.compile(r"(?:(?:de|the) )?week (?:van|vanaf|of|from|beginning|starting) (?:maandag |monday )?(?P<first>.+)")
_OPEN = re.compile(rf"(?:{_any('from')}) (?P<first>.+)")
_NUMBER = re.compile(r"(\d{1,2})(?:e|st|nd|rd|th)?")
_CLOCK = re.compile(r"\b(?:uur|o'clock)\b|\d ?(?:u|h|am|pm)\b|\d:\d")


@dataclass(frozen=True, slots=True)
class Absence:
    """The first day, and the first day after it; None when that was not told."""

    first: date
    until: date | None = None


def named(text: str, today: date, language: Language, *, asked: bool = False) -> Absence | None:
    """What the whole message tells; None for other words. `asked`: how long was asked for, so that days will do."""
    said = words(text)
    if not said or len(said) > MOST or at_an_hour(text):
        return None
    away = not AWAY.isdisjoint(said)
    found = (_of(" ".join(core), today, language, bare=not away) for core in cores(said)) if away or asked else ()
    return next((one for one in found if one is not None), None)


def says(text: str) -> bool:
    """Is it such a message, whatever day it is?"""
    return any(named(text, date(2026, month, 1), LANGUAGES[0]) is not None for month in range(1, 13))


def at_an_hour(text: str) -> bool:
    """Is an hour of the clock named?"""
    return _CLOCK.search(text.casefold()) is not None


def words(text: str) -> list[str]:
    """Its words without signs; what says of somebody that they are away is one word."""
    plain = f" {' '.join(_SIGNS.sub(' ', _DASH.sub(' - ', fold(text))).split())} "
    plain = _ROUND_DAYS.sub(r" er niet \1", plain)
    for phrase, word in _LONG.items():
        plain = plain.replace(f" {phrase} ", f" {word} ")
    return plain.split()


def cores(said: list[str]) -> Iterator[list[str]]:
    """What is left without small words at both ends, as much of these as they are."""
    before = next((at for at, word in enumerate(said) if word not in _SMALL), len(said))
    behind = next((at for at, word in enumerate(reversed(said)) if word not in _SMALL), len(said))
    for start in range(before, -1, -1):
        for end in range(behind, -1, -1):
            yield said[start : len(said) - end]


def _of(core: str, today: date, language: Language, *, bare: bool) -> Absence | None:
    """The days of these words alone; a period, or a first day alone, only when they stand beside an absence."""
    if (found := _RANGE.fullmatch(core)) and (found["from"] or not bare):
        return _between(found, today, language)
    for form in (_AFTER, _BEFORE):
        found = form.fullmatch(core)
        if found and (found["from"] or not bare) and (first := _first(found["first"], today, language)):
            span = pauses.span(found["length"], first, language)
            return Absence(first, span.first) if span else None
    if bare:
        return None
    if (found := _WEEK.fullmatch(core)) and (day := _first(found["first"], today, language)):
        monday = day - timedelta(days=day.weekday())
        return Absence(monday, monday + timedelta(weeks=1))
    if (found := _OPEN.fullmatch(core)) and (first := _first(found["first"], today, language)):
        return Absence(first)
    span = pauses.span(core, today, language)
    whole = span is not None and today < span.first < span.last and pauses.LENGTH.fullmatch(core) is None
    return Absence(span.first, span.last + pauses.ONE_DAY) if span is not None and whole else None


def _between(found: re.Match[str], today: date, language: Language) -> Absence | None:
    """From one day until another, of which one may be a bare number in the month of the other."""
    first, last = found["first"].strip(), found["last"].strip()
    if _NUMBER.fullmatch(first):
        first = _in_month_of(last, first)
    begins = _first(first, today, language)
    if begins is None:
        return None
    if _NUMBER.fullmatch(last):
        last = _in_month_of(first, last)
    ends = pauses.span(last, begins, language)
    if ends is None or ends.last <= begins:
        return None
    return Absence(begins, ends.last + pauses.ONE_DAY if found["through"] or ends.last > ends.first else ends.first)


def _first(said: str, today: date, language: Language) -> date | None:
    found = pauses.span(said, today, language)
    return found.first if found is not None and pauses.LENGTH.fullmatch(said) is None else None


def _in_month_of(dated: str, number: str) -> str:
    """A bare number as the day of the month that the other day names: "3" beside "17 mei" is "3 mei"."""
    return re.sub(r"\d{1,2}(?:e|st|nd|rd|th)?", number, dated, count=1)
