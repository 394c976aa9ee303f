"""The commands and their names in each language; the English name is the one that the conversation knows."""

from dialogues.model import LANGUAGES, Language

# In the order of Telegram's menu. Each has a description: the message `cmd_` and its English name.
MENU: dict[str, str] = {
    "question": "vraag",
    "dilemma": "dilemma",
    "rhythm": "ritme",
    "pause": "pauze",
    "resume": "verder",
    "lookback": "terugblik",
    "share": "delen",
    "answers": "antwoorden",
    "paradoxes": "spanningen",
    "intention": "voornemen",
    "reflect": "schrijf",
    "settings": "instellingen",
    "export": "export",
    "delete": "wissen",
    "urgent": "nood",
    "stop": "stop",
    "language": "taal",
    "help": "hulp",
}
ALSO: dict[str, str] = {  # people's own words
    "tensions": "paradoxes", "paradoxen": "paradoxes", "write": "reflect", "stil": "quiet", "quiet": "quiet",
    "tijd": "time", "time": "time",
}  # fmt: skip
UNLISTED: dict[str, str] = {
    "start": "start",
    "cohort": "groep",
    "groups": "groepen",
    "console": "console",
    "page": "pagina",
    "preview": "proef",
}  # Telegram's own, for who guides or tries, and for who is in a group
_CANONICAL = {word: name for name, dutch in (MENU | UNLISTED).items() for word in (name, dutch)} | ALSO


def canonical(word: str) -> str | None:
    """The English name of a command in either language, or None; capitals and a leading slash do not matter."""
    return _CANONICAL.get(word.removeprefix("/").lower())


def menu(language: Language) -> tuple[tuple[str, str], ...]:
    """The commands as (canonical, shown) pairs in the order of the menu."""
    return tuple((name, dutch if language == LANGUAGES[0] else name) for name, dutch in MENU.items())
