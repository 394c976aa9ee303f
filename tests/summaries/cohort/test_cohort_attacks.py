"""What an attacker gains who puts releases side by side, over guessing from one of them; in points of a hundred."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from random import Random
from statistics import fmean, pstdev
from typing import Literal

import pytest
from attackers import Counts, Habits, Seen, best, compositions, fixed, orders, polya, weigh
from groups import GROUP, at, week

from summaries.cohort.facts import Release
from summaries.cohort.participation import Joined, Sent, Wave, release, waves
from summaries.cohort.safely import K, Share, bounds, spread

WEEKS = 4
TARGET = "target"
Kind = Literal["joins", "leaves", "withdraws", "guest", "stays"]
KINDS: tuple[Kind, ...] = ("joins", "leaves", "withdraws", "guest", "stays")


@dataclass(frozen=True, slots=True)
class World:
    """Four weeks of a group. `stays`: after which week (-1: before the first) and until which each person is there."""

    kind: Kind
    week: int
    stays: dict[str, tuple[int, int]]
    answers: frozenset[tuple[str, int]]

    def there(self, number: int) -> list[str]:
        return [who for who, (comes, goes) in self.stays.items() if comes < number < goes]

    def sent(self, number: int) -> list[Sent]:
        """One prompt each on Monday; who answers does within two hours."""
        asked = at(week(number))
        answered = asked + timedelta(hours=2)
        return [Sent(who, asked, answered if (who, number) in self.answers else None) for who in self.there(number)]

    def listed(self) -> dict[str, Joined]:
        guest = {TARGET} if self.kind == "guest" else ()
        return {who: Joined(who, week(comes), who in guest) for who, (comes, _) in self.stays.items()}


def world(random: Random, habits: Habits) -> World:
    """A group of 5 to 30 people where some come, some go, and everybody answers by habit and slips now and then."""
    kind, when = random.choice(KINDS), random.randint(1, WEEKS - 2)
    stays = {f"member-{number}": (-1, WEEKS) for number in range(random.randint(5, 30))}
    stays |= {
        f"late-{number}": (random.randint(0, WEEKS - 2), WEEKS) for number in range(random.choice((0, 0, 1, 2, 5)))
    }
    for who in random.sample(sorted(stays), random.choice((0, 0, 1, 2))):
        stays[who] = (stays[who][0], random.randint(stays[who][0] + 2, WEEKS))
    gone = when + 1 if kind in {"leaves", "withdraws"} else WEEKS
    stays[TARGET] = (when - 1 if kind == "joins" else -1, gone)
    used = {who: random.random() < habits.usual for who in stays}
    every = [(who, number) for who in stays for number in range(WEEKS)]
    answers = {(who, number) for who, number in every if used[who] != (random.random() < habits.slip)}
    return World(kind, when, stays, frozenset(answers))


def published(one: World) -> dict[int, Seen]:
    """What our releases tell of the wave that the target is in; nothing when they are in none."""
    listed, releases = one.listed(), ()
    everybody = tuple(listed.values())
    without = tuple(joined for joined in everybody if joined.leader != TARGET) if one.kind == "withdraws" else everybody
    for number in range(WEEKS):
        told = release(GROUP, week(number), everybody if number <= one.week else without, one.sent(number), releases)
        releases = (*releases, told)
    for wave in waves(releases[-1].week, (), releases):
        if wave.holds(listed[TARGET]):
            members = {who for who, joined in listed.items() if wave.holds(joined)}
            return dict(_seen(one, wave, members, releases))
    return {}


def _seen(one: World, wave: Wave, members: set[str], releases: Sequence[Release]) -> Iterator[tuple[int, Seen]]:
    for number, told in enumerate(releases):
        for cell in told.cells:
            if cell.since == wave.since:
                there = members.intersection(one.there(number))
                yield number, Seen(*bounds(cell.answered, cell.people), frozenset(there))


def live(one: World) -> dict[int, Seen]:
    """What a page would tell that shows how many of those who are there now answered."""
    counts = [sum((who, number) in one.answers for who in one.there(number)) for number in range(WEEKS)]
    return {number: Seen(count, count, frozenset(one.there(number))) for number, count in enumerate(counts)}


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
        return self.points + self.half


@dataclass(frozen=True, slots=True)
class Try:
    """One sequence: whether the guess and the attack were right, and how much likelier the attack was to be."""

    guessed: bool
    hit: bool
    better: float


def gain(tries: Sequence[Try]) -> Gain:
    better = [each.better for each in tries]
    return Gain(
        100 * fmean(each.guessed for each in tries),
        100 * fmean(each.hit for each in tries),
        100 * fmean(better),
        196 * pstdev(better) / len(tries) ** 0.5,
    )


def attacked(view: Callable[[World], dict[int, Seen]], sequences: int, habits: Habits) -> dict[str, Gain]:
    """The gain in all random sequences, and per kind of target."""
    random, tries = Random(23), defaultdict(list)
    for _ in range(sequences):
        one, coin = world(random, habits), random.random()
        seen, did = view(one), (TARGET, one.week) in one.answers
        beside = one.week if one.week in seen else min(seen, default=one.week)
        single = {number: told for number, told in seen.items() if number == beside}
        all_of_it = weigh(TARGET, one.week, seen, habits)
        guess, attack = best(weigh(TARGET, one.week, single, habits), coin), best(all_of_it, coin)
        for name in ("all", one.kind):
            tries[name].append(Try(guess == did, attack == did, all_of_it[attack] - all_of_it[guess]))
    return {name: gain(found) for name, found in tries.items()}


def test_whoever_puts_all_releases_side_by_side_guesses_no_better_than_from_one() -> None:
    found = attacked(published, 10_000, Habits())
    assert found["all"].at_most <= 1
    assert found["all"].attack - found["all"].guessing <= 1
    assert (found["guest"].points, found["joins"].at_most < 0.1) == (0, True)
    assert max(each.at_most for each in found.values()) <= 3


@pytest.mark.parametrize("habits", [Habits(0.75), Habits(0.5, 0.25), Habits(0.75, 0.25)], ids=repr)
def test_nor_where_most_people_answer_or_change_more(habits: Habits) -> None:
    assert attacked(published, 1000, habits)["all"].at_most <= 1


def test_where_nobody_ever_varies_leaving_tells_a_little() -> None:
    """The limit that the module names: each of the others does every week exactly the same."""
    found = attacked(published, 1500, Habits(slip=0))
    assert found["all"].at_most <= 1.5
    assert max(each.at_most for each in found.values()) <= 4


def test_the_same_attack_breaks_a_page_with_live_counts() -> None:
    found = attacked(live, 100, Habits(slip=0))
    assert found["leaves"].attack > 85
    assert found["all"].points > 10


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
    left, middle, right = (one + more for one, more in zip(counts, other, strict=True))
    return left, middle, right


SIDES: tuple[Counts, ...] = ((1, 0, 0), (0, 1, 0), (0, 0, 1))


class Tally:
    """How often who sees this is right about the side of one person, in per cent, over all worlds."""

    def __init__(self) -> None:
        self._found: dict[object, list[int]] = defaultdict(lambda: [0, 0, 0])

    def add(self, saw: object, side: int, weight: int) -> None:
        self._found[saw][side] += weight

    @property
    def hits(self) -> float:
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


@pytest.mark.parametrize("lean", LEANS.values(), ids=LEANS)
def test_four_who_tell_each_other_their_position_do_not_learn_that_of_a_fifth(lean) -> None:
    assert max(subtracting(shown, people, lean) for people in (10, 11, 12, 14, 15, 17, 20, 25)) <= 5


@pytest.mark.parametrize("lean", LEANS.values(), ids=LEANS)
def test_of_fewer_than_ten_they_would_so_that_is_held_back(lean) -> None:
    assert subtracting(exactly, 5, lean) > 15
    assert all(shown(counts) == () for people in range(10) for counts in compositions(people))


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


def test_the_mirror_of_the_month_before_tells_hardly_more_than_one_of_a_group_alike() -> None:
    """Both tell how people here lean; only the first could be subtracted. The attacker learns from half the groups."""
    random = Random(29)
    groups = [two_months(random) for _ in range(60_000)]
    learned: dict[object, Counter[int]] = defaultdict(Counter)
    for one, second, first, other in groups[::2]:
        for saw in (("before", second, first), ("alike", second, other), second):
            learned[saw][one] += 1
    better = []
    for one, second, first, other in groups[1::2]:
        pair = (learned["before", second, first] or learned[second], learned["alike", second, other] or learned[second])
        attack, guess = (max(range(3), key=found.__getitem__) == one for found in pair)
        better.append(attack - guess)
    assert 100 * fmean(better) + 196 * pstdev(better) / len(better) ** 0.5 <= 1.5
