"""Turns a month of material into findings: the leader supplies the facts, this only orders them."""

from collections import Counter
from collections.abc import Iterable

from dialogues.model import Library
from summaries.facts import (
    Change,
    Coverage,
    Evidence,
    Finding,
    Findings,
    Intentions,
    Mirror,
    Mood,
    OwnWords,
    Rhythm,
    Strained,
    Tension,
    TooLittle,
    as_json,
    evidence,
    from_json,
)
from summaries.material import MEASURES, Material, touches, usable
from summaries.mirror import mirror
from summaries.moods import mood, weeks
from summaries.own_words import SHOWN, brief, own_words
from summaries.wording import shown

__all__ = [
    "Change", "Coverage", "Evidence", "Finding", "Findings", "Intentions", "Mirror", "Mood", "OwnWords", "Rhythm",
    "Strained", "Tension", "TooLittle", "as_json", "findings", "from_json",
]  # fmt: skip

FEWEST = 3  # usable answers below which there is no summary


def findings(material: Material, library: Library) -> Findings:
    """What this month holds, in the order of the letter; the first says whether there was enough.

    The same facts give the same findings in whatever order they come in. Nothing names a cause, gives a score,
    compares with others or reads a mood from text.
    """
    month = usable(material)
    written = len(touches(month))
    if written < FEWEST:
        rests_on = evidence("answer", *(part.id for part in month.answers))
        return (TooLittle(month.month, written, rests_on), *own_words(month, 1), *_strained(month))
    tensions = tuple(_tensions(month, library))
    coverage = _coverage(month, library)
    return (
        _rhythm(month),
        *(finding for measure in MEASURES for finding in mood(measure, month)),
        *own_words(month, SHOWN),
        *tensions,
        *coverage,
        *_intentions(month),
        *_strained(month),
        mirror(month, tensions, coverage),
    )


def _rhythm(month: Material) -> Rhythm:
    asked = {prompt.id for prompt in month.asked}
    answered = [prompt for prompt in month.asked if prompt.answered]
    replied = {part.prompt for part in month.answers if part.prompt is not None}
    days = [part.on for part in month.answers] + [prompt.on for prompt in answered if prompt.id not in replied]
    return Rhythm(
        month=month.month,
        asked=len(asked),
        answered=len(answered),
        weeks=weeks(days),
        others=len(replied - asked),
        thoughts=sum(part.prompt is None for part in month.answers),
        evidence=evidence("answer", *(part.id for part in month.answers)) + evidence("prompt", *asked),
    )


def _tensions(month: Material, library: Library) -> Iterable[Tension]:
    for dilemma in library.dilemmas:
        now = [placed for placed in month.positions if placed.dilemma == dilemma]
        before = [placed for placed in month.earlier_positions if placed.dilemma == dilemma]
        if now:
            yield Tension(
                dilemma=dilemma,
                now=tuple((placed.on, placed.position) for placed in now),
                before=tuple((placed.on, placed.position) for placed in before),
                evidence=evidence("tap", *(placed.id for placed in [*now, *before])),
            )


def _coverage(month: Material, library: Library) -> tuple[Coverage, ...]:
    counted = [prompt for prompt in month.asked if prompt.quality in library.qualities]
    asked = Counter(prompt.quality for prompt in counted)
    answered = Counter(prompt.quality for prompt in counted if prompt.answered)
    if not counted:
        return ()
    rows = tuple((quality, asked[quality], answered[quality]) for quality in library.qualities)
    return (Coverage(rows, evidence("prompt", *(prompt.id for prompt in counted))),)


def _intentions(month: Material) -> tuple[Intentions, ...]:
    if not month.intentions:
        return ()
    states = Counter(intention.state for intention in month.intentions)
    opened = [i for i in month.intentions if i.state == "open" and not i.named and brief(i.text)]
    return (
        Intentions(
            noted=sum((i.on.year, i.on.month) == (month.month.year, month.month.month) for i in month.intentions),
            done=states["done"],
            partly=states["partly"],
            undone=states["not"],
            dropped=states["dropped"],
            open=states["open"],
            one=shown(opened[-1].text) if opened else "",
            evidence=evidence("intention", *(intention.id for intention in month.intentions)),
        ),
    )


def _strained(month: Material) -> tuple[Strained, ...]:
    ids = [part.id for part in month.answers if part.care == "strain" and part.on == month.strained_on]
    return tuple(Strained(on, evidence("answer", *ids)) for on in [month.strained_on] if on and ids)
