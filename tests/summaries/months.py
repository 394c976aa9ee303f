"""Months of invented leaders, and how a test makes its own. Run as a program it writes the reviewed letters anew."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import tdjson

from dialogues.library import library
from dialogues.model import Library, Text
from summaries.findings import findings
from summaries.letter import letter
from summaries.material import Asked, Intended, Material, Placed, Tapped, Written

LIBRARY = library()
LETTERS = Path(__file__).parent / "letters"
HOSTILE = (
    "<b>vet</b> <script>alert(1)</script> & &lt; &#60; </blockquote>",
    "{{ 7 * 7 }} {% for x in () %} {# niets #} ${x} %s {n}",
    "nul\x00nul \x1b[31m rood \x85 \u2028 \u2029 regels",
    "\u202eomgekeerd\u202c \u2066geïsoleerd\u2069 שלום مرحبا",
    "\ud800 half teken \udfff",
    "😀" * 2048,
    "👩‍👩‍👧‍👦🏳️‍🌈" * 300,
    "a\u0301\u0302\u0303" * 900,
    "«aanhaling» «in» aanhaling /stop @iemand https://voorbeeld.nl *_`[]()",
    "woord " * 800,
)  # fmt: skip
SEQUENCES = ("asked", "answers", "taps", "earlier_taps", "positions", "earlier_positions", "intentions")


def asked(
    number: int, on: date, quality: str, answered: bool = True, kind: str = "question", item: str = "RF-01"
) -> Asked:
    return Asked(number, on, kind, item, quality, answered)


def wrote(number: int, on: date, prompt: int | None, text: str, **more: Any) -> Written:
    fields = {"kind": "question", "item": "RF-01", "quality": "reflection", "part": "answer", "language": "nl"}
    if prompt is None:
        fields |= {"kind": "thought", "item": "", "quality": "", "part": "thought"}
    return Written(
        id=number, on=on, prompt=prompt, text=text, words=len(text.split()),
        **{**fields, "markers": frozenset(), **more},
    )  # fmt: skip


def taps(measure: str, values: Iterable[int], days: Iterable[date], first: int = 1) -> tuple[Tapped, ...]:
    return tuple(Tapped(first + n, on, measure, value) for n, (on, value) in enumerate(zip(days, values, strict=False)))


def every(step: int, start: date) -> Iterator[date]:
    for ordinal in range(start.toordinal(), start.toordinal() + 400, step):
        yield date.fromordinal(ordinal)


def shuffled(material: Material, seed: int) -> Material:
    random = Random(seed)
    return replace(
        material,
        **{name: tuple(random.sample(getattr(material, name), len(getattr(material, name)))) for name in SEQUENCES},
    )


def empty(**more: Any) -> Material:
    return Material(**{"language": "nl", "month": date(2026, 1, 1), "zone": "Europe/Amsterdam", "seed": 3, **more})


def hostile_library(text: str) -> Library:
    both = Text(text, text)
    return replace(
        LIBRARY,
        dilemmas={
            key: replace(one, pole_a=replace(one.pole_a, label=both), pole_b=replace(one.pole_b, label=both))
            for key, one in LIBRARY.dilemmas.items()
        },
        qualities={key: replace(one, name=both) for key, one in LIBRARY.qualities.items()},
    )


def in_january(day: int) -> date:
    return date(2026, 1, day)


def in_march(day: int) -> date:
    return date(2026, 3, day)


def rich() -> Material:
    """A Dutch leader who answers most, taps often and stood on one dilemma before."""
    j = in_january
    days = [j(day) for day in (6, 8, 9, 13, 15, 16, 20, 22, 23, 27, 29, 30)]
    return empty(
        asked=(
            asked(1, j(6), "reflection"),
            asked(2, j(8), "paradox", kind="paradox", item="P08"),
            asked(3, j(13), "reflection"),
            asked(4, j(15), "paradox", kind="paradox", item="P04"),
            asked(5, j(20), "relational"),
            asked(6, j(22), "paradox", answered=False, kind="paradox", item="P02"),
            asked(7, j(27), "resilience", answered=False),
            asked(8, j(29), "sensemaking"),
        ),
        answers=(
            wrote(
                11, j(6), 1,
                "Gisteren liep het in de stuurgroep weer vast. Ik ben er met een grapje overheen gestapt. Dit is de "
                "derde keer dit kwartaal dat ik een meningsverschil dichtpraat zodra het spannend wordt.",
                markers=frozenset({"event", "own_role", "pattern"}),
            ),
            wrote(
                12, j(8), 2,
                "Bij de nieuwe werkgroep heb ik vooral ruimte gelaten. Ruimte geven zonder een bedding is blijkbaar "
                "ook een manier om afwezig te zijn.",
                kind="paradox", item="P08", quality="paradox", part="why",
                markers=frozenset({"own_role", "learning"}),
            ),
            wrote(
                13, j(13), 3,
                "Zodra iemand zijn stem verheft maak ik me klein. Ik was achteraf vooral kwaad op mezelf. Sussen is "
                "voor mij een reflex en geen keuze.",
                markers=frozenset({"own_role", "feeling", "pattern"}),
            ),
            wrote(14, j(20), 5, "Prima hoor.", quality="relational"),
            wrote(
                15, j(29), 8,
                "Ik gaf Farida het woord en zij vertelde wat de cijfers voor de gezinnen betekenen. Daarna werd het "
                "stil, en juist dat hielp ons verder.",
                quality="sensemaking", named=True, markers=frozenset({"event", "effect"}),
            ),
            wrote(16, j(30), None, "Op de fiets dacht ik: de gezinnen zitten nooit aan onze tafel."),
        ),
        taps=taps("mood", [3, 3, 2, 2, 4, 1, 3, 5, 4, 4, 2, 3], days, 101)
        + taps("energy", [3, 3, 2, 2, 3, 1, 2, 4, 3, 3, 2, 3], days, 201),
        positions=(Placed(301, j(8), "P08", 6, 2), Placed(302, j(15), "P04", 3, 4)),
        earlier_positions=(Placed(290, date(2025, 11, 12), "P08", 3, 90),),
        intentions=(
            Intended(401, j(6), "Als er volgende week weer iets schuurt, dan stel ik eerst een vraag.", "open"),
            Intended(402, j(13), "Donderdag bel ik haar.", "done", named=True),
        ),
    )  # fmt: skip


def steady() -> Material:
    """A leader writing English, with enough earlier taps to compare, one-sided on a dilemma, and under strain."""
    m = in_march
    days = [m(day) for day in (3, 5, 10, 12, 17, 19, 24, 26, 31)]
    before = list(every(4, date(2025, 12, 1)))[:20]
    return empty(
        language="en",
        month=m(1),
        zone="Africa/Nairobi",
        seed=8,
        asked=(
            asked(21, m(3), "worldly_view"),
            asked(22, m(5), "paradox", kind="paradox", item="P02"),
            asked(23, m(17), "change_capacity"),
            asked(24, m(19), "paradox", kind="paradox_revisit", item="P02"),
            asked(25, m(26), "relational"),
        ),
        answers=(
            wrote(
                31, m(3), 21,
                "Whenever I fear we will look amateurish to a funder, I grab the work back. The team went quiet "
                "after that, and two of them stopped sending drafts.",
                quality="worldly_view", language="en", markers=frozenset({"own_role", "pattern", "effect"}),
            ),
            wrote(
                32, m(5), 22,
                "Giving up a bit of our visibility bought more trust than any memorandum did.",
                kind="paradox", item="P02", quality="paradox", part="why", language="en",
                markers=frozenset({"learning"}),
            ),
            wrote(
                33, m(17), 23,
                "I have not slept for weeks. The handover costs more than I tell my board.",
                quality="change_capacity", language="en", care="strain", markers=frozenset({"feeling"}),
            ),
            wrote(
                34, m(26), 25,
                "At the regional session I waited until others had spoken; what they brought was better than my notes.",
                quality="relational", language="en", markers=frozenset({"event", "own_role", "learning"}),
            ),
        ),
        taps=taps("mood", [4, 4, 3, 4, 4, 4, 3, 4, 4], days, 501)
        + taps("energy", [2, 2, 1, 2, 2, 1, 2, 2, 1], days, 601),
        earlier_taps=taps("mood", [4, 3, 4, 4] * 5, before, 701) + taps("energy", [4, 3, 4, 4] * 5, before, 801),
        positions=(Placed(901, m(5), "P02", 6, 22), Placed(902, m(19), "P02", 5, 24)),
        earlier_positions=(Placed(890, date(2025, 12, 4), "P02", 7, 80),),
        intentions=(Intended(990, date(2026, 2, 20), "If a draft is late, I ask first what happened.", "partly"),),
        strained_on=m(17),
    )  # fmt: skip


def silent() -> Material:
    """Two answers in a month: too little for a summary."""
    j = in_january
    return empty(
        asked=(asked(1, j(6), "reflection"), asked(2, j(13), "relational"), asked(3, j(20), "paradox", answered=False)),
        answers=(
            wrote(11, j(6), 1, "Ik merkte dat ik pas luister als ik mijn eigen punt heb gemaakt."),
            wrote(12, j(13), 2, "Te druk."),
        ),
        taps=taps("mood", [3, 4, 3, 2], [j(6), j(13), j(20), j(27)], 101),
    )


LEADERS = {"rich": rich, "steady": steady, "silent": silent}


def parsed(html: str) -> dict[str, Any]:
    """What Telegram's own parser makes of a message, or its error."""
    request = {"@type": "parseTextEntities", "text": html, "parse_mode": {"@type": "textParseModeHTML"}}
    answer = tdjson.td_execute(json.dumps(request).encode())
    return json.loads(answer)


tdjson.td_execute(json.dumps({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}).encode())

if __name__ == "__main__":
    for name, month in LEADERS.items():
        for language in ("nl", "en"):
            text = letter(findings(month(), LIBRARY), language, LIBRARY)
            (LETTERS / f"{name}.{language}.html").write_text(text + "\n", encoding="utf-8")
