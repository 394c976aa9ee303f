"""Hurried words as they are meant: cut short, glued together, or with "I" left out: "kzie t", "youll", "will jump".

Every rule of safety listens to what comes out, so that none needs a hurried form of its own. Places in it are not
those of the text.
"""

import re
from functools import cache

import simplemma

from dialogues import lexicon
from dialogues.language.hearing import vocabulary
from dialogues.language.words import fold
from dialogues.model import LANGUAGES

# A word by itself: no part of "t/m" or "o.a.", and no unit as in "20 k".
_WORD = re.compile(r"\bw/o\b|(?<![\w./&'’-])(?<!\d )['’]?[^\W_]+(?:['’][^\W_]+)*(?![\w/&-]|\.\w)")
_NEXT = re.compile(r"\s+([\w'’]+)")
_ENDING = re.compile(r"[.!?…\n]|$")
_GLUED = {"k": "ik", "t": "het"}
_SUBJECTS = ("ik", "i", "i am")  # each has a section of verbs
_DO_NOT = frozenset({"dont", "don't"})


def written_out(text: str) -> str:
    """The text as it would stand had there been time."""
    spelled = _WORD.sub(lambda found: _word(found[0]), text)
    return _opening().sub(lambda found: found[1] + found[2] + _opened(found), spelled)


def _word(written: str) -> str:
    plain = fold(written)
    if (meant := _short().get(plain)) is not None and not (len(written) == 1 and written.isupper()):  # an initial
        return " ".join(meant)
    head, rest = plain[0], plain[1:]
    if head in _GLUED and rest in vocabulary("hurried", f"glued to {head}") and not _known(plain):
        return f"{_GLUED[head]} {rest}"
    return written


def _known(word: str) -> bool:
    return any(simplemma.is_known(word, lang=name) for name in LANGUAGES)


def _opened(found: re.Match[str]) -> str:
    """The first word of a clause, with who it is about when that was left out."""
    first, rest = found[3], found.string[found.end() :]
    after = fold(nearest[1]) if (nearest := _NEXT.match(rest)) else ""
    meant = lexicon.pairs("hurried", "opening").get(fold(first))
    if meant is not None:
        return " ".join(meant) if after and after not in vocabulary("hurried", "no subject after") else first
    asks = (ending := _ENDING.search(rest)) is not None and ending[0] == "?"
    begun = found[1] == "," and after in vocabulary("hurried", "a thing")
    named = after in vocabulary("hurried", "somebody") and not _points(f"{fold(first)} {after}")
    if asks or begun or named:
        return first
    return " ".join((*_left_out(fold(first), after), first))


def _points(words: str) -> bool:
    """Whether "this" after the verb is what is done, and not who does it: "trek dit niet meer"."""
    return any(words in vocabulary("hurried", each) for each in _SUBJECTS)


def _left_out(verb: str, after: str) -> tuple[str, ...]:
    """The subject that belongs before a verb: "ik", "i", "i am", or nothing."""
    if verb in _DO_NOT:
        return ("i",) if after in vocabulary("hurried", "i do not") else ()
    said = {verb, f"{verb} {after}"}
    return tuple(each for each in _SUBJECTS if not said.isdisjoint(vocabulary("hurried", each)))


@cache
def _short() -> dict[str, tuple[str, ...]]:
    return lexicon.pairs("hurried", "sloppy")


@cache
def _opening() -> re.Pattern[str]:
    """Where a clause opens, the words that may stand before its verb, and its first word."""
    lead = "|".join(map(re.escape, lexicon.words("hurried", "lead")))
    return re.compile(
        rf"(^|[.!?…\n,;:])([\s\"“”«(*–—-]*(?:(?:{lead})\s+)*)([^\W\d_]+(?:['’][^\W\d_]+)?)", re.IGNORECASE
    )
