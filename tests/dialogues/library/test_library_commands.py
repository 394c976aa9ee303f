"""Commands are known by their name in either language."""

import pytest

from dialogues.commands import MENU, UNLISTED, canonical, menu


@pytest.mark.parametrize(("name", "dutch"), (MENU | UNLISTED).items())
def test_both_names_of_a_command_mean_the_same(name: str, dutch: str):
    assert canonical(name) == canonical(dutch) == canonical(f"/{dutch.upper()}") == name


@pytest.mark.parametrize("word", ["", "/", "vragen", "pauses", "//help"])
def test_any_other_word_is_no_command(word: str):
    assert canonical(word) is None


def test_a_menu_shows_the_names_of_its_language():
    assert [shown for _, shown in menu("en")] == list(MENU)
    assert [shown for _, shown in menu("nl")][:3] == ["vraag", "dilemma", "ritme"]
    assert [name for name, _ in menu("nl")] == [name for name, _ in menu("en")]


def test_no_two_commands_share_a_name():
    names = [word for name, dutch in (MENU | UNLISTED).items() for word in {name, dutch}]
    assert len(names) == len(set(names))


def test_names_are_what_telegram_takes_for_a_command():
    assert [
        word for word in [*MENU, *MENU.values()] if not (word.isascii() and word.islower() and len(word) <= 32)
    ] == []
