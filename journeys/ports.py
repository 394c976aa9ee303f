"""What the journeys need from the outside world, as protocols; `bot` supplies the real ones, tests keep fakes."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, Protocol

from dialogues.model import Language, Library
from storage.session import Store
from summaries.facts import Findings
from summaries.making import Wanted

ScreenArgs = Mapping[str, Any]


class Clock(Protocol):
    """Two times: `now` is the time of the story (due moments, dates), `wall` that of the machine (leases, budgets)."""

    def now(self) -> datetime:
        """The aware UTC instant that the leaders live in; simulated in a demo."""
        ...

    def wall(self) -> datetime:
        """The aware UTC instant of the machine."""
        ...


@dataclass(frozen=True, slots=True)
class Screen:
    """What is to be said, as a reference: a name that `handlers.screens` knows, with ids and labels; never words."""

    name: str
    args: ScreenArgs = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message on its way: to whom, what, and with what private material (loaded only for the sending)."""

    chat: int
    language: Language
    screen: Screen
    material: ScreenArgs = field(repr=False)
    edits: int | None = None  # Telegram's id of the message that is replaced in place
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram has it; `message` is its id there (None for an edit that changed nothing)."""

    message: int | None


@dataclass(frozen=True, slots=True)
class Later:
    """It surely did not arrive; try again after `seconds`. `everyone`: the whole bot must wait, not just this chat."""

    seconds: float
    everyone: bool = False


@dataclass(frozen=True, slots=True)
class Gone:
    """The person blocked the bot or no longer exists: stop their schedule."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take this message; `why` holds no private text."""

    why: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Nothing arrived: the group goes on as the chat of this number."""

    chat: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """The request may have arrived; it is not sent again blindly."""


Outcome = Sent | Later | Gone | Refused | Moved | Unknown


class Messenger(Protocol):
    """Sends one message and says what became of it; never raises for what Telegram or the network does."""

    async def deliver(self, delivery: Delivery) -> Outcome:
        """Send or edit."""
        ...


class Studio(Protocol):
    """Works out and draws what takes long, away from the event loop."""

    async def findings(self, wanted: Wanted) -> Findings | None:
        """What a look back finds in its material; None when that failed."""
        ...

    async def draw(
        self,
        facts: str,
        language: Language,
        theme: Literal["light", "dark"] = "light",
        *,
        hidden: Collection[str] = frozenset(),
        bare: bool = False,
    ) -> bytes | None:
        """The picture of a look back as PNG bytes, or None with nothing to draw; `bare`: then its title alone."""
        ...

    async def pdf(
        self, facts: str, language: Language, *, hidden: Collection[str] = frozenset(), quotes: bool = True
    ) -> bytes | None:
        """The look back on paper, without hidden lines; without the leader's own words when it is to be shared."""
        ...


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast messages may go out: per second and how many at once, to all chats together and to one chat.

    Telegram tolerates about 30 a second and 1 a second per chat, with short bursts (its Bots FAQ).
    """

    everyone: float = 28.0
    everyone_burst: int = 28
    chat: float = 1.0
    chat_burst: int = 5


@dataclass(frozen=True, slots=True)
class World:
    """Everything a journey needs: the store, the time and the content."""

    store: Store
    clock: Clock
    library: Library
    consent: Mapping[str, str] = field(default_factory=dict)  # what the consent text names
    open_door: bool = True  # may somebody without an invite take part alone?
    facilitators: frozenset[int] = frozenset()  # chats that may subscribe a cohort
    console_url: str = ""  # where the console is, without a slash at its end; "" without one
    page_url: str = ""  # where a leader's own page is
    studio: Studio | None = None  # draws the picture and the PDF of a look back
    pace: Pace = Pace()
    patience: timedelta = timedelta()  # silence after which a leader has finished writing
    drafts: Mapping[Wanted, Findings] = field(default_factory=dict, repr=False)  # what this transaction wanted before
    alarm: Callable[[datetime], None] | None = None  # told of a moment nearer than the next tick, once it is committed
