"""A group on the local Telegram, from its people's side: they bring a bot in or put it out, and the group may grow."""

from typing import Any

from sandbox.state import Bot, Chat, Stored, Telegram, User

Json = dict[str, Any]


class Group:
    """One group with one bot; its number is negative, as in Telegram."""

    def __init__(self, telegram: Telegram, bot: Bot, number: int, title: str) -> None:
        self._telegram, self._bot, self._title = telegram, bot, title
        self._chat = self._opened(number, "group")

    @property
    def texts(self) -> list[str]:
        """What the bot wrote there, oldest first."""
        own = (one.body for one in self._chat.messages.values() if one.body["from"]["id"] == self._bot.id)
        return [str(body.get("text", "")) for body in own]

    def brings_in(self, person: User, payload: str = "") -> None:
        """A person adds the bot, and by a link says `/start` to it in one go."""
        self._chat.started, self._chat.blocked = True, False
        self._member(person, "left", "member")
        if payload:
            self.says(person, f"/start@{self._bot.card['username']} {payload}")

    def says(self, person: User, text: str) -> None:
        """A person writes something; a command is marked as such."""
        command = {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
        self._send(person, {"text": text, **({"entities": [command]} if text.startswith("/") else {})})

    def puts_out(self, person: User) -> None:
        """A person removes the bot."""
        self._chat.blocked = True
        self._member(person, "member", "kicked")

    def grows(self, person: User, number: int) -> None:
        """The group becomes a supergroup: another chat, of which both tell."""
        was, self._chat.moved_to = self._chat, number
        self._send(person, {"migrate_to_chat_id": number})
        self._chat = self._opened(number, "supergroup")
        self._chat.started = True
        self._send(person, {"migrate_from_chat_id": was.card["id"]})

    def _opened(self, number: int, kind: str) -> Chat:
        card = {"id": number, "type": kind, "title": self._title}
        chat = self._bot.chats[number] = Chat(User(number, self._title, ""), card, {})
        return chat

    def _member(self, person: User, before: str, after: str) -> None:
        was, becomes = (
            {"user": self._bot.card, "status": status} | ({"until_date": 0} if status == "kicked" else {})
            for status in (before, after)
        )
        parties = {"chat": self._chat.card, "from": person.card(), "date": self._telegram.clock.unix()}
        self._push("my_chat_member", {**parties, "old_chat_member": was, "new_chat_member": becomes})

    def _send(self, person: User, content: Json) -> None:
        parties = {"from": person.card(), "chat": self._chat.card, "date": self._telegram.clock.unix()}
        message = {"message_id": self._bot.next_message_id(), **parties, **content}
        self._chat.messages[message["message_id"]] = Stored(message)
        self._push("message", message)

    def _push(self, kind: str, body: Json) -> None:
        self._bot.updates.push(kind, body, self._chat.card["id"])
