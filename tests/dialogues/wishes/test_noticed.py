"""A few words to a message to the whole group are told from an answer to a question."""

import pytest

from dialogues.wishes.noticed import replies


@pytest.mark.parametrize(
    "text",
    [
        "Leuk, tot dan!", "ik kom", "Helaas, ik kan er niet bij zijn", "Staat in mijn agenda 👍", "Top, doe ik",
        "zin in", "See you Thursday", "Sorry, can't make it", "I’ll be there", "Sounds good to me",
    ],
)  # fmt: skip
def test_such_words_answer_a_message(text):
    assert replies(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ik zweeg.", "Het gesprek met de penningmeester.", "", "4", "I stayed silent when it mattered.",
        "Ik zei dat het een goed idee was, maar vanbinnen wilde ik weg en dat merkte zij.",
        "Toen hij binnenkwam werd het stil",
    ],
)  # fmt: skip
def test_other_words_do_not(text):
    assert not replies(text)
