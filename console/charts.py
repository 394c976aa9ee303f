"""Where the bands of a chart stand: from what is known of a group to coordinates; a template draws them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from dialogues.asking.phrases import LOCALES
from dialogues.model import Language
from summaries.cohort.figures import Range

WIDTH, HEIGHT = 360, 190  # units of the drawing; it scales to the page
LEFT, TOP, BOTTOM = 44, 12, 28  # room for the labels
WIDEST = 36  # a band, however few there are
EVERY = 6  # labels that fit below each other's side


@dataclass(frozen=True, slots=True)
class Band:
    """One figure as a band from the fewest to the most, in units of the drawing, with its label and its percents."""

    label: str
    x: float
    y: float
    width: float
    height: float
    low: int
    high: int
    told: bool  # is there room for its label?

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Chart:
    """Bands side by side over lines at 0, 50 and 100 per cent."""

    bands: tuple[Band, ...]
    lines: tuple[tuple[float, int], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM

    @property
    def sure(self) -> bool:
        """Is anything in it certain? Bands that all begin at nothing look like a fault."""
        return any(band.low for band in self.bands)

    @property
    def most(self) -> int:
        """The per cent that no band goes beyond."""
        return max((band.high for band in self.bands), default=0)


Percents = tuple[int, int] | None  # from and to; None of nobody


def of_people(of: Range) -> Percents:
    """The percents of a figure, when it is about anybody."""
    return of.percents if of.of else None


def chart(rows: Sequence[tuple[str, Percents]]) -> Chart:
    """A chart of figures with their labels, in their order; a figure of nobody has no band."""
    room = (WIDTH - LEFT) / max(1, len(rows))
    width = min(WIDEST, room * 0.62)
    step = -(-len(rows) // EVERY)
    bands = tuple(
        _band(label, of, LEFT + room * (number + 0.5) - width / 2, width, told=number % max(1, step) == 0)
        for number, (label, of) in enumerate(rows)
    )
    return Chart(bands, tuple((_height(percent), percent) for percent in (0, 50, 100)))


def _band(label: str, of: Percents, x: float, width: float, *, told: bool) -> Band:
    low, high = of or (0, 0)
    top = _height(high)
    return Band(label, round(x, 1), top, round(width, 1), round(_height(low) - top, 1), low, high, told)


def _height(percent: int) -> float:
    whole = HEIGHT - TOP - BOTTOM
    return round(TOP + whole * (1 - percent / 100), 1)


def short_day(on: date, language: Language) -> str:
    """Such as "8 dec" or "8 Dec"."""
    return format_date(on, "d MMM", locale=LOCALES[language]).rstrip(".")
