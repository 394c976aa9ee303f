"""Short words that put off what is asked, or leave it, and tell nothing: read by what each of its words is.

A message counts only when all of it is of these: that it does not suit, that somebody is busy, where they are, an
excuse, when it may come back, small words. Only what puts off in so many words is plain; how somebody is ("busy, no
time", "in a meeting") may be the answer, and is one where that is asked for.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from dialogues import lexicon
from dialogues.language.words import fold

Brush = Literal["off", "perhaps off", "excuse", "state", "ill", "before", "perhaps before", "none", "perhaps none"]
MOST = 12  # words; whoever writes more is telling something
SECTIONS = (
    "not now", "no time", "cannot", "busy", "underway", "where", "ill", "sorry", "was", "slipped", "later", "moment",
    "now", "self", "asked", "told", "already", "before", "see", "none", "perhaps none", "you", "small",
)  # fmt: skip
# A place or a person in words that are not listed: nothing past, and nobody who does something.
_SOMEWHERE = ("in", "on", "at", "op", "bij", "met", "with", "aan het")
_DOES = re.compile(
    r"i|ik|we|wij|he|hij|she|ze|zij|they|it|het|dat|that|was|were|had|niet|not|ge\w+(?:t|d|en)|\w+(?:ed|te|ten|de|den)"
)
_FAR = 4  # words
_ENDS = re.compile(r"[,.;:!?()\n…–—]+|\s-+\s")
_SHORTENED = (
    (re.compile(r"\bn\s?[./]\s?v\s?[./]\s?t\b\.?"), "nvt"), (re.compile(r"\bn(?:\s?/\s?|\.\s?)a\b\.?"), "n/a"),
    (re.compile(r"\b(\w{5,})'s\b"), r"\1"),
)  # fmt: skip
_WORD = re.compile(r"n/a|[\w']+")
_PLACED = ("in", "on", "at", "op", "bij", "behind", "met", "with")
_DOING = ("lunchen", "vergaderen", "eten", "sporten", "winkelen", "wandelend", "fietsend", "walking", "travelling")
_STATES = frozenset({"no time", "busy", "underway", "where", "ill"})
_SIGNS = _STATES | {"not now", "cannot"}
_WHEN = frozenset({"later", "moment"})
_BESIDE = frozenset({"self", "small", "now", "sorry", "already"})
_EARLIER = frozenset({"already", "before"})

Clause = tuple[str, ...]  # what each of its phrases is


def told(text: str) -> Brush | None:
    """What the whole message says of what is asked; None for any other words, which may be an answer.

    "off": it is put off; "excuse": why it was not answered; "state": no more than how somebody is; "ill": that they are
    ill; "before": it was told already; "none": it does not hold for the writer.
    """
    clauses = _read(text)
    if not clauses:
        return None
    said = frozenset(kind for clause in clauses for kind in clause)
    if said >= {"cannot", "now"}:
        said |= {"not now"}
    if "somewhere" in said:
        return "off" if "not now" in said and said <= {*_SIGNS, *_BESIDE, *_WHEN, "you", "somewhere"} else None
    if not said.isdisjoint({"was", "slipped"}):
        return _excuse(said)
    if not said.isdisjoint({"none", "perhaps none"}):
        known: Brush = "none" if "none" in said else "perhaps none"
        return known if said <= {"none", "perhaps none", "you", *_BESIDE} else None
    if "asked" in said:
        return "before" if "you" in said and _repeats(said) else None
    if not said.isdisjoint({"told", "see", "before"}):
        return _before(said)
    if said <= {"ill", "where", "underway", *_BESIDE} and "ill" in said:
        return "ill"
    return _off(clauses, said, fold(text).split())


def brushes(text: str) -> bool:
    """Does it tell nothing, surely or perhaps, so that it is nothing to give back?"""
    return told(text) is not None


def moment(text: str) -> str:
    """The words in it that say when it may come back; "" when there are none."""
    found = (_covered(words) for words in _clauses(text))
    return " ".join(said for clause in found for kind, said in clause or () if kind in _WHEN)


def _excuse(said: frozenset[str]) -> Brush | None:
    """Forgotten, or too busy at the time, with regret or for want of time; "was busy" alone may be how it was."""
    busy = "no time" in said or ("sorry" in said and not said.isdisjoint(_STATES - {"ill"}))
    because = "slipped" in said or ("was" in said and busy)
    return "excuse" if because and said <= {"was", "slipped", *_STATES, *_BESIDE, "you"} else None


def _repeats(said: frozenset[str]) -> bool:
    """Is it asked once more, as far as these words tell: "you asked this already"?"""
    return not said.isdisjoint(_EARLIER) and said <= {"asked", "before", "you", *_BESIDE}


def _before(said: frozenset[str]) -> Brush | None:
    """It was told already, or stands in what was written before."""
    if "see" in said:
        pointed = not said.isdisjoint({"before", *_WHEN})
        return "before" if pointed and said <= {"told", "before", "see", "small", "sorry", *_WHEN} else None
    if not said <= {"told", "before", "you", *_BESIDE} or said.isdisjoint(_EARLIER):
        return None
    if "told" not in said:
        return None
    return "before" if "you" in said else "perhaps before"


def _off(clauses: Sequence[Clause], said: frozenset[str], words: Sequence[str]) -> Brush | None:
    """Put off: surely by "not now" or an excuse with a sign beside it, or by when; a state alone may be an answer."""
    signs, when = said & _SIGNS, said & _WHEN
    if not said <= {*_SIGNS, *_BESIDE, *_WHEN, "you"} or not (signs or ("sorry" in said and when)):
        return None
    if "sorry" in said:
        return "perhaps off" if signs == {"cannot"} else "off"
    if not signs <= _STATES:
        alone = len(signs) == 1 and not when
        return "perhaps off" if alone or (signs == {"cannot"} and not when) else "off"
    if when:
        return _at_a_time(clauses, signs, when)
    begins = words[0] in _PLACED or (len(words) > 1 and words[0] in _DOING)
    bare = signs == {"where"} and said.isdisjoint({"now", "self"}) and not begins
    return None if bare else "state"


def _at_a_time(clauses: Sequence[Clause], signs: frozenset[str], when: frozenset[str]) -> Brush | None:
    """A state with when: "druk, straks" puts off; "a meeting tomorrow" tells what will be."""
    together = any(not when.isdisjoint(clause) and not signs.isdisjoint(clause) for clause in clauses)
    if together and signs <= {"underway", "where", "ill"}:
        return None
    return "off" if "later" in when and not together else "state"


def _read(text: str) -> tuple[Clause, ...]:
    """What each phrase of each clause is; nothing when some of it is none of these."""
    read: list[Clause] = []
    clauses = list(_clauses(text))
    if sum(map(len, clauses)) > MOST:
        return ()
    for words in clauses:
        covered = _covered(words)
        if covered is None and not _somewhere(words):
            return ()
        read.append(tuple(kind for kind, _ in covered) if covered is not None else ("somewhere",))
    return tuple(read)


def _somewhere(words: tuple[str, ...]) -> bool:
    """Does a clause only name where or with whom somebody is, after words that say that they are: "sit with Mo"?"""
    for start in range(len(words)):
        said = " ".join(words[start:])
        if _covered(words[:start]) is not None and said.startswith(tuple(f"{each} " for each in _SOMEWHERE)):
            rest = words[start + 1 :]
            return len(rest) <= _FAR and not any(map(_DOES.fullmatch, rest[1:] if said.startswith("aan het") else rest))
    return False


def _clauses(text: str) -> Iterator[tuple[str, ...]]:
    plain = fold(text)
    for known, short in _SHORTENED:
        plain = known.sub(short, plain)
    found = (tuple(_WORD.findall(part)) for part in _ENDS.split(plain))
    yield from filter(None, found)


def _covered(words: tuple[str, ...]) -> tuple[tuple[str, str], ...] | None:
    """Phrases that stand one after another and are all of it, the longest first, each with what it is."""
    if not words:
        return ()
    known = _phrases()
    for length in range(min(len(words), _longest()), 0, -1):
        said = " ".join(words[:length])
        rest = _covered(words[length:]) if said in known else None
        if rest is not None:
            return (known[said], said), *rest
    return None


@cache
def _phrases() -> dict[str, str]:
    """Every phrase with its section; the first one of two."""
    return {
        " ".join(_WORD.findall(fold(each))): section
        for section in reversed(SECTIONS)
        for each in lexicon.words("brushing", section)
    }


@cache
def _longest() -> int:
    return max(len(each.split()) for each in _phrases())
