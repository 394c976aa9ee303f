"""Ids that are made before the row exists, since a sealed word is bound to its row: 63 bits, in order of time."""

import secrets
import threading
import time

_EPOCH_MS = 1_577_836_800_000  # 2020-01-01: 41 bits of milliseconds last until 2089
_RANDOM_BITS = 22

_lock = threading.Lock()
_last = 0


def new_id() -> int:
    """A fresh id: milliseconds since 2020, then 22 random bits; always larger than the one before in this process."""
    global _last  # noqa: PLW0603 - the order of a process's ids is a fact about the process
    fresh = (time.time_ns() // 1_000_000 - _EPOCH_MS) << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
    with _lock:
        _last = max(fresh, _last + 1)
        return _last
