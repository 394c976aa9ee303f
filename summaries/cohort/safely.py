"""Numbers of people as shares in wide steps: the only form in which anything about a group leaves this package.

A share says "step 2 of 5", so "from 40 to 60 % of them", and a step is at least five people wide. That is the rounding
to five of OpenSAFELY's output rules and the threshold of k-anonymity (Sweeney 2002) in one: nobody can tell one, two or
four people from none, nor four short of everybody from everybody. How fine the steps are depends only on how many
people there are, never on what they did, so that the fineness itself tells nothing. Below ten people a step cannot hold
five, and one person would move a half week by week, which four others read off; so there is one step: no share tells
anything. Of four weeks together there is then one word (`summaries.cohort.participation`), of a dilemma a `lean`.

What people tapped is told once in a period and not every week, so its steps are three people wide: one or two are never
told from none, and what who knows some places gains by it has its bar in the tests.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

K = 5  # no figure about fewer people
BOTH = 10  # two steps of five; also the fewest people of whom a distribution of what they tapped is shown
TWICE = 2  # values, each of as many people, without which a distribution would tell what everybody tapped
STEP = 3  # people in a step of a distribution
FINEST = (10, 5, 4, 3, 2, 1)  # into how many steps a whole may be cut; ten of ten per cent at most
MORE, LESS = Fraction(1, 3), Fraction(2, 3)  # about half: so much is answered at least, or at most


@dataclass(frozen=True, slots=True)
class Share:
    """Which of so many equal steps (0 is the lowest) a part of a group lies in; ValueError when there is no such."""

    step: int
    steps: int

    def __post_init__(self) -> None:
        if self.steps not in FINEST or not 0 <= self.step < self.steps:
            raise ValueError("there is no such share")

    @property
    def percents(self) -> tuple[int, int]:
        """From and to, rounded outwards to tens: both are true of the group."""
        return 100 * self.step // self.steps // 10 * 10, -(-10 * (self.step + 1) // self.steps) * 10


def share(count: int, people: int, width: int = K) -> Share:
    """`count` of so many `people` as a share, in steps of `width` people or wider.

    ValueError when there are fewer than five people or it is no part of them.
    """
    if people < K or not 0 <= count <= people:
        raise ValueError("a share is of five people or more")
    steps = fineness(people, width)
    return Share(min(count * steps // people, steps - 1), steps)


@cache
def fineness(people: int, width: int = K) -> int:
    """Into how many steps, each of five people or more, a group is cut: one below ten people, which tells nothing."""
    return next((steps for steps in FINEST if people >= steps * width), FINEST[-1])


def bounds(of: Share, people: int) -> tuple[int, int]:
    """The fewest and the most of so many people that show as this share; none to all when it is finer than it may be.

    The latter for what was kept when fewer than ten people were still cut into halves.
    """
    if of.steps > fineness(people):
        return 0, people
    low = -(-of.step * people // of.steps)
    return low, people if of.step == of.steps - 1 else -(-(of.step + 1) * people // of.steps) - 1


def spread(counts: Sequence[int]) -> tuple[Share, ...]:
    """How people are spread over values, a share per value; () when it is held back.

    `counts`: people per value, each in one of them. A step is three people wide or wider. Held back below ten people,
    since four of fewer could put their own values together and tell the others' from what is shown; and unless two
    values have two people or more each.
    """
    people = sum(counts)
    if people < BOTH or sum(count >= TWICE for count in counts) < TWICE:
        return ()
    return tuple(share(count, people, STEP) for count in counts)
