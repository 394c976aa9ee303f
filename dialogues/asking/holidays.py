"""Which days nobody should be asked anything: the public holidays of a leader's country."""

from datetime import date
from functools import lru_cache

import holidays

NOWHERE = "none"  # a leader who wants no public holidays to be skipped
PARTS = {"gb": "ENG"}  # where a country has days of its own in each part, the part where most people live


def known(country: str) -> bool:
    """Whether it is an ISO code in lower case whose public holidays we can tell, or "none"."""
    return country == NOWHERE or (len(country) == 2 and country.islower() and _supported(country))


@lru_cache
def _supported(country: str) -> bool:
    try:
        holidays.country_holidays(country.upper())
    except NotImplementedError:
        return False
    return True


def is_holiday(day: date, country: str) -> bool:
    """Whether the day is a public holiday there. Raises NotImplementedError for a country that is not `known`."""
    return country != NOWHERE and day in _of_year(country, day.year)


@lru_cache(maxsize=256)
def _of_year(country: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays(country.upper(), PARTS.get(country), years=year))
