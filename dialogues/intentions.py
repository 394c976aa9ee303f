"""The sentence of an answer in which the writer means to do something, verbatim."""

from dialogues import markers, words
from dialogues.model import Language


def sentence(text: str, language: Language) -> str:
    """The last sentence that holds an intention; the whole text when none stands out."""
    marked = [span for span in markers.find(text, language) if span.marker == "intention"]
    if not marked:
        return text.strip()
    place = marked[-1].start
    return next((text[start:end].strip() for start, end in words.sentences(text) if start <= place < end), text.strip())
