"""What is drawn, as plain data: texts are strings, so nothing in them can become markup."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dialogues.asking import poles
from dialogues.model import Language
from summaries import captions
from summaries.drawing.axis import Axis
from summaries.drawing.glyphs import printable
from summaries.facts import Coverage, Mood, MoodYear, Tension, monthly
from summaries.phrases import Tongue
from summaries.wording import shown

Part = dict[str, Any]
Placing = tuple[int, date]
LONGEST_LABEL = 60


def strip(mood: Mood | MoodYear, axis: Axis, tongue: Tongue) -> Part:
    """One measure: its name, how often it was tapped, the ends of its scale and a dot for each tap (or month)."""
    scale = tongue.library.pulses[captions.PULSE[mood.measure]].scale
    dots = mood.dots if isinstance(mood, Mood) else [(on, (low + high) / 2) for on, low, high in monthly(mood)]
    return {
        "measure": mood.measure,
        "name": captions.MEASURE[mood.measure][tongue.language],
        "note": _note(mood, tongue.language),
        "low": label(scale.min_label[tongue.language]),
        "high": label(scale.max_label[tongue.language]),
        "dots": axis.places(dots),
        "figures": [_figure(low, high) for _, low, high in monthly(mood)] if isinstance(mood, MoodYear) else [],
    }


def ticks(axis: Axis) -> Part:
    """What stands below the strips."""
    return {"columns": axis.columns, "ticks": axis.ticks}


def tension(finding: Tension, tongue: Tongue, axis: Axis) -> Part:
    """Two sides as this leader sees them, the places of now (the newest last) and the place of last time.

    Each place has its days below it, line by line. A bar leads from last time's place to the newest only where all
    places `moved`: one beside one is no movement.
    """
    places = [(poles.turned(position, swap=finding.swapped), on) for on, position in finding.now]
    earlier = [(poles.turned(position, swap=finding.swapped), on) for on, position in finding.before[-1:]]
    return {
        "a": label(tongue.end(finding, 1)),
        "b": label(tongue.end(finding, 7)),
        "now": list(reversed(dict.fromkeys(place for place, _ in reversed(places)))),
        "before": [place for place, _ in earlier],
        "moved": bool(finding.shift),
        "when": [[place, below] for place, below in _below(places, earlier, axis).items()],
    }


def _below(places: Sequence[Placing], earlier: Sequence[Placing], axis: Axis) -> dict[int, list[str]]:
    """The lines below each place; those of last time a line lower where they would touch those beside them."""
    days: dict[int, list[date]] = {}
    for place, on in places:
        days.setdefault(place, []).append(on)
    lines = {place: axis.days(of) for place, of in days.items()}
    for place, on in earlier:
        taken = max((len(below) for other, below in lines.items() if abs(place - other) < 2), default=0)
        own = lines.get(place, [])
        lines[place] = [*own, *[""] * (taken - len(own)), axis.named(on)]
    return lines


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


def _figure(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def _note(mood: Mood | MoodYear, language: Language) -> str:
    if isinstance(mood, Mood):
        return captions.TIMES[language].format(n=len(mood.dots))
    return captions.BY_MONTH[language]
