"""Times of the day as they are spoken, put in figures: "kwart over negen" is 9:15, "half past eight" is 8:30."""

import re

from dialogues.language import numerals

HOURS = numerals.upto(12)
NOON, HALF = 12, 30
_PAST = {"over", "na", "past", "after"}
_SIDE = r"(over|na|past|after|voor|to|before|till)"
_NUMBERS = numerals.upto(59)
_NUMBER = re.compile(rf"\b(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b")
_ENGLISH_HALF = re.compile(rf"\bhalf ({'|'.join(numerals.upto(12, 'en'))})\b")
_HALF_PAST = re.compile(r"\bhalf past (\d{1,2})\b")
_AROUND_HALF = re.compile(r"\b(\d{1,2}) (?:minuten |min )?(over|na|voor) half (\d{1,2})\b")
_BEFORE_HALF = re.compile(r"\bhalf (\d{1,2})\b")
_QUARTER = re.compile(rf"\b(?:(?:1|een|a) )?(?:kwart|kwartier|quarter) {_SIDE} (\d{{1,2}})\b")
_MINUTES = re.compile(rf"\b([12]?\d) (?:minuten |minutes |min )?{_SIDE} (\d{{1,2}})\b(?!:)")
_AND_MINUTES = re.compile(r"\b(\d{1,2}) (?:uur |u |o'clock )?(15|20|30|40|45|50)\b(?!:)")


def figures(said: str, *, minutes: bool) -> str:
    """The same words with spoken times in figures. `minutes`: may "ten to nine" be one, and no stretch of hours?"""
    said = _ENGLISH_HALF.sub(lambda found: f"{HOURS[found[1]]}:{HALF}", said)  # in Dutch it is half an hour before
    said = _NUMBER.sub(lambda found: str(_NUMBERS[found[0]]), said)
    said = _AROUND_HALF.sub(lambda found: _beside(int(found[1]), found[2], _before(int(found[3])), HALF), said)
    said = _HALF_PAST.sub(rf"\1:{HALF}", said)
    said = _BEFORE_HALF.sub(lambda found: f"{_before(int(found[1]))}:{HALF}", said)
    said = _QUARTER.sub(lambda found: _beside(15, found[1], int(found[2])), said)
    if minutes:
        said = _MINUTES.sub(lambda found: _beside(int(found[1]), found[2], int(found[3])), said)
    return _AND_MINUTES.sub(r"\1:\2", said)


def _before(hour: int) -> int:
    """The hour before it, on a clock of twelve hours or of twenty-four."""
    return (hour - 2) % NOON + 1 if hour <= NOON else hour - 1


def _beside(minutes: int, side: str, hour: int, base: int = 0) -> str:
    """So many minutes past or before an hour, or a half one."""
    after = base + minutes if side in _PAST else base - minutes
    return f"{hour}:{after:02}" if after >= 0 else f"{_before(hour)}:{after + 60:02}"
