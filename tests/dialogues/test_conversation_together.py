"""What the conversation takes into account when a leader follows several programmes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pocket import TUESDAY, Pocket

from dialogues import agenda
from dialogues.library import library
from dialogues.moves import coming, due
from dialogues.people import Enrolment
from dialogues.scene import Followed

RUNNING = Enrolment(1, 7, 11, "core_12w", "active", TUESDAY.date(), 0, 2, TUESDAY + timedelta(days=7))
OTHER = replace(RUNNING, id=2, cohort=12, programme="starter_4w", position=1)


def both(first: Enrolment = RUNNING, second: Enrolment = OTHER, **facts: object) -> Pocket:
    return Pocket(scene_facts={"enrolment": first, "beside": (Followed(second, "Najaar"),), **facts})


def test_the_next_question_is_the_first_of_those_of_all_programmes():
    later = both(replace(RUNNING, anchor=datetime(2027, 1, 4, tzinfo=UTC).date(), position=0))
    alone = Pocket(scene_facts={"enrolment": OTHER})
    for pocket in (alone, later, both(rests=TUESDAY + timedelta(days=30)), both()):
        at = coming.next_moment(pocket.leader.rhythm, pocket.scene(None))
        assert at == datetime(2026, 12, 3, 15, 30, tzinfo=UTC)
    over = both(replace(RUNNING, position=10**6), replace(OTHER, position=10**6))
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
