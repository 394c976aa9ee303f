"""Which sentences of the leader are quoted back: verbatim, short, and never one with somebody else in it."""

from summaries.facts import OwnWords, evidence
from summaries.material import Material
from summaries.wording import shown

SHOWN = 3
MOST_WORDS = 34
MOST_CHARACTERS = 300


def own_words(material: Material, limit: int) -> tuple[OwnWords, ...]:
    """At most `limit` sentences, oldest first, from answers in which nobody else is named."""
    quotable = [part for part in material.answers if not part.named and brief(part.text)][-limit:]
    return tuple(OwnWords(part.on, part.text, evidence("answer", part.id)) for part in quotable)


def brief(text: str) -> bool:
    """Say whether the text is short enough to be shown whole."""
    return len(text.split()) <= MOST_WORDS and len(shown(text)) <= MOST_CHARACTERS
