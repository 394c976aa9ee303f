import pytest

from bot.demo.cast import CAST
from bot.demo.reacting import STEPS
from dialogues.library import library
from dialogues.model import MARKERS

LIBRARY = library()
PROGRAMME = LIBRARY.programmes["starter_4w"]
TOUCHES = [touch.item for week in PROGRAMME.weeks for touch in week.touches]
ITEMS = LIBRARY.questions.keys() | LIBRARY.dilemmas.keys() | LIBRARY.cases.keys() | LIBRARY.pulses.keys()


@pytest.mark.parametrize("role", CAST, ids=lambda role: role.name)
def test_what_a_leader_says_belongs_to_an_item_and_to_a_step_or_an_element_of_it(role):
    for key in role.says.keys() - {"end", "learned"}:
        item, _, part = key.partition(".")
        assert item in ITEMS, key
        allowed = STEPS if item in LIBRARY.dilemmas else ("reflect", "closing") if item in LIBRARY.cases else MARKERS
        assert part in ("", *allowed), key


@pytest.mark.parametrize("role", CAST, ids=lambda role: role.name)
def test_what_a_leader_picks_can_be_picked(role):
    for item, picked in role.picks.items():
        if item == "intention":
            known = {button.id for button in LIBRARY.messages["intention_check"].buttons}
        elif item in LIBRARY.cases:
            known = {option.id for option in LIBRARY.cases[item].options}
        elif item in LIBRARY.questions:
            known = {option.id for option in LIBRARY.questions[item].options}
        else:
            known = set("1234567" if item in LIBRARY.dilemmas else "12345")
        assert picked in known, item


def test_a_leader_who_stays_has_something_to_say_to_every_item_of_the_programme_but_those_they_skip():
    for role in CAST:
        prompts = ["first", *TOUCHES]
        away = {prompts[number - 1] for number in role.skips} | set(prompts[role.stays :])
        silent = {item for item in TOUCHES if item not in role.says and item not in role.picks}
        missed = {"SM-01", "P04"} if role.pauses_on else set()
        assert silent - away - missed == set(), role.name
