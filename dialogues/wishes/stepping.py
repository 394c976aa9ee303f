"""Where somebody stands on a dilemma that comes back, told from before: the same place, or one step from it."""

from dialogues.wishes import brief, naming
from dialogues.wishes.brief import small, split

_STEP, _THAN = small("a step"), small("than")


def stays(text: str) -> bool:
    """Does it say no more than that the place is the same as before?"""
    return brief.says(text, "same place", "around a same place")


def steps(text: str) -> bool:
    """May it tell of a step from the place of before, and not of one end held against the other?"""
    said = _since(text)
    return not _STEP.isdisjoint(said) and _THAN.isdisjoint(said)


def step(text: str, before: int, ends: tuple[tuple[str, str], tuple[str, str]]) -> int | None:
    """The place (1 to 7, as it is seen) one step from `before`; None where no end is named, or none is left."""
    towards = naming.side(" ".join(word for word in _since(text) if word not in _STEP), *ends)
    if towards is None or towards == naming.MIDDLE:
        return None
    to = before + (1 if towards > naming.MIDDLE else -1)
    return to if naming.A <= to <= naming.B else None


def _since(text: str) -> brief.Form:
    """Its words, without those that say since when."""
    return split(brief.without(text, "since then"))
