"""The wish for a pause from now on, in a few words with how long beside it, why, and what else is polite to say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from dialogues import lexicon
from dialogues.language.hearing import SELF, vocabulary
from dialogues.language.words import tokens
from dialogues.model import LANGUAGES
from dialogues.wishes import pauses

MOST = 16  # words; whoever writes more is telling something
END = 6  # words of an end: "tot na de vakantie van mei"
_LIST = "resting"
_AROUND = vocabulary(_LIST, "around a rest")
_EXCUSES = _AROUND | vocabulary(_LIST, "busy")
_POLITE, _TO_BOT = vocabulary(_LIST, "politely"), vocabulary(_LIST, "to the bot")
_ASKING = _TO_BOT | vocabulary(_LIST, "asking for a rest")
_FOR = frozenset({"for", "voor", "gedurende", "of", "van", "nog"})

Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """For how long, in the words that were used; "" when that was not told. `plain`: it is nothing but asked for."""

    end: str = field(default="", repr=False)
    plain: bool = True


def wished(text: str) -> Rest | None:
    """The pause that is asked of the bot; None for other words, and for a bare "pause"."""
    clauses = [clause for clause in _clauses(text) if not _EXCUSES.issuperset(clause)]
    if len(clauses) != 1:
        return None
    (clause,) = clauses
    polite = not _POLITE.isdisjoint(word for each in _clauses(text) for word in each)
    for start, stop in _ends(clause):
        if (asked := _asked(clause[:start] + clause[stop:], "with its length")) is not None:
            return Rest(" ".join(clause[start:stop]), asked or polite)
    plain = _asked(clause, "plainly") is not None
    return Rest(plain=plain) if plain or (polite and _asked(clause, "politely asked") is not None) else None


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


@cache
def _lasts(run: str) -> bool:
    """Is it how long, or until when?"""
    first, _, rest = run.partition(" ")
    if pauses.lasts(rest if first in _FOR else run):
        return True
    until = pauses.ENDS.match(f"{run} ") is not None and first not in _FOR
    named = until or run in pauses.PERIODS
    return named and any(pauses.pause_until(run, date(2026, month, 1), LANGUAGES[0]) for month in (1, 5, 9))


def _asked(said: Form, section: str) -> bool | None:
    """Whether it is asked for by one of these phrases among small words; None where none of them stands so.

    "Skip the next two weeks" asks as well, "I will skip ..." and "two weeks of rest" tell.
    """
    for phrase in _phrases(section):
        beside = _beside(said, phrase)
        if beside is not None:
            order = phrase in _phrases("orders") and SELF.isdisjoint(beside)
            asking = _TO_BOT if phrase in _phrases("also of life") else _ASKING
            return order or not asking.isdisjoint(beside)
    return None


def _beside(said: Form, phrase: Form) -> Form | None:
    """The small words around and between those of a phrase; None where it does not stand there, or more is said."""
    ahead, beside = list(phrase), []
    for word in said:
        if ahead and word == ahead[0]:
            ahead.pop(0)
        else:
            beside.append(word)
    return tuple(beside) if not ahead and _AROUND.issuperset(beside) else None


@cache
def _phrases(section: str) -> tuple[Form, ...]:
    found = (tuple(word.plain for word in tokens(each)) for each in lexicon.words(_LIST, section))
    return tuple(sorted(found, key=len, reverse=True))
