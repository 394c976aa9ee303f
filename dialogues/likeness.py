"""How much words are like those of despair, danger and exhaustion: a second opinion beside the rules of `safety`.

A small linear model, learnt from our own invented lines by `python -m benchmarks.likeness`: it knows turns of phrase
and pieces of words that no rule names. Its weights are text, a line each, so that they can be read.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

KINDS = ("crisis_self", "acute_danger", "severe_strain")
RUNS = range(1, 4)  # words that stand together
PIECES = range(3, 6)  # letters that stand together in a word
SCALE = 100  # weights are written in hundredths
BIAS = "*"

Weights = tuple[float, ...]  # one for each of KINDS


def likeness(words: Sequence[str]) -> dict[str, float]:
    """For each of KINDS how probable it is, from 0 to 1, by words in lower case; the rest is that nothing is wrong."""
    known = weights()
    sums = list(known[BIAS])
    for features in (set(runs(words)), set(pieces(words))):
        each = 1 / math.sqrt(max(1, len(features)))  # a long text weighs as much as a short one
        for kind, weight in (
            (kind, weight) for one in features & known.keys() for kind, weight in enumerate(known[one])
        ):
            sums[kind] += each * weight
    shares = [math.exp(total) for total in sums]
    return {kind: share / (1 + sum(shares)) for kind, share in zip(KINDS, shares, strict=True)}


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
    """What each run of words and each piece says for each of KINDS; `BIAS` is what is there without any."""
    found = {}
    for line in files("dialogues.lexicon").joinpath("likeness.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            *numbers, feature = line.split(" ", len(KINDS))
            found[feature] = tuple(int(number) / SCALE for number in numbers)
    return found
