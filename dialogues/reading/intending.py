"""Intending: what the writer commits to do."""

from collections.abc import Collection, Iterator

from dialogues.hearing import NEGATIONS, PRONOUNS, SELF, vocabulary
from dialogues.model import Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import active, infinitive, infinitives, past, perfect
from dialogues.reading.listing import listed
from dialogues.reading.reality import repeated, supposed, told
from dialogues.reading.subjects import STARTS
from dialogues.reading.verbs import done, finite, main_verb
from dialogues.words import STOPS, Word

_COMMITS = {name: listed("markers", f"commits {name}") for name in ("nl", "en")}
_NOT_MEANT = listed("markers", "no commitment")
_FUTURE = listed("markers", "future time")
_NEAR = listed("markers", "near time")
_HENCEFORTH = listed("markers", "from now on")
_STEPS = vocabulary("markers", "first steps")
_GONE = listed("markers", "gone time")
_WEEKDAYS = vocabulary("markers", "weekdays") | vocabulary("markers", "months")
_HABIT = vocabulary("markers", "habit")
_SIMPLE = vocabulary("markers", "simple verbs")
_LABELS = vocabulary("markers", "labels of a plan")
_MOMENTS = frozenset({"tomorrow", "next", "morgen", "volgende", "maandag", "monday", "straks", "tonight"})
_AGAIN = frozenset({"weer", "opnieuw", "again", "next", "volgende"})
_IF = frozenset({"als", "zodra", "wanneer", "if", "when"})
_PAST_PLAN = frozenset({"had", "was", "hadden", "waren", "nam", "did", "wilde", "planned", "intended", "zou", "would"})


def intentions(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses in which the writer commits to something."""
    words = reading.heard.words
    denied = {words[match.first].sentence for match in reading.finds(_NOT_MEANT, 0)}
    denied |= repeated(reading) | supposed(reading)
    promised = set(_promised(reading, language))
    later = _later(reading)
    near = {reading.at(match.first).numbers for match in reading.finds(_NEAR, 0)}
    henceforth = {words[match.first].sentence for match in reading.finds(_HENCEFORTH, 0)}
    for clause in reading.clauses:
        if clause.sentence in denied or _looks_back(reading, clause) or told(reading, clause):
            continue
        if _labelled(reading, clause, later) or _when_then(reading, clause, language):
            yield clause
            continue
        soon = clause.sentence in later or clause.numbers in near
        meant = clause.whose == "own" and _means(reading, clause, language, soon)
        own = clause.whose in {"own", "thing"} or "is" in reading.plain(clause.numbers[1:3])
        if meant or (own and clause.numbers in promised) or _resolves(reading, clause, language, henceforth):
            yield clause


def _promised(reading: Reading, language: Language) -> Iterator[range]:
    for match in reading.finds(_COMMITS[language], 2):
        numbers = reading.at(match.first).numbers
        if match.last in numbers:
            yield numbers


def _later(reading: Reading) -> set[int]:
    """The sentences that name a moment to come: by a phrase, or by a weekday without a word for the past."""
    words = reading.heard.words
    gone = {words[match.first].sentence for match in reading.finds(_GONE, 0)}
    later = {words[match.first].sentence for match in reading.finds(_FUTURE, 0)}
    return later | ({word.sentence for word in words if word.plain in _WEEKDAYS} - gone)


def _means(reading: Reading, clause: Clause, language: Language, later: bool) -> bool:
    if _often(reading.words(clause.numbers)):
        return False
    return _means_nl(reading, clause, later) if language == "nl" else _means_en(reading, clause, later)


def _looks_back(reading: Reading, clause: Clause) -> bool:
    wishing = {"would", "like"} <= set(reading.plain(clause.numbers))
    return reading.heard.says(clause.numbers, _PAST_PLAN) and not wishing


def _labelled(reading: Reading, clause: Clause, later: set[int]) -> bool:
    """Whether a line calls itself so: "Voornemen: eerder nee zeggen", or gives the moment first: "Tomorrow: say so"."""
    whole = reading.sentence(clause)
    if clause.numbers.start != whole.start or len(clause.numbers) > 2 or clause.numbers.stop >= whole.stop:
        return False
    rest = range(clause.numbers.stop, whole.stop)
    words = reading.words(rest)
    bare = words[0].plain not in STARTS and not reading.heard.says(rest, SELF | PRONOUNS) and not _tensed(words, "en")
    timed = clause.sentence in later and reading.plain(clause.numbers)[0] in _MOMENTS
    return reading.plain(clause.numbers)[-1] in _LABELS or (timed and bare)


def _when_then(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether the writer says what to do when something comes again: "als het weer gebeurt, adem ik eerst in"."""
    conditions = [each for each in reading.before(clause) if each.opener in _IF]
    words = reading.words(clause.numbers)
    if clause.whose != "own" or not conditions or any(past(word, language) for word in words) or _often(words):
        return False
    again = any(reading.heard.says(each.numbers, _AGAIN) for each in conditions)
    first = reading.heard.says(clause.numbers, {"eerst", "first"})
    verbs = finite(reading, clause) if language == "nl" else iter([main_verb(reading, clause)[0]])
    acts = any(verb is not None and (_acts(verb) if language == "nl" else active(verb, "en")) for verb in verbs)
    return (again or first) and acts


def _resolves(reading: Reading, clause: Clause, language: Language, henceforth: Collection[int]) -> bool:
    """Whether a line without a verb of its own says what to do: "voortaan eerst bellen"."""
    words = reading.words(clause.numbers)
    whole = reading.words(reading.sentence(clause))
    first = clause.numbers.start == reading.sentence(clause).start
    if clause.whose != "thing" or not first or _tensed(whole, language):
        return False
    stepping = words[0].plain in _STEPS and language == "nl" and infinitive(whole[-1]) and not any(map(perfect, whole))
    return clause.sentence in henceforth or stepping


def _tensed(words: Collection[Word], language: Language) -> bool:
    busy = {
        "is",
        "zijn",
        "are",
        "was",
        "gaat",
        "gaan",
        "will",
        "wordt",
        "worden",
        "heeft",
        "has",
        "komt",
        "kan",
        "moet",
    }
    return any(past(word, language) or word.plain in busy for word in words)


def _means_nl(reading: Reading, clause: Clause, later: bool) -> bool:
    words = reading.words(clause.numbers)
    if any(past(word, "nl") for word in words):
        return False
    rest = [word for word in reading.words(reading.sentence(clause)) if word.start >= words[0].start]
    verbs = list(finite(reading, clause))
    going = any(word.plain in {"ga", "zal"} for word in verbs)
    wanting = any(word.plain == "wil" for word in verbs) and not _denies(words)
    planned = later and not any(perfect(word) for word in words) and any(map(_acts, verbs))
    return planned or ((going or wanting) and any(infinitive(word) for word in rest))


def _acts(verb: Word) -> bool:
    known = bool(infinitives(verb.forms, verb.plain)) and active(verb, "nl") and verb.plain not in STOPS
    return known or verb.plain in _SIMPLE


def _means_en(reading: Reading, clause: Clause, later: bool) -> bool:
    verb, helpers = main_verb(reading, clause)
    words = reading.words(clause.numbers)
    plain = {word.plain for word in words}
    if verb is None or not (SELF & plain or clause.implied):
        return False
    going = "going" in helpers and "to" in plain
    will = bool(helpers & {"will", "shall"}) and not helpers & {"have", "been"}
    wanting = "want" in helpers and not _denies(words) and active(verb, "en")
    arranged = later and verb.plain.endswith("ing") and "going" not in helpers and ("am" in helpers or clause.implied)
    simply = later and not helpers and not past(verb, "en") and done(reading, clause, "en")
    return going or will or wanting or arranged or simply


def _often(words: Collection[Word]) -> bool:
    return any(word.plain in _HABIT for word in words)


def _denies(words: Collection[Word]) -> bool:
    return any(word.plain in NEGATIONS for word in words)
