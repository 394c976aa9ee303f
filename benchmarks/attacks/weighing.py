"""Who tries to learn what one person did: they know who came and went and how people behave, and see all releases.

Both attackers are exact: they weigh every possibility that agrees with what they saw, so none could guess better.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import comb, factorial, prod

Weights = tuple[float, ...]
Told = tuple[int, int, int, bool]  # in which week, from and to how many, was the target there
Counts = tuple[int, int, int]  # people on the left, in the middle, on the right


@dataclass(frozen=True, slots=True)
class Seen:
    """What is told of one week: of those `present` from `low` to `high` answered."""

    low: int
    high: int
    present: frozenset[str]


@dataclass(frozen=True, slots=True)
class Habits:
    """How people are: a share of them is used to answering, the rest to not, and each slips now and then."""

    usual: float = 0.5
    slip: float = 0.1

    def does(self, did: bool, used: bool) -> float:
        """The chance that somebody did answer, or did not, who is or is not used to it."""
        return 1 - self.slip if did == used else self.slip

    def has(self, used: int, people: int) -> float:
        """The chance that so many of so many people are used to answering."""
        return comb(people, used) * self.usual**used * (1 - self.usual) ** (people - used)


def weigh(target: str, week: int, seen: Mapping[int, Seen], habits: Habits) -> Weights:
    """How likely it is that the target did not answer in that week, and did, after all that was seen."""
    others = {who for one in seen.values() for who in one.present} - {target}
    alike = Counter(tuple(number for number, one in seen.items() if who in one.present) for who in others)
    told = tuple((number, one.low, one.high, target in one.present) for number, one in seen.items())
    return _weigh(week, told, tuple(sorted(alike.items())), habits)


@cache
def _weigh(
    week: int, told: tuple[Told, ...], alike: tuple[tuple[tuple[int, ...], int], ...], habits: Habits
) -> Weights:
    """`alike`: how many others were there in the same weeks, so that only their number counts."""
    found = [0.0, 0.0]
    priors = [[habits.has(each, size) for each in range(size + 1)] for _, size in alike]
    there = [[place for place, (weeks, _) in enumerate(alike) if number in weeks] for number, *_ in told]
    crowds = [sum(alike[place][1] for place in places) for places in there]
    for used in (False, True):
        does = [habits.does(False, used), habits.does(True, used)]
        for some in product(*(range(size + 1) for _, size in alike)):
            weight = habits.has(used, 1)
            for prior, each in zip(priors, some, strict=True):
                weight *= prior[each]
            likely = does
            for (number, low, high, here), places, people in zip(told, there, crowds, strict=True):
                ready = sum([some[place] for place in places])
                no, yes = (
                    _within(ready, people, low, high, habits),
                    _within(ready, people, low - here, high - here, habits),
                )
                if number == week:
                    likely = [does[0] * no, does[1] * yes]
                else:
                    weight *= does[0] * no + does[1] * yes
            found = [found[0] + weight * likely[0], found[1] + weight * likely[1]]
    return tuple(each / sum(found) for each in found)


@cache
def _within(ready: int, people: int, low: int, high: int, habits: Habits) -> float:
    """The chance that from `low` to `high` of so many people answered, of whom so many are used to it."""
    return sum(_counts(ready, people, habits)[max(low, 0) : max(high + 1, 0)])


@cache
def _counts(ready: int, people: int, habits: Habits) -> Weights:
    chances = [1.0]
    for person in range(people):
        does = habits.does(True, person < ready)
        chances = [a * (1 - does) + b * does for a, b in zip([*chances, 0.0], [0.0, *chances], strict=True)]
    return tuple(chances)


def best(weights: Weights, coin: float) -> int:
    """The likeliest; when several are, the coin (0 to 1) takes one."""
    most = [value for value, weight in enumerate(weights) if weight >= max(weights) * (1 - 1e-9)]
    return most[int(coin * len(most))]


def compositions(people: int) -> Iterator[Counts]:
    """All ways in which so many people can stand on three sides."""
    for left in range(people + 1):
        for middle in range(people - left + 1):
            yield left, middle, people - left - middle


def orders(counts: Sequence[int]) -> int:
    """In how many ways people can be told apart who stand like this."""
    return factorial(sum(counts)) // prod(map(factorial, counts))


def polya(*start: int) -> Callable[[Sequence[int]], int]:
    """How likely one particular row of people is, when groups lean as this prior says (Dirichlet)."""

    def weight(counts: Sequence[int]) -> int:
        return prod(begin + number for begin, count in zip(start, counts, strict=True) for number in range(count))

    return weight


def fixed(*chances: int) -> Callable[[Sequence[int]], int]:
    """The same when each person stands there with a chance that everybody knows."""
    return lambda counts: prod(chance**count for chance, count in zip(chances, counts, strict=True))
