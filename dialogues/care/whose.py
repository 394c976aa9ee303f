"""Of whom words of despair speak: of the writer, of somebody close, or of those whom the writer works for."""

from enum import Enum, auto

from dialogues.language.hearing import (
    FAR,
    JOINING,
    OWN,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    SELF,
    WORK,
    Hearing,
    vocabulary,
)
from dialogues.language.matching import Match

_CLIENTS = vocabulary("safety", "clients")
_RELATIVE = frozenset({"die", "dat", "who", "that"})
_FICTION = vocabulary("safety", "fiction")
_PARTS = frozenset({"een", "one", "some", "enkele", "sommige", "veel", "many", "half", "most", "two", "twee"})
_SAYING = vocabulary("safety", "saying")
_THINGS = (WORK | _FICTION) - {"team", "partner"}
_THIRD = frozenset({"hij", "zij", "ze", "he", "she", "they"})
_US = frozenset({"we", "wij"})
_AT_THE_TIME = frozenset({"toen", "when", "while", "terwijl"})


class Whose(Enum):
    """Who it is about."""

    OWN = auto()  # the writer, or nobody in particular
    OTHER = auto()  # somebody else, perhaps somebody near
    WORK = auto()  # people the writer works for, a group or a thing: the subject of work


def despair(heard: Hearing, match: Match) -> Whose:
    """Of whom a phrase speaks; one that says "me" is about the writer, unless a thing is its subject."""
    if heard.says(match.at, OWN) and _beside(heard, match):
        before = range(heard.clause(match.first).start, match.first)
        thing = heard.holds(before, _THINGS) and not heard.says(before, SELF)
        return Whose.OTHER if thing or quoted(heard, match) else Whose.OWN
    return topic(heard, match)


def topic(heard: Hearing, match: Match) -> Whose:
    """Of whom a bare phrase speaks: the nearest subject inside or before it, in the same sentence."""
    start = max(heard.sentence(match.first).start, match.first - FAR)
    mine = heard.says(range(heard.clause(match.first).start, match.first), SELF)
    gap = range(match.at[0] + 1, match.at[min(1, len(match.at) - 1)])  # where a subject stands after its verb
    inside = [each for each in gap if not mine or heard.holds((each,), PRONOUNS | _THINGS)]  # but "ik … mijn vrouw"
    for number in (*inside, *reversed(range(start, match.first))):
        who = _who(heard, number)
        if who is not None:
            return who
    return Whose.OWN


def quoted(heard: Hearing, match: Match) -> bool:
    """Whether somebody else is quoted: "de cliënten zeggen: ik kan niet meer"."""
    start = heard.clause(match.first).start
    if start == 0 or heard.words[start - 1].sentence != heard.words[start].sentence:
        return False
    said = heard.clause(start - 1)
    return heard.holds((said[-1],), _SAYING) and heard.holds(said, PEOPLE) and not heard.says(said, SELF)


def _who(heard: Hearing, number: int) -> Whose | None:
    word = heard.words[number]
    if word.plain in SELF:
        return Whose.OWN
    if number in heard.masked:  # "weet je" speaks of nobody
        return None
    forms = word.forms | {word.plain.rsplit("-", 1)[-1]}  # also a "co-director"
    if not forms.isdisjoint(_CLIENTS) and _leads(heard, number):
        return Whose.WORK
    if word.plain in _US:
        return Whose.WORK
    if word.plain in PRONOUNS:
        return Whose.WORK if _told_of_clients(heard, number) else Whose.OTHER
    if forms.isdisjoint(PEOPLE | _THINGS | WORK) or _leans(heard, number):
        return None
    return Whose.WORK if not forms.isdisjoint(_THINGS) else Whose.OTHER


def _told_of_clients(heard: Hearing, number: int) -> bool:
    """Whether a pronoun may stand for clients named earlier in the sentence, with no other self between."""
    for before in reversed(range(heard.sentence(number).start, number)):
        if heard.words[before].plain in SELF:
            return False
        if not heard.words[before].forms.isdisjoint(_CLIENTS):
            return True
    return False


def _leads(heard: Hearing, number: int) -> bool:
    """Whether clients are the subject: "mensen die", "één van de bewoners", but not "bij de bewoners"."""
    if not _leans(heard, number):
        return True
    after = range(number + 1, min(number + 3, heard.sentence(number).stop))
    before = range(max(0, number - 4), number)
    return heard.says(after, _RELATIVE) or heard.says(before, _PARTS)


def _leans(heard: Hearing, number: int) -> bool:
    return heard.says(range(max(0, number - 2), number), PREPOSITIONS)


def _beside(heard: Hearing, match: Match) -> bool:
    """Whether the writer is who the rest is said of: not "he wished he were dead, and I …"."""
    selves = [number for number in match.at if heard.words[number].plain in SELF]
    return not selves or any(_speaks(heard, number, match) for number in selves)


def _speaks(heard: Hearing, own: int, match: Match) -> bool:
    home = heard.clause(own)
    rest = [each for each in match.at if each in home and heard.words[each].plain not in SELF]
    nearest = min(rest, key=lambda each: abs(each - own), default=None)
    if nearest is None:
        return False
    between = range(min(own, nearest), max(own, nearest))
    apart = heard.says(between, _THIRD | JOINING | _AT_THE_TIME if nearest < own else _THIRD)  # "stierf toen ik"
    return not apart and not any(heard.holds((each,), _THINGS) and not _leans(heard, each) for each in between)
