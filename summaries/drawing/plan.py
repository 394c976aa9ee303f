"""The half of the paper that looks forward: a plan in the leader's own hand, and questions to talk about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from dialogues.answers.intentions import when_then
from summaries import captions, mirror
from summaries.drawing.glyphs import printable, unbroken
from summaries.drawing.voice import Voice
from summaries.facts import Finding, Findings, Intentions, Meant, Mirror, Missing, Strained

Block = dict[str, Any]
NOTHING: Final = Meant("")


def plan(found: Findings, voice: Voice) -> Iterator[Block]:
    """What became of intentions, then a plan for each that is open, or for a new one, with lines to write on."""
    opened: Sequence[Meant] = ()
    for one in found:
        if isinstance(one, Intentions):
            opened = one.opened or [Meant(text) for text in [one.one] if text]
            told = replace(one, one="", open=one.open if one.open > len(opened) else 0)
            yield from ({"kind": "intro", "text": line} for line in voice.told(told))
    yield {"kind": "plan", "plans": [_plan(meant, voice) for meant in opened or [NOTHING]]}


def questions(found: Findings, voice: Voice) -> Iterator[Block]:
    """The question of the letter first, then what else the month asks, then what can always be asked."""
    asked = [question for one in reversed(found) for question in _asked(one, voice)]
    usual = [unbroken(voice.said(question)) for question in captions.ASKED]
    yield {"kind": "intro", "text": unbroken(voice.said(captions.DISCUSS_WITH))}
    yield {"kind": "questions", "items": [*asked, *usual]}


def _plan(meant: Meant, voice: Voice) -> Block:
    """An intention, which is asked for in when-then form unless the leader wrote it so, and what goes with it."""
    given = unbroken(printable(meant.text))
    asks = [] if given and when_then(meant.text) else [voice.said(captions.IF), voice.said(captions.THEN)]
    check = voice.said(captions.ON).format(day=voice.tongue.day(meant.check)) if meant.check else ""
    fields = [
        _field(voice.said(captions.FIRST_STEP)),
        _field(voice.said(captions.HELPER)),
        _field(voice.said(captions.LOOKING_BACK), check, voice.said(captions.SOON)),
    ]
    return {"label": voice.said(captions.INTENTION), "given": given, "asks": asks, "fields": fields}


def _field(label: str, given: str = "", start: str = "") -> Block:
    """What is known; or else a line to write on, with how it starts."""
    return {"label": label, "given": given, "start": start}


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
