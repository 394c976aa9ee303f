"""How long somebody says to be away from now on, in a few words: "ben er 2 weekjes niet", "away til the 30th"."""

from datetime import date

from dialogues import lexicon
from dialogues.model import LANGUAGES
from dialogues.wishes import absences, pauses

_NOW = lexicon.pairs("resting", "now")
_FOR = frozenset({"for", "voor", "gedurende", "nog", "about", "ongeveer"})
_SELF, _OF_OTHERS = frozenset({"ik", "i", "i'm", "im", "we", "wij"}), frozenset({"is", "are", "zijn"})


def end(text: str) -> str:
    """How long, or until when, in the words that were used; "" for other words, and where somebody else is away."""
    said = _not_there(absences.words(text))
    others = not _OF_OTHERS.isdisjoint(said) and _SELF.isdisjoint(said)
    if others or len(said) > absences.MOST or absences.AWAY.isdisjoint(said) or absences.at_an_hour(text):
        return ""
    found = (_lasting(core) for core in absences.cores(said))
    return next((one for one in found if one), "")


def _not_there(said: list[str]) -> list[str]:
    """The same with "er ... niet" as one word, as it is where nothing stands between."""
    apart = "er" in said and "niet" in said[said.index("er") :]
    return ["er_niet" if word == "niet" else word for word in said] if apart else said


def _lasting(core: list[str]) -> str:
    whole = " ".join(core)
    if whole in _NOW:
        return " ".join(_NOW[whole])
    rest = " ".join(core[1:]) if core[:1] and core[0] in _FOR else whole
    if pauses.lasts(rest):
        return rest
    return whole if pauses.ENDS.match(f"{whole} ") and core[0] not in _FOR and _named(whole) else ""


def _named(words: str) -> bool:
    """Is it a day, whatever day it is now?"""
    return any(pauses.pause_until(words, date(2026, month, 2), LANGUAGES[0]) for month in (1, 5, 9))
