"""Counts of what the bot did, for tests and benchmarks: per method, per chat, and the fastest second."""

from collections import Counter, deque
from typing import Any


class Window:
    """How many events fell into the busiest stretch of one second."""

    __slots__ = ("_recent", "most")

    def __init__(self) -> None:
        self._recent: deque[float] = deque()
        self.most = 0

    def add(self, now: float) -> None:
        """Counts one event at `now` seconds."""
        recent = self._recent
        recent.append(now)
        while now - recent[0] >= 1.0:
            recent.popleft()
        self.most = max(self.most, len(recent))


class Stats:
    """Everything counted since the start or the last reset."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.errors: Counter[int] = Counter()
        self.sent: Counter[int] = Counter()
        self._window = Window()
        self._chat_windows: dict[int, Window] = {}

    def count_sent(self, chat: int, now: float) -> None:
        """One message reached a chat."""
        self.sent[chat] += 1
        self._window.add(now)
        self._chat_windows.setdefault(chat, Window()).add(now)

    def report(self) -> dict[str, Any]:
        """As JSON: calls per method, errors per code, sent per chat, and the most within one second."""
        return {
            "calls": dict(self.calls),
            "errors": {str(code): count for code, count in self.errors.items()},
            "sent": {str(chat): count for chat, count in self.sent.items()},
            "sent_total": self.sent.total(),
            "most_per_second": self._window.most,
            "most_per_second_in_a_chat": max((window.most for window in self._chat_windows.values()), default=0),
        }
