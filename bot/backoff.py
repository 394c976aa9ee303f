"""How long to wait before trying again: growing, capped, and never the same for two programs at once."""

import random
from dataclasses import dataclass, field


@dataclass(slots=True)
class Backoff:
    """Waits that double from `first` up to `cap` seconds, each shortened at random to half at most."""

    first: float = 1.0
    cap: float = 60.0
    chance: random.Random = field(default_factory=random.SystemRandom, repr=False)
    failures: int = 0

    def next(self) -> float:
        """Count one more failure and say how many seconds to wait."""
        longest = min(self.cap, self.first * 2.0 ** min(self.failures, 30))
        self.failures += 1
        return longest * self.chance.uniform(0.5, 1.0)

    def reset(self) -> None:
        """Begin anew, since it works again."""
        self.failures = 0
