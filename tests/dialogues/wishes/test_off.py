"""How long somebody is away from now on is told from a few hurried words, and not from what happened before."""

from datetime import date

import pytest

from dialogues.wishes import off, pauses

TUESDAY = date(2026, 12, 1)
AWAY = {
    "away til the 30th": "2026-12-30",
    "ben er 2 weekjes niet": "2026-12-15",
    "ff weg tot na kerst": "2026-12-27",
    "ben 3 dgn vrij": "2026-12-04",
    "on leave till mon": "2026-12-07",
    "op reis t/m de 12e": "2026-12-13",
    "ik ben er tot volgende week woensdag niet": "2026-12-09",
    "im off for 3 wks": "2026-12-22",
    "maternity leave for 4 months": "2027-04-01",
    "weg tot na het weekend": "2026-12-07",
    "deze week afwezig": "2026-12-07",
    "away till the 1st": "2027-01-01",
    "5 days of holiday": "2026-12-06",
}
TOLD = [
    "I was away for two weeks and the team managed",
    "mijn collega is er 2 weken niet",
    "mijn gezin is 2 weken weg",
    "the team was away until Monday",
    "2 weken niets van de partner gehoord",
    "we were off for 2 weeks",
    "weg tot 9 uur",
    "vrij zijn om nee te zeggen",
    "weg",
    "away until the 45th",
    "away until they come back to us",
    " ".join(["weg"] * 20 + ["2 weken"]),
]


@pytest.mark.parametrize(("text", "until"), AWAY.items())
def test_how_long_is_told_in_few_words(text, until):
    assert pauses.pause_until(off.end(text), TUESDAY, "nl") == date.fromisoformat(until)


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_of_others_or_of_before_is_no_absence(text):
    assert off.end(text) == ""
