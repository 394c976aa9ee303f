"""Scripted people: what a person does with the bot and waits to see, over real HTTP; for tests, demo and benchmarks."""

import base64
import time
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp

Json = dict[str, Any]

PATIENCE = 10.0  # seconds of the machine
LONGEST_WATCH = 25.0


class NothingSeenError(AssertionError):
    """What a person waited for did not come in time; the text says what came instead."""


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button; `data` is empty for one that opens a link."""

    text: str
    data: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A message of the bot on the screen; `raw` is the whole Message."""

    id: int
    text: str
    buttons: tuple[tuple[Button, ...], ...]
    raw: Json = field(repr=False)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all inline buttons, in reading order."""
        return tuple(button.text for row in self.buttons for button in row)

    def button(self, label: str) -> Button | None:
        """The inline button with this label, else the first whose label holds it."""
        buttons = [button for row in self.buttons for button in row if button.data]
        exact = [button for button in buttons if button.text == label]
        return next(iter(exact or [button for button in buttons if label in button.text]), None)


def seen(message: Json) -> Seen:
    """A Message of the user's side as `Seen`."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = tuple(
        tuple(Button(button["text"], button.get("callback_data", ""), button.get("url", "")) for button in row)
        for row in rows
    )
    return Seen(message["message_id"], message.get("text") or message.get("caption") or "", buttons, message)


class Person:
    """One person and their phone; made with `Person.join`, closed with `close` or `async with`."""

    def __init__(self, url: str, about: Json, session: aiohttp.ClientSession) -> None:
        self.id: int = about["id"]
        self.first_name: str = about["first_name"]
        self._url = url
        self._session = session
        self._after = 0  # the log entry up to which this person has looked
        self._unseen: list[Json] = []
        self._answers: dict[str, Json] = {}
        self._reactions: dict[int, list[str]] = {}

    def __repr__(self) -> str:
        return f"Person({self.first_name}, {self.id})"

    @classmethod
    async def join(cls, url: str, first_name: str, language_code: str = "nl", user_id: int | None = None) -> Self:
        """Opens an account on the local Telegram at `url`."""
        session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=False))
        wish: Json = {"first_name": first_name, "language_code": language_code}
        try:
            about = await _ask(session, "POST", f"{url}/user", wish | ({"id": user_id} if user_id else {}))
        except BaseException:
            await session.close()
            raise
        return cls(url, about, session)

    async def close(self) -> None:
        """Puts the phone away."""
        await self._session.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.close()

    async def _do(self, action: str, **wish: Any) -> Json:
        return await _ask(self._session, "POST", f"{self._url}/user/{self.id}/{action}", wish)

    async def _look(self, what: str) -> Json:
        return await _ask(self._session, "GET", f"{self._url}/user/{self.id}/{what}")

    async def start(self, payload: str = "") -> int:
        """Presses Start, with the payload of a deep link; returns the message's id."""
        return int((await self._do("start", payload=payload))["message_id"])

    async def says(self, text: str) -> int:
        """Sends a text; returns its id."""
        return int((await self._do("send", text=text))["message_id"])

    async def replies(self, to: Seen | int, text: str) -> int:
        """Sends a text as a reply; returns its id."""
        return int((await self._do("send", text=text, reply_to=_id(to)))["message_id"])

    async def edits(self, message: int, text: str) -> None:
        """Changes an own text."""
        await self._do("edit", message_id=message, text=text)

    async def sends(self, kind: str, data: bytes | None = None, **about: str) -> int:
        """Sends a sticker, photo, voice, document, location or contact; `about`: name, mime, caption."""
        extra = {"data": base64.b64encode(data).decode()} if data is not None else {}
        return int((await self._do("media", kind=kind, **extra, **about))["message_id"])

    async def blocks(self) -> None:
        """Blocks the bot."""
        await self._do("block", blocked=True)

    async def unblocks(self) -> None:
        """Lets the bot in again."""
        await self._do("block", blocked=False)

    async def taps(self, label: str, on: Seen | int | None = None) -> str:
        """Taps a button by its label, on a given message or on the newest that has it; returns the query's id.

        A button of a reply keyboard sends its label instead and gives "".
        """
        for message in reversed(await self.history()):
            if on is not None and message["message_id"] != _id(on):
                continue
            button = seen(message).button(label)
            if button is not None:
                return await self.presses(message["message_id"], button.data)
            rows = message.get("keyboard", {}).get("keyboard", [])
            if any(label == (key["text"] if isinstance(key, dict) else key) for row in rows for key in row):
                await self.says(label)
                return ""
        raise NothingSeenError(f"{self.first_name} sees no button {label!r}")

    async def presses(self, message: int, data: str, *, forged: bool = False) -> str:
        """Presses by callback data; `forged` sends data that no button holds."""
        return str((await self._do("press", message_id=message, data=data, forged=forged))["query_id"])

    async def history(self) -> list[Json]:
        """All messages of the chat, newest last."""
        return list((await self._look("history"))["messages"])

    async def commands(self) -> list[Json]:
        """The command menu in this person's language."""
        return list((await self._look("commands"))["commands"])

    async def downloads(self, file_id: str) -> bytes:
        """The bytes of a picture or file on the screen."""
        async with self._session.get(f"{self._url}/media/{file_id}") as response:
            response.raise_for_status()
            return await response.read()

    async def sees(self, part: str = "", within: float = PATIENCE) -> Seen:
        """The bot's next new or edited message that holds `part`; NothingSeenError after `within` seconds."""
        passed: list[str] = []
        deadline = time.monotonic() + within
        while True:
            while self._unseen:
                message = seen(self._unseen.pop(0))
                if part in message.text:
                    return message
                passed.append(message.text)
            if not await self._watch(deadline):
                raise NothingSeenError(f"{self.first_name} waited {within} s for {part!r} and saw {passed}")

    async def hears(self, query_id: str, within: float = PATIENCE) -> Json:
        """The answer to a tap: `{"query_id", "text", "show_alert"}`."""
        deadline = time.monotonic() + within
        while query_id not in self._answers:
            if not await self._watch(deadline):
                raise NothingSeenError(f"{self.first_name} got no answer to a tap within {within} s")
        return self._answers.pop(query_id)

    async def news(self) -> list[Json]:
        """The messages of the chat that are new, edited or reacted to since the last look, without waiting."""
        happened = await self._look(f"events?after={self._after}&timeout=0")
        self._after = happened["seq"]
        return list(happened["messages"])

    async def reaction(self, to: Seen | int, within: float = PATIENCE) -> str:
        """The emoji that the bot puts under a message; NothingSeenError when it does not."""
        deadline = time.monotonic() + within
        while not self._reactions.get(_id(to)):
            if not await self._watch(deadline):
                raise NothingSeenError(f"{self.first_name} saw no reaction within {within} s")
        return self._reactions[_id(to)][0]

    async def quiet(self, seconds: float = 0.3) -> bool:
        """True when nothing of the bot comes for so long; what does come is kept for `sees`."""
        deadline = time.monotonic() + seconds
        before = len(self._unseen)
        while await self._watch(deadline):
            if len(self._unseen) > before:
                return False
        return len(self._unseen) == before

    async def _watch(self, deadline: float) -> bool:
        """Looks at what happened, waiting until `deadline` at most; False when that has passed."""
        left = deadline - time.monotonic()
        if left <= 0:
            return False
        seconds = min(left, LONGEST_WATCH)
        happened = await self._look(f"events?after={self._after}&timeout={seconds:.3f}")
        self._after = happened["seq"]
        self._unseen += [message for message in happened["messages"] if not message["own"]]
        self._reactions |= {message["message_id"]: message.get("reactions", []) for message in happened["messages"]}
        self._answers |= {answer["query_id"]: answer for answer in happened["callback_answers"]}
        return True


def _id(message: Seen | int) -> int:
    return message.id if isinstance(message, Seen) else message


async def _ask(session: aiohttp.ClientSession, verb: str, url: str, body: Json | None = None) -> Json:
    timeout = aiohttp.ClientTimeout(total=LONGEST_WATCH + PATIENCE)
    async with session.request(verb, url, json=body, timeout=timeout) as response:
        answer = await response.json()
        if response.status >= 400:
            raise RuntimeError(f"the local Telegram refused: {answer.get('error')}")
        return dict(answer)
