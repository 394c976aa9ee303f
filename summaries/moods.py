"""Mood and energy from taps alone: figures, and a change only where it exceeds the leader's usual ups and downs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import sqrt
from statistics import median_high, median_low

from summaries.facts import Change, Mood, MoodYear, evidence
from summaries.material import MEASURES, Material, Measure, Tapped
from summaries.thresholds import (
    BEFORE,
    COMPARED,
    DOTS,
    ECHO,
    LEAST_SPREAD,
    NOW,
    SHOWN_DOTS,
    SMALLEST,
    WEEKS,
    Z,
)


def mood(measure: Measure, material: Material) -> tuple[Mood, ...]:
    """The finding for one measure, or none when it was tapped fewer than three times."""
    now = [tap for tap in material.taps if tap.measure == measure]
    before = [tap for tap in material.earlier_taps if tap.measure == measure]
    if len(now) < DOTS:
        return ()
    values = [tap.value for tap in now]
    changed = change(now, before)
    compared = before if changed != "early" else []
    return (
        Mood(
            measure=measure,
            dots=tuple((tap.on, tap.value) for tap in now),
            middle=_middle(values),
            low=min(values),
            high=max(values),
            change=changed,
            evidence=evidence("tap", *(tap.id for tap in [*now, *compared])),
            met=COMPARED if compared else SHOWN_DOTS,
        ),
    )


def moods_of_the_year(material: Material) -> Iterator[MoodYear]:
    """Per measure the middle of each month with enough taps; from two such months. Nothing is compared."""
    for measure in MEASURES:
        months: dict[date, list[Tapped]] = defaultdict(list)
        for tap in material.taps:
            if tap.measure == measure:
                months[tap.on.replace(day=1)].append(tap)
        enough = {month: taps for month, taps in months.items() if len(taps) >= DOTS}
        if len(enough) > 1:
            pairs = [_middle([tap.value for tap in taps]) for taps in enough.values()]
            yield MoodYear(
                measure=measure,
                months=tuple(
                    (month, _halfway(*pair), len(taps))
                    for pair, (month, taps) in zip(pairs, enough.items(), strict=True)
                ),
                middles=tuple(pairs),
                evidence=evidence("tap", *(tap.id for taps in enough.values() for tap in taps)),
                met=SHOWN_DOTS,
            )


def change(now: Sequence[Tapped], before: Sequence[Tapped]) -> Change:
    """How this month's taps differ from the earlier ones.

    `python -m benchmarks.false_alarms` shows how often this is wrong in months without a change, and what it misses.
    """
    if len(now) < NOW or weeks(tap.on for tap in now) < WEEKS or len(before) < BEFORE:
        return "early"
    return differs([tap.value for tap in now], [tap.value for tap in before])


def differs(now: Sequence[int], before: Sequence[int]) -> Change:
    """The rule itself, for enough values: a difference beyond the spread of both, as taps resemble each other."""
    gap = sum(now) / len(now) - sum(before) / len(before)
    if abs(gap) < SMALLEST or abs(gap) <= Z * sqrt(_variance(now) + _variance(before)):
        return "same"
    return "higher" if gap > 0 else "lower"


def weeks(days: Iterable[date]) -> int:
    """How many different weeks (Monday to Sunday) the days lie in."""
    return len({day.isocalendar()[:2] for day in days})


def _middle(values: Sequence[int]) -> tuple[int, int]:
    """The two middle values, often equal."""
    return median_low(values), median_high(values)


def _halfway(low: int, high: int) -> int:
    """Between two values of 1..5; what lies between two whole numbers goes to the one nearest to 3."""
    return min((low + high) // 2, (low + high + 1) // 2, key=lambda value: abs(value - 3))


def _variance(values: Sequence[int]) -> float:
    """Of the mean, counting taps that resemble each other as fewer."""
    n, total = len(values), sum(values)
    spread = (n * sum(value * value for value in values) - total * total) / (n * (n - 1))  # exact up to the division
    return max(spread, LEAST_SPREAD**2) / (n * (1 - ECHO) / (1 + ECHO))
