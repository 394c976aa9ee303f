"""Brisk: a plan in a few hurried words, its verb first: "bel m morgen ff", "ask her on friday"."""

from dialogues.language.hearing import NEGATIONS, PREPOSITIONS, PRONOUNS, SELF, vocabulary
from dialogues.language.words import STOPS, Word
from dialogues.model import Language
from dialogues.reading import towards
from dialogues.reading.ahead import Ahead, is_moment
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import acts_now, infinitive, infinitives, past, perfect
from dialogues.reading.subjects import HUMANS, JOINING, NOMINATIVES

_LEADS = (vocabulary("clauses", "before a left out subject") - {"check"}) | vocabulary("markers", "before a brisk verb")
_SIMPLE = vocabulary("markers", "simple verbs") - {"zie", "zit", "sta", "blijf"}
_BARE = vocabulary("markers", "bare verbs en") | vocabulary("verbs", "towards somebody")
_LETTING = frozenset({"laat", "let"})
_PUTTING = frozenset({"leave", "put", "keep", "hold", "drop", "zet", "stop", "bewaar"})
_PARTED = frozenset({"leg", "kaart", "stel"})  # "leg t dinsdag voor"
_ALSO_NOUNS = vocabulary("markers", "also nouns")
_THINGS = frozenset({"het", "dit", "dat", "it", "this", "that"})
_ALSO_OBJECTS = frozenset({"ze", "iedereen", "iemand", "everyone", "everybody", "someone", "somebody"})
_SUBJECTS = NOMINATIVES - _ALSO_OBJECTS
_TO_OTHERS = frozenset({"me", "mij", "je", "jou", "jij", "u", "jullie", "you", "your", "please"})
_US = frozenset({"ons", "us"})
_OUGHT = frozenset({"moet", "must", "need", "have", "got"})
_TENSED = vocabulary("markers", "finite in a note") | vocabulary("feelings", "copulas")
_THAT = frozenset({"dat", "die", "om", "te", "of"})
_AGAIN = frozenset({"opnieuw", "eens", "weer", "again", "aub", "svp", "maar"})  # said to who asks rather than of people
_NOT_MINE = SELF | _TO_OTHERS | NEGATIONS | _AGAIN
_SAID = frozenset({"what", "wat", "how", "hoe", "why", "waarom", "that", "dat", "whether", "of", "if"})
_NOT_BEFORE = PREPOSITIONS | {"te", "zijn", "hun"}
_SHORT = 3  # words of a clause that is a moment by itself
_NOUN_WITH = frozenset({"met", "van", "door", "from", "by", "with"})


def brisk(reading: Reading, clause: Clause, language: Language, moments: Ahead) -> bool:
    """Whether a clause starts with what will be done to somebody, or with "it", and names the moment."""
    if not moments.soon(clause) or not _set_apart(reading, clause) or not _timed(reading, clause, moments):
        return False
    numbers = _led(reading, clause)
    if not numbers:
        return False
    if reading.heard.says(numbers, _NOT_MINE):
        return False
    if language == "nl" and _to_be_done(reading, numbers):
        return True
    verb, after = reading.heard.words[numbers.start], numbers[1:]
    if reading.heard.says(after, _SUBJECTS) or reading.heard.says(after[:1], _US) or is_moment(verb.plain):
        return False
    if verb.plain in _OUGHT:
        return _ought(reading, after, language)
    return _acts_first(reading, verb, after, language)


def _acts_first(reading: Reading, verb: Word, after: range, language: Language) -> bool:
    """Whether a verb is the writer's, and it is told what or who it is done to."""
    does = _does_nl(verb) if language == "nl" else verb.plain in _BARE
    noun = verb.plain in _ALSO_NOUNS or (language == "nl" and verb.forms == {verb.plain})
    if not does or (noun and reading.heard.says(after[:3], _NOUN_WITH)):
        return False
    asked = towards.does(verb) or verb.plain in _LETTING | _PUTTING  # "vraag het morgen" may be said to who asks
    asked = asked and not (verb.plain in _PARTED and reading.heard.says(after, {"aan", "voor"}))
    if not asked and reading.heard.says(after[:1], _THINGS) and _by_itself(reading, after[1:2]):
        return True
    known = not noun or towards.does(verb)
    return known and towards.whom(reading.heard, after.start - 1)


def _by_itself(reading: Reading, following: range) -> bool:
    """Whether "it" stands alone: "doe het morgen", but not "staat het rapport er"."""
    words = reading.words(following)
    short = all(word.plain in STOPS | _LEADS or is_moment(word.plain) for word in words)
    return short or towards.somebody_among(reading.heard, following)


def _timed(reading: Reading, clause: Clause, moments: Ahead) -> bool:
    """Whether a moment to come is named in the clause, or beside it: "tomorrow, ask her"."""
    place = reading.homes[clause.numbers.start]
    beside = [each for each in reading.clauses[max(0, place - 1) : place + 2] if each.sentence == clause.sentence]
    near = [each for each in beside if each == clause or len(each.numbers) <= _SHORT or _hangs(each, clause)]
    return any(each.numbers in moments.named | moments.near or _has_day(reading, each) for each in near)


def _hangs(one: Clause, clause: Clause) -> bool:
    """Whether the moment of one clause is that of the other: "and" goes on from it, or it is what is asked or said."""
    later = one.numbers.start > clause.numbers.start
    return one.opener in _SAID if later else clause.opener in JOINING


def _has_day(reading: Reading, clause: Clause) -> bool:
    return any(is_moment(each) for each in reading.plain(clause.numbers))


def _led(reading: Reading, clause: Clause) -> range:
    """The words of a clause from its first one that matters: "en dan morgen" leads in "bel hem"."""
    numbers = clause.numbers
    while numbers and (reading.heard.says(numbers[:1], _LEADS) or reading.plain(numbers[:1])[0].isdigit()):
        numbers = numbers[1:]
    return numbers


def _set_apart(reading: Reading, clause: Clause) -> bool:
    """Whether a clause begins its sentence, or is set apart from what came before, and is no part of it."""
    start = clause.numbers.start
    begins = start == reading.sentence(clause).start
    apart = begins or reading.heard.words[start].clause != reading.heard.words[start - 1].clause
    return apart if clause.opener in {"", "dan", "then"} else clause.opener in JOINING | {"dus", "so"}


def _ought(reading: Reading, after: range, language: Language) -> bool:
    """Whether somebody is still to be spoken to, or the like: "moet r morgen bellen", "need to talk to him friday"."""
    words = reading.words(after)
    doing = any(map(infinitive, words)) if language == "nl" else any(word.plain in _BARE for word in words[:3])
    return doing and towards.somebody_among(reading.heard, after)


def _to_be_done(reading: Reading, numbers: range) -> bool:
    """Whether a Dutch line without a tensed verb says what to do, and to whom: "sorry zeggen tegen m morgen"."""
    words = reading.words(numbers)
    doing = [number for number, word in zip(numbers, words, strict=True) if infinitive(word) and towards.does(word)]
    tensed = any(word.plain in _TENSED | _SUBJECTS | _THAT or perfect(word) or past(word, "nl") for word in words)
    if not doing or tensed or towards.somebody_among(reading.heard, numbers[:1]):
        return False
    last, rest = reading.heard.words[doing[-1] - 1], range(doing[-1] + 1, numbers.stop)
    led = doing[-1] > numbers.start and (last.plain in _NOT_BEFORE or not last.forms.isdisjoint(HUMANS - PRONOUNS))
    ends = all(reading.heard.says((each,), _LEADS) for each in rest) or reading.heard.says(rest[:1], PREPOSITIONS)
    return ends and not led and towards.somebody_among(reading.heard, numbers)


def _does_nl(word: Word) -> bool:
    """Whether a word is the form that goes with "ik": "bel" and "praat", but not "belt"."""
    stem = not word.plain.endswith("t") or all(each.endswith("ten") for each in infinitives(word.forms, word.plain))
    known = acts_now(word) and stem and word.plain not in STOPS and not word.plain.endswith("en")
    return (known or word.plain in _SIMPLE) and not past(word, "nl")
