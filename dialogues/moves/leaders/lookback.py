"""The look back by command, and the buttons under it: each line with what it rests on, lines that go or are kept."""

import re
from typing import Final, Literal, TypeAlias
from zlib import crc32

from dialogues.effects import Cherish, Conceal, Effect, Recap, Say
from dialogues.events import Commanded, Pressed
from dialogues.moves.steps import Step, says
from dialogues.scene import Scene
from dialogues.talk import Talk

Mode: TypeAlias = Literal["all", "hide", "keep", "drop"]  # to look, to hide a line, to keep a sentence or let it go
PAPER: Final = frozenset({"pdf", "papier", "paper"})
_YEAR = re.compile(r"(?:(?:van |of )?(?:jaar|year|het jaar|the year|mijn jaar|my year) ?)?(20[0-9]{2})?")
_PROGRAMME: Final = frozenset({"programma", "programme", "program", "traject", "mijn traject", "my programme"})
_VALUE = re.compile(r"(all|hide|keep|drop)(?:\.([0-9]{1,3}))?(?:\.([0-9a-f]{8}))?")


def wanted(event: Commanded, talk: Talk) -> Step:
    """/lookback, with a month, a year or "programme", with "pdf" for the paper; /share: without own words."""
    said = event.argument.split()
    named = [word for word in said if word.lower() not in PAPER]
    form: Literal["letter", "pdf", "share"] = "letter" if len(named) == len(said) else "pdf"
    return talk, (_recap(" ".join(named), "share" if event.name == "share" else form),)


def _recap(period: str, form: Literal["letter", "pdf", "share"]) -> Recap:
    plain = period.lower()
    if plain in _PROGRAMME:
        return Recap(form=form, over="programme")
    if plain and (found := _YEAR.fullmatch(plain)) is not None:
        return Recap(found[1] or "", form=form, over="year")
    return Recap(period, form=form)


def key(line: str) -> str:
    """A line's id, short enough for a button: eight hexadecimal figures."""
    return f"{crc32(line.encode()):08x}"


def value(mode: Mode, page: int = 0, line: str = "") -> str:
    """A button's value: what to do with lines, which page, and the line that it is about."""
    return f"{mode}.{min(page, 999)}" + (f".{key(line)}" if line else "")


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:  # noqa: ARG001  (one shape for all moves)
    """All happens in the letter's own message, except for the paper, which is a file."""
    match event.value:
        case "letter":
            return talk, (Say("lookback", {}, event.about, edits=event.message),)
        case "pdf":
            return talk, (Say("lookback_pdf", {}, event.about, weight="document"),)
        case told if (found := _VALUE.fullmatch(told)) is not None:
            args = {"mode": "keep" if found[1] == "drop" else found[1], "page": int(found[2] or 0)}
            shown = Say("lookback_lines", args, event.about, edits=event.message)
            return talk, (shown, *_done(event, found[1], found[3]))  # what was pressed changes first
        case _:
            return says(talk, "stale_button")


def _done(event: Pressed, act: str, line: str | None) -> tuple[Effect, ...]:
    if line is None or act == "all":
        return ()
    if act == "hide":
        return (Conceal(event.about, line, event.message),)
    return (Cherish(event.about, line, kept=act == "keep"),)
