"""How figures, days and own words look in a line of text; the same signs serve the letter and its plain form."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from babel.dates import format_date
from babel.lists import format_list

from dialogues.asking import phrases
from dialogues.language.words import sendable
from dialogues.model import Language

BARS = "▁▂▄▆█"  # 1..5
MOST_BARS = 31  # beyond this a row of bars no longer fits on a phone
_KINDS: Final[Mapping[str, Mapping[Language, tuple[str, str]]]] = {
    "answer": {"nl": ("antwoord", "antwoorden"), "en": ("answer", "answers")},
    "prompt": {"nl": ("vraag", "vragen"), "en": ("question", "questions")},
    "tap": {"nl": ("tik", "tikken"), "en": ("tap", "taps")},
    "intention": {"nl": ("voornemen", "voornemens"), "en": ("intention", "intentions")},
    "echo": {"nl": ("verband", "verbanden"), "en": ("link", "links")},
}
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+|\s+")


def shown(text: str) -> str:
    """The text on one line, without characters that cannot be shown or that turn the direction of what follows."""
    return re.sub(r" +", " ", _UNSHOWN.sub(" ", sendable(text))).strip()


def bars(values: Iterable[int]) -> str:
    """One block for each value 1..5, or "" when there are too many for one line."""
    row = "".join(BARS[value - 1] for value in values)
    return row if len(row) <= MOST_BARS else ""


def track(positions: Iterable[int]) -> str:
    """The seven places between two poles, the taken ones filled."""
    taken = set(positions)
    return "".join("▪" if place in taken else "▫" for place in range(1, 8))


def day(on: date, language: Language, beside: date | None = None) -> str:
    """6 januari, 6 January; with the year when that differs from `beside`."""
    return format_date(
        on, "d MMMM" if beside is None or on.year == beside.year else "d MMMM y", locale=phrases.LOCALES[language]
    )


def month(on: date, language: Language) -> str:
    """Januari, January: the name alone, as it stands in a sentence."""
    return phrases.month(on, language)


def next_month(on: date, language: Language) -> str:
    """The name of the month after the one that starts on `on`."""
    return month(on.replace(day=1) + timedelta(days=31), language)


def days(on: date) -> int:
    """How many days the month of `on` has."""
    return monthrange(on.year, on.month)[1]


def lowered(name: str) -> str:
    """A name as it stands inside a sentence: a first capital goes, unless more capitals follow (an abbreviation)."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def days_of(days: Sequence[date], language: Language) -> str:
    """Days as they are named in one breath: 6 en 13 januari; 28 november en 6 december; with years that differ."""
    last = days[-1]
    near = {(on.year, on.month) for on in days} == {(last.year, last.month)}
    years = {on.year for on in days} != {last.year}
    named = [day(on, language, date.min if years else None) for on in days]
    listed = [str(on.day) for on in days[:-1]] + named[-1:] if near else named
    return format_list(listed, locale=phrases.LOCALES[language])


def basis(evidence: Iterable[str], language: Language) -> str:
    """How much of what a finding rests on: 4 antwoorden, 2 tikken."""
    counted = Counter(reference.partition(":")[0] for reference in evidence)
    named = ((counted[kind], names[language]) for kind, names in _KINDS.items() if counted[kind])
    return ", ".join(f"{n} {one if n == 1 else more}" for n, (one, more) in named)
