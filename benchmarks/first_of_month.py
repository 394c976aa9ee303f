"""`python -m benchmarks.first_of_month`: many look backs due at once, while somebody goes on talking to the bot.

All of it is the program's own: SQLite, a pool of processes, one event loop. Printed are the look backs a minute, what
each costs the process of the event loop, how late that loop is, and how long a message in a chat takes to be handled.
"""

import argparse
import asyncio
import platform
import resource
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from benchmarks import crowd
from benchmarks.measure import Watch
from benchmarks.server import FIRST_CHAT
from bot import logs
from bot.clock import SteppedClock
from bot.studio import ProcessStudio
from dialogues.events import Said
from dialogues.library import library
from journeys import batch, listen, take
from journeys.ports import World
from journeys.unlock import unlock
from storage import migrate
from storage.session import open_store
from storage.vault import Vault

TALKER = 0  # the number of who goes on talking, and whose look back is not due
NAP = 0.005  # seconds between two looks at how late the event loop is
PAUSE = 0.1  # seconds between two messages
QUIET = 3.0  # seconds of the same without a batch
TOGETHER = 50  # leaders settled in one transaction


@dataclass(slots=True)
class Felt:
    """What it is like meanwhile: milliseconds that the loop was late, and that messages took to be handled."""

    late: list[float] = field(default_factory=list)
    took: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        return f"the loop is {_spread(self.late)} late; a message takes {_spread(self.took)}"


@asynccontextmanager
async def house(leaders: int) -> AsyncIterator[World]:
    """So many leaders with a month behind them, on a disk of this machine."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        migrate.upgrade(url)
        store, studio = open_store(url, Vault(bytes(range(32)))), ProcessStudio()
        try:
            await unlock(store)
            world = World(store, SteppedClock(crowd.DUE), library(), studio=studio)
            for first in range(0, leaders + 1, TOGETHER):
                async with store.transaction() as session:
                    for number in range(first, min(first + TOGETHER, leaders + 1)):
                        due = crowd.DUE if number != TALKER else crowd.DUE + crowd.LATER
                        await crowd.settle(session, number, library(), due)
            yield world
        finally:
            studio.close()
            await store.close()


@asynccontextmanager
async def feeling(world: World, numbers: "count[int]") -> AsyncIterator[Felt]:
    """Feel how it is while this lasts."""
    felt = Felt()
    probes = [asyncio.create_task(_lateness(felt)), asyncio.create_task(_talking(world, felt, numbers))]
    try:
        yield felt
    finally:
        for probe in probes:
            probe.cancel()
        await asyncio.gather(*probes, return_exceptions=True)


async def _lateness(felt: Felt) -> None:
    while True:
        start = time.perf_counter()
        await asyncio.sleep(NAP)
        felt.late.append(1000 * (time.perf_counter() - start - NAP))


async def _talking(world: World, felt: Felt, numbers: "count[int]") -> None:
    for number in numbers:
        await asyncio.sleep(PAUSE)
        start = time.perf_counter()
        await take.take(world, [{"update_id": number}])
        await listen.hear(world, FIRST_CHAT + TALKER, Said(f"Gedachte {number} van vanmorgen.", number), number)
        felt.took.append(1000 * (time.perf_counter() - start))


def _spread(values: list[float]) -> str:
    ordered = sorted(values) or [0.0]
    at = (ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100], ordered[-1])
    return "{:.1f} ms in the middle, {:.1f} at p99, {:.1f} at most".format(*at)


async def measure(leaders: int) -> None:
    """Print how it is without a batch, and with one."""
    async with house(leaders) as world:
        numbers = count(1)
        async with feeling(world, numbers) as felt:
            await asyncio.sleep(QUIET)
        print(f"  nothing due: {felt}")
        watch = Watch()
        async with feeling(world, numbers) as felt:
            made = await batch.run(world)
        print(f"  {watch.stop('look backs, made and kept (CPU: the process of the event loop)', made)}")
        print(f"  meanwhile: {felt}")
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  at most {own:.0f} MiB; `python -m benchmarks.summaries` tells what a process of the pool takes")


def main() -> None:
    """Enter here."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.first_of_month", description=__doc__)
    parser.add_argument("--leaders", type=int, default=300, help="whose look back is due at once")
    wish = parser.parse_args()
    logs.configure("ERROR")
    print(f"Python {platform.python_version()}, {platform.machine()}; {wish.leaders} look backs due at once")
    asyncio.run(measure(wish.leaders))


if __name__ == "__main__":
    main()
