"""What stands on paper, as plain data in the order in which it is read: parts with a title, each of a few blocks.

Texts are strings, so nothing in them can become markup. A finding of a kind that has no part here is left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from dialogues.model import Text
from summaries import captions, wording
from summaries.drawing import parts
from summaries.drawing.axis import Axis, axis, short, years
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
HEADING: Final = 45
HIGH: Final = {  # points, of a short one; "strips" for each
    "strips": 75, "quote": 45, "text": 18, "keys": 16, "tension": 75, "wheel": 165, "intro": 16, "plan": 150,
    "questions": 0,
}  # fmt: skip
MOST_HIGH: Final = 800  # of an A4 page 720, and a tenth more where its type is smaller
MOST_TENSIONS = 6  # more would not leave room for anything else


def page(found: Findings, voice: Voice) -> Block:
    """Everything that the template needs."""
    opened = opening(found)
    title, aside = _titles(opened, voice)
    name = f"{title} {aside}"
    rows, fitted = [*_rows(found, voice)], isinstance(opened, Year)
    return {
        "title": title,
        "aside": aside,
        "name": f"{voice.said(captions.LOOK_BACK)}: {name}",
        "footer": f"Weerklank · {name} · {voice.said(captions.YOURS)}",
        "lead": voice.told(opened),
        "rows": rows,
        "fitted": fitted,
        "long": not fitted and sum(map(_high, rows)) > MOST_HIGH,
        "words": _words(opened, voice),
    }


def _high(row: list[Block]) -> int:
    """How many points a row takes at the least, by what is in it; to lay out no page twice that cannot be one."""
    blocks = [block for part in row for block in part["blocks"]]
    return HEADING * len(row) + sum(HIGH[block["kind"]] * len(block.get("rows", " ")) for block in blocks)


def _rows(found: Findings, voice: Voice) -> Iterator[list[Block]]:
    """The parts that have something to say; those that stand side by side in one row."""
    for row in ON_ONE_PAGE if isinstance(opening(found), Year) else ONE_BY_ONE:
        written = [{"title": voice.said(title), "blocks": [*part(found, voice)]} for title, part in row]
        if shown := [part for part in written if part["blocks"]]:
            yield shown


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
            yield _quote(one, voice)
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
            "quotes": [_quote(own, voice) for own in about],
        }
    if len(everything) > len(drawn):
        yield from _texts([voice.said(captions.MORE).format(n=len(everything) - len(drawn))])


def moves(found: Findings, voice: Voice) -> Iterator[Block]:
    """What was recognised in the answers."""
    for one in found:
        if isinstance(one, Moves):
            yield from _texts(voice.told(one))


def tapped(found: Findings, voice: Voice) -> Iterator[Block]:
    """What the leader tapped about their answers, which nobody had to recognise."""
    for one in found:
        if isinstance(one, Moves):
            yield from _texts(voice.told(one, "tapped_by_hand"))


def coverage(found: Findings, voice: Voice) -> Iterator[Block]:
    """The wheel, with in words what it cannot show."""
    for one in found:
        if isinstance(one, Coverage):
            told, spokes = voice.told(one, "unasked_for"), parts.spokes(one, voice.tongue)
            yield {"kind": "wheel", "spokes": spokes, "alt": voice.seen(one), "lines": told}


def covered(found: Findings, voice: Voice) -> Iterator[Block]:
    """The same as a list, which is narrow enough to stand beside something."""
    for one in found:
        if isinstance(one, Coverage):
            yield {"kind": "bars", "spokes": parts.spokes(one, voice.tongue), "alt": voice.seen(one)}


def corrected(found: Findings, voice: Voice) -> Iterator[Block]:
    """What the leader said about the last letter, after all else: who reads along does not know that one."""
    for one in found:
        if isinstance(one, Corrected) and one.text:
            yield _quote(one, voice)


Part = tuple[Text, Callable[[Findings, Voice], Iterator[Block]]]
ONE_BY_ONE: Final[tuple[tuple[Part, ...], ...]] = (
    ((captions.MOODS, moods),),
    ((captions.WORDS, own_words),),
    ((captions.TENSIONS, tensions),),
    ((captions.MOVES, moves),),
    ((captions.TAPPED, tapped),),
    ((captions.COVERED, coverage),),
    ((captions.CORRECTED, corrected),),
    ((captions.DISCUSS, questions),),
    ((captions.PLAN, plan),),
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
        case FirstLook(since=since, until=until):
            return voice.said(captions.FIRST), _weeks(since, until, voice)
        case Year(start=start, last=last):
            return parts.label(voice.tongue.programme(opened)) or voice.said(captions.named(opened)), years(start, last)
        case _:
            name = wording.month(opened.month, voice.tongue.language)
            return voice.said(captions.MONTH_OF).format(month=name), str(opened.month.year)


def _weeks(since: date, until: date | None, voice: Voice) -> str:
    """From the first answer to the latest, in few letters; of findings that do not tell the latest the month."""
    if until is None:
        return f"{wording.month(since, voice.tongue.language)} {since.year}"
    return " – ".join(short(on, voice.tongue.language, "d MMM") for on in dict.fromkeys((since, until)))


def _words(opened: Opening, voice: Voice) -> dict[str, str]:
    return {
        "language": voice.tongue.language,
        "page": voice.said(captions.PAGE),
        "now": voice.said(captions.now(opened)),
        "before": voice.said(captions.BEFORE),
        "answered": voice.said(captions.ANSWERED),
        "open": voice.said(captions.OPEN),
        "notes": voice.said(captions.NOTES),
    }


def _texts(sentences: list[str]) -> Iterator[Block]:
    yield from ({"kind": "text", "text": sentence} for sentence in sentences)


def _quote(one: OwnWords | Corrected, voice: Voice) -> Block:
    return {
        "kind": "quote",
        "text": unbroken(printable(one.text)),
        "below": voice.tongue.day(one.on),
        "language": one.language or voice.tongue.language,
    }
