"""The letter: findings as text, in plain HTML for Telegram's parser or without any markup for a file."""

import html
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dialogues.language.words import utf16_length
from dialogues.model import Language, Library
from summaries.facts import (
    Corrected,
    Echoed,
    Evidence,
    Finding,
    Findings,
    Intentions,
    Mirror,
    OwnWords,
    Returning,
    Rhythm,
    Strained,
    Tension,
    Year,
    counted,
    month_of,
    opening,
)
from summaries.hiding import ids, without
from summaries.known import known
from summaries.phrases import Form, Tongue, lines, macros
from summaries.wording import basis

LIMIT: Final = 2000  # UTF-16 units after parsing, of a letter about a month
LIMIT_OF_A_YEAR: Final = 4000  # one message of Telegram, with room for what is asked below it
NOTE = "left_out"
LEAVES = (  # what goes first when it is too long
    "coverage", "moves", "missing", "mood_year", "corrected", "intentions", "tensions", "moods", "behaviour",
    "question",
)  # fmt: skip
_PARTS: Final = {  # the kinds of findings in the order in which they are read, and the part each goes into
    "too_little": "too_little",
    "rhythm": "opening",
    "first_look": "first_look",
    "year": "year",
    "corrected": "corrected",
    "mood": "moods",
    "mood_year": "mood_year",
    "own_words": "behaviour",
    "echoed": "behaviour",
    "returning": "behaviour",
    "moves": "moves",
    "tension": "tensions",
    "coverage": "coverage",
    "missing": "missing",
    "intentions": "intentions",
    "strained": "strained",
    "mirror": "question",
}
_TAG = re.compile(r"</?(?:b|blockquote)>")
_PRIVATE = OwnWords | Echoed | Returning | Corrected | Strained


@dataclass(frozen=True, slots=True)
class Line:
    """What can be traced or hidden by itself: the id of its finding, its text without markup, what it rests on.

    Each answer is named once, by one of its parts; `basis` counts them in words, such as "4 antwoorden, 2 tikken".
    """

    id: str
    text: str = field(repr=False)
    evidence: Evidence
    basis: str


def letter(
    findings: Findings,
    language: Language,
    library: Library,
    *,
    hidden: Collection[str] = frozenset(),
    quotes: bool = True,
) -> str:
    """The findings as HTML with b and blockquote only, of at most 2,000 units (4,000 for a year); without buttons.

    What is `hidden` (ids of `hiding.ids`) is left out. Without `quotes` none of the leader's own words are in it: to
    share. What does not fit is left out as a whole part, in a fixed order, and the letter says so.
    """
    kept = _kept(findings, library, hidden, quotes=quotes)
    parts = _parts(kept, _tongue(kept, language, library, quotes=quotes), "html")
    limit = LIMIT_OF_A_YEAR if isinstance(opening(kept), Year) else LIMIT
    gone = {NOTE}
    for part in LEAVES:
        if length(_joined(parts, gone)) <= limit:
            break
        gone = (gone - {NOTE}) | {part}
    return _joined(parts, gone)


def plain(
    findings: Findings,
    language: Language,
    library: Library,
    *,
    hidden: Collection[str] = frozenset(),
    quotes: bool = True,
) -> str:
    """The same letter as plain text for a file, ending in a line break; nothing is left out for its length."""
    kept = _kept(findings, library, hidden, quotes=quotes)
    return _joined(_parts(kept, _tongue(kept, language, library, quotes=quotes), "plain"), {NOTE}) + "\n"


def length(letter: str) -> int:
    """How long a letter is in UTF-16 units, as Telegram counts: after parsing."""
    return utf16_length(html.unescape(_TAG.sub("", letter)))


def traced(
    findings: Findings, language: Language, library: Library, *, hidden: Collection[str] = frozenset()
) -> tuple[Line, ...]:
    """Every line that can be hidden, in reading order, each with what it rests on."""
    kept = _kept(findings, library, hidden, quotes=True)
    words = macros("letter", _tongue(kept, language, library, quotes=True), "line")
    named = zip(ids(kept), kept, strict=True)
    ranked = sorted(named, key=lambda pair: (list(_PARTS).index(pair[1].kind), kept.index(pair[1])))
    texts = [(name, one, lines(getattr(words, _PARTS[one.kind])([one]))) for name, one in ranked]
    shown = ((name, text, counted(one.evidence, kept)) for name, one, text in texts if text)
    return tuple(Line(name, text, rests_on, basis(rests_on, language)) for name, text, rests_on in shown)


def _kept(findings: Findings, library: Library, hidden: Collection[str], *, quotes: bool) -> Findings:
    kept = without(known(findings, library), hidden)
    return kept if quotes else tuple(shareable(kept))


def shareable(findings: Findings) -> Iterator[Finding]:
    """What can be shown to others: no words of the leader, and nothing that only those explain."""
    for finding in findings:
        match finding:
            case Intentions():
                yield replace(finding, one="", opened=())
            case Mirror(rule="echo" | "heavy" | "own_part"):
                yield replace(finding, rule="open", about="", side="", days=())
            case Mirror():
                yield replace(finding, days=())
            case _ if not isinstance(finding, _PRIVATE):
                yield finding


def _tongue(kept: Findings, language: Language, library: Library, *, quotes: bool) -> Tongue:
    whole = isinstance(opening(kept), Rhythm)
    return Tongue(language, library, month_of(kept), months=whole, quotes=quotes)


def _parts(kept: Findings, tongue: Tongue, form: Form) -> Mapping[str, str]:
    """The parts that have material, by name, in the order in which they are read."""
    words = macros("letter", tongue, form)
    parts: dict[str, str] = {}
    for part in dict.fromkeys(_PARTS.values()):
        if part == "question":
            parts[NOTE] = lines(words.left_out())  # read just before the question
        found = _of(part, kept)
        if found and (text := lines(getattr(words, part)(found))):
            parts[part] = text
    return parts


def _of(part: str, kept: Findings) -> Sequence[Finding]:
    """The findings of a part; a sentence about a dilemma stands with it, when it is there."""
    placed = {finding.dilemma for finding in kept if isinstance(finding, Tension)}

    def belongs(finding: Finding) -> bool:
        if isinstance(finding, OwnWords) and finding.about in placed:
            return part == "tensions"
        return _PARTS[finding.kind] == part

    return [finding for finding in kept if belongs(finding)]


def _joined(parts: Mapping[str, str], gone: Collection[str]) -> str:
    return "\n\n".join(text for name, text in parts.items() if name not in gone)
