from dataclasses import replace
from datetime import date
from random import Random

import pytest
from months import LIBRARY, empty, every, in_january, rich, taps

from summaries.findings import Mood, findings
from summaries.moods import change, mood

JANUARY = [in_january(day) for day in (5, 7, 9, 12, 14, 16, 19, 21, 23, 26)]
BEFORE = list(every(3, date(2025, 10, 1)))[:24]


def changed(now: list[int], before: list[int]) -> str:
    return change(taps("mood", now, JANUARY), taps("mood", before, BEFORE, 100))


def simulated_month(random: Random, shift: float) -> str:
    """Ten taps after twenty-four, each resembling the one before, around the leader's own middle and spread."""
    middle, spread = random.uniform(2.2, 3.8), random.uniform(0.6, 1.1)
    values, level = [], random.gauss(0, 1)
    for number in range(34):
        level = 0.3 * level + random.gauss(0, (1 - 0.3**2) ** 0.5)
        moved = middle + spread * (level + (shift if number >= 24 else 0))
        values.append(min(5, max(1, round(moved))))
    return changed(values[24:], values[:24])


def test_fewer_than_three_taps_are_not_shown() -> None:
    assert mood("mood", empty(taps=taps("mood", [3, 4], JANUARY))) == ()


def test_figures_are_those_that_were_tapped() -> None:
    (found,) = mood("energy", empty(taps=taps("energy", [1, 5, 1, 5], JANUARY) + taps("mood", [3], JANUARY, 50)))
    assert (found.middle, found.low, found.high) == ((1, 5), 1, 5)
    assert found.dots == tuple(zip(JANUARY[:4], [1, 5, 1, 5], strict=True))
    assert found.evidence == ("tap:1", "tap:2", "tap:3", "tap:4")


@pytest.mark.parametrize(
    ("now", "before"),
    [([5] * 7, [1] * 24), ([5] * 10, [1] * 15)],
    ids=["too few taps this month", "too few before"],
)
def test_with_little_material_nothing_is_compared(now: list[int], before: list[int]) -> None:
    assert changed(now, before) == "early"


def test_eight_taps_in_two_weeks_are_too_close_together_to_compare() -> None:
    fortnight = [in_january(day) for day in range(5, 13)]
    assert change(taps("mood", [5] * 8, fortnight), taps("mood", [1] * 24, BEFORE, 100)) == "early"


def test_a_large_change_is_told_in_its_direction_and_rests_on_all_taps_compared() -> None:
    assert changed([5, 4, 5, 5, 4, 5, 5, 4, 5, 5], [2, 3] * 12) == "higher"
    low = empty(taps=taps("mood", [1, 2] * 5, JANUARY), earlier_taps=taps("mood", [4, 3] * 12, BEFORE, 100))
    (found,) = mood("mood", low)
    assert found.change == "lower"
    assert len(found.evidence) == 34


def test_a_small_or_uncertain_change_is_none() -> None:
    assert changed([3] * 9 + [4], [3] * 24) == "same"  # a tenth of a point
    assert changed([1, 5, 2, 5, 4, 1, 5, 4, 3, 5], [1, 5, 3, 2] * 6) == "same"  # within wide ups and downs


def test_unchanged_months_seldom_raise_an_alarm_and_large_shifts_are_often_seen() -> None:
    random = Random(2026)
    alarms = sum(simulated_month(random, 0) != "same" for _ in range(1500)) / 1500
    seen = sum(simulated_month(random, 1.5) == "higher" for _ in range(500)) / 500
    assert alarms <= 0.04
    assert seen >= 0.45


def test_words_never_move_the_mood() -> None:
    def moods(text: str) -> list[Mood]:
        month = rich()
        rewritten = replace(month, answers=tuple(replace(part, text=text) for part in month.answers))
        return [finding for finding in findings(rewritten, LIBRARY) if isinstance(finding, Mood)]

    assert moods("Ik ben woedend en doodmoe.") == moods("Heerlijk, vol energie!") != []
