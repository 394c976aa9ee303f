"""Intending: what the writer commits to do."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from dialogues.hearing import NEGATIONS, PRONOUNS, SELF, vocabulary
from dialogues.model import LANGUAGES, Language
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
_MY_THINGS = vocabulary("markers", "my things")
_BARE = vocabulary("markers", "bare verbs en")
_ASKED = frozenset({"of", "whether"})
_MAYBE = frozenset({"misschien", "wellicht", "maybe", "perhaps", "hopelijk", "hopefully", "eventueel", "probably"})
_ORDER = frozenset({"first", "then", "before", "less", "more", "instead", "not", "next"})
_POSTURES = frozenset(
    {"zitten", "staan", "liggen", "leren", "ontdekken", "slapen", "werken", "genieten", "gaan", "blijven"}
)
_DETERMINERS = vocabulary("clauses", "determiners")
_BOTH_TENSES = frozenset({"let", "put", "cut", "set", "read", "quit", "shut", "hit"})
_BEING = frozenset({"hebben", "zijn", "blijven", "worden"})
_LABELLED = 3  # words from which a label must begin as one
_LIGHT = frozenset({"eerst", "even", "meteen", "gewoon", "langs", "terug"})
_SHORT_LINE = 13  # words
_OUGHT = frozenset({"must", "need", "have"})
_MOMENTS = frozenset({"tomorrow", "next", "morgen", "volgende", "maandag", "monday", "straks", "tonight"})
_AGAIN = frozenset({"weer", "opnieuw", "again", "next", "volgende"})
_IF = frozenset({"als", "zodra", "wanneer", "if", "when"})
_PAST_PLAN = frozenset(
    {"had", "was", "hadden", "waren", "nam", "did", "wilde", "planned", "intended", "meant", "zou", "would"}
)


def intentions(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses in which the writer commits to something."""
    words = reading.heard.words
    denied = {reading.at(number).numbers for match in reading.finds(_NOT_MEANT, 0) for number in match.at}
    unreal = repeated(reading) | supposed(reading)
    promised = set(_promised(reading, language))
    later = _later(reading, language)
    near = {reading.at(match.first).numbers for match in reading.finds(_NEAR, 0)}
    henceforth = {words[match.first].sentence for match in reading.finds(_HENCEFORTH, 0)}
    for clause in reading.clauses:
        if (
            clause.numbers in denied
            or clause.sentence in unreal
            or _looks_back(reading, clause)
            or told(reading, clause)
        ):
            continue
        if _labelled(reading, clause, later) or _when_then(reading, clause, language):
            yield clause
            continue
        soon = clause.sentence in later or clause.numbers in near
        meant = clause.whose == "own" and clause.opener not in _ASKED and _means(reading, clause, language, soon)
        own = clause.whose in {"own", "thing"} or "is" in reading.plain(clause.numbers[1:3])
        if meant or (own and clause.numbers in promised) or _resolves(reading, clause, language, henceforth):
            yield clause


def _promised(reading: Reading, language: Language) -> Iterator[range]:
    for match in reading.finds(_COMMITS[language], 2):
        numbers = reading.at(match.first).numbers
        if match.last in numbers:
            yield numbers


def _later(reading: Reading, language: Language) -> set[int]:
    """The sentences that name a moment to come: by a phrase, or by a weekday without a word for the past."""
    words = reading.heard.words
    gone = {words[match.first].sentence for match in reading.finds(_GONE, 0)}
    later = {words[match.first].sentence for match in reading.finds(_FUTURE, 0)}
    days = (number for number, word in enumerate(words) if word.plain in _WEEKDAYS)
    return later | (
        {words[number].sentence for number in days if not _tells(reading, reading.at(number), language)} - gone
    )


def _tells(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether a clause is told in the past, so that its weekday lies behind."""
    words = reading.words(clause.numbers)
    if language == "nl":
        return _past_nl(words)
    return any(past(word, "en") and word.plain not in _BOTH_TENSES for word in words)


def _means(reading: Reading, clause: Clause, language: Language, later: bool) -> bool:
    if _often(reading.words(clause.numbers)):
        return False
    return _means_nl(reading, clause, later) if language == "nl" else _means_en(reading, clause, later)


def _looks_back(reading: Reading, clause: Clause) -> bool:
    plain = set(reading.plain(clause.numbers))
    wishing = "would" in plain and bool(plain & {"like", "rather"})
    return bool(plain & _MAYBE) or (bool(plain & _PAST_PLAN) and not wishing)


def _labelled(reading: Reading, clause: Clause, later: set[int]) -> bool:
    """Whether a line calls itself so: "Voornemen: eerder nee zeggen", or gives the moment first: "Tomorrow: say so"."""
    whole = reading.sentence(clause)
    if clause.numbers.start != whole.start or len(clause.numbers) > 5 or clause.numbers.stop >= whole.stop:
        return False
    if any(past(word, name) for word in reading.words(clause.numbers) for name in LANGUAGES):
        return False
    rest = range(clause.numbers.stop, whole.stop)
    words = reading.words(rest)
    bare = words[0].plain not in STARTS and not reading.heard.says(rest, SELF | PRONOUNS) and not _tensed(words, "en")
    timed = clause.sentence in later and reading.plain(clause.numbers)[0] in _MOMENTS
    return _names_a_plan(reading.plain(clause.numbers)) or (timed and bare)


def _names_a_plan(plain: list[str]) -> bool:
    """Whether a line begins as "Voornemen", "Plan is" or "My first step" do."""
    own = len(plain) < _LABELLED or plain[0] in {"mijn", "my", "eerste", "first", "one", "een", "next"} | _LABELS
    return own and not _LABELS.isdisjoint(plain)


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
    whole = reading.words(reading.sentence(clause))
    first = _begins(reading, clause)
    if clause.whose == "thing" and first and _mine_to_keep(reading, clause, henceforth):
        return True
    if not first or _tensed(whole, language) or any(word.plain in PRONOUNS & STARTS for word in whole):
        return False
    if language == "en":
        return clause.whose != "own" and (clause.sentence in henceforth or _told_to_oneself(whole))
    return clause.whose == "thing" and (clause.sentence in henceforth or _stepping(whole))


def _begins(reading: Reading, clause: Clause) -> bool:
    """Whether a clause starts its sentence, or comes after a word that leads it in: "Dus: minder praten"."""
    before = reading.before(clause)
    return not before or (len(before) == 1 and len(before[0].numbers) < 3)


def _stepping(words: list[Word]) -> bool:
    """Whether a Dutch line in note form says what to do: "eerst vragen", "morgen excuses maken aan het team"."""
    led = words[1:] if words[0].plain in {"dus", "kortom", "en"} else words
    doing = bool(led) and led[0].plain in _STEPS and any(map(infinitive, led[1:])) and not any(map(perfect, led))
    gentle = bool(led) and led[0].plain in _WEEKDAYS | _MOMENTS and any(word.plain in _LIGHT for word in led)
    return doing or gentle


def _told_to_oneself(words: list[Word]) -> bool:
    """Whether an English line tells nobody but the writer what to do: "Ask first, then tell."."""
    led = words[1:] if words[0].plain in {"so", "and"} else words
    plain = [word.plain for word in led]
    bare = plain[:1] != [] and plain[0] in _BARE and len(plain) < _SHORT_LINE and not _ORDER.isdisjoint(plain[1:])
    lessening = (
        plain[:1] != [] and plain[0] in {"less", "fewer", "more"} and any(each.endswith("ing") for each in plain)
    )
    return (bare or lessening) and not {"you", "your", "please"} & set(plain)


def _mine_to_keep(reading: Reading, clause: Clause, henceforth: Collection[int]) -> bool:
    """Whether something of the writer's is kept so from now on: "vanaf maandag blijft mijn telefoon in de la"."""
    words = reading.words(clause.numbers)
    return (
        clause.sentence in henceforth
        and any(word.plain in _MY_THINGS for word in words)
        and not any(past(word, name) for word in words for name in LANGUAGES)
    )


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
    if _past_nl(words):
        return False
    rest = [word for word in reading.words(reading.sentence(clause)) if word.start >= words[0].start]
    verbs = list(finite(reading, clause))
    going = any(word.plain in {"ga", "zal"} for word in verbs)
    wanting = any(word.plain == "wil" for word in verbs) and not _denies(words)
    ought = later and any(word.plain == "moet" for word in verbs)
    planned = later and not any(perfect(word) for word in words) and any(map(_acts, verbs))
    placed = going and any(word.plain in _POSTURES for word in rest[1:])
    settled = later and (going or wanting) and any(word.plain in _BEING for word in rest)
    habit = not later and any(each.opener in _IF for each in reading.before(clause)[-1:])
    return not habit and (
        planned or placed or settled or ((going or wanting or ought) and any(infinitive(word) for word in rest))
    )


def _past_nl(words: list[Word]) -> bool:
    """Whether a word is a past form, and no noun that looks like one: "met de bond"."""
    before = [*(word.plain for word in words[:1]), *(word.plain for word in words)]
    return any(past(word, "nl") and earlier not in _DETERMINERS for earlier, word in zip(before, words, strict=False))


def _acts(verb: Word) -> bool:
    known = bool(infinitives(verb.forms, verb.plain)) and active(verb, "nl") and verb.plain not in STOPS
    return known or verb.plain in _SIMPLE


def _means_en(reading: Reading, clause: Clause, later: bool) -> bool:
    verb, helpers = main_verb(reading, clause)
    words = reading.words(clause.numbers)
    plain = {word.plain for word in words}
    if not (SELF & plain or clause.implied):
        return False
    if verb is None:  # "And I will."
        return bool({"will", "shall"} & helpers) and reading.sentence(clause).stop == clause.numbers.stop
    going = "going" in helpers and "to" in plain
    will = bool(helpers & {"will", "shall"}) and not helpers & {"have", "been"}
    wanting = "want" in helpers and _wants_to(words) and not _denies(words) and (later or active(verb, "en"))
    ought = later and _must(words) and bool(helpers & _OUGHT) and active(verb, "en")
    arranged = later and verb.plain.endswith("ing") and "going" not in helpers and ("am" in helpers or clause.implied)
    both = verb.plain in _BOTH_TENSES and any(match.first in clause.numbers for match in reading.finds(_FUTURE, 0))
    simply = later and not helpers and (both or not past(verb, "en"))
    simply = simply and done(reading, clause, "en")
    settled = later and ("want" in helpers and verb.plain in {"it", "this", "that"})
    settled = settled or (later and [word.plain for word in words[:2]] == ["let", "me"])
    return going or will or wanting or ought or arranged or simply or settled


def _wants_to(words: Collection[Word]) -> bool:
    return any(one.plain == "want" and two.plain == "to" for one, two in pairwise(words))


def _must(words: Collection[Word]) -> bool:
    """Whether "must", "need to" or "have to" is said."""
    led = any(one.plain in {"need", "have"} and two.plain == "to" for one, two in pairwise(words))
    return led or any(word.plain == "must" for word in words)


def _often(words: Collection[Word]) -> bool:
    return any(word.plain in _HABIT for word in words)


def _denies(words: Collection[Word]) -> bool:
    return any(word.plain in NEGATIONS for word in words)
