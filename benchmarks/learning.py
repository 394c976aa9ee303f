"""Learning the weights of a linear model from lines of our own; needs scikit-learn, the product does not."""

import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from dialogues.language import linear

TWICE = 2  # a feature that stands in one line only says nothing of others
PARTS = 5

Lines = Sequence[tuple[str, str]]  # words, and their kind: "" for none
Read = Callable[[str], linear.Features]


class Learnt:
    """Weights learnt from some lines, and what they say of others."""

    def __init__(self, taught: Lines, read: Read, strength: float, most: int) -> None:
        """Learn; of all features the `most` weightiest are kept. `strength`: the higher, the closer to these lines."""
        self.read, self.strength = read, strength
        known, named = [read(text) for text, _ in taught], [kind for _, kind in taught]
        seen = Counter(feature for each in known for group in each for feature in group)
        self.places = _numbered(feature for feature, times in seen.items() if times >= TWICE)
        weight = abs(self._fit(known, named).coef_).max(axis=0)
        kept = sorted(self.places, key=lambda feature: (-weight[self.places[feature]], feature))[:most]
        self.places = _numbered(kept)
        self.model = self._fit(known, named)

    def _fit(self, known: Sequence[linear.Features], named: Sequence[str]) -> Any:
        regression = import_module("sklearn.linear_model").LogisticRegression
        return regression(C=self.strength, max_iter=3000, tol=1e-5).fit(self._table(known), named)

    def _table(self, known: Sequence[linear.Features]) -> Any:
        cells, rows, columns = [], [], []
        for row, each in enumerate(known):
            for group in each:
                for feature in sorted(group & self.places.keys()):
                    cells.append(1 / math.sqrt(len(group)))
                    rows.append(row)
                    columns.append(self.places[feature])
        sparse = import_module("scipy.sparse")
        return sparse.csr_matrix((cells, (rows, columns)), shape=(len(known), len(self.places)))

    def told(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """For each text how probable each kind is, as the product will say it."""
        shares = self.model.predict_proba(self._table([self.read(text) for text in texts]))
        return [dict(zip(self.model.classes_, row, strict=True)) for row in shares]

    def written(self, kinds: Sequence[str]) -> Iterator[str]:
        """The weights as lines of a file: each kind against none, which then needs no number."""
        order = list(self.model.classes_)
        none = order.index("")
        of = [self.model.coef_[order.index(kind)] - self.model.coef_[none] for kind in kinds]
        bias = [self.model.intercept_[order.index(kind)] - self.model.intercept_[none] for kind in kinds]
        yield _line(bias, linear.BIAS)
        for feature, place in self.places.items():
            if any(_written(each[place]) for each in of):
                yield _line([each[place] for each in of], feature)


def missing() -> bool:
    """Is scikit-learn not there? Says so."""
    try:
        import_module("sklearn.linear_model")
    except ImportError:
        wanted = "scikit-learn is not installed (pip install --require-hashes -r requirements/bench.txt)."
        print(wanted, file=sys.stderr)
        return True
    return False


def written_or_told(arguments: Sequence[str], path: Path, weights: Callable[[], str], told: Callable[[], str]) -> int:
    """With `--write` the weights go into a file, else what is told of them is printed; gives the exit code."""
    if missing():
        return 2
    if "--write" in arguments:
        path.write_text(weights(), "utf-8")
    else:
        print(told())
    return 0


def left_out(taught: Lines, learn: Callable[[Lines], Learnt]) -> Iterator[tuple[str, str, dict[str, float]]]:
    """Every line with its kind, and what weights say of it that were learnt without it."""
    for part in range(PARTS):
        learnt = learn([line for place, line in enumerate(taught) if place % PARTS != part])
        others = [line for place, line in enumerate(taught) if place % PARTS == part]
        told = learnt.told([text for text, _ in others])
        yield from ((text, kind, shares) for (text, kind), shares in zip(others, told, strict=True))


def _numbered(features: Iterator[str] | list[str]) -> dict[str, int]:
    return {feature: place for place, feature in enumerate(sorted(features))}


def _line(numbers: Sequence[float], feature: str) -> str:
    return f"{' '.join(str(_written(each)) for each in numbers)} {feature}"


def _written(number: float) -> int:
    return round(float(number) * linear.SCALE)
