"""Intending: what the writer commits to do."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from dialogues.language.hearing import NEGATIONS, PREPOSITIONS, PRONOUNS, SELF, vocabulary
from dialogues.language.words import STOPS, Word
from dialogues.model import Language
from dialogues.reading.ahead import BOTH_TENSES, Ahead, ahead, is_moment, past_nl
from dialogues.reading.brisk import brisk
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import active, infinitive, infinitives, past, perfect
from dialogues.reading.listing import listed
from dialogues.reading.noting import noted
from dialogues.reading.promising import promised
from dialogues.reading.reality import repeated, supposed, told
from dialogues.reading.refusing import lets_be, refused
from dialogues.reading.subjects import JOINING
from dialogues.reading.unplanned import unplanned
from dialogues.reading.verbs import done, finite, main_verb

_NOT_MEANT = listed("markers", "no commitment")
_HABIT = vocabulary("markers", "habit")
_SIMPLE = vocabulary("markers", "simple verbs")
_ASKED = frozenset({"of", "whether"})
_MAYBE = frozenset({"misschien", "wellicht", "maybe", "perhaps", "hopelijk", "hopefully", "eventueel", "probably"})
_POSTURES = frozenset({"zitten", "staan", "liggen", "leren", "ontdekken", "werken", "genieten", "gaan", "blijven"})
_THITHER = frozenset({"af", "langs", "heen", "terug", "naartoe", "toe", "mee", "op", "over", "aan"})
_MUSING = frozenset({"hoping", "expecting", "waiting", "wondering", "thinking", "feeling", "dreading", "worrying"})
_BEING = frozenset({"hebben", "zijn", "blijven", "worden"})
_OUGHT = frozenset({"must", "need", "have"})
_AGAIN = frozenset({"weer", "opnieuw", "again", "next", "volgende"})
_DREADING, _UNCHOSEN = vocabulary("markers", "dreading"), vocabulary("markers", "unchosen")
_CHOOSING = frozenset({"want", "wil", "less", "fewer", "minder"})
_TURNING = JOINING | {"so", "dus", "daarom", "toch"}
_LEADS = frozenset({"dat", "that"})
_WHENEVER = frozenset({"zodra", "wanneer", "when"})
_IF = _WHENEVER | {"als", "if"}
_WITH = frozenset({"met", "zonder", "tussen", "van", "tegen"})
_MY_OWN = frozenset({"de", "mijn", "onze", "deze"})
_PLANNING, _EVER_AGAIN = vocabulary("markers", "planning"), vocabulary("markers", "ever again")
_PROMISING = frozenset({"beloof", "promise"})
_NONE = NEGATIONS | {"niemand"}
_NOTHING = frozenset({"niks", "niets", "nothing"})
_PERFECT_ENDS = frozenset({"hebben", "zijn", "worden"})
_BEFORE_PLAN = 3  # words that a negation may stand before "plan" or "van plan"
_PAST_PLAN = frozenset(
    {"had", "was", "hadden", "waren", "nam", "did", "wilde", "planned", "intended", "meant", "zou", "would"}
)


def intentions(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses in which the writer commits to something."""
    denied = {reading.at(number).numbers for match in reading.finds(_NOT_MEANT, 0) for number in match.at}
    given = set(promised(reading, language))
    moments = ahead(reading, language)
    unreal = (repeated(reading) - moments.later) | supposed(reading)
    for clause in reading.clauses:
        if clause.numbers in denied or clause.sentence in unreal:
            continue
        own = clause.whose in {"own", "thing"} or _of_no_one(reading.plain(clause.numbers))
        meant = (own and clause.numbers in given) or _planned(reading, clause, language, moments)
        if meant and not _no_plan(reading, clause, language, moments):
            yield clause


def _planned(reading: Reading, clause: Clause, language: Language, moments: Ahead) -> bool:
    """Whether a clause has the form of a plan."""
    mine = clause.whose == "own" or _taken_up(reading, clause)
    return (
        (mine and not _only_if(reading, clause) and _means(reading, clause, language, moments))
        or brisk(reading, clause, language, moments)
        or noted(reading, clause, language, moments)
        or _when_then(reading, clause, language)
    )


def _no_plan(reading: Reading, clause: Clause, language: Language, moments: Ahead) -> bool:
    """Whether what has the form of a plan is past, feared, refused, said by others or the like."""
    return (
        _looks_back(reading, clause)
        or told(reading, clause)
        or _disowned(reading.words(clause.numbers))
        or _dreaded(reading, clause)
        or lets_be(reading, clause)
        or refused(reading, clause, language, moments)
        or unplanned(reading, clause, language, moments)
    )


def _taken_up(reading: Reading, clause: Clause) -> bool:
    """Whether what one did goes on in what one will do: "I snapped at her, gonna apologise to her"."""
    goes_on = reading.heard.says(clause.numbers[:1], {"will", "going"})
    return goes_on and any(each.whose == "own" for each in reading.before(clause)[-1:])


def _disowned(words: list[Word]) -> bool:
    """Whether there is no plan ("I don't plan to", "ik beloof niks"), or "zal" guesses at what was."""
    plain = [word.plain for word in words]
    if not _EVER_AGAIN.isdisjoint(plain):
        return False
    guessed = "zal" in plain and plain[-1] in _PERFECT_ENDS and any(perfect(word) for word in words[:-1])
    places = [place for place, each in enumerate(plain) if each in _PLANNING]
    unplanned = any(not NEGATIONS.isdisjoint(plain[max(0, place - _BEFORE_PLAN) : place]) for place in places)
    return guessed or unplanned or (plain[-1] in _NOTHING and not _PROMISING.isdisjoint(plain))


def _only_if(reading: Reading, clause: Clause) -> bool:
    """Whether a clause asks, or names a condition and no more: "if I skip it", but not "if it fails I will wait"."""
    mine = [place for place, each in enumerate(reading.plain(clause.numbers)) if each in SELF]
    return clause.opener in _ASKED or (clause.opener in _IF - _WHENEVER and mine == [1])


def _dreaded(reading: Reading, clause: Clause) -> bool:
    """Whether it is feared or hoped ("I am afraid I will ..."), or what nobody chooses ("I will fail")."""
    plain = reading.plain(clause.numbers)
    before = [] if clause.opener in _TURNING else reading.before(clause)[-1:]
    led = before and [word for word in reading.plain(before[0].numbers) if word not in _LEADS][-1:]
    if _dreads(led or []) or (not before and _dreads(plain[:4])):
        return True
    unchosen = not _UNCHOSEN.isdisjoint(plain)
    return unchosen and (_CHOOSING | NEGATIONS).isdisjoint(plain)


def _dreads(plain: Collection[str]) -> bool:
    return not _DREADING.isdisjoint(plain)


def _of_no_one(plain: list[str]) -> bool:
    """Whether "is" comes after no "he" or "she": "het plan met Els is dat ik ..."."""
    return "is" in plain[1:3] and plain[0] not in PRONOUNS


def _means(reading: Reading, clause: Clause, language: Language, moments: Ahead) -> bool:
    if _often(reading.words(clause.numbers)):
        return False
    return _means_nl(reading, clause, moments) if language == "nl" else _means_en(reading, clause, moments)


def _looks_back(reading: Reading, clause: Clause) -> bool:
    plain = set(reading.plain(clause.numbers))
    wishing = "would" in plain and bool(plain & {"like", "rather"})
    return bool(plain & _MAYBE) or (bool(plain & _PAST_PLAN) and not wishing)


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


def _means_nl(reading: Reading, clause: Clause, moments: Ahead) -> bool:
    later = moments.soon(clause)
    words = reading.words(clause.numbers)
    if past_nl(words):
        return False
    rest = _not_told(reading, clause)
    verbs = list(finite(reading, _from_subject(reading, clause)))
    going = any(word.plain in {"ga", "zal"} for word in verbs)
    wanting = any(word.plain == "wil" for word in verbs) and not reading.heard.says(clause.numbers, _NONE)
    ought = later and any(word.plain == "moet" for word in verbs)
    planned = later and not any(perfect(word) for word in words) and any(map(_acts, verbs))
    planned = planned and not _cannot(reading, clause, moments)
    placed = going and any(word.plain in _POSTURES for word in rest[1:])
    oftener = later or any(word.plain == "vaker" for word in words)
    placed = placed or (going and (later or (oftener and words[-1].plain in _THITHER)))
    settled = later and (going or wanting) and any(word.plain in _BEING for word in rest)
    habit = not later and any(each.opener in _IF for each in reading.before(clause)[-1:])
    return not habit and (planned or placed or settled or ((going or wanting or ought) and _to_do(rest)))


def _from_subject(reading: Reading, clause: Clause) -> Clause:
    """The clause without the "and" or "so" before its "ik", that would be taken for its verb."""
    led = clause.opener in _TURNING and reading.heard.says(clause.numbers[1:2], SELF)
    return replace(clause, numbers=clause.numbers[1:]) if led else clause


def _not_told(reading: Reading, clause: Clause) -> list[Word]:
    """The words of a clause and of what follows in its sentence, but for what tells what was."""
    whole = reading.sentence(clause)
    rest = [each for each in reading.clauses if clause.numbers.start < each.numbers.start < whole.stop]
    own = [each for each in rest if reading.heard.says(each.numbers, SELF)]
    told = [clause, *(each for each in rest if each not in own and not past_nl(reading.words(each.numbers)))]
    return [word for each in told for word in reading.words(each.numbers)]


def _cannot(reading: Reading, clause: Clause, moments: Ahead) -> bool:
    """Whether it is denied of now, with no other moment: "ik trek het vandaag niet" tells how it is."""
    return clause.sentence not in moments.later and _denies(reading.words(clause.numbers))


def _to_do(words: list[Word]) -> bool:
    """Whether there is an infinitive, and not a noun or a moment that looks like one: "met volle tassen"."""
    plain = ["", "", *(word.plain for word in words)]
    return any(
        infinitive(word) and not is_moment(word.plain) and not _noun(before, last)
        for word, before, last in zip(words, plain, plain[1:], strict=False)
    )


def _noun(before: str, last: str) -> bool:
    led = before in PREPOSITIONS and (last in _MY_OWN or (last.endswith("e") and len(last) > len("die")))
    return last in _WITH or led


def _acts(verb: Word) -> bool:
    known = bool(infinitives(verb.forms, verb.plain)) and active(verb, "nl") and verb.plain not in STOPS
    return known or verb.plain in _SIMPLE


def _means_en(reading: Reading, clause: Clause, moments: Ahead) -> bool:
    later = moments.soon(clause)
    verb, helpers = main_verb(reading, clause)
    words = reading.words(clause.numbers)
    plain = {word.plain for word in words}
    goes_on = clause.opener in JOINING and bool(
        ({"will", "shall"} | ({"want"} if later else set())) & plain
    )  # "and shall keep it"
    if not (SELF & plain or clause.implied or goes_on or _taken_up(reading, clause)):
        return False
    if verb is None:  # "And I will."
        return bool({"will", "shall"} & helpers) and reading.sentence(clause).stop == clause.numbers.stop
    going = "going" in helpers and "to" in plain
    will = bool(helpers & {"will", "shall"}) and not helpers & {"have", "been"}
    wanting = "want" in helpers and _wants_to(words) and not _denies(words) and (later or active(verb, "en"))
    ought = later and _must(words) and bool(helpers & _OUGHT) and active(verb, "en")
    arranged = (
        later
        and verb.plain.endswith("ing")
        and verb.plain not in _MUSING
        and "going" not in helpers
        and ("am" in helpers or clause.implied)
    )
    both = verb.plain in BOTH_TENSES and clause.numbers in moments.named
    simply = later and not helpers - {"do"} and (both or not past(verb, "en"))
    simply = simply and done(reading, clause, "en") and (clause.sentence in moments.later or not _denies(words))
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
