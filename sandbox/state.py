"""What the local Telegram remembers, all in memory: users, bots, their chats with messages, and files."""

import time
from dataclasses import dataclass, field
from typing import Any

from sandbox.bell import Bell
from sandbox.clock import Clock
from sandbox.faults import Faults
from sandbox.options import Options
from sandbox.rates import Budget
from sandbox.stats import Stats
from sandbox.updates import Updates
from sandbox.webhook import Delivery, Webhook

Json = dict[str, Any]

TYPING_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class User:
    """A person with an account."""

    id: int
    first_name: str
    language_code: str

    def card(self) -> Json:
        """As a Bot API User."""
        card: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return {**card, "language_code": self.language_code} if self.language_code else card

    def chat_card(self) -> Json:
        """As a Bot API Chat: a private chat has the user's own id."""
        return {"id": self.id, "first_name": self.first_name, "type": "private"}


@dataclass(slots=True)
class Stored:
    """One message: `body` as the bot sees it, `extra` what only the screen shows (keyboard, reactions, "edited")."""

    body: Json
    extra: Json = field(default_factory=dict)


@dataclass(slots=True)
class Chat:
    """One person's private chat with one bot, or a group; `log` is what happened there, in order, for those who watch.

    `moved_to`: the number of the supergroup that a group became.
    """

    user: User
    card: Json
    user_card: Json
    started: bool = False
    blocked: bool = False
    messages: dict[int, Stored] = field(default_factory=dict)
    log: list[tuple[str, Any]] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)
    typing_until: float = 0.0
    moved_to: int = 0

    def note(self, kind: str, value: Any) -> None:
        """Writes to the log and wakes those who watch."""
        self.log.append((kind, value))
        self.bell.ring()

    def typing_left(self) -> float:
        """Seconds that "typing" still shows."""
        return max(0.0, self.typing_until - time.monotonic())


@dataclass(slots=True)
class Query:
    """A press that waits for its answer."""

    id: str
    chat: Chat
    pressed_at: float


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that somebody sent."""

    id: str
    unique_id: str
    path: str
    name: str
    mime: str
    data: bytes = field(repr=False)


class Bot:
    """One bot account and everything it set."""

    def __init__(self, token: str, name: str, username: str, options: Options) -> None:
        self.token = token
        self.id = int(token.split(":", 1)[0])
        self.card: Json = {"id": self.id, "is_bot": True, "first_name": name, "username": username}
        self.chats: dict[int, Chat] = {}
        self.updates = Updates(first_id=100_000_000 + self.id % 1000)
        self.delivery: Delivery | None = None
        self.budget = Budget(options.rates)
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.menu_buttons: dict[int | None, Json] = {}
        self._last_message_id = 0

    def __repr__(self) -> str:
        return f"Bot({self.id})"

    @property
    def webhook(self) -> Webhook | None:
        """The webhook now set."""
        return self.delivery.webhook if self.delivery else None

    def next_message_id(self) -> int:
        """Message ids count per account, over all its private chats."""
        self._last_message_id += 1
        return self._last_message_id


class Telegram:
    """The whole local Telegram."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.clock = Clock()
        self.users: dict[int, User] = {}
        self.bots: dict[str, Bot] = {}
        self.files: dict[str, StoredFile] = {}
        self.paths: dict[str, StoredFile] = {}
        self.faults = Faults(options.seed)
        self.stats = Stats()
        self._last_number = 0

    def add_bot(self, token: str, name: str = "", username: str = "") -> Bot:
        """Opens a bot account; the token is `<number>:<secret>`, or ValueError."""
        number, colon, secret = token.partition(":")
        if not (number.isdecimal() and colon and secret):
            raise ValueError("a bot token is a number, a colon and a secret")
        bot = Bot(token, name or self.options.bot_name, username or self.options.bot_username, self.options)
        self.bots[token] = bot
        return bot

    def number(self) -> int:
        """A number that was not given out before: for users, queries and files."""
        self._last_number += 1
        return self._last_number

    def steady(self) -> float:
        """Seconds of the machine's steady clock."""
        return time.monotonic()

    async def register_webhook(self, bot: Bot, webhook: Webhook | None) -> None:
        """Ends the old webhook, if any, and starts the new one with all that waits."""
        if bot.delivery is not None:
            await bot.delivery.close()
        bot.delivery = Delivery(webhook, bot.updates, self) if webhook else None
        if bot.delivery is not None:
            bot.delivery.start()

    def chat(self, bot: Bot, user: User) -> Chat:
        """The chat of these two, made when first needed."""
        chat = bot.chats.get(user.id)
        if chat is None:
            chat = bot.chats[user.id] = Chat(user, user.chat_card(), user.card())
        return chat
