"""Verbs: where the writer's verb stands in a clause, and whether the clause tells of something done."""

from collections.abc import Iterator
from itertools import pairwise

from dialogues.language.hearing import SELF, vocabulary
from dialogues.language.words import STOPS, Word
from dialogues.model import Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import active, acts_now, infinitive, past, perfect, verbal
from dialogues.reading.subjects import JOINING

_SKIPPED = vocabulary("verbs", "skipped en")
_MODAL = vocabulary("verbs", "modal en")
_MOODS = vocabulary("feelings", "adjectives nl") | vocabulary("feelings", "weak nl")
_AUXILIARY = frozenset({"have", "had", "did", "do", "was", "am", "were", "been", "has"})
_PARTICIPLES = vocabulary("verbs", "participles en")
_PERFECT = frozenset({"have", "had", "has"})
_BEING = frozenset({"was", "am", "were", "been"})
_PASSIVE = frozenset({"was", "werd", "word", "werden", "waren"})
_BUSY = frozenset({"bleef", "ging", "kwam", "zat", "stond", "lag", "liep"})  # "ik bleef uitleggen"
_HELPERS = frozenset({"moeten", "durven", "zitten", "staan", "gaan", "blijven", "komen", "laten", "lopen", "willen"})
_HAVING = frozenset({"heb", "had", "hadden", "hebben"})
_WILL = frozenset({"zal", "zullen"})
_COME = frozenset({"kom", "kwam", "gekomen"})
_OF_ITSELF, _POSTURE = vocabulary("verbs", "of itself"), vocabulary("verbs", "posture")


def done(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether the clause, with the writer as its subject, tells of an act."""
    return _done_nl(reading, clause) if language == "nl" else _done_en(reading, clause)


def of_itself(reading: Reading, clause: Clause) -> bool:
    """Whether the writer only sat, stood or was there while body or mind did it: "ik lag te piekeren"."""
    going_on = any(
        word.plain.endswith(("en", "ing")) and not word.forms.isdisjoint(_OF_ITSELF)
        for word in reading.words(clause.numbers)
    )
    return going_on and reading.heard.says(clause.numbers, _POSTURE)


def finite(reading: Reading, clause: Clause) -> Iterator[Word]:
    """The Dutch verb beside "ik": before it, or else after it; in a clause with a conjunction also its last word."""
    words = reading.heard.words
    place = next((number for number in clause.numbers if words[number].plain in SELF), None)
    if place is not None:
        beside = [words[each] for each in (place - 1, place + 1) if each in clause.numbers]
        yield from [word for word in beside if verbal(word) and word.plain not in _MOODS][:1]
    elif clause.implied or clause.opener in JOINING:
        yield from reading.words(clause.numbers[bool(clause.opener) :][:2])
    if clause.opener and clause.opener not in JOINING:
        yield words[clause.numbers[-1]]


def main_verb(reading: Reading, clause: Clause) -> tuple[Word | None, frozenset[str]]:
    """The English verb after "I" (or where "I" was left out) and the helping verbs passed on the way."""
    words = reading.heard.words
    own = [number for number in clause.numbers if words[number].plain in SELF]
    start = own[0] + 1 if own else clause.numbers.start + bool(clause.opener)
    helpers: set[str] = set()
    for number in range(start, clause.numbers.stop):
        plain = words[number].plain
        if plain == "do" and words[number - 1].plain == "to":
            return words[number], frozenset(helpers)
        if plain in _MODAL | _AUXILIARY:
            helpers.add(plain)
        elif plain not in _SKIPPED and not plain.endswith("ly"):
            return words[number], frozenset(helpers)
    return None, frozenset(helpers)


def contracted(reading: Reading, number: int) -> bool:
    """Whether "would" here is the 'd of "I'd finally told her": a past form follows, so "had" is meant."""
    words = reading.heard.words
    short = words[number].plain == "would" and number > 0 and words[number - 1].start == words[number].start
    after = words[number + 1 : number + 4]
    return short and any(past(word, "en") or word.plain in {"been", "gone", "done", "given", "taken"} for word in after)


def _done_nl(reading: Reading, clause: Clause) -> bool:
    words = reading.words(clause.numbers)
    plain = {word.plain for word in words}
    if plain & _WILL or ("terecht" in plain and plain & _COME):  # "ik kwam in een kring terecht"
        return False
    if any(past(word, "nl") and active(word, "nl") for word in words):
        return True
    kept = any(perfect(word) and active(word, "nl") and word.plain not in _MOODS for word in words)
    if (kept and (plain & _HAVING or not plain & _PASSIVE)) or (
        "laten" in plain and (plain & _HAVING or clause.implied)
    ):
        return True
    if plain & {"ben", "was"} and "gaan" in plain and words[-1].plain.endswith(("en", "an")):  # "ben gaan zitten"
        return True
    helped = any(one.plain in _HELPERS and infinitive(two) for one, two in pairwise(words))
    if helped and (plain & _HAVING or clause.implied):  # "ik heb moeten ingrijpen"
        return True
    base = infinitive(words[-1]) and not words[-1].plain.endswith(("ingen", "heden"))
    if base and ((plain & _HAVING and "te" not in plain) or plain & _BUSY):  # "heb zitten praten"
        return True
    return any(
        word.plain not in STOPS and word.plain not in _MOODS and acts_now(word) for word in finite(reading, clause)
    )


def _done_en(reading: Reading, clause: Clause) -> bool:
    verb, helpers = main_verb(reading, clause)
    modal = helpers & _MODAL and not any(contracted(reading, number) for number in clause.numbers)
    if verb is None or not active(verb, "en") or modal:
        return False
    if helpers & _BEING:
        return verb.plain.endswith("ing")
    if helpers & _PERFECT:
        return past(verb, "en") or verb.plain in _PARTICIPLES
    own = reading.heard.says(clause.numbers, SELF)
    return past(verb, "en") or (verb.plain not in STOPS and (own or bool(helpers & _AUXILIARY)))
