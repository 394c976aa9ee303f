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
    LIBRARY,
    NAMES,
    asked,
    empty,
    hostile_library,
    in_january,
    made,
    rich,
    shuffled,
    silent,
    steady,
    taps,
)

from dialogues.language.words import utf16_length
from dialogues.model import LANGUAGES, Text
from summaries.drawing import press
from summaries.findings import Mood, Tension, findings
from summaries.hiding import ids
from summaries.material import Placed
from summaries.picture import THEMES, alt_text, drawing, picture, pictures, title

HERE = Path(press.__file__).parent.parent
COLOURS = json.loads((HERE / "templates" / "themes.json").read_text(encoding="utf-8"))
J = in_january
DRAWN = [name for name in NAMES if name != "silent"]
RIPPLE = 136  # points from the top in which rings leave the page at its right
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
@pytest.mark.parametrize("name", DRAWN)
def test_a_period_is_one_phone_wide_image_in_each_theme(name: str, language: str) -> None:
    both = pictures(made(name), language, LIBRARY)
    for theme, png in zip(THEMES, both, strict=True):
        width, height = size(png)
        assert width == 720
        assert 480 <= height <= 1280
        assert first_pixel(png) == COLOURS[theme]["ground"]
    assert both[0] == picture(made(name), language, LIBRARY)
    assert both[1] == picture(made(name), language, LIBRARY, "dark")


@BOTH
@pytest.mark.parametrize("name", ["", "Verantwoordelijkheidsgevoeligheid voor elkaar"])
def test_nothing_stands_in_the_margins(monkeypatch: pytest.MonkeyPatch, name: str, language: str) -> None:
    monkeypatch.setattr(press, "PIXELS_PER_INCH", 72)  # one pixel a point
    named = {key: replace(one, name=Text(name, name)) if name else one for key, one in LIBRARY.qualities.items()}
    drawn = rows(picture(findings(rich(), LIBRARY), language, replace(LIBRARY, qualities=named)))
    margin = 39 * 4  # of 40 points; what is round may shine through by less than one
    ground = drawn[0][:4] * 39
    assert {row[:margin] for row in drawn} == {ground}
    assert {row[-margin:] for row in drawn[RIPPLE:]} == {ground}


def test_with_nothing_to_draw_there_is_no_picture_and_no_text_for_it() -> None:
    thoughts = replace(rich(), asked=(), taps=(), positions=())
    for month in (silent(), empty(), thoughts):
        found = findings(month, LIBRARY)
        assert picture(found, "nl", LIBRARY) is None
        assert pictures(found, "nl", LIBRARY) is None
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
    assert size(picture(findings(replace(rich(), **part), LIBRARY), "nl", LIBRARY))[0] == 720


def test_the_same_facts_draw_the_same_picture_in_whatever_order_they_come() -> None:
    drawn = {picture(findings(shuffled(rich(), seed), LIBRARY), "nl", LIBRARY) for seed in range(3)}
    assert len(drawn) == 1


def test_everything_drawn_is_in_a_finding() -> None:
    found = findings(steady(), LIBRARY)
    drawn = drawing(found, "en", LIBRARY)
    moods = [finding for finding in found if isinstance(finding, Mood)]
    tensions = [finding for finding in found if isinstance(finding, Tension)]
    for strip, mood in zip(drawn["strips"], moods, strict=True):
        assert strip["dots"] == [((on.day - 0.5) / 31, value) for on, value in mood.dots]
    assert [row["now"] for row in drawn["tensions"]] == [[6, 5]]
    assert [row["before"] for row in drawn["tensions"]] == [[tension.before[-1][1]] for tension in tensions] == [[7]]
    assert sum(spoke["answered"] for spoke in drawn["spokes"]) == 5
    assert (drawn["title"], drawn["aside"], drawn["axis"]["columns"]) == ("March", "2026", 31)
    assert drawn["lead"] == "5 of 5 questions answered"


def test_taps_of_one_day_stand_side_by_side_within_that_day() -> None:
    month = replace(rich(), taps=taps("mood", [2, 3, 3, 5], [J(6), J(8), J(8), J(8)]))
    (strip,) = drawing(findings(month, LIBRARY), "nl", LIBRARY)["strips"]
    places = [at for at, _ in strip["dots"]]
    assert places == sorted(set(places))
    assert [int(at * 31) + 1 for at in places] == [6, 8, 8, 8]


def test_a_month_of_twenty_eight_days_has_its_own_axis() -> None:
    month = replace(rich(), month=date(2027, 2, 1))
    assert drawing(findings(month, LIBRARY), "nl", LIBRARY)["axis"]["columns"] == 28


def test_a_first_look_runs_from_its_first_day_over_the_end_of_the_month() -> None:
    drawn = drawing(made("first"), "nl", LIBRARY)
    assert drawn["axis"]["columns"] == 28
    assert [label for _, label in drawn["axis"]["ticks"]] == ["16 dec", "23 dec", "30 dec", "6 jan"]
    assert [int(at * 28) for at, _ in drawn["strips"][0]["dots"]] == [0, 2, 21, 23]
    assert (drawn["title"], drawn["lead"]) == ("Een eerste blik", "Sinds 16 december")


def test_a_month_of_two_middle_values_stands_between_them_with_both_as_its_figure() -> None:
    (opened, *rest) = made("year")
    moods = tuple(replace(one, middles=((2, 4), (4, 5), (4, 4))) for one in rest if one.kind == "mood_year")
    (strip,) = drawing((opened, *moods), "nl", LIBRARY)["strips"]
    assert [value for _, value in strip["dots"]] == [3, 4.5, 4]
    assert strip["figures"] == ["2–4", "4–5", "4"]
    kept = tuple(replace(one, middles=()) for one in moods)
    (strip,) = drawing((opened, *kept), "nl", LIBRARY)["strips"]
    assert strip["figures"] == ["3", "4", "4"]


def test_a_year_stands_on_one_line_of_months() -> None:
    drawn = drawing(made("year"), "en", LIBRARY)
    assert drawn["axis"]["columns"] == 12
    assert [label for _, label in drawn["axis"]["ticks"]] == ["Jan", "Mar", "May", "Jul", "Sept", "Nov"]
    (strip,) = drawn["strips"]
    assert [(int(at * 12) + 1, value) for at, value in strip["dots"]] == [(1, 3), (3, 4), (6, 4)]
    assert strip["figures"] == ["3", "4", "4"]
    assert (drawn["title"], drawn["aside"], strip["note"]) == ("Your year", "2026", "by month")


def test_who_sees_the_other_side_first_gets_a_turned_line() -> None:
    (row,) = drawing(made("one_sided"), "nl", LIBRARY)["tensions"]
    (turned,) = drawing(
        tuple(replace(one, swapped=False) if isinstance(one, Tension) else one for one in made("one_sided")),
        "nl",
        LIBRARY,
    )["tensions"]
    assert (row["a"], row["b"]) == (turned["b"], turned["a"])
    assert row["now"] == [8 - place for place in turned["now"]]
    assert row["before"] == [8 - place for place in turned["before"]]


def test_the_newest_place_comes_last_and_each_stands_there_once() -> None:
    (tension,) = (one for one in findings(steady(), LIBRARY) if isinstance(one, Tension))
    months = tuple((date(2026, 3, n + 1), place) for n, place in enumerate((6, 2, 6, 4, 2)))
    (row,) = drawing((made("steady")[0], replace(tension, now=months)), "en", LIBRARY)["tensions"]
    assert row["now"] == [6, 4, 2]


def test_what_the_leader_hid_is_not_drawn() -> None:
    found = made("rich")
    names = {one.kind: name for one, name in zip(found, ids(found), strict=True)}
    drawn = drawing(found, "nl", LIBRARY, hidden={names["rhythm"], names["coverage"]})
    assert (drawn["lead"], drawn["spokes"]) == ("", [])
    everything = frozenset(ids(found))
    assert picture(found, "nl", LIBRARY, hidden=everything) is None


@pytest.mark.parametrize("name", ["rich", "year", "programme"])
def test_of_a_picture_of_which_all_was_hidden_the_title_is_left_without_a_figure(name: str) -> None:
    found = made(name)
    left = title(found, "nl", LIBRARY)
    assert size(left)[0] == size(picture(found, "nl", LIBRARY) or b"")[0]
    assert size(left)[1] < 200
    assert title(found, "nl", LIBRARY, "dark") != left
    assert left == title(found[:1], "nl", LIBRARY)


def places(name: str, *now: tuple[date, int], before: tuple[tuple[date, int], ...] = ()) -> dict[str, object]:
    """How one tension is drawn over this period, with these places."""
    (tension,) = (one for one in findings(steady(), LIBRARY) if isinstance(one, Tension))
    changed = replace(tension, now=now, before=before)
    (row,) = drawing((made(name)[0], changed), "en", LIBRARY)["tensions"]
    return row


def test_days_stand_at_each_place_and_over_a_year_its_months() -> None:
    assert places("rich", (J(8), 3))["when"] == [[3, ["8 Jan"]]]
    assert places("year", (J(8), 3))["when"] == [[3, ["Jan"]]]
    (row,) = [row for row in drawing(made("programme"), "en", LIBRARY)["tensions"] if row["now"] == [6]]
    assert row["when"] == [[6, ["8 Jan"]], [3, ["12 Nov"]]]


def test_who_comes_back_to_a_place_sees_how_often_and_when() -> None:
    assert places("rich", (J(6), 3), (J(20), 3))["when"] == [[3, ["2×", "6, 20 Jan"]]]
    assert places("rich", (J(6), 3), (J(13), 3), (J(27), 3))["when"] == [[3, ["3×", "6–27 Jan"]]]
    assert places("rich", (J(6), 3), (J(6), 3))["when"] == [[3, ["2×", "6 Jan"]]]
    weeks = ((date(2025, 12, 18), 3), (J(6), 3))
    assert places("first", *weeks)["when"] == [[3, ["2×", "18 Dec, 6 Jan"]]]
    assert places("year", (J(6), 3), (date(2026, 4, 1), 3))["when"] == [[3, ["2×", "Jan, Apr"]]]


def test_the_day_of_last_time_stands_lower_where_it_would_touch_its_neighbours() -> None:
    last = date(2025, 11, 12)
    assert places("year", (J(6), 3), before=((last, 6),))["when"] == [[3, ["Jan"]], [6, ["Nov 2025"]]]
    assert places("year", (J(6), 3), before=((last, 4),))["when"] == [[3, ["Jan"]], [4, ["", "Nov 2025"]]]
    assert places("year", (J(6), 3), before=((last, 3),))["when"] == [[3, ["Jan", "Nov 2025"]]]


def test_a_bar_from_last_time_to_now_is_drawn_for_a_shift_alone() -> None:
    assert [row["moved"] for row in drawing(made("rich"), "en", LIBRARY)["tensions"]] == [False, False]
    (row,) = drawing(made("one_sided"), "en", LIBRARY)["tensions"]
    assert row["moved"]
    found = made("rich")
    once = tuple(replace(one, shift="a") if isinstance(one, Tension) else one for one in found)
    assert picture(once, "nl", LIBRARY) != picture(found, "nl", LIBRARY)


def test_of_a_programme_the_picture_tells_its_name() -> None:
    drawn = drawing(made("programme"), "nl", LIBRARY)
    assert (drawn["title"], drawn["lead"]) == (
        "Jouw traject",
        "Kennismaking van vier weken · 6 van 8 vragen beantwoord",
    )


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
    assert width == 720
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
        assert pool.submit(picture, found, "nl", LIBRARY, "dark").result(60) == picture(found, "nl", LIBRARY, "dark")


@pytest.mark.parametrize("theme", COLOURS)
def test_text_and_marks_stand_out_from_the_ground(theme: str) -> None:
    colours = COLOURS[theme]
    assert set(colours) == set(COLOURS["light"])
    assert all(contrast(colours[name], colours["ground"]) >= 4.5 for name in ("ink", "muted"))
    assert all(contrast(colours[name], colours["ground"]) >= 3 for name in ("mood", "energy", "tension", "quality"))


def test_the_fonts_that_the_picture_names_come_with_us_and_with_their_licences() -> None:
    ours = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"])
    template = (HERE / "templates" / "drawing.typ").read_text(encoding="utf-8")
    assert all(f'"{family}"' in template for family in ours.families())
    families = {file.stem.partition("_")[0] for file in (HERE / "fonts").glob("*.ttf")}
    assert len(families) == len(ours.families())
    for family in families:
        licence = (HERE / "fonts" / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@BOTH
@pytest.mark.parametrize("leader", DRAWN)
def test_the_picture_in_words_names_what_is_drawn(leader: str, language: str) -> None:
    found = made(leader)
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
