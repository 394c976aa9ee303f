from datetime import date, timedelta

import pytest
from heard_lines import ASKED_FIRST, CARE, CRISIS, HEARD

from benchmarks.safety import own
from dialogues.library import library
from dialogues.safety import Alarm, Calm, Check, screen, strained

LIBRARY = library()
LINES = own()
HARMLESS = LINES["harmless"]
TODAY = date(2026, 3, 31)


@pytest.mark.parametrize("line", HARMLESS)
def test_a_harmless_work_sentence_is_left_in_peace(line):
    assert screen(line, LIBRARY) == Calm()


@pytest.mark.parametrize("line", CRISIS)
def test_words_of_despair_are_an_alarm(line):
    assert screen(line, LIBRARY) == Alarm("crisis_self")


@pytest.mark.parametrize("line", HEARD)
def test_despair_in_looser_words_is_never_passed_over(line):
    assert screen(line, LIBRARY) in {Alarm("crisis_self"), Check("crisis_self")}


@pytest.mark.parametrize("line", ASKED_FIRST)
def test_words_that_may_mean_something_else_are_asked_about_first(line):
    assert screen(line, LIBRARY) == Check("crisis_self")


@pytest.mark.parametrize(("category", "line"), [(name, line) for name, lines in CARE.items() for line in lines])
def test_each_category_hears_its_own(category, line):
    assert screen(line, LIBRARY) == Alarm(category)


PHRASES = [
    (category.id, text)
    for category in LIBRARY.safety.values()
    for texts in category.signals.values()
    for text in texts
    if category.id in {"crisis_self", "acute_danger"}
]


@pytest.mark.parametrize(("category", "phrase"), PHRASES)
def test_every_phrase_of_the_content_gives_a_signal(category, phrase):
    assert screen(phrase, LIBRARY) in {Alarm(category), Check(category)}
    assert screen(phrase.upper(), LIBRARY) in {Alarm(category), Check(category)}


@pytest.mark.parametrize("line", CRISIS[:20])
def test_despair_is_heard_in_the_middle_of_a_long_answer(line):
    text = (
        f"De vergadering liep uit en ik heb de notulen gemaakt. {line} Morgen is er weer een overleg met de partners."
    )
    assert screen(text, LIBRARY) == Alarm("crisis_self")


def test_despair_goes_before_everything_else():
    text = "Er is fraude gepleegd, ik ben overspannen, hij slaat me en ik wil niet meer leven."
    assert screen(text, LIBRARY) == Alarm("crisis_self")


def test_danger_goes_before_strain_and_strain_before_a_report():
    assert screen("Ik ben overspannen en ik word bedreigd.", LIBRARY) == Alarm("acute_danger")
    assert screen("Er is fraude gepleegd en ik ben overspannen.", LIBRARY) == Alarm("severe_strain")


@pytest.mark.parametrize("line", CARE["integrity_report"])
def test_inside_an_integrity_case_its_words_are_part_of_the_exercise(line):
    assert screen(line, LIBRARY, inside_case=True) == Calm()


@pytest.mark.parametrize(
    "line",
    [
        "Dit is echt gebeurd bij ons.",
        "Fraude: dit speelt bij ons.",
        "This is real.",
        "This is happening here, with a bribe and all.",
    ],
)
def test_inside_an_integrity_case_a_real_situation_counts(line):
    assert screen(line, LIBRARY, inside_case=True) == Alarm("integrity_report")


def test_inside_an_integrity_case_it_may_be_said_not_to_be_real():
    assert screen("Dit speelt niet bij ons, maar de fraude in de casus wel.", LIBRARY, inside_case=True) == Calm()


def test_inside_an_integrity_case_despair_is_still_heard():
    assert screen("Ik wil niet meer leven.", LIBRARY, inside_case=True) == Alarm("crisis_self")


@pytest.mark.parametrize("text", ["", "...", "🪞", "\x00\ud83d", "a" * 5000, "wil " * 1000])
def test_any_text_can_be_screened(text):
    assert screen(text, LIBRARY) == Calm()


def days(*ago):
    return [(TODAY - timedelta(days=each), 1) for each in ago]


def test_three_ones_within_four_weeks_are_strain():
    assert strained(days(0, 14, 27), TODAY)
    assert strained([*days(0, 14, 27), (TODAY, 4)], TODAY)


def test_ones_that_lie_further_apart_or_ahead_are_not():
    assert not strained(days(0, 14, 28), TODAY)
    assert not strained(days(0, 1, -1), TODAY)
    assert not strained([(TODAY, 2)] * 5, TODAY)
