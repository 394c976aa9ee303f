"""One call of a Bot API method: its parameters in their own types, its files, and the questions every method asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import bad_request, forbidden, not_played, too_many, upgraded
from sandbox.media import check_size, store
from sandbox.parser import Parsed, finish, parse
from sandbox.schema import Upload
from sandbox.state import Bot, Chat, Stored, StoredFile, Telegram
from sandbox.texts import units

Json = dict[str, Any]

LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024  # UTF-16 units after parsing


@dataclass(frozen=True, slots=True)
class Call:
    """A checked call."""

    telegram: Telegram
    bot: Bot
    params: Mapping[str, Any] = field(repr=False)
    files: Mapping[str, Upload] = field(repr=False)

    def chat(self) -> Chat:
        """The private chat or group that `chat_id` names; raises BotError as Telegram does for one out of reach."""
        chat = self.bot.chats.get(self.params["chat_id"])
        if chat is None and self.params["chat_id"] not in self.telegram.users:
            raise bad_request("chat not found")
        if chat is None or not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.moved_to:
            raise upgraded(chat.moved_to)
        if chat.blocked and chat.card["type"] != "private":
            raise forbidden(f"bot was kicked from the {chat.card['type']} chat")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        return chat

    def spend(self, chat: Chat) -> None:
        """Takes one message from the send budget; raises BotError 429 when there is none."""
        wait = self.bot.budget.take(chat.user.id, self.telegram.steady())
        if wait:
            raise too_many(wait)

    def text(self) -> Parsed:
        """The parsed `text`, 1-4096 units."""
        text, entities = self._parsed("text", "entities")
        if not text:
            raise bad_request("message text is empty" if not self.params["text"] else "text must be non-empty")
        if units(text) > LONGEST_TEXT:
            raise bad_request("message is too long")
        return text, entities

    def caption(self) -> Json:
        """The parsed caption as Message fields, 0-1024 units."""
        if "caption" not in self.params:
            return {}
        text, entities = self._parsed("caption", "caption_entities")
        if units(text) > LONGEST_CAPTION:
            raise bad_request("message caption is too long")
        if not text:
            return {}
        return {"caption": text, "caption_entities": entities} if entities else {"caption": text}

    def _parsed(self, name: str, entities: str) -> Parsed:
        text, mode = self.params[name], self.params.get("parse_mode")
        return parse(text, mode) if mode else finish(text, self.params.get(entities, []))

    def reply_to(self, chat: Chat) -> Json:
        """The message replied to, as Message fields; raises BotError 400 when it is gone and must be there."""
        reply = self.params.get("reply_parameters")
        if reply is None:
            return {}
        for name in reply.keys() - {"message_id", "chat_id", "allow_sending_without_reply"}:
            raise not_played(f"reply_parameters.{name}")
        if reply.get("chat_id", chat.user.id) != chat.user.id:
            raise not_played("replies in another chat")
        stored = chat.messages.get(reply["message_id"])
        if stored is not None:
            return {"reply_to_message": quotable(stored)}
        if reply.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")

    def file(self, source: object, kind: str) -> StoredFile:
        """The file that a parameter means: an upload, `attach://part`, or a file_id known here."""
        if isinstance(source, str) and source.startswith("attach://"):
            source = self.files.get(source.removeprefix("attach://"))
        if isinstance(source, Upload):
            check_size(source, kind)
            return store(self.telegram, source, kind)
        if isinstance(source, str) and source.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")  # the local Telegram reaches nothing outside
        known = self.telegram.files.get(str(source))
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return known


def quotable(stored: Stored) -> Json:
    """A message as it stands inside another: without its own reply."""
    return {name: value for name, value in stored.body.items() if name != "reply_to_message"}
