"""How strict, fast and patient one local Telegram is; the defaults are those of the real one."""

from dataclasses import dataclass, field
from pathlib import Path

PAGE = Path(__file__).with_name("page")


@dataclass(frozen=True, slots=True)
class Rates:
    """What a bot may send, in messages per second, and how many may come at once before it must wait."""

    overall: float = 30.0
    overall_burst: int = 30
    chat: float = 1.0
    chat_burst: int = 5


@dataclass(frozen=True, slots=True)
class Options:
    """`rates` None switches the limits off; seconds are seconds of the machine, not of the visible clock."""

    rates: Rates | None = field(default_factory=Rates)
    needs_parser: bool = True  # refuse to start without Telegram's own text parser
    seed: int = 1  # of faults that come with a probability
    callback_seconds: float = 150.0  # a press is delivered and can be answered this long
    webhook_first_wait: float = 2.0  # after the retry at once; doubles each time ...
    webhook_longest_wait: float = 60.0  # ... up to this
    bot_name: str = "Weerklank"
    bot_username: str = "weerklank_bot"
    page: Path = PAGE  # the folder of the chat page
