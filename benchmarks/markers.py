"""`python -m benchmarks.markers`: what is heard in labelled answers, beside two baselines, and which bars are met.

Answers without labels are only predicted: `--answers FILE --predictions OUT.jsonl`.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks import listening
from benchmarks.labelled import BadLineError, Labelled, parse
from benchmarks.listening import Heard
from benchmarks.scores import Bar, Score, hits, percentile, score, share
from dialogues.language.words import count
from dialogues.model import LANGUAGES, MARKERS, Language, Marker

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "examples" / "answers.jsonl"
OWN = ROOT / "benchmarks" / "answers"
F1_BARS: dict[Marker, float] = {"feeling": 0.85, "own_role": 0.80, "effect": 0.80, "intention": 0.85}
PRECISE, QUOTED, QUICK = 0.85, 0.55, 5.0  # QUICK in milliseconds of CPU an answer
LONG = 6  # words from which the language must be right

Pair = tuple[Labelled, Heard]


def wishes(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.markers", description=__doc__)
    parser.add_argument("--answers", type=Path, action="append", help="a file of answers, one JSON object a line")
    parser.add_argument("--predictions", type=Path, help="where to write what was heard, one JSON object a line")
    parser.add_argument("--show", action="store_true", help="list what was missed or seen wrongly, by id")
    return parser.parse_args(arguments)


def found() -> list[Path]:
    """The labelled answers at hand: those beside the repository, or else its own."""
    return [SHARED] if SHARED.is_file() else sorted(OWN.glob("*.jsonl"))


def load(files: Sequence[Path]) -> tuple[Labelled, ...]:
    """All answers of some files. BadLineError when one cannot be read."""
    return tuple(each for file in files for each in parse(_text(file).split("\n"), file.name))


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except OSError as error:
        raise BadLineError(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise BadLineError(f"{file} is not UTF-8 text.") from None


def listen(answers: Sequence[Labelled]) -> list[Pair]:
    """Hear every answer."""
    listening.warm()
    return [(answer, listening.hear(answer)) for answer in answers]


def judged(pairs: Sequence[Pair], marker: Marker, language: Language | None) -> list[Pair]:
    """The pairs whose label for a marker counts; an answer of despair is never analysed, so nor is it scored."""
    labelled = (each for each in pairs if marker in each[0].markers and each[0].safety != "crisis")
    return [each for each in labelled if language in (None, each[0].lang or each[1].lang)]


def scored(pairs: Sequence[Pair], marker: Marker) -> Score:
    """How well a marker was heard."""
    return score((marker in heard.markers, answer.markers[marker]) for answer, heard in pairs)


def rivalled(pairs: Sequence[Pair], marker: Marker, rival: Callable[[str, Language], frozenset[Marker]]) -> Score:
    """How well a baseline does."""
    return score((marker in rival(answer.text, heard.lang), answer.markers[marker]) for answer, heard in pairs)


def marker_lines(pairs: Sequence[Pair]) -> Iterator[str]:
    """The table of markers: ours, always yes and a bare word list."""
    yield f"{'':<20}{'':>4}{'ours':^23}{'always yes':^23}{'bare word list':^23}"
    yield f"{'marker':<13}{'lang':<7}{'n':>4}" + f"{'prec':>9}{'rec':>6}{'F1':>6}  " * 3
    for marker in MARKERS:
        for language in (*LANGUAGES, None):
            mine = judged(pairs, marker, language)
            if mine:
                yield _row(marker, language, mine)


def _row(marker: Marker, language: Language | None, mine: Sequence[Pair]) -> str:
    three = (
        scored(mine, marker),
        rivalled(mine, marker, listening.always),
        rivalled(mine, marker, listening.by_word_list),
    )
    figures = "".join(f"{each.precision:>9.2f}{each.recall:>6.2f}{each.f1:>6.2f}  " for each in three)
    return f"{marker:<13}{language or 'both':<7}{three[0].right + three[0].missed:>4}{figures}".rstrip()


def marker_bars(pairs: Sequence[Pair]) -> Iterator[Bar]:
    """What is asked of the four markers that are counted."""
    for marker, asked in F1_BARS.items():
        mine = judged(pairs, marker, None)
        if mine:
            yield Bar(f"F1 of {marker}", asked, scored(mine, marker).f1)
            yield Bar(f"precision of {marker}", PRECISE, scored(mine, marker).precision)


def other_bars(pairs: Sequence[Pair]) -> Iterator[Bar]:
    """What is asked of language, quotes, safety and speed, as far as the answers are labelled."""
    long = [answer for answer, _ in pairs if answer.lang is not None and count(answer.text) >= LONG]
    if long:
        right = share(listening.certain(answer.text) == answer.lang for answer in long)
        yield Bar(f"language of {len(long)} answers of {LONG} words or more, without a fallback", 1.0, right)
    best = [(answer.best_quote, heard) for answer, heard in pairs if answer.best_quote is not None]
    if best:
        yield Bar(f"quote of {len(best)} answers", QUOTED, share(hits(heard.quote, meant) for meant, heard in best))
    verbatim = share(heard.quote is None or heard.quote in answer.text for answer, heard in pairs)
    yield Bar("quotes that are verbatim", 1.0, verbatim)
    silent = share(
        not heard.markers and heard.quote is None
        for answer, heard in pairs
        if "crisis" in (answer.safety, heard.safety)
    )
    yield Bar("answers of despair neither quoted nor counted", 1.0, silent)
    slow = percentile([1000 * heard.seconds[0] for _, heard in pairs], 0.95)
    yield Bar("ms an answer for language and markers, 95th percentile", QUICK, slow, least=False)


def time_line(pairs: Sequence[Pair]) -> str:
    """How long listening takes: language and markers, and with the safety screen before them."""
    each = [[1000 * heard.seconds[part] for _, heard in pairs] for part in (0, 1)]
    told = [f"{percentile(one, 0.5):.1f} (95 %: {percentile(one, 0.95):.1f})" for one in each]
    return f"ms of CPU an answer, median: language and markers {told[0]}; with the safety screen {told[1]}"


def safety_lines(pairs: Sequence[Pair]) -> Iterator[str]:
    """Labels of safety against what was heard."""
    counted = Counter((answer.safety, heard.safety) for answer, heard in pairs if answer.safety is not None)
    if counted:
        labels = sum(number for (meant, _), number in counted.items() if meant == "crisis")
        alarms = sum(number for (meant, said), number in counted.items() if said == "crisis" != meant)
        yield f"crisis: {counted['crisis', 'crisis']} of {labels} caught, {alarms} false alarms"
        yield from (f"  labelled {meant}, heard {said}: {number}" for (meant, said), number in sorted(counted.items()))


def misses(pairs: Sequence[Pair]) -> Iterator[str]:
    """Per answer what was missed (-) and what was seen wrongly (+): ids and markers, no words."""
    for answer, heard in pairs:
        wrong = [
            f"{'+' if marker in heard.markers else '-'}{marker}"
            for marker, meant in answer.markers.items()
            if answer.safety != "crisis" and (marker in heard.markers) != meant
        ]
        if wrong:
            yield f"{answer.id}: {' '.join(wrong)}"


def report(pairs: Sequence[Pair], *, show: bool) -> Iterator[str]:
    """Everything that can be said of these answers, line by line."""
    if any(answer.markers for answer, _ in pairs):
        left_out = sum(answer.safety == "crisis" for answer, _ in pairs)
        yield f"Markers (n: how many are labelled so; {left_out} of despair left out: never analysed)"
        yield from (f"  {line}" for line in marker_lines(pairs))
    yield from safety_lines(pairs)
    yield time_line(pairs)
    yield "Bars"
    yield from (f"  {bar}" for bar in (*marker_bars(pairs), *other_bars(pairs)))
    if show:
        yield "Misses (- not heard, + heard and not labelled)"
        yield from (f"  {line}" for line in misses(pairs))


def main(arguments: Sequence[str] | None = None) -> int:
    """Enter here; gives the exit code."""
    wish = wishes(arguments)
    files = wish.answers or found()
    try:
        answers = load(files)
    except BadLineError as problem:
        print(problem, file=sys.stderr)
        return 2
    if not answers:
        print("There are no answers to measure: give a file with --answers.", file=sys.stderr)
        return 2
    pairs = listen(answers)
    print(f"{len(answers)} answers from {', '.join(file.name for file in files)}")
    for line in report(pairs, show=wish.show):
        print(line)
    if wish.predictions is not None:
        wish.predictions.write_text("".join(json.dumps(heard.line()) + "\n" for _, heard in pairs), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
