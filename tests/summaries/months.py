"""Months of invented leaders, and how a test makes its own. Run as a program it writes the reviewed letters anew."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import tdjson

from dialogues.library import library
from dialogues.model import Library, Text
from summaries.findings import Findings, findings, first
from summaries.letter import letter
from summaries.material import (
    Asked,
    Chosen,
    Intended,
    Linked,
    Material,
    Placed,
    Tapped,
    Told,
    Written,
)
from summaries.year import year

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
SEQUENCES = (
    "asked", "answers", "taps", "earlier_taps", "positions", "earlier_positions", "intentions", "told", "links",
    "linked_answers", "chosen",
)  # fmt: skip


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
    """A Dutch leader who answers most, taps often, linked two moments and corrected the letter of before."""
    j = in_january
    days = [j(day) for day in (6, 8, 9, 13, 15, 16, 20, 22, 23, 27, 29, 30)]
    return empty(
        asked=(
            asked(1, j(6), "reflection"),
            asked(2, j(8), "paradox", kind="paradox", item="P08"),
            asked(3, j(13), "reflection", item="RF-02"),
            asked(4, j(15), "paradox", kind="paradox", item="P04"),
            asked(5, j(20), "relational", item="RE-01"),
            asked(6, j(22), "paradox", answered=False, kind="paradox", item="P02"),
            asked(7, j(27), "resilience", answered=False, item="RS-01"),
            asked(8, j(29), "sensemaking", item="SM-01"),
        ),
        answers=(
            wrote(
                11, j(6), 1,
                "Gisteren liep het in de stuurgroep weer vast. Ik ben er met een grapje overheen gestapt. Dit is de "
                "derde keer dit kwartaal dat ik een meningsverschil dichtpraat zodra het spannend wordt.",
                markers=frozenset({"event", "own_role", "pattern"}), hour=9,
            ),
            wrote(
                12, j(8), 2,
                "Bij de nieuwe werkgroep heb ik vooral ruimte gelaten. Ruimte geven zonder een bedding is blijkbaar "
                "ook een manier om afwezig te zijn.",
                kind="paradox", item="P08", quality="paradox", part="why",
                markers=frozenset({"own_role", "learning"}), hour=16,
            ),
            wrote(
                17, j(8), 2, "We spreken af dat ik de bedding maak en zij de weg.",
                kind="paradox", item="P08", quality="paradox", part="both", markers=frozenset({"intention"}), hour=17,
            ),
            wrote(
                13, j(13), 3,
                "Zodra iemand zijn stem verheft maak ik me klein. Ik was achteraf vooral kwaad op mezelf. Sussen is "
                "voor mij een reflex en geen keuze.",
                item="RF-02", markers=frozenset({"own_role", "feeling", "pattern"}), hour=8,
            ),
            wrote(14, j(20), 5, "Prima hoor.", item="RE-01", quality="relational", hour=10),
            wrote(
                15, j(29), 8,
                "Ik gaf Farida het woord en zij vertelde wat de cijfers voor de gezinnen betekenen. Daarna werd het "
                "stil, en juist dat hielp ons verder.",
                item="SM-01", quality="sensemaking", named=True, markers=frozenset({"event", "own_role", "effect"}),
                hour=9,
            ),
            wrote(16, j(30), None, "Op de fiets dacht ik: de gezinnen zitten nooit aan onze tafel.", hour=8),
            wrote(18, j(2), None, "Dat van de rust klopte niet, het was gewoon vakantie.", part="correction"),
        ),
        taps=taps("mood", [3, 3, 2, 2, 4, 1, 3, 5, 4, 4, 2, 3], days, 101)
        + taps("energy", [3, 3, 2, 2, 3, 1, 2, 4, 3, 3, 2, 3], days, 201),
        positions=(Placed(301, j(8), "P08", 6, 2), Placed(302, j(15), "P04", 3, 4)),
        earlier_positions=(Placed(290, date(2025, 11, 12), "P08", 3, 90),),
        intentions=(
            Intended(400, date(2025, 11, 20), "Ik laat de agenda een dag van tevoren los.", "open"),
            Intended(
                401, j(6), "Als er volgende week weer iets schuurt, dan stel ik eerst een vraag.", "open",
                check=date(2026, 2, 5), answer=11,
            ),
            Intended(402, j(13), "Donderdag bel ik haar.", "done", named=True),
        ),
        told=(
            Told(501, j(8), 2, "learning", "yes"),
            Told(502, j(13), 3, "learning", "yes"),
            Told(503, j(13), 3, "pattern", "yes"),
            Told(504, j(29), 8, "pattern", "no"),
        ),
        links=(Linked(601, j(13), 11, 13),),
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
        intentions=(
            Intended(990, date(2026, 2, 20), "If a draft is late, I ask first what happened.", "partly", settled=m(6)),
        ),
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


def sparse() -> Material:
    """Three short answers and two taps: enough for a letter, and little to say."""
    j = in_january
    return empty(
        seed=5,
        asked=(
            asked(1, j(6), "reflection"),
            asked(2, j(13), "relational", item="RE-01"),
            asked(3, j(20), "resilience", item="RS-01"),
        ),
        answers=(
            wrote(11, j(6), 1, "Rustig, ik heb eindelijk weer tijd om te lezen."),
            wrote(
                12, j(13), 2, "Een telefoontje met een oude partner, we lachten veel.",
                item="RE-01", quality="relational",
            ),
            wrote(13, j(20), 3, "Wind mee.", item="RS-01", quality="resilience"),
        ),
        taps=taps("mood", [4, 4], [j(6), j(13)], 101),
    )  # fmt: skip


def strained() -> Material:
    """A Dutch leader in a heavy month: less energy than before, intentions that stay undone, one answer of despair."""
    m = in_march
    days = [m(day) for day in (2, 4, 9, 11, 16, 18, 23, 25, 30)]
    before = list(every(4, date(2025, 11, 20)))[:24]
    return empty(
        month=m(1),
        seed=11,
        asked=(
            asked(41, m(3), "resilience", item="RS-02"),
            asked(42, m(10), "relational", item="RE-02"),
            asked(43, m(12), "reflection"),
            asked(44, m(17), "resilience", item="RS-04"),
            asked(45, m(24), "change_capacity", item="CC-02"),
        ),
        answers=(
            wrote(
                51, m(3), 41,
                "De tank is leeg en ik rijd door, omdat er niemand klaarstaat om het stuur over te nemen van mij.",
                item="RS-02", quality="resilience", care="strain", markers=frozenset({"feeling", "own_role"}), hour=22,
            ),
            wrote(
                52, m(10), 42,
                "Ik was vooral zelf aan het woord. Pas bij de deur hoorde ik dat haar team al weken op ons wacht, en "
                "toen zweeg ik.",
                item="RE-02", quality="relational", markers=frozenset({"event", "own_role", "effect"}), hour=21,
            ),
            wrote(53, m(12), 43, "Ik wil niet meer leven.", care="crisis", hour=23),
            wrote(
                54, m(17), 44,
                "Ze zien iemand die alles aankan. Wat ik voor mezelf houd is dat ik 's nachts de begroting lig na te "
                "rekenen.",
                item="RS-04", quality="resilience", care="strain", markers=frozenset({"own_role", "feeling"}), hour=22,
            ),
            wrote(
                55, m(24), 45,
                "Van de fusie word ik moe, van de kleine proef in het oosten krijg ik juist zin om op te staan.",
                item="CC-02", quality="change_capacity", markers=frozenset({"feeling"}), hour=20,
            ),
        ),
        taps=taps("mood", [3, 2, 3, 2, 3, 2, 3, 3, 2], days, 501)
        + taps("energy", [2, 1, 2, 1, 2, 2, 1, 2, 1], days, 601),
        earlier_taps=taps("mood", [3, 2, 4, 3] * 6, before, 701) + taps("energy", [4, 3, 4, 3] * 6, before, 801),
        intentions=(
            Intended(61, date(2026, 2, 17), "Op vrijdag werk ik thuis.", "not", settled=m(4)),
            Intended(62, m(3), "Ik vraag de penningmeester om mee te lezen.", "partly", unfinished=1),
        ),
        strained_on=m(17),
    )  # fmt: skip


def one_sided() -> Material:
    """A leader who keeps to one side of a dilemma and moved towards it, and seldom writes of an effect on others."""
    j = in_january
    months = [date(2025, month, 10) for month in (2, 5, 8, 11)]
    said = (
        "Ik heb het besluit zelf genomen, want de zaal bleef maar praten over dingen die al lang duidelijk waren.",
        "Het voorstel lag er te lang, dus heb ik het gisteravond zelf geschreven en meteen rondgestuurd aan iedereen.",
        "Ik heb de agenda omgegooid en het lastige punt bovenaan gezet, zodat we er niet weer omheen konden lopen.",
        "Iemand moest het doen, dus heb ik de wethouder gebeld en gezegd dat wij vanaf maandag gaan beginnen daar.",
    )
    return empty(
        seed=2,
        asked=tuple(
            asked(number, j(day), "paradox", kind="paradox_revisit", item="P08")
            for number, day in ((1, 6), (2, 13), (3, 20), (4, 27))
        ),
        answers=tuple(
            wrote(
                10 + number, j(day), number, text, kind="paradox_revisit", item="P08", quality="paradox",
                part="changed", markers=frozenset({"own_role", "event"}), hour=13,
            )
            for number, day, text in zip((1, 2, 3, 4), (6, 13, 20, 27), said, strict=True)
        ),
        positions=tuple(Placed(300 + n, j(6 + 7 * n), "P08", (1, 2, 1, 1)[n], n + 1) for n in range(4)),
        earlier_positions=tuple(Placed(200 + n, on, "P08", 3, 90 + n) for n, on in enumerate(months)),
        intentions=(
            Intended(401, j(27), "Bij het volgende besluit vraag ik eerst wie er iets over wil zeggen.", "open"),
        ),
        swapped=frozenset({"P08"}),
    )  # fmt: skip


def bilingual() -> Material:
    """A leader who answers in Dutch at home and in English at work, with one word that keeps coming back."""
    m = in_march
    return empty(
        language="en",
        month=m(1),
        zone="Europe/Brussels",
        seed=21,
        asked=(
            asked(71, m(3), "worldly_view", item="WV-02"),
            asked(72, m(10), "analytical_view", item="AV-02"),
            asked(73, m(17), "resilience", item="RS-03"),
            asked(74, m(24), "questioning_patterns", item="QP-02"),
            asked(75, m(26), "relational", item="RE-03", answered=False),
        ),
        answers=(
            wrote(
                81, m(3), 71,
                "In het dorp vroeg een vader waarom wij nooit bleven eten. Ik had haast, en hij zag dat aan mij.",
                item="WV-02", quality="worldly_view", markers=frozenset({"event", "effect", "own_role"}), hour=18,
            ),
            wrote(
                82, m(10), 72,
                "Nobody knows who owns the budget. I filled the silence with haast of my own, as my mother calls it.",
                item="AV-02", quality="analytical_view", language="en", markers=frozenset({"own_role"}), hour=11,
            ),
            wrote(
                83, m(17), 73,
                "The grant nearly fell through. I rang everyone before reading the letter to the end.",
                item="RS-03", quality="resilience", language="en", markers=frozenset({"event", "own_role"}), hour=12,
            ),
            wrote(
                84, m(24), 74,
                "Weer die haast: ik gaf antwoord voordat de vraag er was, en de kamer werd stil van mij.",
                item="QP-02", quality="questioning_patterns",
                markers=frozenset({"own_role", "effect", "pattern"}), hour=19,
            ),
        ),
        taps=taps("mood", [3, 4, 3, 4], [m(3), m(10), m(17), m(24)], 91),
        links=(Linked(95, m(24), 80, 84),),
        linked_answers=(
            wrote(
                80, date(2026, 2, 12), 70, "Ik at staand mijn brood op en noemde dat werken.", item="RS-01",
                quality="resilience", markers=frozenset({"own_role"}),
            ),
        ),
        told=(Told(96, m(24), 74, "pattern", "yes"),),
    )  # fmt: skip


def weeks_of_a_start() -> Material:
    """The first weeks of a leader, over the end of a month."""
    days = [date(2025, 12, 16), date(2025, 12, 18), date(2026, 1, 6), date(2026, 1, 8)]
    whole = rich()
    moved = dict(zip((11, 12, 13, 15), days, strict=True))
    return replace(
        whole,
        month=date(2025, 12, 1),
        start=date(2025, 12, 16),
        end=date(2026, 1, 9),
        answers=tuple(replace(part, on=moved[part.id]) for part in whole.answers if part.id in moved),
        taps=taps("mood", [3, 4, 3, 2], days, 101) + taps("energy", [3, 2, 3, 3], days, 201),
        positions=(Placed(301, days[1], "P08", 6, 2),),
        earlier_positions=(),
        told=(),
        links=(),
    )


def whole_year() -> Material:
    """A year of the Dutch leader: their January, five more months, and sentences that they chose."""
    january = rich()
    words = (
        "Ik heb vandaag eerst gevraagd en pas daarna gepraat, en de vergadering was eerder klaar.",
        "Wat ik zorg noem, noemt mijn bestuur controle.",
        "Zij namen het over en het werd beter dan mijn plan.",
        "De stilte in de zaal was deze keer geen verzet.",
        "Ik mis de mensen voor wie we dit doen.",
    )
    days = [date(2026, month, 10) for month in (3, 5, 6, 9, 11)]
    answers = tuple(
        wrote(1000 + n, on, 2000 + n, text, item="RF-03") for n, (on, text) in enumerate(zip(days, words, strict=True))
    )
    return replace(
        january,
        start=date(2026, 1, 1),
        end=date(2027, 1, 1),
        asked=(*january.asked, *(asked(2000 + n, on, "reflection", item="RF-03") for n, on in enumerate(days))),
        answers=(*january.answers, *answers),
        taps=january.taps + taps("mood", [4, 4, 5] * 2, [*[date(2026, 3, day) for day in (3, 10, 17)],
                                                         *[date(2026, 6, day) for day in (2, 9, 16)]], 3001),
        positions=(
            *january.positions,
            Placed(303, date(2026, 4, 9), "P08", 5, 93),
            Placed(304, date(2026, 7, 2), "P08", 4, 94),
            Placed(305, date(2026, 10, 1), "P08", 3, 95),
        ),
        chosen=(
            Chosen(13, "Sussen is voor mij een reflex en geen keuze."),
            Chosen(1001, words[1], picked=1),
            Chosen(1002, words[2], picked=2),
            Chosen(1003, words[3]),
        ),
    )  # fmt: skip


def four_weeks() -> Material:
    """The first programme of the Dutch leader, over the end of a month, with one sentence that they kept."""
    whole = rich()
    return replace(
        whole,
        start=date(2026, 1, 6),
        end=date(2026, 2, 5),
        answers=(
            *(part for part in whole.answers if part.part != "correction"),
            wrote(
                27, date(2026, 2, 3), 29,
                "Ik ontdekte dat ik de stilte meestal zelf vul, en dat er iets komt als ik dat laat.",
                kind="programme_end", item="starter_4w", part="discovery",
            ),
        ),
        chosen=(
            Chosen(27, "Ik ontdekte dat ik de stilte meestal zelf vul, en dat er iets komt als ik dat laat.", picked=1),
        ),
    )  # fmt: skip


def full_year() -> Material:
    """A year with as much in it as there can be: both measures each month, six tensions, three long sentences."""
    year_of = whole_year()
    days = [date(2026, month, day) for month in range(1, 13) for day in (5, 12, 19)]
    said = [
        f"In maand {n} merkte ik dat ik pas hoorde wat er werkelijk speelde toen ik de tweede keer vroeg en daarna "
        "lang genoeg zweeg om het ongemak van de hele kamer te laten duren."
        for n in (3, 6, 9)
    ]
    items = list(LIBRARY.dilemmas)[:6]
    return replace(
        year_of,
        asked=(*year_of.asked, *(asked(3000 + n, on, "resilience") for n, on in enumerate(days))),
        answers=(
            *year_of.answers,
            *(wrote(4000 + n, date(2026, 3 * n + 3, 20), 3000 + n, text) for n, text in enumerate(said)),
        ),
        taps=taps("mood", [1 + n * 7 % 5 for n in range(36)], days, 5001)
        + taps("energy", [1 + n * 3 % 5 for n in range(36)], days, 6001),
        positions=tuple(
            Placed(7000 + 10 * n + k, date(2026, 1 + 3 * k, 8 + n), item, 1 + (n + 2 * k) % 7, 8000 + 10 * n + k)
            for n, item in enumerate(items)
            for k in range(4)
        ),
        chosen=tuple(Chosen(4000 + n, text, picked=n + 1) for n, text in enumerate(said)),
    )


LEADERS = {
    "rich": rich, "sparse": sparse, "silent": silent, "strained": strained, "one_sided": one_sided,
    "bilingual": bilingual, "steady": steady,
}  # fmt: skip


OTHERS = {
    "first": (weeks_of_a_start, first),
    "year": (whole_year, year),
    "programme": (four_weeks, partial(year, programme="starter_4w")),
}
NAMES = (*LEADERS, *OTHERS)


def material(name: str) -> Material:
    """What one of the reviewed letters is made of."""
    return OTHERS[name][0]() if name in OTHERS else LEADERS[name]()


def made(name: str, changed: Material | None = None) -> Findings:
    """The findings of a leader's month, of a first look back or of a year; of `changed` material when it is given."""
    make = OTHERS[name][1] if name in OTHERS else findings
    return make(material(name) if changed is None else changed, LIBRARY)


def parsed(html: str) -> dict[str, Any]:
    """What Telegram's own parser makes of a message, or its error."""
    request = {"@type": "parseTextEntities", "text": html, "parse_mode": {"@type": "textParseModeHTML"}}
    answer = tdjson.td_execute(json.dumps(request).encode())
    return json.loads(answer)


tdjson.td_execute(json.dumps({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}).encode())

if __name__ == "__main__":
    for name in NAMES:
        for language in ("nl", "en"):
            text = letter(made(name), language, LIBRARY)
            (LETTERS / f"{name}.{language}.html").write_text(text + "\n", encoding="utf-8")
