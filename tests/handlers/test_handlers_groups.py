"""The groups on a screen: one button out of each, and no button about groups for who is in none."""

from screening import ANY, LIBRARY, WIDEST_LABEL

from dialogues.events import data
from handlers import screens
from handlers.outgoing import Key
from journeys.ports import Delivery, Screen

NORTH, SOUTH = (5, "Noord <b>"), (2**62 + 1, "Zuid " * 12)


def keys(name: str, **args: object) -> list[Key]:
    shown = screens.render(Delivery(1, "nl", Screen(name, {**ANY, **args}), {}), LIBRARY)
    return [key for row in shown.keyboard for key in row]


def test_of_several_groups_each_button_is_the_name_of_its_group():
    north, south = keys("groups", groups="Noord en Zuid", each=[NORTH, SOUTH])
    assert (north.label, north.data) == ("Noord <b>", data("groups", 5, "leave"))
    assert south.data == data("groups", 2**62 + 1, "leave")
    assert len(south.label) <= WIDEST_LABEL


def test_of_one_group_the_button_says_what_it_does():
    assert [(key.label, key.data) for key in keys("groups", groups="Noord", each=[NORTH])] == [
        ("Verlaat de groep", data("groups", 5, "leave"))
    ]


def test_the_settings_lead_to_the_groups_of_who_is_in_one():
    inside, outside = (
        {key.label for key in keys("settings", inside=inside, echoes="x", theme="x")} for inside in (True, False)
    )
    assert inside - outside == {"Je groepen"}
    assert outside < inside
