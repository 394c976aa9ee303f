"""A dry run shows an item and keeps nothing."""

import pytest
from pocket import Pocket

from dialogues.effects import Say


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [("RF-03", "question"), (" p04 ", "paradox"), ("IC-12", "integrity_case"), ("PU-01", "pulse")],
)
def test_an_item_is_shown_as_it_will_look(wanted, kind):
    pocket = Pocket().commands("preview", wanted)
    assert pocket.said == [Say("dry_run", {"kind": kind, "item": wanted.strip().upper()})]
    assert pocket.done == pocket.said


def test_what_the_library_does_not_hold_gets_a_kind_word():
    assert Pocket().commands("preview", "XX-99").screens == ["dry_run_unknown"]
    assert Pocket().commands("preview").screens == ["dry_run_unknown"]


def test_a_tap_under_it_counts_for_nothing():
    pocket = Pocket.asked("question", "RF-03").presses("dry", "2")
    assert pocket.screens == ["dry_run_tap"]
    assert not pocket.taps
