"""Sensing: "I felt ..." and "dat voelt ...", as far as they tell of a feeling and give no opinion."""

from dialogues.language.hearing import NEGATIONS, OWN, vocabulary
from dialogues.model import Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import past
from dialogues.reading.subjects import STARTS

_SENSING = vocabulary("feelings", "sensing")
_COPULAS = vocabulary("feelings", "copulas")
_NO_MOOD = frozenset({"", "that", "dat", "free", "aan", "we", "it", "er", "ervoor", "for", "they", "he", "she", "you"})
_THIS = frozenset({"dat", "dit", "het"})
_LIKE = frozenset({"like", "als"})
_COMPARED = vocabulary("feelings", "likened to")
_AS_IF = frozenset({"if", "though"})
_DESIRED = vocabulary("feelings", "desired")
_NEAR = 4  # words after "feel" in which it is named
_NOTHING = NEGATIONS | {"niets", "niks", "nothing", "weinig", "little"}
_PLAIN_SUBJECTS = STARTS - {"my", "mijn", "a", "an", "een", "no", "geen", "it", "me", "mij"}


def sensed(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    """Whether a word says "ik voelde me ...", "I felt ..." or "dat voelt ...", and no thought ("I felt that")."""
    word = reading.heard.words[number]
    if word.forms.isdisjoint(_SENSING) or clause.whose not in {"own", "thing"}:
        return False
    rest = reading.plain(range(number + 1, clause.numbers.stop))
    if language == "nl" and len(rest) > 1 and rest[0] in _THIS and rest[1] not in STARTS:  # "even voelde dat heerlijk"
        rest = rest[1:]
    if not rest and reading.heard.says(clause.numbers, {"me", "mij"}):  # "zelden heb ik me zo klein gevoeld"
        return True
    if rest[:1] == ["alsof"] or rest[:1] == [] or _likens(rest):
        return _likened(reading, clause, number, rest)
    opinion = language == "en" and rest[0] in _PLAIN_SUBJECTS and _tells(reading, number + 1, clause.numbers.stop)
    denied = any(each in _NOTHING for each in rest[:3]) and not lacked(reading, clause, number)
    return rest[0] not in _NO_MOOD | _LIKE and not opinion and not denied


def lacked(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether a word says that the writer felt no such thing as seen or safe: that is a feeling as well."""
    near = reading.plain(range(number + 1, clause.numbers.stop))[:_NEAR]
    sensing = not reading.heard.words[number].forms.isdisjoint(_SENSING)
    return sensing and clause.whose == "own" and not _DESIRED.isdisjoint(near)


def _likens(rest: list[str]) -> bool:
    return rest[0] in _LIKE or (rest[0] == "as" and rest[1:2] != [] and rest[1] in _AS_IF)


def _likened(reading: Reading, clause: Clause, number: int, rest: list[str]) -> bool:
    """Whether a likeness tells of the writer: "like a fraud", "alsof er iemand op mijn borst zat"."""
    after = range(number + 1, reading.sentence(clause).stop)
    compared = rest[:1] != [] and rest[0] in _LIKE and rest[1:2] != [] and rest[1] in _COMPARED
    following = reading.heard.words[number + 1].plain if number + 1 in after else ""
    as_if = following in {"alsof", "as", "like"} and reading.heard.says(after, OWN)
    return compared or as_if


def _tells(reading: Reading, start: int, stop: int) -> bool:
    """Whether a clause of its own follows: "I feel the plan is sound"."""
    numbers = range(start, stop)
    return reading.heard.says(numbers, _COPULAS) or any(past(word, "en") for word in reading.words(numbers))
