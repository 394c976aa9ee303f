"""The look back by command, and the buttons under it: each line with what it rests on, one that goes, the paper."""

import re
from typing import Final, Literal, TypeAlias
from zlib import crc32

from dialogues.effects import Conceal, Recap, Say
from dialogues.events import Commanded, Pressed
from dialogues.moves.steps import Step, says
from dialogues.scene import Scene
from dialogues.talk import Talk

Mode: TypeAlias = Literal["all", "hide"]
PAPER: Final = frozenset({"pdf", "papier", "paper"})
_YEAR = re.compile(r"(?:(?:jaar|year)\s+)?(20[0-9]{2})", re.IGNORECASE)
_VALUE = re.compile(r"(all|hide)(?:\.([0-9]{1,3}))?(?:\.([0-9a-f]{8}))?")


def wanted(event: Commanded, talk: Talk) -> Step:
    """/lookback, with a month or a year, with "pdf" for the paper; /share: without own words, to pass on."""
    said = event.argument.split()
    month = " ".join(word for word in said if word.lower() not in PAPER)
    if (number := _YEAR.fullmatch(event.argument.strip())) is not None:
        return talk, (Recap(number[1], form="year"),)
    if event.name == "share":
        return talk, (Recap(month, form="share"),)
    return talk, (Recap(month, form="letter" if len(month.split()) == len(said) else "pdf"),)


def key(line: str) -> str:
    """A line's id, short enough for a button: eight hexadecimal figures."""
    return f"{crc32(line.encode()):08x}"


def value(mode: Mode, page: int = 0, line: str = "") -> str:
    """A button's value: which lines, which page, and the line that is to go."""
    return f"{mode}.{min(page, 999)}" + (f".{key(line)}" if line else "")


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:  # noqa: ARG001  (one shape for all moves)
    """All happens in the letter's own message, except for the paper, which is a file."""
    match event.value:
        case "letter":
            return talk, (Say("lookback", {}, event.about, edits=event.message),)
        case "pdf":
            return talk, (Say("lookback_pdf", {}, event.about, weight="document"),)
        case told if (found := _VALUE.fullmatch(told)) is not None:
            args = {"mode": found[1], "page": int(found[2] or 0)}
            shown = Say("lookback_lines", args, event.about, edits=event.message)
            return talk, (Conceal(event.about, found[3]), shown) if found[3] else (shown,)
        case _:
            return says(talk, "stale_button")
