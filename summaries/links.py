"""What the leader linked: two moments of which they said that they belong together."""

from summaries.facts import Echoed, evidence
from summaries.material import Material
from summaries.thresholds import TOLD

MOST = 3


def echoed(material: Material) -> tuple[Echoed, ...]:
    """The latest confirmed links, oldest first; each rests on both answers, which must still be there."""
    days = {part.id: part.on for part in (*material.linked_answers, *material.answers)}
    return tuple(
        Echoed(
            link.id,
            days[link.earlier],
            days[link.later],
            evidence("answer", link.earlier, link.later) + evidence("echo", link.id),
            met=TOLD,
        )
        for link in material.links[-MOST:]
    )


def linked(found: tuple[Echoed, ...]) -> frozenset[int]:
    """The answers on which they rest."""
    ids = (reference.partition(":") for one in found for reference in one.evidence)
    return frozenset(int(number) for kind, _, number in ids if kind == "answer")
