"""The picture: a period's dots, positions and qualities on one phone-wide image, in a light and a dark version."""

from collections.abc import Collection, Sequence
from typing import Any, Final, Literal

from dialogues.model import Language, Library
from summaries import captions, wording
from summaries.alt import alt_text
from summaries.drawing import parts
from summaries.drawing.axis import axis, years
from summaries.drawing.press import pages
from summaries.facts import (
    Coverage,
    Findings,
    FirstLook,
    Mood,
    MoodYear,
    Opening,
    Rhythm,
    Tension,
    Year,
    month_of,
    opening,
)
from summaries.hiding import ids, without
from summaries.known import known
from summaries.phrases import Tongue

__all__ = ["THEMES", "Theme", "alt_text", "drawing", "picture", "pictures", "title"]

Theme = Literal["light", "dark"]
THEMES: Final[tuple[Theme, ...]] = ("light", "dark")
MOST_TENSIONS = 12
Drawing = dict[str, Any]


def picture(
    findings: Findings,
    language: Language,
    library: Library,
    theme: Theme = "light",
    *,
    hidden: Collection[str] = frozenset(),
) -> bytes | None:
    """A PNG, 720 pixels wide and as high as needed; None when there is nothing to draw.

    Takes some tens of milliseconds of one processor: call it in a process of its own, never on an event loop.
    """
    made = _printed(drawing(findings, language, library, hidden=hidden), (theme,))
    return made[0] if made else None


def pictures(
    findings: Findings, language: Language, library: Library, *, hidden: Collection[str] = frozenset()
) -> tuple[bytes, bytes] | None:
    """The light and the dark version at once, which costs less than one after the other; None with nothing to draw."""
    made = _printed(drawing(findings, language, library, hidden=hidden), THEMES)
    return (made[0], made[1]) if made else None


def title(findings: Findings, language: Language, library: Library, theme: Theme = "light") -> bytes:
    """What is left of a picture of which everything was hidden: a PNG with its title."""
    bare = drawing(tuple(without(findings, ids(findings))), language, library)
    (made,) = pages("picture", {**bare, "themes": (theme,)})
    return made


def drawing(
    findings: Findings, language: Language, library: Library, *, hidden: Collection[str] = frozenset()
) -> Drawing:
    """What is drawn, as plain data; without what is `hidden` (ids of `hiding.ids`)."""
    kept = without(known(findings, library), hidden)
    tongue = Tongue(language, library, month_of(kept))
    line = axis(kept, language)
    tensions = [parts.tension(one, tongue, line) for one in kept if isinstance(one, Tension)]
    return {
        **_head(opening(kept), tongue),
        "axis": parts.ticks(line),
        "strips": [parts.strip(one, line, tongue) for one in kept if isinstance(one, Mood | MoodYear)],
        "tensions": tensions[:MOST_TENSIONS],
        "more": _more(len(tensions) - MOST_TENSIONS, language),
        "spokes": [spoke for one in kept if isinstance(one, Coverage) for spoke in parts.spokes(one, tongue)],
        "words": _words(opening(kept), language),
    }


def _printed(drawn: Drawing, themes: Sequence[Theme]) -> list[bytes]:
    if not drawn["strips"] and not drawn["tensions"] and not drawn["spokes"]:
        return []
    return pages("picture", {**drawn, "themes": themes})


def _head(opened: Opening, tongue: Tongue) -> Drawing:
    language = tongue.language
    match opened:
        case FirstLook(since=since):
            lead = captions.SINCE[language].format(day=wording.day(since, language))
            return {"title": captions.FIRST[language], "aside": "", "lead": lead}
        case Year(start=start, last=last, asked=asked, answered=answered):
            told = (parts.label(tongue.programme(opened)), _lead(asked, answered, language))
            lead = " · ".join(filter(None, told))
            return {"title": captions.named(opened)[language], "aside": years(start, last), "lead": lead}
        case _:
            title, year = wording.month(opened.month, language).capitalize(), str(opened.month.year)
            lead = _lead(opened.asked, opened.answered, language) if isinstance(opened, Rhythm) else ""
            return {"title": title, "aside": year, "lead": lead}


def _lead(asked: int, answered: int, language: Language) -> str:
    return captions.RHYTHM[language].format(answered=answered, asked=asked) if asked else ""


def _more(left: int, language: Language) -> str:
    return captions.MORE[language].format(n=left) if left > 0 else ""


def _words(opened: Opening, language: Language) -> dict[str, str]:
    return {
        "tensions": captions.TENSIONS[language],
        "now": captions.now(opened)[language],
        "before": captions.BEFORE[language],
        "qualities": captions.QUALITIES[language],
        "answered": captions.ANSWERED[language],
        "open": captions.OPEN[language],
        "language": language,
    }
