"""Death, illness and the end of a marriage, of the writer or of somebody near: whether a text tells of these days."""

from collections.abc import Iterator

from dialogues.language.hearing import NEGATIONS, PEOPLE, PRONOUNS, SELF, WORK, Hearing, hear, phrases, vocabulary
from dialogues.language.matching import Match
from dialogues.language.words import sentences

_NEAR = vocabulary("grief", "near")
_BESIDE = vocabulary("grief", "beside")
_NAMES = vocabulary("grief", "names")
_OWN = vocabulary("grief", "own")
_MINE_ALONE = vocabulary("grief", "mine alone")
_LOSS = vocabulary("grief", "loss")
_LOST = vocabulary("grief", "lost")
_ILL = vocabulary("grief", "ill")
_CALLED_SO = vocabulary("grief", "called so")
_SINCE = vocabulary("grief", "parted since")
_BABIES = vocabulary("grief", "babies")
_NOT_SO = vocabulary("grief", "not so")
_TURNING = vocabulary("grief", "turning")
_VISITS = vocabulary("grief", "visits")
_REACH = 8  # words between somebody near and what is told of them
_MINE = 2  # words between "my" and whom it names: "mijn lieve oude vader"
_OTHERS = PEOPLE - PRONOUNS - _NEAR


def told(text: str) -> bool:
    """Does the writer tell of a death or of a grave illness, their own or of somebody near, or of a divorce?"""
    return bool(_places_told(hear(text)))


def beside(text: str) -> str:
    """What else the text says: without the sentences of grief, unless the writer speaks of themselves in them."""
    heard = hear(text)
    told_in = {heard.words[place].sentence for place in _places_told(heard)}
    own = {word.sentence for word in heard.words if word.plain in SELF}
    return " ".join(
        text[start:end] for number, (start, end) in enumerate(sentences(text)) if number not in told_in - own
    )


def died(text: str) -> bool:
    """Does it tell that somebody near died?"""
    heard = hear(text)
    return any(_plain(heard, place) for place in _lost(heard))


def longs(text: str) -> bool:
    """Does the writer want to be where somebody is: "I want to go to him"? A visit or a farewell is none."""
    heard = hear(text)
    wanted = (match for match in heard.finds(phrases("grief", "longing")) if match.last in heard.sentence(match.first))
    return any(not heard.negated(match) and not heard.says(heard.sentence(match.first), _VISITS) for match in wanted)


def by_own_hand(text: str) -> bool:
    """Does it tell that somebody near ended their life?"""
    heard = hear(text)
    ended = {match.first for match in heard.finds(phrases("grief", "by own hand"))}
    return bool(ended) and any(_plain(heard, place) for place in _lost(heard))


def _places_told(heard: Hearing) -> list[int]:
    """The words that tell of it, in order."""
    return sorted(
        place for place in (*_lost(heard), *_ill(heard), *_self(heard), *_parted(heard)) if _plain(heard, place)
    )


def _lost(heard: Hearing) -> Iterator[int]:
    """Where a death is told of somebody near."""
    for place in _places(heard, _LOSS, "loss phrases"):
        if _of_somebody(heard, place, _NEAR | _BESIDE):
            yield place
    for place in _places(heard, _LOST, ""):
        after = range(place + 1, min(place + 4, heard.sentence(place).stop))
        before = range(max(heard.sentence(place).start, place - 3), place)
        start = heard.sentence(place).start
        bereft = place == start or heard.says(range(start, place), SELF | {"we", "wij"})
        if any(_somebody(heard, each, _NEAR) and bereft for each in (*before, *after)):
            yield place


def _ill(heard: Hearing) -> Iterator[int]:
    return (place for place in _places(heard, _ILL, "ill phrases") if _of_somebody(heard, place, _NEAR))


def _self(heard: Hearing) -> Iterator[int]:
    """Where the writer tells it of themselves."""
    for match in heard.finds(phrases("grief", "self"), gap=1):
        if not heard.holds(heard.clause(match.last), WORK | _OTHERS):
            yield match.last
    for number in range(len(heard.words)):
        if heard.words[number].plain in _BABIES and not heard.holds(heard.clause(number), WORK | _OTHERS):
            yield number


def _parted(heard: Hearing) -> Iterator[int]:
    """Where the writer's marriage ends: not "we're separating the roles"."""
    for match in heard.finds(phrases("grief", "parted"), gap=1):
        whole = match.last in heard.sentence(match.first)
        if whole and set(heard.plain(heard.after(match)[:1])) <= _SINCE and not heard.holds(heard.after(match), WORK):
            yield match.last


def _places(heard: Hearing, words: frozenset[str], section: str) -> Iterator[int]:
    yield from (number for number in range(len(heard.words)) if heard.words[number].plain in words)
    found: Iterator[Match] = heard.finds(phrases("grief", section), gap=2) if section else iter(())
    yield from (match.first for match in found if match.last in heard.sentence(match.first))


def _of_somebody(heard: Hearing, place: int, near: frozenset[str]) -> bool:
    """Is somebody near what this is said of, with nobody and nothing else in between?"""
    around = heard.sentence(place)
    for number in range(max(around.start, place - _REACH), min(around.stop, place + _REACH)):
        between = range(min(number, place) + 1, max(number, place))
        theirs = number > place and _possesses(heard, number)  # "I buried my father's briefcase"
        if _somebody(heard, number, near) and not theirs and not _turns(heard, between):
            return True
    return False


def _possesses(heard: Hearing, number: int) -> bool:
    """Whether the word was written as a genitive: "father's"."""
    word = heard.words[number]
    return word.end - word.start == len(word.plain) + len("'s")


def _turns(heard: Hearing, between: range) -> bool:
    others = (each for each in between if heard.holds((each,), PEOPLE | WORK))
    return heard.says(between, _TURNING) or any(heard.words[each].plain not in _NEAR | _BESIDE for each in others)


def _somebody(heard: Hearing, number: int, near: frozenset[str]) -> bool:
    word = heard.words[number]
    if word.forms.isdisjoint(near):
        return False
    if word.plain in _CALLED_SO and number == heard.sentence(number).start:
        return not heard.says(range(number + 1, min(number + 2, len(heard.words))), {"van", "of"})
    mine = [each for each in range(max(heard.sentence(number).start, number - 1 - _MINE), number) if _owns(heard, each)]
    if word.plain in _NAMES and not heard.says(range(max(0, number - 1), number), {"de", "een", "the", "a"}):
        return True
    if not mine or heard.holds(range(mine[-1] + 1, number), PEOPLE | WORK):
        return False
    alone = word.plain in _MINE_ALONE and heard.words[mine[-1]].plain not in {"mijn", "my"}
    return not alone


def _owns(heard: Hearing, number: int) -> bool:
    return heard.words[number].plain in _OWN


def _plain(heard: Hearing, place: int) -> bool:
    """Is it said plainly: not denied, not imagined, not long past?"""
    around, clause = heard.sentence(place), heard.clause(place)
    if heard.says(around, _NOT_SO) or heard.says(range(clause.start, place), NEGATIONS - {"zonder", "without"}):
        return False
    past = any(match.first in around for match in heard.finds(phrases("grief", "long ago"), gap=0))
    lately = any(match.first in around for match in heard.finds(phrases("grief", "lately"), gap=0))
    return lately or not past
