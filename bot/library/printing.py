"""A preview on paper: HTML as readable text, buttons as [label] in rows, everything also as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from textwrap import fill
from typing import Any

from bot.library.finding import Found
from bot.library.parts import Part
from dialogues.asking.calendar import Planned, title
from dialogues.model import Language, Library
from handlers.outgoing import Rows

WIDE = 88  # columns


@dataclass(frozen=True, slots=True)
class Preview:
    """An item in one language; `calendar` is empty unless it is a programme."""

    found: Found
    language: Language
    parts: tuple[Part, ...]
    calendar: tuple[Planned, ...] = ()


class _Reader(HTMLParser):
    """Collects the text; a link keeps its address, a quote its bar."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self._links, self._quote = "", [""], 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._links.append(dict(attrs).get("href") or "")
        if tag == "blockquote":
            self._quote = len(self.text) + 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.text += f" ({self._links.pop()})"
        if tag == "blockquote" and self._quote:
            quoted = self.text[self._quote - 1 :]
            self.text = self.text[: self._quote - 1] + "\n".join(f"│ {line}" for line in quoted.splitlines()) + "\n"
            self._quote = 0

    def handle_data(self, data: str) -> None:
        self.text += data


def plain(markup: str) -> str:
    """The text of Telegram's HTML as a person reads it."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.text


def rows(keyboard: Rows) -> list[list[str]]:
    """The labels of buttons."""
    return [[key.label for key in row] for row in keyboard]


def as_json(preview: Preview, library: Library) -> dict[str, Any]:
    """One preview for a program to read."""
    return {
        "id": preview.found.id,
        "kind": preview.found.kind,
        "language": preview.language,
        "parts": [
            {"when": part.when, "text": plain(part.shown.text), "buttons": rows(part.shown.keyboard)}
            for part in preview.parts
        ],
        "calendar": [_entry(planned, library, preview.language) for planned in preview.calendar],
    }


def _entry(planned: Planned, library: Library, language: Language) -> dict[str, Any]:
    entry = planned.entry
    return {
        "week": entry.week,
        "slot": entry.slot,
        "kind": entry.kind,
        "item": entry.item or None,
        "title": title(entry, library, language) or None,
        "at": planned.at.isoformat(timespec="minutes") if planned.at else None,
    }


def as_text(preview: Preview, library: Library) -> str:
    """One preview for a person to read."""
    language = {"nl": "Nederlands", "en": "English"}[preview.language]
    head = f"{preview.found.id} · {preview.found.kind.replace('_', ' ')} · {language}"
    return "\n".join([head, "=" * len(head), *_days(preview, library), *_shown(preview.parts)])


def _shown(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield f"\n— {part.when}\n"
        for paragraph in plain(part.shown.text).splitlines():
            yield fill(paragraph, WIDE, initial_indent="  ", subsequent_indent="  ")
        if part.shown.keyboard:
            yield ""
        for row in rows(part.shown.keyboard):
            yield "  " + " ".join(f"[{label}]" for label in row)


def _days(preview: Preview, library: Library) -> Iterator[str]:
    week = 0
    themes = (
        {each.number: each.theme for each in library.programmes[preview.found.id].weeks} if preview.calendar else {}
    )
    for planned in preview.calendar:
        entry = planned.entry
        if entry.week != week:
            week = entry.week
            yield f"\nWeek {week}: {themes[week][preview.language]}"
        at = f"{planned.at:%a %d %b %Y %H:%M}" if planned.at else "no day left in its week"
        what = entry.item or {"pulse": "the pulse of the week"}.get(entry.kind, "an earlier dilemma, or the pulse")
        named = title(entry, library, preview.language)
        line = f"{at:<23} {entry.slot:<9} {what:<6} {named}"
        yield "  " + (line if len(line) <= WIDE else line[: WIDE - 1] + "…").rstrip()
