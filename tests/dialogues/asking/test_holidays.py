"""The public holidays of the countries that are offered, year by year."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from dialogues.asking import holidays, rhythm

YEARS = range(2025, 2033)


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian reckoning."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


# Fixed dates, and days after Easter Sunday.
EXPECTED = {
    "nl": (("01-01", "12-25", "12-26"), (-2, 0, 1, 39, 49, 50)),
    "be": (("01-01", "05-01", "07-21", "08-15", "11-01", "11-11", "12-25"), (0, 1, 39, 49, 50)),
    "de": (("01-01", "05-01", "10-03", "12-25", "12-26"), (-2, 1, 39, 50)),
    "gb": (("01-01", "12-25", "12-26"), (-2, 1)),  # as in England
}


def of_year(country: str, year: int) -> Iterator[date]:
    fixed, moving = EXPECTED[country]
    yield from (date.fromisoformat(f"{year}-{day}") for day in fixed)
    yield from (easter(year) + timedelta(days=days) for days in moving)
    if country == "nl":
        king = date(year, 4, 27)
        yield king if king.weekday() < 6 else king - timedelta(days=1)
        if year % 5 == 0:
            yield date(year, 5, 5)  # a day off once in five years
    if country == "gb":
        yield from (_monday(date(year, month, day)) for month, day in ((5, 1), (5, 25), (8, 25)))
        yield from _instead(year)


def _monday(day: date) -> date:
    """The first Monday from that day on."""
    return day + timedelta(days=-day.weekday() % 7)


def _instead(year: int) -> Iterator[date]:
    """A holiday in a weekend is kept on the next working day that is free."""
    kept = {date(year, 12, 25), date(year, 12, 26)}
    for holiday in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        if holiday.weekday() > 4:
            later = (holiday + timedelta(days=n) for n in range(1, 4))
            instead = next(day for day in later if day.weekday() <= 4 and day not in kept)
            kept.add(instead)
            yield instead


@pytest.mark.parametrize("country", EXPECTED)
@pytest.mark.parametrize("year", YEARS)
def test_every_public_holiday_is_known_and_no_other_day(country, year):
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    found = {day for day in days if day.year == year and holidays.is_holiday(day, country)}
    assert found == set(of_year(country, year))


def test_what_is_offered_is_known_and_none_has_no_holidays():
    assert set(rhythm.COUNTRIES) == set(EXPECTED)
    assert not any(holidays.is_holiday(date(2026, 12, 25) + timedelta(days=n), "none") for n in range(8))
