"""What the invented leader does with a message, told by its buttons."""

from datetime import date, timedelta

import pytest

from bot.rehearsal.answering import TALKING, THINKING, Mind, Press, react
from bot.rehearsal.words import WORDS
from bot.story.acts import Write
from dialogues.answers import privacy
from dialogues.care import safety
from dialogues.events import data
from dialogues.library import library
from dialogues.model import LANGUAGES
from sandbox.people import Button, Seen

TODAY = date(2026, 11, 3)
ANSWERS = [(language, text) for language in LANGUAGES for texts in WORDS[language].values() for text in texts]


def mind(rhythm="standard"):
    return Mind(library(), "en", rhythm)


def message(*keys, number=1, text="Some words"):
    """A message with buttons, each as group and value."""
    row = tuple(Button(f"{group}/{value}", data(group, 7, value)) for group, value in keys)
    return Seen(number, text, (row,), {})


def done(player, seen, today=TODAY):
    planned = react(seen, player, today)
    return planned[1].button.text if planned and isinstance(planned[1], Press) else planned and planned[1].text


def test_an_open_question_is_answered_after_some_thought_and_only_once():
    player = mind()
    asked = message(("prompt_buttons", "later"), ("prompt_buttons", "skip"))
    wait, act = react(asked, player, TODAY)
    assert (wait, act) == (THINKING, Write(WORDS["en"]["answer"][0]))
    assert react(asked, player, TODAY) is None


def test_each_answer_is_another_until_all_were_given():
    player = mind()
    texts = [done(player, message(("prompt_buttons", "skip"), number=n)) for n in range(len(WORDS["en"]["answer"]) + 1)]
    assert len(set(texts)) == len(texts) - 1


@pytest.mark.parametrize(("group", "occasion"), [("followup_buttons", "reply"), ("dilemma_stop", "step")])
def test_in_a_talk_that_goes_on_the_answer_comes_soon(group, occasion):
    wait, act = react(message((group, "enough")), mind(), TODAY)
    assert (wait, act) == (TALKING, Write(WORDS["en"][occasion][0]))


def test_a_scale_is_tapped_each_time_at_another_step_and_never_at_the_lowest():
    player = mind()
    taps = [done(player, message(*(("value", str(n)) for n in range(1, 6)), number=number)) for number in range(8)]
    assert taps[:4] == ["value/2", "value/3", "value/4", "value/5"]
    assert "value/1" not in taps


def test_both_rows_under_the_thanks_are_tapped_and_then_nothing_more():
    player = mind()
    rows = message(*((("tap", f"{name}.{n}")) for name in ("mood", "energy") for n in range(1, 6)), ("tap", "skip"))
    assert [done(player, rows) for _ in range(3)] == ["tap/mood.2", "tap/energy.2", None]


def test_one_more_question_is_wanted_now_and_then():
    player = mind()
    offers = [done(player, message(("deeper_offer", "deeper"), number=n)) for n in range(4)]
    assert offers == ["deeper_offer/deeper", None, None, "deeper_offer/deeper"]


def test_another_option_of_a_case_is_looked_at_before_the_reflection_is_answered():
    player = mind()
    reflection = message(("case_other", "b"), ("followup_buttons", "enough"))
    assert done(player, reflection) == "case_other/b"
    assert done(player, reflection) == WORDS["en"]["reply"][0]


def test_an_intention_is_made_once_a_month():
    player = mind()
    offer = [message(("intention_offer", "yes"), ("intention_offer", "no"), number=n) for n in range(3)]
    assert done(player, offer[0]) == "intention_offer/yes"
    assert done(player, offer[1], TODAY + timedelta(days=27)) == "intention_offer/no"
    assert done(player, offer[2], TODAY + timedelta(days=28)) == "intention_offer/yes"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_of_an_intention_is_written_and_not_left_by_the_way_out(language):
    player = Mind(library(), language, "standard")
    asked = message(("way_out", "form"), text=library().messages["intention_when"].text[language])
    assert done(player, asked) == WORDS[language]["when"][0]
    assert (react(asked, player, TODAY), player.puzzled) == (None, [])


def test_the_ways_into_a_look_back_that_was_judged_are_left_alone():
    player = mind()
    assert react(message(("lookback", "all.0"), ("lookback", "hide.0")), player, TODAY) is None
    assert done(player, message(("summary_question", "yes"), ("lookback", "all.0"), number=2)) == "summary_question/yes"
    assert player.puzzled == []


def test_what_is_asked_without_buttons_is_answered_too_and_other_words_are_left_alone():
    player = mind()
    asked = message(text=library().messages["intention_learning"].text.en)
    assert done(player, asked) == WORDS["en"]["learning"][0]
    assert done(player, asked) is None
    assert react(message(text="All right."), player, TODAY) is None


@pytest.mark.parametrize(("rhythm", "tapped"), [("light", "rhythm/light"), ("standard", "defaults/defaults")])
def test_the_rhythm_is_the_one_that_is_rehearsed(rhythm, tapped):
    offer = message(("defaults", "defaults"), ("rhythm", "light"), ("rhythm", "standard"))
    assert done(mind(rhythm), offer) == tapped


def test_the_yes_is_tapped_where_nobody_thought_of_the_buttons_and_that_is_told():
    player = mind()
    assert done(player, message(("something_new", "no"), ("something_new", "yes"))) == "something_new/yes"
    assert done(player, message(("another", "first"), ("another", "second"), number=2)) == "another/first"
    assert player.puzzled == ["[something_new/no] [something_new/yes]", "[another/first] [another/second]"]


@pytest.mark.parametrize(("language", "text"), ANSWERS)
def test_what_the_leader_writes_is_about_nobody_and_worries_nobody(language, text):
    assert safety.screen(text, library()) == safety.Calm()
    assert not privacy.find(text)
    assert not privacy.has_name(text)
