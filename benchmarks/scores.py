"""Scores: how often a yes or no was right, and what baselines, bars and times make of it; pure sums."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Safety = Literal["none", "strain", "crisis"]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of yes said rightly (`right`), wrongly (`wrong`), and of yes that should have been said (`missed`)."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was said that is so; 1 when nothing was said."""
        said = self.right + self.wrong
        return self.right / said if said else 1.0

    @property
    def recall(self) -> float:
        """The share of what is so that was said; 1 when there was nothing to say."""
        meant = self.right + self.missed
        return self.right / meant if meant else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """What was asked of a figure, and what it is; `least` tells whether the figure should be at least the bar."""

    name: str
    asked: float
    figure: float
    least: bool = True

    @property
    def met(self) -> bool:
        """Whether the figure is good enough."""
        return self.figure >= self.asked if self.least else self.figure < self.asked

    def __str__(self) -> str:
        sign = "at least" if self.least else "under"
        return f"{'met' if self.met else 'NOT MET':<8} {self.name}: {self.figure:.2f}, asked {sign} {self.asked:.2f}"


def score(pairs: Iterable[tuple[bool, bool]]) -> Score:
    """The score of (said, meant) pairs."""
    counted = list(pairs)
    right = sum(said and meant for said, meant in counted)
    return Score(right, sum(said for said, _ in counted) - right, sum(meant for _, meant in counted) - right)


def share(verdicts: Iterable[bool]) -> float:
    """The share that is true; 1 of nothing."""
    counted = list(verdicts)
    return sum(counted) / len(counted) if counted else 1.0


def percentile(figures: Sequence[float], part: float) -> float:
    """The smallest figure that at least `part` (0..1) of the figures do not exceed; 0 of nothing."""
    ordered = sorted(figures)
    whole = -(-len(ordered) * part // 1)  # rounded up
    return ordered[max(0, int(whole) - 1)] if ordered else 0.0


def hits(quote: str | None, best: str) -> bool:
    """Whether the sentence that is quoted is the one that was labelled, or holds it, or is a part of it."""
    return quote is not None and (quote in best or best in quote)
