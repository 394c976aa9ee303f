"""Dots of a leader's own over time, as coordinates; templates draw them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from console.charts import short_day
from dialogues.model import Language

WIDTH, ROW, EDGE = 360, 26, 24  # units of a drawing, which scales to the page
HEIGHT = 120  # of a strip
POSITIONS, VALUES = 7, 5


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot with what it says; `now`: the newest."""

    x: float
    y: float
    on: date
    value: int
    now: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Dots, the lines or places behind them, and the labels at the ends of time."""

    dots: tuple[Dot, ...]
    places: tuple[float, ...]
    height: float
    begin: str = ""
    end: str = ""
    width: int = WIDTH
    edge: int = EDGE


def field_of(placed: Sequence[tuple[date, int]]) -> Drawing:
    """Positions 1..7 from left to right, a row for each time, the newest on top."""
    step = (WIDTH - 2 * EDGE) / (POSITIONS - 1)
    rows = list(reversed(placed))
    dots = tuple(
        Dot(round(EDGE + (value - 1) * step, 1), ROW * (number + 0.5), on, value, number == 0)
        for number, (on, value) in enumerate(rows)
    )
    return Drawing(dots, tuple(round(EDGE + place * step, 1) for place in range(POSITIONS)), ROW * len(rows))


def strip(values: Sequence[tuple[date, int]], language: Language) -> Drawing:
    """Values 1..5 from low to high over the days from the first to the last."""
    first, last = values[0][0], values[-1][0]
    days = max(1, (last - first).days)
    step = (HEIGHT - 2 * EDGE) / (VALUES - 1)
    dots = tuple(
        Dot(
            round(EDGE + (on - first).days / days * (WIDTH - 2 * EDGE), 1),
            HEIGHT - EDGE - (value - 1) * step,
            on,
            value,
            number == len(values) - 1,
        )
        for number, (on, value) in enumerate(values)
    )
    lines = tuple(HEIGHT - EDGE - place * step for place in range(VALUES))
    return Drawing(dots, lines, HEIGHT, short_day(first, language), short_day(last, language))
