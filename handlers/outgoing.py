"""A rendered message: what Telegram is asked to show, and nothing about how it is sent."""

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from dialogues.events import data
from dialogues.library.overlay import as_asked
from dialogues.model import Button, Language, Library, Message
from journeys.ports import Delivery

Style = Literal["", "primary", "danger"]

# The one step that is expected, and the steps that cannot be taken back; everything else looks the same.
STYLES: Mapping[tuple[str, str], Style] = {
    ("consent", "agree"): "primary",
    ("consent_more", "agree"): "primary",
    ("defaults", "defaults"): "primary",
    ("delete_confirm", "delete"): "danger",
    ("stop_confirm", "stop"): "danger",
    ("integrity_report", "delete"): "danger",
}
MOMENT, DAY = "wDt", "wD"  # how a client shows an instant in its reader's own zone: weekday, long date, time
DAYS = {"date"}  # placeholders that name a day; all others name a day and an hour


@dataclass(frozen=True, slots=True)
class Key:
    """One inline button: callback data, or an address."""

    label: str
    data: str | None = None
    url: str | None = None
    style: Style = ""


Rows = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """HTML text (or the caption of a file) with its buttons; or only a reaction on a message of the other's, or a menu.

    `asks`: the words that are awaited may be typed at once, in a reply field that opens by itself. `bare`: a message
    keeps its words and loses its buttons.
    """

    text: str = field(repr=False)
    keyboard: Rows = ()
    photo: bytes | None = field(default=None, repr=False)
    document: tuple[str, bytes] | None = field(default=None, repr=False)
    asks: bool = False
    bare: bool = False
    reaction: str = ""
    menu: tuple[tuple[str, str], ...] = ()  # commands, each with its description


@dataclass(frozen=True, slots=True)
class Showing:
    """What every screen draws from: the content, the language, its references and its private material."""

    library: Library
    language: Language
    args: Mapping[str, Any]
    material: Mapping[str, Any] = field(repr=False)
    username: str = ""

    @classmethod
    def of(cls, delivery: Delivery, library: Library, username: str) -> "Showing":
        """The view on one delivery; an item is drawn as it was asked."""
        asked = delivery.material.get("asked")
        library = as_asked(library, asked) if asked is not None else library
        return cls(library, delivery.language, delivery.screen.args, delivery.material, username)

    @property
    def about(self) -> int:
        """What the buttons are about."""
        return int(self.args.get("about") or 0)

    @property
    def taps(self) -> Mapping[str, str]:
        """What was tapped with this prompt."""
        found: Mapping[str, str] = self.material.get("taps", {})
        return found

    def words(self, message: str, **values: Any) -> str:
        """A message's text, filled in and safe for HTML."""
        return filled(self.library.messages[message], self.language, {**self.args, **self.material, **values})

    def keys(self, message: str, *ids: str, group: str = "") -> tuple[Key, ...]:
        """Buttons of a message (all, or those with these ids)."""
        buttons = self.library.messages[message].buttons
        chosen = [button for button in buttons if not ids or button.id in ids]
        return tuple(self.key(button, group or message) for button in chosen)

    def key(self, button: Button, group: str) -> Key:
        """One button in the leader's language."""
        style = STYLES.get((group, button.id), "")
        return Key(button.label[self.language], data(group, self.about, button.id), style=style)

    def value(self, label: str, value: str, group: str = "value") -> Key:
        """A button for one value."""
        return Key(label, data(group, self.about, value))


def filled(message: Message, language: Language, values: Mapping[str, Any]) -> str:
    """The text with its placeholders replaced; what is filled in is never read as a placeholder or as markup.

    A value that names a moment has its instant (Unix seconds) beside it, under its name and `_at`.
    """
    clocked = "zone" in values  # a text that says whose time it is keeps its own words
    safe = {name: _value(name, value, values, clocked=clocked) for name, value in values.items()}
    text = html.escape(message.text[language], quote=False)
    parts = text.split("{")
    known = [part.partition("}") for part in parts[1:]]
    return parts[0] + "".join(
        safe[name] + rest if closed and name in safe else "{" + name + closed + rest for name, closed, rest in known
    )


def _value(name: str, value: Any, values: Mapping[str, Any], *, clocked: bool) -> str:
    text = html.escape(whole(str(value)))
    instant = values.get(f"{name}_at")
    if not isinstance(instant, int):
        return text
    form = "" if clocked else f' format="{DAY if name in DAYS else MOMENT}"'
    return f'<tg-time unix="{instant}"{form}>{text}</tg-time>'


def plain(text: str) -> str:
    """Text of ours or of the leader's, safe for HTML."""
    return html.escape(whole(text), quote=False)


def whole(text: str) -> str:
    """The same text with a mark for each half character: Telegram refuses a message that holds one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def column(keys: Iterable[Key]) -> Rows:
    """One button a row: labels stay readable on a phone."""
    return tuple((key,) for key in keys)


def pairs(keys: Iterable[Key], width: int = 2) -> Rows:
    """Short buttons side by side."""
    row = tuple(keys)
    return tuple(row[start : start + width] for start in range(0, len(row), width))
