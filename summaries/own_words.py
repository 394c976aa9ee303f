"""Which sentences of the leader are given back: verbatim, short, and never one with somebody else in it."""

from dialogues import quotes
from dialogues.quotes import LONGEST, Quotable
from summaries.facts import OwnWords, evidence
from summaries.material import Material
from summaries.wording import shown

SHOWN = 3
MOST_CHARACTERS = 300  # a sentence of thirty-four words rarely has more


def own_words(material: Material, limit: int) -> tuple[OwnWords, ...]:
    """The `limit` best sentences, each about another quality or kind of prompt, oldest first."""
    quotable = [
        Quotable(part.id, part.text, part.language, part.quality or part.kind, part.on, part.care)
        for part in material.answers
        if not part.named
    ]
    best = [quote for quote in quotes.choose(quotable, len(quotable)) if brief(quote.text)][:limit]
    in_order = sorted(best, key=lambda quote: (quote.on, quote.answer))
    return tuple(OwnWords(quote.on, shown(quote.text), evidence("answer", quote.answer)) for quote in in_order)


def brief(text: str) -> bool:
    """Say whether the text is short enough to be given whole."""
    return len(text.split()) <= LONGEST and len(shown(text)) <= MOST_CHARACTERS
