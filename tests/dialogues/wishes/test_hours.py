"""Hours, days and quiet hours, as leaders type them."""

from datetime import time

import pytest

from dialogues.wishes import hours

NOW = (time(19, 30), time(7, 30))


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("9", "09:00"), ("om 7:45 uur", "07:45"), ("16.15", "16:15"), ("12h", "12:00"), ("9u30", "09:30"),
        ("at 4 pm", "16:00"), ("12 am", "00:00"), ("half tien", "09:30"), ("half 9", "08:30"), ("half een", "12:30"),
        ("half past nine", "09:30"), ("acht uur 's avonds", "20:00"), ("8 uur ’s ochtends", "08:00"),
        ("midnight", "00:00"), ("17 in the evening", "17:00"),
        ("kwart over negen", "09:15"), ("tien voor half acht", "07:20"), ("quarter past nine", "09:15"),
        ("noon", "12:00"), ("'s middags om drie", "15:00"), ("liever om kwart voor een", "12:45"),
        ("vijf na half tien", "09:35"), ("’s avonds rond kwart over zeven", "19:15"), ("tien na vier", "04:10"),
        ("in de voormiddag om half elf", "10:30"), ("negen uur dertig", "09:30"), ("vijfentwintig over 9", "09:25"),
        ("a quarter to ten", "09:45"), ("twenty-five to five pm", "16:35"), ("at half nine", "09:30"),
        ("half 14", "13:30"),
        ("in the morning, at nine thirty", "09:30"), ("twenty past eight please", "08:20"), ("twelve noon", "12:00"),
    ],
)  # fmt: skip
def test_an_hour_is_understood(words, hour):
    assert hours.hour_in(words) == time.fromisoformat(hour)


@pytest.mark.parametrize(
    "words",
    ["", "25:00", "9:75", "straks", "half", "negen mensen", "9 tot 5", "kwart over", "half a day", "ten people to see"],
)
def test_what_is_no_hour_is_none(words):
    assert hours.hour_in(words) is None


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ("19-8", "19:00", "08:00"), ("stil van 20:00 tot 8:00", "20:00", "08:00"),
        ("quiet from 8pm", "20:00", "07:30"), ("8-8", "20:00", "08:00"), ("10 – 7", "22:00", "07:00"),
        ("van 9 uur 's avonds tot half acht", "21:00", "07:30"), ("niet na 21:00", "21:00", "07:30"),
        ("not before 9", "19:30", "09:00"), ("1-9", "01:00", "09:00"), ("stil vanaf 8", "20:00", "07:30"),
        ("tot 9", "19:30", "09:00"), ("between 9 pm and 7 am", "21:00", "07:00"),
        ("from midnight to 8", "00:00", "08:00"), ("02-3", "02:00", "03:00"),
        ("rust van tien tot zeven", "22:00", "07:00"), ("12-14", "12:00", "14:00"), ("from 4", "04:00", "07:30"),
        ("2-3", "14:00", "03:00"), ("van half acht 's avonds tot kwart over zeven", "19:30", "07:15"),
        ("quiet from ten to seven", "22:00", "07:00"),
    ],
)  # fmt: skip
def test_quiet_hours_are_read_so_that_a_night_comes_out(words, begin, end):
    assert hours.quiet_in(words, NOW) == (time.fromisoformat(begin), time.fromisoformat(end))


@pytest.mark.parametrize("words", ["stil", "25-8", "8-25", "vanaf 25", "tot 25", "als het kan", "9"])
def test_what_names_no_quiet_hours_is_none(words):
    assert hours.quiet_in(words, NOW) is None


@pytest.mark.parametrize(
    ("words", "named"), [("Stil van 20 tot 8", True), ("quiet hours 8-8", True), ("20-8", False), ("rustig", False)]
)
def test_it_is_known_whether_quiet_was_asked_for(words, named):
    assert hours.names_quiet(words) is named


def test_days_are_understood_when_little_else_is_said():
    assert hours.days_in("Dinsdag en vrijdag") == (1, 4)
    assert hours.days_in("on mon and thu") == (0, 3)
    assert hours.days_in("dinsdag lukt niet") == ()
