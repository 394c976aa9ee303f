"""Lived: whether a clause beside an invented case says that it happens to the writer's own people, here and now.

A clause that is built of nothing else counts when it holds whose it is and when or how truly; told at length counts
who does what is not allowed, or that it was not made up.
"""

from itertools import pairwise

from dialogues.language.hearing import NEGATIONS, Hearing, vocabulary

_OURS = vocabulary("safety", "ours")
_TRULY = vocabulary("safety", "truly")
_HAPPENS = vocabulary("safety", "happens")
_THIS = vocabulary("safety", "this case")
_AMONG = vocabulary("safety", "in the midst")
_FACT = vocabulary("safety", "a fact")
_FICTION = vocabulary("safety", "made up")
_WRONGS = vocabulary("safety", "wrongs")
_WHO = vocabulary("safety", "who does it")
_UNREAL = vocabulary("clauses", "unreal") | vocabulary("safety", "only supposed")
_BESIDE = vocabulary("safety", "around a lived case")
_KNOWN = _OURS | _TRULY | _HAPPENS | _THIS | _AMONG | _FACT | _WHO | _BESIDE
_NOT = NEGATIONS | vocabulary("safety", "not made up")
_DUE = {("aan", "mij"), ("aan", "ons"), ("on", "me"), ("on", "us")}  # whose turn or fault it is
_IT = vocabulary("safety", "midst of what")
_NEAR = 4  # words that a denial may stand before what it denies


def lived(heard: Hearing) -> bool:
    """Does one of the clauses or sentences say so?"""
    every = range(len(heard.words))
    parts = dict.fromkeys(part(number) for number in every for part in (heard.clause, heard.sentence))
    return any(_lived(heard, part) for part in parts)


def _lived(heard: Hearing, clause: range) -> bool:
    said = heard.plain(clause)
    if _denied(said):
        return True
    if not _UNREAL.isdisjoint(said) or not _NOT.isdisjoint(said):
        return False
    due = any(pair in _DUE for pair in pairwise(said))
    return (_KNOWN.issuperset(said) and not due and _tells(frozenset(said))) or _caught(said)


def _denied(said: tuple[str, ...]) -> bool:
    """Is it denied to be made up, as the last that is said?"""
    told = [at for at, word in enumerate(said) if word in _FICTION]
    return any(_NOT.isdisjoint(said[at + 1 :]) and _no_other(said, at) for at in told)


def _no_other(said: tuple[str, ...], fiction: int) -> bool:
    """Does a denial stand before it, with small words alone between and after?"""
    before = said[max(0, fiction - _NEAR) : fiction]
    noes = [at for at, word in enumerate(before) if word in _NOT]
    return bool(noes) and _KNOWN.issuperset((*before[noes[-1] + 1 :], *said[fiction + 1 :]))


def _tells(said: frozenset[str]) -> bool:
    """Of small words alone: our own, and that it happens, or this and how truly; or in the midst of this."""
    happens, truly, this = (not said.isdisjoint(words) for words in (_HAPPENS, _TRULY, _THIS))
    if not said.isdisjoint(_AMONG):
        return not _IT.isdisjoint(said)
    ours = not said.isdisjoint(_OURS)
    return ours and ((this and (happens or truly)) or not said.isdisjoint(_FACT))


def _caught(said: tuple[str, ...]) -> bool:
    """Do people of ours really or now do what is not allowed: "our treasurer really fiddles"?"""
    ours = any(one in _OURS and two in _WHO for one, two in pairwise(said))
    return ours and not _TRULY.isdisjoint(said) and not _WRONGS.isdisjoint(said)
