"""A number that was typed and is edited in the chat changes with its message."""

import pytest
from pocket import Pocket

from dialogues.effects import Amend, React


def typed(kind: str, item: str, words: str) -> tuple[Pocket, int]:
    """A prompt that was answered in words, and the message that did it."""
    pocket = Pocket.asked(kind, item).says(words)
    return pocket, pocket.event.message


@pytest.mark.parametrize(
    ("kind", "item", "first", "then", "name", "value"),
    [
        ("integrity_case", "IC-01", "1", "2", "choice", "b"),
        ("question", "QP-03", "1", "de derde", "value", "c"),
        ("question", "QP-03", "de derde", "toch 1", "value", "a"),
        ("pulse", "PU-01", "2", "4", "PU-01", "4"),
        ("pulse", "PU-01", "een 2 denk ik", "make it a 5", "PU-01", "5"),
    ],
)
def test_an_edited_number_changes_what_was_chosen(kind, item, first, then, name, value):
    pocket, message = typed(kind, item, first)
    pocket.edits(then, message)
    assert pocket.taps[pocket.prompt.id, name] == value
    assert not pocket.decided(Amend)


def test_an_edited_place_is_shown_and_what_is_asked_is_asked_again():
    pocket, message = typed("paradox", "P04", "3")
    assert pocket.edits("6", message).screens == ["position_moved", "dilemma_step"]
    assert pocket.edits("6", message).done == [React(message)]


def test_an_edit_after_the_talk_went_on_or_ended_still_counts():
    pocket, message = typed("paradox", "P04", "3")
    before = dict(pocket.taps)
    pocket.says("stop").waits(hours=3).edits("6", message)
    assert (pocket.screens, pocket.taps != before) == ([], True)


def test_a_score_with_its_reason_changes_as_a_whole():
    pocket, message = typed("paradox", "P04", "3, omdat ik haar al jaren goed ken")
    before = dict(pocket.taps)
    pocket.edits("5, omdat ik haar al jaren goed ken", message)
    assert pocket.taps != before
    assert [text for _, text in pocket.words] == ["5, omdat ik haar al jaren goed ken"]


@pytest.mark.parametrize("words", ["geen idee", "9"])
def test_an_edit_that_names_no_value_tells_how_a_number_is_changed(words):
    pocket, message = typed("paradox", "P04", "3")
    before = dict(pocket.taps)
    assert pocket.edits(words, message).screens == ["edit_number"]
    assert pocket.taps == before


@pytest.mark.parametrize("words", ["6", "4 4"])
def test_an_older_number_is_not_changed_by_an_edit_and_that_is_told(words):
    pocket, message = typed("paradox", "P04", "3")
    before = dict(pocket.says("toch 5").taps)
    assert pocket.edits(words, message).screens == ["edit_number"]
    assert pocket.taps == before


def moods(words: str = "2 3") -> tuple[Pocket, int]:
    """An answer that was thanked for, with both moods typed after it."""
    pocket = Pocket.asked("question", "SM-01", low_energy=True).says("Kort gesprek.")
    pocket.says(words)
    return pocket, pocket.event.message


def _moods(pocket: Pocket) -> list[str]:
    return [value for (_, name), value in sorted(pocket.taps.items()) if name in ("PU-05", "PU-06")]


@pytest.mark.parametrize("words", ["4 4", "stemming 4, energie 4", "nee, 4 en 4"])
def test_edited_moods_change_both(words):
    pocket, message = moods()
    assert _moods(pocket.edits(words, message)) == ["4", "4"]


def test_an_edit_that_names_no_mood_tells_how_a_number_is_changed():
    pocket, message = moods()
    assert pocket.edits("4", message).screens == ["edit_number"]
    assert _moods(pocket) == ["2", "3"]


@pytest.mark.parametrize(
    "words",
    [
        "should be 1 and 1",
        "allebei een 1",
        "both 1",
        "toch 1 en 1",
        "1 1",
        "nee, 1 en 1",
        "1 and 1 after all",
        "make it 1 and 1",
        "toch stemming 1 en energie 1",
    ],
)
def test_both_moods_are_corrected_in_words(words):
    pocket, _ = moods()
    assert _moods(pocket.says(words)) == ["1", "1"]
    assert len(pocket.words) == 1


def test_one_number_for_two_moods_corrects_neither():
    pocket, _ = moods()
    assert _moods(pocket.says("toch 1")) == ["2", "3"]


def test_words_that_hold_no_value_are_amended_as_before():
    pocket, message = typed("question", "SM-01", "Gisteren belde de school.")
    pocket.edits("Gisteren belde de bibliotheek.", message)
    assert [text for _, text in pocket.words] == ["Gisteren belde de bibliotheek."]
