"""What the parts of a mirror are called in the language of the console: subjects, the ends of scales, values."""

from console.words import Words
from dialogues.model import Library
from summaries.cohort.facts import SEVEN, Side

Ends = tuple[str, str]


def spread(about: str, words: Words, library: Library) -> tuple[str, Ends]:
    """The title and the ends of energy or of a dilemma; its id and nothing for one that is gone from the library."""
    if about == "energy":
        return words("mirror.energy"), (words("mirror.low"), words("mirror.high"))
    dilemma = library.dilemmas.get(about)
    if dilemma is None:
        return about, ("", "")
    return dilemma.title[words.language], (dilemma.pole_a.label[words.language], dilemma.pole_b.label[words.language])


def lean(side: Side, ends: Ends, words: Words) -> str:
    """To which side a small group leaned; a dilemma that is gone from the library has no name for it."""
    if side == "none":
        return words("mirror.lean_none")
    return words("mirror.lean", pole=ends[side == "b"] or side)


def values(count: int, ends: Ends, words: Words) -> tuple[str, ...]:
    """Each of three sides by its name, or each of seven positions by its number, with the pole at either end."""
    if count != SEVEN:
        return (ends[0], words("mirror.middle"), ends[1])[:count]
    names = {1: ends[0], SEVEN: ends[1]}
    return tuple(f"{value} {names.get(value, '')}".strip() for value in range(1, SEVEN + 1))
