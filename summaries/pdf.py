"""The PDF to keep or to take to a coach: one to three tagged A4 pages, with its own file name."""

from collections.abc import Collection

from dialogues.model import Language, Library
from summaries.drawing.axis import years
from summaries.drawing.page import page
from summaries.drawing.press import document
from summaries.drawing.voice import Voice
from summaries.facts import Findings, FirstLook, Rhythm, Year, month_of, opening
from summaries.hiding import without
from summaries.known import known
from summaries.letter import shareable
from summaries.phrases import Tongue


def pdf(
    findings: Findings,
    language: Language,
    library: Library,
    *,
    hidden: Collection[str] = frozenset(),
    quotes: bool = True,
) -> bytes:
    """The findings as PDF/UA-1, with the picture as a drawing; the same findings give the same bytes.

    What is `hidden` (ids of `hiding.ids`) is left out. Without `quotes` none of the leader's own words are in it: to
    share. Takes some tens of milliseconds of one processor: never on an event loop.
    """
    kept = without(known(findings, library), hidden)
    shown = kept if quotes else tuple(shareable(kept))
    whole = isinstance(opening(shown), Rhythm)
    tongue = Tongue(language, library, month_of(shown), months=whole, quotes=quotes)
    return document("letter", page(shown, Voice(tongue)))


def file_name(findings: Findings, language: Language) -> str:
    """Such as terugblik-2026-11.pdf or look-back-2026.pdf; a programme's has its days, and none a person's name."""
    stem = {"nl": "terugblik", "en": "look-back"}[language]
    match opening(findings):
        case Year(start=start, last=last, programme=programme) if programme:
            period = f"{start:%Y-%m-%d}-{last:%Y-%m-%d}"
        case Year(start=start, last=last):
            period = years(start, last, "-")
        case FirstLook(since=since):
            period = f"{since:%Y-%m-%d}"
        case _:
            period = f"{month_of(findings):%Y-%m}"
    return f"{stem}-{period}.pdf"
