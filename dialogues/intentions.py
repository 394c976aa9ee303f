"""What a leader means to do: the sentence of an answer that says so, and whether it has its moment with it."""

import re

from dialogues import markers, words
from dialogues.model import Language

FEW, MOST = 3, 5  # open ones: more than a few is worth a word, and more than the most are not noted
_WHEN_THEN = re.compile(
    r"\W*(?:als|zodra|wanneer|elke keer dat|if|when|whenever|as soon as)\s.+?(?:,|\bdan\b|\bthen\b).+"
)


def sentence(text: str, language: Language) -> str:
    """The last sentence that holds an intention; the whole text when none stands out."""
    marked = [span for span in markers.find(text, language) if span.marker == "intention"]
    if not marked:
        return text.strip()
    place = marked[-1].start
    return next((text[start:end].strip() for start, end in words.sentences(text) if start <= place < end), text.strip())


def when_then(text: str) -> bool:
    """Does it say at which moment, and what then?"""
    return _WHEN_THEN.fullmatch(" ".join(words.fold(text).split())) is not None
