"""The tick: what it costs when nobody is due, and when some are, among few and among many."""

import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from benchmarks.measure import Figure, Watch
from benchmarks.people import START, seed
from bot.clock import SteppedClock
from dialogues.library import library
from journeys import ask
from journeys.ports import World
from storage.session import open_store
from storage.vault import Vault

IDLE = 20  # ticks with nobody due


async def figures(enrolments: int, due: int) -> AsyncIterator[Figure]:
    """Measure both on a fresh database."""
    vault = Vault(bytes(range(32)))
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(await seed(Path(folder) / "bench.db", vault, enrolments, due), vault)
        try:
            world = World(store, SteppedClock(START), library())
            watch = Watch()
            await ask.tick(world)
            yield watch.stop(f"a tick: {due} due of {enrolments:,} enrolled", due)
            watch = Watch()
            for _ in range(IDLE):
                await ask.tick(world)
            yield watch.stop(f"a tick: nobody due of {enrolments:,} enrolled", IDLE)
        finally:
            await store.close()
