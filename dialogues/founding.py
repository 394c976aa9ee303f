"""What somebody types to subscribe a group: a name, and below it what is to differ from the usual, a line each."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Final

from dialogues import hours, zones
from dialogues.model import Language, Library, Text
from dialogues.moves.typed import TONGUES
from dialogues.pauses import pause_until

FIELDS: Final[Mapping[str, Text]] = {
    "name": Text("naam", "name"),
    "programme": Text("traject", "programme"),
    "language": Text("taal", "language"),
    "zone": Text("zone", "zone"),
    "starts_on": Text("start", "start"),
    "weekday": Text("dag", "day"),
    "hour": Text("uur", "hour"),
    "ends_on": Text("eind", "end"),
}
ALSO: Final = {
    "programma": "programme", "tijdzone": "zone", "plaats": "zone", "time zone": "zone", "timezone": "zone",
    "place": "zone", "begin": "starts_on", "tijd": "hour", "time": "hour", "einde": "ends_on",
}  # fmt: skip
KNOWN: Final = {name: key for key, text in FIELDS.items() for name in (text.nl, text.en)} | ALSO
LINES = re.compile(r"[\n;]")


@dataclass(frozen=True, slots=True)
class Heard:
    """What is read against: the library, the language of who writes, and the date where they are."""

    library: Library
    language: Language
    today: date


@dataclass(frozen=True, slots=True)
class Founding:
    """A name with the values that were given, by field; `wrong`: the fields, or numbers of lines, that say nothing."""

    name: str
    values: Mapping[str, Any] = field(default_factory=dict)
    wrong: tuple[str | int, ...] = ()


def read(words: str, heard: Heard) -> Founding:
    """The group that these lines ask for; whoever wrote them sees all mistakes at once."""
    name, *lines = (line.strip() for line in LINES.split(words.strip()))
    values, wrong = dict[str, Any](), list[str | int]()
    for number, line in enumerate(lines, 2):
        said, _, value = line.partition(":")
        key = KNOWN.get(said.strip().casefold())
        if key is None or key == "name":
            wrong += [number] if line else []
        elif (found := _READ[key](value.strip(), heard)) is None:
            wrong.append(key)
        else:
            values[key] = found
    return Founding(name, values, tuple(dict.fromkeys(wrong)))


def _programme(words: str, heard: Heard) -> str | None:
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
    return found[0] if len(found) == 1 else None


def _language(words: str, _: Heard) -> Language | None:
    return TONGUES.get(words.casefold())


def _zone(words: str, _: Heard) -> str | None:
    return zones.find(words)


def _day(words: str, heard: Heard) -> date | None:
    """A date that is to come; a length or a season is none."""
    return pause_until(words, heard.today, heard.language) if re.search(r"\d", words) else None


def _weekday(words: str, _: Heard) -> int | None:
    days = hours.days_in(words)
    return days[0] if len(days) == 1 else None


def _hour(words: str, _: Heard) -> time | None:
    return hours.hour_in(words)


_READ: Final[Mapping[str, Callable[[str, Heard], Any]]] = {
    "programme": _programme, "language": _language, "zone": _zone, "starts_on": _day, "weekday": _weekday,
    "hour": _hour, "ends_on": _day,
}  # fmt: skip
