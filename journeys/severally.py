"""Groups one after the other, each in transactions of its own: the trouble of one is nobody else's."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

from storage.faults import StorageUnavailable

One = TypeVar("One")


async def each(found: Iterable[One], do: Callable[[One], Awaitable[int]], trouble: list[Exception]) -> int:
    """Do each in transactions of its own; how much was done. What goes wrong is tried again at the next tick."""
    done = 0
    for one in found:
        try:
            done += await do(one)
        except StorageUnavailable:
            raise
        except Exception as error:  # noqa: BLE001  (raised by the tick, when all others are done)
            trouble.append(error)
    return done
