"""Thoughts of not living, of whatever wording: whether a text tells of one as the writer's own."""

from collections.abc import Collection, Iterator
from itertools import chain

from dialogues.care import whose
from dialogues.care.whose import Whose
from dialogues.language import meanings
from dialogues.language.hearing import OWN, PREPOSITIONS, WORK, Hearing, vocabulary
from dialogues.language.matching import Match
from dialogues.language.meanings import Kind

_LIST = "despair"
_EVERYDAY = WORK | vocabulary(_LIST, "everyday")
_LONG = tuple(word for word in _EVERYDAY if len(word) > 5)  # for a compound: "avondvergadering"
_TIMES = vocabulary(_LIST, "times")
_FICTION = vocabulary("safety", "fiction")
_MANAGED = vocabulary(_LIST, "managed")
_IMAGINED = vocabulary(_LIST, "imagined")
_ALL = frozenset({"alles", "allemaal", "niets", "niks", "nothing", "everything", "anything", "none", "all"})
_ERRANDS = vocabulary(_LIST, "errands")
_GRAZED = vocabulary(_LIST, "grazed")
_NO_THING = vocabulary(_LIST, "no thing to graze at")
_ONE_DOSE, _TAKEN = vocabulary(_LIST, "one dose"), vocabulary(_LIST, "taken")
_NO_DOSE, _ONE = vocabulary(_LIST, "no dose"), vocabulary(_LIST, "one or two")
_AND = frozenset({"en", "and"})  # and went on
_TOO_MUCH = frozenset({"overdose", "overdosis", "overdosed", "overdosing", "cut", "cutting"})
_OUT_OF = frozenset({"of", "on", "aan", "van", "out", "from"})
_WITHOUT = frozenset({"zonder", "without"})
_AT = frozenset({"aan", "on"})
_ARTICLES = frozenset({"de", "het", "een", "dat", "die", "the", "a", "an", "that", "this"})
_SAID = frozenset({"zei", "zegt", "said", "says"})
_THIRD = frozenset({"hij", "zij", "ze", "he", "she"})
_THEN = frozenset({"wilde", "wou", "kon", "wanted", "could", "wished"})
_WHILE = frozenset(
    {"toen", "when", "whenever", "terwijl", "while", "tijdens", "during", "under", "onder", "into", "through", "door"}
)
_PLANS = frozenset({"plan", "plannen", "plans", "planned", "planning"})  # work only where they are not of the thought
_A_PLAN = frozenset({"een", "a", "mijn", "my", "made", "maak", "ik", "i", "not"})
_ACCOUNT = 30  # words: longer than this, an answer tells of something that happened
_ELSE = 3  # words of another matter that a loose thought may not have beside it there
_NEAR = 5  # words within which "at a thing" follows what it did
_BESIDE = 6  # words before and after that are beside it
_ARTICLE = 2  # words before a medicine among which its number stands: "my morning pill"
_THERE = PREPOSITIONS - {"uit"}  # "er … over": it is about a thing
_LEADING_ON = PREPOSITIONS | {"als", "as", "like", "uit", "out", "tijdens", "during"}


def told(heard: Hearing) -> frozenset[Kind]:
    """What kinds of thoughts stand in the text: of the writer, and not explained by anything else."""
    return frozenset(chain.from_iterable(map(_kinds, meanings.hearings(heard)))) | _near(heard)


def _near(heard: Hearing) -> frozenset[Kind]:
    """The thoughts that may stand in two neighbouring sentences, when they do."""
    kinds = chain.from_iterable(map(_kinds, meanings.pairs(heard)))
    return frozenset(kind for kind in kinds if kind == "neighbouring thoughts")


def _kinds(heard: Hearing) -> Iterator[Kind]:
    for kind, match in meanings.told(heard, _LIST):
        if _own(heard, match) and not _explained(heard, kind, match):
            yield kind


def _own(heard: Hearing, match: Match) -> bool:
    """Whether the writer is who it is said of, or the sentence begins with it and names nobody."""
    around = heard.sentence(match.first)
    opening = around if not heard.says(match.at, _ALL) else heard.clause(match.first)  # of all there is, after a wish
    elliptical = match.first <= opening.start + 1 and heard.subject(match) == "none"
    if heard.says(match.between(), _SAID) and heard.says(match.between(), _THIRD):  # "the tiger is dead, he said"
        return False
    return whose.despair(heard, match) is Whose.OWN and (heard.says(around, OWN) or elliptical)


def _explained(heard: Hearing, kind: Kind, match: Match) -> bool:
    """Whether work or something of every day explains it: never what is grave, and a bare thought by anything else."""
    around = heard.sentence(match.first)
    if mishap(heard, match) or delegated(heard, match) or errand(heard, match) or dose(heard, match):
        return True
    if kind == "grave thoughts":
        return doing(heard, match) or heard.holds(around, _FICTION)
    planned = {number for number in match.at if heard.says((number,), _PLANS) and heard.says((number - 1,), _A_PLAN)}
    if everyday(heard, set(around) - planned) or _goes_on(heard, match) or adrift(heard, match):
        return True
    return kind == "bare thoughts" and any(_tells(heard, number) for number in around if number not in match.at)


def everyday(heard: Hearing, numbers: Collection[int]) -> bool:
    """Whether one of the words is of work or of something of every day, also at the end of a compound."""
    return heard.holds(numbers, _EVERYDAY) or any(word.endswith(_LONG) for word in heard.plain(numbers))


def adrift(heard: Hearing, match: Match) -> bool:
    """Whether loose words met by chance: in a long account, among words of several other things."""
    around = heard.sentence(match.first)
    beside = range(max(around.start, match.first - _BESIDE), min(around.stop, match.last + _BESIDE + 1))
    return len(heard.words) > _ACCOUNT and sum(_tells(heard, number) for number in beside) >= _ELSE


def _goes_on(heard: Hearing, match: Match) -> bool:
    """Whether it goes on about something of its own: "disappear from that list", "hurt myself climbing"."""
    after = heard.after(match)
    passing = heard.says(heard.sentence(match.first), _THEN) and heard.says(after[:1], _WHILE)
    about = heard.says(match.at, {"er"}) and heard.says(after[:1], _THERE)
    return (
        doing(heard, match)
        or passing
        or about
        or (heard.says(after[:1], _LEADING_ON) and any(_tells(heard, number) for number in _matter(heard, after[1:4])))
    )


def _matter(heard: Hearing, numbers: range) -> tuple[int, ...]:
    """The words among these that do not only tell when it was."""
    return tuple(number for number in numbers if not heard.holds((number,), _TIMES))


def doing(heard: Hearing, match: Match) -> bool:
    """Whether it came of doing something else: "hurt myself climbing"."""
    after = heard.after(match)[:1]
    return any(heard.words[number].plain.endswith("ing") and _tells(heard, number) for number in after)


def mishap(heard: Hearing, match: Match) -> bool:
    """Whether the writer was grazed by a thing: "cut myself on a tin", "burned myself on that deal"."""
    return any(_at_a_thing(heard, heard.after(Match((each,)))) for each in match.at if heard.says((each,), _GRAZED))


def _at_a_thing(heard: Hearing, rest: range) -> bool:
    at = any(heard.says(rest[n : n + 1], _AT) and heard.says(rest[n + 1 : n + 2], _ARTICLES) for n in range(_NEAR))
    return at and not heard.holds(rest, _NO_THING)


def surfeit(heard: Hearing, match: Match) -> bool:
    """Whether it was too much of a thing of every day: "overdose of meetings", "cut myself out of the meeting"."""
    of = range(match.last + 1, min(match.last + 3, heard.sentence(match.last).stop))
    thing = range(match.last + 2, min(match.last + 5, heard.sentence(match.last).stop))
    return heard.says(match.at, _TOO_MUCH) and heard.says(of[:1], _OUT_OF) and everyday(heard, thing)


def dose(heard: Hearing, match: Match) -> bool:
    """Whether one ordinary dose was taken and that was that: "swallowed the pill and signed"."""
    every = range(len(heard.words))
    took = heard.says(match.at, _ONE_DOSE) and heard.says(match.at, _TAKEN) and heard.says(heard.after(match), _AND)
    single = all(_single(heard, number) for number in every if heard.says((number,), _ONE_DOSE))
    return took and single and not heard.says(every, _NO_DOSE) and not _counted(heard)


def _counted(heard: Hearing) -> bool:
    return any(word.plain.isdigit() and word.plain not in _ONE for word in heard.words)


def _single(heard: Hearing, number: int) -> bool:
    """Whether nothing before the name of a medicine says that it was more than one or two of it."""
    start = heard.sentence(number).start
    return (
        number == start
        or heard.says((number - 1,), _TAKEN)
        or heard.says(range(max(start, number - _ARTICLE), number), _ONE)
    )


def errand(heard: Hearing, match: Match) -> bool:
    """Whether the words only tell that something is finished or left: "finish this tonight"."""
    return all(heard.says((number,), _ERRANDS) for number in match.at)


def delegated(heard: Hearing, match: Match) -> bool:
    """Whether others did something without the writer once, and nobody only imagines how it would be."""
    around = heard.sentence(match.first)
    did = heard.says(match.at, _WITHOUT) and heard.says(around, _MANAGED)
    return did and not heard.says(around, _IMAGINED)


def _tells(heard: Hearing, number: int) -> bool:
    """Whether a word names something that is no part of these thoughts."""
    return heard.words[number].forms.isdisjoint(meanings.loose(_LIST))
