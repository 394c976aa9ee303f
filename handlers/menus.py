"""The command menu of a chat, in one language; whoever guides a cohort has two commands more."""

from dialogues.commands import UNLISTED, menu
from dialogues.model import LANGUAGES, Language, Library
from handlers.outgoing import Outgoing, Showing

Commands = tuple[tuple[str, str], ...]


def commands(library: Library, language: Language, *, guides: bool = False) -> Commands:
    """Each command as (word without slash, description)."""
    shown = menu(language)
    if guides:
        extra = ("console", "cohort")
        shown = (*shown, *((name, UNLISTED[name] if language == LANGUAGES[0] else name) for name in extra))
    return tuple((word, library.messages[f"cmd_{name}"].text[language]) for name, word in shown)


def screen(show: Showing) -> Outgoing:
    """The menu as it is to stand in this chat."""
    return Outgoing("", menu=commands(show.library, show.language, guides=bool(show.args.get("guides"))))
