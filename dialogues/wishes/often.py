"""How often somebody wants to be asked: a number of times a week, or fewer or more than now."""

from typing import Literal

from dialogues import lexicon
from dialogues.language.hearing import vocabulary
from dialogues.wishes.brief import Form, split

Often = Literal[1, 2, 3, 4, 5, "fewer", "more"]
MOST = 12  # words; whoever writes more is telling something
DAILY: Often = 5
_NUMBERS: dict[str, Often] = {
    word: often for often, key in ((1, "1"), (2, "2"), (3, "3"), (4, "4"), (DAILY, "5"))
    for word in lexicon.pairs("often", "numbers")[key]
}  # fmt: skip
_TIMES, _AROUND, _ASKS = (vocabulary("often", section) for section in ("times", "around", "asks"))
_ASKING, _ME = vocabulary("often", "asking"), vocabulary("often", "me")
_ALONE = frozenset({"eens", "once", "twice", "thrice"})  # these need no word for times


def named(text: str) -> Often | None:
    """How often, when little else is said; None for any other words."""
    said = split(text.replace("'", ""))
    if not said or len(said) > MOST:
        return None
    known: tuple[tuple[str, Often], ...] = (("every day", DAILY), ("fewer", "fewer"), ("more", "more"))
    for section, meant in known:
        if any(_around(rest) for rest in _without(said, section)):
            return meant
    return next((number for rest in _without(said, "a week") if (number := _number(rest)) is not None), None)


def asked(text: str) -> Often | None:
    """The same, when it is asked for and can be nothing but that."""
    said = set(split(text.replace("'", "")))
    of_others = not _ASKING.isdisjoint(said) and _ME.isdisjoint(said) and _NUMBERS.keys().isdisjoint(said)
    return None if of_others or _ASKS.isdisjoint(said) else named(text)


def _without(said: Form, section: str) -> list[Form]:
    """What is said beside each phrase of a section, the longest first."""
    phrases = sorted((split(each) for each in lexicon.words("often", section)), key=len, reverse=True)
    places = ((at, each) for each in phrases for at in range(len(said)) if said[at : at + len(each)] == each)
    return [said[:at] + said[at + len(each) :] for at, each in places]


def _around(rest: Form) -> bool:
    return all(word in _AROUND for word in rest)


def _number(rest: Form) -> Often | None:
    """The one number among words that may stand around it: "twee keer", "once"."""
    for at, word in enumerate(rest):
        times = rest[at + 1 : at + 2]
        counted = word in _ALONE or word.endswith(("x", "maal")) or (bool(times) and times[0] in _TIMES)
        others = tuple(one for one in rest[:at] + rest[at + 1 :] if one not in _TIMES)
        if word in _NUMBERS and counted and _around(others):
            return _NUMBERS[word]
    return None
