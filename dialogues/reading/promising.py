"""Promising: words by which a writer commits, where they are said of now and of the writer."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dialogues import lexicon
from dialogues.language.matching import Match
from dialogues.language.words import fold
from dialogues.model import LANGUAGES, Language
from dialogues.reading.ahead import past_nl
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import past, perfect
from dialogues.reading.listing import listed

_COMMITS = {name: listed("markers", f"commits {name}") for name in LANGUAGES}
_AS_WRITTEN = {
    name: {word for each in lexicon.words("markers", f"commits {name}") for word in re.split(r"[ |=]", fold(each))}
    for name in LANGUAGES
}
_ONCE = frozenset({"zou", "would"})
_BEEN = frozenset({"been"})
_OPEN_ENDS = frozenset({"to", "om"})
_THEN = frozenset({"toen", "destijds", "indertijd"})
_FAR = 4  # words after a promise within which it is told that it was one


def promised(reading: Reading, language: Language) -> Iterator[range]:
    """The numbers of the clauses with such words."""
    for match in reading.finds(_COMMITS[language], 2):
        clause = reading.at(match.first)
        told = past_nl(reading.words(clause.numbers)) if language == "nl" else reading.heard.says(clause.numbers, _BEEN)
        over = told or _bent_back(reading, match, language) or _of_others(reading, match)
        if match.last in clause.numbers and not over and not _broken_off(reading, clause, match.last):
            yield clause.numbers


def _bent_back(reading: Reading, match: Match, language: Language) -> bool:
    """Whether a word stands in a past form that no phrase has: "gestopt met" for "stop met", "chose to"."""
    words = [reading.heard.words[number] for number in match.at]
    bent = [word for word in words if word.plain not in _AS_WRITTEN[language]]
    return any(perfect(word) if language == "nl" else past(word, "en") for word in bent)


def _of_others(reading: Reading, match: Match) -> bool:
    """Whether something else is wanted to do it: "I want it to stop"."""
    pairs = pairwise(reading.heard.words[match.first : match.last + 2])
    return any(one.plain == "want" and two.plain not in {"to", "want"} for one, two in pairs)


def _broken_off(reading: Reading, clause: Clause, last: int) -> bool:
    """Whether nothing is named ("I am going to"), or it was promised then ("beloofd dat ik zou bellen")."""
    rest = range(clause.numbers.stop, reading.sentence(clause).stop)
    if reading.heard.says(clause.numbers, _THEN):
        return True
    nothing = last == clause.numbers[-1] and reading.heard.says((last,), _OPEN_ENDS)
    return nothing or reading.heard.says(rest[:_FAR], _ONCE)
