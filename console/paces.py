"""How fast people answer, drawn: per week and wave a bar up to the step within which the middle one answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from console.charts import BOTTOM, HEIGHT, TOP, WIDEST, WIDTH, short_day
from console.words import Words
from summaries.cohort.facts import Pace
from summaries.cohort.figures import Week

STEPS: Final[tuple[Pace, ...]] = ("hour", "half_day", "day", "later")  # the later, the higher
LEFT = 76  # units of the drawing: room for "12 hours"
GAP = 1  # between two bars of one week
EVERY = 5  # labels that fit below each other's side


@dataclass(frozen=True, slots=True)
class Bar:
    """So many people in the week of this Monday, within what the middle one answered, in units of the drawing."""

    monday: date
    people: int
    said: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Paces:
    """Bars over a line for each step; `lines` and `labels`: where they stand, and what is written there."""

    bars: tuple[Bar, ...]
    lines: tuple[tuple[float, str], ...]
    labels: tuple[tuple[float, str], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    bottom: int = HEIGHT - BOTTOM


def paces(weeks: Sequence[Week], most: int, words: Words) -> Paces:
    """The newest weeks, `most` of them, up to the last that is told; one that is not told has its place and no bar."""
    last = max((number for number, week in enumerate(weeks, 1) if week.paces), default=0)
    shown = weeks[:last][-most:]
    lines = [(_height(0), ""), *((_height(number), words(f"pace.short_{one}")) for number, one in enumerate(STEPS, 1))]
    labels = [
        (round(_middle(number, len(shown)), 1), short_day(week.monday, words.language))
        for number, week in enumerate(shown)
        if number % -(-len(shown) // EVERY) == 0
    ]
    return Paces(tuple(_bars(shown, words)), tuple(lines), tuple(labels))


def _bars(weeks: Sequence[Week], words: Words) -> Iterator[Bar]:
    """Those of one week side by side, in the order of the waves."""
    whole = min(WIDEST, (WIDTH - LEFT) / max(1, len(weeks)) * 0.62)
    for number, week in enumerate(weeks):
        for place, (people, pace) in enumerate(week.paces):
            room = whole / len(week.paces)
            x = _middle(number, len(weeks)) - whole / 2 + room * place
            y = _height(STEPS.index(pace) + 1)
            yield Bar(week.monday, people, words(f"pace.{pace}"), round(x + GAP / 2, 1), y, round(room - GAP, 1))


def _middle(number: int, of: int) -> float:
    """Where the middle of a week stands."""
    return LEFT + (WIDTH - LEFT) / of * (number + 0.5)


def _height(step: int) -> float:
    whole = HEIGHT - TOP - BOTTOM
    return round(TOP + whole * (1 - step / len(STEPS)), 1)
