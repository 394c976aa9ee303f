"""`python -m benchmarks.quotes`: how often the sentence that is quoted is the labelled one, on answers of others.

Give two files or more (`--answers A --answers B ...`): the weights of `dialogues.answers.worth` are fitted on all files
but one, and that one is measured; so in turn. Beside it stand simple baselines and what could be reached at most.
"""

import argparse
import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks.labelled import BadLineError, Labelled
from benchmarks.listening import caring
from benchmarks.markers import OWN, found, load
from benchmarks.scores import hits, share
from dialogues.answers.quotes import Quotable, candidates
from dialogues.answers.worth import WEIGHTS, Sign, Signs, worth
from dialogues.language import words
from dialogues.model import LANGUAGES, Language

ROUNDS, STEP, RIDGE = 300, 0.5, 0.01  # of the fit: gradient steps, their size, and the pull of each weight to nothing
_ANY_DAY: Final = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Choice:
    """The sentences of one labelled answer: which of them are the labelled one, and the signs of those on offer.

    `offered` are the numbers of the sentences that may be quoted; `signs` and they go together.
    """

    language: Language
    labelled: tuple[bool, ...]
    lengths: tuple[int, ...]
    offered: tuple[int, ...]
    signs: tuple[Signs, ...] = field(repr=False)

    def right(self, number: int | None) -> bool:
        """Whether sentence `number` is the labelled one."""
        return number is not None and self.labelled[number]

    def best(self, weights: Signs) -> int | None:
        """The sentence that is worth most."""
        order = sorted(range(len(self.signs)), key=lambda place: -worth(self.signs[place], weights))
        return self.offered[order[0]] if order else None

    def random(self) -> float:
        """How often a sentence at random is the labelled one."""
        return share(self.labelled)


BASELINES: Final[Mapping[str, Callable[[Choice], int]]] = {
    "first": lambda _: 0,
    "last": lambda choice: len(choice.lengths) - 1,
    "longest": lambda choice: max(range(len(choice.lengths)), key=choice.lengths.__getitem__),
}


def choices(answers: Sequence[Labelled]) -> tuple[Choice, ...]:
    """The choices in answers that have a labelled sentence, as far as they may be quoted at all."""
    return tuple(_choice(each, each.best_quote) for each in answers if each.best_quote is not None)


def _choice(answer: Labelled, best: str) -> Choice:
    language = words.language(answer.text, answer.lang or "nl")
    places = words.sentences(answer.text)
    told = [answer.text[start:end] for start, end in places]
    quotable = Quotable(0, answer.text, language, "open", _ANY_DAY)
    weighed = candidates(quotable) if caring(answer.text) != "crisis" else ()
    offers = [each for each in weighed if (each.quote.start, each.quote.end) in places]  # whole sentences are labelled
    return Choice(
        answer.lang or language,
        tuple(hits(text, best) for text in told),
        tuple(words.count(text) for text in told),
        tuple(places.index((each.quote.start, each.quote.end)) for each in offers),
        tuple(each.signs for each in offers),
    )


def rate(made: Sequence[Choice], weights: Signs = WEIGHTS) -> float:
    """The share of answers of which the labelled sentence is worth most."""
    return share(each.right(each.best(weights)) for each in made)


def reach(made: Sequence[Choice]) -> float:
    """The share of answers whose labelled sentence may be quoted at all: no name in it, not too short or too long."""
    return share(any(map(each.right, each.offered)) for each in made)


def fit(sets: Sequence[Sequence[Choice]]) -> Signs:
    """The weights that make the labelled sentences likeliest among those on offer; every set counts as much."""
    weights: dict[Sign, float] = dict.fromkeys(WEIGHTS, 0.0)
    for _ in range(ROUNDS):
        slopes: dict[Sign, float] = {sign: -RIDGE * weight for sign, weight in weights.items()}
        for made in sets:
            for each in made:
                for sign, slope in _slopes(each, weights).items():
                    slopes[sign] += slope / len(made) / len(sets)
        weights = {sign: weight + STEP * slopes[sign] for sign, weight in weights.items()}
    return weights


def _slopes(each: Choice, weights: Signs) -> Mapping[Sign, float]:
    """How much of each sign the labelled sentence has more than the sentence that the weights expect."""
    labelled = [each.right(number) for number in each.offered]
    if not any(labelled):
        return {}
    likely = [math.exp(worth(signs, weights)) for signs in each.signs]
    total, meant = sum(likely), sum(labelled)
    more = [right / meant - like / total for right, like in zip(labelled, likely, strict=True)]
    return {
        sign: sum(part * signs[sign] for part, signs in zip(more, each.signs, strict=True)) for sign in each.signs[0]
    }


def baseline_lines(made: Sequence[Choice]) -> Iterator[str]:
    """What simple ways to choose would reach, and what can be reached at most."""
    told = [f"{name} {share(each.right(choose(each)) for each in made):.2f}" for name, choose in BASELINES.items()]
    at_random = sum(each.random() for each in made) / max(1, len(made))
    yield f"instead of it the {', '.join(told)}, at random {at_random:.2f}; at most {reach(made):.2f} may be quoted"


def report(sets: Mapping[str, Sequence[Choice]]) -> Iterator[str]:
    """Every set with the weights of the others, and with those in use; then the weights of all."""
    for name, made in sets.items():
        others = fit([each for other, each in sets.items() if other != name])
        yield f"{name}: {len(made)} answers with a labelled sentence"
        yield f"  weights fitted on the other files {_rates(made, others)}; in use {_rates(made, WEIGHTS)}"
        yield from (f"  {line}" for line in baseline_lines(made))
    total = fit([*sets.values()])
    yield "Weights fitted on all files, and those in use"
    yield from (f"  {sign:<13}{total[sign]:>6.2f}{weight:>7.2f}" for sign, weight in WEIGHTS.items())


def _rates(made: Sequence[Choice], weights: Signs) -> str:
    each = {name: [one for one in made if one.language == name] for name in LANGUAGES}
    told = ", ".join(f"{name} {rate(mine, weights):.2f}" for name, mine in each.items() if mine)
    return f"{rate(made, weights):.2f} ({told})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Enter here; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotes", description=__doc__)
    parser.add_argument("--answers", type=Path, action="append", help="a file of answers, one JSON object a line")
    files = parser.parse_args(arguments).answers or sorted({*found(), *OWN.glob("*.jsonl")})
    try:
        sets = {f"{number} {file.name}": choices(load([file])) for number, file in enumerate(files, 1)}
    except BadLineError as problem:
        print(problem, file=sys.stderr)
        return 2
    made = {name: each for name, each in sets.items() if each}
    if len(made) < 2:
        print("Two files with labelled sentences are needed: one to fit on, one to measure.", file=sys.stderr)
        return 2
    for line in report(made):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
