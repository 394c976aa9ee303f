"""Refusing: a plan that is denied. It is none, unless something else comes in its place or it is about how or when."""

from dialogues import lexicon
from dialogues.language.hearing import NEGATIONS, vocabulary
from dialogues.language.words import Word, fold
from dialogues.model import Language
from dialogues.reading.ahead import Ahead
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import active, acts_now, infinitive
from dialogues.reading.verbs import main_verb

_WILL = frozenset({"zal", "ga", "will", "shall", "going"})
_DENIES = frozenset({"niet", "niets", "niks", "niemand", "not", "nothing", "nobody"})
_NOTHING = frozenset({"niets", "niks", "nothing"})
_ANYTHING = frozenset({"anything", "iets"})
_LETTING = tuple(tuple(fold(each).split()) for each in lexicon.words("markers", "letting be"))
_AT_THE_END = vocabulary("markers", "around letting be")
_CHANGING = vocabulary("markers", "changing")
_QUALIFIED = vocabulary("markers", "ever again") | vocabulary("markers", "how it is not done")
_ONLY_THEN = frozenset({"before", "until", "till", "unless", "voordat", "voor", "totdat", "tot", "tenzij"})
_TURNING = frozenset({"maar", "but"})
_INSTEAD = _TURNING | {"instead", "rather", "liever", "wel", "plaats"}
_FAR, _NEAR = 4, 2  # words that may stand between a Dutch helper and what denies it, and around an English one


def refused(reading: Reading, clause: Clause, language: Language, moments: Ahead) -> bool:
    """Whether a clause says no more than that something will not be done: "I will not call", "ik verander niets"."""
    words = reading.words(clause.numbers)
    plain = [word.plain for word in words]
    if not _QUALIFIED.isdisjoint(plain):
        return False
    if _nothing(words):
        return True
    place = next((place for place, word in enumerate(plain) if word in _WILL), None)
    if place is None or moments.soon(clause) or clause.sentence in moments.henceforth:
        return False
    if language == "nl":
        led = words[place + 1 : place + 2 + _FAR]
        denied = next((at for at, word in enumerate(led) if word.plain in _DENIES), None)
        no = denied is not None and not any(map(infinitive, led[:denied]))
    else:
        no = not _DENIES.isdisjoint(plain[max(0, place - _NEAR) : place + 1 + _NEAR])
    return no and not _something_else(reading, clause, language)


def lets_be(reading: Reading, clause: Clause) -> bool:
    """Whether something is only left as it is: "I'll leave it at that", but not "I'll leave it to the team"."""
    plain = [each for each in reading.plain(clause.numbers) if each not in _AT_THE_END]
    return any(tuple(plain[-len(each) :]) == each for each in _LETTING)


def _nothing(words: list[Word]) -> bool:
    """Whether nothing is to be done or changed, or resolved upon: "ik neem me niets voor"."""
    plain = [word.plain for word in words]
    none = not _NOTHING.isdisjoint(plain)
    none = none or not (_ANYTHING.isdisjoint(plain) or NEGATIONS.isdisjoint(plain))
    resolved = plain[-1] == "voor" and any("nemen" in word.forms for word in words)
    return none and (resolved or any(not word.forms.isdisjoint(_CHANGING) for word in words))


def _something_else(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether the writer says what will be done in its place, or from when: "niet bellen maar langsgaan"."""
    if not _INSTEAD.isdisjoint(reading.plain(clause.numbers)):
        return True
    start, sentence = clause.numbers.stop, reading.sentence(clause)
    after = [each for each in reading.clauses if start <= each.numbers.start < sentence.stop]
    return any(
        each.opener in _ONLY_THEN or (_turns(reading, each) and _does(reading, each, language)) for each in after[:1]
    )


def _turns(reading: Reading, clause: Clause) -> bool:
    instead = clause.opener in _TURNING or reading.heard.says(clause.numbers, _INSTEAD)
    return instead and clause.whose == "own" and not reading.heard.says(clause.numbers, _DENIES)


def _does(reading: Reading, clause: Clause, language: Language) -> bool:
    if language == "nl":
        return any(infinitive(word) or acts_now(word) for word in reading.words(clause.numbers))
    verb, _ = main_verb(reading, clause)
    return verb is not None and active(verb, "en")
