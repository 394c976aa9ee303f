"""In the chat as it looks: words that mean a button change the message it stands on, and leave no button behind."""

import pytest
from quiet_house import QuietHouse
from test_journeys_labels import types

from dialogues.effects import Ask
from dialogues.talk import from_json
from journeys import acting, scenes
from journeys.ports import Unknown
from journeys.stage import Stage
from storage import leaders, talks

NOOR = 7001
ANSWER = "Gisteren liep het overleg met de partners vast op de verdeelsleutel en iedereen keek naar de tafel."


def stands(house: QuietHouse) -> dict[int, tuple[str, str, int]]:
    """Each message as it stands: its screen, its text and how many buttons it has."""
    seen = {}
    for place, (delivery, out, text) in enumerate(house.post.sent):
        seen[delivery.edits or 1000 + place] = (delivery.screen.name, text, sum(map(len, out.keyboard)))
    bare = {message for _, message in house.post.stripped}
    return {key: (name, text, 0 if key in bare else keys) for key, (name, text, keys) in seen.items()}


def buttons(house: QuietHouse, screen: str) -> list[int]:
    return [keys for name, _, keys in stands(house).values() if name == screen]


@pytest.mark.asyncio
async def test_a_follow_up_that_was_answered_in_words_has_no_button_any_more(house):
    await house.joins(NOOR)
    await types(house, ANSWER)
    assert buttons(house, "followup") == [1]
    await types(house, "Ik zei zelf ook niets, en dat voelde niet goed.")
    assert buttons(house, "followup") == [0]
    assert len(house.post.stripped) == len(set(house.post.stripped))


@pytest.mark.asyncio
async def test_every_step_of_a_dilemma_that_was_answered_in_words_is_left_without_its_way_out(house):
    await house.joins(NOOR)
    await types(house, "Kort.")
    await house.says(NOOR, "/dilemma")
    for words in ("4", "Omdat het fonds wacht op ons besluit.", "De regio zelf.", "Eerst horen, dan kiezen.", "nee"):
        await types(house, words)
    assert buttons(house, "dilemma_step") == [0, 0, 0]
    assert buttons(house, "own_case_offer") == [0]
    assert [keys for _, text, keys in stands(house).values() if "▪" in text] == [0]
    assert len(house.post.stripped) == len(set(house.post.stripped))


@pytest.mark.asyncio
async def test_an_act_that_was_chosen_in_words_shows_on_the_case_and_its_reflection_ends_without_buttons(house):
    await house.joins(NOOR)
    await types(house, "Kort.")
    await asks(house, "integrity_case", "IC-12")
    await types(house, "2")
    assert [keys for name, text, keys in stands(house).values() if name == "prompt" and "▸" in text] == [0]
    await house.taps(NOOR, "c", "case_other")
    await types(house, "Het kost me vooral tijd.")
    assert buttons(house, "case_reflection") == [0]
    assert await house.taps(NOOR, "enough", "followup_buttons") != []


@pytest.mark.asyncio
async def test_mood_and_energy_in_words_change_the_message_that_asked_for_them(house):
    await house.joins(NOOR)
    await types(house, "Kort.")
    before = len(stands(house))
    await types(house, "4 3")
    assert len(stands(house)) == before
    (told,) = [text for name, text, _ in stands(house).values() if name == "thanks_taps"]
    assert "stemming 4" in told.casefold()
    assert house.post.reactions[-1][2] == "✍"


@pytest.mark.asyncio
@pytest.mark.parametrize("words", ["4", "een 4 denk ik", "4, want het liep"])
async def test_a_pulse_in_words_is_one_message_with_a_quiet_receipt(house, words):
    await house.joins(NOOR)
    await types(house, "Kort.")
    await asks(house, "pulse", "PU-01")
    before = len(stands(house))
    await types(house, words)
    assert len(stands(house)) == before
    (shown,) = [(text, keys) for name, text, keys in stands(house).values() if name == "prompt" and "▪" in text]
    assert "▫▫▫▪▫  4" in shown[0]
    assert shown[1] == 0
    reactions = len(house.post.reactions)
    await types(house, "nee, 2")
    assert len(stands(house)) == before
    assert len(house.post.reactions) == reactions + 1
    assert [text for name, text, _ in stands(house).values() if "▫▪▫▫▫  2" in text] != []


@pytest.mark.asyncio
async def test_where_the_message_is_not_known_to_have_arrived_the_taps_are_shown_below(house):
    await house.joins(NOOR)
    house.post.fates = [Unknown()]
    await types(house, "Kort.")
    await types(house, "4 3")
    assert [delivery.edits for delivery, _, _ in house.post.sent if delivery.screen.name == "thanks_taps"][-1] is None


async def asks(house: QuietHouse, kind: str, item: str) -> None:
    """An item that comes by itself, now."""
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        scene = await scenes.scene_of(house.world, session, leader, None)
        talk = from_json(await talks.load(session, leader.id))
        stage = Stage(house.world, session, scene, f"ask:{item}", talk)
        await acting.carry_out(stage, (Ask(kind, item, f"own:{item}"),))
    await house.deliver()
