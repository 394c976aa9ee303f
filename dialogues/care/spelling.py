"""Misspelled words of despair, put right before they are listened for: "levne", "slapn", "wulds"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import simplemma

from dialogues import lexicon
from dialogues.care import hurried
from dialogues.language.words import fold
from dialogues.model import LANGUAGES

_WORD = re.compile(r"[^\W\d_]{4,}")  # shorter words have too many neighbours
_ALIKE = tuple(
    (re.compile(written), heard)
    for written, heard in (
        ("ij", "ei"),
        ("au", "ou"),
        ("dt?$", "t"),
        ("ch", "g"),
        ("ph", "f"),
        ("c?k|c", "k"),
        (r"(.)\1", r"\1"),
    )
)


def mended(text: str) -> str:
    """The text with hurried words written out, and unknown words that are one slip from a word of despair put right.

    Places in it are not those of `text`.
    """
    return _WORD.sub(lambda found: _right(found[0]), hurried.written_out(text))


@lru_cache(maxsize=1 << 14)
def _right(word: str) -> str:
    plain = fold(word)
    if any(simplemma.is_known(form, lang=name) for name in LANGUAGES for form in (word, plain)):
        return word
    if _sound(plain) in _sounds():
        return _sounds()[_sound(plain)]
    meant = (each for form in (plain, *_shorter(plain)) for each in _slips().get(form, ()))
    return next((each for each in meant if _one_slip(plain, each)), word)


def _one_slip(wrong: str, right: str) -> bool:
    """Whether a letter is lacking, too many, wrong, or has changed places with the next."""
    if len(wrong) != len(right):
        return True  # one of them has been found as the other without a letter
    apart = [place for place, (one, other) in enumerate(zip(wrong, right, strict=True)) if one != other]
    return len(apart) <= 1 or (apart[1] == apart[0] + 1 and sorted(wrong) == sorted(right))


def _sound(word: str) -> str:
    """A word as it sounds, so that "bedrijgt" is "bedreigt"."""
    for written, heard in _ALIKE:
        word = written.sub(heard, word)
    return word


@cache
def _sounds() -> dict[str, str]:
    return {_sound(word): word for word in map(fold, lexicon.words("despair", "often misspelled"))}


@cache
def _slips() -> dict[str, list[str]]:
    """The words of despair by every spelling that lacks one of their letters, and by themselves."""
    found: dict[str, list[str]] = {}
    for word in map(fold, lexicon.words("despair", "often misspelled")):
        for form in {word, *_shorter(word)}:
            found.setdefault(form, []).append(word)
    return found


def _shorter(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))
