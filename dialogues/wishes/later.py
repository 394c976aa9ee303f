"""When somebody wants to be asked again, in their own words: a while from now, or a day with an hour or without."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from dialogues import lexicon
from dialogues.language.hearing import vocabulary
from dialogues.language.words import fold
from dialogues.model import LANGUAGES, Language
from dialogues.wishes import hours, pauses

LONGEST = 10  # words; whoever writes more is telling something
EARLY = 7  # an hour before it is one of the afternoon, unless it is said to be of the morning
FARTHEST = timedelta(days=31)  # further on it is a pause that is meant
ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_AROUND = vocabulary("later", "around")
_SPLIT = lexicon.pairs("later", "split")
_PARTS = {word: time(int(hour)) for word, (hour,) in lexicon.pairs("later", "parts").items()}
_WEEKDAYS = sorted((day for day in hours.DAYS if len(day) > 3), key=len, reverse=True)
_DAY_PART = re.compile(rf"\b({'|'.join(_WEEKDAYS)})(ochtend|middag|avond)\b")
_THIS_PART = re.compile(rf"\b(?:this|deze) (?={'|'.join(_PARTS)})")
_FROM_HOUR = re.compile(r"(?<=\w) (?:na|after|vanaf|from) (?=\d)")
_SPAN = re.compile(
    rf"(?:over|in|na|after|binnen) (?P<number>\d{{1,2}}|{'|'.join(pauses.NUMBERS)}|half|an? half|een half|half an)"
    r" (?P<unit>uur|uren|uurtje|uurtjes|hours?|minuten|minutes|kwartier|min)(?: later)?"
)
_LENGTH = re.compile(r"^(?:over|in|na|after) (?=\S)")
_MEAL = re.compile(
    r"(?:na|after) (?:de |het |the )?(lunch|lunchpauze|eten|avondeten|diner|dinner|werk|work)(?: break)?"
)
_NIGHT = re.compile(r"\bam\b|\d\s?a\.?m|ochtend|morgens|morning|\b0\d")
_USUAL = re.compile(
    rf"(?:'?s |in )?(?:de |het |the |een |an? )?(?:{'|'.join(_PARTS)}|weekend|week|dag|day)"
    r"|.*\b(?:elke|iedere|every|each|altijd|always|meestal|usually|\w+days)\b.*"
)
_CLOCK = re.compile(r"\b(?:om|at|uur|u|h|am|pm|noon|midday|half|kwart|quarter)\b|\d[:.u]\d\d|\d(?:am|pm|u|h)\b")


@dataclass(frozen=True, slots=True)
class After:
    """So long from now."""

    span: timedelta


@dataclass(frozen=True, slots=True)
class On:
    """On this local date (None: the first on which the hour is still ahead), at an hour or at whichever suits."""

    day: date | None
    at: time | None = None


Moment = After | On


def named(text: str, today: date, language: Language) -> Moment | None:
    """The moment that is all that is said; None for any other words, for what is past and for what is very far."""
    words = _words(text)
    if not words or len(words) > LONGEST:
        return None
    for said in _readings(words):
        if (found := _span(said) or _moment(said, today, language)) is not None:
            return found
    return None


def names(text: str) -> bool:
    """Do these words name such a moment, whatever day it is?"""
    return any(named(text, date(2026, month, 1), LANGUAGES[0]) is not None for month in range(1, 13))


def names_one(text: str) -> bool:
    """The same for a moment ahead and no other: "in the mornings" and "a week" may as well be what was asked for."""
    plain = " ".join(_words(text))
    usual = _USUAL.fullmatch(plain) is not None or plain in vocabulary("later", "tomorrow")
    return not usual and names(text)


def within(text: str) -> str:
    """The longest run of words in a text that names such a moment, whatever day it is; "" when there is none."""
    said = _words(text)
    spans = ((first, last) for first in range(len(said)) for last in range(first + 1, len(said) + 1))
    longest = sorted(spans, key=lambda span: (span[0] - span[1], span[0]))
    runs = (" ".join(said[first:last]) for first, last in longest)
    return next((run for run in runs if names(run)), "")


def _words(text: str) -> list[str]:
    plain = " ".join(re.sub(r"[,.;!?()]+(?=\s|$)", " ", fold(text)).split())
    plain = _FROM_HOUR.sub(" at ", plain)
    plain = _THIS_PART.sub("today ", _DAY_PART.sub(r"\1 \2", plain))
    return [part for word in plain.split() for part in _SPLIT.get(word, (word,))]


def _readings(words: Sequence[str]) -> Iterator[str]:
    """All of it, and what is left without the words around it, from the front, from the end and anywhere."""
    whole = list(words)
    yield " ".join(whole)
    while whole and whole[0] in _AROUND:
        whole.pop(0)
        yield " ".join(whole)
    while whole and whole[-1] in _AROUND:
        whole.pop()
        yield " ".join(whole)
    yield " ".join(word for word in words if word not in _AROUND)


def _span(said: str) -> After | None:
    found = _SPAN.fullmatch(said)
    if found is None:
        return None
    unit = found["unit"]
    minutes = 15 if unit == "kwartier" else 1 if unit.startswith("min") else 60
    if "half" in found["number"]:
        return After(timedelta(minutes=minutes / 2))
    number = pauses.NUMBERS.get(found["number"]) or int(found["number"])
    return After(timedelta(minutes=minutes * number)) if number else None


def _moment(said: str, today: date, language: Language) -> On | None:
    words = said.split()
    for cut in range(len(words) + 1):
        for day, hour in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            found = _on(" ".join(day), " ".join(hour), today, language)
            if found is not None:
                return found
    return None


def _on(day: str, hour: str, today: date, language: Language) -> On | None:
    at = _hour(hour)
    if (hour and at is None) or not (day or hour):
        return None
    if not day:
        return On(None, at)
    on = _day(day, today, language)
    return On(on, at) if on is not None and today <= on <= today + FARTHEST else None


def _hour(said: str) -> time | None:
    """An hour of the clock, a part of the day, or both: "middag rond 4 uur"."""
    if (meal := _MEAL.fullmatch(said)) is not None:
        return time(_PARTS[meal[1]].hour + 1)
    bare = said.removeprefix("'s ").removeprefix("in de ").removeprefix("in the ")
    part, _, rest = bare.partition(" ")
    if part not in _PARTS:
        at = hours.hour_in(said) if _CLOCK.search(said) else None
        day = at is not None and 0 < at.hour < EARLY and not _NIGHT.search(said)
        return at.replace(hour=at.hour + hours.NOON) if at is not None and day else at
    at = _hour(" ".join(word for word in rest.split() if word not in _AROUND)) if rest else _PARTS[part]
    late = at is not None and _PARTS[part].hour > hours.NOON and at.hour < hours.NOON
    return at.replace(hour=at.hour + hours.NOON) if at is not None and late else at


def _day(said: str, today: date, language: Language) -> date | None:
    if said in vocabulary("later", "today"):
        return today
    if said in vocabulary("later", "tomorrow"):
        return today + ONE_DAY
    if said in vocabulary("later", "next week"):
        return today + 7 * ONE_DAY
    if said in vocabulary("later", "weekend"):
        return today + (_SATURDAY - today.weekday()) % 7 * ONE_DAY
    if said in vocabulary("later", "after the weekend"):
        return today + (7 - today.weekday()) * ONE_DAY
    return pauses.pause_until(_LENGTH.sub("", said, count=1), today, language)
