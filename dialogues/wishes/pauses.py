"""How long a leader wants to be left alone, in their own words: a length, a weekday or a date, in Dutch or English."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from babel import Locale

from dialogues.language import numerals
from dialogues.model import LANGUAGES, Language

ONE_DAY = timedelta(days=1)
FARTHEST = 10  # years: a day beyond it is read as one that far, for it means no more than very long
MOST = 100  # of any unit, for the same reason
SLIP = timedelta(days=60)  # a date without a year that was this shortly ago is a mistake, not next year's
NUMBERS = {
    **numerals.upto(31), **dict.fromkeys(("a", "an"), 1),
    **dict.fromkeys(("een paar", "paar", "a couple of", "couple of", "a couple", "couple"), 2),
}  # fmt: skip
UNITS = {
    "d": "day", "dag": "day", "dagen": "day", "day": "day", "days": "day",
    "dagje": "day", "dagjes": "day", "dgn": "day",
    "w": "week", "wk": "week", "wks": "week", "wkn": "week", "week": "week", "weekje": "week", "weekjes": "week",
    "weken": "week", "weeks": "week",
    "m": "month", "mnd": "month", "maand": "month", "maandje": "month", "maanden": "month", "maandjes": "month",
    "month": "month", "months": "month", "mth": "month", "mths": "month",
    "jaar": "year", "jaartje": "year", "jaren": "year", "year": "year", "years": "year",
}  # fmt: skip
COMING = {
    "morgen": "tomorrow", "tomorrow": "tomorrow", "overmorgen": "after", "the day after tomorrow": "after",
    "volgende week": "week", "next week": "week", "volgende maand": "month", "next month": "month",
}  # fmt: skip
PERIODS = {"volgende week", "next week", "volgende maand", "next month"}
# Days that go by a name: the month and the day of the first and the last.
FEASTS = {
    **dict.fromkeys(("kerst", "kerstmis", "christmas", "xmas"), (12, 25, 26)),
    **dict.fromkeys(
        ("nieuwjaar", "new year", "new year's", "new years", "nieuwe jaar", "oud en nieuw", "jaarwisseling"), (1, 1, 1)
    ),
    **dict.fromkeys(("new year's eve", "oudejaarsavond"), (12, 31, 31)),
}


def _any(words: Mapping[str, object]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


THROUGH = re.compile(r"(?:t/?m|t\.?e\.?m\.?|tot en met|through|until and including|up to and including) ")
UNTIL = re.compile(r"(?:tot aan|tot|until|till|til) ")
AFTER = re.compile(r"(?:na|after) (?=.)")
FOR = re.compile(r"(?:voor|gedurende|van|for|of) ")
_AHEAD = r"(?:nog |(?:de |the )?(?:komende|eerstkomende|volgende|next|coming) )?"
LENGTH = re.compile(rf"{_AHEAD}(\d{{1,9}}|{_any(NUMBERS)}) ?({_any(UNITS)})")
FIGURES = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4,9}))?")
YEAR_FIRST = re.compile(r"(\d{4,9})-(\d{1,2})-(\d{1,2})")
DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:e|st|nd|rd|th)? ?(?:of )?)?([^\W\d]+)(?: (\d{4,9}))?")
MONTH_FIRST = re.compile(r"([^\W\d]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4,9}))?")
OF_NEXT_WEEK = re.compile(
    r"(?:(?:volgende week|next week) (?:op |on )?([^\W\d]+)|([^\W\d]+) (?:volgende week|next week))"
)
_WEEKEND = re.compile(r"(?:(?:het|the|dit|this|komend|coming) )?weekend")
_NUMBERED = re.compile(r"(?:de |the )(\d{1,2})(?:e|ste|de|st|nd|rd|th)?|(\d{1,2})(?:e|ste|st|nd|rd|th)")
WEEKDAY = re.compile(r"(?:(volgende|next)|aanstaande|komende|coming|this)? ?([^\W\d]+)")


_GOES_ON = re.compile(r"[,;.] ?(?:and |en )?(?:then|dan|daarna)\b")
_OF_LIFE = re.compile(r"\b(?:rust|of rest|off)\b")
FEW = 6  # words: an end, and not an answer that begins like one
ENDS = re.compile(r"(?:t/?m|tem|tot|until|till|til|through|na|after|voor|for|gedurende|zolang|as long) ")
WISH = re.compile(
    r"(?:ik wil |ik neem |graag |even |i want |i would like |please |doe |maar |liever |dan |toch |nee |geef me |"
    r"mag ik |no |rather |i'd like |i'd rather |take |make it |let's take |then )*"
    r"(?:een |a )?(?:pauze|pauzeren|pause|break)\b(.*)"
)
_WISHING = (
    r"ik wil|ik neem|ik zou|doe|geef|mij|me|mag ik|kan ik|graag|even|nu|maar|wel|toch|"
    r"i want|i would like|i'd like|i need|i take|can i have|may i have|give|please|to|take|have"
)
LASTING = re.compile(
    rf"(?P<asked>(?:(?:{_WISHING}) )*)(?P<end>{LENGTH.pattern}) (?:pauze|pauzeren|rust|pause|break|of rest|off)"
    r"(?P<after>(?: (?:graag|alsjeblieft|aub|nemen|houden|please|hebben))*)\??"
)


_BEFORE = re.compile(
    r"(?:(?:doe|maak|make|neem|neemt|take|geef|give|me|mij|er|it|that|dan|then|maar|ik|i|denk|think|wil|want|graag|ja|yes|"
    r"let's|say|zeg|liever|rather|ongeveer|about|around|ok|oke|oké|okay|prima|nou|well|zo'n|even|just|please|zou|would|"
    r"i'd|i'll|like|zeggen|need|heb|nodig|dat wordt|het wordt|maybe|misschien|probably|eerst|first) )+"
)
_BEHIND = re.compile(
    r"(?: (?:graag|please|maar|denk ik|i think|ofzo|of zo|or so|dan|then|ongeveer|alsjeblieft|aub|hoor|pauze|rust|"
    r"thanks|is goed|is fine|should do|is prima|nodig|lijkt me goed|zou fijn zijn|off|of rest|would be good|"
    r"would be nice))+$"
)
_OR_TWO = re.compile(rf"(?:(?:een|één|a) )?({_any(UNITS)}) (?:of|or) ({_any(NUMBERS)})")
_FORTNIGHT = re.compile(r"(?:a |een )?fortnight")


def bare(words: str) -> str:
    """The length or the end alone, of what is said to how long, as in "doe maar 2 weken" and "a week or two please"."""
    plain = " ".join(words.casefold().replace(",", " ").strip(" .!").split())
    plain = _BEHIND.sub("", plain[found.end() :] if (found := _BEFORE.match(plain)) else plain)
    return _counted(plain)


@dataclass(frozen=True, slots=True)
class Span:
    """What the words name: a day (both the same), a period, or the end of a length (`last` is the day before it)."""

    first: date
    last: date


def pause_until(words: str, today: date, language: Language) -> date | None:
    """The first day after the pause: "until Friday" is Friday, "through Friday" and "next week" end a day later.

    None when not understood, when it would not lie after today, and for a date without a year that was shortly ago.
    Both languages are read, the leader's own first; a date in figures is day before month.
    """
    day = _named(words, today, language)
    return day if day and day > today else None


def is_past(words: str, today: date, language: Language) -> bool:
    """Whether the words name a day that is no longer ahead."""
    day = _named(words, today, language)
    return day is not None and day <= today


def wished(words: str) -> str | None:
    """How long, beside the wish for a pause in plain words ("even pauze tot 3 maart"); None for any other words."""
    plain = words.casefold().strip(" .!")
    if (lasting := LASTING.fullmatch(plain)) and (lasting["asked"] or lasting["after"]):
        return lasting["end"].strip()
    found = WISH.fullmatch(plain)
    return found[1].strip(" ,:") if found else None


def of_life(words: str) -> bool:
    """May it be rest in somebody's own life: "I need a week off"? A pause named as such is one of the questions."""
    return _OF_LIFE.search(words.casefold()) is not None


def lasts(words: str) -> bool:
    """Is it a length and no more: "2 wks", "een week of twee", "the next two weeks"?"""
    return LENGTH.fullmatch(_counted(words)) is not None


def _counted(plain: str) -> str:
    """The same with a number: "a week or two" is two weeks, and so is a fortnight."""
    return _FORTNIGHT.sub("2 weeks", _OR_TWO.sub(r"\2 \1", plain))


def says_until(words: str) -> bool:
    """Whether a few words begin as an end does, such as "tot na de vakantie"."""
    plain = words.casefold().strip()
    return len(plain.split()) <= FEW and _GOES_ON.search(plain) is None and ENDS.match(plain) is not None


def _named(words: str, today: date, language: Language) -> date | None:
    plain = " ".join(words.casefold().replace(",", " ").strip(" .!").split())
    through, until = THROUGH.match(plain), UNTIL.match(plain)
    opened = through or until or FOR.match(plain)
    rest = plain[opened.end() :] if opened else plain
    past = AFTER.match(rest)
    found = span(rest[past.end() :] if past else rest, today, language)
    if found is None:
        return None
    whole = through or past or (found.last > found.first and not until)
    return found.last + ONE_DAY if whole else found.first


def span(words: str, today: date, language: Language) -> Span | None:
    """The day or the period that the words alone name; of a length its end."""
    tongues = (language, *(other for other in LANGUAGES if other != language))
    spans = (
        _length(words, today), _coming(words, today), _feast(words, today), _in_figures(words, today),
        _weekend(words, today), _of_the_month(words, today),
    )  # fmt: skip
    named = (read(words, today, tongue) for tongue in tongues for read in (_weekday, _dated))
    return next((found for found in (*spans, *named) if found), None)


def _length(words: str, today: date) -> Span | None:
    found = LENGTH.fullmatch(_counted(words))
    if not found:
        return None
    number, unit = NUMBERS.get(found[1]) or int(found[1]), UNITS[found[2]]
    match unit:
        case "year":
            end = _months_on(today, 12 * min(number, MOST))
        case "month":
            end = _months_on(today, min(number, 12 * MOST))
        case _:
            end = today + timedelta(days=min(number, 366 * MOST) * (7 if unit == "week" else 1))
    return Span(end, end - ONE_DAY)


def _months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _coming(words: str, today: date) -> Span | None:
    match COMING.get(words):
        case "tomorrow":
            return Span(today + ONE_DAY, today + ONE_DAY)
        case "after":
            return Span(today + 2 * ONE_DAY, today + 2 * ONE_DAY)
        case "week":
            monday = today + timedelta(days=7 - today.weekday())
            return Span(monday, monday + timedelta(days=6))
        case "month":
            return _month(_months_on(today.replace(day=1), 1))
        case _:
            return None


def _weekend(words: str, today: date) -> Span | None:
    """The coming one, or the one that goes on."""
    if _WEEKEND.fullmatch(words) is None:
        return None
    saturday = today + timedelta(days=5 - today.weekday())
    return Span(saturday, saturday + ONE_DAY)


def _of_the_month(words: str, today: date) -> Span | None:
    """The coming day with this number: "the 30th", "de 12e"."""
    found = _NUMBERED.fullmatch(words)
    number = int(found[1] or found[2]) if found else 0
    months = (_months_on(today.replace(day=1), ahead) for ahead in range(3))
    fits = (month for month in months if 0 < number <= monthrange(month.year, month.month)[1])
    days = (month.replace(day=number) for month in fits)
    return next((Span(day, day) for day in days if day > today), None)


def _month(first: date) -> Span:
    return Span(first, _months_on(first, 1) - ONE_DAY)


def _feast(words: str, today: date) -> Span | None:
    known = FEASTS.get(re.sub(r"^(?:de|het|the) ", "", words))
    if known is None:
        return None
    month, first, last = known
    year = today.year + (date(today.year, month, last) < today)
    return Span(date(year, month, first), date(year, month, last))


def _in_figures(words: str, today: date) -> Span | None:
    if found := YEAR_FIRST.fullmatch(words):
        return _on(found[1], int(found[2]), found[3], today)
    found = FIGURES.fullmatch(words)
    return _on(found[3], int(found[2]), found[1], today) if found else None


def _weekday(words: str, today: date, language: Language) -> Span | None:
    if of_next := OF_NEXT_WEEK.fullmatch(words):
        words = f"next {of_next[1] or of_next[2]}"
    found = WEEKDAY.fullmatch(words)
    number = _days(language).get(found[2]) if found else None
    if found is None or number is None:
        return None
    after = today + timedelta(days=6 - today.weekday()) if found[1] else today  # "next Friday" is that of next week
    day = after + timedelta(days=(number - after.weekday() - 1) % 7 + 1)
    return Span(day, day)


def _dated(words: str, today: date, language: Language) -> Span | None:
    months = _months(language)
    if (found := DAY_FIRST.fullmatch(words)) and found[2] in months:
        return _on(found[3], months[found[2]], found[1], today)
    if (found := MONTH_FIRST.fullmatch(words)) and found[1] in months:
        return _on(found[3], months[found[1]], found[2], today)
    return None


def _on(year: str | None, month: int, day: str | None, today: date) -> Span | None:
    """A day, or a whole month when the day is not named; without a year the coming one."""
    farthest = today.year + FARTHEST
    try:
        first = date(min(int(year or today.year), farthest), month, int(day or 1))
        if not year and first < today - SLIP:
            first = date(today.year + 1, month, int(day or 1))
    except ValueError:
        return None
    return Span(first, first) if day else _month(first)


@lru_cache
def _days(language: Language) -> Mapping[str, int]:
    return _names(Locale.parse(language).days["format"])


@lru_cache
def _months(language: Language) -> Mapping[str, int]:
    return _names(Locale.parse(language).months["format"])


def _names(forms: Mapping[str, Mapping[int, str]]) -> Mapping[str, int]:
    return {name.casefold(): number for width in ("wide", "abbreviated") for number, name in forms[width].items()}
