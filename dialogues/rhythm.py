"""How often a leader is asked, on which days and at what hour: the rhythms that exist, and safe changes to one."""

from collections.abc import Collection
from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo

from babel.core import get_global

from dialogues import holidays
from dialogues.model import Language
from dialogues.moments import QUIET_FROM, QUIET_UNTIL, SATURDAY
from dialogues.people import Rhythm, RhythmKind

TUESDAY, THURSDAY = 1, 3
MORNING, AFTERNOON = time(8, 30), time(16, 30)
COUNTRIES = ("nl", "be", "de")  # offered in the menus; every country that `holidays` knows will do
HOME: dict[Language, str] = {"nl": "nl", "en": holidays.NOWHERE}


def default(kind: RhythmKind, language: Language, zone: str, country: str = "") -> Rhythm:
    """The usual rhythm of a kind: Tuesday 8:30 and Thursday 16:30, or for light only the Tuesday and no pulse.

    Without a `country` it is the zone's, when it is one we offer; elsewhere Dutch speakers keep the Dutch holidays.
    Raises ValueError for a zone or country that does not exist.
    """
    usual = Rhythm("own", (TUESDAY, THURSDAY), (MORNING, AFTERNOON), zone, country=country or _country(zone, language))
    return with_kind(checked(usual), kind)


def _country(zone: str, language: Language) -> str:
    territory = get_global("zone_territories").get(zone, "").lower()
    return territory if territory in COUNTRIES else HOME[language]


def with_kind(rhythm: Rhythm, kind: RhythmKind) -> Rhythm:
    """Another frequency; an hour that the leader chose stays, and so do the days where the number allows it."""
    match kind:
        case "light":
            return replace(rhythm, kind=kind, days=rhythm.days[:1], times=rhythm.times[:1], pulse=False)
        case "standard" if len(rhythm.days) == 2:
            return replace(rhythm, kind=kind, pulse=_pulse(rhythm))
        case "standard":
            hour = rhythm.times[0]
            times = (hour, AFTERNOON if hour == MORNING else hour)
            return replace(rhythm, kind=kind, days=(TUESDAY, THURSDAY), times=times, pulse=_pulse(rhythm))
        case _:
            return replace(rhythm, kind=kind, pulse=_pulse(rhythm))


def _pulse(rhythm: Rhythm) -> bool:
    """The pulse is off by default in the light rhythm alone, so leaving that brings it back."""
    return rhythm.pulse or rhythm.kind == "light"


def with_hour(rhythm: Rhythm, at: time) -> Rhythm:
    """Every day at this local hour. Raises ValueError in quiet hours."""
    return checked(replace(rhythm, times=(at,) * len(rhythm.days)))


def with_days(rhythm: Rhythm, days: Collection[int]) -> Rhythm:
    """Other days (0 is Monday), one to five working days; a day that stays keeps its hour.

    Another number of days makes it the leader's own rhythm. Raises ValueError for no day or a day in the weekend.
    """
    hours = dict(zip(rhythm.days, rhythm.times, strict=True))
    chosen = tuple(sorted(set(days)))
    times = tuple(hours.get(day, rhythm.times[0]) for day in chosen)
    moved = rhythm if len(chosen) == len(rhythm.days) else with_kind(rhythm, "own")
    return checked(replace(moved, days=chosen, times=times))


def with_zone(rhythm: Rhythm, zone: str) -> Rhythm:
    """The same local hours in another time zone. Raises ValueError for an unknown zone."""
    return checked(replace(rhythm, zone=zone))


def with_country(rhythm: Rhythm, country: str) -> Rhythm:
    """Skips the public holidays of that country, or of none. Raises ValueError for an unknown country."""
    return checked(replace(rhythm, country=country))


def checked(rhythm: Rhythm) -> Rhythm:
    """The rhythm itself. Raises ValueError, with a plain sentence, when it can never be followed."""
    for broken, sentence in (
        (not rhythm.days, "A rhythm needs at least one day."),
        (any(day not in range(SATURDAY) for day in rhythm.days), "A rhythm has only days from Monday to Friday."),
        (list(rhythm.days) != sorted(set(rhythm.days)), "The days of a rhythm are in order, each of them once."),
        (len(rhythm.times) != len(rhythm.days), "A rhythm has one time for each of its days."),
        (rhythm.kind == "light" and len(rhythm.days) > 1, "A light rhythm has one day a week."),
        (any(not QUIET_UNTIL <= at < QUIET_FROM for at in rhythm.times), "A time lies between 7:30 and 19:30."),
        (not _exists(rhythm.zone), "That time zone does not exist."),
        (not holidays.known(rhythm.country), "The public holidays of that country are not known."),
    ):
        if broken:
            raise ValueError(sentence)
    return rhythm


def _exists(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (LookupError, ValueError, OSError):  # unknown, not a name, or the name of a folder
        return False
    return True
