"""`python -m benchmarks.sayings`: learns the weights of `dialogues.wishes.sayings`, and tells how well.

Prints of lines that were left out while learning how many messages to the bot are heard, asked about or taken for an
answer, and how many answers are taken for something else; then the same of `unheard.txt`, which is never learnt from.
With `--write` the weights of all lines go into `dialogues/lexicon/sayings.txt`. Needs scikit-learn
(`requirements/bench.txt`); the product does not.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import get_args

from benchmarks import learning, safety
from benchmarks.learning import Learnt, Lines, left_out
from benchmarks.scores import share
from benchmarks.under_a_question import Became, became
from dialogues import lexicon
from dialogues.wishes import sayings

SAID, TAUGHT, UNHEARD = (Path(__file__).with_name(name) for name in ("said.txt", "taught.txt", "unheard.txt"))
WRITTEN = Path(lexicon.__file__).parent / "sayings.txt"
SENTENCE = re.compile(r"(?<=[.!?])\s+")
OTHERS, STRENGTH, KEPT = 3000, 300.0, 9_000
WAYS = get_args(Became)
HEADER = """\
# How much a run of words, a piece of a word (~) or the build of a message (#) speaks for each thing that a short
# message may ask of the bot, in hundredths and in the order of `dialogues.wishes.sayings.SAYINGS`.
# Learnt from our own invented lines by `python -m benchmarks.sayings --write`; * stands in every text.
"""


def lines() -> Lines:
    """All messages to the bot, the answers that look like them, and some of the other short answers, well mixed."""
    listed = safety.sections(SAID.read_text("utf-8"))
    told = {(text, "" if kind == "answer" else kind) for kind, texts in listed.items() for text in texts}
    mixed = [*sorted(told), *_answers({text for text, _ in told})]
    Random(1).shuffle(mixed)
    return mixed


def _answers(known: set[str]) -> Iterator[tuple[str, str]]:
    """Short sentences out of invented answers and out of lines that hold no alarm."""
    texts = [
        text
        for of in (safety.own(), safety.sections(TAUGHT.read_text("utf-8")))
        for each in of.values()
        for text in each
    ]
    short = {part for text in texts for part in SENTENCE.split(text) if sayings.features(part)} - known
    yield from ((text, "") for text in Random(1).sample(sorted(short), OTHERS))


def learn(taught: Lines) -> Learnt:
    """The weights of these lines."""
    return Learnt(taught, sayings.features, STRENGTH, KEPT)


def report(taught: Lines) -> Iterator[str]:
    """What becomes of messages to the bot and of answers, by weights that were learnt without them."""
    told = [(kind, sayings.of(shares)) for _, kind, shares in left_out(taught, learn)]
    wishes = [(kind, guess) for kind, guess in told if kind]
    answers = [guess for kind, guess in told if not kind]
    yield f"{len(wishes)} messages to the bot and {len(answers)} answers, each judged by weights learnt without it"
    heard = share(guess is not None and guess.sure and guess.kind == kind for kind, guess in wishes)
    asked = share(guess is not None and not guess.sure for _, guess in wishes)
    wrong = share(guess is not None and guess.sure and guess.kind != kind for kind, guess in wishes)
    yield f"messages to the bot: heard {heard:.2f}, asked about {asked:.2f}, heard as another {wrong:.3f}"
    taken = share(guess is not None and guess.sure for guess in answers)
    doubted = share(guess is not None and not guess.sure for guess in answers)
    yield f"answers: taken for a message to the bot {taken:.3f}, asked about {doubted:.3f}"


def unseen() -> Iterator[str]:
    """The same of what somebody else typed, by the whole conversation under an open question."""
    listed = safety.sections(UNHEARD.read_text("utf-8"))
    answers = [became(text) for text in listed.pop("answer")]
    wishes = [became(text) for texts in listed.values() for text in texts]
    for name, told in (("messages to the bot", wishes), ("answers", answers)):
        counted = Counter(told)
        yield f"{len(told)} {name} of somebody else: " + ", ".join(f"{each} {counted[each]}" for each in WAYS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Enter here; gives the exit code."""
    return learning.written_or_told(
        sys.argv[1:] if arguments is None else arguments,
        WRITTEN,
        lambda: HEADER + "\n".join(learn(lines()).written(sayings.SAYINGS)) + "\n",
        lambda: "\n".join((*report(lines()), *unseen())),
    )


if __name__ == "__main__":
    sys.exit(main())
