"""What an attack gains over a guess, in points of a hundred, and how sure that figure is."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev


@dataclass(frozen=True, slots=True)
class Gain:
    """Hit rates in per cent: of who guesses from one figure, and of who has all; the gain with half its 95 % interval.

    The gain is the mean, over all sequences, of how much likelier the second guess is than the first after all that
    was seen, which varies less than counting hits does.
    """

    guessing: float
    attack: float
    points: float
    half: float

    @property
    def at_most(self) -> float:
        """The points, and half their interval on top."""
        return self.points + self.half


@dataclass(frozen=True, slots=True)
class Try:
    """One sequence: whether the guess and the attack were right, and how much likelier the attack was to be."""

    guessed: bool
    hit: bool
    better: float


def gain(tries: Sequence[Try]) -> Gain:
    """The gain over so many tries."""
    better = [each.better for each in tries]
    return Gain(
        100 * fmean(each.guessed for each in tries),
        100 * fmean(each.hit for each in tries),
        100 * fmean(better),
        196 * pstdev(better) / len(tries) ** 0.5,
    )
