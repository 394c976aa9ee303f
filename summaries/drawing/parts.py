"""What is drawn, as plain data: texts are strings, so nothing in them can become markup."""

from typing import Any

from dialogues import poles
from dialogues.model import Language
from summaries import captions
from summaries.drawing.axis import Axis
from summaries.drawing.glyphs import printable
from summaries.facts import Coverage, Mood, MoodYear, Tension
from summaries.phrases import Tongue
from summaries.wording import shown

Part = dict[str, Any]
LONGEST_LABEL = 60


def strip(mood: Mood | MoodYear, axis: Axis, tongue: Tongue) -> Part:
    """One measure: its name, how often it was tapped, the ends of its scale and a dot for each tap (or month)."""
    scale = tongue.library.pulses[captions.PULSE[mood.measure]].scale
    dots = mood.dots if isinstance(mood, Mood) else [(month, value) for month, value, _ in mood.months]
    return {
        "measure": mood.measure,
        "name": captions.MEASURE[mood.measure][tongue.language],
        "note": _note(mood, tongue.language),
        "low": label(scale.min_label[tongue.language]),
        "high": label(scale.max_label[tongue.language]),
        "dots": axis.places(dots),
    }


def ticks(axis: Axis) -> Part:
    """What stands below the strips."""
    return {"columns": axis.columns, "ticks": axis.ticks}


def tension(finding: Tension, tongue: Tongue, dated: Axis | None = None) -> Part:
    """Two sides as this leader sees them, the places of now (the newest last) and the place of last time.

    When it is `dated`, each place has the month or the day at which it was taken; of many the first and the last.
    """
    places = [poles.turned(position, swap=finding.swapped) for _, position in finding.now]
    when = [(place, dated.named(on)) for place, (on, _) in zip(places, finding.now, strict=True)] if dated else []
    earlier = [poles.turned(position, swap=finding.swapped) for _, position in finding.before[-1:]]
    return {
        "a": label(tongue.end(finding, 1)),
        "b": label(tongue.end(finding, 7)),
        "now": list(reversed(dict.fromkeys(reversed(places)))),
        "before": earlier,
        "when": [
            [place, _first_and_last([name for at, name in when if at == place])] for place in dict.fromkeys(places)
        ]
        if dated
        else [],
    }


def _first_and_last(names: list[str]) -> str:
    once = list(dict.fromkeys(names))
    return " · ".join(once) if len(once) < 3 else f"{once[0]} … {once[-1]}"


def spokes(coverage: Coverage, tongue: Tongue) -> list[Part]:
    """Per quality its name, and how many questions were asked and answered."""
    names = tongue.library.qualities
    return [
        {
            "name": label(names[quality].name[tongue.language]),
            "asked": asked,
            "answered": answered,
            "told": captions.OUT_OF[tongue.language].format(answered=answered, asked=asked),
        }
        for quality, asked, answered in coverage.qualities
    ]


def label(text: str) -> str:
    """A label of the library, shortened where foreign content would burst the image."""
    whole = printable(shown(text))
    return whole if len(whole) <= LONGEST_LABEL else whole[: LONGEST_LABEL - 1].rstrip() + "…"


def _note(mood: Mood | MoodYear, language: Language) -> str:
    if isinstance(mood, Mood):
        return captions.TIMES[language].format(n=len(mood.dots))
    return captions.BY_MONTH[language]
