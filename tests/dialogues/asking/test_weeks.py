"""Weeks of rest on the calendar: which they are, and how the weeks of a programme are counted around them."""

from datetime import date, timedelta

import pytest

from dialogues.asking import weeks
from dialogues.library import library
from dialogues.model import Programme, Rest, Text

YEAR, CORE = library().programmes["year_12m"], library().programmes["core_12w"]
NEW_YEAR = Programme("p", "1.0", Text("", ""), (), (Rest(12, 28, 2),))


@pytest.mark.parametrize(
    ("monday", "rests"),
    [
        ("2026-07-20", False), ("2026-07-27", True), ("2026-08-03", True), ("2026-08-10", True),
        ("2026-08-17", False), ("2026-12-21", False), ("2026-12-28", True), ("2027-01-04", False),
        ("2028-07-24", True), ("2028-08-14", False),
    ],
)  # fmt: skip
def test_the_year_rests_in_summer_and_after_christmas(monday, rests):
    assert weeks.resting(date.fromisoformat(monday), YEAR) is rests
    assert not weeks.resting(date.fromisoformat(monday), CORE)


def test_a_rest_may_lie_around_new_year():
    mondays = [date(2026, 12, 21) + n * weeks.ONE_WEEK for n in range(4)]
    assert [weeks.resting(monday, NEW_YEAR) for monday in mondays] == [False, True, True, False]


@pytest.mark.parametrize(
    ("count", "monday"), [(0, "2026-07-20"), (1, "2026-08-17"), (2, "2026-08-24"), (-1, "2026-07-13")]
)
def test_weeks_of_rest_do_not_count(count, monday):
    assert weeks.ahead(date(2026, 7, 20), count, YEAR) == date.fromisoformat(monday)


def test_going_back_passes_over_a_rest_too():
    assert weeks.ahead(date(2026, 8, 17), -1, YEAR) == date(2026, 7, 20)


@pytest.mark.parametrize(
    ("day", "gone"),
    [("2026-07-19", 0), ("2026-07-26", 0), ("2026-07-29", 1), ("2026-08-16", 1), ("2026-08-19", 1), ("2026-08-24", 2)],
)
def test_the_weeks_that_have_gone_by_are_those_with_questions(day, gone):
    assert weeks.gone(date(2026, 7, 20), date.fromisoformat(day), YEAR) == gone


def test_counting_ahead_and_counting_what_has_gone_agree():
    anchor = date(2026, 3, 2)
    for count in range(120):
        monday = weeks.ahead(anchor, count, YEAR)
        assert weeks.gone(anchor, monday + timedelta(days=4), YEAR) == count
        assert not weeks.resting(monday, YEAR)
