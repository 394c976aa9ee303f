"""A wish in plain words: done at once where it can be nothing else, asked about where it may be an answer."""

from datetime import timedelta

import pytest
from leaving_lines import ANSWERS, WISHES
from pocket import Pocket

from dialogues.effects import Keep, Plan
from dialogues.talk import Resting, Settling
from dialogues.wishes import leaving

NOW = {"stop": "stop_confirm", "pause": "pause", "erase": "delete_confirm", "help": "help", "later": "nothing_open"}


def asked(item: str = "RF-03") -> Pocket:
    return Pocket.asked("question", item)


@pytest.mark.parametrize(("text", "kind", "plain"), WISHES)
def test_a_wish_is_read_as_what_it_is(text, kind, plain):
    wish = leaving.wish(text)
    assert wish is not None
    assert (wish.kind, wish.plain) == (kind, plain)


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_with_the_same_words_stays_an_answer(text):
    assert leaving.wish(text) is None
    assert [kept.held for kept in asked().says(text).decided(Keep)] == [False]


@pytest.mark.parametrize(("text", "kind", "plain"), WISHES)
def test_where_nothing_is_open_a_wish_is_done_at_once_and_not_kept(text, kind, plain):
    pocket = Pocket().says(text)
    ended = kind == "pause" and any(word in text for word in ("tot", "until"))
    whom = "urgent" if text == "hulp" else NOW[kind]  # it may be people who are asked for
    assert pocket.screens == (["paused"] if ended else [whom])
    assert pocket.answers == {}


@pytest.mark.parametrize(("text", "kind", "plain"), WISHES)
def test_under_a_question_a_wish_is_done_or_asked_about_and_never_a_plain_answer(text, kind, plain):
    pocket = asked().says(text)
    if text in ("hulp", "Ik wil een pauze tot 3 maart"):  # perhaps the answer itself; and a pause with its end is plain
        assert pocket.screens != ["meant"]
    elif plain:
        assert (pocket.screens, pocket.answers) == ([NOW[kind]], {})
        assert pocket.prompt.state == "open"
    else:
        assert (pocket.screens, [answer.state for answer in pocket.answers.values()]) == (["meant"], ["held"])
        assert pocket.said[0].about == pocket.prompt.id
        assert pocket.plans["thought", max(pocket.answers)] == pocket.now + timedelta(days=1)


def doubted(text: str = "Ik heb even pauze nodig") -> Pocket:
    return asked().says(text)


def test_a_wish_that_is_confirmed_is_done_and_its_words_go():
    pocket = doubted()
    pocket.presses("meant", "pause")
    assert (pocket.screens, pocket.answers, pocket.talk) == (["pause"], {}, Settling("pause", first=False))
    assert not [kind for kind, _ in pocket.plans if kind == "thought"]
    pocket = doubted("ik ben tot maandag met vakantie").presses("meant", "pause")
    assert (pocket.screens, pocket.leader.state) == (["paused"], "paused")
    pocket = doubted("Ik wil stoppen").presses("meant", "stop")
    assert (pocket.screens, pocket.answers) == (["stop_confirm"], {})


@pytest.mark.parametrize(
    ("text", "screen", "days"),
    [
        ("vanavond", "snoozed", 0), ("Morgen misschien", "snoozed", 1),
        ("Geen tijd", "snooze", None),
        ("Volgende week graag", "snoozed", 7), ("Ik heb even pauze nodig", "snooze", None),
    ],
)  # fmt: skip
def test_later_is_the_moment_that_was_named_or_one_to_be_chosen(text, screen, days):
    pocket = asked().says(text).presses("meant", "later")
    assert (pocket.screens, pocket.words, pocket.prompt.state) == ([screen], [], "open")
    at = pocket.plans.get(("snooze", pocket.prompt.id))
    assert (at is None) if days is None else (at is not None and 0 <= (at.date() - pocket.now.date()).days - days <= 1)


def test_words_that_were_the_answer_are_heard_as_such():
    pocket = doubted().presses("meant", "answer")
    assert [(answer.text, answer.state) for answer in pocket.answers.values()] == [("Ik heb even pauze nodig", "kept")]
    assert (pocket.prompt.state, pocket.screens) == ("answered", ["thanks_taps"])
    assert not [kind for kind, _ in pocket.plans if kind == "thought"]
    assert pocket.presses("meant", "answer").screens == ["stale_button"]


def test_what_the_words_were_can_be_written():
    assert doubted().says("Het is mijn antwoord").prompt.state == "answered"
    assert doubted().says("Stoppen").screens == ["stop_confirm"]
    assert doubted().says("ja").screens == ["meant_how"]
    pocket = doubted().says("pauze")
    assert (pocket.screens, pocket.answers) == (["pause"], {})
    pocket = doubted().says("Ik wil hiermee stoppen")
    assert (pocket.screens, pocket.answers) == (["stop_confirm"], {})


def test_an_answer_that_goes_on_takes_the_doubted_words_along():
    pocket = doubted("pauze").says("Ik bedoel dat ik tien tellen wachtte voor ik iets zei in het overleg.")
    assert [(answer.text[:5], answer.state) for answer in pocket.answers.values()] == [
        ("pauze", "kept"),
        ("Ik be", "kept"),
    ]
    assert pocket.prompt.state == "answered"


def test_after_another_end_of_the_question_the_doubted_words_are_kept_when_they_were_the_answer():
    pocket = doubted().presses("prompt_buttons", "skip").waits(minutes=1)
    assert pocket.presses("meant", "answer").screens == ["already_answered"]
    assert [answer.state for answer in pocket.answers.values()] == ["kept"]
    pocket = doubted().presses("prompt_buttons", "skip").presses("meant", "later")
    assert pocket.screens == ["nothing_open"]


def test_at_a_further_step_only_stopping_or_a_pause_is_asked_about():
    deep = "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht."
    pocket = asked().says(deep)
    assert pocket.prompt.stage == "followup"
    assert pocket.says("Vanavond.").screens != ["meant"]
    assert asked().says(deep).says("Ik wil stoppen").screens == ["meant"]


def test_several_messages_in_a_row_are_one_answer_also_when_the_last_is_a_pause():
    pocket = Pocket.asked("question", "RF-03", patience=timedelta(seconds=6))
    pocket.says("Wat hielp in het overleg:").says("pauze")
    assert [answer.state for answer in pocket.answers.values()] == ["kept", "kept"]
    assert pocket.says("Stop met deze berichten").screens == ["stop_confirm"]


def test_after_the_thanks_a_wish_is_done_at_once():
    pocket = asked().says("Kort.")
    assert isinstance(pocket.talk, Resting)
    assert pocket.says("Ik heb even pauze nodig").screens == ["pause"]
    assert asked().says("Kort.").says("Vanavond").screens == ["belongs"]


def test_a_pulse_waits_for_a_tap_and_not_for_a_wish():
    assert Pocket.asked("pulse", "PU-01").says("pauze").screens == ["pause"]


def test_after_a_message_of_care_stop_is_stop_and_help_is_no_list_of_commands():
    strained = Pocket.asked("question", "RF-03").says("Ik heb een burn-out.")
    assert strained.says("stop").screens == ["stop_confirm"]
    assert strained.says("help").screens == ["care_noted"]
    held = Pocket.asked("question", "RF-03").says("Ik wil niet meer leven.")
    assert held.says("stop").screens == ["stop_confirm"]
    assert held.says("pauze").screens == ["pause"]


def test_an_end_that_is_no_time_is_no_wish():
    pocket = asked().says("Ik heb rust nodig voor mijn team")
    assert pocket.words == [("answer", "Ik heb rust nodig voor mijn team")]
    assert pocket.decided(Plan) == []
    assert asked().says("Ik heb pauze nodig tot na de zomer").presses("meant", "pause").screens == ["pause_when"]


def test_a_label_under_the_question_is_that_button():
    assert asked().says("Straks").screens == ["snooze"]
    assert asked().presses("meant", "answer").screens == ["stale_button"]


def test_a_pause_of_a_length_is_taken_right_after_the_thanks():
    pocket = asked().says("Rustig gebleven in het overleg.").says("ik wil graag 2 weken pauze")
    assert (pocket.screens, pocket.leader.state, len(pocket.answers)) == (["paused"], "paused", 1)
    assert Pocket().says("pauze van een week").screens == ["paused"]


@pytest.mark.parametrize(
    ("words", "language"),
    [("kan het in het engels?", "en"), ("sorry ik schrijf toch liever Nederlands", "nl"), ("English please", "en")],
)
def test_another_language_is_taken_at_once_and_the_question_stays_open(words, language):
    pocket = asked().says(words)
    assert (pocket.screens, pocket.leader.language, pocket.answers) == (["language_set", "prompt"], language, {})
    assert pocket.prompt.state == "open"
    assert Pocket().says(words).leader.language == language


def test_another_moment_for_what_was_put_off_is_taken_at_once():
    pocket = asked().presses("snooze", "today").says("nee doe toch maar morgen")
    assert (pocket.screens, pocket.answers, pocket.prompt.state) == (["snoozed"], {}, "open")
    assert pocket.plans["snooze", pocket.prompt.id].date() > pocket.now.date()


@pytest.mark.parametrize(
    ("wish", "length"),
    [
        ("could we leave the questions for some time", "two weeks"),
        ("ik wil hier een tijdje geen vragen meer over", "2 wk"),
    ],
)
def test_a_length_after_words_that_are_only_like_the_wish_for_a_pause_is_that_pause(wish, length):
    pocket = asked().says(wish)
    assert pocket.screens == ["meant"]
    assert (pocket.says(length).screens, pocket.words) == (["paused"], [])
