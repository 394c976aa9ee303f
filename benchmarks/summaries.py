"""`python -m benchmarks.summaries`: complete summaries of invented leaders, beside matplotlib and WeasyPrint.

Complete: findings, letter, picture in the light and the dark version, and PDF. Both ways run in as many processes, in
the same run, from the same months. These are invented before the clock starts, and what the rules hear in an answer is
kept with it as the program does when an answer is given; `--anew` listens to all of them within the time, as after a
change of rules. To start the processes and to hand the months over is part of the time.
`python -m benchmarks.first_of_month` is about the batch as the program does it.
"""

import argparse
import multiprocessing
import os
import platform
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from benchmarks import pair
from benchmarks.months import invented
from dialogues.answers import heard
from dialogues.library import library
from dialogues.model import Language
from summaries.facts import Findings
from summaries.findings import findings
from summaries.letter import letter
from summaries.making import read
from summaries.material import Material
from summaries.pdf import pdf
from summaries.picture import pictures

AIM_SECONDS, AIM_RATIO = 30.0, 5.0  # for 1,000 complete summaries on two cores; beside the pair
AIM_EACH = 60.0  # milliseconds of processor time, which is the same on two cores
BATCH = 25  # summaries that a process takes up at once


@dataclass(slots=True)
class Spent:
    """CPU seconds per part, how many summaries, their bytes, and the most memory of the process (MiB)."""

    parts: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    count: int = 0
    size: int = 0
    memory: float = 0.0

    @contextmanager
    def on(self, part: str) -> Iterator[None]:
        """Count the CPU time of this block for a part."""
        start = time.process_time()
        yield
        self.parts[part] += time.process_time() - start

    def each(self) -> float:
        """CPU seconds of one complete summary."""
        return sum(self.parts.values()) / self.count

    def add(self, other: "Spent") -> None:
        """Take in what another process spent."""
        for part, seconds in other.parts.items():
            self.parts[part] += seconds
        self.count += other.count
        self.size += other.size
        self.memory = max(self.memory, other.memory)


@dataclass(frozen=True, slots=True)
class Month:
    """A month, and beside each answer what was heard in it ("" when nobody listened yet)."""

    lived: Material
    notes: tuple[str, ...]

    @classmethod
    def of(cls, lived: Material) -> "Month":
        """With notes as they are made when answers are given."""
        return cls(lived, tuple(heard.note(each.text, each.language) for each in lived.answers))

    def read(self) -> Material:
        """The month with the markers of each answer: those of its note, or else found now."""
        noted = (
            heard.spans(note, one.text, one.language) for one, note in zip(self.lived.answers, self.notes, strict=True)
        )
        answers = tuple(replace(one, spans=spans) for one, spans in zip(self.lived.answers, noted, strict=True))
        return read(replace(self.lived, answers=answers))


def ours(months: Sequence[Month]) -> Spent:
    """Complete summaries, one after the other, in this process."""
    return _each(months, _typst)


def theirs(months: Sequence[Month]) -> Spent:
    """The same with matplotlib and WeasyPrint."""
    return _each(months, _pair)


def _each(months: Sequence[Month], drawn: Callable[[Findings, Language, Spent], int]) -> Spent:
    spent = Spent(count=len(months))
    for month in months:
        with spent.on("markers"):
            material = month.read()
        with spent.on("findings"):
            found = findings(material, library())
        with spent.on("letter"):
            text = letter(found, material.language, library())
        spent.size += len(text.encode()) + drawn(found, material.language, spent)
    spent.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return spent


def _typst(found: Findings, language: Language, spent: Spent) -> int:
    with spent.on("picture, light and dark"):
        both = pictures(found, language, library())
    with spent.on("PDF"):
        paper = pdf(found, language, library())
    assert both  # an invented month always has something to draw
    return sum(map(len, both)) + len(paper)


def _pair(found: Findings, language: Language, spent: Spent) -> int:
    with spent.on("picture, light and dark"):
        both = pair.pictures(found, language, library())
    with spent.on("PDF"):
        paper = pair.pdf(found, language, library(), both[0])
    return sum(map(len, both)) + len(paper)


def run(work: Callable[[Sequence[Month]], Spent], months: Sequence[Month], processes: int) -> tuple[Spent, float]:
    """All of them in fresh processes; what they spent, and the seconds by the clock."""
    batches = [months[start : start + BATCH] for start in range(0, len(months), BATCH)]
    spent, start = Spent(), time.perf_counter()
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        for done in pool.map(work, batches):
            spent.add(done)
    return spent, time.perf_counter() - start


def show(title: str, spent: Spent, seconds: float) -> None:
    """Print what one way took."""
    print(f"\n{title}")
    for part, cpu in spent.parts.items():
        print(f"  {part:<26}{1000 * cpu / spent.count:>9.1f} ms CPU per leader")
    print(f"  {'together':<26}{1000 * spent.each():>9.1f} ms CPU per leader")
    print(f"  {spent.count} summaries in {seconds:.1f} s: {60 * spent.count / seconds:,.0f} a minute", end="; ")
    print(f"at most {spent.memory:.0f} MiB a process, {spent.size / spent.count / 1024:.0f} KiB a summary")


def main() -> None:
    """Enter here."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.summaries", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="summaries")
    parser.add_argument("--pair", type=int, default=100, help="summaries that the pair makes; 0 leaves it out")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--anew", action="store_true", help="listen to all answers within the time")
    wish = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {wish.processes} processes.")
    months = given([invented(number, library()) for number in range(max(wish.count, wish.pair))], anew=wish.anew)
    spent, seconds = run(ours, months[: wish.count], wish.processes)
    show("Weerklank: typst for picture and PDF", spent, seconds)
    print(f"  aim: 1,000 under {AIM_SECONDS:.0f} s; by the clock {1000 * seconds / wish.count:.1f} s, {_load()}")
    print(f"  aim: under {AIM_EACH:.0f} ms CPU for each, stretched less by others: {1000 * spent.each():.1f} ms")
    if wish.pair:
        beside(spent, seconds, months[: wish.pair], wish.processes)


def given(lived: Sequence[Material], *, anew: bool) -> list[Month]:
    """The months as they are found on the first of the next."""
    if anew:
        return [Month(month, ("",) * len(month.answers)) for month in lived]
    start = time.process_time()
    months = [Month.of(month) for month in lived]
    each = 1000 * (time.process_time() - start) / len(lived)
    print(f"On the days of the answers, before all this: {each:.1f} ms CPU per leader to listen to them.")
    return months


def _load() -> str:
    return f"with {os.getloadavg()[0]:.1f} processes at work on {os.cpu_count()} processors"


def beside(own: Spent, own_seconds: float, months: Sequence[Month], processes: int) -> None:
    """Measure the pair, and say how many times slower it is."""
    if reason := pair.missing():
        print(f"\nThe pair is left out: {reason}")
        return
    spent, seconds = run(theirs, months, processes)
    show("matplotlib and WeasyPrint, the same data", spent, seconds)
    clock, cpu = (seconds / len(months)) / (own_seconds / own.count), spent.each() / own.each()
    print(
        f"\n{clock:.1f} times as many a minute as the pair (aim: {AIM_RATIO:.0f}); {cpu:.1f} times less processor time"
    )


if __name__ == "__main__":
    main()
