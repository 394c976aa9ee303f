"""How much words are like those of despair, danger and exhaustion: a second opinion beside the rules of `safety`.

A small linear model, learnt from our own invented lines by `python -m benchmarks.likeness`: it knows turns of phrase
and pieces of words that no rule names, and which meanings of the rules are said, in whatever words and language. Its
weights are text, a line each, so that they can be read.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from dialogues import meanings
from dialogues.hearing import Hearing

KINDS = ("crisis_self", "acute_danger", "severe_strain")
LISTS = ("despair", "danger", "exhaustion")  # the word lists whose meanings are listened for
RUNS = range(1, 4)  # words that stand together
PIECES = range(3, 6)  # letters that stand together in a word
SCALE = 100  # weights are written in hundredths
BIAS = "*"

Weights = tuple[float, ...]  # one for each of KINDS
Features = tuple[frozenset[str], ...]  # in groups, which weigh the same whatever their size


def likeness(heard: Hearing) -> dict[str, float]:
    """For each of KINDS how probable it is, from 0 to 1; the rest is that nothing is wrong."""
    known = weights()
    sums = list(known[BIAS])
    for group in features(heard):
        each = 1 / math.sqrt(max(1, len(group)))  # a long text weighs as much as a short one
        for kind, weight in ((kind, weight) for one in group & known.keys() for kind, weight in enumerate(known[one])):
            sums[kind] += each * weight
    shares = [math.exp(total) for total in sums]
    return {kind: share / (1 + sum(shares)) for kind, share in zip(KINDS, shares, strict=True)}


def features(heard: Hearing) -> Features:
    """What weights are for: runs of words, pieces of words, and meanings."""
    words = [word.plain for word in heard.words]
    said = (f"={name} {meaning}" for name in LISTS for meaning in meanings.said(heard, name))
    return frozenset(runs(words)), frozenset(pieces(words)), frozenset(said)


def runs(words: Sequence[str]) -> Iterator[str]:
    """Neighbouring words, one to three of them."""
    for length in RUNS:
        for first in range(len(words) - length + 1):
            yield " ".join(words[first : first + length])


def pieces(words: Sequence[str]) -> Iterator[str]:
    """Pieces of each word, of three to five letters; its borders are letters too, and a short word is one piece."""
    for word in words:
        bordered = f"_{word}_"
        for length in PIECES:
            if length >= len(bordered):
                yield f"~{bordered}"
                break
            for first in range(len(bordered) - length + 1):
                yield f"~{bordered[first : first + length]}"


@cache
def weights() -> dict[str, Weights]:
    """What each feature says for each of KINDS; `BIAS` is what is there without any."""
    found = {}
    for line in files("dialogues.lexicon").joinpath("likeness.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            *numbers, feature = line.split(" ", len(KINDS))
            found[feature] = tuple(int(number) / SCALE for number in numbers)
    return found
