"""Brush-offs by grammar: what each word of a short message is, and what the whole of it then says."""

import pytest
from brushed_lines import BEFORE, ILL, NONE, OFF, PERHAPS, PERHAPS_BEFORE, PERHAPS_NONE, STATES, TELLING

from dialogues.answers import brushing


@pytest.mark.parametrize(
    ("words", "brush"),
    [
        *((each, "off") for each in OFF), *((each, "perhaps off") for each in PERHAPS),
        *((each, "ill") for each in ILL), *((each, "before") for each in BEFORE),
        *((each, "perhaps before") for each in PERHAPS_BEFORE), *((each, "none") for each in NONE),
        *((each, "state") for each in STATES), *((each, "perhaps none") for each in PERHAPS_NONE),
    ],
)  # fmt: skip
def test_words_that_only_put_off_or_leave_are_read_as_such(words, brush):
    assert brushing.told(words) == brush
    assert brushing.brushes(words)


@pytest.mark.parametrize("words", TELLING)
def test_words_that_tell_something_are_none(words):
    assert brushing.told(words) is None
    assert not brushing.brushes(words)


def test_what_was_said_without_when_may_tell_something():
    assert brushing.told("gezegd") is None


def test_when_it_may_come_back_is_heard():
    assert brushing.moment("weinig tijd, morgen meer") == "morgen"
    assert brushing.moment("on a call, next week") == "next week"
    assert brushing.moment("sorry, swamped") == ""
    assert brushing.moment("I was busy and snapped at Mo tomorrow") == ""
