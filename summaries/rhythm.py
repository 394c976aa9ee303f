"""How often a leader answered, in how many weeks and at what part of the day; never a streak, never beside others."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from dialogues.model import Library
from summaries.facts import Coverage, Daypart, FirstLook, Rhythm, Year, evidence
from summaries.material import Material, span
from summaries.moods import weeks
from summaries.own_words import aside
from summaries.sifting import together, touches
from summaries.thresholds import COUNTED, ENOUGH, FIRST_LOOK, SUMMARY

WEEK = 7  # days


def rhythm(material: Material) -> Rhythm:
    """Questions asked and answered in the month, the weeks that hold an answer, and what was written beside them."""
    asked = {prompt.id for prompt in material.asked}
    written = touches(material)
    replied = {part.prompt for parts in written for part in parts if part.prompt is not None}
    thoughts = [parts for parts in written if parts[0].prompt is None]
    return Rhythm(
        month=material.month,
        asked=len(asked),
        answered=sum(prompt.answered for prompt in material.asked),
        weeks=_spread(material),
        others=len(replied - asked),
        thoughts=len(thoughts),
        evidence=evidence("answer", *_written(material)) + evidence("prompt", *asked),
        met=SUMMARY,
        moment=usual_moment(material),
        together=together(written),
        until=material.until,
        aside=aside(material),
    )


def first_look(material: Material) -> FirstLook:
    """Since when there are answers, how many, and in how many weeks."""
    written = touches(material)
    return FirstLook(
        since=min(parts[0].on for parts in written),
        written=len(written),
        weeks=_spread(material),
        together=together(written),
        evidence=evidence("answer", *_written(material)),
        met=FIRST_LOOK,
        until=max(_days(material)),
    )


def year(material: Material, programme: str = "") -> Year:
    """The days of the review, the questions in it, and of a year which months hold an answer."""
    start, end = span(material)
    asked = {prompt.id for prompt in material.asked}
    return Year(
        start=start,
        last=end - timedelta(days=1),
        asked=len(asked),
        answered=sum(prompt.answered for prompt in material.asked),
        months=() if programme else tuple(sorted({on.replace(day=1) for on in _days(material)})),
        evidence=evidence("answer", *_written(material)) + evidence("prompt", *asked),
        met=SUMMARY,
        programme=programme,
        together=together(touches(material)),
        since=_since(start, material),
    )


def _since(start: date, material: Material) -> date | None:
    first = min([*_days(material), *(prompt.on for prompt in material.asked)])
    return first if first.replace(day=1) > start else None


def usual_moment(material: Material) -> Daypart:
    """The part of the day in which more than half of the answers came; "" when there is none or too few to tell."""
    hours = [parts[0].hour for parts in touches(material) if parts[0].hour is not None]
    counted = Counter(_daypart(hour) for hour in hours)
    for moment, times in counted.most_common(1):
        if len(hours) >= ENOUGH and times * 2 > len(hours):
            return moment
    return ""


def coverage(material: Material, library: Library) -> tuple[Coverage, ...]:
    """Per quality how many questions were asked and answered; none when no question had one."""
    counted = [prompt for prompt in material.asked if prompt.quality in library.qualities]
    asked = Counter(prompt.quality for prompt in counted)
    answered = Counter(prompt.quality for prompt in counted if prompt.answered)
    if not counted:
        return ()
    rows = tuple((quality, asked[quality], answered[quality]) for quality in library.qualities)
    return (Coverage(rows, evidence("prompt", *(prompt.id for prompt in counted)), met=COUNTED),)


def _daypart(hour: int) -> Daypart:
    if 5 <= hour < 12:
        return "morning"
    if 12 <= hour < 18:
        return "afternoon"
    return "evening" if 18 <= hour < 24 else "night"


def _spread(material: Material) -> int:
    """The weeks that hold an answer; never more than fit between the first and the last, such as 3 in 12 days."""
    days = [*_days(material)]
    span = (max(days) - min(days)).days + 1
    return min(weeks(days), -(-span // WEEK))


def _days(material: Material) -> Iterator[date]:
    """The days of all answers, and of what was answered by a tap alone."""
    replied = {part.prompt for part in material.answers}
    yield from (part.on for parts in touches(material) for part in parts)
    yield from (prompt.on for prompt in material.asked if prompt.answered and prompt.id not in replied)


def _written(material: Material) -> Iterator[int]:
    return (part.id for parts in touches(material) for part in parts)
