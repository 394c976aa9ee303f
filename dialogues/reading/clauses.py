"""Clauses: the stretches of a sentence that each have one subject, and whose that subject is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogues.language.hearing import SELF, Hearing, hear, vocabulary
from dialogues.language.matching import Match
from dialogues.language.words import STOPS, Word
from dialogues.model import LANGUAGES, Language
from dialogues.reading import subjects
from dialogues.reading.forms import past, perfect, verbal
from dialogues.reading.listing import Listing
from dialogues.reading.subjects import JOINING, NOMINATIVES, PERSONS, STARTS, Whose

_OPENERS = {name: vocabulary("clauses", f"openers {name}") for name in ("nl", "en")}
_PERHAPS = {name: vocabulary("clauses", f"openers before a subject {name}") for name in ("nl", "en")}
_SELDOM = {name: vocabulary("clauses", f"openers before a pronoun {name}") for name in ("nl", "en")}
_RELATIVE = vocabulary("clauses", "relative")
_THINGS = vocabulary("clauses", "things")
_FRESH = vocabulary("clauses", "fresh subjects")
_ASKED = frozenset({"wat", "what", "hoe", "how", "whether", "waarom", "why", "waar", "where", "wie", "who"})
_SUBORDINATE = frozenset({"want", "omdat", "terwijl", "because", "while", "although", "hoewel", "doordat"})
_CONDITIONS = frozenset({"als", "toen", "zodra", "wanneer"})
_FINITE = vocabulary("verbs", "common finite nl")
_SUBJECTS = SELF | {"hij", "he", "she", "they", "wij", "we", "ie"}


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `numbers`, in a sentence; `opener` is the conjunction or relative word that it starts with.

    `implied`: the writer left out "I", as in "Heb hem gebeld".
    """

    numbers: range
    sentence: int
    opener: str
    whose: Whose
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A heard text with its clauses."""

    heard: Hearing
    clauses: tuple[Clause, ...]
    sentences: tuple[range, ...]
    homes: tuple[int, ...]  # for each word the number of its clause

    def finds(self, wanted: Listing, gap: int) -> Iterator[Match]:
        """Every match of the listed phrases, with at most `gap` words between two words of a phrase."""
        return wanted.found(self.heard, gap)

    def sentence(self, clause: Clause) -> range:
        """The numbers of the words in the clause's sentence."""
        return self.sentences[clause.sentence]

    def before(self, clause: Clause) -> list[Clause]:
        """The clauses before a clause in its sentence."""
        start = clause.numbers.start
        return [each for each in self.clauses if each.sentence == clause.sentence and each.numbers.start < start]

    def at(self, number: int) -> Clause:
        """The clause that holds a word."""
        return self.clauses[self.homes[number]]

    def words(self, numbers: range) -> list[Word]:
        """The words at these numbers."""
        return [self.heard.words[number] for number in numbers]

    def plain(self, numbers: range) -> list[str]:
        """The words at these numbers as plain text."""
        return [self.heard.words[number].plain for number in numbers]


def read(text: str, language: Language) -> Reading:
    """Take a text in and divide it."""
    heard = hear(text)
    clauses: list[Clause] = []
    for numbers in _stretches(heard, language):
        clauses.append(_clause(heard, numbers, clauses, language))
    homes = tuple(place for place, clause in enumerate(clauses) for _ in clause.numbers)
    return Reading(heard, tuple(clauses), tuple(_sentences(heard.words)), homes)


def _sentences(words: Sequence[Word]) -> Iterator[range]:
    """The words of each sentence; a sentence without words has an empty range."""
    start = 0
    for number in range(words[-1].sentence + 1 if words else 0):
        stop = start
        while stop < len(words) and words[stop].sentence == number:
            stop += 1
        yield range(start, stop)
        start = stop


def _stretches(heard: Hearing, language: Language) -> Iterator[range]:
    start, named = 0, False
    for number, word in enumerate(heard.words):
        again = (named and _starts_again(heard, number, language)) or _turns(heard, start, number, language)
        if number > start and (
            word.clause != heard.words[number - 1].clause or again or _opens(heard, number, language)
        ):
            yield range(start, number)
            start, named = number, False
        named = named or word.plain in _SUBJECTS
    if heard.words:
        yield range(start, len(heard.words))


def _starts_again(heard: Hearing, number: int, language: Language) -> bool:
    """Whether a second "I" begins here, in a text without commas: "ik zeg ja en thuis baal ik | dan zeg ik nee"."""
    word = heard.words[number]
    following = heard.words[number + 1] if number + 1 < len(heard.words) else word
    turned = following.plain in _SUBJECTS and following.clause == word.clause and word.plain not in _SUBJECTS
    return word.plain in _SUBJECTS or (language == "nl" and turned and verbal(word))


def _turns(heard: Hearing, start: int, number: int, language: Language) -> bool:
    """Whether two Dutch verbs meet, as where "toen ik binnenkwam | stopten ze" goes on."""
    word, before = heard.words[number], heard.words[max(0, number - 1)]
    after = heard.words[number + 1] if number + 1 < len(heard.words) else word
    goes_on = after.plain in STARTS or after.capital
    meets = language == "nl" and number > 0 and word.clause == before.clause and goes_on
    under = heard.words[start].plain in _CONDITIONS and number > start + 2 and word.plain in _FINITE
    two_pasts = before.plain not in STOPS and past(before, language) and past(word, language)
    return meets and (two_pasts or under)


def _opens(heard: Hearing, number: int, language: Language) -> bool:
    """Whether a word starts a clause; some do before a subject only, "die" after a person too."""
    plain, before = heard.words[number].plain, heard.words[number - 1]
    if before.plain in JOINING | _OPENERS[language]:
        return False
    following = heard.words[number + 1].plain if number + 1 < len(heard.words) else ""
    of_person = plain in _RELATIVE and not before.forms.isdisjoint(PERSONS)
    named = number + 1 < len(heard.words) and heard.words[number + 1].capital
    return (
        plain in _OPENERS[language]
        or (plain in _PERHAPS[language] and (following in STARTS or named))
        or (plain in _SELDOM[language] and following in NOMINATIVES)
        or of_person
    )


def _clause(heard: Hearing, numbers: range, clauses: Sequence[Clause], language: Language) -> Clause:
    before = clauses[-1] if clauses else None
    first = heard.words[numbers.start]
    openers = _OPENERS[language] | _PERHAPS[language] | _SELDOM[language] | JOINING | _RELATIVE
    opener = first.plain if first.plain in openers and not _then(heard, numbers, language) else ""
    if opener in {"als", "as"} and not _sets_in(heard, numbers):
        opener = ""
    earlier = before if before is not None and before.sentence == first.sentence else None
    whose = None if subjects.continues(heard, numbers) else subjects.plainly(heard, numbers)
    implied = whose is None and _implied(heard, numbers, earlier, language)
    if implied:
        whose = "own"
    elif whose is None and not subjects.continues(heard, numbers):
        whose = subjects.of_others(heard, numbers, language)
    if whose is None and earlier is not None:
        whose = _taken_over(heard, numbers, earlier if opener not in JOINING else _main(clauses))
    return Clause(numbers, first.sentence, opener, whose or "thing", implied)


def _ends_done(heard: Hearing, numbers: range) -> bool:
    """Whether a stretch ends in a participle that an earlier "ik heb" waits for: "heb ik, alleen, | het verzet"."""
    return perfect(heard.words[numbers[-1]])


def _main(clauses: Sequence[Clause]) -> Clause:
    """The clause that "and" goes on from: not the question inside it ("I asked what she needed and left")."""
    last = clauses[-1]
    inside = last.opener in _ASKED and len(clauses) > 1 and clauses[-2].sentence == last.sentence
    return clauses[-2] if inside else last


def _sets_in(heard: Hearing, numbers: range) -> bool:
    """Whether "als" begins a condition, and not "als voorzitter"."""
    second = heard.words[numbers[1]] if len(numbers) > 1 else heard.words[numbers.start]
    return second.plain in STARTS or second.capital or second.plain.endswith(("en", "s"))


def _then(heard: Hearing, numbers: range, language: Language) -> bool:
    """Whether "toen" is an adverb: "toen liep hij weg"."""
    following = heard.words[numbers.start + 1] if len(numbers) > 1 else heard.words[numbers.start]
    verb = past(following, language) and following.plain not in STARTS
    return heard.words[numbers.start].plain == "toen" and (verb or following.plain in {"is", "ben", "zijn", "heb"})


def _implied(heard: Hearing, numbers: range, earlier: Clause | None, language: Language) -> bool:
    fresh = earlier is None or earlier.implied or earlier.whose == "thing"
    return fresh and subjects.left_out(heard, numbers, language)


def _new_subject(heard: Hearing, numbers: range) -> bool:
    """Whether a noun after the conjunction has its own verb: "because the train ...", "but the clerk forgot"."""
    if len(numbers) < 3 or heard.words[numbers[1]].plain not in _FRESH:
        return False
    first = heard.words[numbers.start].plain
    told = any(
        past(heard.words[each], name) and not perfect(heard.words[each]) for each in numbers[3:4] for name in LANGUAGES
    )
    return told if first in JOINING else first in _SUBORDINATE


def _taken_over(heard: Hearing, numbers: range, earlier: Clause) -> Whose | None:
    """The subject of the clause before goes on, unless "it", "that" or "who" takes its place."""
    first = heard.words[numbers.start]
    if first.plain in _RELATIVE and not heard.words[numbers.start - 1].forms.isdisjoint(PERSONS):
        return "other"
    if _new_subject(heard, numbers):
        return None
    fresh = first.plain in _FRESH and any(past(heard.words[number], "nl") for number in numbers)
    dangling = not any(heard.words[number].plain in _FINITE for number in numbers)
    impersonal = heard.says(numbers[:2], _THINGS) or first.plain in _RELATIVE
    impersonal = impersonal or (first.plain in _FRESH and (fresh or not dangling or not _ends_done(heard, numbers)))
    return None if impersonal else earlier.whose
