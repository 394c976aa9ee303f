"""What a facilitator writes for a group: what must be mended, what is worth another look, and what it is as an item."""

import pytest

from dialogues.asking import own_questions
from dialogues.library import library
from dialogues.model import Text

NL = "Welk gesprek stel je deze maand uit, en wat maakt dat het wacht?"
EN = "Which conversation are you putting off this month, and what makes it wait?"


def flaws(nl: str = NL, en: str = EN) -> list[tuple[str | None, str]]:
    return list(own_questions.flaws(Text(nl, en)))


def doubts(nl: str = NL, en: str = EN) -> list[tuple[str, str]]:
    return list(own_questions.doubts(Text(nl, en)))


def test_a_good_question_has_nothing_to_mend_or_to_think_over():
    assert flaws() == []
    assert doubts() == []


@pytest.mark.parametrize(("nl", "flaw"), [
    ("", "empty"),
    ("Welke " + "lange " * 100 + "vraag is dit, en wat maakt dat hij zo lang is?", "long"),
    ("Wat zou je {naam} nu willen vragen?", "plain"),
    ("Wat zou je <b>nu</b> willen vragen?", "plain"),
    ("Wat zou je nu\u200b\x07 willen vragen?", "plain"),
    ("Wat vind je van wat er op www.voorbeeld.example staat?", "link"),
    ("Wat schreef je op samen.nl over deze week?", "link"),
    ("Wat zou je @samen_bot willen vragen deze week?", "link"),
    ("Vertel wat je deze week uitstelt en wat dat maakt.", "no_mark"),
    ("Wat stel je uit? Wat maakt dat het wacht? En wat zou helpen?", "marks"),
    ("What did you put off this week and what makes it wait?", "language"),
])  # fmt: skip
def test_what_must_be_mended_is_told_by_language(nl: str, flaw: str):
    assert flaws(nl) == [("nl", flaw)]


def test_the_english_text_is_english_and_no_copy():
    assert flaws(en=NL) == [("en", "language"), (None, "same")]
    assert flaws("", "") == [("nl", "empty"), ("en", "empty")]


@pytest.mark.parametrize(("nl", "doubt"), [
    ("Heb je deze maand een gesprek uitgesteld?", "yes_no"),
    ("Als je terugkijkt, heb je dan iets gemist van wat er speelde?", "yes_no"),
    ("Je voelde je gehoord in het laatste overleg?", "yes_no"),
    ("Wat stel je uit? En wat maakt dat het wacht?", "two"),
    ("Waarom stelde je het gesprek uit?", "why"),
    ("Wie had je nodig in het laatste overleg?", "names"),
    ("Wat is de naam van de partner die je het moeilijkst vindt?", "names"),
    ("Wat zou je mevrouw Bakker nu willen zeggen?", "names"),
    ("Welke vertrouwelijke informatie hield je voor je, en wat deed dat met je?", "confidential"),
    ("Welk gesprek stelt u deze maand uit, en wat maakt dat het wacht?", "formal"),
    ("Neem de tijd. " + "Denk eens terug aan het laatste overleg. " * 8 + "Wat viel je op?", "lengthy"),
])  # fmt: skip
def test_what_is_worth_another_look_is_told_and_nothing_more(nl: str, doubt: str):
    assert flaws(nl) == []
    assert doubts(nl) == [("nl", doubt)]


@pytest.mark.parametrize("text", [
    "Denk aan een gesprek van deze week: op welk moment hield je je in?",
    "Was er een moment waarop je twijfelde, en wat hielp je toen?",
    "Er gebeurt veel. Wat hielp je deze week?",
])  # fmt: skip
def test_what_asks_for_a_story_is_no_question_for_yes_or_no(text: str):
    assert doubts(text) == []


def test_a_question_of_the_library_would_do_and_raises_no_other_doubt_than_that_it_asks_on_or_after_people():
    asked = [one for one in library().questions.values() if one.kind == "open" and "?" in one.text.nl]
    assert len(asked) > 50
    for one in asked:
        assert list(own_questions.flaws(one.text)) == [], one.id
        assert {doubt for _, doubt in own_questions.doubts(one.text)} <= {"two", "names"}, one.id


def test_without_a_question_mark_nothing_is_said_about_how_it_asks():
    assert doubts("Vertel over je week.") == []


def test_spaces_that_nobody_meant_go():
    assert own_questions.tidy("  Wat \t zag  je? \r\n\r\n\r\n\r\n Vertel. ") == "Wat zag je?\n\nVertel."


def test_as_an_item_it_is_of_no_quality_and_found_again_by_its_number():
    item = own_questions.as_item(255, Text(NL, EN))
    assert (item.id, item.quality, item.kind, item.followups) == ("GQ-ff", "", "open", ())
    assert own_questions.number_of(item.id) == 255
    assert own_questions.number_of("RE-01") is None
