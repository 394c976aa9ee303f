"""What the product hears in one answer, as one value; and two baselines that a detector must leave behind."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from benchmarks.labelled import Labelled
from benchmarks.scores import Safety
from dialogues import markers
from dialogues.answers import quotes
from dialogues.care import safety
from dialogues.language import words
from dialogues.library import library
from dialogues.model import LANGUAGES, MARKERS, Language, Marker

# An answer that shows danger is, like one of despair, met with care first, never analysed and never quoted.
_SAFETY: Mapping[str, Safety] = {"crisis_self": "crisis", "acute_danger": "crisis", "severe_strain": "strain"}
_ANY_DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in answer `id`; `quote` is verbatim; `seconds` of CPU for language and markers, then all."""

    id: str
    markers: frozenset[Marker]
    lang: Language
    safety: Safety
    quote: str | None = field(repr=False)
    seconds: tuple[float, float] = field(default=(0.0, 0.0), compare=False)

    def line(self) -> dict[str, object]:
        """The answer's object in a file of predictions."""
        held = {marker: int(marker in self.markers) for marker in MARKERS}
        return {"id": self.id, "markers": held, "lang": self.lang, "safety": self.safety, "quote": self.quote}


def hear(answer: Labelled) -> Heard:
    """Listen as the product does: care first, then the language, the markers and a sentence to give back."""
    started = time.process_time()
    care = caring(answer.text)
    screened = time.process_time()
    lang = words.language(answer.text, answer.lang or "nl")
    held = markers.present(answer.text, lang)
    stopped = time.process_time()
    told = care != "crisis"
    return Heard(
        id=answer.id,
        markers=held if told else frozenset(),
        lang=lang,
        safety=care,
        quote=_quote(answer.text, lang) if told else None,
        seconds=(stopped - screened, stopped - started),
    )


def warm() -> None:
    """Have dictionaries and content loaded, so that the first answer does not pay for them."""
    for language in LANGUAGES:
        hear(Labelled("", "Ik belde. I called.", language))


def caring(text: str) -> Safety:
    """The safety label of a text; a question whether it is meant counts as said."""
    match safety.screen(text, library()):
        case safety.Alarm(category) | safety.Check(category):
            return _SAFETY.get(category, "none")
    return "none"


def certain(text: str) -> Language | None:
    """The language that the words themselves show, whatever the leader's is."""
    dutch, english = (words.language(text, fallback) for fallback in LANGUAGES)
    return dutch if dutch == english else None


def always(_text: str, _language: Language) -> frozenset[Marker]:
    """The baseline that says yes to everything."""
    return frozenset(MARKERS)


def by_word_list(text: str, language: Language) -> frozenset[Marker]:
    """The baseline that looks for the words the content names for each marker, wherever they stand."""
    said = _joined(text)
    listed = library().elements.values()
    return frozenset(each.id for each in listed if any(_joined(word) in said for word in each.lexicon[language]))


def _joined(text: str) -> str:
    return f" {' '.join(word.plain for word in words.tokens(text))} "


def _quote(text: str, language: Language) -> str | None:
    chosen = quotes.choose([quotes.Quotable(0, text, language, "open", _ANY_DAY)], 1)
    return chosen[0].text if chosen else None
