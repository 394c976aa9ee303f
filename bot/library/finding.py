"""What an id in the library belongs to; for one that is not there, the ids that look like it."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal

from dialogues.model import Library

Kind = Literal["question", "paradox", "integrity_case", "pulse", "programme", "message", "safety", "element"]
ALIKE = 0.5  # how much of an id must agree; from 0 to 1
MOST = 4


@dataclass(frozen=True, slots=True)
class Found:
    """An item of the library."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing has this id; `near` holds those that look like it, best first."""

    id: str
    near: tuple[str, ...]

    def __str__(self) -> str:
        meant = f" Did you mean {' or '.join(self.near)}?" if self.near else ""
        return f"Nothing in the library has the id {self.id}.{meant}"


def shelves(library: Library) -> Mapping[Kind, Mapping[str, Any]]:
    """All that can be looked at, by kind."""
    elements = {str(name): element for name, element in library.elements.items()}
    return {
        "question": library.questions,
        "paradox": library.dilemmas,
        "integrity_case": library.cases,
        "pulse": library.pulses,
        "programme": library.programmes,
        "message": library.messages,
        "safety": library.safety,
        "element": elements,
    }


def find(wanted: str, library: Library) -> Found | Unknown:
    """The item with this id, in capitals or not."""
    known = {name.lower(): Found(kind, name) for kind, shelf in shelves(library).items() for name in shelf}
    found = known.get(wanted.lower())
    if found is not None:
        return found
    near = get_close_matches(wanted.lower(), known, n=MOST, cutoff=ALIKE)
    return Unknown(wanted, tuple(known[name].id for name in near))
