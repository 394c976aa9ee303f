import json
import struct
import zlib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest
import typst
from months import (
    HOSTILE,
    LEADERS,
    LIBRARY,
    asked,
    empty,
    hostile_library,
    in_january,
    rich,
    shuffled,
    silent,
    steady,
    taps,
)

from dialogues.model import LANGUAGES, Text
from dialogues.words import utf16_length
from summaries import picture as module
from summaries.findings import Mood, Tension, findings
from summaries.material import Placed
from summaries.picture import alt_text, drawing, picture

HERE = Path(module.__file__).parent
THEMES = json.loads((HERE / "templates" / "themes.json").read_text(encoding="utf-8"))
J = in_january
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def unpacked(png: bytes) -> bytes:
    """The rows of a PNG, each with its filter in front."""
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    return zlib.decompress(data)


def first_pixel(png: bytes) -> str:
    """The colour of the top left corner: the first pixel of a PNG stands as it is, whatever the filter of its row."""
    return "#" + unpacked(png)[1:4].hex()


def nearest(left: int, up: int, corner: int) -> int:
    """Paeth's guess: of the three, the nearest to left + up - corner."""
    return min((left, up, corner), key=lambda one: abs(left + up - corner - one))


FILTERS = (
    lambda _left, _up, _corner: 0,
    lambda left, _up, _corner: left,
    lambda _left, up, _corner: up,
    lambda left, up, _corner: (left + up) // 2,
    nearest,
)


def rows(png: bytes) -> list[bytes]:
    """The pixels of each row, four bytes each."""
    raw, length = unpacked(png), size(png)[0] * 4
    found = [bytes(length)]
    for start in range(0, len(raw), length + 1):
        guess, above, row = FILTERS[raw[start]], bytes(4) + found[-1], bytearray(4)
        for at, rest in enumerate(raw[start + 1 : start + 1 + length]):
            row.append((rest + guess(row[at], above[at + 4], above[at])) & 255)
        found.append(bytes(row[4:]))
    return found[1:]


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@BOTH
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("leader", [rich, steady])
def test_a_month_is_one_phone_wide_image_in_its_theme(leader: object, dark: bool, language: str) -> None:
    png = picture(findings(leader(), LIBRARY), language, LIBRARY, dark=dark)
    width, height = size(png)
    assert width == 1080
    assert 1080 <= height <= 2400
    assert first_pixel(png) == THEMES["dark" if dark else "light"]["ground"]


@BOTH
@pytest.mark.parametrize("name", ["", "Verantwoordelijkheidsgevoeligheid voor elkaar"])
def test_nothing_stands_in_the_margins(monkeypatch: pytest.MonkeyPatch, name: str, language: str) -> None:
    monkeypatch.setattr(module, "PIXELS_PER_INCH", 72)  # one pixel a point
    named = {key: replace(one, name=Text(name, name)) if name else one for key, one in LIBRARY.qualities.items()}
    drawn = rows(picture(findings(rich(), LIBRARY), language, replace(LIBRARY, qualities=named)))
    margin = 39 * 4  # of 40 points; what is round may shine through by less than one
    ground = drawn[0][:4] * 39
    assert [number for number, row in enumerate(drawn) if {row[:margin], row[-margin:]} != {ground}] == []


def test_with_nothing_to_draw_there_is_no_picture_and_no_text_for_it() -> None:
    thoughts = replace(rich(), asked=(), taps=(), positions=())
    for month in (silent(), empty(), thoughts):
        found = findings(month, LIBRARY)
        assert picture(found, "nl", LIBRARY) is None
        assert alt_text(found, "nl", LIBRARY) == ""


@pytest.mark.parametrize(
    "part",
    [
        {"asked": (), "positions": ()},
        {"asked": (), "taps": ()},
        {"taps": (), "positions": ()},
        {"taps": taps("mood", [3, 3, 3], [J(6)] * 3), "positions": ()},
    ],
    ids=["moods alone", "tensions alone", "qualities alone", "one value on one day"],
)
def test_each_part_can_stand_without_the_others(part: dict[str, tuple[object, ...]]) -> None:
    assert size(picture(findings(replace(rich(), **part), LIBRARY), "nl", LIBRARY))[0] == 1080


def test_the_same_facts_draw_the_same_picture_in_whatever_order_they_come() -> None:
    drawn = {picture(findings(shuffled(rich(), seed), LIBRARY), "nl", LIBRARY) for seed in range(3)}
    assert len(drawn) == 1


def test_everything_drawn_is_in_a_finding() -> None:
    found = findings(steady(), LIBRARY)
    drawn = drawing(found, "en", LIBRARY)
    moods = [finding for finding in found if isinstance(finding, Mood)]
    tensions = [finding for finding in found if isinstance(finding, Tension)]
    for strip, mood in zip(drawn["strips"], moods, strict=True):
        assert strip["dots"] == [(on.day, value) for on, value in mood.dots]
    assert [row["now"] for row in drawn["tensions"]] == [[5, 6]]
    assert [row["before"] for row in drawn["tensions"]] == [[tension.before[-1][1]] for tension in tensions] == [[7]]
    assert sum(spoke["answered"] for spoke in drawn["spokes"]) == 5
    assert (drawn["title"], drawn["year"], drawn["days"]) == ("March", "2026", 31)
    assert drawn["lead"] == "5 of 5 questions answered"


def test_taps_of_one_day_stand_side_by_side_within_that_day() -> None:
    month = replace(rich(), taps=taps("mood", [2, 3, 3, 5], [J(6), J(8), J(8), J(8)]))
    (strip,) = drawing(findings(month, LIBRARY), "nl", LIBRARY)["strips"]
    places = [at for at, _ in strip["dots"]]
    assert places == sorted(set(places))
    assert [round(at) for at in places] == [6, 8, 8, 8]


def test_a_month_of_twenty_eight_days_has_its_own_axis() -> None:
    month = replace(rich(), month=date(2027, 2, 1))
    assert drawing(findings(month, LIBRARY), "nl", LIBRARY)["days"] == 28


def test_only_so_many_tensions_are_drawn_and_the_rest_is_told() -> None:
    dilemmas = {f"P{n}": LIBRARY.dilemmas["P08"] for n in range(15)}
    library = replace(LIBRARY, dilemmas=dilemmas)
    month = replace(rich(), positions=tuple(Placed(n, J(8), f"P{n}", 3) for n in range(15)), earlier_positions=())
    drawn = drawing(findings(month, library), "nl", library)
    assert len(drawn["tensions"]) == 12
    assert drawn["more"] == "De andere 3 staan in de brief."
    assert size(picture(findings(month, library), "nl", library))[1] < 6000


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_the_library_holds_the_picture_is_drawn_and_stays_a_photo(text: str) -> None:
    library = hostile_library(text)
    pulses = {
        key: replace(one, scale=replace(one.scale, min_label=replace(one.scale.min_label, nl=text)))
        for key, one in LIBRARY.pulses.items()
    }
    width, height = size(picture(findings(rich(), LIBRARY), "nl", replace(library, pulses=pulses)))
    assert width == 1080
    assert width + height <= 10_000  # Telegram's limit of a photo
    assert max(width, height) / min(width, height) <= 20
    assert utf16_length(alt_text(findings(rich(), LIBRARY), "nl", library)) <= 1000


def test_a_full_month_still_fits() -> None:
    qualities = list(LIBRARY.qualities)
    month = replace(
        rich(),
        asked=tuple(asked(n, J(1 + n % 31), qualities[n % 9], answered=n % 3 > 0) for n in range(90)),
        taps=taps("mood", [1 + n % 5 for n in range(93)], [J(1 + n % 31) for n in range(93)]),
    )
    assert size(picture(findings(month, LIBRARY), "nl", LIBRARY))[1] < 3000


def test_another_process_can_draw_it() -> None:
    found = findings(rich(), LIBRARY)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(picture, found, "nl", LIBRARY, dark=True).result(60) == picture(
            found, "nl", LIBRARY, dark=True
        )


@pytest.mark.parametrize("theme", THEMES)
def test_text_and_marks_stand_out_from_the_ground(theme: str) -> None:
    colours = THEMES[theme]
    assert set(colours) == set(THEMES["light"])
    assert all(contrast(colours[name], colours["ground"]) >= 4.5 for name in ("ink", "muted"))
    assert all(contrast(colours[name], colours["ground"]) >= 3 for name in ("mood", "energy", "tension", "quality"))


def test_the_fonts_that_the_picture_names_come_with_us_and_with_their_licences() -> None:
    ours = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"])
    assert set(ours.families()) == {"Atkinson Hyperlegible Next", "Newsreader"}
    template = (HERE / "templates" / "picture.typ").read_text(encoding="utf-8")
    assert all(f'font: "{family}"' in template for family in ours.families())
    for licence in ("OFL-AtkinsonHyperlegibleNext.txt", "OFL-Newsreader.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (HERE / "fonts" / licence).read_text(encoding="utf-8")


@BOTH
@pytest.mark.parametrize("leader", ["rich", "steady"])
def test_the_picture_in_words_names_what_is_drawn(leader: str, language: str) -> None:
    found = findings(LEADERS[leader](), LIBRARY)
    text = alt_text(found, language, LIBRARY)
    assert utf16_length(text) <= 1000
    for finding in found:
        if isinstance(finding, Tension):
            assert LIBRARY.dilemmas[finding.dilemma].pole_a.label[language] in text
    assert text.endswith(".")
    assert "«" not in text, "own words stay in the letter"


def test_a_long_picture_in_words_keeps_whole_sentences() -> None:
    positions = tuple(Placed(n, J(8), key, 6) for n, key in enumerate(LIBRARY.dilemmas))
    text = alt_text(findings(replace(rich(), positions=positions), LIBRARY), "nl", LIBRARY)
    assert 700 < utf16_length(text) <= 1000
    assert text.endswith(".")
