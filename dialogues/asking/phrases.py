"""Dates and hours as people say them, in Dutch and in English."""

from collections.abc import Iterable
from datetime import date, datetime, time

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list

from dialogues.asking.moments import local
from dialogues.model import Language

LOCALES: dict[Language, Locale] = {"nl": Locale.parse("nl"), "en": Locale.parse("en_GB")}
HOUR: dict[Language, str] = {"nl": "H:mm", "en": "HH:mm"}
AT: dict[Language, str] = {"nl": "om", "en": "at"}
TODAY: dict[Language, str] = {"nl": "vandaag", "en": "today"}
NONE: dict[Language, str] = {"nl": "geen", "en": "none"}


def day(on: date, language: Language) -> str:
    """Such as "dinsdag 8 december" or "Tuesday 8 December"."""
    return format_date(on, "EEEE d MMMM", locale=LOCALES[language])


def weekday(on: date, language: Language) -> str:
    """Such as "dinsdag" or "Tuesday"."""
    return format_date(on, "EEEE", locale=LOCALES[language])


def moment(at: datetime, zone: str, language: Language) -> str:
    """Such as "dinsdag 8 december om 8:30" or "Tuesday 8 December at 08:30", on a clock in that zone."""
    here = local(at, zone)
    return f"{day(here.date(), language)} {AT[language]} {hour(here.time(), language)}"


def later_today(at: datetime, zone: str, language: Language) -> str:
    """Such as "vandaag om 12:16" or "today at 12:16", for a moment of this very day."""
    return f"{TODAY[language]} {AT[language]} {hour(local(at, zone).time(), language)}"


def timed(name: str, at: datetime, zone: str, language: Language) -> dict[str, str | int]:
    """A moment for the placeholder `name`, and under `name` + `_at` its instant (Unix seconds) for who is elsewhere."""
    return {name: moment(at, zone, language), f"{name}_at": round(at.timestamp())}


def dated(name: str, at: datetime, zone: str, language: Language) -> dict[str, str | int]:
    """The same for a moment of which only the day is told."""
    return {name: day(local(at, zone).date(), language), f"{name}_at": round(at.timestamp())}


def month(of: date, language: Language) -> str:
    """The name of its month, such as "december" or "December"."""
    return format_date(of, "LLLL", locale=LOCALES[language])


def month_year(of: date, language: Language) -> str:
    """Such as "december 2026" or "December 2026"."""
    return format_date(of, "LLLL y", locale=LOCALES[language])


def full_day(on: date, language: Language) -> str:
    """Such as "8 december 2026" or "8 December 2026"."""
    return format_date(on, "d MMMM y", locale=LOCALES[language])


def short_day(on: date, language: Language) -> str:
    """Such as "di 8 dec." or "Tue 8 Dec"."""
    return format_date(on, "EE d MMM", locale=LOCALES[language])


def inside(name: str) -> str:
    """A name as it stands inside a sentence: "je kennismaking van vier weken"."""
    return name[:1].lower() + name[1:]


def days(numbers: Iterable[int], language: Language) -> str:
    """Weekdays by number (0 is Monday), such as "dinsdag en donderdag"."""
    names = LOCALES[language].days["format"]["wide"]
    return _and((names[number] for number in numbers), language)


def hour(at: time, language: Language) -> str:
    """Such as "8:30" or "08:30"."""
    return format_time(at, HOUR[language], locale=LOCALES[language])


def hours(times: Iterable[time], language: Language) -> str:
    """Wall times, each named once, such as "8:30 en 16:30"."""
    return _and(dict.fromkeys(hour(at, language) for at in times), language)


def listed(names: Iterable[str], language: Language) -> str:
    """Names one after the other: "de voorjaarsgroep en de maandaggroep"."""
    return _and(names, language)


def _and(words: Iterable[str], language: Language) -> str:
    return format_list(list(words), locale=LOCALES[language])


def country(code: str, language: Language) -> str:
    """The country of an ISO code in lower case, such as "België" or "Belgium"; for "none" that there is none."""
    name: str | None = LOCALES[language].territories.get(code.upper())
    return name or NONE[language]
