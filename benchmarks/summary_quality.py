"""`python -m benchmarks.summary_quality`: what summaries of labelled answers hold, against the bars.

First what is heard in each answer, then a look back for every leader and month: every quote and figure is traced.
"""

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from benchmarks.labelled import BadLineError, Labelled
from benchmarks.listening import Heard
from benchmarks.markers import Pair, found, listen, load, marker_bars, marker_lines, other_bars, safety_lines
from benchmarks.quotes import baseline_lines, choices
from benchmarks.scores import Bar, Safety, hits, percentile, share
from dialogues.language import words
from dialogues.library import library
from dialogues.model import LANGUAGES, Language
from dialogues.people import Care
from summaries.facts import Findings, OwnWords
from summaries.findings import findings
from summaries.letter import LIMIT, length, letter
from summaries.material import Asked, Material, Written
from summaries.wording import shown

CARES: Final[Mapping[Safety, Care]] = {"none": "none", "strain": "strain", "crisis": "crisis"}
START = date(2026, 1, 5)  # of answers without a date: two a week from then on
KIND: Final = "question"


@dataclass(frozen=True, slots=True)
class Made:
    """One look back: who and when, what it rests on, and the letter in both languages."""

    leader: str
    month: date
    answers: Mapping[int, Pair]
    findings: Findings
    letters: Mapping[Language, str] = field(repr=False)
    seconds: float

    def counted(self) -> set[int]:
        """The answers that any finding rests on."""
        return {int(one.partition(":")[2]) for each in self.findings for one in each.evidence if one[:7] == "answer:"}


def made(pairs: Sequence[Pair], about: Mapping[str, tuple[str, date]]) -> Iterator[Made]:
    """A look back for every leader and month that has an answer; `about` gives the leader and day of an answer's id."""
    months: dict[tuple[str, date], dict[int, Pair]] = defaultdict(dict)
    for number, pair in enumerate(pairs):
        leader, on = about[pair[0].id]
        months[leader, on.replace(day=1)][number] = pair
    for (leader, month), answers in sorted(months.items()):
        started = time.process_time()
        material = _material(month, {number: about[pair[0].id][1] for number, pair in answers.items()}, answers)
        made_of = findings(material, library())
        letters = {language: letter(made_of, language, library()) for language in LANGUAGES}
        yield Made(leader, month, answers, made_of, letters, time.process_time() - started)


def bars(all_made: Sequence[Made]) -> Iterator[Bar]:
    """What is asked of every look back."""
    quotes = [(one, made_) for made_ in all_made for one in made_.findings if isinstance(one, OwnWords)]
    yield Bar(f"{len(quotes)} quotes in look backs that are verbatim", 1.0, share(_verbatim(*each) for each in quotes))
    unsafe = sum(
        pair[0].safety == "crisis" and (number in each.counted() or _told(pair[0].text, each))
        for each in all_made
        for number, pair in each.answers.items()
    )
    yield Bar("answers of despair quoted or counted in a look back", 1, unsafe, least=False)
    longest = max((length(text) for each in all_made for text in each.letters.values()), default=0)
    yield Bar("characters of the longest letter", LIMIT + 1, longest, least=False)


def quote_lines(pairs: Sequence[Pair]) -> Iterator[str]:
    """Per language how often the labelled sentence is quoted, and where there is none how often none is; baselines."""
    for language in (*LANGUAGES, None):
        mine = [each for each in pairs if language in (None, each[0].lang or each[1].lang)]
        best = [hits(heard.quote, answer.best_quote) for answer, heard in mine if answer.best_quote is not None]
        none = [heard.quote is None for answer, heard in mine if answer.best_quote is None]
        told = f"{language or 'both':<5}the labelled sentence in {sum(best)} of {len(best)}"
        yield f"{told} ({share(best):.2f}), none where none is labelled in {sum(none)} of {len(none)}"
    yield from baseline_lines(choices([answer for answer, _ in pairs]))


def details(all_made: Sequence[Made]) -> Iterator[str]:
    """One line per look back, without words of the answers."""
    for each in all_made:
        kinds = [one.kind for one in each.findings]
        told = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))
        yield f"  {each.leader} {each.month:%Y-%m}: {len(each.answers)} answers; {told}"
    ms = [1000 * each.seconds for each in all_made]
    half, most = percentile(ms, 0.5), percentile(ms, 0.95)
    yield f"ms of CPU a look back, findings and two letters: median {half:.1f}, 95 % {most:.1f}"


def _material(month: date, days: Mapping[int, date], answers: Mapping[int, Pair]) -> Material:
    written = tuple(_written(number, days[number], *pair) for number, pair in answers.items())
    asked = tuple(Asked(one.id, one.on, KIND, one.item, one.quality, True) for one in written)
    return Material("nl", month, "Europe/Amsterdam", 1, asked=asked, answers=written)


def _written(number: int, on: date, answer: Labelled, heard: Heard) -> Written:
    return Written(
        id=number, on=on, prompt=number, kind=KIND, item="", quality=f"kind {number}", part="answer",
        text=answer.text, language=heard.lang, words=words.count(answer.text), markers=heard.markers,
        care=CARES[heard.safety],
    )  # fmt: skip


def _verbatim(quote: OwnWords, each: Made) -> bool:
    answer, _ = each.answers[int(quote.evidence[0].partition(":")[2])]
    return shown(answer.text[quote.start : quote.end]) == quote.text


def _told(text: str, each: Made) -> bool:
    """Whether any sentence of this text stands in a letter."""
    spans = words.sentences(text)
    return any(shown(text[start:end]) in letter_ for start, end in spans for letter_ in each.letters.values())


def whens(files: Sequence[Path]) -> dict[str, tuple[str, date]]:
    """The leader and the day of each answer by its id; without them one leader, twice a week."""
    known: dict[str, tuple[str, date]] = {}
    for file in files:
        for line in file.read_text("utf-8-sig").split("\n"):
            if line.strip():
                answer = json.loads(line)
                on = answer.get("date")
                day = date.fromisoformat(on) if on else START + timedelta(days=len(known) * 7 // 2)
                known[answer["id"]] = answer.get("leader") or file.stem, day
    return known


def main(arguments: Sequence[str] | None = None) -> int:
    """Enter here; the exit code is 1 when a bar is not met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.summary_quality", description=__doc__)
    parser.add_argument("--answers", type=Path, action="append", help="a file of answers, one JSON object a line")
    files = parser.parse_args(arguments).answers or found()
    try:
        pairs = listen(load(files))
    except BadLineError as problem:
        print(problem, file=sys.stderr)
        return 2
    looks = list(made(pairs, whens(files)))
    print(f"{len(pairs)} answers from {', '.join(file.name for file in files)}, {len(looks)} look backs")
    for line in (*marker_lines(pairs), *safety_lines(pairs), "Quotes", *quote_lines(pairs)):
        print(line)
    for line in ("Look backs", *details(looks), "Bars"):
        print(line)
    judged = [*marker_bars(pairs), *other_bars(pairs), *bars(looks)]
    for bar in judged:
        print(f"  {bar}")
    return 0 if all(bar.met for bar in judged) else 1


if __name__ == "__main__":
    sys.exit(main())
