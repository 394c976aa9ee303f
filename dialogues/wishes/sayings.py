"""What a short message asks of the bot, in words that no pattern of `queries` or `leaving` knows.

A small linear model, learnt from our own invented lines by `python -m benchmarks.sayings`. It knows turns of phrase and
pieces of words; whatever is not like a wish or a question to the bot is an answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from dialogues.language import linear
from dialogues.language.words import tokens
from dialogues.reading import towards
from dialogues.wishes import sparing

Saying = Literal[
    "later", "other", "skip", "unclear", "reader", "self", "change", "stop", "pause", "rhythm", "fridays", "fine",
    "next",
]  # fmt: skip
SAYINGS: tuple[Saying, ...] = get_args(Saying)
SHORTEST = 3  # words; of fewer the patterns know all that is not an answer
LONGEST = 14  # words; whoever writes more is telling something
START, END = "^", "$"
SURE = 0.97  # from here it is done at once, where nothing waits for an answer
OF_PEOPLE = frozenset({"later", "other", "skip", "stop", "pause", "rhythm", "fridays", "next"})  # or of what is asked
LIKELY = 0.6  # from here it is done once it is known that it is no answer
DOUBT = 0.5  # from here on it is more probably one of them than an answer, so that it is asked
NAMED = 0.4  # but not if none of them is this probable


@dataclass(frozen=True, slots=True)
class Guess:
    """What a message may ask, and how probable that is, from 0 to 1."""

    kind: Saying
    share: float

    @property
    def sure(self) -> bool:
        """Is there no need to ask first?"""
        return self.share >= SURE

    @property
    def likely(self) -> bool:
        """Is it this, once it is known to be no answer?"""
        return self.share >= LIKELY


def guess(text: str) -> Guess | None:
    """What a short message may ask of the bot; None for an answer, as are all that are long and those of a word.

    What is asked of or told to somebody else is one as well.
    """
    groups = features(text)
    found = of(dict(zip(SAYINGS, linear.shares(weights(), groups), strict=True))) if groups else None
    if found is None or found.kind not in OF_PEOPLE:
        return found
    theirs = towards.another(text) or towards.of_another(text)
    return None if theirs or (found.kind == "fridays" and sparing.keeps(text)) else found


def of(shares: Mapping[str, float]) -> Guess | None:
    """The likeliest of SAYINGS by how probable each is; None if it is likelier that it is none of them."""
    likeliest = max(SAYINGS, key=lambda kind: shares[kind])
    if sum(shares[kind] for kind in SAYINGS) < DOUBT or shares[likeliest] < NAMED:
        return None
    return Guess(likeliest, shares[likeliest])


def sure(text: str) -> Saying | None:
    """What a message asks, where there is no need to ask first."""
    found = guess(text)
    return found.kind if found is not None and found.sure else None


def features(text: str) -> linear.Features:
    """Runs of words with the ends of the message, pieces of words, and how it is built.

    None of a few words or many, or where more follows; a number is no word.
    """
    words = [] if text.rstrip().endswith(":") else [word.plain for word in tokens(text)]
    if sum(not word.isdecimal() for word in words) < SHORTEST or len(words) > LONGEST:
        return ()
    runs = frozenset(linear.runs((START, *words, END)))
    return runs, frozenset(linear.pieces(words)), frozenset(_build(text, len(words)))


def _build(text: str, length: int) -> Iterator[str]:
    """How a message is built: of how many words, and whether it asks."""
    yield f"#{min(length, 3 + length // 3)}"
    if "?" in text:
        yield "#?"


@cache
def weights() -> linear.Weights:
    """What each feature says for each of SAYINGS."""
    return linear.read("sayings.txt", len(SAYINGS))
