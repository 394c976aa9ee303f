"""What stands on paper, as plain data in the order in which it is read: parts with a title, each of a few blocks.

Texts are strings, so nothing in them can become markup. A finding of a kind that has no part here is left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from dialogues.model import Text
from summaries import captions, wording
from summaries.drawing import parts
from summaries.drawing.axis import Axis, axis, years
from summaries.drawing.glyphs import printable, unbroken
from summaries.drawing.plan import plan, questions
from summaries.drawing.voice import Voice
from summaries.facts import (
    Corrected,
    Coverage,
    Echoed,
    Findings,
    FirstLook,
    Mood,
    MoodYear,
    Moves,
    Opening,
    OwnWords,
    Returning,
    Tension,
    Year,
    opening,
)

Block = dict[str, Any]
MOST_TENSIONS = 6  # more would not leave room for anything else


def page(found: Findings, voice: Voice) -> Block:
    """Everything that the template needs."""
    opened = opening(found)
    title, aside = _titles(opened, voice)
    name = f"{title} {aside}"
    return {
        "title": title,
        "aside": aside,
        "name": f"{voice.said(captions.LOOK_BACK)}: {name}",
        "footer": f"Weerklank · {name} · {voice.said(captions.YOURS)}",
        "lead": voice.told(opened),
        "rows": [*_rows(found, voice)],
        "fitted": isinstance(opened, Year),
        "words": _words(opened, voice),
    }


def _rows(found: Findings, voice: Voice) -> Iterator[list[Block]]:
    """The parts that have something to say; those that stand side by side in one row."""
    for row in ON_ONE_PAGE if isinstance(opening(found), Year) else ONE_BY_ONE:
        written = [{"title": voice.said(title), "blocks": [*part(found, voice)]} for title, part in row]
        if shown := [part for part in written if part["blocks"]]:
            yield shown


def corrected(found: Findings, voice: Voice) -> Iterator[Block]:
    """What the leader said about the last letter comes before anything that is said here."""
    for one in found:
        if isinstance(one, Corrected):
            if one.text:
                yield _quote(one.text, voice.tongue.day(one.on))
            yield from _texts(voice.written("corrected", replace(one, text="")))


def moods(found: Findings, voice: Voice) -> Iterator[Block]:
    """The dots of both measures as one picture, then what changed."""
    measured = [one for one in found if isinstance(one, Mood | MoodYear)]
    if measured:
        line = axis(found, voice.tongue.language)
        rows = [_strip(one, line, voice) for one in measured]
        seen = " ".join(voice.seen(one) for one in measured)
        beside = len(rows) > 1 and all(isinstance(one, MoodYear) for one in measured)
        yield {"kind": "strips", "axis": parts.ticks(line), "rows": rows, "alt": seen, "beside": beside}
    for one in measured:
        if isinstance(one, Mood):
            yield from _texts(voice.told(one))


def own_words(found: Findings, voice: Voice) -> Iterator[Block]:
    """Quotes that do not stand with a dilemma, and what came back."""
    placed = {one.dilemma for one in _drawn_tensions(found)}
    for one in found:
        if isinstance(one, OwnWords) and one.about not in placed:
            yield _quote(one.text, voice.tongue.day(one.on))
    for one in found:
        if isinstance(one, Echoed | Returning):
            yield from _texts(voice.written("behaviour", one))


def tensions(found: Findings, voice: Voice) -> Iterator[Block]:
    """Each field of tension with its places, and the sentences about it; over a year, the days stand at the places."""
    whole = isinstance(opening(found), Year)
    drawn, everything = _drawn_tensions(found), [one for one in found if isinstance(one, Tension)]
    if drawn:
        yield {"kind": "keys", "before": any(one.before for one in drawn)}
    line = axis(found, voice.tongue.language)
    for one in drawn:
        about = [own for own in found if isinstance(own, OwnWords) and own.about == one.dilemma]
        yield {
            "kind": "tension",
            "row": parts.tension(one, voice.tongue, line),
            "alt": voice.seen(one),
            "lines": voice.told(replace(one, now=(), before=()) if whole else one),
            "quotes": [_quote(own.text, voice.tongue.day(own.on)) for own in about],
        }
    if len(everything) > len(drawn):
        yield from _texts([voice.said(captions.MORE).format(n=len(everything) - len(drawn))])


def moves(found: Findings, voice: Voice) -> Iterator[Block]:
    """What was recognised in the answers."""
    for one in found:
        if isinstance(one, Moves):
            yield from _texts(voice.written("moves", one))


def coverage(found: Findings, voice: Voice) -> Iterator[Block]:
    """The wheel, and the same in words."""
    for one in found:
        if isinstance(one, Coverage):
            told, spokes = voice.written("coverage", one), parts.spokes(one, voice.tongue)
            yield {"kind": "wheel", "spokes": spokes, "alt": voice.seen(one), "lines": told}


def covered(found: Findings, voice: Voice) -> Iterator[Block]:
    """The same as a list, which is narrow enough to stand beside something."""
    for one in found:
        if isinstance(one, Coverage):
            yield {"kind": "bars", "spokes": parts.spokes(one, voice.tongue), "alt": voice.seen(one)}


Part = tuple[Text, Callable[[Findings, Voice], Iterator[Block]]]
ONE_BY_ONE: Final[tuple[tuple[Part, ...], ...]] = (
    ((captions.CORRECTED, corrected),),
    ((captions.MOODS, moods),),
    ((captions.WORDS, own_words),),
    ((captions.TENSIONS, tensions),),
    ((captions.MOVES, moves),),
    ((captions.COVERED, coverage),),
    ((captions.PLAN, plan),),
    ((captions.DISCUSS, questions),),
)
ON_ONE_PAGE: Final[tuple[tuple[Part, ...], ...]] = (
    ((captions.MOODS, moods),),
    ((captions.WORDS, own_words), (captions.QUALITIES, covered)),
    ((captions.TENSIONS, tensions),),
    ((captions.PLAN, plan), (captions.DISCUSS, questions)),
)


def _drawn_tensions(found: Findings) -> list[Tension]:
    return [one for one in found if isinstance(one, Tension)][:MOST_TENSIONS]


def _strip(one: Mood | MoodYear, line: Axis, voice: Voice) -> Block:
    strip = parts.strip(one, line, voice.tongue)
    return {**strip, "note": voice.note(one)} if isinstance(one, Mood) else strip


def _titles(opened: Opening, voice: Voice) -> tuple[str, str]:
    match opened:
        case FirstLook(since=since):
            return voice.said(captions.FIRST), f"{wording.month(since, voice.tongue.language)} {since.year}"
        case Year(start=start, last=last):
            return voice.said(captions.named(opened)), years(start, last)
        case _:
            name = wording.month(opened.month, voice.tongue.language)
            return voice.said(captions.MONTH_OF).format(month=name), str(opened.month.year)


def _words(opened: Opening, voice: Voice) -> dict[str, str]:
    return {
        "language": voice.tongue.language,
        "page": voice.said(captions.PAGE),
        "now": voice.said(captions.now(opened)),
        "before": voice.said(captions.BEFORE),
        "answered": voice.said(captions.ANSWERED),
        "open": voice.said(captions.OPEN),
    }


def _texts(sentences: list[str]) -> Iterator[Block]:
    yield from ({"kind": "text", "text": sentence} for sentence in sentences)


def _quote(text: str, below: str) -> Block:
    return {"kind": "quote", "text": unbroken(printable(text)), "below": below}
