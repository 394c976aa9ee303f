"""Who reads from a year of words, one in four weeks, whether one of a small group answers everything or nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import product
from math import ceil, prod
from random import Random
from statistics import fmean

from benchmarks.attacks.weighing import Habits, Weights
from summaries.cohort.safely import LESS, MORE

LINES = tuple(MORE + (LESS - MORE) * Fraction(2 * number + 1, 48) for number in range(24))


@dataclass(frozen=True, slots=True)
class Year:
    """Thirteen times four weeks of a wave: who does what when, and the words. The target is 0, the known follow it."""

    known: int
    until: tuple[int, ...]  # per person: how many of the thirteen they were there
    did: tuple[tuple[bool, ...], ...]
    told: tuple[bool, ...]
    used: bool  # is the target somebody who answers?


WORDS = 13
HABITS = Habits()


def year(random: Random, known: int) -> Year:
    """Five to nine people who come together; some leave, each answers everything or nothing and slips now and then."""
    people = random.randint(5, 9)
    until = [WORDS] * people
    for who in random.sample(range(people), random.choice((0, 0, 1, 2))):
        until[who] = random.randint(1, WORDS)
    used = [random.random() < HABITS.usual for _ in range(people)]
    did = tuple(
        tuple(now < until[who] and used[who] != (random.random() < HABITS.slip) for now in range(WORDS))
        for who in range(people)
    )
    least = Fraction(1, 3) + Fraction(random.random()) / 3
    told = tuple(sum(row[now] for row in did) >= least * people for now in range(WORDS))
    return Year(known, tuple(until), did, told, used[0])


def guess(one: Year, seen: int) -> Weights:
    """How likely it is that the target does not usually answer, and does, after so many words."""
    unknown = range(1 + one.known, len(one.did))
    alike = Counter(one.until[who] for who in unknown)  # who stay as long cannot be told apart
    weights = [0.0, 0.0]
    for each, some in product(LINES[1::3], product(*(range(many + 1) for many in alike.values()))):
        prior = prod(HABITS.has(ready, many) for ready, many in zip(some, alike.values(), strict=True))
        for target in (False, True):
            weights[target] += prior * prod(
                _likely(one, now, each, (*zip(alike, some, alike.values(), strict=True), (one.until[0], target, 1)))
                for now in range(seen)
            )
    return tuple(weight / sum(weights) for weight in weights)


def _likely(one: Year, now: int, each: Fraction, crowd: Sequence[tuple[int, int, int]]) -> float:
    """The chance of a word when of each crowd, who stay until then, so many are used to answering."""
    here = [(ready, many) for until, ready, many in crowd if now < until]
    known = sum(row[now] for row in one.did[1 : 1 + one.known])
    more = _reaches(sum(ready for ready, _ in here), sum(many for _, many in here), ceil(each * len(one.did)) - known)
    return more if one.told[now] else 1 - more


@cache
def _reaches(ready: int, people: int, least: int) -> float:
    chances = [1.0]
    for person in range(people):
        does = HABITS.does(True, person < ready)
        chances = [a * (1 - does) + b * does for a, b in zip([*chances, 0.0], [0.0, *chances], strict=True)]
    return sum(chances[max(least, 0) :])


def known_to(known: int, years: int) -> tuple[float, float]:
    """How often in per cent the likeliest guess is right after one word and after a year of them, in so many years."""
    random = Random(31)
    told = [year(random, known) for _ in range(years)]
    one, all_of_it = (100 * fmean(max(guess(each, seen)) for each in told) for seen in (1, WORDS))
    return one, all_of_it
