"""What takes long is worked out between two tries of a transaction: the first asks for it, the second keeps it.

Whoever changed something in between (hid a line, withdrew or edited an answer) has changed the material too, so that
the second try asks anew: nothing is kept that rests on how things were.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final, TypeVar

from journeys.ports import World
from journeys.stage import Stage
from summaries import making
from summaries.facts import Findings
from summaries.making import Wanted

Done = TypeVar("Done")
TRIES: Final = 12  # a review looks at several periods, each of them once


class Unmade(Exception):  # noqa: N818 - no error: it undoes a transaction that is to be done again
    """Something is wanted that nobody has worked out yet."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__("a look back is still to be made")
        self.wanted = wanted


class NotMade(Exception):  # noqa: N818 - it says what is the case
    """It could not be made, or what it rests on never stood still."""


def found(stage: Stage, wanted: Wanted) -> Findings:
    """What was found in this very material; raises Unmade as long as nobody has looked."""
    made = stage.world.drafts.get(wanted)
    if made is None:
        raise Unmade(wanted)
    return made


async def through(world: World, work: Callable[[World], Awaitable[Done]]) -> Done:
    """Do work that is one transaction, and again with what it turned out to want; raises NotMade.

    Nothing it did before it raised Unmade may last but what the transaction undoes.
    """
    for _ in range(TRIES):
        try:
            return await work(world)
        except Unmade as unmade:
            wanted = unmade.wanted
        world = replace(world, drafts={**world.drafts, wanted: await _made(world, wanted)})
    raise NotMade("what it rests on did not stand still")


async def _made(world: World, wanted: Wanted) -> Findings:
    if world.studio is None:
        return making.made(wanted, world.library)
    made = await world.studio.findings(wanted)
    if made is None:
        raise NotMade("the studio could not make it")
    return made
