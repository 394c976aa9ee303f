"""What is typed below the name of a group is read line by line, and every mistake is told at once."""

from datetime import date, time

import pytest

from dialogues.founding import Founding, Heard, read
from dialogues.library import library

TODAY = date(2026, 11, 2)


def heard(words, language="nl"):
    return read(words, Heard(library(), language, TODAY))


def test_a_name_alone_asks_for_the_usual():
    assert heard("  Voorjaarsgroep ") == Founding("Voorjaarsgroep")


def test_each_line_says_what_is_to_differ():
    found = heard(
        "Voorjaarsgroep\ntraject: Twaalf weken\nTaal: Engels\nzone: Brussel\n\nstart: 1 december 2026\ndag: dinsdag\n"
        "uur: 9:00\neind: 1 maart 2027"
    )
    assert found == Founding("Voorjaarsgroep", {
        "programme": "core_12w", "language": "en", "zone": "Europe/Brussels", "starts_on": date(2026, 12, 1),
        "weekday": 1, "hour": time(9), "ends_on": date(2027, 3, 1),
    })  # fmt: skip


def test_it_can_be_one_line_and_in_english():
    found = heard("Spring; programme: starter_4w; language: Dutch; time zone: London; day: Fri; time: 4 pm", "en")
    assert found == Founding("Spring", {
        "programme": "starter_4w", "language": "nl", "zone": "Europe/London", "weekday": 4, "hour": time(16),
    })  # fmt: skip


@pytest.mark.parametrize(
    ("words", "programme"),
    [("twaalf", "core_12w"), ("12", "core_12w"), ("4 weken", "starter_4w"), ("one year", "year_12m")],
)
def test_a_programme_goes_by_its_length_or_part_of_its_name(words, programme):
    assert heard(f"X\ntraject: {words}").values == {"programme": programme}


@pytest.mark.parametrize(
    "line",
    [
        "traject:", "traject: weken", "traject: 7", "taal: frans", "zone: nergens", "start: 1 mei 2020",
        "start: december", "dag: ma en di", "uur: ooit", "eind: morgen",
    ],
)  # fmt: skip
def test_a_line_that_says_nothing_is_named_by_its_field(line):
    (wrong,) = heard(f"X\n{line}").wrong
    assert wrong in {"programme", "language", "zone", "starts_on", "weekday", "hour", "ends_on"}


def test_all_mistakes_are_told_at_once_and_a_line_of_nothing_known_by_its_number():
    found = heard("X\ndag: ooit\nkleur: groen\nnaam: Y\nuur: 9\ndag: nooit")
    assert found.wrong == ("weekday", 3, 4)
    assert found.values == {"hour": time(9)}
