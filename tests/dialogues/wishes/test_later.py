"""When somebody wants to be asked again: read in many words, and in nothing else."""

from datetime import date, time, timedelta

import pytest

from dialogues.wishes import later
from dialogues.wishes.later import After, On

TUESDAY = date(2026, 12, 1)
DAYS = {
    1: ["morgen", "tomorrow", "doe maar morgen", "zelfde tijd morgen", "maakt niet uit", "niet vandaag", "whenever"],
    2: ["overmorgen", "the day after tomorrow", "donderdag graag", "vraag het me donderdag", "in two days"],
    3: ["vrijdag", "on Friday please", "over drie dagen", "ask me again in three days", "liever op vrijdag"],
    6: ["maandag", "na het weekend", "after the weekend", "volgende week maandag", "maybe Monday?"],
    7: ["volgende week", "next week", "ergens volgende week", "8 december", "over een week", "dinsdag"],
    14: ["over twee weken", "15/12", "two weeks"],
    0: ["vandaag", "later today", "straks", "later"],
}
HOURS = {
    (1, 9, 0): ["morgen om 9 uur", "morgenochtend", "tomorrow morning", "om 9 uur morgen"],
    (2, 15, 0): ["Can you ask me on Thursday at 3 pm?", "donderdag om 3 uur", "Thursday at 15:00"],
    (3, 14, 0): ["vrijdagmiddag", "liever vrijdagmiddag", "on Friday afternoon"],
    (0, 19, 0): ["vanavond", "tonight", "this evening"],
    (0, 16, 0): ["vanmiddag rond 4 uur", "vandaag om 16:00"],
    (1, 7, 30): ["morgenochtend om half 8"],
    (1, 9, 15): ["morgen kwart over negen", "tomorrow at quarter past nine", "morgenochtend om kwart na negen"],
}


@pytest.mark.parametrize(("days", "text"), [(days, text) for days, texts in DAYS.items() for text in texts])
def test_a_day_is_named_in_many_ways(days, text):
    assert later.named(text, TUESDAY, "nl") == On(TUESDAY + timedelta(days=days))
    assert later.names(text)


@pytest.mark.parametrize(("when", "text"), [(when, text) for when, texts in HOURS.items() for text in texts])
def test_a_day_and_an_hour_are_named_in_many_ways(when, text):
    days, hour, minute = when
    assert later.named(text, TUESDAY, "en") == On(TUESDAY + timedelta(days=days), time(hour, minute))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("om 15 uur", time(15)),
        ("half tien", time(9, 30)),
        ("at 4pm", time(16)),
        ("in de ochtend", time(9)),
        ("'s avonds", time(19)),
        ("at 5 am", time(5)),
        ("om 2 uur", time(14)),
    ],
)
def test_an_hour_alone_is_of_the_first_day_on_which_it_is_ahead(text, at):
    assert later.named(text, TUESDAY, "nl") == On(None, at)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("over een uur", 60),
        ("in two hours", 120),
        ("over een half uur", 30),
        ("in half an hour", 30),
        ("over een kwartier", 15),
        ("over 10 minuten", 10),
        ("graag over 3 uur", 180),
    ],
)
def test_a_while_from_now_is_counted(text, minutes):
    assert later.named(text, TUESDAY, "nl") == After(timedelta(minutes=minutes))


@pytest.mark.parametrize(
    "text",
    [
        "Het ging goed.",
        "Vrijdag was zwaar",
        "We spraken morgen af",
        "3",
        "het overleg van vrijdag",
        "in de middag was het stil",
        "Maandag met het team",
        "in drie gesprekken",
        "over de partners",
        "",
        "over 0 uur",
        "volgend jaar",
        "1 juli",
        "graag",
        "middag overleg",
        "morgen of anders overmorgen of misschien toch liever pas heel ergens vrijdag",
    ],
)
def test_other_words_name_no_moment(text):
    assert later.named(text, TUESDAY, "nl") is None
