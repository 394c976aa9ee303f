"""Dates and hours in words."""

from datetime import UTC, date, datetime, time

import pytest

from dialogues.asking import phrases

DAY = date(2026, 12, 8)


@pytest.mark.parametrize(("language", "words"), [("nl", "dinsdag 8 december"), ("en", "Tuesday 8 December")])
def test_a_day_has_its_name_its_number_and_its_month(language, words):
    assert phrases.day(DAY, language) == words


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "dinsdag 8 december om 8:30"), ("en", "Tuesday 8 December at 08:30")]
)
def test_a_moment_is_told_on_the_clock_of_the_leader(language, words):
    assert phrases.moment(datetime(2026, 12, 8, 7, 30, tzinfo=UTC), "Europe/Amsterdam", language) == words


def test_a_moment_across_midnight_has_the_local_date():
    late = datetime(2026, 12, 8, 22, 15, tzinfo=UTC)
    assert phrases.moment(late, "Africa/Nairobi", "nl") == "woensdag 9 december om 1:15"


@pytest.mark.parametrize(("language", "words"), [("nl", "december"), ("en", "December")])
def test_a_month_is_its_name(language, words):
    assert phrases.month(DAY, language) == words


@pytest.mark.parametrize(
    ("numbers", "language", "words"),
    [
        ((1,), "nl", "dinsdag"), ((1, 3), "nl", "dinsdag en donderdag"), ((1, 3), "en", "Tuesday and Thursday"),
        ((0, 2, 4), "nl", "maandag, woensdag en vrijdag"), ((0, 2, 4), "en", "Monday, Wednesday and Friday"),
    ],
)  # fmt: skip
def test_weekdays_are_listed_as_in_a_sentence(numbers, language, words):
    assert phrases.days(numbers, language) == words


@pytest.mark.parametrize(
    ("times", "language", "words"),
    [
        ((time(8, 30), time(16, 30)), "nl", "8:30 en 16:30"), ((time(8, 30), time(16, 30)), "en", "08:30 and 16:30"),
        ((time(12, 30), time(12, 30)), "nl", "12:30"),
    ],
)  # fmt: skip
def test_hours_are_named_once(times, language, words):
    assert phrases.hours(times, language) == words


def test_a_month_with_its_year_and_a_day_in_full_are_said_in_both_languages():
    day = date(2026, 12, 8)
    assert [phrases.month_year(day, language) for language in ("nl", "en")] == ["december 2026", "December 2026"]
    assert [phrases.full_day(day, language) for language in ("nl", "en")] == ["8 december 2026", "8 December 2026"]


def test_a_day_in_a_list_is_short():
    assert [phrases.short_day(DAY, language) for language in ("nl", "en")] == ["di 8 dec", "Tue 8 Dec"]
