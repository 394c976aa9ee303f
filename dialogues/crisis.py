"""How certain words of despair are: an alarm, a question first, or nothing."""

from collections.abc import Iterator, Sequence
from enum import IntEnum

from dialogues.hearing import OWN, SELF, WORK, Hearing, phrases, vocabulary
from dialogues.matching import Match, Phrase, phrase
from dialogues.words import STOPS

_DETERMINERS = vocabulary("safety", "objects")
_FILLERS = vocabulary("safety", "fillers")
_LEADING_ON = vocabulary("safety", "leading on")
_LEAVING_WORDS = vocabulary("safety", "leaving words")
_LIFE = vocabulary("safety", "life")
_NEW_CLAUSE = vocabulary("safety", "new clause")
_THEME = vocabulary("safety", "theme")
_THINGS = WORK - {"team", "partner"}
_WIDTH = 7  # words within which those of a thought stand together
_NEAR = 6  # words around a topic word in which a theme of work is looked for
_DESPAIR = phrases("safety", "crisis")
_TOGETHER = phrases("safety", "crisis together")
_HINTS = phrases("safety", "crisis hints")
_TOPICS = phrases("safety", "crisis topics")
_LEAVING = phrases("safety", "crisis leaving")
_TIRED = phrases("safety", "crisis ambiguous")


class Level(IntEnum):
    """What a phrase calls for."""

    CALM = 0
    CHECK = 1
    ALARM = 2


def level(heard: Hearing, signals: Sequence[str], ambiguous: Sequence[str]) -> Level:
    """The most serious reading of a text, by the phrases of the content and the wordings beside them."""
    return max(
        _levels(heard, [phrase(text) for text in signals], [phrase(text) for text in ambiguous]), default=Level.CALM
    )


def _levels(heard: Hearing, signals: Sequence[Phrase], ambiguous: Sequence[Phrase]) -> Iterator[Level]:
    topics = [each for each in signals if len(each.parts) == 1]
    despair = [each for each in signals if len(each.parts) > 1]
    leaving = [each for each in ambiguous if _leaves(each)]
    tired = [each for each in ambiguous if not _leaves(each)]
    yield from (_despair(heard, match) for match in heard.finds((*despair, *_DESPAIR)))
    yield from (min(_most(heard, match), _despair(heard, match)) for match in heard.gathers(_TOGETHER, _WIDTH))
    yield from (_hint(heard, match) for match in heard.gathers(_HINTS, _WIDTH))
    yield from (_topic(heard, match) for match in heard.finds((*topics, *_TOPICS)))
    yield from (_open(heard, match, heard.sentence(match.last)) for match in heard.finds((*leaving, *_LEAVING)))
    yield from (_open(heard, match, heard.clause(match.last)) for match in heard.finds((*tired, *_TIRED)))


def _leaves(each: Phrase) -> bool:
    return any(not part.accepted.isdisjoint(_LEAVING_WORDS) for part in each.parts)


def _despair(heard: Hearing, match: Match) -> Level:
    thing = _object(heard, match)
    if thing:
        return Level.CALM if heard.holds(thing, WORK) else Level.CHECK
    doubts = heard.negated(match) or _broken(heard, match) or _of_another(heard, match)
    aside = _leads_on(heard, match) or _describes(heard, match)
    return Level(Level.ALARM - doubts - aside)


def _object(heard: Hearing, match: Match) -> tuple[int, ...]:
    """The words between that name something else than the writer: "wil [dat dit dossier] dood"."""
    inside = match.between()
    for place, number in enumerate(inside):
        rest = [each for each in inside[place + 1 :] if heard.words[each].plain not in _FILLERS | OWN]
        ends = number + 1 in match.at and heard.words[number].plain not in {"dat", "that", "het", "it", "this", "dit"}
        life = heard.holds(inside[place + 1 :] or (number + 1,), _LIFE)
        if heard.words[number].plain in _DETERMINERS | {"dat", "that"} and (rest or ends) and not life:
            return inside[place:]
    return ()


def _most(heard: Hearing, match: Match) -> Level:
    """What loose words can call for at most: an alarm only beside the writer, nothing when they are about others."""
    if heard.says(heard.sentence(match.first), OWN):
        return Level.ALARM
    return Level.CHECK if heard.subject(match) == "none" else Level.CALM


def _hint(heard: Hearing, match: Match) -> Level:
    """Words that may be heavy: worth a question, unless work or somebody else explains them."""
    work = heard.holds(heard.sentence(match.first), WORK)
    aside = work or _of_another(heard, match) or _leads_on(heard, match)
    return Level.CALM if aside else min(Level.CHECK, _most(heard, match))


def _describes(heard: Hearing, match: Match) -> bool:
    """Whether "dood" or "dead" describes the thing after it: "dood gewicht"."""
    rest = heard.after(match)[:1]
    return heard.words[match.last].plain in {"dood", "dead"} and any(
        heard.words[each].plain not in _FILLERS | OWN | STOPS for each in rest
    )


def _broken(heard: Hearing, match: Match) -> bool:
    return heard.words[match.first].sentence != heard.words[match.last].sentence


def _of_another(heard: Hearing, match: Match) -> bool:
    """Whether somebody else is meant; a phrase that says "me" is about the writer, unless a thing is its subject."""
    if heard.says(match.at, OWN):
        before = range(heard.clause(match.first).start, match.first)
        return heard.holds(before, _THINGS) and not heard.says(before, SELF)
    return heard.subject(match) == "other"


def _leads_on(heard: Hearing, match: Match) -> bool:
    rest = heard.after(match)
    return bool(rest) and heard.says(rest[:1], _LEADING_ON) and not heard.holds(rest, _LIFE)


def _topic(heard: Hearing, match: Match) -> Level:
    around = heard.sentence(match.first)
    near = range(max(around.start, match.first - _NEAR), min(around.stop, match.first + _NEAR + 1))
    own = heard.says(around, OWN) and not heard.holds(near, _THEME) and not heard.negated(match)
    return Level.ALARM if own else Level.CHECK


def _open(heard: Hearing, match: Match, around: range) -> Level:
    """An ambiguous phrase: worth a question only in the first person and without work as its object."""
    short = len(heard.sentence(match.first)) <= len(match.at) + 2
    own = heard.subject(match) == "own" or heard.says(match.at, SELF) or (short and heard.subject(match) == "none")
    elsewhere = heard.holds(around, WORK) or heard.negated(match) or _about_something(heard, match)
    return Level.CHECK if own and not elsewhere else Level.CALM


def _about_something(heard: Hearing, match: Match) -> bool:
    before = heard.plain(range(max(heard.clause(match.first).start, match.first - 1), match.first))
    pointed = before in {("dat",), ("dit",), ("that",), ("this",)} and "ik" not in heard.plain(match.at)
    rest = heard.after(match)
    content = not heard.holds(rest[:2], _LIFE) and any(heard.words[each].plain not in _FILLERS | OWN for each in rest)
    fresh = heard.says(rest[:4], _NEW_CLAUSE)
    return pointed or bool(_object(heard, match)) or (content and not fresh)
