from collections.abc import Sequence
from datetime import date

import pytest

from dialogues.library import library
from summaries.cohort.facts import Mirror, Spread
from summaries.cohort.safely import Share
from summaries.cohort.text import Part, parts

LIBRARY = library()


def month(number: int, *steps: int, about: str = "P01", of: int = 5) -> Mirror:
    """The mirror of a month, with where people stood on one dilemma."""
    shares = tuple(Share(step, of) for step in steps)
    return Mirror(date(2026, number, 1), date(2026, number, 28), 20, (Spread(about, shares),))


def told(mirror: Mirror, *before: Mirror) -> Sequence[Part]:
    return [*parts(mirror, LIBRARY, "nl", before)]


def shares(part: Part) -> tuple[str, str, str]:
    return part[1]["share_a"], part[1]["share_mid"], part[1]["share_b"]


def test_a_dilemma_that_comes_back_has_arrows_for_more_and_fewer_and_says_since_when() -> None:
    scale, moved = told(month(10, 1, 1, 3), month(9, 3, 1, 1))
    assert shares(scale) == ("20–40 % ↓", "20–40 %", "60–80 % ↑")
    assert moved == ("cohort_moved", {"month": "september 2026"})


def test_it_is_compared_with_the_last_mirror_that_showed_it() -> None:
    _, moved = told(month(10, 1, 1, 3), month(5, 1, 1, 3), month(6, 3, 1, 1), month(7, 0, 0, 4, about="P02"), month(8))
    assert moved == ("cohort_moved", {"month": "juni 2026"})


@pytest.mark.parametrize(
    "before", [(), (month(9, 1, 1, 3),), (month(9, 0, 0, 0, 0, 0, 0, 9, of=10),), (month(9, 3, 1, 1, about="P02"),)]
)
def test_without_a_difference_that_can_be_told_there_is_no_arrow(before: tuple[Mirror, ...]) -> None:
    ((_, _),) = found = told(month(10, 1, 1, 3), *before)
    assert shares(found[0]) == ("20–40 %", "20–40 %", "60–80 %")


def test_a_quarter_is_called_by_its_first_and_last_month() -> None:
    quarter = Mirror(date(2026, 4, 1), date(2026, 6, 30), 20, month(4, 3, 1, 1).positions)
    assert told(month(10, 1, 1, 3), quarter)[1][1] == {"month": "april 2026 – juni 2026"}
