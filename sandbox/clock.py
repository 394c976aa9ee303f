"""Two times: the story's time that people see on messages, and the machine's time for waiting and expiry."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """The visible time; runs with the machine until it is set, then from the set instant at `speed`."""

    def __init__(self) -> None:
        self._start = datetime.now(UTC)
        self._since = time.monotonic()
        self._speed = 1.0

    def now(self) -> datetime:
        """The aware UTC instant that people see."""
        return self._start + timedelta(seconds=(time.monotonic() - self._since) * self._speed)

    def unix(self) -> int:
        """The visible time as a message's `date`."""
        return int(self.now().timestamp())

    def set(self, now: datetime | None, speed: float = 1.0) -> None:
        """Sets the visible time; `speed` 0 stands still; None returns to the machine's time. Needs an aware time."""
        if now is not None and now.tzinfo is None:
            raise ValueError("the clock needs a time with its zone, such as 2026-03-01T08:00:00+00:00")
        self._start = (now or datetime.now(UTC)).astimezone(UTC)
        self._since = time.monotonic()
        self._speed = speed if now is not None else 1.0
