"""Small linear models whose weights are text: how probable each of some kinds is, by the features of some words."""

import math
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

SCALE = 100  # weights are written in hundredths
BIAS = "*"  # stands in every text
RUNS = range(1, 4)  # words that stand together
PIECES = range(3, 6)  # letters that stand together in a word

Weights = Mapping[str, tuple[float, ...]]  # what each feature says for each kind
Features = tuple[frozenset[str], ...]  # in groups, which weigh the same whatever their size


def shares(known: Weights, groups: Features) -> tuple[float, ...]:
    """For each kind how probable it is, from 0 to 1; the rest is that it is none of them."""
    sums = list(known[BIAS])
    for group in groups:
        each = 1 / math.sqrt(max(1, len(group)))  # a long text weighs as much as a short one
        for kind, weight in ((kind, weight) for one in group & known.keys() for kind, weight in enumerate(known[one])):
            sums[kind] += each * weight
    powers = [math.exp(total) for total in sums]
    return tuple(power / (1 + sum(powers)) for power in powers)


def read(name: str, kinds: int) -> Weights:
    """The weights in a file of the lexicon: on each line a number for each kind, and the feature."""
    found = {}
    for line in files("dialogues.lexicon").joinpath(name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            *numbers, feature = line.split(" ", kinds)
            found[feature] = tuple(int(number) / SCALE for number in numbers)
    return found


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
