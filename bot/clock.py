"""Three clocks: the machine's, one that runs faster, and one that is set by hand."""

import time
from datetime import UTC, datetime, timedelta


class SystemClock:
    """The machine's own time."""

    speed = 1.0

    def now(self) -> datetime:
        """Tell the time of the story, which is that of the machine."""
        return datetime.now(UTC)

    def wall(self) -> datetime:
        """Tell the time of the machine."""
        return datetime.now(UTC)


class SimulatedClock:
    """A story that starts at `start` (aware) and runs `speed` times faster than the machine."""

    def __init__(self, start: datetime, speed: float) -> None:
        if start.tzinfo is None or speed <= 0:
            raise ValueError("a simulated clock needs an aware start and a speed above 0")
        self.speed = speed
        self._start = start.astimezone(UTC)
        self._began = time.monotonic()  # a machine whose clock is set does not move the story

    def now(self) -> datetime:
        """Tell the time of the story."""
        return self._start + timedelta(seconds=(time.monotonic() - self._began) * self.speed)

    def wall(self) -> datetime:
        """Tell the time of the machine."""
        return datetime.now(UTC)


class SteppedClock:
    """A story whose time stands still until it is set; leases and budgets still run on the machine's time.

    `speed` is 0: nothing ticks by itself.
    """

    speed = 0.0

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """Tell the time that was set last."""
        return self._now

    def wall(self) -> datetime:
        """Tell the time of the machine."""
        return datetime.now(UTC)

    def set(self, moment: datetime) -> None:
        """Move to an aware moment; a story may also jump back."""
        self._now = moment.astimezone(UTC)

    def step(self, length: timedelta) -> None:
        """Move on by a length of time."""
        self._now += length


AnyClock = SystemClock | SimulatedClock | SteppedClock
