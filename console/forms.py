"""Forms as people fill them in: what was typed, what is wrong with it, and the group that it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from dialogues.asking import rhythm, zones
from dialogues.asking.moments import quiet_at
from dialogues.asking.rhythm import FIRST_DAYS
from dialogues.model import LANGUAGES, Language, Library
from dialogues.wishes.founding import FARTHEST_END, RETENTIONS
from journeys.console.beginning import FARTHEST
from journeys.guide import NewCohort

LONGEST_NAME = 80
QUIET = rhythm.default("standard", "nl", "UTC").quiet  # as for everybody who has not chosen yet


@dataclass(frozen=True, slots=True)
class Wish:
    """A new group as it was typed; every field as text."""

    name: str = ""
    programme: str = ""
    language: str = "nl"
    zone: str = "Europe/Amsterdam"
    starts_on: str = ""
    ends_on: str = ""
    day: str = "1"  # Tuesday, where Monday is 0
    hour: str = "08:30"
    retention: str = "12"
    period: str = "month"


def typed(given: Callable[[str], str]) -> Wish:
    """The wish that a form holds; a field that is not there stays as proposed."""
    proposed = Wish()
    return Wish(**{name: given(name) or getattr(proposed, name) for name in Wish.__slots__})


def problems(wish: Wish, library: Library, today: date) -> Mapping[str, str]:
    """What is wrong, as keys of sentences by the name of the field."""
    found = {
        "name": _name(wish.name),
        "programme": "" if wish.programme in library.programmes else "form.choose",
        "language": "" if wish.language in LANGUAGES else "form.choose",
        "zone": "" if is_zone(wish.zone) else "form.zone",
        "starts_on": _start(wish.starts_on, today),
        "ends_on": _end(wish, today),
        "hour": _awake(wish.hour),
        "day": "" if wish.day in map(str, FIRST_DAYS) else "refused.day",
        "retention": "" if wish.retention in map(str, RETENTIONS) else "form.choose",
    }
    return {name: key for name, key in found.items() if key}


def meant(wish: Wish) -> NewCohort:
    """The group that a wish without problems means."""
    language: Language = next(one for one in LANGUAGES if one == wish.language)
    zone = zones.find(wish.zone) or wish.zone
    begins = date.fromisoformat(wish.starts_on) if wish.starts_on else None
    return NewCohort(
        wish.name, wish.programme, language, zone, begins, weekday=int(wish.day), hour=_hour(wish.hour),
        ends_on=date.fromisoformat(wish.ends_on) if wish.ends_on else None, retention_months=int(wish.retention),
        period="quarter" if wish.period == "quarter" else "month",
    )  # fmt: skip


def _name(name: str) -> str:
    if not name:
        return "form.name"
    return "form.name_long" if len(name) > LONGEST_NAME else ""


def _start(text: str, today: date) -> str:
    if not text:
        return ""
    try:
        on = date.fromisoformat(text)
    except ValueError:
        return "form.date"
    if on < today:
        return "form.past"
    return "form.far" if on > today + FARTHEST else ""


def _end(wish: Wish, today: date) -> str:
    """A day to come, after the start when there is one that can be read."""
    if not wish.ends_on:
        return ""
    try:
        on = date.fromisoformat(wish.ends_on)
    except ValueError:
        return "form.date"
    if on <= today:
        return "refused.past"
    if on > today + FARTHEST_END:
        return "refused.end_far"
    begins = "" if _start(wish.starts_on, today) else wish.starts_on
    return "refused.ends" if begins and on <= date.fromisoformat(begins) else ""


def _awake(text: str) -> str:
    hour = _hour(text)
    if hour is None:
        return "form.hour"
    return "refused.moment" if quiet_at(hour, QUIET) else ""


def _hour(text: str) -> time | None:
    try:
        return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a wall time has no zone
    except ValueError:
        return None


def is_zone(name: str) -> bool:
    """Is there a time zone of this name, or a place that lies in one?"""
    return zones.find(name) is not None
