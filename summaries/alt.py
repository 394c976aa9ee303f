"""The picture in words, for leaders who do not see it."""

from dialogues.language.words import utf16_length
from dialogues.model import Language, Library
from summaries.facts import Finding, Findings, month_of
from summaries.known import known
from summaries.phrases import Tongue, lines, macros

LIMIT = 1000  # UTF-16 units: it fits a caption and the alternative text of a page
_OPENING = ("rhythm", "first_look", "year")
_DRAWN = (*_OPENING, "mood", "mood_year", "tension", "coverage")


def drawn(finding: Finding) -> bool:
    """Does the picture show something of this finding?"""
    return finding.kind in _DRAWN


def alt_text(findings: Findings, language: Language, library: Library) -> str:
    """What the picture shows, in whole sentences, within 1,000 UTF-16 units; "" when nothing is drawn."""
    told = [finding for finding in known(findings, library) if drawn(finding)]
    if all(finding.kind in _OPENING for finding in told):
        return ""
    words = macros("alt", Tongue(language, library, month_of(findings)), "plain")
    text = ""
    for sentence in (line for finding in told for line in lines(getattr(words, finding.kind)(finding)).splitlines()):
        longer = f"{text} {sentence}".strip()
        text = longer if utf16_length(longer) <= LIMIT else text
    return text
