"""Picking: what an entry comes to for this leader, and what may be asked on request."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from dialogues.asking import picking, rhythm
from dialogues.asking.picking import Picked
from dialogues.asking.slots import Entry, entries
from dialogues.library import library
from dialogues.model import Library, Question
from dialogues.people import ItemKind

LIBRARY = library()
PROGRAMMES = LIBRARY.programmes
QUESTIONS = LIBRARY.questions
ALL = {*QUESTIONS, *LIBRARY.dilemmas, *LIBRARY.cases}
STANDARD = rhythm.default("standard", "nl", "Europe/Amsterdam", "nl")


def entry(kind: ItemKind, item: str = "", week: int = 1, calendar_week: int = 0) -> Entry:
    return Entry(f"w{week:02}A", week, kind, item, calendar_week, 1, time(8, 30))


def picked(of: Entry, *, used: object = (), answered: int = 99, positions: object = None) -> str:
    found = picking.item_for(of, LIBRARY, used, answered, positions or {})
    assert found.kind == of.kind
    return found.item


def of_quality(quality: str, *depths: int) -> list[Question]:
    return [one for one in QUESTIONS.values() if one.quality == quality and one.depth in depths]


# --- questions of a programme


def test_a_question_is_asked_as_listed_with_its_version():
    found = picking.item_for(entry("question", "RF-03"), LIBRARY, (), 0, {})
    assert found == Picked("question", "RF-03", QUESTIONS["RF-03"].version)


@pytest.mark.parametrize(("answered", "asked"), [(0, "QP-04"), (5, "QP-04"), (6, "QP-07")])
def test_a_deep_question_waits_until_six_prompts_are_answered(answered, asked):
    assert QUESTIONS["QP-07"].depth == 3
    assert picked(entry("question", "QP-07"), answered=answered) == asked


def test_the_first_unused_question_of_depth_two_takes_the_place_of_a_deep_one():
    assert picked(entry("question", "QP-07"), used={"QP-04"}, answered=0) == "QP-05"


def test_when_those_are_used_a_lighter_one_of_the_same_quality_comes_and_at_last_one_again():
    used = {"QP-04", "QP-05", "QP-06"}
    assert picked(entry("question", "QP-07"), used=used, answered=0) == "QP-01"
    assert picked(entry("question", "QP-07"), used={*QUESTIONS}, answered=0) == "QP-04"
    assert picked(entry("question", "QP-05"), used={*QUESTIONS}, answered=0) == "QP-05"


def test_a_used_question_makes_way_for_the_nearest_in_depth_of_its_quality():
    assert picked(entry("question", "QP-01"), used={"QP-01"}) == "QP-02"
    assert picked(entry("question", "QP-01"), used={"QP-01", "QP-02", "QP-03"}) == "QP-04"
    assert picked(entry("question", "QP-08"), used={"QP-08"}) == "QP-07"


def test_a_used_question_never_makes_way_for_one_that_is_too_deep():
    used = {one.id for one in of_quality("questioning_patterns", 1, 2)}
    assert picked(entry("question", "QP-01"), used=used, answered=0) == "QP-01"


def test_a_quality_with_deep_questions_only_asks_what_is_listed():
    deep = {one.id: one for one in of_quality("reflection", 3)}
    only = replace(LIBRARY, questions=deep)
    assert picking.item_for(entry("question", "RF-07"), only, (), 0, {}).item == "RF-07"


@pytest.mark.parametrize("programme", PROGRAMMES.values(), ids=PROGRAMMES.keys())
@pytest.mark.parametrize("answers", [True, False], ids=["answers", "is silent"])
def test_a_whole_programme_repeats_nothing_and_never_goes_deep_too_early(programme, answers):
    used: list[str] = []
    for place in entries(programme, STANDARD):
        answered = len(used) if answers else 0
        found = picking.item_for(place, LIBRARY, used, answered, {})
        if found.kind == "question":
            assert QUESTIONS[found.item].depth < 3 or answered >= 6
            assert QUESTIONS[found.item].quality == QUESTIONS[place.item].quality
        if place.is_touch and place.kind != "paradox_revisit":
            used.append(found.item)
    if answers:
        assert used == [place.item for place in entries(programme, STANDARD) if place.is_touch and place.item]
    else:
        possible = (
            len(used)
            if programme.id != "year_12m"
            else len(used) - len([1 for q in QUESTIONS.values() if q.depth == 3])
        )
        assert len(set(used)) == possible


# --- dilemmas, cases, pulses, the end


@pytest.mark.parametrize(
    ("kind", "listed", "instead"), [("paradox", "P04", "P01"), ("integrity_case", "IC-12", "IC-01")]
)
def test_a_used_dilemma_or_case_makes_way_for_the_first_unused_one(kind, listed, instead):
    assert picked(entry(kind, listed)) == listed
    assert picked(entry(kind, listed), used={listed}) == instead
    assert picked(entry(kind, listed), used=ALL) == listed


def test_the_friday_pulses_take_turns_and_leave_mood_and_energy_to_the_questions():
    for chosen in (
        STANDARD,
        rhythm.with_days(STANDARD, (0, 1, 2, 3)),
        replace(rhythm.with_kind(STANDARD, "light"), pulse=True),
    ):
        pulses = [place for place in entries(PROGRAMMES["core_12w"], chosen) if place.kind == "pulse"]
        asked = [picked(place) for place in pulses]
        assert asked == [f"PU-0{number % 4 + 1}" for number in range(len(pulses))]


def test_the_dilemma_of_longest_ago_returns():
    positions = {"P08": datetime(2026, 3, 1, tzinfo=UTC), "P02": datetime(2026, 2, 1, tzinfo=UTC)}
    assert picked(entry("paradox_revisit"), positions=positions) == "P02"


def test_without_a_position_to_return_to_the_pulse_of_that_week_is_asked():
    known = {"P99": datetime(2026, 3, 1, tzinfo=UTC)}  # a dilemma that the library no longer holds
    for positions in ({}, known):
        found = picking.item_for(entry("paradox_revisit", week=14, calendar_week=13), LIBRARY, (), 9, positions)
        assert (found.kind, found.item) == ("pulse", "PU-02")


def test_the_end_is_that_of_the_programme():
    end = entries(PROGRAMMES["starter_4w"], STANDARD)[-1]
    found = picking.item_for(end, LIBRARY, (), 9, {})
    assert found == Picked("programme_end", "starter_4w", PROGRAMMES["starter_4w"].version)


# --- on request


@pytest.mark.parametrize("programme", PROGRAMMES.values(), ids=PROGRAMMES.keys())
def test_the_first_question_is_small_open_and_far_from_the_programme(programme):
    first = picking.first(LIBRARY, programme, ())
    assert (first.depth, first.kind, first.sensitive) == (1, "open", False)
    weeks = {touch.item: week.number for week in programme.weeks for touch in week.touches}
    assert weeks.get(first.id, 99) > 20


def test_the_first_question_was_not_asked_before_unless_all_were():
    starter = PROGRAMMES["starter_4w"]
    first = picking.first(LIBRARY, starter, ())
    second = picking.first(LIBRARY, starter, {first.id})
    assert second != first
    assert picking.first(LIBRARY, starter, ALL) == first


def test_a_library_without_a_small_question_says_so():
    with pytest.raises(ValueError, match=r"."):
        picking.first(replace(LIBRARY, questions={}), PROGRAMMES["starter_4w"], ())


def on_request(library: Library = LIBRARY, **given: object) -> str | None:
    facts = {"used": (), "answered": 99, "quality_counts": {}, "after_low_energy": False} | given
    found = picking.question(library, **facts)
    return found and found.id


def test_a_question_on_request_is_of_the_quality_that_was_touched_least():
    qualities = sorted(LIBRARY.qualities.values(), key=lambda quality: quality.order)
    assert QUESTIONS[on_request()].quality == qualities[0].id
    counts = {quality.id: 2 for quality in qualities} | {"resilience": 1}
    assert QUESTIONS[on_request(quality_counts=counts)].quality == "resilience"


def test_a_question_on_request_begins_light_and_was_not_asked_before():
    counts = {quality: 1 for quality in LIBRARY.qualities if quality != "resilience"}
    asked = []
    while QUESTIONS[found := on_request(quality_counts=counts, used=asked)].quality == "resilience":
        asked.append(found)
    assert asked == [one.id for one in of_quality("resilience", 1, 2, 3)]


@pytest.mark.parametrize("given", [{"answered": 5}, {"after_low_energy": True}])
def test_no_deep_question_on_request_for_a_beginner_or_after_low_energy(given):
    shallow = {one.id for one in QUESTIONS.values() if one.depth < 3}
    assert on_request(used=shallow, **given) is None
    assert QUESTIONS[on_request(used=shallow)].depth == 3


def test_another_question_has_the_same_quality_and_was_not_asked():
    question = QUESTIONS["RE-01"]
    found = picking.another(question, LIBRARY, {"RE-01", "RE-02"}, 99)
    assert found == QUESTIONS["RE-03"]


def test_there_is_no_other_question_when_all_of_the_quality_were_asked_or_are_too_deep():
    question = QUESTIONS["RE-01"]
    shallow = {one.id for one in of_quality("relational", 1, 2)}
    assert picking.another(question, LIBRARY, shallow, 0) is None
    assert picking.another(question, LIBRARY, shallow, 6) == QUESTIONS["RE-07"]
    assert picking.another(question, LIBRARY, ALL, 6) is None


def test_a_dilemma_on_request_is_the_first_unused_one():
    assert picking.dilemma(LIBRARY, {"P01"}) == LIBRARY.dilemmas["P02"]
    assert picking.dilemma(LIBRARY, ALL) is None


def test_what_is_still_ahead_takes_nobodys_place():
    ahead = {known.id for known in LIBRARY.questions.values() if known.quality == LIBRARY.questions["RF-03"].quality}
    found = picking.item_for(entry("question", "RF-03"), LIBRARY, {"RF-03"}, 9, {}, ahead - {"RF-03"})
    assert found.item == "RF-03"
