"""Deeds: what the writer did, said, chose or left undone."""

from collections.abc import Iterable, Iterator

from dialogues.language.hearing import NEGATIONS, SELF, vocabulary
from dialogues.language.words import Word
from dialogues.model import Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import past
from dialogues.reading.listing import listed
from dialogues.reading.reality import imagined, repeated, supposed, thought, told, unreal
from dialogues.reading.unplanned import asks
from dialogues.reading.verbs import done, of_itself

_PART = {name: listed("verbs", f"part {name}") for name in ("nl", "en")}
_NO_DEED = listed("verbs", "no deed")
_MINE = SELF | {"me", "mij", "mijn", "my"}
_MOVING = vocabulary("verbs", "coming and going")
_WHEN = frozenset({"toen", "als", "when", "if", "as", "zodra", "wanneer", "voordat", "before", "tot", "until", "voor"})
_CONDUCT = vocabulary("verbs", "conduct")
_BEEN = frozenset({"was", "bleef", "geweest", "been", "stayed", "remained"})
_BECOME = frozenset({"werd", "word", "geworden", "became", "become", "got", "grew", "turned", "went"})
_MOVED = frozenset({"van", "ervan", "daarvan"})  # "ik werd er stil van" tells of a feeling
_IF = frozenset({"als", "if", "indien", "tenzij", "unless", "alsof"})


def own_deeds(reading: Reading, language: Language, plans: Iterable[Clause]) -> Iterator[Clause]:
    """The clauses in which the writer does, says, chooses or leaves something, and not only plans to."""
    parts = {reading.at(match.first).numbers for match in reading.finds(_PART[language], 1)}
    harmless = {reading.at(match.first).numbers for match in reading.finds(_NO_DEED, 2)}
    planned = {clause.numbers for clause in plans}
    always, suppositions = repeated(reading), supposed(reading)
    for clause in reading.clauses:
        own = clause.whose == "own" and clause.numbers not in planned
        part = clause.numbers in parts and (own or reading.heard.says(clause.numbers, _MINE))
        acts = clause.numbers not in harmless and done(reading, clause, language)
        acted = own and (acts or _behaved(reading, clause))
        habit = clause.sentence in always and not _was(reading.words(clause.numbers), language)
        aside = imagined(reading, clause, suppositions) or habit or _aside(reading, clause)
        if (part or acted) and not aside and not of_itself(reading, clause):
            yield clause


def _behaved(reading: Reading, clause: Clause) -> bool:
    """Whether the writer says how they behaved, or began to: "ik was kortaf", "I became curt"."""
    became = reading.heard.says(clause.numbers, _BECOME) and not reading.heard.says(clause.numbers, _MOVED)
    been = became or reading.heard.says(clause.numbers, _BEEN)
    return been and reading.heard.says(clause.numbers, _CONDUCT)


def _was(words: list[Word], language: Language) -> bool:
    return any(past(word, language) or word.plain in {"heb", "had", "have", "ben"} for word in words)


def _aside(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is imagined, reported or the occasion only: "toen ik binnenkwam"."""
    coming = clause.opener in _WHEN and reading.heard.holds(clause.numbers, _MOVING)
    general = clause.opener in _IF and not reading.heard.says(clause.numbers, NEGATIONS)
    only_said = thought(reading, clause) or told(reading, clause)
    return coming or general or only_said or asks(reading.plain(clause.numbers)) or unreal(reading, clause)
