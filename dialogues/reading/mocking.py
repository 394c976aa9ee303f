"""Mocking: praise for a nuisance, as in "lovely, another delay", after which delight is not meant either."""

from dialogues.language.hearing import vocabulary
from dialogues.language.words import Word
from dialogues.reading.clauses import Clause, Reading

_PRAISE = vocabulary("feelings", "praise")
_BEFORE, _AFTER = vocabulary("feelings", "before praise"), vocabulary("feelings", "after praise")
_REPEATED, _ONE_MORE = vocabulary("feelings", "repeated"), vocabulary("feelings", "one more")
_NUISANCE, _CHORE = vocabulary("feelings", "nuisances"), vocabulary("feelings", "chores")
_DELIGHT = vocabulary("feelings", "delight")
_LAST = 2  # words, among which a chore stands: of what is told about one more is to come
_SHORT = 9  # words of a sentence after it that mocks on


def mocked(reading: Reading) -> frozenset[int]:
    """The numbers of the sentences that praise a nuisance, and of a short one after each."""
    ironic = {number for number, place in enumerate(reading.sentences) if _mocks(reading.words(place))}
    after = {number + 1 for number in ironic if number + 1 < len(reading.sentences)}
    return frozenset(ironic | {number for number in after if len(reading.sentences[number]) <= _SHORT})


def delights(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells of being pleased, which in such a sentence is not meant."""
    return any(not (word.forms | {word.plain}).isdisjoint(_DELIGHT | _PRAISE) for word in reading.words(clause.numbers))


def _mocks(words: list[Word]) -> bool:
    """Whether a sentence opens with praise that stands by itself, and then names what comes once more."""
    rest = _after_praise(words)
    return _names(rest, _REPEATED, _NUISANCE) or _names(rest, _ONE_MORE, _CHORE, last=_LAST)


def _after_praise(words: list[Word]) -> list[Word]:
    """What follows praise at the start, behind a sign or with what is repeated; nothing after other words."""
    place = next((at for at, word in enumerate(words) if word.plain not in _BEFORE), len(words))
    if place == len(words) or words[place].plain not in _PRAISE:
        return []
    rest = words[place + 1 :]
    behind = next((at for at, word in enumerate(rest) if word.plain not in _AFTER), len(rest))
    alone = behind < len(rest) and rest[behind].clause != words[place].clause
    repeats = behind < len(rest) and rest[behind].plain in _REPEATED
    return rest[behind:] if alone or repeats else []


def _names(words: list[Word], repeated: frozenset[str], burden: frozenset[str], last: int = 0) -> bool:
    again = any(word.plain in repeated for word in words)
    return again and any(_is_one(word, burden) for word in words[-last:])


def _is_one(word: Word, burden: frozenset[str]) -> bool:
    return not (word.forms | {word.plain}).isdisjoint(burden)
