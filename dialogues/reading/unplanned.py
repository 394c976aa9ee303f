"""Unplanned: what looks like a plan and tells of a lack, a wish that others should grant, or a question to oneself."""

from dialogues import lexicon
from dialogues.language.hearing import NEGATIONS, SELF, vocabulary
from dialogues.language.words import Word, fold
from dialogues.model import Language
from dialogues.reading import towards
from dialogues.reading.ahead import Ahead, is_moment
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import infinitive, past, perfect

_NONE = frozenset({"geen", "no", "weinig", "little"})
_LACKING, _AGENDA = vocabulary("markers", "lacking"), vocabulary("markers", "agenda")
_DAYS_ARE = vocabulary("markers", "how a day is")
_ASKING = frozenset(tuple(fold(each).split()) for each in lexicon.words("markers", "asking first"))
_WANTING = frozenset({"wil", "want", "like", "need", "moet"})
_BE = frozenset({"be", "being"})
_READY = vocabulary("markers", "ready rather than done to")
_DONE_TO = vocabulary("verbs", "participles en")
_THAT = frozenset({"dat", "that"})
_DO = frozenset({"doen", "do"})
_AGAIN = frozenset({"again", "anymore", "more", "longer"})
_ANY_MORE = frozenset({"meer", "more", "longer", "anymore"})
_TO_BED = frozenset({"bed", "sleep", "slapen", "home", "huis"})
_GOING = frozenset({"to", "naar", "go", "going", "ga", "gaan", "nu", "lekker", "now", "wil"})
_A_DAY = frozenset({"dag", "day", "week", "weekend", "morgen", "tomorrow", "and", "en"})
_SMALL = (
    vocabulary("markers", "before a brisk verb")
    | vocabulary("clauses", "determiners")
    | _NONE
    | {"heel", "erg", "very", "on", "op", "off"}
)
_COMING = frozenset({"next", "volgende", "volgend", "komende", "komend", "eerstvolgende"})
_HOW = frozenset({"earlier", "early", "eerder", "vroeg", "vroeger", "tijd", "time", "before", "by", "om", "at"})
_WITHIN = 4  # words after "geen" in which it is told what there is none of


def unplanned(reading: Reading, clause: Clause, language: Language, moments: Ahead) -> bool:
    """Whether a clause tells no more than what there is none of, what others should do, or asks."""
    plain = reading.plain(clause.numbers)
    return (
        asks(plain)
        or _lacks(reading, clause)
        or _in_the_diary(reading, clause)
        or _wishes(reading, clause, language)
        or _noticed(reading, clause, moments)
        or _no_effort(reading, clause, plain)
        or (_goes_to_bed(plain) and not moments.soon(clause))
    )


def asks(plain: list[str]) -> bool:
    """Whether a clause is a question to oneself: "zal ik haar bellen", but not "zal ik doen"."""
    return len(plain) > 2 and tuple(plain[:2]) in _ASKING and _DO.isdisjoint(plain[-1:])


def _lacks(reading: Reading, clause: Clause) -> bool:
    """Whether it starts with what there is none of: "geen zin om te bellen", "no call from Mo"."""
    place = next((each for each in clause.numbers[:2] if reading.heard.says((each,), _NONE)), None)
    if place is None or reading.heard.says(clause.numbers, SELF):
        return False
    after = range(place + 1, min(place + 1 + _WITHIN, clause.numbers.stop))
    if reading.heard.holds(after[:2], _LACKING) or reading.heard.says(after, {"om"}):
        return True
    return towards.from_somebody(reading.heard, after) and not reading.heard.says(after, _ANY_MORE)


def _in_the_diary(reading: Reading, clause: Clause) -> bool:
    """Whether a line tells what stands in the diary, or how a day will be: "meeting with Mo tomorrow"."""
    plain = reading.plain(clause.numbers)
    if clause.numbers != reading.sentence(clause) or reading.heard.says(clause.numbers, SELF):
        return False
    head = next((place for place, each in enumerate(plain) if each not in _SMALL and not is_moment(each)), len(plain))
    if all(each in _DAYS_ARE or each in _A_DAY or is_moment(each) for each in plain[head:]):
        return True
    planned = any(map(infinitive, reading.words(clause.numbers[head + 1 :])))
    return plain[head] in _AGENDA and not planned and _COMING.isdisjoint(plain)


def _goes_to_bed(plain: list[str]) -> bool:
    """Whether somebody only turns in, and it is not said how or when: "ik ga slapen"."""
    return plain[-1] in _TO_BED and plain[-2:-1] != [] and plain[-2] in _GOING and _HOW.isdisjoint(plain)


def _wishes(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether the writer wants to be done to, or others to do something: "wil dat ze luisteren"."""
    words = reading.words(clause.numbers)
    plain = [word.plain for word in words]
    if _WANTING.isdisjoint(plain):
        return False
    if language == "nl":
        return ("worden" in plain and any(map(perfect, words))) or _that_others(reading, clause, words)
    be = next((place for place, each in enumerate(plain) if each in _BE and plain[place - 1] != "not"), len(plain))
    return any((past(word, "en") or word.plain in _DONE_TO) and word.plain not in _READY for word in words[be + 1 :])


def _that_others(reading: Reading, clause: Clause, words: list[Word]) -> bool:
    after = [each for each in reading.clauses if each.numbers.start == clause.numbers.stop]
    return not any(map(infinitive, words)) and any(each.opener == "dat" and each.whose != "own" for each in after)


def _noticed(reading: Reading, clause: Clause, moments: Ahead) -> bool:
    """Whether a line is only what was noticed of a want: "that I want to stop"."""
    first = clause.numbers.start == reading.sentence(clause).start
    return (
        first and clause.opener in _THAT and reading.heard.says(clause.numbers, _WANTING) and not moments.soon(clause)
    )


def _no_effort(reading: Reading, clause: Clause, plain: list[str]) -> bool:
    """Whether it is given up: "won't bother again", "won't try any more", but not "won't bother her again"."""
    if NEGATIONS.isdisjoint(plain):
        return False
    after = [
        each for number, each in zip(clause.numbers, clause.numbers[1:], strict=False) if _efforts(reading, number)
    ]
    ended = _efforts(reading, clause.numbers[-1])
    return ended or any(not towards.somebody_among(reading.heard, (each,)) for each in after)


def _efforts(reading: Reading, number: int) -> bool:
    bothers = reading.heard.says((number,), {"bother", "bothering"})
    after = reading.heard.words[number + 1 : number + 2]
    return bothers or (reading.heard.says((number,), {"try"}) and any(word.plain in _AGAIN for word in after))
