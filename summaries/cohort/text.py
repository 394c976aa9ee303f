"""The mirror of a group as it is told in a chat: which messages, with what is filled in."""

from collections.abc import Iterator, Mapping, Sequence

from dialogues.asking import phrases
from dialogues.model import Dilemma, Language, Library
from summaries.cohort.facts import SEVEN, Mirror, Spread
from summaries.cohort.mirror import Change, changes
from summaries.cohort.safely import Share

Part = tuple[str, dict[str, str]]  # the id of a message and its values
ARROWS: Mapping[Change, str] = {"more": " ↑", "less": " ↓", "same": ""}


def parts(mirror: Mirror, library: Library, language: Language, before: Sequence[Mirror] = ()) -> Iterator[Part]:
    """All that is not held back and still in the library, as parts of the group in wide steps.

    `before`: what its group knows by now, oldest first; a dilemma is compared with the last that showed it.
    """
    for lean in mirror.leans:
        if lean.about in library.dilemmas:
            yield f"cohort_lean_{lean.side}", _named(library.dilemmas[lean.about], language)
    for spread in mirror.positions:
        dilemma = library.dilemmas.get(spread.about)
        if dilemma is not None and spread.shares:
            yield from _compared(dilemma, spread, before, language)
    if mirror.energy.shares:
        low, middle, high = map(percents, mirror.energy.shares)
        yield "cohort_energy", {"low": low, "middle": middle, "high": high}
    if named := [*_themes(mirror.qualities, library, language)]:
        yield "cohort_themes", {"themes": "\n".join(named)}


def _compared(dilemma: Dilemma, spread: Spread, before: Sequence[Mirror], language: Language) -> Iterator[Part]:
    """Where people stand, with an arrow where more or fewer do than when it was shown last, and when that was."""
    known = (
        (one, was) for one in reversed(before) for was in one.positions if was.about == spread.about and was.shares
    )
    earlier, was = next(known, (None, spread))
    arrows = [ARROWS[each] for each in changes(was, spread)] or [""] * len(spread.shares)
    yield _scale(
        dilemma, [f"{percents(share)}{arrow}" for share, arrow in zip(spread.shares, arrows, strict=True)], language
    )
    if earlier is not None and any(arrows):
        yield "cohort_moved", {"month": period(earlier, language)}


def period(mirror: Mirror, language: Language) -> str:
    """Such as "december 2026", or "oktober 2026 – december 2026"."""
    first, last = (phrases.month_year(day, language) for day in (mirror.first, mirror.last))
    return first if first == last else f"{first} – {last}"


def _scale(dilemma: Dilemma, shares: Sequence[str], language: Language) -> Part:
    known = _named(dilemma, language)
    if len(shares) == SEVEN:
        listed = "\n".join(f"{place}: {share}" for place, share in enumerate(shares, 1))
        return "cohort_scale_7", {**known, "shares": listed}
    a, middle, b = shares
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
