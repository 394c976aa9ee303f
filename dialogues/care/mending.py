"""Words of somebody who was heavy-hearted and now says that it goes better, who was talked to, or who is near.

Every clause of the message must say no more than that, so that nothing heavy can stand beside it unheard.
"""

import re
from functools import cache
from typing import Literal

from dialogues import lexicon
from dialogues.language.words import fold

Mending = Literal["near", "better", "fine"]

_KINDS: tuple[tuple[str, Mending], ...] = (
    ("near", "near"), ("better", "better"), ("talked", "better"), ("fine", "fine"),
)  # fmt: skip
_CLAUSES = re.compile(r"[.,;:!?\n()…]+|\s[-–—]\s|\b(?:en|and|want|omdat|because|maar|but)\b")
_NAMED = re.compile(r"<(\w+)>")
LONGEST = 30  # words


def told(text: str) -> Mending | None:
    """What the whole message says: that somebody is "near", that it goes "better", or that it is "fine"; None else.

    A bare yes or no says nothing of the kind: there is no telling to which question.
    """
    clauses = [plain for clause in _CLAUSES.split(fold(text)) if (plain := _plain(clause))]
    if not clauses or len(fold(text).split()) > LONGEST:
        return None
    found = {_said(clause) for clause in clauses}
    return None if None in found else next((kind for _, kind in _KINDS if kind in found), None)


def _plain(clause: str) -> str:
    return " ".join(re.sub(r"[^\w' ]+", " ", clause).split())


def _said(clause: str) -> Mending | Literal[""] | None:
    """What one clause says: "" for no more than a beginning ("ja hoor"), None for anything else."""
    said = next((kind for section, kind in _KINDS if _pattern(section).fullmatch(clause)), None)
    return "" if said is None and _pattern("lead").fullmatch(f"{clause} ") else said


@cache
def _pattern(section: str) -> re.Pattern[str]:
    known = "|".join(f"(?:{line})" for line in lexicon.words("recovering", section))
    return re.compile(f"(?:{_NAMED.sub(lambda name: _pattern(name[1]).pattern, known)})")
