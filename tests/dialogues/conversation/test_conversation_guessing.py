"""Words that are like a wish are not kept as an answer: what is sure is done, what is not is asked about once."""

import pytest
from pocket import Pocket

from dialogues.wishes import sayings
from dialogues.wishes.sayings import Guess

DEEP = "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht."


def asked() -> Pocket:
    return Pocket.asked("question", "RF-03")


@pytest.fixture
def alike(monkeypatch):
    """What words are like, as a test says it."""

    def told(kind: str, share: float = 0.99) -> None:
        monkeypatch.setattr(sayings, "guess", lambda text: Guess(kind, share) if len(text.split()) < 9 else None)

    return told


@pytest.mark.parametrize("words", ["pff wat een week, straks misschien", "OK, in a meeting now, remind me in an hour"])
def test_a_wish_with_its_reason_is_asked_about_and_puts_off_at_a_tap(words):
    pocket = asked().says(words)
    assert pocket.screens == ["meant"]
    pocket.presses("meant", "later")
    assert (pocket.words, pocket.screens[-1].startswith("snooze")) == ([], True)


@pytest.mark.parametrize("words", ["somber, morgen misschien beter", "no more meetings on Fridays"])
def test_an_answer_that_is_very_like_a_wish_is_not_lost(words):
    pocket = asked().says(words).says("Zo was het gewoon, meer is er niet.")
    assert words in [text for _, text in pocket.words]


@pytest.mark.parametrize(
    ("kind", "screen"),
    [
        ("fridays", "settings"), ("reader", "who_reads"), ("self", "who_am_i"), ("change", "change_how"),
        ("unclear", "prompt"), ("later", "snooze"), ("stop", "stop_confirm"),
    ],
)  # fmt: skip
def test_what_was_for_the_bot_is_done_at_a_tap(alike, kind, screen):
    alike(kind)
    pocket = asked().says("dit zijn zomaar wat woorden").presses("meant_question", "question")
    assert (pocket.words, pocket.screens[-1]) == ([], screen)


def test_another_rhythm_shows_what_there_is_to_choose_from(alike):
    alike("rhythm")
    pocket = asked().says("dit zijn zomaar wat woorden").presses("meant_question", "question")
    assert (pocket.words, len(pocket.screens)) == ([], 1)


def test_the_tap_on_fridays_goes_off_only_at_a_word_more(alike):
    alike("fridays")
    pocket = asked().says("dit zijn zomaar wat woorden")
    assert pocket.leader.rhythm.pulse
    assert not pocket.presses("meant_question", "question").leader.rhythm.pulse


@pytest.mark.parametrize(("kind", "screen"), [("stop", "stop_confirm"), ("pause", "pause"), ("later", "snooze")])
def test_what_is_to_be_arranged_is_done_at_a_tap(alike, kind, screen):
    alike(kind)
    pocket = asked().says("dit zijn zomaar wat woorden").presses("meant", kind)
    assert (pocket.words, pocket.screens[-1]) == ([], screen)


@pytest.mark.parametrize(("kind", "screens"), [("unclear", ["prompt"]), ("other", [])])
def test_beside_a_scale_only_a_sure_question_is_answered(alike, kind, screens):
    alike(kind)
    pocket = Pocket.asked("pulse", "PU-01").says("dit zijn zomaar wat woorden")
    assert [each for each in pocket.screens if each in {"prompt", "meant_question"}] == screens


def test_what_may_be_asked_is_kept_aside_and_done_once_it_was_for_the_bot(alike):
    alike("reader", 0.7)
    pocket = asked().says("dit zijn zomaar wat woorden")
    assert pocket.screens == ["meant_question"]
    assert pocket.presses("meant_question", "question").screens[-1] == "who_reads"
    assert pocket.words == []


def test_what_is_barely_likely_is_not_done_even_then(alike):
    alike("reader", 0.55)
    pocket = asked().says("dit zijn zomaar wat woorden").presses("meant_question", "question")
    assert pocket.screens[-1] == "question_unknown"


@pytest.mark.parametrize("kind", ["later", "pause", "stop"])
def test_what_may_have_to_be_arranged_is_asked_about_with_that_at_hand(alike, kind):
    alike(kind, 0.7)
    assert asked().says("dit zijn zomaar wat woorden").screens == ["meant"]


def test_words_that_were_the_answer_are_kept_as_it(alike):
    alike("skip", 0.7)
    pocket = asked().says("dit zijn zomaar wat woorden").presses("meant_question", "answer")
    assert pocket.words == [("answer", "dit zijn zomaar wat woorden")]


def test_a_tap_on_later_takes_the_moment_out_of_the_words(alike):
    alike("later", 0.7)
    pocket = asked().says("ik zit vast, morgen misschien wel").presses("meant", "later")
    assert "snooze" not in pocket.screens[1:]


def test_where_a_question_was_asked_for_one_is_an_answer(alike):
    alike("unclear")
    pocket = Pocket.asked("question", "SM-01").says("waarom doen we dit eigenlijk zo")
    assert "meant_question" not in pocket.screens


@pytest.mark.parametrize(
    ("kind", "screen"),
    [("stop", "stop_confirm"), ("reader", "who_reads"), ("unclear", "prompt")],
)
def test_after_the_thanks_it_is_done_and_not_added(alike, kind, screen):
    pocket = asked().says("Kort en goed.")
    alike(kind)
    before = len(pocket.words)
    assert (pocket.says("dit zijn zomaar wat woorden").screens[-1], len(pocket.words)) == (screen, before)


@pytest.mark.parametrize(
    ("kind", "screen"),
    [("later", "nothing_open"), ("unclear", "nothing_open"), ("pause", "pause"), ("self", "who_am_i")],
)
def test_while_nothing_is_open_it_is_done_and_no_thought(alike, kind, screen):
    alike(kind)
    pocket = Pocket().says("dit zijn zomaar wat woorden")
    assert (pocket.screens, pocket.words) == ([screen], [])


def test_in_a_case_what_is_left_alone_may_be_what_somebody_would_do(alike):
    pocket = Pocket.asked("integrity_case", "IC-12").presses("value", "a")
    alike("skip")
    assert "meant_question" not in pocket.says("dit zijn zomaar wat woorden").screens


def test_a_nod_at_a_step_is_left_to_the_step(alike):
    alike("fine")
    assert asked().says("dit zijn zomaar wat woorden").words == [("answer", "dit zijn zomaar wat woorden")]


def test_a_story_is_an_answer_however_it_begins():
    assert asked().says(DEEP).words == [("answer", DEEP)]
