"""`python -m benchmarks.safety`: what the safety screen hears in our own lines and in labelled answers."""

import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks import listening, markers
from benchmarks.labelled import BadLineError
from benchmarks.scores import Bar, Safety, percentile, score, share
from dialogues.care import safety
from dialogues.library import library

LINES = Path(__file__).with_suffix(".txt")
UNSEEN = Path(__file__).with_name("unseen.jsonl")  # written by another hand; nothing was made or learnt with it
SEEN = Path(__file__).with_name("seen.jsonl")  # the same, until its figures had a say in what was kept
LABELS: Mapping[str, Safety] = {
    "harmless": "none", "lures": "none", "crisis": "crisis", "danger": "crisis", "strain": "strain",
}  # fmt: skip
CAUGHT, FALSE, ROUNDS = 0.80, 0.02, 3

Lines = Sequence[tuple[str, Safety]]  # words, and what should be heard in them


def sections(text: str) -> dict[str, list[str]]:
    """The lines under each `[section]`; blank lines and comments are left out."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            found[list(found)[-1]].append(line)
    return found


def own() -> dict[str, list[str]]:
    """Our own lines: harmless ones and those near to harm, crisis, danger and strain."""
    return sections(LINES.read_text("utf-8"))


def answers(files: Sequence[Path]) -> Lines:
    """The answers of some files that carry a label of safety. BadLineError when one cannot be read."""
    return [(each.text, each.safety) for each in markers.load(files) if each.safety is not None]


def told(lines: Lines) -> list[tuple[Safety, Safety]]:
    """For each line what was heard and what should be; a question whether it is meant counts as heard."""
    return [(listening.caring(text), meant) for text, meant in lines]


def alarming(lines: Lines) -> float:
    """The share of the harmless lines that is not left in peace, for whatever reason."""
    harmless = [text for text, meant in lines if meant == "none"]
    return share(safety.screen(text, library()) != safety.Calm() for text in harmless) if harmless else 0.0


def report(name: str, lines: Lines) -> Iterator[str]:
    """What was heard in some lines, with its bars."""
    heard = told(lines)
    yield f"{name}: {len(lines)} lines"
    for label in ("crisis", "strain"):
        counted = score((said == label, meant == label) for said, meant in heard)
        if counted.right + counted.missed:
            meant = counted.right + counted.missed
            yield f"  {label}: {counted.right} of {meant} caught, precision {counted.precision:.2f}"
    caught = score((said != "none", meant == "crisis") for said, meant in heard)
    yield f"  {Bar('share of despair that is met with care', CAUGHT, caught.recall)}"
    yield f"  {Bar('share of harmless lines that raise an alarm', FALSE, alarming(lines), least=False)}"


def lured(lines: Sequence[str]) -> str:
    """How many of the harmless lines that look most like harm raise an alarm; they count among the others as well."""
    alarms = sum(safety.screen(text, library()) != safety.Calm() for text in lines)
    return f"  of the {len(lines)} that look most like harm {alarms} raise an alarm"


def times(lines: Lines) -> str:
    """The time that a text takes when words and content are loaded."""
    spent: list[float] = []
    for text, _ in lines:
        rounds = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            safety.screen(text, library())
            rounds.append(time.perf_counter() - started)
        spent.append(1e6 * min(rounds))
    return f"µs a text: median {statistics.median(spent):.0f}, 95 % under {percentile(spent, 0.95):.0f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Enter here, with files of labelled answers or without; gives the exit code."""
    known = own()
    ours = [(text, LABELS[name]) for name, lines in known.items() for text in lines]
    given = [Path(each) for each in (sys.argv[1:] if arguments is None else arguments)]
    try:
        labelled, seen, unseen = answers(given or markers.found()), answers([SEEN]), answers([UNSEEN])
    except BadLineError as problem:
        print(problem, file=sys.stderr)
        return 2
    print("\n".join((*report("our own lines", ours), lured(known.get("lures", ())))))
    print("\n".join(report("lines of another hand, whose figures had a say", seen)))
    print("\n".join(report("lines of another hand that nothing was made or learnt with", unseen)))
    print("\n".join(report("labelled answers", labelled)))
    print(times([*ours, *labelled]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
