"""How to go on after a programme, in plain words under the question for it."""

from dataclasses import replace
from datetime import date

import pytest
from pocket import Pocket

from dialogues.effects import Enrol
from dialogues.people import Enrolment
from dialogues.talk import Resting
from dialogues.wishes import queries


def ended() -> Pocket:
    return Pocket.asked("programme_end", "starter_4w").says("Dat ik sneller zwijg dan ik dacht.")


@pytest.mark.parametrize(
    ("words", "screen"),
    [
        ("gewoon door", "programme_next"), ("Ik wil graag verder met een nieuw traject", "programme_next"),
        ("just carry on please", "programme_next"), ("één vraag per maand graag", "programme_light"),
        ("once a month", "programme_light"), ("liever niet verder", "programme_stopped"),
    ],
)  # fmt: skip
def test_how_to_go_on_is_chosen_in_words(words, screen):
    pocket = ended().says(words)
    assert (pocket.screens[-1], len(pocket.words), pocket.talk) == (screen, 1, Resting(pocket.prompt.id))
    assert "next" in {name for _, name in pocket.taps}


def test_once_it_is_chosen_more_words_are_added_to_the_answer():
    pocket = ended().presses("programme_choice", "light").says("gewoon door")
    assert (pocket.screens, pocket.words[-1]) == ([], ("addition", "gewoon door"))


@pytest.mark.parametrize(
    "words", ["Ik ga door het stof", "I stop when others speak", "Een vraag per maand is te weinig"]
)
def test_words_that_tell_more_choose_nothing(words):
    assert queries.onward(words) is None
    assert ended().says(words).words[-1] == ("addition", words)


@pytest.mark.parametrize(("label", "programme"), [("twelve weeks", "core_12w"), ("Een jaar.", "year_12m")])
def test_days_after_the_choice_a_programme_is_begun_by_its_label(label, programme):
    pocket = Pocket().waits(days=5).says(label)
    assert pocket.screens == ["programme_started"]
    assert pocket.decided(Enrol) == [Enrol(programme)]


def test_while_a_programme_runs_or_after_stopping_a_label_is_a_thought_like_any_other():
    running_on = Enrolment(1, 1, None, "starter_4w", "active", date(2026, 11, 2), 0, 2, None)
    running = Pocket(scene_facts={"enrolment": running_on}).says("twelve weeks")
    stopped = Pocket()
    stopped.leader = replace(stopped.leader, state="stopped")
    for pocket in (running, stopped.says("twelve weeks")):
        assert pocket.decided(Enrol) == []
        assert pocket.screens == ["stopped_still" if pocket is stopped else "not_understood"]
