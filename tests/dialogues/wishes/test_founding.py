"""What is typed below the name of a group is read line by line, and every mistake is told at once, with its reason."""

from datetime import date, time

import pytest

from dialogues.library import library
from dialogues.wishes.founding import RETENTIONS, Heard, Line, amends, lines, names, read

TODAY = date(2026, 11, 2)


def heard(language="nl"):
    return Heard(library(), language, TODAY)


def found(words, language="nl"):
    return read(lines(words), heard(language))


def why(words, language="nl"):
    return [(one.line.field, one.why) for one in found(words, language).wrong]


def test_a_name_alone_asks_for_the_usual():
    assert found("  Voorjaarsgroep ").values == {"name": "Voorjaarsgroep"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_line_says_what_is_to_differ_in_either_language_whatever_is_set(language):
    dutch = (
        "Voorjaarsgroep\ntraject: Twaalf weken\nTaal: Engels\nzone: Brussel\n\nstart: 1 december 2026\n"
        "dag: dinsdag\nuur: half tien\neind: 1 maart 2027\nbewaren: 2 jaar\nspiegel: per kwartaal"
    )
    english = (
        "Voorjaarsgroep\nprogramme: core_12w\nLanguage: English\ntime zone: Brussels\nstart: December 1, 2026\n"
        "day: Tuesday\nhour: 9:30 am\nend: 1 March 2027\nkeep: 24 months\nmirror: every quarter"
    )
    for words in (dutch, english):
        assert found(words, language).values == {
            "name": "Voorjaarsgroep", "programme": "core_12w", "language": "en", "zone": "Europe/Brussels",
            "starts_on": date(2026, 12, 1), "weekday": 1, "hour": time(9, 30), "ends_on": date(2027, 3, 1),
            "retention_months": 24, "period": "quarter",
        }  # fmt: skip


def test_it_can_be_one_line_and_without_marks():
    said = found("Spring; programme: starter_4w; language = Dutch; - time zone London; day Thu; time: 4 pm", "en")
    assert said.values == {
        "name": "Spring", "programme": "starter_4w", "language": "nl", "zone": "Europe/London", "weekday": 3,
        "hour": time(16),
    }  # fmt: skip
    assert not said.wrong


@pytest.mark.parametrize(
    ("words", "programme"),
    [("twaalf", "core_12w"), ("12", "core_12w"), ("4 weken", "starter_4w"), ("one year", "year_12m")],
)
def test_a_programme_goes_by_its_length_or_part_of_its_name(words, programme):
    assert found(f"X\ntraject: {words}").values["programme"] == programme


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("traject: 7", "programme"), ("traject: weken", "programmes"),
        ("taal: frans", "language"), ("zone: nergens", "zone"), ("start: 1 mei 2020", "past"),
        ("start: 2 november 2026", "past"), ("start: december", "date"), ("start: 32 mei", "date"),
        ("dag: ma en di", "days"), ("dag: ooit", "day"), ("dag: zaterdag", "day"), ("day: Friday", "friday"),
        ("uur: ooit", "hour"), ("uur: 3:00", "quiet"), ("time: 9 pm", "quiet"), ("eind: volgend jaar", "date"),
        ("bewaren: lang", "keep"), ("keep: 11 years", "keep"), ("bewaren: een paar maanden", "keep"),
        ("bewaren: 7", "keep"), ("keep: 25 months", "keep"),
        ("spiegel: elke week", "period"), ("mirror: soon", "period"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_says_why(line, reason):
    (wrong,) = found(f"X\n{line}").wrong
    assert wrong.why == reason


@pytest.mark.parametrize("words", ["dinsdag", "morgen", "volgende week dinsdag", "tomorrow", "next Tuesday"])
def test_a_start_may_be_a_day_that_comes(words):
    assert found(f"X\nstart: {words}").values["starts_on"] in (date(2026, 11, 3), date(2026, 11, 10))


@pytest.mark.parametrize("months", RETENTIONS)
def test_a_group_is_kept_as_long_as_the_form_of_the_console_offers_and_no_other(months):
    assert found(f"X\nbewaren: {months} maanden").values["retention_months"] == months
    assert why(f"X\nbewaren: {months + 1}") == [("retention_months", "keep")]


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("spiegel: maand", "month"), ("spiegel: elke maand", "month"), ("mirror: monthly", "month"),
        ("mirror: quarter", "quarter"), ("spiegel: elk kwartaal", "quarter"), ("spiegel: drie maanden", "quarter"),
    ],
)  # fmt: skip
def test_a_mirror_comes_every_month_or_every_quarter(line, period):
    assert found(f"X\n{line}").values["period"] == period


def test_an_end_must_come_after_the_start_whichever_is_said_first():
    assert why("X\neind: 1 december 2026\nstart: 1 december 2026") == [("ends_on", "end")]
    assert not why("X\nstart: 1 december 2026\neind: 2 december 2026")


def test_an_end_is_within_four_years():
    assert why("X\neind: 1 december 2035") == [("ends_on", "end_far")]
    assert not why("X\neind: 1 december 2029")


@pytest.mark.parametrize(("words", "reason"), [("", "name_none"), ("x" * 81, "name_long"), ("naam:", "name_none")])
def test_a_group_has_a_name_of_one_line(words, reason):
    assert why(words) == [("name", reason)]


def test_all_mistakes_are_told_at_once_in_the_order_of_writing_and_what_is_right_is_there_too():
    said = found("X\ndag: ooit\nkleur: groen\nuur: 9\nstart: 1 mei 2020\neind: gauw")
    assert [(one.line.field, one.why) for one in said.wrong] == [
        ("weekday", "day"), ("", "line"), ("starts_on", "past"), ("ends_on", "date"),
    ]  # fmt: skip
    assert said.right == (Line("name", "X"), Line("hour", "9"))
    assert [one.field for one in said.kept] == ["name", "hour", "weekday", "starts_on", "ends_on"]


def test_a_line_with_nothing_behind_it_is_as_usual():
    assert found("X\nuur: ooit\nuur:").values == {"name": "X"}
    assert why("X\nnaam:") == [("name", "name_none")]


def test_a_line_that_comes_again_takes_the_place_of_the_one_before():
    said = read((*lines("X\ndag: ooit\nuur: 9"), *lines("day: Wednesday\nnaam: Y")), heard())
    assert said.values == {"name": "Y", "weekday": 2, "hour": time(9)}
    assert not said.wrong


def test_a_message_that_begins_with_a_line_is_no_group_of_its_own():
    assert names("Start 2027")
    assert names("Dagopening\ndag: maandag")
    assert not names("dag: maandag\nuur: 9")


@pytest.mark.parametrize(
    ("words", "wrong", "amended"),
    [
        ("dag: maandag", ["hour"], [Line("weekday", "maandag")]),
        ("- uur: 9:00\nday: Monday", ["weekday", "hour"], [Line("hour", "9:00"), Line("weekday", "Monday")]),
        ("woensdag", ["weekday"], [Line("weekday", "woensdag")]),
        ("kwart over nergens", ["hour"], []),
        ("woensdag", ["weekday", "hour"], []),
        ("Iets heel anders", ["name"], []),
        ("Iets heel anders", [""], []),
        ("dag: maandag\nen toen zei ik niets meer", ["weekday"], []),
    ],
)
def test_lines_mend_what_was_asked_for_and_other_words_do_not(words, wrong, amended):
    assert list(amends(words, wrong, heard())) == amended
