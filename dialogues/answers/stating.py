"""Whether a question asks for what a state tells: how somebody is, what holds back, why, when or where, which word."""

import re

from dialogues.language.words import fold
from dialogues.model import LANGUAGES, Language, Text

# How a question, or a part of it, begins in each language; both must, as "waar … over" is no place.
_ASKS: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"hoe (?:gaat|vol|begin|voel|was het|is het|gemakkelijk|kwam)|wat (?:houdt|voel\w*|remt|maakt\w*)|wanneer\b|"
        r"op welk moment|waar(?:om|door|in|bij)?\b|"
        r"(?:welk|kies een) (?:(?:vaste|soort) )?(?:woord|ongemak)|"
        r"welke (?:vaste )?gewoonte|(?:van )?welke word je moe"
    ),
    "en": re.compile(
        r"how (?:are|full|do you (?:start|feel|know)|was it|is it|comfortable|did it come)|"
        r"what (?:holds?|keeps?|do you feel|did you feel|makes?|made|slows|was it like|does that mostly)|when\b|"
        r"at which moment|where\b|why\b|(?:which|choose one) (?:(?:fixed|kind of) )?(?:word|discomfort|habit)|"
        r"which one makes you tired"
    ),
}
_WHO = re.compile(r"(?:wie|welke?|which|who(?:se|m)?)\b|wat voor\b")
_PARTS = re.compile(r"[.?!,:;]+")
_LINKING = re.compile(r"^(?:(?:en|and|of|or|dan|als|eens|met|bij|in|from) )+")


def asks_for_it(asked: Text) -> bool:
    """Does it ask for what "busy", "no time" or "in a meeting" may well tell?"""
    return all(any(map(_ASKS[language].match, _parts(asked[language]))) for language in LANGUAGES)


def asks_which(asked: Text) -> bool:
    """Does it ask who or which, so that a name alone is an answer?"""
    return any(any(map(_WHO.match, _parts(asked[language]))) for language in LANGUAGES)


def _parts(asked: str) -> list[str]:
    """Its sentences and what stands between commas, without a small word that links them."""
    return [_LINKING.sub("", part.strip()) for part in _PARTS.split(fold(asked))]
