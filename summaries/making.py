"""Makes the findings of any look back: one door, so that it can be done in a process of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dialogues import markers
from dialogues.model import Library
from dialogues.people import SummaryKind
from summaries.facts import Findings
from summaries.findings import findings, first
from summaries.material import Material, Written
from summaries.year import year


@dataclass(frozen=True, slots=True)
class Wanted:
    """A look back to be made, of this very material; `programme` names the programme that it is on, if any."""

    kind: SummaryKind
    material: Material = field(repr=False)
    programme: str = ""


def made(wanted: Wanted, library: Library) -> Findings:
    """What it finds. Takes some ten milliseconds of one processor: in a process of its own, never on an event loop."""
    match wanted.kind:
        case "month":
            return findings(read(wanted.material), library)
        case "first":
            return first(read(wanted.material), library)
        case _:
            return year(wanted.material, library, wanted.programme)


def read(material: Material) -> Material:
    """The same with the markers of each answer, where nobody has looked for them yet."""
    return replace(
        material, answers=tuple(_read(material.answers)), linked_answers=tuple(_read(material.linked_answers))
    )


def _read(parts: Sequence[Written]) -> Iterator[Written]:
    for part in parts:
        spans = markers.find(part.text, part.language) if part.spans is None else part.spans
        yield replace(part, spans=spans, markers=frozenset(span.marker for span in spans))
