"""What an invented leader can do with a message, and after how long."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Tap:
    """Tap the button with this label on a message; 0 is the newest that has it."""

    message: int
    label: str


@dataclass(frozen=True, slots=True)
class Write:
    """Write something."""

    text: str


Act = Tap | Write
Later = tuple[timedelta, Act]
