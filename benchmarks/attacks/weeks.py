"""Who puts the weekly figures of a group side by side: invented groups, and what the releases tell of one person."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Literal
from zoneinfo import ZoneInfo

from benchmarks.attacks.gains import Gain, Try, gain
from benchmarks.attacks.weighing import Habits, Seen, best, weigh
from summaries.cohort.facts import Release
from summaries.cohort.participation import Group, Joined, Sent, Wave, release, waves
from summaries.cohort.safely import bounds

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = date(2026, 3, 2)
GROUP = Group(MONDAY, AMSTERDAM)
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
        """Who is in the group in that week."""
        return [who for who, (comes, goes) in self.stays.items() if comes < number < goes]

    def sent(self, number: int) -> list[Sent]:
        """One prompt each on Monday; who answers does within two hours."""
        asked = at(week(number))
        answered = asked + timedelta(hours=2)
        return [Sent(who, asked, answered if (who, number) in self.answers else None) for who in self.there(number)]

    def listed(self) -> dict[str, Joined]:
        """When each of them joined; a guest counts nowhere."""
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
    listed = one.listed()
    releases: tuple[Release, ...] = ()
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


def week(number: int) -> date:
    """The Monday of a week of the group; 0 is its first."""
    return MONDAY + timedelta(weeks=number)


def at(day: date, hour: int = 9) -> datetime:
    """That hour on that day, where the group is."""
    return datetime.combine(day, time(hour), AMSTERDAM)
