"""Verbs: which words of a clause are one, in what tense, and whether they tell of something done."""

import re
from collections.abc import Iterator

from dialogues.hearing import SELF, vocabulary
from dialogues.model import Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.words import STOPS, Word

_STATIVE = {name: vocabulary("verbs", f"stative {name}") for name in ("nl", "en")}
_STRONG = {name: vocabulary("verbs", f"strong {name}") for name in ("nl", "en")}
_PERFECT = re.compile(
    r"(?:[a-z]{2,7})?ge[a-z]{2,}(?:d|t|en|aan|daan)|(?:be|ver|ont|her|er|over|onder|door)[a-z]{2,}(?:d|t|en)"
)
_WEAK_PAST = re.compile(r"[a-z]{2,}(?:te|de|ten|den)")
_SKIPPED = vocabulary("verbs", "skipped en")
_MODAL = vocabulary("verbs", "modal en")
_AUXILIARY = frozenset({"have", "had", "did", "do", "was", "am", "were", "been", "has"})


def past(word: Word, language: Language) -> bool:
    """Whether a word looks like a verb in the past tense."""
    if word.plain in _STRONG[language]:
        return True
    if language == "nl":
        return _WEAK_PAST.fullmatch(word.plain) is not None and _infinitive(word)
    return word.plain.endswith("ed") and len(word.forms) > 1


def perfect(word: Word) -> bool:
    """Whether a word looks like a Dutch past participle."""
    return _PERFECT.fullmatch(word.plain) is not None and _infinitive(word)


def infinitive(word: Word) -> bool:
    """Whether a word looks like a Dutch infinitive of doing something."""
    return (
        len(word.plain) > 3
        and word.plain.endswith("en")
        and word.plain not in STOPS
        and _active(word, "nl")
        and len(word.forms) <= 2
    )


def done(reading: Reading, clause: Clause, language: Language, *, now: bool = True) -> bool:
    """Whether the clause, with the writer as its subject, tells of an act; `now`: the present tense counts too."""
    return _done_nl(reading, clause, now=now) if language == "nl" else _done_en(reading, clause, now=now)


def beside_self(reading: Reading, clause: Clause) -> Iterator[Word]:
    """The words directly before and after "ik" or "I" in a clause."""
    words = reading.heard.words
    for number in clause.numbers:
        if words[number].plain in SELF:
            yield from (words[each] for each in (number - 1, number + 1) if each in clause.numbers)


def main_verb(reading: Reading, clause: Clause) -> tuple[Word | None, frozenset[str]]:
    """The English verb after "I" (or after "and", when "I" was said before), and the helping verbs passed on the way."""
    words = reading.heard.words
    own = [number for number in clause.numbers if words[number].plain in SELF]
    start = own[0] + 1 if own else clause.numbers.start + bool(clause.opener)
    helpers: set[str] = set()
    for number in range(start, clause.numbers.stop):
        plain = words[number].plain
        if plain in _MODAL | _AUXILIARY:
            helpers.add(plain)
        elif plain not in _SKIPPED and not plain.endswith("ly"):
            return words[number], frozenset(helpers)
    return None, frozenset(helpers)


def _done_nl(reading: Reading, clause: Clause, *, now: bool) -> bool:
    words = [reading.heard.words[number] for number in clause.numbers]
    if any((past(word, "nl") or perfect(word)) and _active(word, "nl") for word in words):
        return True
    return now and any(
        _infinitive(word) and _active(word, "nl") for word in beside_self(reading, clause) if word.plain not in STOPS
    )


def _done_en(reading: Reading, clause: Clause, *, now: bool) -> bool:
    verb, helpers = main_verb(reading, clause)
    if verb is None or not _active(verb, "en") or helpers & _MODAL:
        return False
    if helpers & {"was", "am", "were", "been"}:
        return verb.plain.endswith("ing")
    if past(verb, "en") or helpers & _AUXILIARY:
        return True
    return (
        now
        and any(word.plain in SELF for word in (reading.heard.words[number] for number in clause.numbers))
        and verb.plain not in STOPS
    )


def _active(word: Word, language: Language) -> bool:
    return word.forms.isdisjoint(_STATIVE[language])


def _infinitive(word: Word) -> bool:
    """Whether one of the lemmas is a Dutch infinitive, other than the word itself."""
    return any(form.endswith(("en", "aan", "doen", "zien")) for form in word.forms - {word.plain})
