"""A preview of one item in one language: its messages, and for a programme its calendar."""

from dataclasses import dataclass
from datetime import date

from bot.library.calendar import usual
from bot.library.finding import Found, Unknown, find
from bot.library.parts import parts
from bot.library.printing import Preview
from dialogues.asking.calendar import calendar
from dialogues.model import Language, Library
from dialogues.people import RhythmKind

__all__ = ["Found", "Preview", "Unknown", "Wish", "find", "of"]


@dataclass(frozen=True, slots=True)
class Wish:
    """For whom a programme's calendar is: from which day on, and in which rhythm."""

    first_day: date
    rhythm: RhythmKind


def of(found: Found, library: Library, language: Language, wish: Wish) -> Preview:
    """The preview of an item."""
    shown = parts(found, library, language)
    if found.kind != "programme":
        return Preview(found, language, shown)
    days = calendar(library.programmes[found.id], usual(wish.rhythm, language), wish.first_day)
    return Preview(found, language, shown, days)
