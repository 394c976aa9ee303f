"""The letter: findings as text, in plain HTML for Telegram's parser or without any markup for a file."""

import html
import re
from collections.abc import Collection, Mapping

from dialogues.model import Language, Library
from dialogues.words import utf16_length
from summaries.facts import Findings, month_of
from summaries.known import known
from summaries.phrases import Tongue, lines, macros

LIMIT = 4096  # UTF-16 units after parsing: Telegram's own
NOTE = "left_out"
LEAVES = ("coverage", "intentions", "tensions", "moods", "own_words", "question")  # what goes first when it is too long
_PARTS = {  # the kinds of findings in the order in which they are read, and the part each goes into
    "too_little": "too_little",
    "rhythm": "opening",
    "mood": "moods",
    "own_words": "own_words",
    "tension": "tensions",
    "coverage": "coverage",
    "intentions": "intentions",
    "strained": "strained",
    "mirror": "question",
}
_TAG = re.compile(r"</?(?:b|blockquote)>")


def letter(findings: Findings, language: Language, library: Library) -> str:
    """The findings as HTML with b and blockquote only, within Telegram's 4,096 units; buttons are not part of it.

    What does not fit is left out as a whole part, in a fixed order, and the letter says so.
    """
    parts = _parts(findings, language, library, markup=True)
    gone = {NOTE}
    for part in LEAVES:
        if _length(_joined(parts, gone)) <= LIMIT:
            break
        gone = (gone - {NOTE}) | {part}
    return _joined(parts, gone)


def plain(findings: Findings, language: Language, library: Library) -> str:
    """The same letter as plain text for a file, ending in a line break; nothing is left out."""
    return _joined(_parts(findings, language, library, markup=False), {NOTE}) + "\n"


def _parts(findings: Findings, language: Language, library: Library, *, markup: bool) -> Mapping[str, str]:
    """The parts that have material, by name, in the order in which they are read."""
    shown = known(findings, library)
    words = macros("letter", Tongue(language, library, month_of(shown)), markup=markup)
    parts: dict[str, str] = {}
    for kind, part in _PARTS.items():
        if part == "question":
            parts[NOTE] = lines(words.left_out())  # read just before the question
        if found := [finding for finding in shown if finding.kind == kind]:
            parts[part] = lines(getattr(words, part)(found))
    return parts


def _joined(parts: Mapping[str, str], gone: Collection[str]) -> str:
    return "\n\n".join(text for name, text in parts.items() if name not in gone)


def _length(letter: str) -> int:
    """In UTF-16 units, as Telegram counts: after parsing."""
    return utf16_length(html.unescape(_TAG.sub("", letter)))
