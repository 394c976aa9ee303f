"""Which follow-up an answer calls for: at most one, about what is missing, and never pressing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from dialogues import lexicon, markers
from dialogues.language.hearing import SELF, vocabulary
from dialogues.language.words import count, fold, sentences, tokens
from dialogues.model import MARKERS, Element, Language, Library, Marker, Question, Text

SHORT = 8  # an answer of fewer words, at depth 1, gets thanks only
EIGHT_WEEKS = timedelta(weeks=8)
SURE = frozenset[Marker]({"own_role", "effect", "intention"})  # the markers whose absence can be trusted
LOOKED_AT = frozenset[Marker]({"feeling", "learning", "pattern"})  # without any of these a plan is asked for too soon
SEEING = vocabulary("replies", "only seen")
FEARS = vocabulary("replies", "feared")
LASTING = "questioning_patterns"  # the follow-ups of such a question are about what stays as it is

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
    present = markers.present(ask.text, ask.language)
    recent = {element for day, element in ask.elements if ask.today - day <= timedelta(days=1)}
    wanted = _missing(ask, present) - _unfitting(ask, present) - recent
    used = {key for day, key in ask.wordings if ask.today - day < EIGHT_WEEKS}
    fitting = (each for each in _offers(ask, present) if each.element in wanted and each.key not in used)
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


def _missing(ask: Ask, present: frozenset[Marker]) -> frozenset[Marker]:
    absent = frozenset(MARKERS) - present
    return absent if _open_to_all(ask) else absent & SURE


def _open_to_all(ask: Ask) -> bool:
    return ask.deeper or _tapped(ask.question)


def _unfitting(ask: Ask, present: frozenset[Marker]) -> frozenset[str]:
    """What would not fit, though missing: a plan twice running or after a bare sight, a moment of who looks ahead.

    Who taps for more, or only tapped a value, may be asked for a first plan or a moment all the same.
    Of a fear nobody is asked for proof.
    """
    proof: set[str] = {"event"} if any(word.plain in FEARS for word in tokens(ask.text)) else set()
    twice = proof | {"intention"} if ask.elements and ask.elements[-1][1] == "intention" else proof
    if _open_to_all(ask):
        return frozenset(twice)
    bare = set() if present & LOOKED_AT or _acts(ask.text) else {"intention"}
    ahead = {"own_role", "effect"} if "intention" in present and "event" not in present else set()
    return frozenset(twice | bare | ahead)


def _acts(text: str) -> bool:
    """Does a sentence say of the writer by name ("I") something else than that they saw or heard it?"""
    said = ({word.plain for word in tokens(text[start:end])} for start, end in sentences(text))
    return any(not SELF.isdisjoint(words) and SEEING.isdisjoint(words) for words in said)


def _offers(ask: Ask, present: frozenset[Marker]) -> Iterator[Chosen]:
    """All wordings in the order of preference: the question's own, then the generic ones in the order of the depth.

    Who was asked about a habit and tells one moment is not asked why "it" stays as it is.
    """
    question = ask.question
    once = "event" in present and "pattern" not in present
    if question is not None and not (question.quality == LASTING and once and not _open_to_all(ask)):
        for number, own in enumerate(question.followups):
            yield Chosen(own.when, f"{question.id}/{number}", own.text)
    for element in sorted(ask.library.elements.values(), key=lambda each: each.order[ask.depth - 1]):
        for number, text in enumerate(element.variants):
            yield Chosen(element.id, f"{element.id}/{number}", text)
