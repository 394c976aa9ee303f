"""What the templates may call: figures, days, labels and own words as phrases; every other word is theirs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dialogues.asking import poles
from dialogues.model import Language, Library
from summaries import wording
from summaries.facts import Coverage, MoodYear, Side, Tension, Year, monthly
from summaries.mirror import wording as question
from summaries.thresholds import LONGER
from summaries.wording import shown

Form = Literal["html", "plain", "line"]  # for Telegram's parser; for a file; one line at a time, without titles
MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a summary speaks: its language, the library that holds the labels, and the first day it is about.

    `months`: is it the whole letter about a month? `quotes`: may the leader's own words be shown?
    """

    language: Language
    library: Library
    month: date
    months: bool = True
    quotes: bool = True

    def day(self, on: date) -> str:
        """A day, with its year when that is not the month's."""
        return wording.day(on, self.language, beside=self.month)

    def dated(self, on: date) -> str:
        """A day with its year."""
        return wording.day(on, self.language, beside=date.min)

    def programme(self, finding: Year) -> str:
        """The name of the programme that was looked back on; "" for a year, or when the library no longer has it."""
        known = self.library.programmes.get(finding.programme)
        return shown(known.name[self.language]) if known else ""

    def quality(self, quality: str) -> str:
        """The name of a quality as it stands in a sentence."""
        return wording.lowered(shown(self.library.qualities[quality].name[self.language]))

    def end(self, finding: Tension, number: Literal[1, 7]) -> str:
        """The label of the side that stands at 1 or at 7 for this leader."""
        return self.pole(finding, "a" if (number == 1) is not finding.swapped else "b")

    def pole(self, finding: Tension, side: Side) -> str:
        """The label of one side of a dilemma."""
        dilemma = self.library.dilemmas[finding.dilemma]
        return shown((dilemma.pole_a if side == "a" else dilemma.pole_b).label[self.language])

    def places(self, finding: Tension, positions: Sequence[tuple[date, int]], place: str, on: str) -> str:
        """Positions with their days, in the words given for `place` and `on`; of many how many, and between which."""
        seen = [_seen(finding, position) for _, position in positions]
        if len(positions) > MOST_PLACES:
            span = "–".join(dict.fromkeys((str(min(seen)), str(max(seen)))))
            return f"{len(seen)}× {place} {span} ({self._days(positions[0][0], positions[-1][0])})"
        return ", ".join(f"{place} {at} {on} {self.day(when)}" for at, (when, _) in zip(seen, positions, strict=True))

    def _days(self, first: date, last: date) -> str:
        near = (first.year, first.month) == (last.year, last.month)
        return f"{first.day}–{self.day(last)}" if near else f"{self.day(first)} – {self.day(last)}"

    def monthly(self, finding: MoodYear, last: str) -> str:
        """The middle value of each month; of two that differ both, with `last` between them."""
        told = ((on, last.join(dict.fromkeys(map(str, pair)))) for on, *pair in monthly(finding))
        return ", ".join(f"{wording.month(on, self.language)} {middle}" for on, middle in told)

    def message(self, key: str, n: str) -> str:
        """A message of the library with its {n} filled in."""
        return self.library.messages[key].text[self.language].replace("{n}", n)

    def answered(self, finding: Coverage) -> str:
        """Qualities with the number of questions answered."""
        return self._counted((quality, answered) for quality, _, answered in finding.qualities)

    def unanswered(self, finding: Coverage) -> str:
        """Qualities with the number of questions asked and not answered."""
        return self._counted((quality, asked - answered) for quality, asked, answered in finding.qualities)

    def covered(self, finding: Coverage, of: str) -> str:
        """Qualities that were asked about, with the questions answered, and out of how many when some are open."""
        asked = [row for row in finding.qualities if row[1]]
        told = ((quality, f"{done} {of} {put}" if done < put else str(done)) for quality, put, done in asked)
        return " · ".join(f"{self.quality(quality)} {amount}" for quality, amount in told)

    def _counted(self, amounts: Iterable[tuple[str, int]]) -> str:
        return " · ".join(f"{self.quality(quality)} {amount}" for quality, amount in amounts if amount)


def macros(template: str, tongue: Tongue, form: Form) -> Any:
    """The macros of a template in the tongue's language. As HTML, everything they are given is escaped."""
    shapes: dict[Form, Mapping[str, Callable[..., str]]] = {
        "html": {"strong": _strong, "own": _quoted},
        "plain": {"strong": str, "own": _between},
        "line": {"strong": lambda _title: "", "own": _between},
    }
    return (
        _templates(markup=form == "html")
        .get_template(f"{template}.{tongue.language}.j2")
        .make_module({**_phrases(tongue), **shapes[form], "quotes": tongue.quotes, "months": tongue.months})
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


def _phrases(tongue: Tongue) -> Mapping[str, Callable[..., str | int | date]]:
    return {
        "month": lambda on: wording.month(on, tongue.language),
        "following": lambda: wording.next_month(tongue.month, tongue.language),
        "day": tongue.day,
        "dated": tongue.dated,
        "programme": tongue.programme,
        "days": lambda days: wording.days_of(days, tongue.language),
        "end": tongue.end,
        "pole": tongue.pole,
        "places": tongue.places,
        "message": tongue.message,
        "monthly": tongue.monthly,
        "answered": tongue.answered,
        "covered": tongue.covered,
        "unanswered": tongue.unanswered,
        "unasked": lambda finding: sum(not asked for _, asked, _ in finding.qualities),
        "asking": lambda finding: question(finding, tongue.language, tongue.library),
        "bars": lambda finding: wording.bars(value for _, value in finding.dots),
        "monthly_bars": _monthly_bars,
        "track": lambda finding: wording.track(_seen(finding, position) for _, position in finding.now),
        "listed": _listed,
        "amount": lambda n, one, more: f"{n} {one if n == 1 else more}",
        "counts": lambda *pairs: ", ".join(f"{n} {what}" for n, what in pairs if n),
        "about": lambda: tongue.month,
        "long": lambda: LONGER,
        "named": lambda *pairs: " · ".join(f"{what} {n}" for n, what in pairs if n),
        "tapped": lambda *pairs: " · ".join(f"{what} {n}×" for n, what in pairs if n),
    }


def _seen(finding: Tension, position: int) -> int:
    """A position as this leader saw it: who sees pole B first has it at 1."""
    return poles.turned(position, swap=finding.swapped)


def _monthly_bars(finding: MoodYear) -> str:
    """One block a month from the first to the last, with a dot for a month without enough taps."""
    values = {_number(month): value for month, value, _ in finding.months}
    return "".join(
        wording.BARS[values[number] - 1] if number in values else "·" for number in range(min(values), max(values) + 1)
    )


def _number(month: date) -> int:
    return month.year * 12 + month.month


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
