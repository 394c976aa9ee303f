"""Which pole stands first: half of the leaders see the other order, and nothing that is kept depends on it."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from pocket import Pocket

from dialogues.asking import poles
from dialogues.effects import Ask, KeepTap
from dialogues.events import pressed
from dialogues.library import library
from handlers import screens
from handlers.outgoing import Outgoing
from journeys.ports import Delivery, Screen

chats = st.integers(min_value=1, max_value=2**52)
dilemmas = st.sampled_from(tuple(library().dilemmas))
positions = st.integers(min_value=1, max_value=7)
languages = st.sampled_from(("nl", "en"))


def asked(chat: int, dilemma: str, kind: str = "paradox") -> Pocket:
    """A dilemma on the floor of the leader in this chat."""
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, chat=chat)
    pocket.ask(Ask(kind, dilemma, "w01A"))
    return pocket


def shown(pocket: Pocket, screen: str, language: str = "nl", **args: object) -> Outgoing:
    """A screen of the dilemma as this leader gets it, with what was tapped so far."""
    prompt = pocket.prompt
    args = {"kind": prompt.kind, "item": prompt.item, "prompt": prompt.id, "about": prompt.id, **args}
    taps = {name: value for (_, name), value in pocket.taps.items()}
    material = {"taps": taps, "swapped": poles.swapped(pocket.leader, prompt.item)}
    return screens.render(Delivery(pocket.leader.chat, language, Screen(screen, args), material), library())


@given(positions, st.booleans())
def test_a_position_comes_back_from_either_order_as_it_was(position, swap):
    seen = poles.turned(position, swap=swap)
    assert 1 <= seen <= 7
    assert poles.turned(seen, swap=swap) == position


@given(chats, dilemmas)
def test_the_order_is_always_the_same_for_one_leader_and_one_dilemma(chat, dilemma):
    leader = replace(Pocket().leader, chat=chat)
    assert poles.swapped(leader, dilemma) == poles.swapped(replace(leader, id=99, language="en"), dilemma)


def test_about_half_of_the_leaders_see_each_order_of_each_dilemma():
    leader = Pocket().leader
    for dilemma in library().dilemmas:
        swaps = sum(poles.swapped(replace(leader, chat=chat), dilemma) for chat in range(7000, 8000))
        assert 400 < swaps < 600, dilemma


def test_the_order_of_one_dilemma_tells_nothing_about_that_of_another():
    leader = Pocket().leader
    crowd = [replace(leader, chat=chat) for chat in range(7000, 8000)]
    for one, other in pairwise(library().dilemmas):
        alike = sum(poles.swapped(each, one) == poles.swapped(each, other) for each in crowd)
        assert 400 < alike < 600, (one, other)


@given(chats, dilemmas, positions, st.booleans())
def test_what_is_typed_and_what_is_tapped_keep_the_same_position(chat, dilemma, seen, tap):
    pocket = asked(chat, dilemma)
    (steps, *_) = shown(pocket, "prompt").keyboard
    assert [key.label for key in steps] == list("1234567")
    if tap:
        press = pressed(steps[seen - 1].data or "", 1)
        pocket.presses(press.group, press.value)
    else:
        pocket.says(str(seen))
    (kept,) = pocket.decided(KeepTap)
    assert int(kept.value) == poles.turned(seen, swap=poles.swapped(pocket.leader, dilemma))
    text = shown(pocket, "prompt").text
    assert "".join("▪" if n == seen else "▫" for n in range(1, 8)) in text
    assert f" {seen}" in text.splitlines()[-1]


@given(chats, dilemmas, positions, languages)
def test_the_other_pole_is_always_the_side_where_the_leader_does_not_stand(chat, dilemma, seen, language):
    known = library().dilemmas[dilemma]
    pocket = asked(chat, dilemma)
    labels = [line[4:] for line in shown(pocket, "prompt", language).text.splitlines() if line[:4] in ("1 = ", "7 = ")]
    pocket.says(str(seen))
    near = labels[seen > 4]
    about = known.other_pole.if_a if near == known.pole_a.label[language] else known.other_pole.if_b
    expected = (known.other_pole.if_middle if seen == 4 else about)[language]
    assert shown(pocket, "dilemma_step", language, stage="other").text == expected.replace("&", "&amp;")


@given(chats, dilemmas, positions, positions, languages)
def test_a_dilemma_from_before_shows_where_the_leader_saw_themselves_then(chat, dilemma, then, now, language):
    pocket = asked(chat, dilemma, "paradox_revisit")
    swap = poles.swapped(pocket.leader, dilemma)
    earlier = {"swapped": swap, "position": str(poles.turned(then, swap=swap)), "date": "12 maart"}
    args = {"kind": "paradox_revisit", "item": dilemma, "stage": "changed"}
    asks = Delivery(1, language, Screen("prompt", args), {**earlier, "taps": {}})
    assert f" {then} " in screens.render(asks, library()).text.replace(".", " ").replace(",", " ")
    taken = {"position": str(poles.turned(now, swap=swap))}
    text = screens.render(
        Delivery(1, language, Screen("dilemma_step", args), {**earlier, "taps": taken}), library()
    ).text
    assert "12 maart" in text
    assert text.count("?") == 1
    assert (f" {then}, " in text and f" {now}. " in text) == (then != now)
