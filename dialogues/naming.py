"""What is on the screen, named in words: an option by its place or its label, a side of a dilemma, or the middle."""

from collections.abc import Sequence

from dialogues import lexicon
from dialogues.hearing import vocabulary
from dialogues.words import fold

A, MIDDLE, B = 1, 4, 7  # of the line of a dilemma, as the library has it
FIRM, PLAIN, SLIGHT = 0, 1, 2  # how far from its end a side is taken: a label alone is not yet its utmost
SHORT = 4  # letters; shorter words tell no label from another
MOST = 8  # words beside which a part of a label is named
_AROUND = vocabulary("replies", "around a label")
_FIRM, _SLIGHT = vocabulary("replies", "firmly"), vocabulary("replies", "slightly")
_MIDDLE = tuple(tuple(fold(each).split()) for each in lexicon.words("replies", "middle"))
_PLACES = {word: number for number, words in lexicon.pairs("replies", "places").items() for word in words}
_SIGNS = str.maketrans(dict.fromkeys(",;:.!?()\"'’-–—/", " "))


def side(text: str, pole_a: Sequence[str], pole_b: Sequence[str]) -> int | None:
    """The position (1 is pole A, 7 is pole B) that a label or "in between" stands for; None for other words.

    `pole_a` and `pole_b` hold the labels in every language. A label alone is 2 or 6, "a bit" of it 3 or 5.
    """
    said = _split(text)
    if _in_the_middle(said):
        return MIDDLE
    beside = _FIRM | _SLIGHT | _AROUND
    found = _among(said, (pole_a, pole_b), beside)
    if found is None:
        return None
    rest = [word for word in said if word in beside]
    away = SLIGHT if not _SLIGHT.isdisjoint(rest) else PLAIN if _FIRM.isdisjoint(rest) else FIRM
    return A + away if found == 0 else B - away


def option(text: str, labels: Sequence[Sequence[str]]) -> int | None:
    """The number (from 0) of the option that is named by its place ("the second one") or its label; None for others."""
    if (place := by_place(text)) is not None:
        number = len(labels) - 1 if place == "last" else int(place) - 1
        return number if number < len(labels) else None
    return _among(_split(text), labels, _AROUND)


def by_place(text: str) -> str | None:
    """The place ("1" to "5", or "last") that is all that is named; None for other words."""
    said = _split(text)
    places = {_PLACES[word] for word in said if word in _PLACES}
    small = all(word in _PLACES or word in _AROUND for word in said)
    return places.pop() if len(places) == 1 and small else None


def _among(said: Sequence[str], labels: Sequence[Sequence[str]], beside: frozenset[str]) -> int | None:
    """The one of which nothing else is said than its label, or words of it that no other has."""
    held = [number for number, names in enumerate(labels) if any(_holds(said, _split(name), beside) for name in names)]
    return held[0] if len(held) == 1 else None


def _holds(said: Sequence[str], label: Sequence[str], beside: frozenset[str]) -> bool:
    telling = [word for word in said if word in label and len(word) >= SHORT]
    return bool(telling) and len(said) <= max(MOST, len(label) + 2) and set(said) <= {*label, *beside}


def _in_the_middle(said: Sequence[str]) -> bool:
    for wanted in _MIDDLE:
        rest = " ".join(said).replace(" ".join(wanted), "", 1).split()
        if len(rest) + len(wanted) == len(said) and all(word in _AROUND for word in rest):
            return True
    return False


def _split(text: str) -> tuple[str, ...]:
    return tuple(fold(text).translate(_SIGNS).split())
