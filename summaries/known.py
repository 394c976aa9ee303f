"""Keeps of stored findings what the library still knows, so that a summary of last year can be shown again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dialogues.model import Library
from summaries.facts import Coverage, Finding, Findings, Mirror, Tension


def known(findings: Iterable[Finding], library: Library) -> Findings:
    """The findings without dilemmas and qualities that have left the library."""
    return tuple(_known(findings, library))


def _known(findings: Iterable[Finding], library: Library) -> Iterator[Finding]:
    for finding in findings:
        match finding:
            case Tension(dilemma) if dilemma not in library.dilemmas:
                pass
            case Mirror("other_side", about=about) if about not in library.dilemmas:
                pass
            case Mirror("untouched", about=about) if about not in library.qualities:
                pass
            case Coverage(rows):
                yield replace(finding, qualities=tuple(row for row in rows if row[0] in library.qualities))
            case _:
                yield finding
