"""Reality: whether a clause tells what was, or only what might be, was meant, said or asked."""

from itertools import pairwise

from dialogues.language.hearing import SELF, vocabulary
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.listing import listed
from dialogues.reading.subjects import JOINING, STARTS
from dialogues.reading.verbs import contracted

_UNREAL = vocabulary("clauses", "unreal")
_SUPPOSED = vocabulary("clauses", "supposed")
_INVERTED = vocabulary("clauses", "inverted conditions")
_THOUGHT = vocabulary("verbs", "thinking")
_SAID = vocabulary("verbs", "saying")
_REPEATED = listed("markers", "repeated")
_OBJECTS = frozenset({"het", "hem", "haar", "ze", "een"})
_THAT = frozenset({"dat", "that"})


def unreal(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is about what should, might or would be, and not about what was."""
    words = reading.heard.words
    had_to = reading.heard.says(clause.numbers, {"heb", "hebben", "heeft"})  # "heb moeten ingrijpen" was so
    return any(
        words[number].plain in (_UNREAL - {"moeten"} if had_to else _UNREAL) and not contracted(reading, number)
        for number in clause.numbers
    )


def supposed(reading: Reading) -> frozenset[int]:
    """The numbers of the sentences that start from what did not happen: "had ik gebeld, dan ..."."""
    return frozenset(clause.sentence for clause in reading.clauses if _supposes(reading, clause))


def _supposes(reading: Reading, clause: Clause) -> bool:
    numbers = clause.numbers[clause.opener in JOINING :]
    starts = {" ".join(reading.plain(numbers[:length])) for length in (1, 2, 3)}
    first = clause.numbers.start == reading.sentence(clause).start
    if reading.heard.says(numbers[:1], {"stel"}) and reading.heard.says(numbers[1:2], _OBJECTS):
        return False  # "stel t vrijdag voor"
    return bool(starts & _SUPPOSED) or (first and bool(starts & _INVERTED))


def imagined(reading: Reading, clause: Clause, suppositions: frozenset[int]) -> bool:
    """Whether a clause belongs to what is only supposed; after "and" or "but" comes what is so."""
    return clause.sentence in suppositions and (clause.opener not in JOINING or _supposes(reading, clause))


def repeated(reading: Reading) -> frozenset[int]:
    """The numbers of the sentences that tell what happens every time."""
    words = reading.heard.words
    return frozenset(words[match.first].sentence for match in reading.finds(_REPEATED, 2))


def thought(reading: Reading, clause: Clause) -> bool:
    """Whether the writer only thought what the clause says: "ik dacht dat ik ...", also without "that"."""
    before = reading.before(clause)[-2:]
    return _led(reading, clause) and any(
        each.whose == "own" and reading.heard.holds(each.numbers, _THOUGHT) for each in before
    )


def told(reading: Reading, clause: Clause) -> bool:
    """Whether others say, think or want what the clause says: "ze zei dat ik ..."."""
    before = reading.before(clause)[-1:]
    return _led(reading, clause) and any(
        each.whose in {"other", "thing"} and reading.heard.holds(each.numbers, _SAID | _THOUGHT) for each in before
    )


def _led(reading: Reading, clause: Clause) -> bool:
    first = reading.heard.words[clause.numbers.start]
    joined = clause.numbers.start > 0 and reading.heard.words[clause.numbers.start - 1].clause == first.clause
    words = reading.words(clause.numbers[:3])
    that = any(one.plain in _THAT and (two.plain in STARTS or two.capital) for one, two in pairwise(words))
    return that or (joined and first.plain in SELF)
