"""Forms: what a single word can be, as a verb, in either language."""

import re
from collections.abc import Iterator
from functools import lru_cache

import simplemma

from dialogues import lexicon
from dialogues.language.hearing import vocabulary
from dialogues.language.words import STOPS, Word
from dialogues.model import Language

_STATIVE = {name: vocabulary("verbs", f"stative {name}") for name in ("nl", "en")}
_STRONG = {name: vocabulary("verbs", f"strong {name}") for name in ("nl", "en")}
_NO_VERBS = vocabulary("verbs", "no verbs nl")
_NO_PAST = vocabulary("verbs", "no past en")
_PREFIX = re.compile(rf"(?:{'|'.join(lexicon.words('verbs', 'separable'))})(?=[a-z]{{3}})")
_PERFECT = re.compile(
    r"(?:[a-z]{2,7})?ge[a-z]{2,}(?:d|t|en|aan)|(?:be|ver|ont|her|er|over|onder|door)[a-z]{2,}(?:d|t|en)|gedaan"
)
_GIVEN = re.compile(r"ge[a-z]{2,}(?:d|t|en|aan)")
_NEW = re.compile(r"ge[a-z]{3,}[dt]")  # of a borrowed verb that the lemmas do not know: "gepitcht"
_WEAK_PAST = re.compile(r"[a-z]{2,}(?:te|de|ten|den)")
_LONG_VOWEL = re.compile(r"(?:([aeou])\1)([^aeiou])")
_SHORT_VOWEL = re.compile(r"(?:.*[^aeiou])?[aeiou]([^aeiouwx])")


def past(word: Word, language: Language) -> bool:
    """Whether a word looks like a verb in the past tense."""
    return _past(word.forms, word.plain, language)


@lru_cache(maxsize=1 << 14)
def _past(forms: frozenset[str], plain: str, language: Language) -> bool:
    if plain in _STRONG[language]:
        return True
    if language == "en":
        ended = plain.endswith(("ed", "'d")) and (len(forms) > 1 or "'" in plain)
        return ended and plain not in _NO_PAST
    found = infinitives(forms, plain)
    if plain in _NO_VERBS or plain.removesuffix("de") in found:  # "volgende" is no past tense
        return False
    if plain.endswith(("den", "ten")) and _GIVEN.fullmatch(_PREFIX.sub("", plain, count=1)):
        return False  # "aangeboden" is a participle
    weak = _WEAK_PAST.fullmatch(plain) is not None and (bool(found) or _weak_singular(plain))
    return weak or _PREFIX.sub("", plain, count=1) in _STRONG["nl"]


@lru_cache(maxsize=1 << 14)
def _weak_singular(plain: str) -> bool:
    """Whether a word that the lemmas take for a noun is a past form as well: "drukte" of "drukken"."""
    stem = plain.removesuffix("te").removesuffix("de")
    return (
        plain.endswith(("te", "de"))
        and not plain.endswith(("ste", "nde", "rde"))
        and any(simplemma.is_known(each, lang="nl") for each in _from_stem(stem))
    )


@lru_cache(maxsize=1 << 14)
def _participle(plain: str) -> bool:
    """Whether a word with "ge" in front is of a verb, or unknown and so of a borrowed one: "gesmeerd", "gepitcht"."""
    verbs = _from_stem(plain.removeprefix("ge")[:-1])
    return not simplemma.is_known(plain, lang="nl") or any(simplemma.is_known(each, lang="nl") for each in verbs)


def perfect(word: Word) -> bool:
    """Whether a word looks like a Dutch past participle."""
    return _perfect(word.forms, word.plain)


@lru_cache(maxsize=1 << 14)
def _perfect(forms: frozenset[str], plain: str) -> bool:
    if plain in _NO_VERBS:
        return False
    known = any(form.endswith(("en", "aan", "doen", "zien")) for form in forms - {plain})
    built = _PREFIX.sub("", plain, count=1)
    made = built != plain or (_NEW.fullmatch(plain) is not None and _participle(plain))
    strong = plain.endswith(("gegaan", "gestaan"))
    return strong or (known and _PERFECT.fullmatch(plain) is not None) or (made and bool(_GIVEN.fullmatch(built)))


def infinitive(word: Word) -> bool:
    """Whether a word looks like a Dutch infinitive of doing something."""
    verb = word.plain.endswith(("en", "aan", "doen", "zien")) and len(word.plain) > 3
    return verb and word.plain not in STOPS and active(word, "nl") and not past(word, "nl")


def active(word: Word, language: Language) -> bool:
    """Whether a verb is about doing, not about being, sensing or wanting."""
    known = word.forms if language == "en" else word.forms | infinitives(word.forms, word.plain)
    return known.isdisjoint(_STATIVE[language])


def acts_now(word: Word) -> bool:
    """Whether a Dutch word looks like a verb of doing in the present tense."""
    return bool(infinitives(word.forms, word.plain)) and active(word, "nl") and not perfect(word)


def verbal(word: Word) -> bool:
    """Whether a Dutch word can be a finite verb."""
    return word.plain in STOPS or past(word, "nl") or bool(infinitives(word.forms, word.plain))


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
    elif short is not None and not plain.endswith("ig"):
        yield f"{plain}{short[1]}en"
    if long is None and len(plain) > 2:
        yield f"{plain}en"
