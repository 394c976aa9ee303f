"""What the letter's templates may call: figures, days, labels and own words as phrases; everything else is theirs."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Literal

from markupsafe import Markup

from dialogues.model import Language, Library
from summaries import wording
from summaries.facts import Tension
from summaries.mirror import wording as question
from summaries.wording import shown


def phrases(
    language: Language, library: Library, month: date, *, markup: bool
) -> Mapping[str, Callable[..., str | int]]:
    """The functions of one letter by name. With `markup`, what they return is escaped where it is inserted."""

    def day(on: date) -> str:
        return wording.day(on, language, beside=month)

    def name(quality: str) -> str:
        return wording.lowered(shown(library.qualities[quality].name[language]))

    def pole(finding: Tension, side: Literal["a", "b"]) -> str:
        dilemma = library.dilemmas[finding.dilemma]
        return shown((dilemma.pole_a if side == "a" else dilemma.pole_b).label[language])

    def places(positions: Iterable[tuple[date, int]], place: str, on: str) -> str:
        return ", ".join(f"{place} {position} {on} {day(when)}" for when, position in positions)

    def message(key: str, n: int) -> str:
        return library.messages[key].text[language].replace("{n}", str(n))

    def counted(amounts: Iterable[tuple[str, int]]) -> str:
        return " · ".join(f"{name(quality)} {amount}" for quality, amount in amounts if amount)

    return {
        "month": lambda on: wording.month(on, language),
        "following": lambda: wording.next_month(month, language),
        "day": day,
        "pole": pole,
        "places": places,
        "message": message,
        "answered": lambda f: counted((quality, answered) for quality, _, answered in f.qualities),
        "unanswered": lambda f: counted((quality, asked - answered) for quality, asked, answered in f.qualities),
        "unasked": lambda f: sum(not asked for _, asked, _ in f.qualities),
        "asking": lambda f: question(f, language, library),
        "strong": _strong if markup else str,
        "own": _quoted if markup else _between,
        "bars": lambda f: wording.bars(value for _, value in f.dots),
        "track": lambda f: wording.track(position for _, position in f.now),
        "listed": _listed,
        "amount": lambda n, one, more: f"{n} {one if n == 1 else more}",
        "counts": lambda *pairs: " · ".join(f"{n} {what}" for n, what in pairs if n),
    }


def _strong(text: str) -> Markup:
    return Markup("<b>{}</b>").format(text)


def _quoted(text: str, below: str) -> Markup:
    return Markup("<blockquote>«{}»\n{}</blockquote>").format(shown(text), below)


def _between(text: str, below: str) -> str:
    return f"«{shown(text)}»\n{below}"


def _listed(last: str, *phrases: str | int) -> str:
    """Those phrases that there are, as in: a, b and c."""
    *first, final = [str(phrase) for phrase in phrases if phrase]
    return last.join([", ".join(first), final] if first else [final])
