"""What was heard in an answer stays good for those very words and rules, and for nothing else."""

import json

import pytest

from dialogues import markers
from dialogues.answers import heard
from dialogues.markers import Span

TEXT = "Gisteren liep het overleg vast. Ik praatte de stilte vol en voelde me opgelucht. Morgen vraag ik eerst door."


def test_a_note_gives_back_what_listening_gives():
    found = markers.find(TEXT, "nl")
    assert found
    assert heard.spans(heard.note(TEXT, "nl"), TEXT, "nl") == found


def test_an_answer_in_which_nothing_is_heard_need_not_be_read_again_either():
    assert heard.spans(heard.note("Tja.", "nl"), "Tja.", "nl") == ()


@pytest.mark.parametrize(
    ("text", "language"), [(TEXT + " ", "nl"), (TEXT.lower(), "nl"), (TEXT, "en"), ("", "nl"), ("\ud83d los", "nl")]
)
def test_of_other_words_or_in_another_language_it_says_nothing(text, language):
    assert heard.spans(heard.note(TEXT, "nl"), text, language) is None


def test_other_rules_listen_anew(monkeypatch):
    noted = heard.note(TEXT, "nl")
    monkeypatch.setattr(markers, "RULES", "2031-01")
    assert heard.spans(noted, TEXT, "nl") is None
    assert heard.spans(heard.note(TEXT, "nl"), TEXT, "nl") == markers.find(TEXT, "nl")


def test_without_a_note_nothing_is_known():
    assert heard.spans("", TEXT, "nl") is None


def test_the_words_are_not_listened_to_again(monkeypatch):
    noted = heard.note(TEXT, "nl")
    monkeypatch.setattr(markers, "find", lambda *_: pytest.fail("read again"))
    assert heard.spans(noted, TEXT, "nl")


def test_a_note_tells_its_source_and_rules_and_holds_no_word_of_the_text():
    noted = heard.note(TEXT, "nl")
    told = json.loads(noted)
    assert (told["source"], told["rules"]) == ("rule", markers.RULES)
    assert [Span(**one) for one in told["heard"]] == list(markers.find(TEXT, "nl"))
    assert not [word for word in TEXT.replace(".", "").lower().split() if len(word) > 4 and word in noted.lower()]
