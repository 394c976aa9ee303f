"""How much words are like those of despair, danger and exhaustion: a second opinion beside the rules of `safety`.

A small linear model, learnt from our own invented lines by `python -m benchmarks.likeness`: it knows turns of phrase
and pieces of words that no rule names, and which meanings of the rules are said, in whatever words and language. Its
weights are text, a line each, so that they can be read.
"""

from functools import cache

from dialogues.language import linear, meanings
from dialogues.language.hearing import Hearing

KINDS = ("crisis_self", "acute_danger", "severe_strain")
LISTS = ("despair", "danger", "exhaustion")  # the word lists whose meanings are listened for


def likeness(heard: Hearing) -> dict[str, float]:
    """For each of KINDS how probable it is, from 0 to 1; the rest is that nothing is wrong."""
    *written, said = features(heard)  # a meaning that came after the learning must not thin out the others
    return dict(zip(KINDS, linear.shares(weights(), (*written, said & weights().keys())), strict=True))


def features(heard: Hearing) -> linear.Features:
    """What weights are for: runs of words, pieces of words, and meanings."""
    words = [word.plain for word in heard.words]
    said = (f"={name} {meaning}" for name in LISTS for meaning in meanings.said(heard, name))
    return frozenset(linear.runs(words)), frozenset(linear.pieces(words)), frozenset(said)


@cache
def weights() -> linear.Weights:
    """What each feature says for each of KINDS."""
    return linear.read("likeness.txt", len(KINDS))
