"""Feeling: the writer's own mood, energy or body signal, said to be there."""

from collections.abc import Iterator

from dialogues.hearing import NEGATIONS, PEOPLE, PREPOSITIONS, PRONOUNS, phrases, vocabulary
from dialogues.matching import Match
from dialogues.model import Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.words import STOPS

_ADJECTIVES = {name: vocabulary("feelings", f"adjectives {name}") for name in ("nl", "en")}
_SPELLED_OUT = {
    name: tuple(each for each in phrases("feelings", f"adjectives {name}") if len(each.parts) > 1)
    for name in ("nl", "en")
}
_WEAK = {name: vocabulary("feelings", f"weak {name}") for name in ("nl", "en")}
_MILD = vocabulary("feelings", "mild")
_NOUNS = {name: vocabulary("feelings", f"nouns {name}") for name in ("nl", "en")}
_VERBS = {name: vocabulary("feelings", f"verbs {name}") for name in ("nl", "en")}
_REACHES = {name: vocabulary("feelings", f"reaches me {name}") for name in ("nl", "en")}
_IDIOMS = {name: phrases("feelings", f"idioms {name}") for name in ("nl", "en")}
_FINDING = vocabulary("feelings", "finding")
_SENSING = vocabulary("feelings", "sensing")
_HAVING = vocabulary("feelings", "having")
_GIVING = vocabulary("feelings", "giving")
_UNREAL = vocabulary("feelings", "unreal")
_IRONIC = phrases("feelings", "ironic")
_COPULAS = vocabulary("feelings", "copulas")
_BODY = vocabulary("feelings", "body")
_ARTICLES = frozenset({"een", "de", "het", "geen", "a", "an", "the", "no", "this", "deze"})
_ME = frozenset({"me", "mij", "mezelf"})
_IMPERSONAL = vocabulary("clauses", "things")
_MINE = _ME | {"mijn", "my"}
_IF = frozenset({"als", "if", "indien", "alsof", "tenzij", "unless"})


def feelings(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses that tell of a feeling of the writer's own."""
    ironic = {reading.heard.words[match.first].sentence for match in reading.heard.finds(_IRONIC, 0)}
    idioms = {reading.at(match.first).numbers for match in _idioms(reading, language)}
    for clause in reading.clauses:
        real = clause.sentence not in ironic and clause.opener not in _IF
        if (
            real
            and not reading.heard.says(clause.numbers, _UNREAL)
            and (clause.numbers in idioms or _felt(reading, clause, language))
        ):
            yield clause


def _felt(reading: Reading, clause: Clause, language: Language) -> bool:
    return any(
        not _denied(reading, clause, number)
        and (
            _adjective(reading, clause, number, language)
            or _weak(reading, clause, number, language)
            or _noun(reading, clause, number, language)
            or _verb(reading, clause, number, language)
            or _reached(reading, clause, number, language)
        )
        for number in clause.numbers
    ) or _sensed(reading, clause)


def _idioms(reading: Reading, language: Language) -> Iterator[Match]:
    for match in reading.heard.finds((*_IDIOMS[language], *_SPELLED_OUT[language]), 2):
        clause = reading.at(match.last)
        about_me = clause.whose in {"own", "thing"} or reading.heard.says(match.at, _MINE)
        if about_me and not _denied(reading, clause, match.first):
            yield match


def _adjective(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    word = reading.heard.words[number]
    if word.plain not in _ADJECTIVES[language] or _attributive(reading, clause, number, language):
        return False
    given = reading.heard.holds(clause.numbers, _GIVING) and reading.heard.says(clause.numbers, _ME)
    return given or (_mine(reading, clause) and not _of_object(reading, clause, number))


def _mine(reading: Reading, clause: Clause) -> bool:
    """Whether a mood is the writer's: with "I", said of "it", or without any subject ("proud, relieved")."""
    if clause.whose != "thing":
        return clause.whose == "own"
    start = reading.plain(clause.numbers[:2])
    bare = not reading.heard.says(clause.numbers, _COPULAS) or start[0] in _COPULAS
    return bare or not _IMPERSONAL.isdisjoint(start)


def _weak(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    """Words that judge a situation: a feeling when found or felt so, or said of it as such."""
    word = reading.heard.words[number]
    if word.plain not in _WEAK[language] or _attributive(reading, clause, number, language):
        return False
    if not _mine(reading, clause):
        return False
    felt = reading.heard.holds(clause.numbers, _SENSING)
    found = reading.heard.holds(clause.numbers, _FINDING) and clause.whose == "own"
    said = clause.whose == "thing" and reading.heard.says(clause.numbers, _COPULAS)
    return felt or ((found or said) and word.plain not in _MILD)


def _noun(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    near = range(max(clause.numbers.start, number - 2), number)
    mine = reading.heard.says(near, {"mijn", "my"})
    if reading.heard.words[number].plain not in _NOUNS[language]:
        return mine and reading.heard.words[number].plain in _BODY
    had = clause.whose == "own" and reading.heard.holds(clause.numbers, _HAVING)
    given = reading.heard.holds(clause.numbers, _GIVING) and reading.heard.says(clause.numbers, _ME)
    return mine or had or given


def _verb(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    word = reading.heard.words[number]
    after_article = reading.heard.says(range(max(clause.numbers.start, number - 1), number), _ARTICLES)
    return clause.whose == "own" and not word.forms.isdisjoint(_VERBS[language]) and not after_article


def _reached(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    near = range(max(clause.numbers.start, number - 3), min(clause.numbers.stop, number + 3))
    verb = not reading.heard.words[number].forms.isdisjoint(_REACHES[language])
    return verb and reading.heard.says(near, _ME)


def _sensed(reading: Reading, clause: Clause) -> bool:
    """Whether the clause says "ik voelde me ...", "I felt ..." or "dat voelt ...", and no thought ("I felt that")."""
    words = reading.heard.words
    for number in clause.numbers:
        if not words[number].forms.isdisjoint(_SENSING) and clause.whose in {"own", "thing"}:
            following = words[number + 1].plain if number + 1 in clause.numbers else ""
            return following not in {"", "that", "dat", "like", "free", "aan", "we", "it"}
    return False


def _denied(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether a negation shortly before a word takes it away; "not only" and "never so" do not."""
    before = reading.plain(range(max(clause.numbers.start, number - 4), number))
    for place, plain in enumerate(before):
        following = before[place + 1] if place + 1 < len(before) else ""
        if plain in NEGATIONS and following not in {"alleen", "only", "zo", "so", "been", "just"}:
            return True
    return False


def _attributive(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    """Whether an adjective belongs to a noun after it: "a tense meeting", "een gespannen sfeer"."""
    words = reading.heard.words
    if number + 1 not in clause.numbers or words[number + 1].plain in STOPS:
        return False
    article = reading.heard.says(range(max(clause.numbers.start, number - 2), number), _ARTICLES)
    return article and (
        language == "en" or words[number].plain.endswith(("en", "e")) or words[number].plain in _WEAK["nl"]
    )


def _of_object(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether the mood is somebody else's, whom the writer saw or made so: "ik maakte haar boos"."""
    words = reading.heard.words
    for each in range(max(clause.numbers.start + 1, number - 4), number):
        person = words[each].plain in PRONOUNS or not words[each].forms.isdisjoint(PEOPLE)
        leaning = reading.heard.says(range(max(clause.numbers.start, each - 2), each), PREPOSITIONS)
        if person and not leaning:
            return True
    return False
