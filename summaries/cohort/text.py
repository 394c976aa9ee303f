"""The mirror of a group as it is told in a chat: which messages, with what is filled in."""

from collections.abc import Iterator, Sequence

from dialogues.model import Dilemma, Language, Library
from summaries.cohort.facts import SEVEN, Mirror, Spread
from summaries.cohort.safely import Share

Part = tuple[str, dict[str, str]]  # the id of a message and its values


def parts(mirror: Mirror, library: Library, language: Language) -> Iterator[Part]:
    """All that is not held back and still in the library, as parts of the group in wide steps."""
    for lean in mirror.leans:
        if lean.about in library.dilemmas:
            yield f"cohort_lean_{lean.side}", _named(library.dilemmas[lean.about], language)
    for spread in mirror.positions:
        dilemma = library.dilemmas.get(spread.about)
        if dilemma is not None and spread.shares:
            yield _scale(dilemma, spread, language)
    if mirror.energy.shares:
        low, middle, high = map(percents, mirror.energy.shares)
        yield "cohort_energy", {"low": low, "middle": middle, "high": high}
    if named := [*_themes(mirror.qualities, library, language)]:
        yield "cohort_themes", {"themes": "\n".join(named)}


def _scale(dilemma: Dilemma, spread: Spread, language: Language) -> Part:
    known = _named(dilemma, language)
    if len(spread.shares) == SEVEN:
        listed = "\n".join(f"{place}: {percents(share)}" for place, share in enumerate(spread.shares, 1))
        return "cohort_scale_7", {**known, "shares": listed}
    a, middle, b = map(percents, spread.shares)
    return "cohort_scale", {**known, "share_a": a, "share_mid": middle, "share_b": b}


def _named(dilemma: Dilemma, language: Language) -> dict[str, str]:
    poles = {"pole_a": dilemma.pole_a.label[language], "pole_b": dilemma.pole_b.label[language]}
    return {"paradox": dilemma.title[language], **poles}


def _themes(found: Sequence[tuple[str, Share]], library: Library, language: Language) -> Iterator[str]:
    for name, share in found:
        if name in library.qualities:
            yield f"{library.qualities[name].name[language]}: {percents(share)}"


def percents(share: Share) -> str:
    """A share as it is read: from and to."""
    low, high = share.percents
    return f"{low}–{high} %"
