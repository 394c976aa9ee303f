"""The wish for a pause from now on, in a few words with how long beside it, why, and what else is polite to say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from dialogues import lexicon
from dialogues.language.hearing import NEGATIONS, SELF, vocabulary
from dialogues.language.words import tokens
from dialogues.model import LANGUAGES
from dialogues.wishes import pauses

MOST = 16  # words; whoever writes more is telling something
END = 6  # words of an end: "tot na de vakantie van mei"
_LIST = "resting"
_PAUSES, _ORDERS = vocabulary(_LIST, "pauses"), vocabulary(_LIST, "orders")
_REST, _NOTHING = vocabulary(_LIST, "rest"), vocabulary(_LIST, "nothing")
_SMALL = vocabulary(_LIST, "around")
_EXCUSES = _SMALL | vocabulary(_LIST, "busy")
_POLITE, _MAY = vocabulary(_LIST, "politely"), vocabulary(_LIST, "may it be")
_TO_BOT = _POLITE | vocabulary(_LIST, "to the bot")
_WISHING = _POLITE | _MAY | vocabulary(_LIST, "wishing")
_TELLING = SELF | {"we", "wij"}
_AROUND = _SMALL | _TO_BOT | _WISHING
_NOW = lexicon.pairs(_LIST, "now")
_FOR = frozenset({"for", "voor", "gedurende", "of", "van", "nog"})

Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """For how long, in the words that were used; "" when that was not told. `plain`: it is nothing but asked for."""

    end: str = field(default="", repr=False)
    plain: bool = True


def wished(text: str) -> Rest | None:
    """The pause that is asked of the bot; None for other words, and for a bare "pause"."""
    every = _clauses(text)
    clauses = [clause for clause in every if not _EXCUSES.issuperset(clause)]
    polite = not _POLITE.isdisjoint(word for clause in every for word in clause)
    if len(clauses) != 1:
        return None
    (clause,) = clauses
    for start, stop in _ends(clause):
        if (asked := _asked(frozenset(clause[:start] + clause[stop:]))) is not None:
            end = " ".join(clause[start:stop])
            return Rest(" ".join(_NOW.get(end, (end,))), asked or polite)
    plain = _says(clause, "plainly")
    return Rest(plain=plain) if plain or (polite and _says(clause, "politely asked")) else None


def _clauses(text: str) -> list[Form]:
    """Its clauses without the phrases that say why; nothing of a longer text."""
    words = tokens(text)
    if not words or len(words) > MOST:
        return []
    parts = ([word.plain for word in words if word.clause == each] for each in dict.fromkeys(w.clause for w in words))
    return [_without_why(part) for part in parts]


def _without_why(said: Sequence[str]) -> Form:
    line = f" {' '.join(said)} "
    for phrase in _phrases("why"):
        line = line.replace(f" {' '.join(phrase)} ", " ")
    return tuple(line.split())


def _ends(clause: Form) -> Iterator[tuple[int, int]]:
    """Where a length or an end stands, the longest first."""
    runs = ((at, to) for at in range(len(clause)) for to in range(at + 1, min(len(clause), at + END) + 1))
    longest = sorted(runs, key=lambda run: (run[0] - run[1], run[0]))
    return (run for run in longest if _lasts(" ".join(clause[slice(*run)])))


def _lasts(run: str) -> bool:
    """Is it how long, or until when?"""
    first, _, rest = run.partition(" ")
    if run in _NOW or pauses.lasts(rest if first in _FOR else run):
        return True
    until = pauses.ENDS.match(f"{run} ") is not None and first not in _FOR
    named = until or run in pauses.PERIODS
    return named and any(pauses.pause_until(run, date(2026, month, 1), LANGUAGES[0]) for month in (1, 5, 9))


def _asked(said: frozenset[str]) -> bool | None:
    """Whether these words, a length beside them, ask for a pause; False where they may, None where they do not.

    "Skip it", "no questions" and "can we stop" ask; "two weeks of rest" may be an answer; "I will skip it" and "alone"
    tell.
    """
    if not (_AROUND | _PAUSES | _REST | _NOTHING).issuperset(said):
        return None
    pause, rest = not said.isdisjoint(_PAUSES), not said.isdisjoint(_REST)
    if not _TELLING.isdisjoint(said) and _WISHING.isdisjoint(said):
        return False if pause and not said.isdisjoint(_TO_BOT) else None
    may = not said.isdisjoint(_MAY) and said.isdisjoint(NEGATIONS)  # "I can't wait two weeks"
    asks = may or not said.isdisjoint(_TO_BOT)
    if pause or rest:
        return asks or (pause and not said.isdisjoint(_ORDERS | _WISHING))
    return True if asks and not said.isdisjoint(_NOTHING) else None


def _says(clause: Form, section: str) -> bool:
    """Does it hold one of these phrases, and only small words around and between its own?"""
    return any(_holds(clause, phrase) for phrase in _phrases(section))


def _holds(clause: Form, phrase: Form) -> bool:
    ahead = list(phrase)
    beside = [word for word in clause if not (ahead and word == ahead[0] and ahead.pop(0))]
    return not ahead and _AROUND.issuperset(beside)


@cache
def _phrases(section: str) -> tuple[Form, ...]:
    found = (tuple(word.plain for word in tokens(each)) for each in lexicon.words(_LIST, section))
    return tuple(sorted(found, key=len, reverse=True))
