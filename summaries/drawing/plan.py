"""The half of the paper that looks forward: a plan in the leader's own hand, and questions to talk about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from dialogues.model import Language
from summaries import captions, mirror
from summaries.drawing.glyphs import printable, unbroken
from summaries.drawing.voice import Voice
from summaries.facts import Finding, Findings, Intentions, Mirror, Missing, Strained

Block = dict[str, Any]
CONDITIONS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": ("als ", "wanneer ", "zodra "), "en": ("if ", "when ", "whenever ", "as soon as "),
}  # fmt: skip


def plan(found: Findings, voice: Voice) -> Iterator[Block]:
    """What became of intentions, the one that is open, and lines to write on where nothing is known."""
    given = ""
    for one in found:
        if isinstance(one, Intentions):
            given = unbroken(printable(one.one))
            yield from ({"kind": "intro", "text": line} for line in voice.written("intentions", replace(one, one="")))
    yield {"kind": "plan", "fields": _fields(given, voice)}


def questions(found: Findings, voice: Voice) -> Iterator[Block]:
    """The question of the letter first, then what else the month asks, then what can always be asked."""
    asked = [question for one in reversed(found) for question in _asked(one, voice)]
    usual = [unbroken(voice.said(question)) for question in captions.ASKED]
    yield {"kind": "intro", "text": unbroken(voice.said(captions.DISCUSS_WITH))}
    yield {"kind": "questions", "items": [*asked, *usual]}


def _fields(given: str, voice: Voice) -> list[Block]:
    """The intention is asked for in when-then form, unless the leader wrote it so."""
    planned = given.lower().startswith(tuple(start for some in CONDITIONS.values() for start in some))
    condition = [voice.said(captions.IF), voice.said(captions.THEN)]
    open_ones = (captions.FIRST_STEP, captions.HELPER, captions.LOOKING_BACK)
    return [
        _field(voice.said(captions.INTENTION), given, condition),
        *([_field("", "", condition)] if given and not planned else []),
        *(_field(voice.said(label), "", [""]) for label in open_ones),
    ]  # fmt: skip


def _field(label: str, given: str, starts: Sequence[str]) -> Block:
    return {"label": label, "given": given, "starts": starts}


def _asked(one: Finding, voice: Voice) -> list[str]:
    match one:
        case Mirror():
            return [unbroken(printable(mirror.wording(one, voice.tongue.language, voice.tongue.library)))]
        case Missing():
            return voice.told(one)
        case Strained():
            return voice.written("strained", one)
        case _:
            return []
