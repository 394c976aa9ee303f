"""Positions on the dilemmas of these days, the earlier ones beside them; a shift only when they do not overlap."""

from collections.abc import Collection, Iterator

from dialogues.model import Library
from dialogues.wishes import queries
from summaries.facts import Side, Tension, evidence
from summaries.material import Material, Placed, Written
from summaries.sifting import touches
from summaries.thresholds import COUNTED, PLACED, SHIFTED


def tensions(material: Material, library: Library) -> Iterator[Tension]:
    """One for each dilemma on which a position was taken in these days, in the order of the library."""
    for dilemma in library.dilemmas:
        now = [placed for placed in material.positions if placed.dilemma == dilemma]
        before = [placed for placed in material.earlier_positions if placed.dilemma == dilemma]
        if now:
            yield _tension(dilemma, now, before, material)


def shift(now: Collection[int], before: Collection[int]) -> Side:
    """The side that every position of now is nearer to than every earlier one; "" when it is not so sure."""
    if min(len(now), len(before)) < PLACED:
        return ""
    if max(now) < min(before):
        return "a"
    return "b" if min(now) > max(before) else ""


def _joins(part: Written, dilemma: str) -> bool:
    """Was it written about both sides of this dilemma, and more than that it is not known?"""
    return part.item == dilemma and part.part == "both" and not queries.no_answer(part.text)


def _tension(dilemma: str, now: list[Placed], before: list[Placed], material: Material) -> Tension:
    moved = shift([placed.position for placed in now], [placed.position for placed in before])
    both = [part.id for parts in touches(material) for part in [part for part in parts if _joins(part, dilemma)][:1]]
    return Tension(
        dilemma=dilemma,
        now=tuple((placed.on, placed.position) for placed in now),
        before=tuple((placed.on, placed.position) for placed in before),
        evidence=evidence("tap", *(placed.id for placed in [*now, *before])) + evidence("answer", *both),
        met=SHIFTED if moved else COUNTED,
        both=len(both),
        shift=moved,
        swapped=dilemma in material.swapped,
    )
