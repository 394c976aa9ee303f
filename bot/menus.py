"""What Telegram shows around the chats: the command menus, and the bot's own texts where it has none yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dialogues.model import LANGUAGES, Language, Library
from handlers.menus import Commands, commands

SHOWN_TO_OTHERS: Language = "en"
PRIVATE = {"type": "all_private_chats"}  # in a group there is nothing to choose
TEXTS = {"Description": ("description", "about"), "ShortDescription": ("short_description", "about_short")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing to show: `get` + `what` tells what stands there for `where`, `set` + `what` puts `shown` there."""

    what: str
    where: Mapping[str, Any]
    shown: Mapping[str, Any]

    def stands(self, found: Any) -> bool:
        """Is nothing to be done? Menus are ours; a text that an operator wrote is not."""
        if self.what == "MyCommands":
            return bool(found == self.shown["commands"])
        return any(isinstance(found, dict) and found.get(name) for name in self.shown)


def wanted(library: Library, guides: Mapping[int, Language]) -> Iterator[Wanted]:
    """All of it, per language and for everybody else; `guides`: the chats of facilitators with their language.

    A bot's name is its operator's choice and is left alone.
    """
    for language, where in _languages():
        menu = as_commands(commands(library, language))
        yield Wanted("MyCommands", {"scope": PRIVATE, **where}, {"commands": menu})
    for chat, language in guides.items():
        menu = as_commands(commands(library, language, guides=True))
        yield Wanted("MyCommands", {"scope": {"type": "chat", "chat_id": chat}}, {"commands": menu})
    for what, (field, message) in TEXTS.items():
        for language, where in _languages():
            yield Wanted(f"My{what}", where, {field: library.messages[message].text[language]})


def as_commands(shown: Commands) -> list[dict[str, str]]:
    """A menu as the Bot API writes it."""
    return [{"command": word, "description": text} for word, text in shown]


def _languages() -> Iterator[tuple[Language, dict[str, str]]]:
    for language in LANGUAGES:
        yield language, {"language_code": language}
    yield SHOWN_TO_OTHERS, {}
