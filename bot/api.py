"""Calls of the Bot API by name, each answered by a value; the token stays inside."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.wire import NotSent, Patience, Reply, Unsure, Upload, Wire, multipart

Params = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """Telegram did it."""

    result: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Failed:
    """Telegram said no: its code and words, which may quote what we sent; `after` in seconds (0: not said).

    `moved`: the number under which a group that was meant goes on (0: none was said).
    """

    code: int
    words: str = field(repr=False)
    after: float = 0.0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Strange:
    """Something answered that does not speak the Bot API: a proxy, a gateway, a half body."""

    status: int
    after: float = 0.0


Answer = Done | Failed | Strange | NotSent | Unsure
UNTOUCHED = (Strange, NotSent, Unsure)  # no word from Telegram itself


def read(reply: Reply) -> Answer:
    """Say what an HTTP reply means in the Bot API."""
    try:
        said = json.loads(reply.body)
    except (ValueError, RecursionError):
        return Strange(reply.status, reply.after)
    match said:
        case {"ok": True, "result": result} if reply.status < 300:
            return Done(result)
        case {"ok": False, "error_code": int(code)}:
            return Failed(code, str(said.get("description", "")), _after(said, reply), _moved(said))
        case _:
            return Strange(reply.status, reply.after)


def plain(answer: Answer) -> str:
    """Give one short phrase for the operator, without addresses or private text."""
    match answer:
        case Done():
            return "it works"
        case Failed(code=401 | 404):
            return "Telegram does not accept the bot token"
        case Failed(code):
            return f"Telegram refused with {code}"
        case Strange(status):
            return f"something that is not the Bot API answered with HTTP {status}"
        case NotSent(kind) | Unsure(kind):
            return f"Telegram cannot be reached ({kind})"


class Api:
    """One bot's Bot API at one address (scheme, host and port)."""

    def __init__(self, wire: Wire, address: str, token: str) -> None:
        self._wire = wire
        self._base = f"{address}/bot{token}/"

    def __repr__(self) -> str:
        return "Api(…)"

    async def call(
        self, method: str, params: Params, files: Mapping[str, Upload] | None = None, *, read_seconds: float = 20.0
    ) -> Answer:
        """Call a method; `files` makes it multipart. `read_seconds` is how long the answer may stay away."""
        body = multipart({name: _text(value) for name, value in params.items()}, files) if files else params
        patience = Patience(read=read_seconds, total=read_seconds + 40)
        fate = await self._wire.send("POST", self._base + method, body, patience)
        return read(fate) if isinstance(fate, Reply) else fate


def _after(said: Params, reply: Reply) -> float:
    match said:
        case {"parameters": {"retry_after": int() | float() as seconds}}:
            return float(seconds)
        case _:
            return reply.after


def _moved(said: Params) -> int:
    match said:
        case {"parameters": {"migrate_to_chat_id": int() as chat}}:
            return chat
        case _:
            return 0


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
