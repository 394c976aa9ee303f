"""What the conversation takes into account when a leader follows several programmes."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from pocket import TUESDAY, Pocket

from dialogues.asking import agenda
from dialogues.effects import Enrol, Leave, Plan
from dialogues.library import library
from dialogues.moves.answers import due
from dialogues.moves.moments import coming
from dialogues.people import Enrolment
from dialogues.scene import Followed

RUNNING = Enrolment(1, 7, 11, "core_12w", "active", TUESDAY.date(), 0, 2, TUESDAY + timedelta(days=7))
OTHER = replace(RUNNING, id=2, cohort=12, programme="starter_4w", position=1)


def both(first: Enrolment = RUNNING, second: Enrolment = OTHER, **facts: object) -> Pocket:
    return Pocket(scene_facts={"enrolment": first, "beside": (Followed(second, "Najaar"),), **facts})


def test_the_next_question_is_the_first_of_those_of_all_programmes():
    thursday = datetime(2026, 12, 3, 15, 30, tzinfo=UTC)
    soon = replace(OTHER, next_due_at=thursday)
    later = both(replace(RUNNING, anchor=datetime(2027, 1, 4, tzinfo=UTC).date(), position=0), soon)
    alone = Pocket(scene_facts={"enrolment": soon})
    for pocket in (alone, later, both(second=soon, rests=TUESDAY + timedelta(days=30)), both(second=soon)):
        assert coming.next_moment(pocket.leader.rhythm, pocket.scene(None)) == thursday
    ended = {"position": 10**6, "next_due_at": None}
    over = both(replace(RUNNING, **ended), replace(OTHER, **ended))
    assert coming.next_moment(over.leader.rhythm, over.scene(None)) is None


def test_a_question_does_not_return_on_a_day_on_which_any_programme_asks():
    wednesday = replace(OTHER, next_due_at=TUESDAY + timedelta(days=1))
    pocket = both(second=wednesday)
    pocket.is_due("question", "RF-03").presses("snooze", "tomorrow")
    assert pocket.plans["snooze", pocket.prompt.id].date().isoformat() == "2026-12-04", "not Wednesday, nor Thursday"


def test_near_the_end_of_any_programme_who_is_silent_is_not_asked_about_an_intention():
    pocket = both()
    pocket.leader = replace(pocket.leader, memory=pocket.leader.memory.but(silences=2))
    assert not due.near_silence(pocket.scene(None))
    last = len(agenda.entries(library().programmes["starter_4w"], pocket.leader.rhythm)) - 1
    ends = replace(OTHER, position=last, next_due_at=pocket.now + timedelta(hours=20))
    pocket.scene_facts["beside"] = (Followed(ends, "Najaar"),)
    assert due.near_silence(pocket.scene(None))


def ended(**facts: object) -> Pocket:
    """The last question of a programme, beside a group that goes on."""
    return Pocket.asked("programme_end", "core_12w", enrolment=OTHER, cohort="Najaar", **facts)


@pytest.mark.parametrize("value", ["stop", "light"])
def test_the_end_of_one_programme_neither_stops_the_other_nor_makes_it_one_question_a_month(value):
    pocket = ended().presses("programme_end", value)
    assert [(say.screen, say.args) for say in pocket.said] == [("programme_beside", {"places": "Najaar"})]
    assert (pocket.leader.state, pocket.decided(Leave), pocket.decided(Plan)) == ("active", [], [])


def test_while_another_programme_runs_the_last_answer_is_thanked_for_and_nothing_is_to_be_chosen():
    pocket = ended().says("Dat ik sneller zwijg dan ik dacht.")
    assert pocket.screens == ["thanks_taps"]
    assert ended().says("Hier stop ik").screens == ["programme_beside"]
    assert ended().presses("programme_end", "next").screens == ["programme_next"]


def test_who_fell_silent_in_one_programme_hears_that_it_is_over_and_not_that_no_questions_come():
    pocket = both()
    pocket.leader = replace(pocket.leader, memory=pocket.leader.memory.but(silences=due.SILENCE))
    assert pocket.is_due("programme_end", "core_12w", "end").screens == ["programme_over_beside"]
    assert pocket.presses("programme_over", "stop", 0).screens == ["programme_beside"]
    assert pocket.leader.state == "active"


def test_a_programme_is_begun_beside_the_groups_and_once():
    pocket = both().presses("programme_next", "core_12w", 0)
    assert pocket.decided(Enrol) == [Enrol("core_12w")]
    new = replace(OTHER, programme="core_12w", position=0)
    assert both(replace(new, cohort=11)).presses("programme_next", "core_12w", 0).decided(Enrol) == [Enrol("core_12w")]
    assert both(second=replace(new, cohort=None)).presses("programme_next", "core_12w", 0).done == []


def test_start_names_every_programme_also_above_the_question_that_is_open():
    pocket = both(cohort="Voorjaar").is_due("question", "RF-03").commands("start")
    assert pocket.said[0].args["intro"] == "already_open"
    assert pocket.said[0].args["programme"] == "Twaalf weken (Voorjaar) en Kennismaking van vier weken (Najaar)"


def test_a_rhythm_that_is_chosen_is_promised_as_it_is_planned_at_once():
    scene = Pocket(scene_facts={"enrolment": OTHER}).scene(None)
    usual, programme = scene.leader.rhythm, scene.library.programmes[OTHER.programme]
    later = replace(usual, times=(time(17, 0),) * len(usual.times))
    placed = agenda.re_anchored(programme, OTHER, later, scene.now, was=usual)
    assert coming.next_moment(later, scene) == placed.next_due_at is not None
