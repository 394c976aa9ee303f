"""Words under a photo or a file: not kept, which is told once, and again for other words."""

import pytest
from pocket import Pocket

from dialogues.library import library


@pytest.mark.parametrize("kind", ["photo", "voice", "document", "other_media"])
def test_whoever_writes_under_a_picture_hears_that_the_words_can_be_sent_by_themselves(kind):
    pocket = Pocket.asked("question", "RF-03").shows(kind, "Zo zat iedereen erbij.")
    assert (pocket.screens, pocket.answers) == (["captioned"], {})
    told = library().messages["captioned"].text
    assert ("niet bewaard" in told.nl, "did not keep" in told.en) == (True, True)
    assert (pocket.says("Zo zat iedereen erbij.").words, pocket.prompt.state) == (
        [("answer", "Zo zat iedereen erbij.")],
        "answered",
    )


@pytest.mark.parametrize(
    ("first", "other"), [("Zo zat iedereen erbij.", "En zo na afloop."), ("How they sat.", "And how they left.")]
)
def test_the_same_words_are_answered_once_and_other_words_again(first, other):
    pocket = Pocket.asked("question", "RF-03").shows("photo", first)
    assert pocket.shows("photo", first).done == []
    assert pocket.shows("photo", f" {first.upper()} ").done == []
    assert pocket.shows("photo", other).screens == ["captioned"]
    assert pocket.waits(days=1).shows("photo", other).screens == ["captioned"]


def test_the_pictures_of_an_album_after_the_first_get_no_answer_of_their_own():
    pocket = Pocket().shows("photo", "Ons uitje.")
    assert pocket.shows("photo").done == []
    assert pocket.shows("document").screens == ["document"]
    assert pocket.shows("document", "Het verslag.").screens == ["captioned"]


def test_words_of_somebody_else_are_not_asked_for():
    pocket = Pocket().shows("forwarded", "Wij stoppen ermee.")
    assert pocket.screens == ["forwarded"]
    assert pocket.shows("forwarded", "Of toch niet.").done == []


def test_nothing_of_the_words_can_be_told_from_what_is_remembered():
    pocket = Pocket().shows("photo", "Zo zat iedereen erbij.")
    kind, day, mark = pocket.leader.memory.media.split()
    assert (kind, day, len(mark)) == ("photo", str(pocket.now.date()), 2)


@pytest.mark.parametrize("words", ["Ik wil niet meer leven.", "I want to die."])
def test_despair_under_a_picture_is_met_as_despair(words):
    pocket = Pocket.asked("question", "RF-03").shows("photo", "Ons uitje.").shows("photo", words)
    assert (pocket.screens, pocket.leader.state) == (["crisis_self"], "held")
