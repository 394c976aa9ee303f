"""What somebody writes who feels better or has people near, and what is no such thing."""

import pytest

from dialogues.care import mending

BETTER = [
    "het gaat weer beter, ik heb met mijn man gepraat", "Het gaat wel weer.", "Ik voel me gelukkig al wat rustiger.",
    "Ik heb 113 gebeld.", "ik heb het aan mijn vrouw verteld", "I feel better now", "It's a bit better today",
    "I called my GP and I am safe now", "I'm feeling a lot better, thanks", "Ja, ik heb mijn huisarts gesproken",
    "ik heb er met mijn zus over gepraat", "I slept well", "Ik bel nu mijn broer",
]  # fmt: skip
NEAR = [
    "ja, mijn man is hier", "my husband is with me", "ik ben bij mijn zus", "Ik ben niet alleen",
    "Ik ben niet alleen, mijn vriendin komt eraan",
    "I'm not alone", "Er is iemand bij me", "Yes. My sister is on her way.", "het gaat beter en mijn moeder is er",
]  # fmt: skip
FINE = ["ok", "Oké", "nee het is goed", "dank je wel", "thanks", "Doe ik.", "It's fine", "no, all good"]
OTHER = [
    "", "nee", "ja", "Niemand.", "hoi", "Het gaat niet beter", "het is goed zo", "I'm better off dead",
    "mijn man is weg",
    "mijn man is dood", "het gaat beter zonder mij", "het gaat beter maar ik wil nog steeds niet leven",
    "het is voorbij",
    "Mijn man is hier en ik wil dood", "I feel better knowing it ends tonight", "ik ben niet bij mijn zus", "...",
    "I talked to nobody", " ".join(["het gaat beter,"] * 20),
]  # fmt: skip


@pytest.mark.parametrize("text", BETTER)
def test_that_it_goes_better_or_somebody_was_talked_to_is_heard(text):
    assert mending.told(text) == "better"


@pytest.mark.parametrize("text", NEAR)
def test_that_somebody_is_near_is_heard_before_anything_else(text):
    assert mending.told(text) == "near"


@pytest.mark.parametrize("text", FINE)
def test_that_it_is_all_right_is_heard(text):
    assert mending.told(text) == "fine"


@pytest.mark.parametrize("text", OTHER)
def test_whatever_says_something_else_as_well_is_none_of_it(text):
    assert mending.told(text) is None
