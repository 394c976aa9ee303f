"""A program that makes the look backs that are due on a database, in a pool of its own, and says when it begins one."""

import asyncio
import sys

from benchmarks.crowd import DUE
from bot.clock import SteppedClock
from bot.studio import ProcessStudio
from dialogues.library import library
from journeys import batch
from journeys.ports import World
from storage.session import open_store
from storage.vault import Vault


class Loud(ProcessStudio):
    """Says when it begins."""

    async def findings(self, wanted):
        sys.stdout.write("one\n")
        sys.stdout.flush()
        return await super().findings(wanted)


async def main(url):
    """Until it is done, or killed."""
    store, studio = open_store(url, Vault(bytes(range(32)))), Loud(workers=1)
    await batch.run(World(store, SteppedClock(DUE), library(), studio=studio))
    studio.close()
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
