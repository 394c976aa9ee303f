"""What must hold for a library as a whole, in any folder: enough to ask."""

from collections import Counter
from collections.abc import Iterator

from dialogues.model import Library, Problem

EACH_TOUCH = ("PU-05", "PU-06")  # mood and energy, tapped with every answer


def check(library: Library) -> Iterator[Problem]:
    """What is missing before a bot can work with this library.

    A list without anything is told where it is read, and not once more for each thing in it.
    """
    yield from _questions(library) if library.questions else ()
    yield from _pulses(library) if library.pulses else ()


def _pulses(library: Library) -> Iterator[Problem]:
    for pulse in EACH_TOUCH:
        if pulse not in library.pulses:
            yield Problem("questions.yaml", 1, f"the pulse {pulse} is missing; it goes with every answer")
    if not library.pulses.keys() - set(EACH_TOUCH):
        yield Problem("questions.yaml", 1, "a pulse for the end of the week is missing")


def _questions(library: Library) -> Iterator[Problem]:
    asked = Counter((question.quality, question.depth) for question in library.questions.values())
    for quality in library.qualities:
        for depth in (1, 2, 3):
            if not asked[quality, depth]:
                yield Problem("questions.yaml", 1, f"a question of depth {depth} about {quality} is missing")
    if not any(q.kind == "open" and q.depth == 1 and not q.sensitive for q in library.questions.values()):
        yield Problem("questions.yaml", 1, "an open question of depth 1 to begin with is missing")
