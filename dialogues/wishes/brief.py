"""A short message that says one thing and no more, whatever small words stand around it."""

import re
from collections.abc import Sequence
from functools import cache

from dialogues import lexicon
from dialogues.language.hearing import vocabulary
from dialogues.language.words import fold

MOST = 10  # words; whoever writes more tells something
_SIGNS = str.maketrans(dict.fromkeys(",;:.!?()\"'’-–—/…", " "))

Form = tuple[str, ...]


def split(text: str) -> Form:
    """Its words in small letters, without accents and signs."""
    return tuple(fold(text).translate(_SIGNS).split())


@cache
def forms(section: str) -> tuple[Form, ...]:
    """The phrases of a section of what is replied, each as its words; the longest first."""
    found = (split(each) for each in lexicon.words("replies", section))
    return tuple(sorted(found, key=len, reverse=True))


def says(text: str, section: str, around: str) -> bool:
    """Does it hold a phrase of that section, and beside it only single words of it or what may stand `around` one?"""
    said, known = split(text), forms(section)
    free = small(around).union(*(each for each in known if len(each) == 1))
    return len(said) <= MOST and any(free.issuperset(rest) for rest in beside(said, known))


def beside(said: Form, phrases: Sequence[Form]) -> list[Form]:
    """What is said beside each of the phrases that it holds."""
    found = ((at, each) for each in phrases for at in range(len(said)) if said[at : at + len(each)] == each)
    return [said[:at] + said[at + len(each) :] for at, each in found]


def without(text: str, section: str) -> str:
    """The text without the phrases of more than one word of a section, which could be taken for something else."""
    long = (" ".join(each) for each in forms(section) if len(each) > 1)
    return re.sub("|".join(rf"\b{re.escape(each)}\b" for each in long), " ", fold(text))


def after_last(text: str, section: str) -> tuple[str, str]:
    """What is said before and after the last phrase of a section that it holds; the text and "" without one."""
    said, found = split(text), forms(section)
    ends = ((at, at + len(each)) for each in found for at in range(len(said)) if said[at : at + len(each)] == each)
    start, end = max(ends, key=lambda one: one[1], default=(len(said), len(said)))
    return " ".join(said[:start]), " ".join(said[end:])


@cache
def small(section: str) -> frozenset[str]:
    """The words of a section, as they are split."""
    return frozenset(part for word in vocabulary("replies", section) for part in split(word))
