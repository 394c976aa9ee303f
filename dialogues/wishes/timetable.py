"""Days and an hour together, as people ask to be written to: "elke maandag om 7 uur", "and Wednesday at 9"."""

import re
from dataclasses import dataclass
from datetime import time

from dialogues.language.hearing import vocabulary
from dialogues.wishes import hours

_AROUND = vocabulary("replies", "around a timetable")
_EACH, _ASKING = vocabulary("replies", "each time"), vocabulary("replies", "asking me")
_THING = re.compile(r"\b(?:een|de|mijn|je|jouw|a|the|my|your)\s+(?:vraag|vragen|berichtje|questions?|message)\b")
_ON_TOP = re.compile(r"(?:en|ook|and|also|plus)\b")
_EVERY_DAY = re.compile(r"\b(?:(?:elke|iedere|every|each) (?:werkdag|dag|day|weekday|working day)|dagelijks|daily)\b")
SATURDAY = 5
LONGEST = 14  # words; whoever writes more is telling something


@dataclass(frozen=True, slots=True)
class Timetable:
    """The working days (0 is Monday) and the hour that are named, either may be missing; `more`: on top of others."""

    days: tuple[int, ...]
    hour: time | None
    more: bool = False


def named(text: str) -> Timetable | None:
    """The days and the hour, when little else is said; None for any other words."""
    words = _THING.sub(" ", text.lower().replace("’", "'")).replace(",", " ").strip(" .!?").split()
    days = tuple(sorted({day for word in words if (day := hours.day(word)) is not None})) or _every(text)
    rest = " ".join(word for word in words if hours.day(word) is None and word not in _AROUND)
    hour = hours.hour_in(rest) if rest else None
    if len(words) > LONGEST or (rest and hour is None):
        return None
    return Timetable(days, hour, more=_ON_TOP.match(text.lower()) is not None)


def _every(text: str) -> tuple[int, ...]:
    """All working days, when these are meant: "every day at 9"."""
    return tuple(range(SATURDAY)) if _EVERY_DAY.search(text.lower()) else ()


def asked(text: str) -> Timetable | None:
    """The same, when it is asked for and can be nothing but that: "stuur me elke maandag een vraag"."""
    words = set(re.findall(r"[\w']+", text.lower().replace("’", "'")))
    if words.isdisjoint(_EACH) or words.isdisjoint(_ASKING):
        return None
    return named(text)
