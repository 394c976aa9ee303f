"""The user's side: what one person's phone can do in the chat with one bot, and what its screen shows."""

import time
from collections.abc import Callable
from typing import Any

from sandbox import media
from sandbox.calls import quotable
from sandbox.parser import finish
from sandbox.profile import commands_seen_by
from sandbox.samples import SAMPLES
from sandbox.schema import Upload
from sandbox.state import Bot, Query, Stored, StoredFile, Telegram, User
from sandbox.updates import KEPT, Entry

Json = dict[str, Any]

MAKERS: dict[str, Callable[[StoredFile], Any]] = {
    "photo": media.photo,
    "voice": media.voice,
    "sticker": media.sticker,
    "document": media.document,
}
LONGEST_SAYING = 4096  # code points: what the apps let a person send in one message
LONGEST_WATCH = 25.0
KEPT_UNTIL_UNBLOCKED = 0  # `until_date` of a block that has no end


class PhoneError(ValueError):
    """The phone cannot do that; the text says why."""


class Phone:
    """One person's chat with one bot, from the person's side."""

    def __init__(self, telegram: Telegram, bot: Bot, user: User) -> None:
        self._telegram = telegram
        self._bot = bot
        self._user = user
        self._chat = telegram.chat(bot, user)

    def start(self, payload: str = "") -> Json:
        """Presses Start, as a deep link `?start=payload` does; lifts a block."""
        self.block(blocked=False)
        return self.say(f"/start {payload}".rstrip())

    def say(self, text: str, reply_to: int | None = None) -> Json:
        """Sends a text, possibly as a reply; returns the Message."""
        text, entities = self._written(text)
        content: Json = {"text": text, "entities": entities} if entities else {"text": text}
        return self._send(content, reply_to)

    def send_media(self, kind: str, upload: Upload | None = None, caption: str = "") -> Json:
        """Sends a sticker, photo, voice, document, location or contact; an invented one when no file is given."""
        content = self._media(kind, upload)
        if caption:
            content["caption"] = caption
        return self._send(content, None)

    def _media(self, kind: str, upload: Upload | None) -> Json:
        if kind == "location":
            return {"location": {"latitude": 52.0907, "longitude": 5.1214}}
        if kind == "contact":
            return {"contact": {"phone_number": "+3197000000000", "first_name": "Sam"}}
        sample = upload or SAMPLES.get(kind)
        if sample is None:
            raise PhoneError("kind is one of sticker, photo, voice, document, location, contact")
        file = media.store(self._telegram, sample, kind)
        return {kind: MAKERS[kind](file)}

    def _written(self, text: str) -> tuple[str, list[Json]]:
        if len(text) > LONGEST_SAYING:
            raise PhoneError(f"a message has at most {LONGEST_SAYING} characters")
        text, entities = finish(text, [])
        if not text:
            raise PhoneError("an empty message cannot be sent")
        return text, entities

    def _send(self, content: Json, reply_to: int | None) -> Json:
        chat = self._chat
        if chat.blocked:
            raise PhoneError("you blocked this bot")
        if reply_to is not None:
            content = {"reply_to_message": quotable(self._message(reply_to)), **content}
        message: Json = {
            "message_id": self._bot.next_message_id(),
            "from": chat.user_card,
            "chat": chat.card,
            "date": self._telegram.clock.unix(),
            **content,
        }
        chat.started = True
        chat.messages[message["message_id"]] = Stored(message)
        chat.note("message", message["message_id"])
        self._push("message", message)
        return message

    def _message(self, message_id: int) -> Stored:
        stored = self._chat.messages.get(message_id)
        if stored is None:
            raise PhoneError("there is no such message")
        return stored

    def edit(self, message_id: int, text: str) -> Json:
        """Changes an own text; returns the Message."""
        stored = self._message(message_id)
        if stored.body["from"]["id"] != self._user.id or "text" not in stored.body:
            raise PhoneError("only an own text can be edited")
        text, entities = self._written(text)
        kept = {name: value for name, value in stored.body.items() if name not in {"text", "entities"}}
        content: Json = {"text": text, "entities": entities} if entities else {"text": text}
        stored.body = {**kept, **content, "edit_date": self._telegram.clock.unix()}
        stored.extra["edited"] = True
        self._chat.note("message", message_id)
        self._push("edited_message", stored.body)
        return stored.body

    def press(self, message_id: int, data: str, *, forged: bool = False) -> str:
        """Presses an inline button; returns the query's id. `forged` sends data that no button holds."""
        stored = self._message(message_id)
        rows = stored.body.get("reply_markup", {}).get("inline_keyboard", [])
        if not forged and not any(button.get("callback_data") == data for row in rows for button in row):
            raise PhoneError("that message has no such button")
        query_id = str(self._user.id << 32 | self._telegram.number())
        self._bot.queries[query_id] = Query(query_id, self._chat, time.monotonic())
        body = {
            "id": query_id,
            "from": self._chat.user_card,
            "message": stored.body,
            "chat_instance": str(self._bot.id * 7 + self._user.id),
            "data": data,
        }
        self._push("callback_query", body, self._telegram.options.callback_seconds)
        return query_id

    def block(self, *, blocked: bool) -> None:
        """Blocks or unblocks the bot; nothing happens when it already is so."""
        chat = self._chat
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        member = {"user": self._bot.card, "status": "member"}
        kicked = {"user": self._bot.card, "status": "kicked", "until_date": KEPT_UNTIL_UNBLOCKED}
        before, after = (member, kicked) if blocked else (kicked, member)
        parties = {"chat": chat.card, "from": chat.user_card, "date": self._telegram.clock.unix()}
        self._push("my_chat_member", {**parties, "old_chat_member": before, "new_chat_member": after})

    def _push(self, kind: str, body: Json, kept: float = KEPT) -> Entry | None:
        entry = self._bot.updates.push(kind, body, self._user.id, kept)
        if entry is None:
            return None
        for fault in self._telegram.faults.strike(kind, self._user.id, time.monotonic(), update=True):
            if fault.kind == "duplicate":
                self._bot.updates.repeat(entry)
            elif kind == "callback_query":
                self._bot.updates.push(kind, body, self._user.id, kept)
        return entry

    def history(self) -> Json:
        """All messages, newest last, and the log's length."""
        return {"messages": [self._view(stored) for stored in self._chat.messages.values()], "seq": len(self._chat.log)}

    def _view(self, stored: Stored) -> Json:
        own = stored.body["from"]["id"] == self._user.id
        return {**stored.body, **stored.extra, "own": own, "edited": stored.extra.get("edited", False)}

    async def events(self, after: int, seconds: float = LONGEST_WATCH) -> Json:
        """What happened after log entry `after`; waits for it, or for "typing" to end, or for the clock."""
        chat = self._chat
        if len(chat.log) <= after and seconds > 0:
            typing = chat.typing_left()
            await chat.bell.wait(min(seconds, typing) if typing else seconds)
        happened = chat.log[after:]
        changed = dict.fromkeys(value for kind, value in happened if kind == "message")
        return {
            "seq": len(chat.log),
            "messages": [self._view(chat.messages[key]) for key in changed if key in chat.messages],
            "deleted": [value for kind, value in happened if kind == "deleted"],
            "callback_answers": [value for kind, value in happened if kind == "callback_answer"],
            "typing": chat.typing_left() > 0,
            "clock": self._telegram.clock.now().isoformat(timespec="seconds"),
        }

    def commands(self) -> list[Json]:
        """The command menu as this person sees it."""
        return commands_seen_by(self._bot, self._user.id, self._user.language_code)
