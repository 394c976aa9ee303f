"""`python -m benchmarks.likeness`: learns the weights of `dialogues.likeness` from our own lines, and tells how well.

Prints what is heard in lines that were left out while learning (five parts in turn). With `--write` the weights of all
lines go into `dialogues/lexicon/likeness.txt`. Needs scikit-learn (`requirements/bench.txt`); the product does not.
"""

import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks import safety
from benchmarks.scores import share
from dialogues import likeness
from dialogues.hearing import hear, shelved
from dialogues.library import library
from dialogues.model import Text
from dialogues.spelling import mended

TAUGHT = Path(__file__).with_name("taught.txt")
WRITTEN = Path(likeness.__file__).parent / "lexicon" / "likeness.txt"
CLASSES: Mapping[str, str] = {
    "harmless": "", "lures": "", "everyday": "", "answers": "", "crisis": "crisis_self", "danger": "acute_danger",
    "strain": "severe_strain",
}  # fmt: skip
SENTENCE, SHORT = re.compile(r"(?<=[.!?])\s+"), 3
STRENGTH, TWICE, KEPT, PARTS = 100.0, 2, 16_000, 5
HEADER = """\
# How much a run of words, a piece of a word (~) or a meaning (=) speaks for despair, danger or exhaustion, in
# hundredths.
# Learnt from our own invented lines by `python -m benchmarks.likeness --write`; * stands in every text.
"""

Lines = Sequence[tuple[str, str]]  # words, and their class: one of `likeness.KINDS` or ""


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


def features(text: str) -> likeness.Features:
    """What weights are for in a text, as the product reads it."""
    return likeness.features(hear(mended(text), shelved("safety", "harmless")))


class Learnt:
    """Weights learnt from some lines, and what they say of others."""

    def __init__(self, taught: Lines) -> None:
        """Learn; a feature that stands in one line only is left out, and of the others the weightiest are kept."""
        read = [features(text) for text, _ in taught]
        seen = Counter(feature for each in read for group in each for feature in group)
        self.places = {feature: place for place, feature in enumerate(sorted(f for f, n in seen.items() if n >= TWICE))}
        named = [kind for _, kind in taught]
        first = self._fit(read, named)
        weight = abs(first.coef_).max(axis=0)
        kept = sorted(self.places, key=lambda feature: (-weight[self.places[feature]], feature))[:KEPT]
        self.places = {feature: place for place, feature in enumerate(sorted(kept))}
        self.model = self._fit(read, named)

    def _fit(self, read: Sequence[likeness.Features], named: Sequence[str]) -> Any:
        linear = import_module("sklearn.linear_model")
        model = linear.LogisticRegression(C=STRENGTH, max_iter=3000, tol=1e-5)
        return model.fit(self._table(read), named)

    def _table(self, read: Sequence[likeness.Features]) -> Any:
        cells, rows, columns = [], [], []
        for row, each in enumerate(read):
            for group in each:
                for feature in sorted(group & self.places.keys()):
                    cells.append(1 / math.sqrt(len(group)))
                    rows.append(row)
                    columns.append(self.places[feature])
        sparse = import_module("scipy.sparse")
        return sparse.csr_matrix((cells, (rows, columns)), shape=(len(read), len(self.places)))

    def told(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """What `likeness.likeness` would say of each text."""
        shares = self.model.predict_proba(self._table([features(text) for text in texts]))
        return [dict(zip(self.model.classes_, row, strict=True)) for row in shares]

    def written(self) -> Iterator[str]:
        """The weights as lines of the file: each class against the harmless one, which then needs none."""
        order = list(self.model.classes_)
        of = [self.model.coef_[order.index(kind)] - self.model.coef_[order.index("")] for kind in likeness.KINDS]
        bias = [
            self.model.intercept_[order.index(kind)] - self.model.intercept_[order.index("")] for kind in likeness.KINDS
        ]
        yield _line(bias, likeness.BIAS)
        for feature, place in self.places.items():
            if any(_hundredths(each[place]) for each in of):
                yield _line([each[place] for each in of], feature)


def _line(numbers: Sequence[float], feature: str) -> str:
    return f"{' '.join(str(_hundredths(each)) for each in numbers)} {feature}"


def _hundredths(number: float) -> int:
    return round(float(number) * likeness.SCALE)


def left_out(taught: Lines) -> Iterator[tuple[str, dict[str, float]]]:
    """For every line its class, and what weights say that were learnt without it."""
    for part in range(PARTS):
        learnt = Learnt([line for place, line in enumerate(taught) if place % PARTS != part])
        others = [line for place, line in enumerate(taught) if place % PARTS == part]
        yield from zip((kind for _, kind in others), learnt.told([text for text, _ in others]), strict=True)


def report(taught: Lines) -> Iterator[str]:
    """How much of what was left out is heard, at some levels of probability."""
    told = list(left_out(taught))
    yield f"{len(told)} lines, each judged by weights that were learnt without it"
    for level in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        heard = (share(shares[kind] >= level for meant, shares in told if meant == kind) for kind in likeness.KINDS)
        parts = (f"{kind} {part:.2f}" for kind, part in zip(likeness.KINDS, heard, strict=True))
        wrong = share(max(shares[kind] for kind in likeness.KINDS) >= level for meant, shares in told if not meant)
        yield "  ".join((f"from {level:.1f}:", *parts, f"harmless {wrong:.3f}"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Enter here; gives the exit code."""
    try:
        import_module("sklearn.linear_model")
    except ImportError:
        print(
            "scikit-learn is not installed (pip install --require-hashes -r requirements/bench.txt).", file=sys.stderr
        )
        return 2
    taught = lines()
    if "--write" in (sys.argv[1:] if arguments is None else arguments):
        WRITTEN.write_text(HEADER + "\n".join(Learnt(taught).written()) + "\n", "utf-8")
        return 0
    print("\n".join(report(taught)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
