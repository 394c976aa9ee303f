"""Who reads where one person stands from the mirrors of a group: four who know their own places, or two months."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from benchmarks.attacks.gains import Gain, Try, gain
from benchmarks.attacks.weighing import Counts, compositions, fixed, orders, polya
from summaries.cohort.safely import K, Share, spread

GROUPS = (10, 11, 12, 14, 15, 17, 20, 25)  # people
shown = cache(spread)
LEANS = {
    "groups lean in any way": polya(1, 1, 1),
    "groups lean somewhat": polya(3, 1, 3),
    "all positions are alike": fixed(3, 1, 3),
    "most stand left": fixed(7, 1, 2),
}


def exactly(counts: Counts) -> tuple[object, ...]:
    """What a mirror would show that gives numbers from five people on, when two values have two people or more."""
    return counts if sum(counts) >= K and sum(count >= 2 for count in counts) >= 2 else ()


def plus(counts: Sequence[int], other: Sequence[int]) -> Counts:
    """Two groups together."""
    left, middle, right = (one + more for one, more in zip(counts, other, strict=True))
    return left, middle, right


SIDES: tuple[Counts, ...] = ((1, 0, 0), (0, 1, 0), (0, 0, 1))


class Tally:
    """How often who sees this is right about the side of one person, in per cent, over all worlds."""

    def __init__(self) -> None:
        self._found: dict[object, list[int]] = defaultdict(lambda: [0, 0, 0])

    def add(self, saw: object, side: int, weight: int) -> None:
        """So much was seen while the person stands on this side, in worlds of this weight."""
        self._found[saw][side] += weight

    @property
    def hits(self) -> float:
        """How often the likeliest side is the right one, in per cent."""
        return 100 * sum(map(max, self._found.values())) / sum(map(sum, self._found.values()))


def subtracting(show: Callable[[Counts], object], people: int, lean: Callable[[Sequence[int]], int]) -> float:
    """What four gain who know their own places in the mirror, beside four like them whose places are not in it.

    The latter learn as much about how the group leans, but cannot subtract.
    """
    inside, beside = Tally(), Tally()
    for four in compositions(K - 1):
        for side, one in enumerate(SIDES):
            for others in compositions(people - K):
                every = plus(plus(four, others), one)
                inside.add((show(every), four), side, lean(every) * orders(four) * orders(others))
            for others in compositions(people - 1):
                weight = lean(plus(plus(four, others), one)) * orders(four) * orders(others)
                beside.add((show(plus(others, one)), four), side, weight)
    return inside.hits - beside.hits


Shares = tuple[Share, ...]


def two_months(random: Random) -> tuple[int, Shares, Shares, Shares]:
    """The side of one who answered in the second month only, its mirror, that of the first, and one of a group alike.

    Three of four answer, nobody knows which, and four of five stand where they stood.
    """
    lean = [random.gammavariate(weight, 1) for weight in (3, 1, 3)]
    one, *stood = random.choices(range(3), lean, k=16)
    before = [side for side in stood if random.random() < 0.75]
    stand = [side if random.random() < 0.8 else random.choices(range(3), lean)[0] for side in stood]
    now = [one, *(side for side in stand if random.random() < 0.75)]
    alike = random.choices(range(3), lean, k=len(before))
    second, first, other = (shown(tuple(sides.count(side) for side in range(3))) for sides in (now, before, alike))
    return one, second, first, other


def beside(groups: int) -> Gain:
    """What the mirror of the month before tells more than one of a group alike, in so many groups.

    Both tell how people here lean; only the first could be subtracted. The attacker learns from half the groups.
    """
    random = Random(29)
    every = [two_months(random) for _ in range(groups)]
    learned: dict[object, Counter[int]] = defaultdict(Counter)
    for one, second, first, other in every[::2]:
        for saw in (("before", second, first), ("alike", second, other), second):
            learned[saw][one] += 1
    tries = []
    for one, second, first, other in every[1::2]:
        pair = (learned["before", second, first] or learned[second], learned["alike", second, other] or learned[second])
        attack, guess = (max(range(3), key=found.__getitem__) == one for found in pair)
        tries.append(Try(guess, attack, attack - guess))
    return gain(tries)
