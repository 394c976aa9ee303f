"""What can happen in a chat, as values: the only input of the conversation."""

from dataclasses import dataclass, field
from typing import Literal

MediaKind = Literal["sticker", "photo", "voice", "document", "location", "contact", "forwarded", "other_media"]


@dataclass(frozen=True, slots=True)
class Said:
    """The leader wrote something; `message` is Telegram's id of it."""

    text: str = field(repr=False)
    message: int


@dataclass(frozen=True, slots=True)
class Amended:
    """The leader edited an earlier message."""

    text: str = field(repr=False)
    message: int


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button: `group` says what it is about, `about` which one (0 when there is only one), `value` the choice.

    `message` is the message that carries the button, so that it can be edited in place.
    """

    group: str
    about: int
    value: str
    message: int


@dataclass(frozen=True, slots=True)
class Commanded:
    """A command by its canonical English name, with the words after it."""

    name: str
    argument: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Showed:
    """Something that is not text; the words under it are looked at for safety, and never kept.

    `edited`: it was shown before, and only the words under it are others now.
    """

    kind: MediaKind
    caption: str = field(default="", repr=False)
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Located:
    """The leader shared a place; only its time zone comes in (IANA name, empty when it has none)."""

    zone: str


Event = Said | Amended | Pressed | Commanded | Showed | Located


def data(group: str, about: int, value: str) -> str:
    """Callback data of a button, at most 64 bytes: ids travel, labels do not."""
    return f"{group}:{about:x}:{value}"


def pressed(text: str, message: int) -> Pressed | None:
    """The press behind callback data, or None for data that this bot never made."""
    match text.split(":"):
        case [group, about, value] if group and value and all(c in "0123456789abcdef" for c in about) and about:
            number = int(about, 16)
            return Pressed(group, number, value, message) if number < 1 << 63 else None
        case _:
            return None
