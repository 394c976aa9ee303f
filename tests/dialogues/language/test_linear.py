"""Weights in a text file, and what they make of the features of some words."""

import pytest

from dialogues.language import linear

KNOWN = {linear.BIAS: (0.0, 0.0), "rain": (3.0, 0.0), "sun": (0.0, 3.0)}


def test_without_a_known_word_each_kind_is_as_probable_as_none():
    assert linear.shares(KNOWN, (frozenset({"wind"}),)) == pytest.approx((1 / 3, 1 / 3))


def test_a_word_speaks_for_its_kind():
    rain, sun = linear.shares(KNOWN, (frozenset({"rain"}),))
    assert (rain > 0.9, sun < 0.1) == (True, True)


def test_among_more_words_one_word_says_less():
    alone, _ = linear.shares(KNOWN, (frozenset({"rain"}),))
    among, _ = linear.shares(KNOWN, (frozenset({"rain", "wind", "fog", "mist"}),))
    assert alone > among > 1 / 3


def test_an_empty_group_says_nothing():
    assert linear.shares(KNOWN, (frozenset(), frozenset({"sun"}))) == linear.shares(KNOWN, (frozenset({"sun"}),))


def test_a_text_is_read_as_runs_of_one_to_three_words():
    assert list(linear.runs(["ik", "wil", "weg"])) == ["ik", "wil", "weg", "ik wil", "wil weg", "ik wil weg"]
    assert list(linear.runs([])) == []


def test_a_word_is_read_in_pieces_of_three_to_five_letters_with_its_borders():
    assert list(linear.pieces(["weg"])) == ["~_we", "~weg", "~eg_", "~_weg", "~weg_", "~_weg_"]
    assert list(linear.pieces(["ik"])) == ["~_ik", "~ik_", "~_ik_"]
    assert list(linear.pieces(["u"])) == ["~_u_"]
