"""Plain plans to die: a means, the writer, and that it is meant; of these nobody is asked first what they mean."""

from collections.abc import Iterator
from itertools import chain

from dialogues.care import despair, whose
from dialogues.care.whose import Whose
from dialogues.language import meanings
from dialogues.language.hearing import NEGATIONS, OWN, Hearing, vocabulary
from dialogues.language.matching import Match
from dialogues.language.meanings import Kind

_LIST = "plans"
_FICTION = vocabulary("safety", "fiction")
_STOP = frozenset({"stop", "help", "stoppen", "ophouden"})
_LONG_AGO = vocabulary("safety", "long ago")


def told(heard: Hearing, *, asked: bool) -> bool:
    """Does the writer tell of one? `asked`: the words are heavy enough to be asked about without it."""
    kinds = set(chain.from_iterable(map(_kinds, meanings.hearings(heard))))
    return bool(kinds) if asked else "grave thoughts" in kinds


def _kinds(heard: Hearing) -> Iterator[Kind]:
    """What kinds of plans stand in it: the writer's own, and of now."""
    for kind, match in meanings.told(heard, _LIST):
        if _own(heard, match) and not _denied(heard, match) and not _apart(heard, kind, match):
            yield kind


def _own(heard: Hearing, match: Match) -> bool:
    own = heard.says(heard.sentence(match.first), OWN) or heard.subject(match) == "none"
    return own and whose.despair(heard, match) is Whose.OWN


def _denied(heard: Hearing, match: Match) -> bool:
    """Whether it is said not to be so; who cannot stop thinking of it does not say that."""
    before = range(heard.clause(match.first).start, match.last)
    nots = [number for number in before if heard.says((number,), NEGATIONS)]
    return any(not heard.says(range(number + 1, match.last), _STOP) for number in nots)


def _apart(heard: Hearing, kind: Kind, match: Match) -> bool:
    """Whether it was long ago or is made up; a grave one also whether something of every day stands beside it."""
    around = heard.sentence(match.first)
    beside = [number for number in around if number not in match.at]
    passed = heard.holds(around, _LONG_AGO | _FICTION)
    return passed or (kind == "grave thoughts" and despair.everyday(heard, beside))
