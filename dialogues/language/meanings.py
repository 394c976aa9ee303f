"""Thoughts as meanings that stand together: each meaning is a list of ways to say it, a thought a few of them at once.

A word list has a section for each meaning, `[grave thoughts]`, `[neighbouring thoughts]`, `[thoughts]` and `[bare
thoughts]` of the shape `name = meaning meaning` (a space inside a meaning's name is a hyphen there), and lists of
words that are none: `[vague]`, `[everyday]` and such.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from dialogues import lexicon
from dialogues.language.hearing import OWN, PRONOUNS, Hearing, phrases, vocabulary
from dialogues.language.matching import Match, Shelf, shelf
from dialogues.language.words import STOPS

Kind = Literal["grave thoughts", "neighbouring thoughts", "thoughts", "bare thoughts"]
KINDS: tuple[Kind, ...] = ("grave thoughts", "neighbouring thoughts", "thoughts", "bare thoughts")
NO_MEANINGS = frozenset({
    "families", *KINDS, "vague", "settings", "everyday", "times", "often misspelled", "managed", "imagined",
    "grazed", "no thing to graze at", "figures", "no figure", "cut with a knife", "wept",
    "weep now", "has wept", "lasts or returns", "errands", "one thing",
    "one dose", "taken", "no dose", "one or two",
})  # fmt: skip
_GAP = 2  # words that may stand inside one way of saying
_WIDTH = 12  # words within which the meanings of a thought stand
_SHORT = 16  # words: in a text no longer than this the sentences belong together

_Found = Mapping[str, Sequence[Match]]


def hearings(heard: Hearing) -> tuple[Hearing, ...]:
    """The text as it stands, and, of a few short sentences, the whole of it as one: "Woke up again. Sadly."."""
    every = range(len(heard.words))
    several = 0 < len(every) <= _SHORT and heard.words[-1].sentence > 0
    own = heard.says(every, OWN) or not heard.says(every, PRONOUNS)  # and not "do you want that? …"
    return (heard, heard.flowing()) if several and own else (heard,)


def pairs(heard: Hearing) -> tuple[Hearing, ...]:
    """A longer text with every two neighbouring sentences as one, for thoughts that need not stand in one."""
    longer = len(heard.words) > _SHORT and heard.words[-1].sentence > 0
    return (heard.paired(0), heard.paired(1)) if longer else ()


def told(heard: Hearing, name: str) -> Iterator[tuple[Kind, Match]]:
    """Every place where the meanings of a thought of list `name` stand in one sentence, in words of their own."""
    found = _found(heard, name)
    there = {each for each, places in found.items() if places}
    for kind in KINDS:
        for meanings in filter(there.issuperset, _thoughts(name, kind)):
            yield from ((kind, match) for match in _joined(heard, found, meanings))


def said(heard: Hearing, name: str) -> frozenset[str]:
    """The meanings of list `name` that stand anywhere in the text, each by itself."""
    found: set[str] = set()
    ways, meant = _ways(name)
    for place in ways.places(heard.where):
        if meant[place] not in found and any(heard.finds((ways.phrases[place],), _GAP)):
            found.add(meant[place])
    return frozenset(found)


def alone(heard: Hearing, name: str, match: Match) -> bool:
    """Whether the sentence says nothing else than thoughts of list `name`."""
    rest = (heard.words[number] for number in heard.sentence(match.first) if number not in match.at)
    return all(not word.forms.isdisjoint(loose(name)) for word in rest)


@cache
def loose(name: str) -> frozenset[str]:
    """The words that the meanings of a list are said with, and those that say nothing beside them."""
    settings = frozenset(lexicon.sections(name).get("settings", ()))
    telling = [each for each in _meanings(name) if each not in settings]
    said = (part.accepted for each in telling for way in phrases(name, each) for part in way.parts)
    return STOPS | vocabulary(name, "vague") | frozenset().union(*said)


@cache
def _thoughts(name: str, kind: Kind) -> tuple[tuple[str, ...], ...]:
    """For each thought the names of its meanings."""
    thoughts = lexicon.pairs(name, kind).values() if kind in lexicon.sections(name) else ()
    return tuple(tuple(each.replace("-", " ") for each in meanings) for meanings in thoughts)


@cache
def _meanings(name: str) -> tuple[str, ...]:
    return tuple(each for each in lexicon.sections(name) if each not in NO_MEANINGS)


def _found(heard: Hearing, name: str) -> _Found:
    """Where each meaning is said; one look at the text finds the ways of saying all of them."""
    found: dict[str, list[Match]] = {each: [] for each in _meanings(name)}
    ways, meant = _ways(name)
    for place in ways.places(heard.where):
        for match in heard.finds((ways.phrases[place],), _GAP):
            found[meant[place]].append(match)
    return found


@cache
def _ways(name: str) -> tuple[Shelf, tuple[str, ...]]:
    """All ways of saying of a list, with the meaning of each."""
    ways = [(way, each) for each in _meanings(name) for way in phrases(name, each)]
    return shelf([way for way, _ in ways]), tuple(each for _, each in ways)


def _joined(heard: Hearing, found: _Found, meanings: Sequence[str]) -> Iterator[Match]:
    rarest, *others = sorted(meanings, key=lambda each: len(found[each]))
    for anchor in found[rarest]:
        home = heard.sentence(anchor.first)
        choices = [[match for match in found[each] if _near(match, anchor, home)] for each in others]
        taken = _taken(frozenset(anchor.at), choices)
        if taken and anchor.last in home:
            yield Match(tuple(sorted(taken)))


def _taken(taken: frozenset[int], choices: Sequence[Sequence[Match]]) -> frozenset[int]:
    """These words with those of one of each of the choices, none of them twice; empty when that cannot be."""
    if not choices:
        return taken
    free = (each for each in choices[0] if taken.isdisjoint(each.at))
    return next(filter(None, (_taken(taken.union(each.at), choices[1:]) for each in free)), frozenset())


def _near(match: Match, anchor: Match, home: range) -> bool:
    near = min(abs(match.first - anchor.last), abs(match.last - anchor.first)) <= _WIDTH
    return near and match.first in home and match.last in home
