"""What was recognised in the longer answers, and what was seldom there; the leader's word outranks rules."""

from collections import Counter
from typing import Final

from dialogues import markers
from dialogues.model import Marker
from summaries.facts import Mirror, Missing, Moves, evidence
from summaries.material import Material
from summaries.sifting import held, longer
from summaries.thresholds import ENOUGH, FEWEST_LONGER, RECOGNISED, SELDOM

NAMED: Final[tuple[Marker, ...]] = ("feeling", "own_role", "effect", "intention")  # what a rule hears well enough
_ASKED: Final[dict[Marker, str]] = {"effect": "noticed", "own_role": "own_part"}  # and the question that asks it too


def moves(material: Material) -> tuple[Moves, ...]:
    """In how many of the longer answers each was recognised; none when there are too few of them."""
    answers = longer(material)
    if len(answers) < FEWEST_LONGER:
        return ()
    counted = Counter(marker for parts in answers for marker in held(material, parts))
    yes = [tap for tap in material.told if tap.value == "yes"]
    insights, returns = (sum(tap.marker == marker for tap in yes) for marker in ("learning", "pattern"))
    written = evidence("answer", *(part.id for parts in answers for part in parts))
    return (
        Moves(
            longer=len(answers),
            feeling=counted["feeling"],
            own_role=counted["own_role"],
            effect=counted["effect"],
            intention=counted["intention"],
            insights=insights,
            returns=returns,
            evidence=written + evidence("tap", *(tap.id for tap in material.told)),
            met=RECOGNISED,
            rules=markers.RULES,
        ),
    )


def seldom(found: Moves, marker: Marker) -> bool:
    """Was this in a third or fewer of enough longer answers?"""
    return found.longer >= ENOUGH and getattr(found, marker) * 3 <= found.longer


def missing(found: tuple[Moves, ...], question: Mirror) -> tuple[Missing, ...]:
    """An effect on others or an own part that was seldom there beside what was there in most; unless it is asked."""
    for one in found:
        beside = max(NAMED, key=lambda marker: (getattr(one, marker), -NAMED.index(marker)))
        for marker, rule in _ASKED.items():
            if question.rule != rule and seldom(one, marker) and getattr(one, beside) * 2 > one.longer:
                return (Missing(marker, getattr(one, marker), beside, one.longer, one.evidence, met=SELDOM),)
    return ()
