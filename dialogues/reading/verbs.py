"""Verbs: which words of a clause are one, in what tense, and whether they tell of something done."""

import re
from collections.abc import Iterator
from functools import lru_cache

import simplemma

from dialogues import lexicon
from dialogues.hearing import SELF, vocabulary
from dialogues.model import Language
from dialogues.reading.clauses import JOINING, Clause, Reading
from dialogues.words import STOPS, Word

_STATIVE = {name: vocabulary("verbs", f"stative {name}") for name in ("nl", "en")}
_STRONG = {name: vocabulary("verbs", f"strong {name}") for name in ("nl", "en")}
_SKIPPED = vocabulary("verbs", "skipped en")
_MODAL = vocabulary("verbs", "modal en")
_NO_VERBS = vocabulary("verbs", "no verbs nl")
_MOODS = vocabulary("feelings", "adjectives nl")
_AUXILIARY = frozenset({"have", "had", "did", "do", "was", "am", "were", "been", "has"})
_BEING = frozenset({"was", "am", "were", "been"})
_PASSIVE = frozenset({"was", "werd", "word", "werden", "waren"})
_HAVING = frozenset({"heb", "had", "hadden", "hebben"})
_PREFIX = re.compile(rf"(?:{'|'.join(lexicon.words('verbs', 'separable'))})(?=[a-z]{{3}})")
_PERFECT = re.compile(
    r"(?:[a-z]{2,7})?ge[a-z]{2,}(?:d|t|en|aan)|(?:be|ver|ont|her|er|over|onder|door)[a-z]{2,}(?:d|t|en)|gedaan"
)
_GIVEN = re.compile(r"ge[a-z]{2,}(?:d|t|en)")
_WEAK_PAST = re.compile(r"[a-z]{2,}(?:te|de|ten|den)")
_LONG_VOWEL = re.compile(r"(?:([aeou])\1)([^aeiou])")
_SHORT_VOWEL = re.compile(r"(?:.*[^aeiou])?[aeiou]([^aeiouwx])")


def past(word: Word, language: Language) -> bool:
    """Whether a word looks like a verb in the past tense."""
    if word.plain in _STRONG[language]:
        return True
    if language == "en":
        return word.plain.endswith("ed") and len(word.forms) > 1
    found = infinitives(word.forms, word.plain)
    if word.plain in _NO_VERBS or word.plain.removesuffix("de") in found:  # "volgende" is no past tense
        return False
    weak = _WEAK_PAST.fullmatch(word.plain) is not None and bool(found)
    return weak or _PREFIX.sub("", word.plain, count=1) in _STRONG["nl"]


def perfect(word: Word) -> bool:
    """Whether a word looks like a Dutch past participle."""
    if word.plain in _NO_VERBS:
        return False
    known = any(form.endswith(("en", "aan", "doen", "zien")) for form in word.forms - {word.plain})
    built = _PREFIX.sub("", word.plain, count=1)
    return (known and _PERFECT.fullmatch(word.plain) is not None) or (
        built != word.plain and _GIVEN.fullmatch(built) is not None
    )


def infinitive(word: Word) -> bool:
    """Whether a word looks like a Dutch infinitive of doing something."""
    verb = word.plain.endswith(("en", "aan", "doen", "zien")) and len(word.plain) > 3
    return verb and word.plain not in STOPS and active(word, "nl") and not past(word, "nl")


def active(word: Word, language: Language) -> bool:
    """Whether a verb is about doing, not about being, sensing or wanting."""
    known = word.forms if language == "en" else word.forms | infinitives(word.forms, word.plain)
    return known.isdisjoint(_STATIVE[language])


def done(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether the clause, with the writer as its subject, tells of an act."""
    return _done_nl(reading, clause) if language == "nl" else _done_en(reading, clause)


def finite(reading: Reading, clause: Clause) -> Iterator[Word]:
    """The Dutch verb beside "ik": before it, or else after it; in a clause with a conjunction also its last word."""
    words = reading.heard.words
    place = next((number for number in clause.numbers if words[number].plain in SELF), None)
    if place is not None:
        beside = [words[each] for each in (place - 1, place + 1) if each in clause.numbers]
        yield from [word for word in beside if _verbal(word)][:1]
    if clause.opener and clause.opener not in JOINING:
        yield words[clause.numbers[-1]]


def main_verb(reading: Reading, clause: Clause) -> tuple[Word | None, frozenset[str]]:
    """The English verb after "I" (or after "and", said of "I" before) and the helping verbs passed on the way."""
    words = reading.heard.words
    own = [number for number in clause.numbers if words[number].plain in SELF]
    start = own[0] + 1 if own else clause.numbers.start + bool(clause.opener)
    helpers: set[str] = set()
    for number in range(start, clause.numbers.stop):
        plain = words[number].plain
        if plain == "do" and words[number - 1].plain == "to":
            return words[number], frozenset(helpers)
        if plain in _MODAL | _AUXILIARY:
            helpers.add(plain)
        elif plain not in _SKIPPED and not plain.endswith("ly"):
            return words[number], frozenset(helpers)
    return None, frozenset(helpers)


@lru_cache(maxsize=1 << 14)
def infinitives(forms: frozenset[str], plain: str) -> frozenset[str]:
    """The Dutch infinitives that a word may be a form of: by its lemmas, or as a stem ("vraag" is of "vragen")."""
    lemmas = {form for form in forms - {plain} if form.endswith(("en", "aan", "doen", "zien"))}
    return frozenset(lemmas | {stem for stem in _from_stem(plain) if simplemma.is_known(stem, lang="nl")})


def _from_stem(plain: str) -> Iterator[str]:
    long = _LONG_VOWEL.fullmatch(plain[-3:])
    short = _SHORT_VOWEL.fullmatch(plain)
    if long is not None:
        final = {"f": "v", "s": "z"}.get(long[2], long[2])
        yield f"{plain[:-3]}{long[1]}{final}en"
        yield f"{plain[:-3]}{long[1]}{long[2]}en"
    elif short is not None and plain.endswith("ig"):
        yield f"{plain}en"
    elif short is not None:
        yield f"{plain}{short[1]}en"
    elif len(plain) > 2:
        yield f"{plain}en"


def _verbal(word: Word) -> bool:
    return word.plain in STOPS or past(word, "nl") or bool(infinitives(word.forms, word.plain))


def _done_nl(reading: Reading, clause: Clause) -> bool:
    words = [reading.heard.words[number] for number in clause.numbers]
    if any(past(word, "nl") and active(word, "nl") for word in words):
        return True
    plain = {word.plain for word in words}
    kept = any(perfect(word) and active(word, "nl") and word.plain not in _MOODS for word in words)
    if (kept and not plain & _PASSIVE) or ("laten" in plain and plain & _HAVING):
        return True
    return any(word.plain not in STOPS and _acts_now(word) for word in finite(reading, clause))


def _acts_now(word: Word) -> bool:
    return bool(infinitives(word.forms, word.plain)) and active(word, "nl") and not perfect(word)


def _done_en(reading: Reading, clause: Clause) -> bool:
    verb, helpers = main_verb(reading, clause)
    if verb is None or not active(verb, "en") or helpers & _MODAL:
        return False
    if helpers & _BEING:
        return verb.plain.endswith("ing")
    own = reading.heard.says(clause.numbers, SELF)
    return past(verb, "en") or (verb.plain not in STOPS and (own or bool(helpers & _AUXILIARY)))
