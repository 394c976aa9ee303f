"""Months as people write them: "2026-10", "10", "oktober" or "October 2026"."""

import re
from datetime import date

from dialogues.asking import phrases
from dialogues.model import LANGUAGES

_NAMES = {phrases.month(date(2000, n, 1), lang).split()[0].lower(): n for lang in LANGUAGES for n in range(1, 13)}
_BESIDE = frozenset({"in", "van", "of", "uit", "from"})


def month_in(words: str, today: date) -> date | None:
    """The first day of the latest month up to now that is named; None without one, or with one that does not exist."""
    if found := re.fullmatch(r"\s*(\d{4})-(\d{1,2})\s*", words):
        return _on(int(found[1]), int(found[2]))
    parts = words.lower().split()
    years = [int(part) for part in parts if re.fullmatch(r"20\d\d", part)]
    numbers = [int(part) for part in parts if re.fullmatch(r"\d{1,2}", part)]
    numbers += [_NAMES[part] for part in parts if part in _NAMES]
    if not numbers or not 1 <= numbers[0] <= 12:
        return None
    return _on(years[0], numbers[0]) if years else _on(today.year - (numbers[0] > today.month), numbers[0])


def is_month(words: str) -> bool:
    """Is nothing said but a month, or the figures of one that may not exist?"""
    parts = words.lower().split()
    return bool(parts) and all(part in _NAMES or part in _BESIDE or re.fullmatch(r"[\d/-]+", part) for part in parts)


def _on(year: int, month: int) -> date | None:
    return date(year, month, 1) if 2000 <= year < 9999 and 1 <= month <= 12 else None
