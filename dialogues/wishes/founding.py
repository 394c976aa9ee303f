"""What somebody types to subscribe a group: a name, and below it what is to differ from the usual, a line each."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any, Final

from dialogues.asking import rhythm, zones
from dialogues.asking.moments import quiet_at
from dialogues.model import Language, Library, Text
from dialogues.people import MirrorPeriod
from dialogues.wishes import hours, pauses, tongues

FIELDS: Final[Mapping[str, Text]] = {
    "name": Text("naam", "name"),
    "programme": Text("traject", "programme"),
    "language": Text("taal", "language"),
    "zone": Text("zone", "zone"),
    "starts_on": Text("start", "start"),
    "weekday": Text("dag", "day"),
    "hour": Text("uur", "hour"),
    "ends_on": Text("eind", "end"),
    "retention_months": Text("bewaren", "keep"),
    "period": Text("spiegel", "mirror"),
}
ALSO: Final = {
    "programma": "programme", "program": "programme", "tijdzone": "zone", "plaats": "zone", "time zone": "zone",
    "timezone": "zone", "place": "zone", "begin": "starts_on", "tijd": "hour", "time": "hour", "einde": "ends_on",
    "bewaartermijn": "retention_months", "retention": "retention_months", "periode": "period", "period": "period",
}  # fmt: skip
KNOWN: Final = {name: key for key, text in FIELDS.items() for name in (text.nl, text.en)} | ALSO
FARTHEST_END = timedelta(days=1461)  # four years: a programme of one that begins in two has room
LONGEST_NAME = 80
RETENTIONS = (3, 6, 12, 24)  # months after its end that a new group can be kept

_LINES = re.compile(r"[\n;]")
_NAMES = "|".join(sorted(KNOWN, key=len, reverse=True))
_MARKED = re.compile(rf"({_NAMES})\s*[:=]\s*(.*)", re.IGNORECASE)
_LOOSE = re.compile(rf"({_NAMES})\b\s*[–-]?\s*(.*)", re.IGNORECASE)
_LENGTH = re.compile(r"(\w+)\s*(maand(?:en)?|months?|jaar|jaren|years?)?")
_SOON = {"morgen", "overmorgen", "tomorrow"}
_YEAR = 12  # months
_PERIOD = re.compile(r"(?:(?:per|elke?|iedere?|every|each|a|1|one|een) )?(maand|month|kwartaal|quarter)")
_MONTHLY, _QUARTERLY = (
    {"maandelijks", "monthly"},
    {"quarterly", "3 maanden", "3 months", "drie maanden", "three months"},
)


@dataclass(frozen=True, slots=True)
class Heard:
    """What is read against: the library, the language and zone of who writes, and the date where they are."""

    library: Library
    language: Language
    today: date
    zone: str = "Europe/Amsterdam"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was written, with the field it is about ("" for none that is known)."""

    field: str
    said: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line that cannot be, and why: the end of a message's name."""

    line: Line
    why: str


@dataclass(frozen=True, slots=True)
class Founding:
    """What was asked for: the values that can be, by field, with their lines as written, and all that cannot be."""

    values: Mapping[str, Any] = field(default_factory=dict)
    right: tuple[Line, ...] = ()
    wrong: tuple[Wrong, ...] = ()

    @property
    def kept(self) -> tuple[Line, ...]:
        """What was said of each field, right or wrong."""
        return (*self.right, *(one.line for one in self.wrong if one.line.field))


def lines(words: str) -> tuple[Line, ...]:
    """The lines of a message; the first is the name of the group, unless it says what it is."""
    first, *rest = (line.strip(" \t-•*·") for line in _LINES.split(words.strip()))
    opened = _line(_MARKED.fullmatch(first)) or Line("name", first)
    return opened, *(_line(_MARKED.fullmatch(one) or _LOOSE.fullmatch(one)) or Line("", one) for one in rest if one)


def names(words: str) -> bool:
    """Do they begin with the bare name of a group, so that it is one of its own?"""
    return _MARKED.fullmatch(_LINES.split(words.strip())[0].strip()) is None


def amends(words: str, wrong: Collection[str], heard: Heard) -> tuple[Line, ...]:
    """Only lines in place of earlier ones, each with the name of its field; without it what the one that is `wrong` is.

    Nothing when the words may well be about something else.
    """
    found = [_MARKED.fullmatch(line.strip(" \t-•*·")) for line in _LINES.split(words.strip()) if line.strip()]
    if all(found):
        return tuple(one for match in found if (one := _line(match)))
    if len(wrong) == 1 and (bare := Line(next(iter(wrong)), words.strip())).field not in ("name", ""):
        return () if isinstance(_READ[bare.field](bare.said, heard), _No) else (bare,)
    return ()


def _line(match: re.Match[str] | None) -> Line | None:
    return Line(KNOWN[match[1].casefold()], match[2].strip()) if match else None


def read(said: Iterable[Line], heard: Heard) -> Founding:
    """The group that these lines ask for, the latest of each field; whoever wrote them sees all mistakes at once."""
    every = tuple(said)
    latest = {one.field: one for one in every if one.field}
    latest = {name: one for name, one in latest.items() if one.said or name == "name"}  # nothing said is as usual
    latest.setdefault("name", Line("name", ""))
    read_as = {one: _READ[one.field](one.said, heard) for one in latest.values()}
    values = {one.field: value for one, value in read_as.items() if not isinstance(value, _No)}
    apart = dict(_against_each_other(values, heard))
    wrong = [Wrong(one, value.why) for one, value in read_as.items() if isinstance(value, _No)]
    wrong += [Wrong(latest[name], why) for name, why in apart.items()]
    wrong += [Wrong(one, "line") for one in every if not one.field]
    sound = {name: value for name, value in values.items() if name not in apart}
    in_order = sorted(wrong, key=lambda one: every.index(one.line) if one.line in every else -1)
    return Founding(sound, tuple(one for one in latest.values() if one.field in sound), tuple(in_order))


def _against_each_other(values: Mapping[str, Any], heard: Heard) -> Iterator[tuple[str, str]]:
    """What cannot be together with another line: an end before the start, an hour when it is quiet."""
    start, end, hour = values.get("starts_on"), values.get("ends_on"), values.get("hour")
    if start and end and end <= start:
        yield "ends_on", "end"
    elif end and end > heard.today + FARTHEST_END:
        yield "ends_on", "end_far"
    usual = rhythm.default("standard", values.get("language", heard.language), values.get("zone", heard.zone))
    if hour and quiet_at(hour, usual.quiet):
        yield "hour", "quiet"


@dataclass(frozen=True, slots=True)
class _No:
    """It cannot be, because of this."""

    why: str


def _name(words: str, _: Heard) -> str | _No:
    if not words:
        return _No("name_none")
    return words if len(words) <= LONGEST_NAME and words.isprintable() else _No("name_long")


def _programme(words: str, heard: Heard) -> str | _No:
    """By its id, its length in weeks or a part of its name that no other has."""
    said, programmes = words.casefold(), heard.library.programmes
    if said in programmes:
        return said
    weeks = re.fullmatch(r"(\d+)( (weken|weeks))?", said)
    found = [
        number
        for number, one in programmes.items()
        if (len(one.weeks) == int(weeks[1]) if weeks else said and said in f"{one.name.nl}\n{one.name.en}".casefold())
    ]
    return found[0] if len(found) == 1 else _No("programmes" if found else "programme")


def _language(words: str, _: Heard) -> Language | _No:
    return tongues.NAMES.get(words.casefold()) or _No("language")


def _zone(words: str, _: Heard) -> str | _No:
    return zones.find(words) or _No("zone")


def _day(words: str, heard: Heard) -> date | _No:
    """A day that is to come; a month or a season is none."""
    said = words.casefold().split()
    if not re.search(r"\d", words) and not any(one in _SOON or hours.day(one) is not None for one in said):
        return _No("date")
    known = pauses.pause_until(words, heard.today, heard.language)
    return known or _No("past" if pauses.is_past(words, heard.today, heard.language) else "date")


def _weekday(words: str, _: Heard) -> int | _No:
    days = hours.days_in(words)
    if len(days) != 1:
        return _No("days" if days else "day")
    return days[0] if days[0] in rhythm.FIRST_DAYS else _No("friday")


def _hour(words: str, _: Heard) -> time | _No:
    return hours.hour_in(words) or _No("hour")


def _months(words: str, _: Heard) -> int | _No:
    """How long after its end a group is kept: a number of months, or of years when it says so."""
    found = _LENGTH.fullmatch(words.casefold())
    if not found:
        return _No("keep")
    number = int(found[1]) if found[1].isdecimal() else hours.NUMBERS.get(found[1], 0)
    months = number * (_YEAR if (found[2] or "").startswith(("j", "y")) else 1)
    return months if months in RETENTIONS else _No("keep")


def _period(words: str, _: Heard) -> MirrorPeriod | _No:
    """How often there is a mirror."""
    said = words.casefold()
    found = _PERIOD.fullmatch(said)
    if said in _MONTHLY or (found and found[1] in ("maand", "month")):
        return "month"
    return "quarter" if said in _QUARTERLY or found else _No("period")


_READ: Final[Mapping[str, Callable[[str, Heard], Any]]] = {
    "name": _name, "programme": _programme, "language": _language, "zone": _zone, "starts_on": _day,
    "weekday": _weekday, "hour": _hour, "ends_on": _day, "retention_months": _months,
    "period": _period,
}  # fmt: skip
