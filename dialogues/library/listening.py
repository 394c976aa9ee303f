"""What the bot listens for: reads the elements of an answer with their follow-ups, and the safety categories."""

from collections.abc import Collection, Mapping
from typing import Literal, get_args

from dialogues.library.contract import CARE, amiss
from dialogues.library.entry import WORD, Entry
from dialogues.library.questions import buttons
from dialogues.library.wording import LABEL, LINE, MESSAGE, PROMPT, TITLE
from dialogues.model import LANGUAGES, MARKERS, Element, Language, Marker, Message, SafetyCategory, Text

_Category = Literal["crisis_self", "acute_danger", "severe_strain", "integrity_report", "third_party_data"]
CATEGORIES: tuple[_Category, ...] = get_args(_Category)
_DEPTHS = (1, 2, 3)


def elements(root: Entry) -> dict[Marker, Element]:
    """The seven elements of an answer by id."""

    def read(entry: Entry) -> Element:
        element = Element(
            id=entry.one_of("id", MARKERS),
            name=entry.text("name", LABEL),
            meaning=entry.text("meaning", LINE),
            order=_order(entry),
            variants=tuple(_variant(part) for part in entry.entries("variants")),
            lexicon=_phrases(entry, "lexicon"),
        )
        entry.remark("present_if", LINE)
        entry.close()
        return element

    found = {element.id: element for element in root.keyed("elements", read).values()}
    _check_all_there(root, "element", MARKERS, found)
    _check_orders(root, found)
    return found


def _order(entry: Entry) -> tuple[int, int, int]:
    first, second, third = (entry.number(f"order_depth_{depth}", 1, len(MARKERS)) for depth in _DEPTHS)
    return first, second, third


def _variant(part: Entry) -> Text:
    text = part.own_text(LINE)
    part.close()
    return text


def _check_orders(root: Entry, found: Mapping[Marker, Element]) -> None:
    for depth in _DEPTHS:
        if len({element.order[depth - 1] for element in found.values()}) < len(found):
            root.problem(f"two elements share a place in order_depth_{depth}")


def safety(root: Entry) -> dict[str, SafetyCategory]:
    """The categories of signals by id."""

    def read(entry: Entry) -> SafetyCategory:
        name = entry.one_of("id", CATEGORIES)
        category = SafetyCategory(
            id=name,
            priority=entry.number("priority", 1, 99),
            title=entry.text("title", TITLE),
            signals=_phrases(entry, "signals") if entry.has("signals") else _none(),
            ambiguous=_phrases(entry, "ambiguous") if entry.has("ambiguous") else _none(),
            message=Message(name, entry.text("message", MESSAGE), buttons(entry, "buttons", WORD)),
            check=entry.text("check", PROMPT) if entry.has("ambiguous") else None,
        )
        if fault := amiss(CARE[name], category.message.buttons):
            entry.problem(fault)
        entry.close("signal_categories", "detection", "behaviour", "contacts")
        return category

    found = root.keyed("categories", read)
    _check_all_there(root, "category", CATEGORIES, found)
    if len({category.priority for category in found.values()}) < len(found):
        root.problem("two categories have the same priority")
    return found


def _none() -> dict[Language, tuple[str, ...]]:
    return dict.fromkeys(LANGUAGES, ())


def _phrases(entry: Entry, key: str) -> dict[Language, tuple[str, ...]]:
    part = entry.entry(key)
    found = {language: part.phrases(language) for language in LANGUAGES}
    part.close()
    return found


def _check_all_there(root: Entry, what: str, wanted: tuple[str, ...], found: Collection[str]) -> None:
    for name in wanted:
        if name not in found:
            root.problem(f"the {what} '{name}' is missing")
