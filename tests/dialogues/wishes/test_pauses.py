"""How long a leader wants to be left alone, as leaders write it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.wishes import pauses
from dialogues.wishes.pauses import pause_until

TODAY = date(2026, 12, 8)  # a Tuesday


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("1w", "2026-12-15"), ("2w", "2026-12-22"), ("1m", "2027-01-08"), ("10d", "2026-12-18"),
        ("een week", "2026-12-15"), ("Twee weken.", "2026-12-22"), ("3 weken", "2026-12-29"),
        ("nog één week", "2026-12-15"),
        ("een paar weken", "2026-12-22"), ("voor een maandje", "2027-01-08"), ("twaalf dagen", "2026-12-20"),
        ("tot 3 maart", "2027-03-03"), ("tot en met 3 maart", "2027-03-04"), ("t/m vrijdag", "2026-12-12"),
        ("tot vrijdag", "2026-12-11"), ("vrijdag", "2026-12-11"), ("tot dinsdag", "2026-12-15"),
        ("tot volgende vrijdag", "2026-12-18"), ("komende maandag", "2026-12-14"),
        ("volgende maandag", "2026-12-14"), ("volgende dinsdag", "2026-12-15"), ("t/m morgen", "2026-12-10"),
        ("t/m overmorgen", "2026-12-11"), ("morgen", "2026-12-09"),
        ("tot overmorgen", "2026-12-10"), ("volgende week", "2026-12-21"), ("tot volgende week", "2026-12-14"),
        ("tot volgende maand", "2027-01-01"), ("t/m januari", "2027-02-01"), ("tot januari", "2027-01-01"),
        ("tot 5 jan 2027", "2027-01-05"), ("31-12", "2026-12-31"), ("5/1/2027", "2027-01-05"),
        ("2027-01-05", "2027-01-05"),
    ],
)  # fmt: skip
def test_dutch_words_are_understood(words, until):
    assert pause_until(words, TODAY, "nl") == date.fromisoformat(until)


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("a week", "2026-12-15"), ("two weeks", "2026-12-22"), ("for 3 weeks", "2026-12-29"),
        ("one month", "2027-01-08"),
        ("a couple of weeks", "2026-12-22"), ("until 3 March", "2027-03-03"), ("through 3 March", "2027-03-04"),
        ("until the day after tomorrow", "2026-12-10"), ("March 3rd, 2027", "2027-03-03"),
        ("until Friday", "2026-12-11"),
        ("next Friday", "2026-12-18"), ("till 1st of Feb", "2027-02-01"), ("next month", "2027-02-01"),
        ("until March", "2027-03-01"), ("tomorrow", "2026-12-09"),
    ],
)  # fmt: skip
def test_english_words_are_understood(words, until):
    assert pause_until(words, TODAY, "en") == date.fromisoformat(until)


@pytest.mark.parametrize(
    ("language", "counted", "unit"),
    [
        ("nl", "één twee drie vier vijf zes zeven acht negen tien elf twaalf", "dagen"),
        ("en", "one two three four five six seven eight nine ten eleven twelve", "days"),
    ],
)
def test_numbers_may_be_written_out(language, counted, unit):
    for number, word in enumerate(counted.split(), start=1):
        assert pause_until(f"{word} {unit}", TODAY, language) == TODAY + timedelta(days=number)


@pytest.mark.parametrize(("words", "language"), [("tot 3 maart", "en"), ("until 3 March", "nl"), ("tot vrijdag", "en")])
def test_the_other_language_is_understood_too(words, language):
    assert pause_until(words, TODAY, language) is not None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "geen idee",
        "na de zomer",
        "0 weken",
        "2020-01-01",
        "3 maart 2020",
        "8-12-2026",
        "tot vandaag",
        "31 februari",
        "40-13",
        "3 blauw",
    ],
)
def test_what_is_past_or_not_a_time_is_not_understood(words):
    assert pause_until(words, TODAY, "nl") is None


@pytest.mark.parametrize(
    ("words", "past"),
    [
        ("2020-01-01", True), ("tot 1 december", True), ("8-12-2026", True), ("tot vandaag", False),
        ("na de zomer", False),
        ("tot en met 7 december", True), ("t/m 8 december", False), ("morgen", False), ("3 maart 2020", True),
    ],
)  # fmt: skip
def test_a_day_that_is_no_longer_ahead_is_known_as_past(words, past):
    assert pauses.is_past(words, TODAY, "nl") is past


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Pauze tot 3 maart", "tot 3 maart"), ("even pauze, twee weken.", "twee weken"), ("Pauze!", ""),
        ("ik wil graag een pauze tot vrijdag", "tot vrijdag"), ("a break", ""), ("pauzeknop", None),
        ("na de pauze", None),
        ("ik wil graag 2 weken pauze", "2 weken"), ("Can I have two weeks off please?", "two weeks"),
        ("een week rust graag", "een week"), ("twee weken pauze", None), ("pauze van een week", "van een week"),
    ],
)  # fmt: skip
def test_the_wish_for_a_pause_is_told_from_other_words(words, rest):
    assert pauses.wished(words) == rest


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("tot na de vakantie", True),
        ("until it is better", True),
        ("totdat", False),
        ("tot zes uur was het rustig in de zaal", False),
    ],
)
def test_a_few_words_that_begin_as_an_end_are_known(words, until):
    assert pauses.says_until(words) is until


def test_a_date_without_a_year_that_was_shortly_ago_is_a_slip_and_an_older_one_is_next_years():
    assert pause_until("tot 1 december", TODAY, "nl") is None
    assert pause_until("tot 9 oktober", TODAY, "nl") is None
    assert pause_until("tot 8 oktober", TODAY, "nl") == date(2027, 10, 8)


def test_a_month_from_the_last_of_january_is_the_last_of_february():
    assert pause_until("1m", date(2027, 1, 31), "nl") == date(2027, 2, 28)
    assert pause_until("een maand", date(2028, 1, 31), "nl") == date(2028, 2, 29)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=30) | st.from_regex(r"(tot )?[0-9]{1,5} ?[a-z/-]{0,8} ?[0-9]{0,5}", fullmatch=True))
def test_any_words_give_a_later_date_or_nothing(words):
    until = pause_until(words, TODAY, "nl")
    assert until is None or until > TODAY


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("een jaar", "2027-12-08"), ("twee jaar", "2028-12-08"), ("for a year", "2027-12-08"),
        ("t/m 31 december 9999", "2037-01-01"), ("31-12-9999", "2036-12-31"), ("9999-12-31", "2036-12-31"),
        ("until december 9999", "2036-12-01"), ("tot en met december 9999", "2037-01-01"),
        ("until 1 January 12026", "2036-01-01"), ("january 1 999999999", "2036-01-01"),
        ("999999999 jaar", "2126-12-08"), ("999999999 months", "2126-12-08"),
    ],
)  # fmt: skip
def test_however_far_ahead_a_day_is_it_is_a_day(words, until):
    assert pause_until(words, TODAY, "nl") == date.fromisoformat(until)


def test_so_many_weeks_or_days_that_no_calendar_holds_them_are_as_many_as_it_holds():
    assert pause_until("999999999 weken", TODAY, "nl").year == 2728
    assert pause_until("999999999 days", TODAY, "nl").year == 2127
    assert pause_until("0000-01-01", TODAY, "nl") is None
