"""Feeling: the writer's own mood, energy or body signal, said to be there."""

from collections.abc import Iterator

from dialogues.language.hearing import NEGATIONS, vocabulary
from dialogues.language.matching import Match
from dialogues.model import LANGUAGES, Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.denying import denied, litotes
from dialogues.reading.listing import listed, verbatim
from dialogues.reading.mocking import delights, mocked
from dialogues.reading.moods import MINE, THEIRS, mood, of_others, says_past
from dialogues.reading.reality import imagined, supposed, unreal
from dialogues.reading.sensing import lacked, sensed

_IDIOMS = {name: listed("feelings", f"idioms {name}") for name in LANGUAGES}
_STATES = {name: verbatim("feelings", f"states {name}") for name in LANGUAGES}
_LITERAL = verbatim("feelings", "literal")
_IRONIC = listed("feelings", "ironic")
_OPINION = listed("feelings", "opinion")
_BEFORE_STATE = vocabulary("feelings", "copulas") | vocabulary("feelings", "going") | vocabulary("feelings", "degrees")
_EXCLAIMED = vocabulary("feelings", "exclamations")
_SENSING = vocabulary("feelings", "sensing")
_NAMED_FIRST = vocabulary("feelings", "labels")
_NOT_SAID = listed("feelings", "not said")
_EVER = frozenset({"ooit", "ever", "so", "zo"})
_IF = frozenset({"als", "if", "indien", "alsof", "tenzij", "unless"})
_WHETHER = frozenset({"of", "whether"})
_WHENEVER = frozenset({"when", "wanneer", "zodra"})
_WIDE, _NARROW = 3, 1  # words that may stand between those of an idiom, and of a state


def feelings(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses that tell of a feeling of the writer's own."""
    ironic = {reading.heard.words[match.first].sentence for match in reading.finds(_IRONIC, 0)}
    plain = frozenset(number for match in reading.finds(_LITERAL, 0) for number in match.at)
    phrased = {reading.at(match.first).numbers for match in _phrased(reading, language, plain)}
    suppositions, mocking = supposed(reading), mocked(reading)
    held_off = {reading.at(match.last).numbers.stop for match in reading.finds(_NOT_SAID, 0)}
    for clause in reading.clauses:
        if clause.numbers.start in held_off and not reading.heard.says(clause.numbers, _EVER):
            continue
        if clause.sentence in ironic or imagined(reading, clause, suppositions) or unreal(reading, clause):
            continue
        if _general(reading, clause) or (clause.sentence in mocking and delights(reading, clause)):
            continue
        if _labelled(reading, clause) or clause.numbers in phrased or _felt(reading, clause, language, plain):
            yield clause


def _labelled(reading: Reading, clause: Clause) -> bool:
    """Whether a line names what it is about first ("Energie: laag"), or is an exclamation ("Ouch.")."""
    whole = reading.sentence(clause)
    return all(plain in _EXCLAIMED for plain in reading.plain(whole)) or (
        len(clause.numbers) == 1
        and clause.numbers.stop < whole.stop
        and reading.heard.says(clause.numbers, _NAMED_FIRST)
    )


def _general(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells under which condition something is felt, and not that it was: "als ik boos ben"."""
    told = any(map(says_past, reading.words(clause.numbers)))
    asked = clause.opener in _WHETHER and bool(reading.before(clause))
    return (
        asked or (clause.opener in _IF and not _compares(reading, clause)) or (clause.opener in _WHENEVER and not told)
    )


def _compares(reading: Reading, clause: Clause) -> bool:
    """Whether "als" likens and sets no condition: "leeg als een ton", "als een berg ertegenop"."""
    return reading.heard.says(clause.numbers[1:2], {"een", "a", "an", "de"})


def _felt(reading: Reading, clause: Clause, language: Language, plain: frozenset[int]) -> bool:
    told = [number for number in clause.numbers if number not in plain]
    return any(
        litotes(reading, clause, number) or lacked(reading, clause, number)
        if denied(reading, clause, number)
        else mood(reading, clause, number, language) or sensed(reading, clause, number, language)
        for number in told
    )


def _phrased(reading: Reading, language: Language, plain: frozenset[int]) -> Iterator[Match]:
    """The set phrases for a mood that are said of the writer and not denied."""
    opinions = {match.first for match in reading.finds(_OPINION, 1) if _of_others(reading, match)}
    for match in reading.finds(_IDIOMS[language], _WIDE):
        if _holds(reading, match, plain | opinions):
            yield match
    for match in reading.finds(_STATES[language], _NARROW):
        if _holds(reading, match, plain) and _stands(reading, match):
            yield match


def _holds(reading: Reading, match: Match, plain: frozenset[int] | set[int]) -> bool:
    clause = reading.at(match.first)
    whole = match.last in reading.sentence(clause) and plain.isdisjoint(match.at)
    mine = clause.whose == "own" or reading.heard.says(match.at, MINE) or _at_large(reading, clause)
    inside = reading.heard.says(match.between(), NEGATIONS | THEIRS)
    return whole and mine and not inside and not denied(reading, clause, match.first)


def _at_large(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is of no person, nor about one: "dat kwam hard aan", but "it hit a nerve with the members"."""
    mine = reading.heard.says(clause.numbers, {"me", "mij"}) or not of_others(reading, clause)
    return clause.whose == "thing" and mine


def _stands(reading: Reading, match: Match) -> bool:
    """Whether a state comes after "was", "felt" or "came home", or on its own at the start."""
    clause = reading.at(match.first)
    before = range(clause.numbers.start, match.first)
    turned = reading.heard.says(range(match.last + 1, clause.numbers.stop), _BEFORE_STATE)
    led = reading.heard.says(before, _BEFORE_STATE) or reading.heard.holds(before, _SENSING)
    return not before or led or turned


def _of_others(reading: Reading, match: Match) -> bool:
    """Whether "I have the feeling that ..." goes on about others: that is a thought."""
    after = [clause for clause in reading.clauses if clause.numbers.start > match.last]
    return bool(after) and after[0].opener in {"dat", "that"} and after[0].whose != "own"
