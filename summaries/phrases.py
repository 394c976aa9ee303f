"""What the templates may call: figures, days, labels and own words as phrases; every other word is theirs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dialogues.model import Language, Library
from summaries import wording
from summaries.facts import Coverage, Tension
from summaries.mirror import wording as question
from summaries.wording import shown


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a summary speaks: its language, the library that holds the labels, and the month it is about."""

    language: Language
    library: Library
    month: date

    def day(self, on: date) -> str:
        """A day, with its year when that is not the month's."""
        return wording.day(on, self.language, beside=self.month)

    def quality(self, quality: str) -> str:
        """The name of a quality as it stands in a sentence."""
        return wording.lowered(shown(self.library.qualities[quality].name[self.language]))

    def pole(self, finding: Tension, side: Literal["a", "b"]) -> str:
        """The label of one side of a dilemma."""
        dilemma = self.library.dilemmas[finding.dilemma]
        return shown((dilemma.pole_a if side == "a" else dilemma.pole_b).label[self.language])

    def places(self, positions: Iterable[tuple[date, int]], place: str, on: str) -> str:
        """Positions with their days, in the words given for `place` and `on`."""
        return ", ".join(f"{place} {position} {on} {self.day(when)}" for when, position in positions)

    def message(self, key: str, n: int) -> str:
        """A message of the library with its {n} filled in."""
        return self.library.messages[key].text[self.language].replace("{n}", str(n))

    def answered(self, finding: Coverage) -> str:
        """Qualities with the number of questions answered."""
        return self._counted((quality, answered) for quality, _, answered in finding.qualities)

    def unanswered(self, finding: Coverage) -> str:
        """Qualities with the number of questions asked and not answered."""
        return self._counted((quality, asked - answered) for quality, asked, answered in finding.qualities)

    def _counted(self, amounts: Iterable[tuple[str, int]]) -> str:
        return " · ".join(f"{self.quality(quality)} {amount}" for quality, amount in amounts if amount)


def macros(template: str, tongue: Tongue, *, markup: bool) -> Any:
    """The macros of a template in the tongue's language. With `markup`, everything they are given is escaped."""
    return (
        _templates(markup=markup)
        .get_template(f"{template}.{tongue.language}.j2")
        .make_module({**_phrases(tongue), "strong": _strong if markup else str, "own": _quoted if markup else _between})
    )


def lines(text: str) -> str:
    """The lines of a part without the white space of its template."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


@cache
def _templates(*, markup: bool) -> Environment:
    return Environment(
        loader=PackageLoader("summaries"),
        autoescape=markup,  # noqa: S701 - the plain form has no markup to break out of
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _phrases(tongue: Tongue) -> Mapping[str, Callable[..., str | int]]:
    return {
        "month": lambda on: wording.month(on, tongue.language),
        "following": lambda: wording.next_month(tongue.month, tongue.language),
        "day": tongue.day,
        "pole": tongue.pole,
        "places": tongue.places,
        "message": tongue.message,
        "answered": tongue.answered,
        "unanswered": tongue.unanswered,
        "unasked": lambda finding: sum(not asked for _, asked, _ in finding.qualities),
        "asking": lambda finding: question(finding, tongue.language, tongue.library),
        "bars": lambda finding: wording.bars(value for _, value in finding.dots),
        "track": lambda finding: wording.track(position for _, position in finding.now),
        "listed": _listed,
        "amount": lambda n, one, more: f"{n} {one if n == 1 else more}",
        "counts": lambda *pairs: " · ".join(f"{n} {what}" for n, what in pairs if n),
    }


def _strong(text: str) -> Markup:
    return Markup("<b>{}</b>").format(text)


def _quoted(text: str, below: str) -> Markup:
    return Markup("<blockquote>«{}»\n{}</blockquote>").format(text, below)


def _between(text: str, below: str) -> str:
    return f"«{text}»\n{below}"


def _listed(last: str, *phrases: str | int) -> str:
    """Those phrases that there are, as in: a, b and c."""
    *first, final = [str(phrase) for phrase in phrases if phrase]
    return last.join([", ".join(first), final] if first else [final])
