"""What it takes before a summary may say something; each figure was measured or chosen to keep false alarms rare.

The texts are kept with each finding, so that it tells by itself which threshold it met.
"""

from typing import Final

from dialogues.answers.quotes import LONGEST, SHORTEST

FEWEST = 3  # usable answers below which there is no summary
FIRST = 4  # answers after which a first small look back comes
LONGER = 15  # words from which an answer could hold all that is looked for
FEWEST_LONGER = 3  # longer answers before anything is said of them
ENOUGH = 4  # longer answers before a small share of them means anything; also answers before a usual moment does
PATTERN = 2  # answers, links or intentions that a returning thing rests on
ONE_SIDED = 3  # positions on one side, and none on the other
PLACED = 4  # positions now, and as many before, before a shift may be told
MANY = 14  # answers in a month up to which RETURNS is enough
RETURNS, RETURNS_MANY = 3, 4  # answers, each in another week, in which a word returns
DOTS = 3  # taps below which nothing is shown
NOW, WEEKS, BEFORE = 8, 3, 16  # taps, weeks and earlier taps that a comparison needs
SMALLEST = 0.4  # of a point on 1..5
Z = 2.58  # two-sided 99 %
ECHO = 0.3  # how much a tap resembles the one before it
LEAST_SPREAD = 0.4

COUNTED: Final = "counted"
TOLD: Final = "told by the leader"
SUMMARY: Final = f"{FEWEST} answers"
FIRST_LOOK: Final = f"{FIRST} answers"
SHOWN_DOTS: Final = f"{DOTS} taps"
COMPARED: Final = f"{NOW} taps in {WEEKS} weeks, {BEFORE} before, {SMALLEST} of a point and {Z} standard errors"
SHIFTED: Final = f"{PLACED} positions and {PLACED} before without overlap"
QUOTED: Final = f"verbatim, {SHORTEST} to {LONGEST} words"
RECOGNISED: Final = f"{FEWEST_LONGER} answers of {LONGER} words"
SELDOM: Final = f"a third or fewer of {ENOUGH} answers of {LONGER} words"
ONE_SIDE: Final = f"{ONE_SIDED} positions on one side, none on the other"
UNFINISHED: Final = f"{PATTERN} times unfinished"


def returning(answers: int) -> int:
    """In how many answers, each in another week, a word must stand when there were `answers` in all."""
    return RETURNS if answers <= MANY else RETURNS_MANY


def returned(answers: int) -> str:
    """The same as a text."""
    return f"{returning(answers)} answers in {returning(answers)} weeks"
