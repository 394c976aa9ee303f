"""Which sentences of the leader are given back: verbatim, short, and never one with somebody else in it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from dialogues.answers import privacy, quotes
from dialogues.answers.quotes import LONGEST, Quotable, Quote
from dialogues.people import Part
from summaries.facts import Corrected, OwnWords, evidence
from summaries.material import Material, Sentences, Written
from summaries.thresholds import QUOTED, TOLD
from summaries.wording import shown

SHOWN = 3
MOST_CHARACTERS = 300  # a sentence of thirty-four words rarely has more
_NEVER: Final[frozenset[Part]] = frozenset({"correction"})


def own_words(material: Material, limit: int, linked: Collection[int] = ()) -> tuple[OwnWords, ...]:
    """The `limit` best sentences, oldest first: of the answers that the leader `linked`, then each of another kind.

    A kind is a quality that was asked about, a dilemma, or what else somebody wrote on.
    """
    parts = [part for part in material.answers if quotable(part)]
    about = {part.id: part for part in (*parts, *(part for part in material.linked_answers if quotable(part)))}
    best = [*_once(_best(about.values(), linked), material.disputed)]
    chosen = {quote.answer: quote for quote in best if quote.answer in linked}
    kinds = {_kind(about[number]) for number in chosen}
    for quote in best:
        part = about[quote.answer]
        if part in parts and quote.answer not in chosen and _kind(part) not in kinds:
            chosen[quote.answer] = quote
            kinds.add(_kind(part))
    in_order = sorted([*chosen.values()][:limit], key=lambda quote: (quote.on, quote.answer))
    return tuple(_given(quote, about[quote.answer]) for quote in in_order)


def corrected(material: Material) -> tuple[Corrected, ...]:
    """What the leader wrote this month about an earlier letter, the latest only."""
    latest = [part for part in material.answers if part.part == "correction"][-1:]
    return tuple(
        Corrected(
            part.on,
            shown(part.text) if _whole(part) else "",
            evidence("answer", part.id),
            met=TOLD,
            language=part.language,
        )
        for part in latest
    )


def brief(text: str) -> bool:
    """Say whether the text is short enough to be given whole."""
    return len(text.split()) <= LONGEST and len(shown(text)) <= MOST_CHARACTERS


def quotable(part: Written) -> bool:
    """Say whether an answer may be quoted at all: it names nobody, and is no word about a letter."""
    return not part.named and part.part not in _NEVER


def aside(material: Material) -> Sentences:
    """The sentences of these answers that are not given again; they go when their answer goes."""
    written = {part.id for part in material.answers}
    return tuple(sorted({one for one in material.disputed if one[0] in written}))


def alike(text: str) -> str:
    """The same for texts that read the same."""
    return shown(text).casefold()


def nameless(text: str) -> bool:
    """Say whether the text names nobody and holds nobody's data."""
    return not privacy.has_name(text) and not privacy.find(text)


def _best(parts: Collection[Written], linked: Collection[int]) -> Sequence[Quote]:
    """The best sentence of each, best first."""
    offered = [
        Quotable(part.id, part.text, part.language, str(part.id), part.on, part.care, part.id in linked, part.spans)
        for part in parts
    ]
    return quotes.choose(offered, len(offered))


def _once(ranked: Iterable[Quote], disputed: Sentences) -> Iterator[Quote]:
    """Those that are short enough, each text once, and none of a letter that did not fit."""
    told = {alike(text) for _, text in disputed}
    for quote in ranked:
        if brief(quote.text) and (text := alike(quote.text)) not in told:
            told.add(text)
            yield quote


def _kind(part: Written) -> str:
    return part.quality or part.kind


def _given(quote: Quote, part: Written) -> OwnWords:
    about = part.item if part.kind in ("paradox", "paradox_revisit") else ""
    text, rests_on = shown(quote.text), evidence("answer", quote.answer)
    return OwnWords(
        quote.on, text, rests_on, met=QUOTED, start=quote.start, end=quote.end, about=about, language=part.language
    )


def _whole(part: Written) -> bool:
    return not part.named and brief(part.text) and nameless(part.text)
