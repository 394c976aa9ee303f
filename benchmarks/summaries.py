"""`python -m benchmarks.summaries`: complete summaries of invented leaders, beside matplotlib and WeasyPrint.

Complete: markers and findings, letter, picture in the light and the dark version, and PDF. Both ways run in as many
processes, in the same run, from the same months. These are invented before the clock starts; to start the processes
and to hand the months over is part of the time. `python -m benchmarks.first_of_month` is about the batch as the
program does it.
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
from dataclasses import dataclass, field

from benchmarks import pair
from benchmarks.months import invented
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


def ours(months: Sequence[Material]) -> Spent:
    """Complete summaries, one after the other, in this process."""
    return _each(months, _typst)


def theirs(months: Sequence[Material]) -> Spent:
    """The same with matplotlib and WeasyPrint."""
    return _each(months, _pair)


def _each(months: Sequence[Material], drawn: Callable[[Findings, Language, Spent], int]) -> Spent:
    spent = Spent(count=len(months))
    for month in months:
        with spent.on("markers"):
            heard = read(month)
        with spent.on("findings"):
            found = findings(heard, library())
        with spent.on("letter"):
            text = letter(found, month.language, library())
        spent.size += len(text.encode()) + drawn(found, month.language, spent)
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


def run(work: Callable[[Sequence[Material]], Spent], months: Sequence[Material], processes: int) -> tuple[Spent, float]:
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
    wish = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {wish.processes} processes.")
    months = [invented(number, library()) for number in range(max(wish.count, wish.pair))]
    spent, seconds = run(ours, months[: wish.count], wish.processes)
    show("Weerklank: typst for picture and PDF", spent, seconds)
    print(f"  aim: 1,000 under {AIM_SECONDS:.0f} s; by the clock {1000 * seconds / wish.count:.1f} s, {_load()}")
    print(f"  aim: under {AIM_EACH:.0f} ms CPU for each, stretched less by others: {1000 * spent.each():.1f} ms")
    if wish.pair:
        beside(spent, seconds, months[: wish.pair], wish.processes)


def _load() -> str:
    return f"with {os.getloadavg()[0]:.1f} processes at work on {os.cpu_count()} processors"


def beside(own: Spent, own_seconds: float, months: Sequence[Material], processes: int) -> None:
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
