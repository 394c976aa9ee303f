"""How often a leader is asked, on which days and at what hour: the rhythms that exist, and safe changes to one."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogues.asking import holidays, zones
from dialogues.asking.moments import SATURDAY, quiet_at
from dialogues.model import Language
from dialogues.people import Cohort, Rhythm, RhythmKind

TUESDAY, THURSDAY = 1, 3
FIRST_DAYS = range(SATURDAY - 1)  # that leave the week a second day; a group that has Friday keeps Wednesday before it
BETWEEN = THURSDAY - TUESDAY  # days between the two of a week
MORNING, AFTERNOON = time(8, 30), time(16, 30)
A_SECOND = timedelta(seconds=1)
AWAKE = timedelta(hours=2)  # at least so much of a day is not quiet
COUNTRIES = ("nl", "be", "de", "gb")  # offered in the menus; every country that `holidays` knows will do
HOME: dict[Language, str] = {"nl": "nl", "en": holidays.NOWHERE}


def default(kind: RhythmKind, language: Language, zone: str, country: str = "") -> Rhythm:
    """The usual rhythm of a kind: Tuesday 8:30 and Thursday 16:30, or for light only the Tuesday and no pulse.

    Without a `country` it is the zone's, when it is one we offer; elsewhere Dutch speakers keep the Dutch holidays.
    Raises ValueError for a zone or country that does not exist.
    """
    usual = Rhythm("own", (TUESDAY, THURSDAY), (MORNING, AFTERNOON), zone, country=country or _country(zone, language))
    return replace(with_kind(checked(usual), kind), fuller=())


def of_group(cohort: Cohort) -> Rhythm:
    """The rhythm that who joins a group begins with: its zone and, where it has them, its first day and its hour."""
    usual = default("standard", cohort.language, cohort.zone)
    if cohort.weekday is not None:
        last = SATURDAY - 1
        second = min(cohort.weekday + BETWEEN, last) if cohort.weekday < last else cohort.weekday - BETWEEN
        usual = with_days(usual, {cohort.weekday, second})
    return usual if cohort.hour is None else with_hour(usual, cohort.hour)


def rest_of(cohort: Cohort, now: datetime) -> datetime | None:
    """The last moment of a pause of a whole group, while it lasts."""
    resting = cohort.state == "paused" and cohort.until is not None and cohort.until > now
    return cohort.until - A_SECOND if resting and cohort.until else None


def _country(zone: str, language: Language) -> str:
    territory = zones.territory(zone)
    return territory if territory in COUNTRIES else HOME[language]


def with_kind(rhythm: Rhythm, kind: RhythmKind) -> Rhythm:
    """Another frequency; an hour that the leader chose stays, and so do the days where the number allows it.

    A light rhythm remembers the days and hours that it made way for; the pulse is off by default in it alone.
    """
    if kind == "light":
        return _lighter(rhythm)
    fuller = _fuller(rhythm)
    if kind == "standard" and len(fuller.days) != 2:
        hour = fuller.times[0]
        second = AFTERNOON if hour == MORNING and not quiet_at(AFTERNOON, rhythm.quiet) else hour
        fuller = replace(fuller, days=(TUESDAY, THURSDAY), times=(hour, second))
    return replace(fuller, kind=kind)


def _lighter(rhythm: Rhythm) -> Rhythm:
    if rhythm.kind == "light":
        return rhythm
    fuller = tuple(zip(rhythm.days, rhythm.times, strict=True))
    return replace(rhythm, kind="light", days=rhythm.days[:1], times=rhythm.times[:1], pulse=False, fuller=fuller)


def _fuller(rhythm: Rhythm) -> Rhythm:
    """What a light rhythm made way for, as far as it is known."""
    if rhythm.kind != "light":
        return rhythm
    days, times = zip(*rhythm.fuller, strict=True) if rhythm.fuller else (rhythm.days, rhythm.times)
    return replace(rhythm, days=days, times=times, pulse=True, fuller=())


def with_hour(rhythm: Rhythm, at: time) -> Rhythm:
    """Every day at this local hour. Raises ValueError in quiet hours."""
    fuller = tuple((day, at) for day, _ in rhythm.fuller)
    return checked(replace(rhythm, times=(at,) * len(rhythm.days), fuller=fuller))


def with_quiet(rhythm: Rhythm, begin: time, end: time) -> Rhythm:
    """Other quiet hours; an hour of the rhythm that falls into them moves to their nearest edge that is free.

    Raises ValueError when they leave less than two hours of a day.
    """
    quiet = (begin, end)

    def free(at: time) -> time:
        return _nearest(at, begin, end) if quiet_at(at, quiet) else at

    fuller = tuple((day, free(at)) for day, at in rhythm.fuller)
    return checked(replace(rhythm, quiet=quiet, times=tuple(map(free, rhythm.times)), fuller=fuller))


def _nearest(at: time, begin: time, end: time) -> time:
    """The end of the quiet hours or, when it is nearer, an hour before they begin."""
    last = (datetime.combine(date.min + timedelta(days=1), begin) - timedelta(hours=1)).time()
    return last if _span(begin, at) < _span(at, end) else end


def _span(begin: time, end: time) -> timedelta:
    """How long it is from one wall time to another, at most a day."""
    minutes = (end.hour - begin.hour) * 60 + end.minute - begin.minute
    return timedelta(minutes=minutes % (24 * 60))


def with_days(rhythm: Rhythm, days: Collection[int]) -> Rhythm:
    """Other days (0 is Monday), one to five working days; a day that stays keeps its hour.

    Another number of days makes it the leader's own rhythm. Raises ValueError for no day or a day in the weekend.
    """
    hours = dict(rhythm.fuller) | dict(zip(rhythm.days, rhythm.times, strict=True))
    chosen = tuple(sorted(set(days)))
    times = tuple(hours.get(day, rhythm.times[0]) for day in chosen)
    moved = rhythm if len(chosen) == len(rhythm.days) else with_kind(rhythm, "own")
    return checked(replace(moved, days=chosen, times=times, fuller=()))


def without(rhythm: Rhythm, gone: int, *, instead: int | None = None) -> Rhythm:
    """Without one of its days, or with another at the hour of that; its hour is remembered, for when it returns.

    Raises ValueError when it was the only one.
    """
    hours = dict(zip(rhythm.days, rhythm.times, strict=True))
    added = () if instead is None or instead in hours else ((instead, hours[gone]),)
    left = {day for day in rhythm.days if day != gone}.union(day for day, _ in added)
    known = dict(rhythm.fuller) | hours | dict(added)
    return replace(with_days(replace(rhythm, fuller=tuple(known.items())), left), fuller=tuple(sorted(known.items())))


def with_zone(rhythm: Rhythm, zone: str, language: Language) -> Rhythm:
    """The same local hours in another time zone, with the holidays there unless the leader chose a country.

    Raises ValueError for an unknown zone.
    """
    country = rhythm.country if rhythm.country_chosen else _country(zone, language)
    return checked(replace(rhythm, zone=zone, country=country))


def with_country(rhythm: Rhythm, country: str) -> Rhythm:
    """Skips the public holidays of that country, or of none. Raises ValueError for an unknown country."""
    return checked(replace(rhythm, country=country, country_chosen=True))


def checked(rhythm: Rhythm) -> Rhythm:
    """The rhythm itself. Raises ValueError, with a plain sentence, when it can never be followed."""
    for broken, sentence in (
        (not rhythm.days, "A rhythm needs at least one day."),
        (any(day not in range(SATURDAY) for day in rhythm.days), "A rhythm has only days from Monday to Friday."),
        (list(rhythm.days) != sorted(set(rhythm.days)), "The days of a rhythm are in order, each of them once."),
        (len(rhythm.times) != len(rhythm.days), "A rhythm has one time for each of its days."),
        (rhythm.kind == "light" and len(rhythm.days) > 1, "A light rhythm has one day a week."),
        (not _awake(*rhythm.quiet), "Quiet hours leave at least two hours of a day."),
        (any(quiet_at(at, rhythm.quiet) for at in rhythm.times), "A time lies outside the quiet hours."),
        (not _exists(rhythm.zone), "That time zone does not exist."),
        (not holidays.known(rhythm.country), "The public holidays of that country are not known."),
    ):
        if broken:
            raise ValueError(sentence)
    return rhythm


def _awake(begin: time, end: time) -> bool:
    return begin != end and _span(end, begin) >= AWAKE


def _exists(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (LookupError, ValueError, OSError):  # unknown, not a name, or the name of a folder
        return False
    return True
