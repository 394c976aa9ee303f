"""Subjects: of whom a stretch of words speaks, also when the writer leaves "I" out."""

from typing import Literal

import simplemma

from dialogues.language.hearing import PEOPLE, PREPOSITIONS, PRONOUNS, SELF, Hearing, vocabulary
from dialogues.language.words import STOPS, Word
from dialogues.model import Language
from dialogues.reading.forms import active, infinitive, past, perfect

Whose = Literal["own", "we", "other", "thing"]
JOINING = vocabulary("clauses", "joining")
STARTS = vocabulary("clauses", "starts of a subject")
NOMINATIVES = vocabulary("clauses", "nominatives")
HUMANS = PEOPLE | vocabulary("people", "more nouns")
PERSONS = HUMANS - (PRONOUNS - {"iemand", "iedereen", "niemand", "mensen", "people", "someone", "everyone", "nobody"})
_ALSO_PRONOUNS = PRONOUNS | vocabulary("people", "more pronouns")
_HUMAN_VERBS = vocabulary("verbs", "human")
_THINGS = vocabulary("clauses", "things")
_DETERMINERS = vocabulary("clauses", "determiners")
_NO_NAMES = vocabulary("markers", "days") | vocabulary("names", "not persons")
_NAMES = vocabulary("names", "first names") - vocabulary("names", "also words")
_THEN = vocabulary("clauses", "then")
_LEADS = vocabulary("clauses", "before a left out subject")
_FIRST_PERSON = vocabulary("verbs", "first person nl")
_FIRST_OR_THIRD = vocabulary("verbs", "first or third person nl")
_LEFT_OUT_EN = vocabulary("verbs", "first person en")
_PARTS_OF_DAY = frozenset({"avonds", "ochtends", "middags", "morgens", "nachts"})
_TIMES = vocabulary("clauses", "times")
_MOODS = {name: vocabulary("feelings", f"adjectives {name}") for name in ("nl", "en")}
_COMPOUND = 9  # letters: an unknown Dutch word of this length is a compound more often than a name
_YOU_FEEL = frozenset({"voelt", "voel"})
_COUNTS = vocabulary("clauses", "counts")
_THEIRS = frozenset({"zijn", "haar", "hun", "z'n", "his", "her", "their"})
_FACE = vocabulary("verbs", "faces")
_NO_PERSON = _DETERMINERS - {"de", "het", "the", "een", "a", "an"} | {"me", "mij", "te", "to", "eerlijk", "kort"}
_US = frozenset({"we", "wij"})
_ALSO_OBJECTS = frozenset(
    {"het", "dit", "dat", "die", "deze", "this", "that", "these", "those", "all", "both", "her", "haar", "hun"}
)
_COMPARING = frozenset({"dan", "than", "ipv", "als", "as", "like", "behalve", "except"})


def plainly(heard: Hearing, numbers: range) -> Whose | None:
    """Whose a stretch is when it says "I" or "we"."""
    if any(heard.words[number].plain in SELF and not _compared(heard, numbers, number) for number in numbers):
        return "own"
    if heard.says(numbers, _YOU_FEEL) and sum(heard.words[number].plain == "je" for number in numbers) > 1:
        return "own"  # "je voelt je dan klein" speaks of oneself
    return "we" if heard.says(numbers, _US) else None


def of_others(heard: Hearing, numbers: range, language: Language) -> Whose | None:
    """Whether a stretch is of other people, by a pronoun, noun or name, or by what only people do."""
    if any(named_other(heard, number, numbers.start) for number in numbers):
        return "other"
    if any(heard.says((number,), _THEIRS) and heard.holds((number + 1,), _FACE) for number in numbers[:-1]):
        return "other"
    return "other" if _acts_like_a_person(heard, numbers, language) else None


def continues(heard: Hearing, numbers: range) -> bool:
    """Whether "and" goes straight on with a verb, so that the subject is the one before: "and told the team"."""
    if len(numbers) < 2 or heard.words[numbers.start].plain not in JOINING:
        return False
    skipped = heard.words[numbers.start + 1].plain in _THEN and len(numbers) > 2
    number = numbers.start + 1 + skipped
    second = heard.words[number]
    named = second.plain in STARTS | _ALSO_PRONOUNS or not second.forms.isdisjoint(HUMANS) or is_name(heard, number)
    turned = heard.says(numbers[skipped + 2 : skipped + 3], NOMINATIVES)
    return not named and not turned and not heard.says(numbers, SELF | _US)


def named_other(heard: Hearing, number: int, start: int) -> bool:
    """Whether a word is a person or group, by pronoun, noun or name, and no part of "with", "to" or "from" them."""
    word = heard.words[number]
    person = word.plain in _ALSO_PRONOUNS or not word.forms.isdisjoint(HUMANS) or is_name(heard, number)
    if not person:
        return False
    before = [heard.words[each].plain for each in range(max(start, number - 3), number)]
    while before and (before[-1] in _DETERMINERS or heard.words[number - 1].capital):
        before.pop()
        number -= 1
    counted = len(before) > 1 and before[-1] in {"of", "van"} and before[-2] in _COUNTS
    return counted or not (before and before[-1] in PREPOSITIONS)


def left_out(heard: Hearing, numbers: range, language: Language) -> bool:
    """Whether a stretch that names nobody is told by a writer who leaves "I" out."""
    rest = numbers
    while len(rest) > 1 and heard.words[rest.start].plain in _LEADS:
        rest = rest[1:]
    return _left_out_nl(heard, numbers, rest) if language == "nl" else _left_out_en(heard, rest)


def _left_out_nl(heard: Hearing, numbers: range, rest: range) -> bool:
    first = heard.words[rest.start]
    following = heard.words[rest.start + 1] if len(rest) > 1 else None
    if following is not None and following.plain in NOMINATIVES:
        return False
    if first.plain in _FIRST_PERSON:
        return True
    lasting = heard.words[rest.start + 2].plain in {"hele", "halve"} if len(rest) > 2 else False
    open_to_it = following is not None and (following.plain not in STARTS or lasting) and not following.capital
    if open_to_it and (first.plain in _FIRST_OR_THIRD or (past(first, "nl") and active(first, "nl"))):
        return True
    return _telegram([heard.words[number] for number in numbers])


def _telegram(words: list[Word]) -> bool:
    """Whether a line without a finite verb tells what was done: "Gisteren iedereen gebeld"."""
    if len(words) > 1 and words[1].plain in _PARTS_OF_DAY:  # "'s avonds"
        words = words[1:]
    if any(_finite(word) for word in words):
        return False
    if perfect(words[-1]) and active(words[-1], "nl") and words[-1].plain not in _MOODS["nl"] and len(words) == 1:
        return True  # "Gebeld."
    made = any(perfect(word) and active(word, "nl") and word.plain not in _MOODS["nl"] for word in words[1:])
    timed = words[0].plain in _TIMES | _PARTS_OF_DAY | {"mezelf", "me"}
    last = infinitive(words[-1]) or words[-1].plain in {"doen", "gaan"}
    let = last and any(word.plain == "laten" for word in words)
    return (made and timed) or let


def _finite(word: Word) -> bool:
    return past(word, "nl") or word.plain in {"is", "zijn", "heeft", "hebben", "wordt", "worden", "kan", "gaat", "moet"}


def _left_out_en(heard: Hearing, rest: range) -> bool:
    first = heard.words[rest.start]
    following = heard.words[rest.start + 1] if len(rest) > 1 else None
    if following is not None and following.plain in NOMINATIVES:
        return False
    if first.plain != "let" and heard.says(rest[1:3], {"me"}):
        return False  # "told me": whoever did is not the writer
    if first.plain in _LEFT_OUT_EN:
        return True
    told = past(first, "en") and first.plain not in _MOODS["en"] and active(first, "en")
    return told and following is not None and following.plain not in {"by", "is", "was", "are", "were"}


def _acts_like_a_person(heard: Hearing, numbers: range, language: Language) -> bool:
    """Whether a verb that only people do has a noun before it: "de controller zei"."""
    for number in numbers[1:]:
        word = heard.words[number]
        if heard.says((number - 1,), _DETERMINERS - _ALSO_OBJECTS):
            continue  # "the call", "de mail"
        if number == numbers[-1] and word.plain in _HUMAN_VERBS and language == "nl":
            return False  # "morgen sorry zeggen"
        if not word.forms.isdisjoint(_HUMAN_VERBS) and (
            language == "nl" or word.plain not in STOPS or past(word, "en")
        ):
            before = [heard.words[each] for each in range(numbers.start, number)]
            first = not any(past(each, language) or each.plain in _NO_PERSON for each in before)
            return first and any(each.plain not in STOPS | _THINGS for each in before)
    return False


def _compared(heard: Hearing, numbers: range, number: int) -> bool:
    return number == numbers[-1] and number > numbers.start and heard.words[number - 1].plain in _COMPARING


def is_name(heard: Hearing, number: int) -> bool:
    """Whether a word is somebody's name: a capital inside a sentence, or at its start a first name or unknown word."""
    word = heard.words[number]
    if not word.capital or word.plain in SELF or not word.forms.isdisjoint(_NO_NAMES):
        return False
    before = heard.words[number - 1] if number > 0 else None
    if before is not None and before.start == word.start:
        return False  # the second half of "It's"
    inside = before is not None and before.sentence == word.sentence
    return inside or word.plain in _NAMES or not _known(word.plain)


def _known(plain: str) -> bool:
    return not 2 < len(plain) < _COMPOUND or any(simplemma.is_known(plain, lang=name) for name in ("nl", "en"))
