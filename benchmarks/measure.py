"""One measurement: how much was done, in how much time of the wall and of this process's CPU."""

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`count` things took `wall` seconds and `cpu` seconds of this process."""

    name: str
    count: int
    wall: float
    cpu: float

    def __str__(self) -> str:
        each, rate = 1000 * self.cpu / self.count, self.count / self.wall
        return f"{self.name:<72} {rate:>8.0f} /s {each:>9.3f} ms CPU each   ({self.count} in {self.wall:.2f} s)"


class Watch:
    """Started when it is made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def stop(self, name: str, count: int) -> Figure:
        """Give what was measured since."""
        return Figure(name, count, time.perf_counter() - self._wall, time.process_time() - self._cpu)
