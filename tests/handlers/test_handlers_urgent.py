"""/urgent tells whom to call where the leader is, the emergency number first where no helpline is known."""

import pytest

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
