"""Worth: by which signs a sentence is one to give back to the leader who wrote it, and what each sign weighs.

People who mark the best sentence of an answer take an insight or a pattern first, else the thought that the answer
ends on, then how others answered to the writer, and only then what the writer did. They pass over what stands beside
it: plans, hopes, doubts, doings of others that answer to nothing, a bare mood, old news. `WEIGHTS` were fitted on five
sets of labelled answers by different writers, rounded, and moved a little to where all five are hit more;
`python -m benchmarks.quotes` fits them with one set left out and tells how often that set is hit.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, Literal

from dialogues import lexicon
from dialogues.language.hearing import OWN, SELF, vocabulary
from dialogues.language.words import Word, tokens
from dialogues.model import Language, Marker
from dialogues.reading.forms import past

Sign = Literal["insight", "pattern", "effect", "general", "closing", "closing told", "aside", "leaning", "short"]
Signs = Mapping[Sign, float]

WEIGHTS: Final[Signs] = {
    "insight": 1.25,  # something is understood, or a repetition is seen
    "pattern": 0.5,  # on top of that where it is a repetition
    "effect": 0.5,  # others answer to what the writer did
    "general": 1.0,  # in the present, about what holds every time or for everybody
    "closing": 1.0,  # the last sentence that is no aside, when it tells neither what happened nor how others reacted
    "closing told": 0.5,  # the same when it does
    "aside": -0.5,  # it stands beside the thought, and is no such answer
    "leaning": -0.25,  # it points at a sentence that the reader does not see
    "short": -0.25,  # for every word below `FULL`: too little to stand alone
}
FULL = 9  # words
MOOD, SCRAP = 10, 5  # words: the longest bare mood, what is no sentence yet
HEAD, OF_MINE = 5, 3  # words at the beginning that hold a subject; and one like "my colleague"

_INSIGHT: Final[frozenset[Marker]] = frozenset({"pattern", "learning"})
_TOLD: Final[frozenset[Marker]] = frozenset({"event", "effect"})
_MOODS: Final[tuple[frozenset[Marker], ...]] = (frozenset({"feeling"}), frozenset({"feeling", "event"}))
_UNREAL, _MUST = vocabulary("quotes", "unreal"), vocabulary("quotes", "unreal of others")
_UNSURE, _BESIDE = (
    re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, lexicon.words('quotes', name)))})(?!\S)")
    for name in ("unsure", "by the way")
)
_LEANING, _EVERY = vocabulary("quotes", "leaning"), vocabulary("quotes", "every")
_SUPPOSED, _HAD_IT = vocabulary("quotes", "supposed"), vocabulary("quotes", "supposed in the past")
_ANYBODY, _ONE, _WHO = (vocabulary("quotes", name) for name in ("anybody", "one", "who"))
_NO_ONE_ELSE, _OTHERS = vocabulary("quotes", "no one else"), vocabulary("quotes", "others")
_SAYINGS, _OURS = vocabulary("quotes", "sayings"), OWN | vocabulary("quotes", "ours")
_ALWAYS, _DENIALS = vocabulary("quotes", "always"), vocabulary("quotes", "denials")
_TIMES = vocabulary("quotes", "times") | vocabulary("markers", "days")
_NOT_OTHERS = SELF | {"mij", "me"} | vocabulary("quotes", "anyone")
_PEOPLE = vocabulary("people", "nouns") | vocabulary("people", "more nouns")
_COMPOUND = tuple(sorted(noun for noun in _PEOPLE if len(noun) > 5))  # "communicatieadviseur" ends in one


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: tuple[Word, ...]
    plain: tuple[str, ...]
    held: frozenset[Marker]
    asks: bool
    past: bool

    @property
    def length(self) -> int:
        """How many words a reader would count."""
        return len({word.start for word in self.words})

    @property
    def own(self) -> bool:
        return not OWN.isdisjoint(self.plain)


def worth(signs: Signs, weights: Signs = WEIGHTS) -> float:
    """What a sentence is worth, without a unit: only the order within and between answers counts."""
    return sum(weights[sign] * value for sign, value in signs.items())


def read(
    text: str, language: Language, held: Sequence[frozenset[Marker]], offered: Collection[int]
) -> tuple[Signs, ...]:
    """The signs of each sentence of an answer; `held` are the markers of each, in the order of `words.sentences`.

    `offered` are the numbers of the sentences that may be quoted: only these can be the closing one.
    """
    said = tuple(_sentences(text, language, held))
    beside = [_aside(each) for each in said]
    last = max((number for number in offered if not beside[number]), default=-1)
    return tuple(_signs(each, beside[number], number == last) for number, each in enumerate(said))


def _sentences(text: str, language: Language, held: Sequence[frozenset[Marker]]) -> Iterator[_Sentence]:
    heard: list[list[Word]] = [[] for _ in held]
    for word in tokens(text):
        heard[word.sentence].append(word)
    for words, markers in zip(heard, held, strict=True):
        asks = bool(words) and text[words[-1].end :].lstrip("\"'”’)»").startswith("?")
        plain = tuple(word.plain for word in words)
        yield _Sentence(tuple(words), plain, markers, asks, any(past(word, language) for word in words))


def _signs(each: _Sentence, aside: bool, last: bool) -> Signs:
    told = not each.held.isdisjoint(_TOLD)
    return {
        "insight": float(not each.held.isdisjoint(_INSIGHT)),
        "pattern": float("pattern" in each.held),
        "effect": float("effect" in each.held),
        "general": float(not aside and _general(each)),
        "closing": float(last and not told),
        "closing told": float(last and told),
        "aside": float(aside and "effect" not in each.held),
        "leaning": float(each.plain[:1] != () and each.plain[0] in _LEANING),
        "short": float(max(0, FULL - each.length)),
    }


def _general(each: _Sentence) -> bool:
    """Whether it says what always holds, and not what once was."""
    moment = not _TIMES.isdisjoint(each.plain) and _EVERY.isdisjoint(each.plain)
    once = moment or each.past or "event" in each.held
    return not once and not _ALWAYS.isdisjoint(each.plain)


def _aside(each: _Sentence) -> bool:
    """Whether a sentence stands beside the thought of an answer."""
    mood = each.held in _MOODS and each.length <= MOOD
    if each.length < SCRAP or mood or each.asks or "intention" in each.held:
        return True
    return _background(each) or _unreal(each) or _doubts(each) or _of_others(each)


def _background(each: _Sentence) -> bool:
    """Whether it tells nothing of the writer, nor what holds for anybody."""
    own = not each.held.isdisjoint(_INSIGHT | {"own_role", "effect"})
    denied = each.plain[0] in _DENIALS and _OURS.isdisjoint(each.plain)
    return not own and (denied or (_OURS | _SAYINGS).isdisjoint(each.plain))


def _unreal(each: _Sentence) -> bool:
    """Whether it is about what should, might or would be; what the writer must do is real."""
    unreal = _UNREAL if each.own else _UNREAL | _MUST
    first = each.plain[0]
    return not unreal.isdisjoint(each.plain) or first in _SUPPOSED or (each.past and first in _HAD_IT)


def _doubts(each: _Sentence) -> bool:
    """Whether the writer cannot tell, or tells old news."""
    said = " ".join(each.plain)
    return bool(_UNSURE.search(said)) or ("learning" not in each.held and bool(_BESIDE.search(said)))


def _of_others(each: _Sentence) -> bool:
    """Whether its subject is somebody else, by the words that it begins with."""
    first = each.words[0]
    anybody = first.plain in _ANYBODY or (first.plain in _ONE and not each.past and not _WHO.isdisjoint(each.plain))
    if anybody:
        return False
    head = OF_MINE if first.plain in OWN - SELF else HEAD
    for word in takewhile(lambda word: word.clause == first.clause, each.words[:head]):
        if word.plain in _NOT_OTHERS:
            return False
        if _somebody(word):
            return True
    return False


def _somebody(word: Word) -> bool:
    if not _NO_ONE_ELSE.isdisjoint(word.forms):
        return False
    known = word.plain in _OTHERS or not word.forms.isdisjoint(_PEOPLE)
    return known or any(form.endswith(_COMPOUND) for form in word.forms)
