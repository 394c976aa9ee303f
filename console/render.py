"""Pages from templates: everything that is filled in is escaped, and a name that is not there is an error."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from console import charts
from console.words import Words
from dialogues.asking import phrases
from dialogues.model import Language
from summaries.cohort.mirror import MEMBERS
from summaries.cohort.safely import BOTH, K

SIZES = {"some": K, "figures": BOTH, "mirror": MEMBERS}  # from how many people on what can be seen


def html(template: str, words: Words, values: Mapping[str, object]) -> str:
    """The page `template` (without its ending) in one language."""
    return _templates().get_template(f"{template}.html.j2").render({**values, **_spoken(words)})


def _spoken(words: Words) -> Mapping[str, object]:
    """What every template may say in this language."""
    return {
        "t": words,
        "sizes": SIZES,
        "language": words.language,
        "day": lambda on: phrases.full_day(on, words.language),
        "short_day": lambda on: charts.short_day(on, words.language),
        "weekday": lambda on: phrases.day(on, words.language),
        "month": lambda on: phrases.month_year(on, words.language),
        "period": lambda first, last: _period(first, last, words.language),
        "moment": lambda at, zone: phrases.moment(at, zone, words.language),
    }


def _period(first: date, last: date, language: Language) -> str:
    """The month or the months of a mirror."""
    return " – ".join(dict.fromkeys(phrases.month_year(on, language) for on in (first, last)))


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("console"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["isodate"], made.filters["as_date"] = _iso, date.fromisoformat
    return made


def _iso(on: date | datetime) -> str:
    return on.isoformat()
