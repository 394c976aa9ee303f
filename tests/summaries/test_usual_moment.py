from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from months import LIBRARY, asked, empty, in_january, made, material, taps, wrote

from dialogues.asking import moments
from summaries.facts import FirstLook, MoodYear, Year
from summaries.findings import first
from summaries.letter import letter, plain
from summaries.rhythm import usual_moment
from summaries.sifting import touches, usable
from summaries.wording import days_of
from summaries.year import year

J = in_january


def at(*hours: int | None) -> str:
    return usual_moment(empty(answers=tuple(wrote(n, J(5), n, "Zin.", hour=hour) for n, hour in enumerate(hours))))


@pytest.mark.parametrize(
    ("hours", "moment"),
    [
        ((5, 8, 11, 20), "morning"),
        ((12, 17, 15, 9), "afternoon"),
        ((18, 23, 20, 3), "evening"),
        ((0, 4, 2, 12), "night"),
        ((8, 9, 20, 21), ""),  # half is not more than half
        ((8, 9, 10), ""),  # too few
        ((8, 9, 10, None), ""),
        ((), ""),
    ],
)
def test_a_usual_moment_is_the_part_of_the_day_of_most_answers(hours: tuple[int, ...], moment: str) -> None:
    assert at(*hours) == moment


ZONES = ("Europe/Amsterdam", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns", "Africa/Nairobi")


@given(
    zone=st.sampled_from(ZONES),
    edge=st.sampled_from([datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)]),
    minutes=st.integers(-900, 900),
)
@settings(max_examples=200, deadline=None)
def test_the_edges_of_a_month_are_those_of_the_leaders_own_clock(zone: str, edge: datetime, minutes: int) -> None:
    here = moments.local(edge + timedelta(minutes=minutes), zone)
    left = usable(empty(zone=zone, answers=(wrote(1, here.date(), 1, "Een zin."),)))
    assert bool(left.answers) is ((here.year, here.month) == (2026, 1))


def test_a_first_look_back_comes_from_four_answers_on_and_reaches_over_a_month() -> None:
    weeks = material("first")
    (opened, *rest) = first(weeks, LIBRARY)
    assert isinstance(opened, FirstLook)
    assert (opened.since, opened.written, opened.weeks) == (date(2025, 12, 16), 4, 2)
    assert rest[-1].rule == "first"
    assert all(one.change == "early" for one in rest if one.kind == "mood")
    assert first(replace(weeks, answers=weeks.answers[1:]), LIBRARY) == ()
    assert "Vergelijken" not in letter(made("first"), "nl", LIBRARY)


def test_a_year_needs_three_answers() -> None:
    few = material("year")
    assert year(replace(few, answers=few.answers[:2]), LIBRARY) == ()
    (opened, *_) = year(few, LIBRARY)
    assert isinstance(opened, Year)
    assert (opened.start, opened.last) == (date(2026, 1, 1), date(2026, 12, 31))
    assert [month.month for month in opened.months] == [1, 3, 5, 6, 9, 11]


def test_a_year_shows_a_measure_from_two_months_with_enough_taps_and_compares_nothing() -> None:
    def moods(days: list[date]) -> list[MoodYear]:
        found = year(replace(material("year"), taps=taps("mood", [3, 4, 5, 2, 1, 3, 3], days)), LIBRARY)
        return [one for one in found if isinstance(one, MoodYear)]

    march, may = [date(2026, 3, day) for day in (3, 10, 17)], [date(2026, 5, day) for day in (5, 12, 19)]
    (mood,) = moods([*march, *may, date(2026, 8, 1)])
    assert mood.months == ((date(2026, 3, 1), 4, 3), (date(2026, 5, 1), 2, 3))
    assert mood.evidence == tuple(f"tap:{number}" for number in range(1, 7))
    assert moods([*march, *may[:2]]) == []


def test_a_year_without_questions_tells_only_its_months() -> None:
    quiet = replace(material("year"), asked=())
    dutch, english = (plain(year(quiet, LIBRARY), language, LIBRARY) for language in ("nl", "en"))
    assert "tot en met 31 december 2026 schreef je, verspreid over 6 maanden." in dutch
    assert "to 31 December 2026 you wrote, spread over 6 months." in english


def test_a_programme_of_thirteen_weeks_is_reviewed_like_a_year() -> None:
    whole = replace(material("year"), start=date(2026, 1, 5), end=date(2026, 4, 6))
    (opened, *_) = year(whole, LIBRARY)
    assert opened.last == date(2026, 4, 5)
    assert {part.on.month for parts in touches(usable(whole)) for part in parts} == {1, 3}


@pytest.mark.parametrize(
    ("days", "nl", "en"),
    [
        ((J(6), J(13)), "6 en 13 januari", "6 and 13 January"),
        ((J(6), J(13), J(20)), "6, 13 en 20 januari", "6, 13 and 20 January"),
        ((J(6), date(2026, 2, 3)), "6 januari en 3 februari", "6 January and 3 February"),
        ((date(2025, 12, 6), J(3)), "6 december 2025 en 3 januari 2026", "6 December 2025 and 3 January 2026"),
        ((date(2025, 1, 6), J(3)), "6 januari 2025 en 3 januari 2026", "6 January 2025 and 3 January 2026"),
        ((J(6),), "6 januari", "6 January"),
    ],
)
def test_days_are_named_in_one_breath(days: tuple[date, ...], nl: str, en: str) -> None:
    assert (days_of(days, "nl"), days_of(days, "en")) == (nl, en)


def test_one_answer_in_one_week_reads_well() -> None:
    month = empty(asked=(asked(1, J(5), ""),), answers=tuple(wrote(n, J(5), n, "Een zin.") for n in (1, 2, 3, 4)))
    assert "schreef je 4 antwoorden, in één week." in plain(first(month, LIBRARY), "nl", LIBRARY)
    assert "you wrote 4 answers, in one week." in plain(first(month, LIBRARY), "en", LIBRARY)
