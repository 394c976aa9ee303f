"""Denying: whether a word of mood is taken away, or said by its opposite ("niet bepaald vrolijk")."""

from dialogues.language.hearing import NEGATIONS, vocabulary
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.subjects import NOMINATIVES

_AGAINST = NEGATIONS | vocabulary("feelings", "against")
_PAIRS = frozenset({("anything", "but"), ("far", "from"), ("none", "too"), ("less", "than"), ("alles", "behalve")})
_NO_DENIAL = frozenset({"alleen", "only", "been", "just", "eerder", "langer", "even"})
_SO_MUCH = frozenset({"so", "zo"})  # "never felt so alone"
_AFTER_IT = frozenset({"niet", "nooit", "geenszins", "allerminst"})
_WELCOME = vocabulary("feelings", "welcome")
_TURNED = frozenset({"ik", "het", "dat", "dit", "er"})
_OTHERWISE = ["is", "anders"]
_NEAR = 4  # words that a negation may stand before what it denies


def denied(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether a negation takes a word away: shortly before it, or after it where it comes first ("boos was ik niet").

    "Not only" and "never so" take nothing away.
    """
    before = reading.plain(range(max(clause.numbers.start, number - _NEAR), number))
    return any(_denies(before, place) for place in range(len(before))) or _denied_after(reading, clause, number)


def litotes(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether a welcome mood is denied of the writer or of "it": that tells of the opposite one."""
    word = reading.heard.words[number]
    said = clause.whose == "own" or (clause.whose == "thing" and not reading.heard.says(clause.numbers, {"geen", "no"}))
    return said and not word.forms.isdisjoint(_WELCOME)


def _denies(before: list[str], place: int) -> bool:
    following = before[place + 1] if place + 1 < len(before) else ""
    if not _SO_MUCH.isdisjoint(before[place + 1 :]):
        return False
    paired = (before[place], following) in _PAIRS
    return paired or (before[place] in _AGAINST and following not in _NO_DENIAL)


def _denied_after(reading: Reading, clause: Clause, number: int) -> bool:
    subject_first = reading.heard.says(clause.numbers[:1], NOMINATIVES)
    if number > clause.numbers.start + 1 - subject_first or number + 1 not in clause.numbers:
        return False
    rest = reading.plain(range(number + 1, clause.numbers.stop))
    turned = reading.heard.says(clause.numbers[2:5], _TURNED)
    otherwise = rest[:2] == _OTHERWISE
    return otherwise or (
        turned
        and any(
            plain in _AFTER_IT and following not in _NO_DENIAL
            for plain, following in zip(rest, [*rest[1:], ""], strict=True)
        )
    )
