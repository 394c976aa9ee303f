"""Labelled answers: lines of JSON become values; what cannot be read becomes a sentence with its line number."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from benchmarks.scores import Safety
from dialogues.model import LANGUAGES, MARKERS, Language, Marker


@dataclass(frozen=True, slots=True)
class Labelled:
    """An answer and what a coder said of it; what was not labelled is None or absent from `markers`."""

    id: str
    text: str = field(repr=False)
    lang: Language | None = None
    markers: Mapping[Marker, bool] = field(default_factory=dict)
    safety: Safety | None = None
    best_quote: str | None = field(default=None, repr=False)


class BadLineError(Exception):
    """A line that is no answer; its text says which line and what is wrong, without the words of the answer."""


def parse(lines: Iterable[str], name: str) -> tuple[Labelled, ...]:
    """The answers of a file called `name`, one JSON object a line; blank lines are skipped. Raises BadLineError."""
    return tuple(_answer(line, f"{name}, line {number}") for number, line in enumerate(lines, 1) if line.strip())


def _answer(line: str, place: str) -> Labelled:
    try:
        found = json.loads(line)
    except ValueError:
        raise BadLineError(f"{place}: this is not JSON.") from None
    if not isinstance(found, dict):
        raise BadLineError(f"{place}: this is not a JSON object.")
    return Labelled(
        id=_text(found, "id", place),
        text=_text(found, "text", place),
        lang=_one_of(found, "lang", LANGUAGES, place),
        markers=_markers(found.get("markers"), place),
        safety=_one_of(found, "safety", get_args(Safety), place),
        best_quote=_text(found, "best_quote", place) if found.get("best_quote") is not None else None,
    )


def _text(found: dict[str, Any], key: str, place: str) -> str:
    if not isinstance(found.get(key), str):
        raise BadLineError(f'{place}: "{key}" should be a text.')
    return str(found[key])


def _one_of(found: dict[str, Any], key: str, allowed: tuple[Any, ...], place: str) -> Any:
    if found.get(key) not in (None, *allowed):
        raise BadLineError(f'{place}: "{key}" should be one of {", ".join(allowed)}.')
    return found.get(key)


def _markers(found: object, place: str) -> dict[Marker, bool]:
    if found is None:
        return {}
    if not isinstance(found, dict) or not all(found.get(marker, 0) in (0, 1) for marker in MARKERS):
        raise BadLineError(f'{place}: "markers" should hold 0 or 1 for each of {", ".join(MARKERS)}.')
    return {marker: bool(found[marker]) for marker in MARKERS if marker in found}
