"""From what a leader calls a place to its time zone, and back to a name that reads well."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

from dialogues.asking.towns import TOWNS
from dialogues.model import LANGUAGES, Language

AREAS = frozenset(
    ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
)
NOWHERE = "ZZ"  # as CLDR calls the country of Etc/UTC
LIVING = re.compile(
    r"(?:ik (?:woon|werk|zit|ben)(?: nu)? in|ik ben in|i(?: live| work|(?:'| a)?m)(?: now)? in|in|bij|near) ",
    re.IGNORECASE,
)


def find(words: str) -> str | None:
    """The IANA name for an IANA name, a city or a country with one time zone, in Dutch or English; None if unknown.

    Case and accents do not matter; what follows a comma or bracket, and a leading "I live in", are left out when that
    helps.
    """
    plain = words.strip(" .!\n").replace("’", "'")
    exact = _by_name().get(plain.casefold())
    bare = LIVING.sub("", re.split(r"[,(]", plain)[0], count=1)
    return exact or _places().get(_folded(plain)) or _places().get(_folded(bare))


def label(zone: str, language: Language) -> str:
    """The city a zone is named after, as it is called in that language."""
    return get_timezone_location(zone, locale=language, return_city=True).rpartition("/")[2]


def territory(zone: str) -> str:
    """The country that a zone lies in: its ISO code in lower case, or "" for one that lies in none, as UTC."""
    found: str = get_global("zone_territories").get(zone, NOWHERE)
    return "" if found == NOWHERE else found.lower()


@lru_cache
def _by_name() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones() if name.partition("/")[0] in AREAS or name == "UTC"}


@lru_cache
def _places() -> dict[str, str]:
    """Folded name to zone; where two share a name, the first of towns, zones, translated cities and countries wins."""
    index: dict[str, str] = {}
    for place, zone in (*_towns(), *_cities(), *_translated(), *_countries()):
        index.setdefault(_folded(place), zone)
    return index


def _folded(place: str) -> str:
    """Lower case without accents or signs: "Liège" and "liege", "St. John's" and "st johns" are one."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", place.casefold()) if c.isalnum() or c in " -_")
    return " ".join(bare.replace("-", " ").replace("_", " ").split())


def _towns() -> Iterator[tuple[str, str]]:
    return ((town, zone) for zone, towns in TOWNS.items() for town in towns)


def _cities() -> Iterator[tuple[str, str]]:
    return ((zone.rpartition("/")[2], zone) for zone in sorted(_by_name().values(), key=_depth))


def _depth(zone: str) -> tuple[int, str]:
    return zone.count("/"), zone


def _translated() -> Iterator[tuple[str, str]]:
    usable = _by_name().values()
    for language in LANGUAGES:
        for zone, names in Locale.parse(language).time_zones.items():
            if "city" in names and zone in usable:
                yield names["city"], zone


def _countries() -> Iterator[tuple[str, str]]:
    for code, zones in get_global("territory_zones").items():
        for language in LANGUAGES:
            name = Locale.parse(language).territories.get(code)
            if name and len(zones) == 1:
                yield name, zones[0]
