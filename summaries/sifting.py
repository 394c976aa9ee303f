"""What of the material counts: of these days, in one fixed order, and nothing that was hidden, withdrawn or flagged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from dialogues.model import Marker
from dialogues.people import Care, ItemKind
from summaries.material import Asked, Intended, Linked, Material, Placed, Tapped, Told, Written, span
from summaries.thresholds import LONGER

QUESTIONS: tuple[ItemKind, ...] = ("question", "paradox", "integrity_case", "paradox_revisit")
SAFE: tuple[Care, ...] = ("none", "strain")
V = TypeVar("V", Asked, Written, Tapped, Told, Placed, Linked, Intended)


def usable(material: Material) -> Material:
    """The same material in one fixed order, without what lies outside its days and without any touch that is withheld.

    A touch is withheld when a safety rule flagged any of it, or when the material says so.
    """
    start, end = span(material)
    flagged = {w.prompt for w in (*material.answers, *material.linked_answers) if w.care not in SAFE}
    withheld = {*flagged, *material.withheld} - {None}

    def within(on: date, prompt: int | None) -> bool:
        return start <= on < end and prompt not in withheld

    def before(on: date, prompt: int | None) -> bool:
        return on < start and prompt not in withheld

    def said(part: Written) -> bool:
        return part.care in SAFE and bool(part.text.strip()) and part.prompt not in withheld

    answers = ordered(w for w in material.answers if within(w.on, w.prompt) and said(w))
    linked = ordered(w for w in material.linked_answers if w.on < start and said(w))
    known = {part.id for part in (*answers, *linked)}
    gone = {part.id for part in (*material.answers, *material.linked_answers) if not said(part)}
    return replace(
        material,
        asked=ordered(a for a in material.asked if within(a.on, a.id) and a.kind in QUESTIONS),
        answers=answers,
        taps=ordered(t for t in material.taps if within(t.on, t.prompt)),
        earlier_taps=ordered(t for t in material.earlier_taps if before(t.on, t.prompt)),
        positions=_settled(p for p in material.positions if within(p.on, p.prompt)),
        earlier_positions=_settled(p for p in material.earlier_positions if before(p.on, p.prompt)),
        intentions=ordered(
            then
            for one in material.intentions
            if one.care in SAFE and one.text.strip() and one.answer not in gone
            for then in _meant(one, start, end)
        ),
        told=ordered(t for t in material.told if within(t.on, t.prompt)),
        links=ordered(k for k in material.links if within(k.on, None) and {k.earlier, k.later} <= known),
        linked_answers=linked,
    )


def touches(material: Material) -> list[list[Written]]:
    """The parts of each answer together; a loose thought stands alone. What corrects a letter is no answer."""
    together: dict[tuple[str, int], list[Written]] = defaultdict(list)
    for part in material.answers:
        if part.part != "correction":
            together[("thought", part.id) if part.prompt is None else ("prompt", part.prompt)].append(part)
    return list(together.values())


def together(written: Iterable[Iterable[Written]]) -> tuple[tuple[int, ...], ...]:
    """Per touch of several parts their ids: what was written at one question counts as one answer."""
    ids = (tuple(part.id for part in parts) for parts in written)
    return tuple(sorted(parts for parts in ids if len(parts) > 1))


def longer(material: Material) -> list[list[Written]]:
    """The touches that are long enough to hold what is looked for."""
    return [parts for parts in touches(material) if sum(part.words for part in parts) >= LONGER]


def held(material: Material, parts: Iterable[Written]) -> frozenset[Marker]:
    """What a touch holds: as recognised, and as the leader told, who outranks the rules."""
    found: set[Marker] = set()
    prompts = set()
    for part in parts:
        found |= part.markers
        prompts.add(part.prompt)
    about = [tap for tap in material.told if tap.prompt in prompts]
    found |= {tap.marker for tap in about if tap.value == "yes"}
    return frozenset(found - {tap.marker for tap in about if tap.value == "no"})


def _meant(one: Intended, start: date, end: date) -> Iterator[Intended]:
    """An intention as it stood at the end of these days: each that was open then, or that they tell something new of.

    What became of it belongs to the days on which that was told: a later look back is silent about it.
    """
    then = replace(one, state="open", settled=None) if one.settled and one.settled >= end else one
    told = then.settled is not None and then.settled >= start
    if then.on < end and (then.on >= start or told or then.state == "open"):
        yield then


def ordered(values: Iterable[V]) -> tuple[V, ...]:
    """By day, then by id; whatever order they came in."""
    return tuple(sorted(values, key=lambda value: (value.on, value.id)))


def _settled(positions: Iterable[Placed]) -> tuple[Placed, ...]:
    last = {(placed.prompt, placed.prompt is None and placed.id): placed for placed in ordered(positions)}
    return ordered(last.values())
