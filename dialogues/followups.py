"""Which follow-up an answer calls for: at most one, about what is missing, and never pressing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from dialogues import lexicon, markers
from dialogues.hearing import vocabulary
from dialogues.model import MARKERS, Element, Language, Library, Marker, Question, Text
from dialogues.words import count, fold, sentences, tokens

SHORT = 8  # an answer of fewer words, at depth 1, gets thanks only
EIGHT_WEEKS = timedelta(weeks=8)
SURE = frozenset[Marker]({"own_role", "effect", "intention"})  # the markers whose absence can be trusted

_ENOUGH: Mapping[Language, tuple[str, ...]] = {
    "nl": lexicon.words("enough", "enough nl"),
    "en": lexicon.words("enough", "enough en"),
}
_AROUND: Mapping[Language, frozenset[str]] = {
    "nl": vocabulary("enough", "around nl"),
    "en": vocabulary("enough", "around en"),
}


@dataclass(frozen=True, slots=True)
class Ask:
    """What the choice depends on.

    `question` is None after a dilemma, a case or a loose thought; `elements` and `wordings` hold what was asked lately
    (date, element) and (date, key); `deeper`: the leader tapped for more, so a second follow-up is welcome.
    """

    question: Question | None
    depth: int
    text: str = field(repr=False)
    language: Language
    elements: tuple[tuple[date, str], ...]
    wordings: tuple[tuple[date, str], ...]
    today: date
    library: Library
    deeper: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """A follow-up; `key` finds its wording again: "SM-01/0" of a question, "effect/2" of an element."""

    element: Marker
    key: str
    text: Text


def choose(ask: Ask) -> Chosen | None:
    """The follow-up to ask; None is thanks and rest."""
    if says_enough(ask.text, ask.language) or _brief(ask):
        return None
    missing = _missing(ask)
    recent = {element for day, element in ask.elements if ask.today - day <= timedelta(days=1)}
    used = {key for day, key in ask.wordings if ask.today - day < EIGHT_WEEKS}
    fitting = (each for each in _offers(ask) if each.element in missing - recent and each.key not in used)
    return next(fitting, None)


def by_key(key: str, library: Library) -> Text:
    """The wording of a key. KeyError or IndexError when the library no longer has it."""
    owner, _, number = key.rpartition("/")
    if owner in library.questions:
        return library.questions[owner].followups[int(number)].text
    elements: Mapping[str, Element] = {element.id: element for element in library.elements.values()}
    return elements[owner].variants[int(number)]


def says_enough(text: str, language: Language) -> bool:
    """Whether a sentence of the text says no more than "enough", "stop" or "no time"."""
    return any(_closes(text[start:end], language) for start, end in sentences(text))


def _closes(sentence: str, language: Language) -> bool:
    plain = " ".join(word.plain for word in tokens(sentence))
    for wanted in _ENOUGH[language]:
        before, found, after = f" {plain} ".partition(f" {fold(wanted)} ")
        if found and _AROUND[language].issuperset((before + " " + after).split()):
            return True
    return False


def _brief(ask: Ask) -> bool:
    return ask.depth == 1 and not ask.deeper and not _tapped(ask.question) and count(ask.text) < SHORT


def _tapped(question: Question | None) -> bool:
    return question is not None and question.kind != "open"


def _missing(ask: Ask) -> frozenset[Marker]:
    absent = frozenset(MARKERS) - markers.present(ask.text, ask.language)
    return absent if ask.deeper or _tapped(ask.question) else absent & SURE


def _offers(ask: Ask) -> Iterator[Chosen]:
    """All wordings in the order of preference: the question's own, then the generic ones in the order of the depth."""
    if ask.question is not None:
        for number, own in enumerate(ask.question.followups):
            yield Chosen(own.when, f"{ask.question.id}/{number}", own.text)
    for element in sorted(ask.library.elements.values(), key=lambda each: each.order[ask.depth - 1]):
        for number, text in enumerate(element.variants):
            yield Chosen(element.id, f"{element.id}/{number}", text)
