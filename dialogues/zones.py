"""From what a leader calls a place to its time zone, and back to a name that reads well."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

from dialogues.model import LANGUAGES, Language

AREAS = frozenset(
    ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
)
# Well-known places that no time zone is named after.
TOWNS: dict[str, tuple[str, ...]] = {
    "Europe/Amsterdam": (
        "Den Haag", "'s-Gravenhage", "The Hague", "Utrecht", "Rotterdam", "Eindhoven", "Groningen", "Tilburg", "Almere",
        "Breda", "Nijmegen", "Arnhem", "Haarlem", "Enschede", "Amersfoort", "Apeldoorn", "Den Bosch",
        "'s-Hertogenbosch", "Zwolle", "Zoetermeer", "Leiden", "Maastricht", "Dordrecht", "Leeuwarden", "Delft",
        "Middelburg", "Assen", "Lelystad", "Hilversum", "Deventer", "Wageningen", "Gouda", "Holland",
    ),
    "Europe/Brussels": (
        "Antwerpen", "Antwerp", "Gent", "Ghent", "Brugge", "Bruges", "Leuven", "Louvain", "Luik", "Liège", "Mechelen",
        "Namen", "Namur", "Hasselt", "Kortrijk", "Oostende", "Ostend", "Charleroi", "Bruxelles", "Vlaanderen",
        "Flanders",
    ),
    "Europe/Berlin": (
        "Bonn", "Hamburg", "München", "Munich", "Keulen", "Köln", "Cologne", "Frankfurt", "Düsseldorf", "Stuttgart",
        "Leipzig", "Dresden", "Bremen", "Aken", "Aachen", "Duitsland", "Germany",
    ),
    "Europe/London": ("Oxford", "Cambridge", "Manchester", "Birmingham", "Edinburgh", "Cardiff", "Engeland", "England"),
    "Europe/Zurich": ("Genève", "Geneva", "Bern", "Bazel", "Basel", "Lausanne"),
    "Europe/Paris": ("Lyon", "Marseille", "Straatsburg", "Strasbourg", "Lille", "Rijsel"),
    "Europe/Rome": ("Milaan", "Milan", "Florence", "Napels", "Naples", "Turijn", "Turin", "Venetië", "Venice"),
    "Europe/Madrid": ("Barcelona", "Valencia", "Sevilla", "Seville"),
    "Africa/Johannesburg": ("Kaapstad", "Cape Town", "Pretoria", "Durban"),
    "Africa/Nairobi": ("Mombasa", "Kisumu"),
    "Africa/Lagos": ("Abuja", "Kano"),
    "America/New_York": (
        "Washington", "Washington DC", "Boston", "Philadelphia", "Miami", "Atlanta",
    ),
    "America/Los_Angeles": ("San Francisco", "Seattle", "San Diego"),
    "America/Toronto": ("Ottawa", "Montreal"),
    "America/Sao_Paulo": ("Rio de Janeiro", "Brasilia"),
    "Asia/Kolkata": ("Delhi", "New Delhi", "Mumbai", "Bangalore", "Bengaluru", "Chennai"),
    "Asia/Shanghai": ("Peking", "Beijing"),
    "Asia/Ho_Chi_Minh": ("Hanoi",),
    "Asia/Jerusalem": ("Tel Aviv",),
    "Asia/Dubai": ("Abu Dhabi",),
    "Asia/Karachi": ("Islamabad", "Lahore"),
    "Europe/Istanbul": ("Ankara",),
    "Europe/Lisbon": ("Porto",),
    "Australia/Sydney": ("Canberra",),
    "Pacific/Auckland": ("Wellington",),
}  # fmt: skip


def find(words: str) -> str | None:
    """The IANA name for an IANA name, a city or a country with one time zone, in Dutch or English; None if unknown.

    Case and accents do not matter; what follows a comma, and a leading "in", are left out when that helps.
    """
    plain = words.strip()
    exact = _by_name().get(plain.casefold())
    return exact or _places().get(_folded(plain)) or _places().get(_folded(plain.partition(",")[0].removeprefix("in ")))


def label(zone: str, language: Language) -> str:
    """The city a zone is named after, as it is called in that language."""
    return get_timezone_location(zone, locale=language, return_city=True).rpartition("/")[2]


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
