"""The picture: a month's dots, positions and qualities on one phone-wide image, in a light and a dark version."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import typst

from dialogues.model import Language, Library
from summaries import captions, wording
from summaries.alt import alt_text
from summaries.facts import Coverage, Findings, Mood, Rhythm, Tension, month_of
from summaries.known import known
from summaries.wording import shown

__all__ = ["alt_text", "drawing", "picture"]

PIXELS_PER_INCH = 144  # a page of 540 points becomes 1,080 pixels wide
MOST_TENSIONS = 12
LONGEST_LABEL = 60
_HERE = Path(__file__).parent

Drawing = dict[str, Any]


def picture(findings: Findings, language: Language, library: Library, *, dark: bool = False) -> bytes | None:
    """A PNG, 1,080 pixels wide and as high as needed; None when there is nothing to draw.

    Takes some tens of milliseconds of one processor: call it in a process of its own, never on an event loop.
    """
    drawn = drawing(findings, language, library)
    if not drawn["strips"] and not drawn["tensions"] and not drawn["spokes"]:
        return None
    inputs = {"drawing": json.dumps(drawn), "theme": "dark" if dark else "light"}
    image = _compiler().compile(format="png", ppi=PIXELS_PER_INCH, sys_inputs=inputs)
    assert isinstance(image, bytes)  # one page
    return image


def drawing(findings: Findings, language: Language, library: Library) -> Drawing:
    """What is drawn, as plain data: texts are strings, so nothing in them can become markup."""
    kept = known(findings, library)
    month = month_of(kept)
    tensions = [finding for finding in kept if isinstance(finding, Tension)]
    return {
        "title": wording.month(month, language).capitalize(),
        "year": str(month.year),
        "lead": "".join(_lead(finding, language) for finding in kept if isinstance(finding, Rhythm)),
        "days": wording.days(month),
        "strips": [_strip(finding, language, library) for finding in kept if isinstance(finding, Mood)],
        "tensions": [_tension(finding, language, library) for finding in tensions[:MOST_TENSIONS]],
        "more": _more(len(tensions) - MOST_TENSIONS, language),
        "spokes": [s for finding in kept if isinstance(finding, Coverage) for s in _spokes(finding, language, library)],
        "words": {
            "tensions": captions.TENSIONS[language],
            "now": captions.NOW[language],
            "before": captions.BEFORE[language],
            "qualities": captions.QUALITIES[language],
            "answered": captions.ANSWERED[language],
            "open": captions.OPEN[language],
            "language": language,
        },
    }


def _lead(rhythm: Rhythm, language: Language) -> str:
    return captions.RHYTHM[language].format(answered=rhythm.answered, asked=rhythm.asked) if rhythm.asked else ""


def _strip(mood: Mood, language: Language, library: Library) -> Drawing:
    scale = library.pulses[captions.PULSE[mood.measure]].scale
    return {
        "measure": mood.measure,
        "name": captions.MEASURE[mood.measure][language],
        "count": captions.TIMES[language].format(n=len(mood.dots)),
        "low": _label(scale.min_label[language]),
        "high": _label(scale.max_label[language]),
        "dots": _spread(mood.dots),
    }


def _spread(dots: Iterable[tuple[date, int]]) -> list[tuple[float, int]]:
    """Day of the month and value of each dot; those of one day stand side by side within it."""
    days: dict[int, list[int]] = defaultdict(list)
    for on, value in dots:
        days[on.day].append(value)
    return [
        (number + (place - (len(values) - 1) / 2) / max(2, len(values)), value)
        for number, values in days.items()
        for place, value in enumerate(values)
    ]


def _tension(tension: Tension, language: Language, library: Library) -> Drawing:
    dilemma = library.dilemmas[tension.dilemma]
    return {
        "a": _label(dilemma.pole_a.label[language]),
        "b": _label(dilemma.pole_b.label[language]),
        "now": sorted({position for _, position in tension.now}),
        "before": [position for _, position in tension.before[-1:]],
    }


def _more(hidden: int, language: Language) -> str:
    return captions.MORE[language].format(n=hidden) if hidden > 0 else ""


def _spokes(coverage: Coverage, language: Language, library: Library) -> list[Drawing]:
    return [
        {"name": _label(library.qualities[quality].name[language]), "asked": asked, "answered": answered}
        for quality, asked, answered in coverage.qualities
    ]


def _label(text: str) -> str:
    """A label of the library, shortened where foreign content would burst the image."""
    label = shown(text)
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…"


@cache
def _compiler() -> typst.Compiler:
    """One per process: fonts are read once. Only our own fonts and typst's, whatever the machine has."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[_HERE / "fonts"])
    return typst.Compiler(_HERE / "templates" / "picture.typ", root=_HERE / "templates", font_paths=fonts)
