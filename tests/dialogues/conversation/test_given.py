"""When a question of a facilitator comes to one leader: on its day, beside nothing, within a week, or not at all."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from dialogues.asking import moments, rhythm
from dialogues.effects import Ask, Become, Plan, Turn
from dialogues.library import library
from dialogues.model import Language
from dialogues.moves.answers import given
from dialogues.moves.answers.given import Given
from dialogues.people import Enrolment, Leader, Prompt
from dialogues.scene import Scene
from dialogues.talk import Arriving, Asking, OnPrompt, Resting, Settling, Weighing

ZONE = "Europe/Amsterdam"
WEDNESDAY = date(2026, 11, 11)
PLACE = Enrolment(7, 1, 5, "core_12w", "active", date(2026, 11, 2), 0, 2, datetime(2026, 11, 12, 15, 30, tzinfo=UTC))
QUESTION = Given(255, WEDNESDAY, PLACE)
SLOT = "own.ff.7"


def at(day: date, hour: int = 8, minute: int = 30) -> datetime:
    return moments.instant(day, time(hour, minute), ZONE)


def scene(now: datetime, language: Language = "nl", **more: object) -> Scene:
    leader = Leader(1, 20, language, "active", rhythm.default("standard", language, ZONE))
    known = {"enrolment": PLACE, **more}
    leader = replace(leader, **known.pop("leader", {}))
    return Scene(leader, library(), now, 9, **known)


def comes(
    now: datetime, taken: set[date] | None = None, lately: tuple[Prompt, ...] = (), **more: object
) -> list[object]:
    _, effects = given.step(QUESTION, taken or set(), lately, Resting(), scene(now, **more))
    return list(effects)


def later(day: date, hour: int = 8, minute: int = 30) -> list[object]:
    return [Plan("own_question", at(day, hour, minute), 255)]


ASKED = [Ask("question", "GQ-ff", SLOT, enrolled=True)]


def test_on_its_day_at_the_leaders_own_hour_it_is_asked():
    assert comes(at(WEDNESDAY)) == ASKED
    assert comes(at(WEDNESDAY, 14)) == ASKED, "a machine that was down asks later that day"
    assert comes(at(WEDNESDAY, 7, 45)) == later(WEDNESDAY)
    assert comes(at(date(2026, 11, 9))) == later(WEDNESDAY), "it was moved to a later day"


def test_the_hour_is_that_of_the_day_where_the_rhythm_has_it():
    thursday = replace(QUESTION, on=date(2026, 11, 12))
    assert given.planned_at(thursday.on, rhythm.default("standard", "nl", ZONE)) == at(thursday.on, 16)
    assert given.planned_at(date(2026, 12, 25), rhythm.default("standard", "nl", ZONE)) == at(date(2026, 12, 28))


@pytest.mark.parametrize(("taken", "day"), [
    ({11}, date(2026, 11, 12)), ({11, 12, 13}, date(2026, 11, 16)), ({11, 12, 13, 16, 17}, date(2026, 11, 18)),
])  # fmt: skip
def test_a_day_that_is_taken_makes_it_come_on_the_next_free_working_day_within_a_week(taken: set[int], day: date):
    (planned,) = comes(at(WEDNESDAY), {date(2026, 11, number) for number in taken})
    assert moments.local(planned.at, ZONE).date() == day


def test_without_a_free_day_within_a_week_it_is_passed_over():
    assert comes(at(WEDNESDAY), {date(2026, 11, number) for number in range(11, 19)}) == []
    assert comes(at(date(2026, 11, 19))) == []
    assert comes(at(date(2026, 11, 18))) == ASKED


def test_a_holiday_of_the_leader_is_no_day_for_it():
    christmas = replace(QUESTION, on=date(2026, 12, 25))
    _, effects = given.step(christmas, set(), (), Resting(), scene(at(date(2026, 12, 25))))
    assert list(effects) == later(date(2026, 12, 28))


def test_who_is_away_gets_it_after_that_or_not_at_all():
    friday, far = at(date(2026, 11, 13), 0, 0), at(date(2026, 11, 20), 0, 0)
    assert comes(at(WEDNESDAY), leader={"state": "paused", "until": friday}) == later(date(2026, 11, 16))
    assert comes(at(WEDNESDAY), leader={"state": "held", "until": None}) == later(date(2026, 11, 12), 16)
    assert comes(at(WEDNESDAY), leader={"state": "paused", "until": far}) == []
    for state in ("stopped", "gone", "arriving"):
        assert comes(at(WEDNESDAY), leader={"state": state}) == []


def test_a_group_that_rests_is_asked_after_its_rest():
    assert comes(at(WEDNESDAY), rests=at(date(2026, 11, 15), 23, 59)) == later(date(2026, 11, 16))


def test_it_never_comes_beside_the_kind_word_to_who_is_silent():
    silent = scene(at(WEDNESDAY)).leader.memory.but(silences=4, lines=((WEDNESDAY, "silence"),))
    assert comes(at(WEDNESDAY), leader={"memory": silent}) == later(date(2026, 11, 12), 16)


def test_it_closes_what_is_still_open_as_any_question_does_but_not_what_was_put_off():
    now = at(WEDNESDAY)
    open_ = Prompt(
        3, 1, 7, "question", "RF-03", "1", "w01A", "open", "answer", now - timedelta(days=1), now + timedelta(days=4)
    )
    put_off = replace(open_, id=4, expires_at=now + timedelta(days=6))
    closed, became, ask = comes(now, lately=(open_, put_off))
    assert closed == Turn(replace(open_, state="closed"))
    assert isinstance(became, Become)
    assert became.leader.memory.silences == 1
    assert [ask] == ASKED


@pytest.mark.parametrize("talk", [Settling("rhythm", first=False), Asking("intention"), Weighing(0, 3), Arriving()])
def test_it_waits_while_something_else_is_talked_about(talk):
    stays, effects = given.step(QUESTION, set(), (), talk, scene(at(WEDNESDAY)))
    assert stays == talk
    assert list(effects) == later(WEDNESDAY, 12)


def test_an_open_question_does_not_make_it_wait():
    _, effects = given.step(QUESTION, set(), (), OnPrompt(3), scene(at(WEDNESDAY)))
    assert list(effects) == ASKED
