"""/urgent tells whom to call where the leader is, the emergency number first where no helpline is known."""

import pytest

from dialogues.asking import nearby, rhythm
from dialogues.library import library
from dialogues.model import LANGUAGES
from handlers.screens import render
from journeys.ports import Delivery, Screen


def told(language: str, territory: str | None) -> str:
    material = {} if territory is None else {"territory": territory}
    return render(Delivery(1, language, Screen("urgent", {"about": 0}), material), library()).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_are_those_of_the_country(language):
    assert "Veilig Thuis" in told(language, "nl")
    assert told(language, None) == told(language, "") == told(language, "be") == told(language, "nl")
    for territory in ("gb", "ie"):
        assert "Samaritans, 116 123" in told(language, territory)
        assert "Veilig Thuis" not in told(language, territory)
    assert "0800 1110111" in told(language, "de")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("territory", ["gb", "de", "fr", "us"])
def test_abroad_the_emergency_number_comes_first(language, territory):
    first = told(language, territory).splitlines()[2]
    assert first.startswith(("Direct gevaar", "Immediate danger"))
    assert "116 123" not in told(language, "us")


def cared_for(language: str, screen: str, territory: str) -> list[str]:
    """The paragraphs of a message of care."""
    delivery = Delivery(1, language, Screen(screen, {"about": 0}), {"territory": territory})
    return render(delivery, library()).text.split("\n\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", sorted(nearby.NAMING))
def test_a_message_of_care_names_the_same_numbers_as_urgent_does_there(language, screen):
    at_home = cared_for(language, screen, "nl")
    for territory in ("", "be"):
        assert cared_for(language, screen, territory) == at_home
    for territory, number in (("gb", "116 123"), ("de", "0800 1110111"), ("ke", "findahelpline.com")):
        there = cared_for(language, screen, territory)
        (line,) = [part for part in there if part not in at_home]
        assert number in line
        assert number in told(language, territory)
        assert [part for part in there if part != line] == at_home, "its own words stay as they are"


def test_in_despair_the_number_of_where_one_is_stands_before_the_others():
    assert "0800 1110111" in cared_for("nl", "crisis_self", "de")[1]
    assert "113" in cared_for("nl", "crisis_self", "de")[2]


@pytest.mark.parametrize(
    ("zone", "country", "where"),
    [
        ("Europe/Amsterdam", "", "nl"), ("Europe/Amsterdam", "de", "de"), ("Europe/Brussels", "nl", "nl"),
        ("Europe/Amsterdam", "none", "nl"), ("Europe/London", "de", "gb"), ("Africa/Nairobi", "nl", "ke"),
        ("UTC", "de", ""), ("Europe/Berlin", "", "de"),
    ],
)  # fmt: skip
def test_where_clocks_are_alike_the_public_holidays_tell_the_country(zone, country, where):
    usual = rhythm.default("standard", "nl", zone)
    assert nearby.land(rhythm.with_country(usual, country) if country else usual) == where
