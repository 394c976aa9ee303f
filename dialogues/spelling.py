"""Misspelled words of despair, put right before they are listened for: "levne", "slapn", "wulds"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import simplemma

from dialogues import lexicon
from dialogues.model import LANGUAGES
from dialogues.words import fold

_WORD = re.compile(r"[^\W\d_]{4,}")  # shorter words have too many neighbours
_SLOPPY = re.compile(r"[\w']+")


def mended(text: str) -> str:
    """The text with sloppy spellings written out, and unknown words that are one slip from a word of despair put right.

    Places in it are not those of `text`.
    """
    return _WORD.sub(lambda found: _right(found[0]), _SLOPPY.sub(lambda found: _written_out(found[0]), text))


def _written_out(word: str) -> str:
    return " ".join(_sloppy().get(fold(word), (word,)))


@cache
def _sloppy() -> dict[str, tuple[str, ...]]:
    return lexicon.pairs("despair", "sloppy")


@lru_cache(maxsize=1 << 14)
def _right(word: str) -> str:
    plain = fold(word)
    if any(simplemma.is_known(form, lang=name) for name in LANGUAGES for form in (word, plain)):
        return word
    return next((_slips()[form] for form in (plain, *_shorter(plain)) if form in _slips()), word)


@cache
def _slips() -> dict[str, str]:
    """Each word of despair under itself and under every spelling that lacks one of its letters."""
    words = [fold(word) for word in lexicon.words("despair", "often misspelled")]
    return {form: word for word in reversed(words) for form in (*_shorter(word), word)}


def _shorter(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))
