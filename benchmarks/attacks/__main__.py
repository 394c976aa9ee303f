"""`python -m benchmarks.attacks`: what attackers gain who put the figures of a group side by side, over a guess.

All points are of a hundred guesses. Where it says exact, every possibility that agrees with what was seen is weighed.
The bars stand in `tests/summaries/cohort`.
"""

import argparse

from benchmarks.attacks.gains import Gain
from benchmarks.attacks.mirrors import GROUPS, LEANS, beside, exactly, shown, subtracting
from benchmarks.attacks.weeks import attacked, live, published
from benchmarks.attacks.weighing import Habits
from benchmarks.attacks.words import known_to

HABITS = (Habits(), Habits(0.75), Habits(0.5, 0.25), Habits(slip=0))


def main() -> None:
    """Enter here."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attacks", description=__doc__)
    parser.add_argument("--sequences", type=int, default=10_000, help="invented groups, each with four weeks")
    parser.add_argument("--months", type=int, default=60_000, help="invented groups, each with two mirrors")
    parser.add_argument("--years", type=int, default=100, help="invented small groups, each with a year of words")
    asked = parser.parse_args()
    _weeks(asked.sequences)
    _mirrors(asked.months)
    _words(asked.years)


def _weeks(sequences: int) -> None:
    print(f"\nFour weeks, {sequences} groups (exact): did one person answer in one week?")
    for habits in HABITS:
        told = f"{habits.usual:.0%} of people usually answer, {habits.slip:.0%} of times not as usual"
        _gain(told, attacked(published, sequences, habits)["all"])
    counted = attacked(live, 100, Habits(slip=0))["all"]
    _gain("the same, from a page that counts who is there now", counted)


def _gain(name: str, found: Gain) -> None:
    print(
        f"  {name:<66} {found.guessing:5.1f} % right from one release, {found.attack:5.1f} % from all;"
        f" {found.points:+.2f} points (± {found.half:.2f})"
    )


def _mirrors(months: int) -> None:
    print("\nOne mirror (exact): four who know their own places, where stands a fifth?")
    for name, lean in LEANS.items():
        gains = [subtracting(shown, people, lean) for people in GROUPS]
        most = max(gains)
        print(f"  {name:<66} at most {most:.2f} points, of {GROUPS[gains.index(most)]} people")
    most = max(subtracting(exactly, 5, lean) for lean in LEANS.values())
    print(f"  {'the same of five people, from a mirror with numbers':<66} {most:.2f} points")
    print(f"\nTwo mirrors, {months} groups: where stands one who answered in the second month only?")
    _gain("of the month before, beside one of a group alike", beside(months))


def _words(years: int) -> None:
    print(f"\nA word in four weeks, five to nine people, {years} groups (exact): does one person usually answer?")
    for known in (0, 1, 2):
        one, all_of_it = known_to(known, years)
        print(f"  {f'{known} others are known':<66} {one:5.1f} % right after one word, {all_of_it:5.1f} % after a year")


if __name__ == "__main__":
    main()
