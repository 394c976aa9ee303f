"""Days or months on a line: where a tap stands, and which words stand below."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

from dialogues.asking import phrases
from dialogues.model import Language
from summaries import wording
from summaries.facts import Findings, FirstLook, Mood, Year, is_short, month_of, opening

SHORTEST = 28  # days of a first look back, however early its last tap was
MOST_MONTHS_NAMED = 6
Place = tuple[float, float]  # where on the line (0..1), and the value


@dataclass(frozen=True, slots=True)
class Axis:
    """The first day, the number of columns and what stands below some of them; as `months`, a column is a month."""

    language: Language
    first: date
    columns: int
    ticks: tuple[tuple[float, str], ...]
    months: bool = False

    def named(self, on: date) -> str:
        """A day in the few letters that there is room for below it; where a column is a month, that, of which year."""
        if not self.months:
            return short(on, self.language, "d MMM")
        return short(on, self.language, "MMM" if on >= self.first else "MMM y")

    def days(self, days: Sequence[date]) -> list[str]:
        """One day; of more how many they are and which, such as 6, 13 jan, or the first and the last: 6–27 jan."""
        names = [*dict.fromkeys(self.named(on) for on in days)]
        return names if len(days) == 1 else [f"{len(days)}×", self._joined(names)]

    def _joined(self, names: Sequence[str]) -> str:
        first, last = names[0], names[-1]
        day, _, month = first.partition(" ")
        if first == last:
            return first
        start = day if not self.months and last.endswith(f" {month}") else first
        return f"{start}{', ' if len(names) == 2 else '–'}{last}"

    def places(self, dots: Iterable[tuple[date, float]]) -> list[Place]:
        """Where each dot stands; those of one column stand side by side within it."""
        columns: dict[int, list[float]] = defaultdict(list)
        for on, value in dots:
            columns[self._column(on)].append(value)
        return [
            ((column + 0.5 + (nth - (len(values) - 1) / 2) / max(2, len(values))) / self.columns, value)
            for column, values in columns.items()
            for nth, value in enumerate(values)
        ]

    def _column(self, on: date) -> int:
        return _months(self.first, on) if self.months else (on - self.first).days


def axis(findings: Findings, language: Language) -> Axis:
    """The days of a month or of a first look back, or the months of a year."""
    match opening(findings):
        case Year(start=first, last=last) if is_short(first, last + timedelta(days=1)):
            return _of_days(first, (last - first).days + 1, language)
        case Year(start=first, last=last):
            return _of_months(first, _months(first, last) + 1, language)
        case FirstLook(since=first):
            latest = max((on for one in findings if isinstance(one, Mood) for on, _ in one.dots), default=first)
            return _of_days(first, max(SHORTEST, (latest - first).days + 1), language)
        case _:
            first, columns = month_of(findings), wording.days(month_of(findings))
            return Axis(
                language, first, columns, tuple(((n + 0.5) / columns, str(n + 1)) for n in range(0, columns, 7))
            )


def years(first: date, last: date, between: str = "–") -> str:
    """2026, or 2026–2027 when these days lie in two years."""
    return between.join(dict.fromkeys((str(first.year), str(last.year))))


def _of_days(first: date, columns: int, language: Language) -> Axis:
    step = 7 * (1 + columns // 42)
    days = ((n, first + timedelta(n)) for n in range(0, columns, step))
    return Axis(language, first, columns, tuple(((n + 0.5) / columns, short(on, language, "d MMM")) for n, on in days))


def _of_months(first: date, columns: int, language: Language) -> Axis:
    step = 1 + (columns - 1) // MOST_MONTHS_NAMED
    number = first.year * 12 + first.month - 1
    months = ((n, date((number + n) // 12, (number + n) % 12 + 1, 1)) for n in range(0, columns, step))
    ticks = tuple(((n + 0.5) / columns, short(on, language, "MMM")) for n, on in months)
    return Axis(language, first, columns, ticks, months=True)


def short(on: date, language: Language, pattern: str) -> str:
    """A day or a month in few letters, by a pattern of Unicode such as "d MMM"."""
    return format_date(on, pattern, locale=phrases.LOCALES[language])


def _months(first: date, on: date) -> int:
    return (on.year - first.year) * 12 + on.month - first.month
