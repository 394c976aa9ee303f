"""Exhaustion of the writer's own: not a subject that is talked about, not somebody else's and not long ago."""

import re
from collections.abc import Sequence

from dialogues.care import whose
from dialogues.care.whose import Whose
from dialogues.language import meanings
from dialogues.language.hearing import NEGATIONS, OWN, PEOPLE, WORK, Hearing, vocabulary
from dialogues.language.matching import Match, phrase
from dialogues.language.meanings import Kind

_ABOUT = vocabulary("safety", "about")
_NAMES = vocabulary("names", "first names") - vocabulary("names", "also words")
_WEPT, _WEEP = vocabulary("exhaustion", "wept"), vocabulary("exhaustion", "weep now")
_HAS, _LASTING = vocabulary("exhaustion", "has wept"), vocabulary("exhaustion", "lasts or returns")
_ONE_THING, _LACK = vocabulary("exhaustion", "one thing"), frozenset({"geen", "no"})
_EVERYDAY = vocabulary("exhaustion", "everyday")
_LONG_AGO = vocabulary("safety", "long ago")
_OF = frozenset({"van", "of", "bij", "among"})
_COPING = frozenset({"cope", "coping", "aan"})
_NO_MORE = frozenset({"meer", "anymore", "more", "longer"})
_FOR = frozenset({"voor", "for"})
_AFTER = frozenset({"van", "na", "from", "after"})
_DAYS = frozenset({"maandag", "vrijdag", "monday", "friday"})
_RETURNING = frozenset({"every", "each", "since", "elke", "iedere", "sinds"})
_REASON = 5  # words within which stands what it came of
_PASSED = vocabulary("safety", "passed")
_LAUGHTER = vocabulary("safety", "laughter")
_NO_STRAIN = _PASSED | _EVERYDAY
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEW = 3  # words: "no energy left", and not "no energy left in me"
_SHORT = 16  # words: a text no longer than this is of one mood
_WIDTH = 9  # words within which those of exhaustion stand together


def told(heard: Hearing, signals: Sequence[str]) -> bool:
    """Whether the writer tells of it; `signals` are the phrases of the content."""
    said = heard.plainly((*map(phrase, signals), *heard.likely("safety", "strain")))
    loose = [
        match for match in heard.gathers(heard.likely("safety", "strain together"), _WIDTH) if not _once(heard, match)
    ]
    plain = _thought(heard) or any(_own(heard, match) and not _aside(heard, match) for match in said)
    return plain or any(_worn(heard, match, _NO_STRAIN) and not _aside(heard, match) for match in loose)


def _own(heard: Hearing, match: Match) -> bool:
    before = range(max(0, match.first - 1), match.first)
    alone = heard.subject(match) == "none" and len(heard.sentence(match.first)) <= len(match.at) + 1
    return heard.subject(match) == "own" or heard.says(before, OWN) or alone


def _worn(heard: Hearing, match: Match, passing: frozenset[str]) -> bool:
    """Loose words together: the writer says them of now, and nobody and nothing else is worn out."""
    around = heard.sentence(match.first)
    own = whose.despair(heard, match) is Whose.OWN and (heard.says(around, OWN) or _elliptical(heard, match))
    begun = whose.topic(heard, Match(match.at[:1])) is Whose.OWN  # "my partner is worn out and I cook every day"
    near = around if len(heard.words) > _SHORT else range(len(heard.words))
    return own and begun and not any(_passes(heard, number, passing) for number in near)


def _passes(heard: Hearing, number: int, passing: frozenset[str]) -> bool:
    """Whether a word says that it was of a moment or a good reason: "Monday", and not "every Monday"."""
    returns = heard.says((number,), _DAYS) and heard.says(range(max(0, number - 1), number), _RETURNING)
    return heard.says((number,), passing) and not returns


def _thought(heard: Hearing) -> bool:
    """Whether meanings of exhaustion stand together, of the writer and with no good reason beside them."""
    return any(
        _worn(each, match, _PASSED if kind == "grave thoughts" else _NO_STRAIN) and not _eased(each, kind, match)
        for each in meanings.hearings(heard)
        for kind, match in meanings.told(each, "exhaustion")
    )


def _eased(heard: Hearing, kind: Kind, match: Match) -> bool:
    return (
        _aside(heard, match)
        or _once(heard, match)
        or _for_one_thing(heard, match)
        or (kind == "bare thoughts" and (not meanings.alone(heard, "exhaustion", match) or _gives_up(heard, match)))
    )


def _gives_up(heard: Hearing, match: Match) -> bool:
    """Whether coping is over, which is asked about, or goes on: "kan het niet meer aan", "niet aan haar geven"."""
    goes_on = heard.says(match.at, {"aan"}) and bool(heard.after(match))
    return goes_on or (heard.says(match.at, _COPING) and heard.says(heard.sentence(match.first), _NO_MORE))


def _for_one_thing(heard: Hearing, match: Match) -> bool:
    """Whether no energy is left for one thing, as in "no energy for this one, skip", and nothing that lasts is told."""
    every, after = range(len(heard.words)), heard.after(match)[:2]
    lacks = heard.says(match.at, _LACK) and len(match.at) <= _FEW
    return (
        lacks
        and len(every) <= _SHORT
        and not heard.says(set(every) - heard.masked - set(match.at), _LASTING)
        and all(heard.says((number,), _ONE_THING) for number in after)
        and bool(after)
    )


def _once(heard: Hearing, match: Match) -> bool:
    """Whether tears are told as of one moment that is over, with nothing in the text that lasts or returns."""
    every = range(len(heard.words))
    wept = heard.says(match.at, _WEPT) or (heard.says(match.at, _WEEP) and heard.says(every, _HAS))
    return wept and not heard.says(every, _LASTING)


def _elliptical(heard: Hearing, match: Match) -> bool:
    """Whether the sentence names nobody at all: "al weken amper geslapen", "panic attack before the board call"."""
    around = heard.sentence(match.first)
    opens = match.first == around.start
    people = (number for number in around if heard.holds((number,), PEOPLE))
    named = any(not _leans(heard, number) for number in people) or (not opens and heard.holds(around, WORK))
    return heard.subject(match) == "none" and not named


def _leans(heard: Hearing, number: int) -> bool:
    """Whether somebody is only who it is for: "geen puf meer voor de kids"."""
    return heard.says(range(max(0, number - 2), number), _FOR)


def _aside(heard: Hearing, match: Match) -> bool:
    before = range(max(0, match.first - 1), match.first)
    after = heard.after(match)
    theirs = (heard.says(after[:1], _OF) and heard.holds(after[:4], PEOPLE)) or _named(heard, match)
    laughing = heard.says(after[:4], _LAUGHTER) and not heard.says(after[:4], NEGATIONS)  # "fell apart laughing"
    feat = heard.says(after[:1], _AFTER) and heard.says(after[:_REASON], _EVERYDAY)  # "worn out from the marathon"
    return (
        theirs
        or laughing
        or feat
        or _named(heard, match)
        or heard.says(before, _ABOUT)
        or _past(heard, heard.sentence(match.first))
    )


def _named(heard: Hearing, match: Match) -> bool:
    """Whether it opens with who it is about, a name: "Mo stortte in"."""
    start = heard.sentence(match.first).start
    return match.first == start + 1 and heard.words[start].capital and heard.says((start,), _NAMES)


def _past(heard: Hearing, around: range) -> bool:
    """Whether it is told as history: "ten years ago", "in 2015", "last year … and now it is fine"."""
    was = heard.says(around, {"was", "were", "had"}) and heard.says(around, {"vorig", "last", "goed", "fine", "beter"})
    return was or heard.holds(around, _LONG_AGO) or any(map(_YEAR.fullmatch, heard.plain(around)))
