"""Rhythms: the usual ones, and changes that keep what the leader chose."""

from datetime import time

import pytest

from dialogues.asking import rhythm
from dialogues.people import Cohort, Rhythm

AMSTERDAM = "Europe/Amsterdam"
STANDARD = rhythm.default("standard", "nl", AMSTERDAM, "nl")
LIGHT = rhythm.default("light", "nl", AMSTERDAM, "nl")


def test_the_standard_rhythm_is_tuesday_morning_and_thursday_afternoon_with_a_pulse():
    assert Rhythm("standard", (1, 3), (time(8, 30), time(16, 30)), AMSTERDAM, pulse=True, country="nl") == STANDARD


def test_the_light_rhythm_is_one_tuesday_morning_without_a_pulse():
    assert Rhythm("light", (1,), (time(8, 30),), AMSTERDAM, pulse=False, country="nl") == LIGHT


def test_an_own_rhythm_is_as_the_standard_one_until_it_is_chosen():
    own = rhythm.default("own", "nl", AMSTERDAM, "nl")
    assert (own.kind, own.days, own.times, own.pulse) == ("own", STANDARD.days, STANDARD.times, True)


@pytest.mark.parametrize(
    ("language", "zone", "country"),
    [
        ("nl", AMSTERDAM, "nl"), ("en", AMSTERDAM, "nl"), ("nl", "Europe/Brussels", "be"),
        ("en", "Europe/Berlin", "de"), ("en", "Europe/London", "gb"), ("nl", "Europe/London", "gb"),
        ("nl", "Africa/Nairobi", "nl"), ("en", "Africa/Nairobi", "none"), ("en", "UTC", "none"),
    ],
)  # fmt: skip
def test_the_public_holidays_are_those_of_the_zone_or_else_of_the_language(language, zone, country):
    assert rhythm.default("standard", language, zone).country == country


def test_a_country_that_is_given_is_kept():
    assert rhythm.default("light", "en", "Africa/Nairobi", "ke").country == "ke"


def test_a_chosen_hour_holds_on_every_day_and_through_other_frequencies():
    noon = rhythm.with_hour(STANDARD, time(12, 30))
    assert noon.times == (time(12, 30), time(12, 30))
    light = rhythm.with_kind(noon, "light")
    assert (light.days, light.times, light.pulse) == ((1,), (time(12, 30),), False)
    again = rhythm.with_kind(light, "standard")
    assert (again.days, again.times, again.pulse) == ((1, 3), (time(12, 30), time(12, 30)), True)


def test_from_own_days_to_standard_two_days_stay_and_any_other_number_makes_way_for_the_usual_ones():
    for days, after in ((0, 4), (0, 4)), ((0, 2, 4), (1, 3)), ((4,), (1, 3)):
        own = rhythm.with_kind(rhythm.with_days(STANDARD, days), "own")
        assert rhythm.with_kind(own, "standard").days == after


def test_back_from_light_the_usual_hours_return_when_none_was_chosen():
    assert rhythm.with_kind(LIGHT, "standard") == STANDARD


def test_a_pulse_that_was_switched_off_stays_off_between_standard_and_own():
    quiet = Rhythm("standard", (1, 3), STANDARD.times, AMSTERDAM, pulse=False)
    assert rhythm.with_kind(quiet, "own").pulse is False
    assert rhythm.with_kind(rhythm.with_kind(quiet, "own"), "standard") == quiet


def test_other_days_keep_their_hours_and_new_days_take_the_first():
    own = rhythm.with_days(STANDARD, {3, 0, 2})
    assert own == Rhythm("own", (0, 2, 3), (time(8, 30), time(8, 30), time(16, 30)), AMSTERDAM)


def test_another_day_in_the_same_number_keeps_the_kind():
    assert rhythm.with_days(LIGHT, [2]).kind == "light"
    assert rhythm.with_days(STANDARD, [0, 2]).kind == "standard"


def test_more_days_than_light_make_it_an_own_rhythm_with_a_pulse():
    own = rhythm.with_days(LIGHT, [0, 2])
    assert (own.kind, own.pulse) == ("own", True)


def test_another_zone_and_country_change_nothing_else():
    moved = rhythm.with_country(rhythm.with_zone(STANDARD, "Europe/Brussels", "nl"), "de")
    assert moved == Rhythm(
        "standard", STANDARD.days, STANDARD.times, "Europe/Brussels", country="de", country_chosen=True
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda: rhythm.with_days(STANDARD, []), "at least one day"),
        (lambda: rhythm.with_days(STANDARD, [4, 5]), "Monday to Friday"),
        (lambda: rhythm.with_hour(STANDARD, time(7, 29)), "outside the quiet hours"),
        (lambda: rhythm.with_hour(STANDARD, time(19, 30)), "outside the quiet hours"),
        (lambda: rhythm.with_zone(STANDARD, "Europe/Utrecht", "nl"), "time zone"),
        (lambda: rhythm.with_zone(STANDARD, "Europe", "nl"), "time zone"),
        (lambda: rhythm.with_zone(STANDARD, "../secret", "nl"), "time zone"),
        (lambda: rhythm.with_zone(STANDARD, "", "nl"), "time zone"),
        (lambda: rhythm.with_country(STANDARD, "atlantis"), "public holidays"),
        (lambda: rhythm.with_country(STANDARD, "NL"), "public holidays"),
        (lambda: rhythm.with_country(STANDARD, "zz"), "public holidays"),
        (lambda: rhythm.default("light", "nl", "nowhere"), "time zone"),
        (lambda: rhythm.checked(Rhythm("own", (3, 1), STANDARD.times, AMSTERDAM)), "in order"),
        (lambda: rhythm.checked(Rhythm("own", (1, 1), STANDARD.times, AMSTERDAM)), "in order"),
        (lambda: rhythm.checked(Rhythm("own", (1,), STANDARD.times, AMSTERDAM)), "one time for each"),
        (lambda: rhythm.checked(Rhythm("light", (1, 3), STANDARD.times, AMSTERDAM)), "one day a week"),
    ],
)
def test_a_rhythm_that_cannot_be_followed_is_refused_in_a_plain_sentence(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        change()


def test_a_time_at_the_very_edge_of_the_day_is_accepted():
    assert rhythm.with_hour(LIGHT, time(7, 30)).times == (time(7, 30),)
    assert rhythm.with_hour(LIGHT, time(19, 29)).times == (time(19, 29),)


def test_a_light_rhythm_remembers_what_it_made_way_for():
    own = Rhythm("own", (0, 3), (time(9), time(12)), AMSTERDAM, pulse=True, country="nl")
    light = rhythm.with_kind(own, "light")
    assert (light.days, light.times, light.fuller) == ((0,), (time(9),), ((0, time(9)), (3, time(12))))
    assert rhythm.with_kind(light, "light") == light
    assert rhythm.with_kind(light, "own") == own
    assert rhythm.with_kind(light, "standard") == Rhythm("standard", own.days, own.times, AMSTERDAM)


def test_what_a_light_rhythm_remembers_follows_a_new_hour_and_gives_its_hours_to_the_same_days():
    light = rhythm.with_kind(STANDARD, "light")
    assert rhythm.with_kind(rhythm.with_hour(light, time(12)), "standard").times == (time(12), time(12))
    again = rhythm.with_days(light, (1, 3))
    assert (again.days, again.times, again.fuller) == (STANDARD.days, STANDARD.times, ())
    assert rhythm.with_days(light, (2,)).fuller == ()


@pytest.mark.parametrize(
    ("begin", "end", "times"),
    [
        ("20:00", "08:00", ("08:30", "16:30")), ("20:00", "09:00", ("09:00", "16:30")),
        ("16:00", "08:00", ("08:30", "15:00")), ("16:30", "08:30", ("08:30", "15:30")),
        ("00:00", "08:31", ("08:31", "16:30")), ("11:00", "09:00", ("09:00", "10:00")),
    ],
)  # fmt: skip
def test_an_hour_in_new_quiet_hours_moves_to_their_nearest_edge(begin, end, times):
    quiet = rhythm.with_quiet(STANDARD, time.fromisoformat(begin), time.fromisoformat(end))
    assert quiet.times == tuple(time.fromisoformat(at) for at in times)
    light = rhythm.with_quiet(rhythm.with_kind(STANDARD, "light"), time.fromisoformat(begin), time.fromisoformat(end))
    assert rhythm.with_kind(light, "standard").times == quiet.times


@pytest.mark.parametrize(("begin", "end"), [("08:00", "08:00"), ("10:00", "08:30"), ("08:00", "07:00")])
def test_quiet_hours_leave_some_of_the_day(begin, end):
    with pytest.raises(ValueError, match="at least two hours"):
        rhythm.with_quiet(STANDARD, time.fromisoformat(begin), time.fromisoformat(end))


def test_the_usual_second_hour_is_not_taken_in_quiet_hours():
    early = rhythm.with_quiet(rhythm.with_days(STANDARD, (1,)), time(16), time(6))
    assert rhythm.with_kind(early, "standard").times == (time(8, 30), time(8, 30))


def test_the_holidays_follow_the_zone_until_a_country_is_chosen():
    assert rhythm.with_zone(STANDARD, "Europe/Berlin", "nl").country == "de"
    assert rhythm.with_zone(STANDARD, "Africa/Nairobi", "en").country == "none"
    chosen = rhythm.with_country(STANDARD, "be")
    assert rhythm.with_zone(chosen, "Europe/Berlin", "nl").country == "be"


def group(**more):
    return Cohort(1, "Groep", "core_12w", "nl", AMSTERDAM, None, **more)


def test_a_group_without_wishes_begins_as_everybody_does():
    assert rhythm.of_group(group()) == rhythm.default("standard", "nl", AMSTERDAM)


@pytest.mark.parametrize(("weekday", "days"), [(0, (0, 2)), (1, (1, 3)), (2, (2, 4)), (3, (3, 4)), (4, (2, 4))])
def test_the_day_of_a_group_is_the_first_of_two_and_has_a_day_between_where_the_week_allows(weekday, days):
    assert rhythm.of_group(group(weekday=weekday)).days == days


def test_the_hour_of_a_group_is_that_of_both_days_and_never_in_the_quiet_hours():
    assert rhythm.of_group(group(hour=time(12, 15))).times == (time(12, 15), time(12, 15))
    with pytest.raises(ValueError, match="quiet hours"):
        rhythm.of_group(group(hour=time(23)))
