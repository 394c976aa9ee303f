"""The content model: what the library holds, as frozen values in two languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

Marker = Literal["event", "feeling", "own_role", "effect", "pattern", "learning", "intention"]
MARKERS: tuple[Marker, ...] = get_args(Marker)

QuestionKind = Literal["open", "scale", "choice"]
TouchKind = Literal["question", "paradox", "integrity_case"]
Extra = Literal["pulse", "intention_check", "paradox_revisit", "monthly_summary", "programme_end"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text, written for a native reader of each language."""

    nl: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Button:
    """A tap: a stable id and the label a leader sees (at most 32 characters)."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Message:
    """A bot message; `{placeholders}` are the same in both languages."""

    id: str
    text: Text
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Quality:
    """One of the nine qualities of leaders in value-driven alliances (`code` starts its question ids)."""

    id: str
    code: str
    order: int
    name: Text
    essence: Text
    strong: Text
    weak: Text
    overdone: Text
    aspects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of a scale, both included."""

    min: int
    max: int
    min_label: Text
    max_label: Text


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A second question for when `when` is missing in the answer."""

    when: Marker
    text: Text


@dataclass(frozen=True, slots=True)
class Question:
    """A reflective question; a scale has `scale`, a choice has `options`, an open one neither."""

    id: str
    version: str
    quality: str
    kind: QuestionKind
    depth: int
    aspect: str
    text: Text
    followups: tuple[FollowUp, ...]
    scale: Scale | None = None
    options: tuple[Button, ...] = ()
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Pulse:
    """A one-tap check on a scale."""

    id: str
    version: str
    name: str
    aspect: str
    text: Text
    scale: Scale


@dataclass(frozen=True, slots=True)
class Pole:
    """One side of a paradox; both sides get the same care."""

    label: Text
    defensible: Text
    upside: Text
    downside: Text
    early_warning: Text


@dataclass(frozen=True, slots=True)
class OtherPole:
    """The question about the other side, by the position taken (1-3, 4, 5-7)."""

    if_a: Text
    if_middle: Text
    if_b: Text

    def at(self, position: int) -> Text:
        """The question for a position 1..7."""
        if position == 4:
            return self.if_middle
        return self.if_a if position < 4 else self.if_b


@dataclass(frozen=True, slots=True)
class Dilemma:
    """A paradox: position 1 is pole A, 7 is pole B. `status` says how well its source is established."""

    id: str
    version: str
    slug: str
    phase: str
    status: str
    qualities: tuple[str, ...]
    title: Text
    scenario: Text
    position: Text
    pole_a: Pole
    pole_b: Pole
    why: Text
    other_pole: OtherPole
    both_and: Text


@dataclass(frozen=True, slots=True)
class CaseOption:
    """A defensible act in an integrity case, with what it protects and what it costs."""

    id: str
    label: Text
    text: Text
    reflection: Text


@dataclass(frozen=True, slots=True)
class IntegrityCase:
    """An invented integrity dilemma between charities; no option is marked right."""

    id: str
    version: str
    slug: str
    title: Text
    qualities: tuple[str, ...]
    paradoxes: tuple[str, ...]
    scenario: Text
    question: Text
    options: tuple[CaseOption, ...]
    closing: Text
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Touch:
    """One place in a programme: slot A or B, and the item to ask."""

    slot: Literal["A", "B"]
    kind: TouchKind
    item: str


@dataclass(frozen=True, slots=True)
class Week:
    """A programme week, numbered from 1."""

    number: int
    theme: Text
    touches: tuple[Touch, ...]
    extras: tuple[Extra, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """Weeks of every year in which nothing is asked: so many, from the one (Monday to Sunday) that holds this date."""

    month: int
    day: int
    weeks: int


@dataclass(frozen=True, slots=True)
class Programme:
    """An ordered series of weeks; in its `rests` it stands still."""

    id: str
    version: str
    name: Text
    weeks: tuple[Week, ...]
    rests: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True)
class Element:
    """A marker as authors describe it: order of asking per depth (index 0 is depth 1), generic follow-ups, words."""

    id: Marker
    name: Text
    meaning: Text
    order: tuple[int, int, int]
    variants: tuple[Text, ...]
    lexicon: Mapping[Language, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SafetyCategory:
    """What a category of signals looks like and what the bot says; 1 is the highest priority."""

    id: Literal["crisis_self", "acute_danger", "severe_strain", "integrity_report", "third_party_data"]
    priority: int
    title: Text
    signals: Mapping[Language, tuple[str, ...]]
    ambiguous: Mapping[Language, tuple[str, ...]]
    message: Message
    check: Text | None = None


@dataclass(frozen=True, slots=True)
class GenericDilemma:
    """Texts that every dilemma shares."""

    own_case: Text
    revisit: Text
    show_other_side: Text
    early_warning: Text
    stop: Text


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a conversation in a group: how many of 60 and of 90 minutes, what is read aloud and what is done.

    `longer`: what is done as well in the long conversation; `note`: what helps the facilitator.
    """

    id: str
    title: Text
    short: int
    long: int
    aloud: Text
    steps: tuple[Text, ...]
    longer: tuple[Text, ...]
    note: Text


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation in a group about a dilemma or about an integrity case."""

    title: Text
    purpose: Text
    rounds: tuple[Round, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what it is called, and what it asks for."""

    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class GuideTexts:
    """What every guide for a conversation says; `words`: the short texts around it, by their name in the file."""

    paradox: Conversation
    case: Conversation
    prepare: tuple[Text, ...]
    agreements: tuple[Text, ...]
    safety: tuple[Text, ...]
    facilitating: tuple[Text, ...]
    steps: tuple[Step, ...]
    promise: tuple[Text, ...]
    words: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class InvitationTexts:
    """What the printed invitation says: what is asked, what a facilitator sees and never sees, how to join."""

    about: tuple[Text, ...]
    sees: tuple[Text, ...]
    unseen: tuple[Text, ...]
    promises: tuple[Text, ...]
    steps: tuple[Step, ...]
    words: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Library:
    """All content, by id, in the order of the files."""

    qualities: Mapping[str, Quality]
    aspects: Mapping[str, Text]
    questions: Mapping[str, Question]
    pulses: Mapping[str, Pulse]
    dilemmas: Mapping[str, Dilemma]
    cases: Mapping[str, IntegrityCase]
    programmes: Mapping[str, Programme]
    elements: Mapping[Marker, Element]
    safety: Mapping[str, SafetyCategory]
    messages: Mapping[str, Message]
    dilemma_texts: GenericDilemma
    case_other_option: Text
    guide: GuideTexts
    invitation: InvitationTexts


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an author must mend: where (file as given, line from 1) and what, in one sentence."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"
