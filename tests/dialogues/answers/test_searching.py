"""Looking for words in own answers: capitals, accents and inflections do not matter; months as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.answers.searching import holds, sought
from dialogues.wishes.months import is_month, month_in

ANSWER = "Gisteren liep het overleg vast. Ik vertrouwde haar, en de coördinatie lukte weer. 😀 It went well."


@pytest.mark.parametrize(
    "words",
    [
        "vertrouwen", "VERTROUWDE", "vertrouwen overleg", "coordinatie", "lopen",
        "overleggen", "go well", "vast. Ik", "😀", "trouw", "  gisteren ", "coördina",
    ],
)  # fmt: skip
def test_words_are_found_in_any_inflection_and_inside_longer_words(words):
    assert holds(ANSWER, sought(words))


@pytest.mark.parametrize("words", ["wantrouwen", "morgen", "vertrouwen morgen", "🧭", "ik zag", "hem"])
def test_words_that_are_not_there_are_not_found(words):
    assert not holds(ANSWER, sought(words))


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_what_was_written_is_always_found_again(words, before, after):
    assert holds(f"{before} {words} {after}", sought(words))


def test_what_is_looked_for_is_in_no_repr():
    assert "kanarievogel" not in repr(sought("kanarievogel"))


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("maart", True), ("in maart 2026", True), ("2026-03", True), ("2026-13", True), ("3/2026", True), ("", False),
        ("mei was zwaar", False), ("vertrouwen", False), ("may", True), ("from May", True), ("😀", False),
    ],
)  # fmt: skip
def test_a_month_is_told_from_other_words(words, only):
    assert is_month(words) == only


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_month_in_figures_is_that_month_whenever_it_is_asked(month, today):
    assert month_in(f"{month:%Y-%m}", today) == month.replace(day=1)


@pytest.mark.parametrize("words", ["2026-13", "0", "13", "1899-01", "9999-12", "²", "x"])
def test_a_month_that_does_not_exist_is_none(words):
    assert month_in(words, date(2026, 11, 22)) is None
