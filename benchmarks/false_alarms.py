"""`python -m benchmarks.false_alarms`: how often a summary claims a change in months without one, and what it misses.

Months are simulated: taps that resemble the one before, around a leader's own middle and spread, cut off at 1 and 5.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from pathlib import Path
from random import Random

from benchmarks.labelled import Labelled
from benchmarks.markers import OWN, load
from dialogues.language import words
from dialogues.library import library
from summaries.material import Material, Written
from summaries.moods import differs
from summaries.returning import returning_words
from summaries.tensions import shift
from summaries.thresholds import BEFORE, ECHO, MANY, NOW, PLACED

MONTHS = 10_000
ASKED = 0.04  # the share of months without a change in which one may be claimed
SHIFTS = (0.0, 1.0, 1.5, 2.0)  # in standard deviations of the leader's own taps
SIZES = ((NOW, BEFORE), (NOW, 24), (10, 24), (12, 36), (20, 60))  # taps this month, and before

Rule = Callable[[Sequence[int], Sequence[int]], bool]


@dataclass(frozen=True, slots=True)
class Alarms:
    """The share of simulated months in which a rule claims a change."""

    now: int
    before: int
    shift: float
    rule: float
    plain: float  # a plain test at 95 %, as if taps did not resemble each other

    def __str__(self) -> str:
        what = "no change" if not self.shift else f"a shift of {self.shift} SD"
        size = f"{self.now:>3} against {self.before:<3}"
        return f"{size} {what:<18} claimed {self.rule:>6.1%}   plain test {self.plain:>6.1%}"


def taps(random: Random, now: int, before: int, moved: float) -> tuple[list[int], list[int]]:
    """One leader's taps 1..5 of this month and of before; those of this month are `moved` standard deviations up."""
    middle, spread = random.uniform(2.2, 3.8), random.uniform(0.6, 1.1)
    level, fresh, gauss = random.gauss(0, 1), sqrt(1 - ECHO**2), random.gauss
    values = []
    for number in range(before + now):
        level = ECHO * level + fresh * gauss(0, 1)
        value = middle + spread * (level + (moved if number >= before else 0))
        values.append(min(5, max(1, round(value))))
    return values[before:], values[:before]


def claimed(now: Sequence[int], before: Sequence[int]) -> bool:
    """What the summary does."""
    return differs(now, before) != "same"


def plainly(now: Sequence[int], before: Sequence[int]) -> bool:
    """What a plain test of two means does."""
    gap = sum(now) / len(now) - sum(before) / len(before)
    return abs(gap) > 1.96 * sqrt(_error(now) + _error(before))


def _error(values: Sequence[int]) -> float:
    """The variance of a mean."""
    n, total = len(values), sum(values)
    return (sum(value * value for value in values) - total * total / n) / (n * (n - 1))


def alarms(size: tuple[int, int], moved: float, months: int = MONTHS, seed: int = 2026) -> Alarms:
    """How often each rule claims a change of the taps in simulated months of one size."""
    random = Random(seed)
    drawn = [taps(random, *size, moved) for _ in range(months)]
    shares = [_share(drawn, rule) for rule in (claimed, plainly)]
    return Alarms(*size, moved, *shares)


def either(size: tuple[int, int], months: int = MONTHS, seed: int = 2026) -> float:
    """The share of months without a change in which mood or energy claims one, when neither tells of the other."""
    random = Random(seed)
    return sum(any(claimed(*taps(random, *size, 0.0)) for _ in range(2)) for _ in range(months)) / months


def shifts(now: int, before: int, months: int = MONTHS, seed: int = 2026) -> float:
    """The share of leaders without any movement, of whom a shift on a dilemma would be told."""
    random = Random(seed)
    found = 0
    for _ in range(months):
        middle, spread = random.uniform(2, 6), random.uniform(0.8, 2)
        drawn = [min(7, max(1, round(random.gauss(middle, spread)))) for _ in range(now + before)]
        found += shift(drawn[:now], drawn[now:]) != ""
    return found / months


def returning(answers: Sequence[Labelled], number: int, months: int, seed: int = 2026) -> float:
    """How many words a month of `number` unrelated answers would call returning, on average."""
    random, content = Random(seed), library()
    found = 0
    for _ in range(months):
        drawn = random.sample(answers, number)
        month = Material("nl", date(2026, 3, 1), "Europe/Amsterdam", 1, answers=tuple(_written(drawn)))
        found += len(returning_words(month, content))
    return found / months


def _share(drawn: Sequence[tuple[list[int], list[int]]], rule: Rule) -> float:
    return sum(rule(now, before) for now, before in drawn) / len(drawn)


def _written(drawn: Sequence[Labelled]) -> Iterator[Written]:
    """The answers spread over the four weeks of a month, each about another question."""
    for number, answer in enumerate(drawn):
        on = date(2026, 3, 2 + number * 28 // len(drawn))
        language = answer.lang or "nl"
        yield Written(
            id=number, on=on, prompt=number, kind="question", item="", quality="", part="answer", text=answer.text,
            language=language, words=words.count(answer.text), markers=frozenset(),
        )  # fmt: skip


def report(months: int, files: Sequence[Path]) -> Iterator[str]:
    """Everything, line by line."""
    yield f"Mood and energy: {months:,} simulated months each"
    yield from (f"  {alarms(size, moved, months)}" for moved in SHIFTS for size in SIZES)
    yield "Mood or energy, two measures that do not go together, without a change"
    yield from (f"{now:>5} against {before:<3} claimed {either((now, before), months):>6.1%}" for now, before in SIZES)
    yield "Positions on a dilemma, without any movement"
    for now, before in ((3, 3), (PLACED, PLACED), (5, 5)):
        told = f"{shifts(now, before, months):.1%}" if min(now, before) >= PLACED else "never"
        yield f"  {now} against {before}: a shift told in {told}"
    answers = [answer for answer in load(files) if answer.safety in (None, "none")]
    yield f"Words said to return among unrelated answers, on average ({len(answers)} answers)"
    for number in (MANY, MANY + 6):
        if number <= len(answers):
            yield f"  a month of {number}: {returning(answers, number, 200):.2f}"


def main() -> None:
    """Enter here."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.false_alarms", description=__doc__)
    parser.add_argument("--months", type=int, default=MONTHS, help="simulated months each")
    wish = parser.parse_args()
    started = time.perf_counter()
    for line in report(wish.months, sorted(OWN.glob("*.jsonl"))):
        print(line)
    print(f"in {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
