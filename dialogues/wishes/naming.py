"""What is on the screen, named in words: an option by its place or its label, a side of a dilemma, or the middle."""

from collections.abc import Iterator, Sequence
from itertools import product

from dialogues import lexicon
from dialogues.wishes import brief
from dialogues.wishes.brief import Form, small, split

A, MIDDLE, B = 1, 4, 7  # of the line of a dilemma, as the library has it
FIRM, PLAIN, SLIGHT = 0, 1, 2  # how far from its end a side is taken: a label alone is not yet its utmost
SHORT = 4  # letters; shorter words tell no label from another
ENDING = 4  # letters that a form of a word may add to another
MOST = 8  # words beside which a part of a label is named
_AROUND = small("around a label")
_FIRM, _SLIGHT = small("firmly"), small("slightly")
_BESIDE = _AROUND | _FIRM | _SLIGHT
_MIDDLE, _THAN = brief.forms("middle"), brief.forms("than")
_NOT, _BUT = small("not that number"), small("but")
_OTHER = small("the other end")
_MIDDLING = small("middling")
_AMID = {("middle", "of", "this"), ("middle", "of", "it"), ("middle", "of", "that")}
_VOICED = {"f": "v", "s": "z"}  # "blijf", "blijven"
_LETTERS, _POLES = {"a": 0, "b": 1}, small("a pole")
_ENDS = brief.forms("first end"), brief.forms("last end")
_PLACES = {word: number for number, words in lexicon.pairs("replies", "places").items() for word in words}


def side(text: str, first: Sequence[str], last: Sequence[str]) -> int | None:
    """The place (1 to 7, as it is seen) that a label, an end or "in between" stands for; None for other words.

    `first` and `last` hold the labels of the two ends in every language, in the order in which they are seen. A label
    alone is 2 or 6, "a bit" of it 3 or 5.
    """
    said = split(text)
    ends = first, last
    if (end := _end(said, ends)) is not None:
        return _place(end, said)
    if (letter := _LETTERS.get("".join(word for word in said if word not in _POLES))) is not None:
        return _place(letter, ())
    if (beside := _in_the_middle(said, ends)) is not None:
        return beside
    return next((_place(end, part) for part, end in _compared(said, ends)), None)


def _place(end: int, said: Form) -> int:
    away = SLIGHT if not _SLIGHT.isdisjoint(said) else PLAIN if _FIRM.isdisjoint(said) else FIRM
    return B - away if end else A + away


def _end(said: Form, ends: Sequence[Sequence[str]]) -> int | None:
    """Which end is all that is named, by its label or by where it stands, with small words around it."""
    places = [end for end in (0, 1) if any(set(name) <= set(said) <= {*name, *_BESIDE} for name in _ENDS[end])]
    if len(places) == 1 and len(said) <= MOST:
        return places[0]
    return _among(said, ends, _BESIDE) if said and not places else None


def _in_the_middle(said: Form, ends: Sequence[Sequence[str]]) -> int | None:
    """The place that the middle stands for, also with the end towards which it leans."""
    for rest in brief.beside(said, _MIDDLE):
        if set(rest) <= _AROUND | _SLIGHT:
            return MIDDLE
        if (end := _end(rest, ends)) is not None:
            return _place(end, (*rest, *_SLIGHT))
    return None


def _compared(said: Form, ends: Sequence[Sequence[str]]) -> Iterator[tuple[Form, int]]:
    """The end that is meant where the other one is named as well: "more left than right", "not left but right"."""
    for than, at in product(_THAN, range(1, len(said))):
        if said[at : at + len(than)] == than and (end := _end(said[:at], ends)) is not None:
            other = said[at + len(than) :]
            if _end(other, ends) == 1 - end or (other and set(other) <= _OTHER):
                yield said[:at], end
    for at, word in enumerate(said):
        if said[0] in _NOT and word in _BUT and (end := _end(said[at + 1 :], ends)) is not None:
            yield said[at + 1 :], end


def option(text: str, labels: Sequence[Sequence[str]]) -> int | None:
    """The number (from 0) of the option that is named by its place ("the second one") or its label; None for others."""
    if (place := by_place(text)) is not None:
        number = len(labels) - 1 if place == "last" else int(place) - 1
        return number if number < len(labels) else None
    said = split(text)
    amid = any(said[at : at + 3] in _AMID for at in range(len(said)))  # of what goes on, and no place
    if len(labels) % 2 and not amid and not _MIDDLING.isdisjoint(said) and set(said) <= _MIDDLING | _BESIDE:
        return len(labels) // 2
    return _among(said, labels, _BESIDE)


def by_place(text: str) -> str | None:
    """The place ("1" to "5", or "last") that is all that is named; None for other words."""
    said = split(text)
    places = {_PLACES[word] for word in said if word in _PLACES}
    small = all(word in _PLACES or word in _BESIDE for word in said)
    return places.pop() if len(places) == 1 and small else None


def _among(said: Form, labels: Sequence[Sequence[str]], beside: frozenset[str]) -> int | None:
    """The one of which nothing else is said than its label, or words of it that no other has."""
    held = [number for number, names in enumerate(labels) if any(_holds(said, split(name), beside) for name in names)]
    return held[0] if len(held) == 1 else None


def _holds(said: Form, label: Form, beside: frozenset[str]) -> bool:
    of_it = [word for word in said if any(_alike(word, known) for known in label)]
    telling = any(len(word) >= SHORT for word in of_it)
    return telling and len(said) <= max(MOST, len(label) + 2) and set(said) <= {*of_it, *beside}


def _alike(word: str, known: str) -> bool:
    """Are they the same, or another form of one word: "blijf" and "blijven"?"""
    short, long = sorted((word, known), key=len)
    stems = (short, short[:-1] + _VOICED.get(short[-1:], short[-1:]))
    return word == known or (len(short) >= SHORT and long.startswith(stems) and len(long) <= len(short) + ENDING)
