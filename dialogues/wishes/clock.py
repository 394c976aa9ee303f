"""Times of the day as they are spoken, put in figures: "kwart over negen" is 9:15, "half past eight" is 8:30."""

import re
from collections.abc import Iterator, Mapping

HOURS: Mapping[str, int] = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
_TEENS = {
    "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
NOON, HALF = 12, 30
_PAST = {"over", "na", "past", "after"}
_SIDE = r"(over|na|past|after|voor|to|before|till)"


def _compounds() -> Iterator[tuple[str, int]]:
    """Every way to say tens and ones together: "vijfentwintig", "twenty-five"."""
    for ten, tens in _TENS.items():
        for one, ones in [(each, number) for each, number in HOURS.items() if number < 10]:
            yield from (
                (form, tens + ones) for form in (f"{one}en{ten}", f"{one}ën{ten}", f"{ten}-{one}", f"{ten} {one}")
            )


_NUMBERS = {**HOURS, **_TEENS, **_TENS, **dict(_compounds())}
_NUMBER = re.compile(rf"\b(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b")
_ENGLISH_HALF = re.compile(rf"\bhalf ({'|'.join(list(HOURS)[13:])})\b")
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
