"""Turns material into findings: the leader supplies the facts, this only orders them."""

from collections import Counter

from dialogues.answers import brushing
from dialogues.model import Library
from summaries.facts import (
    Change,
    Corrected,
    Coverage,
    Echoed,
    Evidence,
    Finding,
    Findings,
    FirstLook,
    Intentions,
    Meant,
    Mirror,
    Missing,
    Mood,
    MoodYear,
    Moves,
    OwnWords,
    Returning,
    Rhythm,
    Strained,
    Tension,
    TooLittle,
    Year,
    as_json,
    evidence,
    from_json,
)
from summaries.links import echoed, linked
from summaries.material import MEASURES, Material, span
from summaries.mirror import Ground, mirror, plainly
from summaries.moods import mood
from summaries.moves import missing, moves
from summaries.own_words import SHOWN, aside, brief, corrected, own_words
from summaries.returning import returning_words
from summaries.rhythm import coverage, first_look, rhythm
from summaries.sifting import together, touches, usable
from summaries.tensions import tensions
from summaries.thresholds import COUNTED, FEWEST, FIRST, TOLD
from summaries.wording import shown

__all__ = [
    "Change", "Corrected", "Coverage", "Echoed", "Evidence", "Finding", "Findings", "FirstLook", "Intentions",
    "Meant", "Mirror", "Missing", "Mood", "MoodYear", "Moves", "OwnWords", "Returning", "Rhythm", "Strained", "Tension",
    "TooLittle", "Year", "as_json", "findings", "first", "from_json", "intentions",
]  # fmt: skip

FIRST_SHOWN = 2  # sentences in a first look back
PLANNED = 3  # open intentions that are given whole


def findings(material: Material, library: Library) -> Findings:
    """What this month holds, in the order of the letter; the first says whether there was enough.

    The same facts give the same findings in whatever order they come in. Nothing names a cause, gives a score,
    compares with others or reads a mood from text. A month in which the leader wrote about strain asks nothing that
    pushes.
    """
    month = usable(material)
    if len(touches(month)) < FEWEST:
        return _too_little(month)
    ground = _ground(month, library)
    strained = _strained(month)
    question = plainly(month, "heavy") if strained else mirror(ground)
    return (
        rhythm(month),
        *corrected(month),
        *(finding for measure in MEASURES for finding in mood(measure, month)),
        *own_words(month, SHOWN, linked(ground.links)),
        *ground.links,
        *returning_words(month, library),
        *ground.moves,
        *ground.tensions,
        *ground.coverage,
        *(() if strained else missing(ground.moves, question)),
        *ground.intentions,
        *strained,
        question,
    )


def first(material: Material, library: Library) -> Findings:
    """A first small look back, over the days from `start` up to `end`; empty with fewer than four usable answers."""
    weeks = usable(material)
    if len(touches(weeks)) < FIRST:
        return ()
    return (
        first_look(weeks),
        *(finding for measure in MEASURES for finding in mood(measure, weeks)),
        *own_words(weeks, FIRST_SHOWN),
        *moves(weeks),
        *tensions(weeks, library),
        *_strained(weeks),
        plainly(weeks, "first"),
    )


def intentions(material: Material) -> tuple[Intentions, ...]:
    """How many were noted in these days, what became of all that are at hand, and the newest open ones whole."""
    if not material.intentions:
        return ()
    start, end = span(material)
    states = Counter(intention.state for intention in material.intentions)
    given = [i for i in material.intentions if i.state == "open" and not i.named and brief(i.text)]
    newest = given[: -PLANNED - 1 : -1]
    said = evidence("answer", *(intention.answer for intention in newest if intention.answer is not None))
    return (
        Intentions(
            noted=sum(start <= i.on < end for i in material.intentions),
            earlier=sum(not start <= i.on < end for i in material.intentions),
            done=states["done"],
            partly=states["partly"],
            undone=states["not"],
            dropped=states["dropped"],
            open=states["open"],
            one=shown(newest[0].text) if newest else "",
            evidence=said + evidence("intention", *(intention.id for intention in material.intentions)),
            met=COUNTED,
            opened=tuple(Meant(shown(intention.text), intention.check) for intention in newest),
        ),
    )


def _too_little(month: Material) -> Findings:
    written = touches(month)
    rests_on = evidence("answer", *(part.id for parts in written for part in parts))
    return (
        TooLittle(
            month.month,
            len(written),
            rests_on,
            met=COUNTED,
            together=together(written),
            aside=aside(month),
            until=month.until,
        ),
        *corrected(month),
        *own_words(month, 1),
        *_strained(month),
    )


def _ground(month: Material, library: Library) -> Ground:
    return Ground(
        material=month,
        links=echoed(month),
        tensions=tuple(tensions(month, library)),
        intentions=intentions(month),
        moves=moves(month),
        coverage=coverage(month, library),
    )


def _strained(month: Material) -> tuple[Strained, ...]:
    """The day on which the leader wrote about strain, when an answer of that day is still there; no mere "swamped"."""
    heavy = [part for part in month.answers if part.care == "strain" and not brushing.brushes(part.text)]
    ids = [part.id for part in heavy if part.on == month.strained_on]
    return tuple(Strained(on, evidence("answer", *ids), met=TOLD) for on in [month.strained_on] if on and ids)
