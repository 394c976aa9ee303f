"""Hours, days and quiet hours as people type them, in Dutch or English."""

import re
from collections.abc import Mapping
from datetime import time

from dialogues.wishes import clock

Span = tuple[time, time]

DAYS: Mapping[str, int] = {
    "maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4,
    "ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4,
}  # fmt: skip
BETWEEN_DAYS = {
    "en", "and", "op", "on", "graag", "aub", "please", "elke", "every", "each", "alleen", "only", "just", "liever",
    "rather", "maar", "doe", "dan", "voortaan", "ja", "yes", "ook", "also", "iedere", "de", "make", "it",
}  # fmt: skip
# Parts of a day, as the buttons have them.
PARTS: Mapping[str, time] = {
    **dict.fromkeys(
        ("ochtend", "ochtends", "ochtenden", "morgens", "morning", "mornings", "vroeg", "early"), time(8, 30)
    ),
    **dict.fromkeys(("lunch", "lunchtijd", "lunchtime", "noon", "midday"), time(12, 30)),
    **dict.fromkeys(("middag", "middags", "middagen", "afternoon", "afternoons"), time(14)),
    **dict.fromkeys(("avond", "avonds", "evening", "evenings"), time(19)),
    **dict.fromkeys(("eind", "einde", "end"), time(16, 30)),
}
_AROUND_PARTS = BETWEEN_DAYS | {
    "in",
    "the",
    "s",
    "van",
    "of",
    "dag",
    "day",
    "rond",
    "around",
    "about",
    "aan",
    "het",
    "at",
    "bij",
    "tijdens",
    "during",
    "werkdag",
    "i",
    "ik",
    "wil",
    "would",
    "prefer",
    "want",
    "heb",
    "mij",
    "me",
    "for",
    "voor",
    "past",
    "werkt",
    "beter",
    "better",
    "best",
    "suits",
    "works",
    "is",
}
NUMBERS = clock.HOURS
NOON, DAY = clock.NOON, 24
EVENING_FROM = 5  # "quiet from 5" begins in the afternoon, "quiet from 4" may be meant as it stands
NIGHT = range(6, 17)  # hours that a night without messages may last

_HALVES = (
    r"a\.?m\b\.?|p\.?m\b\.?|(?:'?s )?(?:ochtends|morgens|voormiddags|middags|namiddags|avonds)"
    r"|in de (?:ochtend|morgen|voormiddag|middag|namiddag|avond)|in the (?:morning|afternoon|evening)"
)
HALVES = f"({_HALVES})"
_LATE = ("middags", "middag", "avonds", "avond", "afternoon", "evening")
HOUR = rf"(\d{{1,2}})(?:[:.uh]\s?(\d{{2}})?)?\s*(?:uur\b|u\b|h\b|o'clock\b)?\s*{HALVES}?"
QUIET = r"(?:stil(?:te)?|quiet|rust|niets|niet|nothing|not)\b\s*(?:hours?|uren)?\s*"
LEAD = r"(?:(?:liever|graag|rather|doe|maar|make it|please) )*(?:(?:rond|around|about|tegen|ongeveer|omstreeks) )?"
_HALF_FIRST = re.compile(rf"({LEAD})({_HALVES}),? (?:(?:om|at|rond|around|tegen|about) )?(.*\d.*)")
ONE_HOUR = re.compile(rf"{LEAD}(?:om |at |@)?\s*{HOUR}")
SPAN = rf"{HOUR}\s*(?:-|tot|until|till|to|en|and)\s*{HOUR}"
BETWEEN = re.compile(rf"(?:{QUIET})?(?:van|vanaf|from|tussen|between)?\s*{SPAN}")
FROM = re.compile(rf"(?:{QUIET})?(?:vanaf|van|from|na|after)\s+{HOUR}")
UNTIL = re.compile(rf"(?:{QUIET})?(?:tot|until|till|voor|before)\s+{HOUR}")


def days_in(text: str) -> tuple[int, ...]:
    """The working days that are named, when little else is said: "dinsdag en vrijdag"."""
    said = re.findall(r"[^\W\d_]+", text.lower())
    days = {found for word in said if (found := day(word)) is not None}
    return tuple(sorted(days)) if all(day(word) is not None or word in BETWEEN_DAYS for word in said) else ()


def day(word: str) -> int | None:
    """The day of a name, also of many such days: "mondays", "maandagen"."""
    return DAYS.get(word, DAYS.get(word.removesuffix("s"), DAYS.get(word.removesuffix("en"))))


def hour_in(text: str) -> time | None:
    """A wall time such as 9, 9:15, 9u30, 16h, 4 pm, "half tien" or "kwart over negen"; None when there is none."""
    said = _plain(text, minutes=True)
    first = _HALF_FIRST.fullmatch(said)  # "'s middags om drie"
    found = ONE_HOUR.fullmatch(f"{first[1]}{first[3]} {first[2]}" if first else said)
    return _time(*found.groups()) if found else None


def part_in(text: str) -> time | None:
    """The hour of a part of the day, when little else is said: "liever 's ochtends", "at the end of the day"."""
    said = re.findall(r"[^\W\d_]+", text.lower())
    named = [PARTS[word] for word in said if word in PARTS]
    small = all(word in PARTS or word in _AROUND_PARTS for word in said)
    return (
        max(named) if small and named and time(16, 30) in named else (named[0] if small and len(named) == 1 else None)
    )


def names_quiet(text: str) -> bool:
    """Whether the words begin by saying that it is to be quiet."""
    return re.match(QUIET, _plain(text)) is not None


def quiet_in(text: str, now: Span) -> Span | None:
    """Begin and end of quiet hours: "20-8", "stil van 20:00 tot 8:00", "quiet from 8pm" (the end stays as it is `now`).

    An hour that could be of the evening or the morning is read so that a night comes out. None when not understood.
    """
    plain = _plain(text)
    if found := BETWEEN.fullmatch(plain):
        begin, end = _time(*found.groups()[:3]), _time(*found.groups()[3:])
        return None if begin is None or end is None else (_nightly(begin, end, found[1], found[3]), end)
    if found := FROM.fullmatch(plain):
        begin = _time(*found.groups())
        return None if begin is None else (_evening(begin, found[3]), now[1])
    if (found := UNTIL.fullmatch(plain)) and (end := _time(*found.groups())):
        return now[0], end
    return None


def _plain(text: str, *, minutes: bool = False) -> str:
    """Lower case, one kind of dash and sign, times in figures; `minutes` as in `clock.figures`."""
    said = re.sub(r"[–—]", "-", text.lower().replace("’", "'")).strip(" .!")
    said = re.sub(r" (?:graag|please|aub)$", "", said)
    said = clock.figures(said, minutes=minutes)
    said = re.sub(r"\b(?:middernacht|midnight)\b", "0:00", said)
    return re.sub(r"\b(?:12 )?(?:noon|midday)\b", "12:00", said)


def _time(hour: str, minute: str | None, half: str | None) -> time | None:
    number, minutes = int(hour), int(minute or 0)
    if half is not None:
        late = half.startswith("p") or (half.endswith(_LATE) and "voor" not in half)
        number = number % NOON + (NOON if late else 0) if number <= NOON else number
    return time(number, minutes) if number < DAY and minutes < 60 else None


def _nightly(begin: time, end: time, hour: str, half: str | None) -> time:
    """The begin as it stands or, when only that makes a night of it, twelve hours later."""
    if half is None and not hour.startswith("0") and begin.hour < NOON and _hours(begin, end) not in NIGHT:
        later = begin.replace(hour=begin.hour + NOON)
        return later if _hours(later, end) in NIGHT else begin
    return begin


def _hours(begin: time, end: time) -> int:
    """Whole hours from one wall time to another, rounded up; a day when they are the same."""
    minutes = ((end.hour - begin.hour) * 60 + end.minute - begin.minute) % (DAY * 60)
    return -(-minutes // 60) or DAY


def _evening(begin: time, half: str | None) -> time:
    return begin if half or not EVENING_FROM <= begin.hour < NOON else begin.replace(hour=begin.hour + NOON)
