"""`python -m benchmarks.likeness`: learns the weights of `dialogues.care.likeness`, and tells how well.

Prints what is heard in lines that were left out while learning (five parts in turn). With `--write` the weights of all
lines go into `dialogues/lexicon/likeness.txt`. Needs scikit-learn (`requirements/bench.txt`); the product does not.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path

from benchmarks import learning, safety
from benchmarks.learning import Learnt, Lines, left_out
from benchmarks.scores import share
from dialogues import lexicon
from dialogues.care import likeness
from dialogues.care.spelling import mended
from dialogues.language import linear
from dialogues.language.hearing import hear, shelved
from dialogues.library import library
from dialogues.model import Text

TAUGHT = Path(__file__).with_name("taught.txt")
WRITTEN = Path(lexicon.__file__).with_name("likeness.txt")
CLASSES: Mapping[str, str] = {
    "harmless": "", "lures": "", "everyday": "", "answers": "", "crisis": "crisis_self", "danger": "acute_danger",
    "strain": "severe_strain",
}  # fmt: skip
SENTENCE, SHORT = re.compile(r"(?<=[.!?])\s+"), 3
STRENGTH, KEPT = 100.0, 16_000
HEADER = """\
# How much a run of words, a piece of a word (~) or a meaning (=) speaks for despair, danger or exhaustion, in
# hundredths.
# Learnt from our own invented lines by `python -m benchmarks.likeness --write`; * stands in every text.
"""


def lines() -> Lines:
    """All lines that may be learnt from, in one order; of a whole answer its sentences are lines as well."""
    listed = [safety.own(), safety.sections(TAUGHT.read_text("utf-8"))]
    told = {(text, CLASSES[name]) for known in listed for name, texts in known.items() for text in texts}
    told |= {(text, "") for text in own_texts()}
    sentences = (part for text in listed[1]["answers"] for part in SENTENCE.split(text))
    return sorted(told | {(part, "") for part in sentences if part.count(" ") >= SHORT})


def own_texts() -> Iterator[str]:
    """What the bot itself asks, in both languages: no words of despair."""
    known = library()
    for value in (known.questions, known.dilemmas, known.pulses, known.elements):
        yield from texts_in(value)


def texts_in(value: object) -> Iterator[str]:
    """Every text inside a value of the library, in both languages."""
    if isinstance(value, Text):
        yield from (value.nl, value.en)
    elif is_dataclass(value):
        yield from (text for each in fields(value) for text in texts_in(getattr(value, each.name)))
    elif isinstance(value, Mapping):
        yield from (text for each in value.values() for text in texts_in(each))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield from (text for each in value for text in texts_in(each))


def features(text: str) -> linear.Features:
    """What weights are for in a text, as the product reads it."""
    return likeness.features(hear(mended(text), shelved("safety", "harmless")))


def learn(taught: Lines) -> Learnt:
    """The weights of these lines."""
    return Learnt(taught, features, STRENGTH, KEPT)


def report(taught: Lines) -> Iterator[str]:
    """How much of what was left out is heard, at some levels of probability."""
    told = [(kind, shares) for _, kind, shares in left_out(taught, learn)]
    yield f"{len(told)} lines, each judged by weights that were learnt without it"
    for level in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        heard = (share(shares[kind] >= level for meant, shares in told if meant == kind) for kind in likeness.KINDS)
        parts = (f"{kind} {part:.2f}" for kind, part in zip(likeness.KINDS, heard, strict=True))
        wrong = share(max(shares[kind] for kind in likeness.KINDS) >= level for meant, shares in told if not meant)
        yield "  ".join((f"from {level:.1f}:", *parts, f"harmless {wrong:.3f}"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Enter here; gives the exit code."""
    return learning.written_or_told(
        sys.argv[1:] if arguments is None else arguments,
        WRITTEN,
        lambda: HEADER + "\n".join(learn(lines()).written(likeness.KINDS)) + "\n",
        lambda: "\n".join(report(lines())),
    )


if __name__ == "__main__":
    sys.exit(main())
