"""Small values that live as JSON text in one column."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from dialogues.people import Memory, Rhythm, Wishes

_rhythm = TypeAdapter(Rhythm)
_memory = TypeAdapter(Memory)
_wishes = TypeAdapter(Wishes)


def rhythm_text(rhythm: Rhythm) -> str:
    """A rhythm as JSON."""
    return _rhythm.dump_json(rhythm).decode()


def rhythm_from(text: str) -> Rhythm:
    """A rhythm again."""
    return _rhythm.validate_json(text)


def memory_text(memory: Memory) -> str:
    """A memory as JSON."""
    return _memory.dump_json(memory).decode()


def memory_from(text: str) -> Memory:
    """A memory again; counters that did not exist yet have their defaults."""
    return _memory.validate_json(text)


def wishes_text(wishes: Wishes) -> str:
    """A leader's switches as JSON."""
    return _wishes.dump_json(wishes).decode()


def wishes_from(text: str) -> Wishes:
    """A leader's switches again."""
    return _wishes.validate_json(text)


def json_text(value: Mapping[str, Any] | list[Any]) -> str:
    """JSON that keeps every character as it is; for sealed columns only, which take any string."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def ascii_json(value: Mapping[str, Any]) -> str:
    """JSON in pure ASCII, which every database stores."""
    return json.dumps(dict(value), separators=(",", ":"))
