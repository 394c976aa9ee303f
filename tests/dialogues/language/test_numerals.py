"""The number words of both languages stand in one place."""

import pytest

from dialogues.language.numerals import MARKS, NUMERALS, upto


@pytest.mark.parametrize(
    ("word", "number"),
    [("een", 1), ("één", 1), ("twaalf", 12), ("negentien", 19), ("vijfentwintig", 25), ("tweeëntwintig", 22),
     ("negenennegentig", 99), ("one", 1), ("thirteen", 13), ("forty", 40), ("twenty-five", 25), ("ninety nine", 99)],
)  # fmt: skip
def test_a_numeral_stands_for_its_number(word, number):
    assert NUMERALS[word] == number


def test_every_number_up_to_ninety_nine_has_a_word_in_each_language():
    assert sorted(set(upto(99, "nl").values())) == sorted(set(upto(99, "en").values())) == list(range(1, 100))


def test_a_part_of_them_goes_no_further_than_asked():
    assert max(upto(12).values()) == 12
    assert "zes" not in upto(12, "en")


def test_a_mark_in_dutch_is_a_small_number():
    assert MARKS["zesje"] == NUMERALS["zes"]
