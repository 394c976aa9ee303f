"""Mocking: praise for a nuisance, as in "lovely, another delay", after which delight is not meant either."""

import re

from dialogues.language.hearing import NEGATIONS, PREPOSITIONS, vocabulary
from dialogues.language.words import Word
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import past, perfect

_PRAISE = vocabulary("feelings", "praise")
_BEFORE, _AFTER = vocabulary("feelings", "before praise"), vocabulary("feelings", "after praise")
_REPEATED, _ONE_MORE = vocabulary("feelings", "repeated"), vocabulary("feelings", "one more")
_NUISANCE, _CHORE = vocabulary("feelings", "nuisances"), vocabulary("feelings", "chores")
_DELIGHT = vocabulary("feelings", "delight")
_PREFIX = re.compile(r"(?:super|mega|ultra|hyper|dol)(?=\w{3})")  # "superblij"
_NEAR = 3  # words after what is repeated, among which the burden stands: "one more steering committee"
_LAST = 2  # words, among which a chore stands: of what is told about one more is to come
_SHORT = 9  # words of a sentence after it that mocks on


def mocked(reading: Reading) -> frozenset[int]:
    """The numbers of the sentences that praise a nuisance, and of a short one after each."""
    ironic = {number for number, place in enumerate(reading.sentences) if _mocks(reading.words(place))}
    after = {number + 1 for number in ironic if number + 1 < len(reading.sentences)}
    return frozenset(ironic | {number for number in after if len(reading.sentences[number]) <= _SHORT})


def delights(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells of being pleased, which in such a sentence is not meant."""
    return any(_pleased(word) or word.plain in _PRAISE for word in reading.words(clause.numbers))


def _pleased(word: Word) -> bool:
    return not {*word.forms, word.plain, _PREFIX.sub("", word.plain)}.isdisjoint(_DELIGHT)


def _mocks(words: list[Word]) -> bool:
    """Whether a sentence opens with praise or delight that stands by itself, and then names what comes once more."""
    place = next((at for at, word in enumerate(words) if word.plain not in _BEFORE), len(words))
    if place == len(words) or not (words[place].plain in _PRAISE or _pleased(words[place])):
        return False
    rest = _by_itself(words[place:])
    if any(word.plain in NEGATIONS for word in rest):  # "happy again, no more conflict"
        return False
    if words[place].plain in _PRAISE:
        return _names(rest, _REPEATED, _NUISANCE) or _names(rest, _ONE_MORE, _CHORE, last=_LAST)
    return _leads(rest)


def _by_itself(words: list[Word]) -> list[Word]:
    """What follows the first word, behind a sign or with what is repeated; nothing after other words."""
    rest = words[1:]
    behind = next((at for at, word in enumerate(rest) if word.plain not in _AFTER), len(rest))
    alone = behind < len(rest) and rest[behind].clause != words[0].clause
    repeats = behind < len(rest) and rest[behind].plain in _REPEATED
    return rest[behind:] if alone or repeats else []


def _leads(words: list[Word]) -> bool:
    """Whether what comes once more is the burden itself, still to be borne: "nog een excel".

    "Again after the conflict" and "weer een sessie gedraaid" are meant.
    """
    if any(perfect(word) or past(word, "nl") or past(word, "en") for word in words):
        return False
    near = (words[at + 1 : at + 1 + _NEAR] for at, word in enumerate(words) if word.plain in _REPEATED)
    return any(_burdens(after) for after in near)


def _burdens(words: list[Word]) -> bool:
    place = next((at for at, word in enumerate(words) if _is_one(word, _NUISANCE | _CHORE)), None)
    return place is not None and not any(word.plain in PREPOSITIONS for word in words[:place])


def _names(words: list[Word], repeated: frozenset[str], burden: frozenset[str], last: int = 0) -> bool:
    again = any(word.plain in repeated for word in words)
    return again and any(_is_one(word, burden) for word in words[-last:])


def _is_one(word: Word, burden: frozenset[str]) -> bool:
    return not (word.forms | {word.plain}).isdisjoint(burden)
