"""Content that is edited under a running programme: nothing comes twice, and what was asked stays as it was asked."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from quiet_house import TUESDAY, Post, QuietHouse
from structlog.testing import capture_logs

from dialogues.library import library
from dialogues.model import Library, Programme, Text, Week
from handlers import screens
from journeys import ask, due, guide, join
from journeys.ports import Delivery, Outcome, Sent
from sandbox.parser import parse

NOOR = 7001
STARTER = "starter_4w"
SPARE = library().programmes["year_12m"].weeks[30]
ONCE = ("question", "paradox", "integrity_case", "programme_end")
Edit = Callable[[Library], Library]


@dataclass
class Edited(Post):
    """A messenger that draws from the content of now, as a bot does that was started again."""

    content: Library = field(default_factory=library)

    async def deliver(self, delivery: Delivery) -> Outcome:
        out = screens.render(delivery, self.content, "weerklank_bot")
        if out.bare:
            return Sent(None)
        self.sent.append((delivery, out, parse(out.text, "HTML")[0]))
        return Sent(999 + len(self.sent))


def edit(house: QuietHouse, changed: Library) -> None:
    """From now on the bot has this content."""
    house.world = replace(house.world, library=changed)
    house.post.content = changed


def weeks(content: Library, *chosen: Week) -> Library:
    programme = content.programmes[STARTER]
    numbered = tuple(replace(week, number=number) for number, week in enumerate(chosen, start=1))
    return replace(content, programmes={**content.programmes, STARTER: replace(programme, weeks=numbered)})


def reworded(content: Library, item: str, **texts: Text) -> Library:
    """The same item with other words; its file keeps its version, as small changes do."""
    shelves = {"questions": content.questions, "dilemmas": content.dilemmas, "pulses": content.pulses}
    name, shelf = next((name, shelf) for name, shelf in shelves.items() if item in shelf)
    return replace(content, **{name: {**shelf, item: replace(shelf[item], **texts)}})


def without(content: Library, item: str) -> Library:
    """An item that is gone, from the programme too."""
    kept = (
        replace(week, touches=tuple(touch for touch in week.touches if touch.item != item))
        for week in content.programmes[STARTER].weeks
    )
    less = weeks(content, *kept)
    return replace(
        less,
        questions={name: each for name, each in less.questions.items() if name != item},
        dilemmas={name: each for name, each in less.dilemmas.items() if name != item},
    )


def inserted_before(content: Library) -> Library:
    return weeks(content, SPARE, *content.programmes[STARTER].weeks)


def inserted_after(content: Library) -> Library:
    one, two, three, four = content.programmes[STARTER].weeks
    return weeks(content, one, two, SPARE, three, four)


def removed_before(content: Library) -> Library:
    return weeks(content, *content.programmes[STARTER].weeks[1:])


def removed_after(content: Library) -> Library:
    one, two, _, four = content.programmes[STARTER].weeks
    return weeks(content, one, two, four)


def reversed_order(content: Library) -> Library:
    one, two, three, four = content.programmes[STARTER].weeks
    return weeks(content, three, two, one, four)


EDITS: dict[str, Edit] = {
    edit.__name__: edit for edit in (inserted_before, inserted_after, removed_before, removed_after, reversed_order)
}


@pytest.fixture
def edited(house):
    house.post = Edited()
    return house


async def goes_on(house: QuietHouse, moments: int) -> None:
    """So many moments at which something is due; the leader answers each question in a word."""
    for _ in range(moments):
        planned = await due.next_due(house.world)
        if planned is None:
            return
        before = len(house.post.sent)
        await house.until(planned)
        asked = [delivery for delivery, _, _ in house.post.sent[before:] if delivery.screen.name == "prompt"]
        if asked:
            await house.says(NOOR, "4" if asked[-1].screen.args["kind"] == "pulse" else "Kort.")


async def asked_so_far(house: QuietHouse) -> list[str]:
    rows = await house.rows("SELECT item, kind FROM prompt ORDER BY asked_at, id")
    return [item for item, kind in rows if kind in ONCE]


async def programme_over(house: QuietHouse) -> bool:
    return await house.rows("SELECT count(*) FROM enrolment WHERE state = 'active'") == [(0,)]


def listed(content: Library) -> list[str]:
    programme: Programme = content.programmes[STARTER]
    return [touch.item for week in programme.weeks for touch in week.touches] + [STARTER]


def ahead(content: Library, before: list[str]) -> list[str]:
    """What is listed after everything that was asked before."""
    items = listed(content)
    return items[max(items.index(item) for item in before if item in items) + 1 :]


async def to_the_end(house: QuietHouse) -> None:
    for _ in range(40):
        if await programme_over(house):
            return
        await goes_on(house, 3)
    raise AssertionError("the programme does not end")


@pytest.mark.asyncio
@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("moments", [6, 10])
async def test_after_an_edit_nothing_comes_twice_and_nothing_ahead_is_lost(edited, name, moments):
    await edited.joins(NOOR)
    await edited.says(NOOR, "Kort.")
    await goes_on(edited, moments)
    before = await asked_so_far(edited)
    assert 3 <= len(before) <= 7
    changed = EDITS[name](edited.world.library)
    edit(edited, changed)
    await to_the_end(edited)
    asked = await asked_so_far(edited)
    assert max(Counter(asked).values()) == 1
    assert set(ahead(changed, before)) <= set(asked)
    assert asked[: len(before)] == before


@pytest.mark.asyncio
async def test_a_programme_that_was_cut_short_says_its_last_word(edited):
    await edited.joins(NOOR)
    await goes_on(edited, 12)
    one, *_, four = edited.world.library.programmes[STARTER].weeks
    edit(edited, weeks(edited.world.library, replace(one, extras=four.extras)))
    await to_the_end(edited)
    assert (await asked_so_far(edited))[-1] == STARTER


@pytest.mark.asyncio
async def test_an_edit_during_a_pause_is_taken_up_after_it(edited):
    await edited.joins(NOOR)
    await goes_on(edited, 6)
    await edited.says(NOOR, "/pause 2w")
    edit(edited, removed_before(edited.world.library))
    await to_the_end(edited)
    asked = await asked_so_far(edited)
    assert max(Counter(asked).values()) == 1
    assert set(listed(edited.world.library)) <= set(asked)


@pytest.mark.asyncio
async def test_a_second_programme_asks_its_own_first_week_too(edited):
    await edited.joins(NOOR)
    await to_the_end(edited)
    await edited.taps(NOOR, "next", "programme_end")
    await edited.taps(NOOR, "core_12w", "programme_next")
    before = len(await asked_so_far(edited))
    await goes_on(edited, 12)
    slots = [slot for (slot,) in await edited.rows("SELECT slot FROM prompt ORDER BY asked_at, id")]
    assert len(await asked_so_far(edited)) - before >= 4
    assert sum(slot.startswith("w01A.") for slot in slots) == 2


@pytest.mark.asyncio
async def test_who_follows_a_programme_again_gets_its_last_question_again(edited):
    await edited.joins(NOOR)
    await to_the_end(edited)
    await edited.taps(NOOR, "next", "programme_end")
    await edited.taps(NOOR, STARTER, "programme_next")
    await to_the_end(edited)
    assert (await asked_so_far(edited)).count(STARTER) == 2


async def left_open(house: QuietHouse, item: str) -> None:
    """The item was asked and waits for an answer."""
    await house.joins(NOOR)
    for _ in range(12):
        await house.says(NOOR, "Kort.")
        await house.until(await due.next_due(house.world))
        if (await asked_so_far(house))[-1] == item:
            return
    raise AssertionError(f"{item} was not asked")


async def gone(house: QuietHouse, item: str) -> None:
    """The item was asked and waits; then it goes out of the library."""
    await left_open(house, item)
    edit(house, without(house.world.library, item))


NEW = Text(nl="Heel andere woorden dan die er eerst stonden?", en="Quite other words than those that stood there?")


@pytest.mark.asyncio
async def test_a_new_wording_is_what_the_next_leader_reads(edited):
    edit(edited, reworded(edited.world.library, "RF-03", text=NEW))
    await edited.joins(NOOR)
    said = await edited.until(TUESDAY)
    assert any(NEW.nl in text for text in said)


@pytest.mark.asyncio
async def test_the_words_that_a_leader_answered_do_not_change_when_the_tap_is_shown(edited):
    await left_open(edited, "P04")
    old = edited.world.library.dilemmas["P04"].scenario.nl
    edit(edited, reworded(edited.world.library, "P04", scenario=NEW))
    said = await edited.taps(NOOR, "2", "value")
    assert old in said[0]
    assert NEW.nl not in said[0]


async def kept(house: QuietHouse, item: str) -> int:
    """How many answers there are to an item."""
    query = f"SELECT count(*) FROM answer a JOIN prompt p ON a.prompt = p.id WHERE p.item = '{item}'"
    return (await house.rows(query))[0][0]


@pytest.mark.asyncio
async def test_words_for_a_question_that_is_gone_are_kept_and_thanked_for(edited):
    await gone(edited, "RF-03")
    said = await edited.says(NOOR, "Ik liet een stilte vallen in het overleg, en de kleinste partner nam het woord.")
    assert said
    assert await kept(edited, "RF-03") == 1
    assert await edited.rows("SELECT state FROM prompt WHERE item = 'RF-03'") == [("answered",)]


@pytest.mark.asyncio
async def test_words_for_a_dilemma_that_is_gone_are_kept(edited):
    await gone(edited, "P04")
    assert await edited.says(NOOR, "Ik vertrouw haar al acht jaar.")
    assert await kept(edited, "P04") == 1


@pytest.mark.asyncio
async def test_a_tap_on_a_dilemma_that_is_gone_is_kept_and_answered(edited):
    await gone(edited, "P04")
    said = await edited.taps(NOOR, "2", "value")
    assert said
    assert await edited.rows("SELECT count(*) FROM tap WHERE name = 'position'") == [(1,)]


@pytest.mark.asyncio
async def test_the_reminder_of_a_question_that_is_gone_harms_nobody(edited):
    await gone(edited, "RF-03")
    await goes_on(edited, 6)
    assert max(Counter(await asked_so_far(edited)).values()) == 1


CORE = "core_12w"
TOLD = "Het traject dat je volgde, is er niet meer"


async def follows(house: QuietHouse, *chats: int) -> str:
    """Leaders in a cohort with a programme of its own; gives the invite."""
    new = guide.NewCohort("Zonzijde", CORE, "nl", starts_on=date(2026, 11, 2))
    created = await guide.create_cohort(house.world, new)
    for chat in chats:
        await house.joins(chat, created.payload)
        await house.says(chat, "Kort.")
    return created.payload


def withdrawn(house: QuietHouse) -> None:
    """The programme goes out of the library."""
    kept = {name: each for name, each in house.world.library.programmes.items() if name != CORE}
    edit(house, replace(house.world.library, programmes=kept))


def tells(house: QuietHouse, since: int = 0) -> list[int]:
    """The chats that were told that their programme is gone."""
    return [delivery.chat for delivery, _, text in house.post.sent[since:] if TOLD in text]


async def states(house: QuietHouse) -> list[str]:
    return [state for (state,) in await house.rows("SELECT state FROM enrolment ORDER BY id")]


@pytest.mark.asyncio
async def test_a_programme_that_is_gone_ends_for_each_who_follows_it_and_is_told_once(edited):
    await follows(edited, NOOR, NOOR + 1)
    await edited.joins(NOOR + 2)
    await edited.says(NOOR + 2, "Kort.")
    withdrawn(edited)
    with capture_logs() as logs:
        await goes_on(edited, 8)
    assert tells(edited) == [NOOR, NOOR + 1]
    assert await states(edited) == ["ended", "ended", "active"]
    assert logs == 2 * [{"event": "a programme that is followed is gone", "log_level": "warning", "name": CORE}]
    assert len(await asked_so_far(edited)) > 4, "the others are not held up"
    assert "/hulp" in " ".join(await edited.says(NOOR, "/start"))


@pytest.mark.asyncio
async def test_who_hears_that_the_programme_is_gone_can_go_on_or_stop(edited):
    await follows(edited, NOOR, NOOR + 1)
    withdrawn(edited)
    await goes_on(edited, 2)
    await edited.taps(NOOR, "next", "programme_gone")
    await edited.taps(NOOR, STARTER, "programme_next")
    await edited.taps(NOOR + 1, "stop", "programme_gone")
    assert await states(edited) == ["ended", "ended", "active"]
    assert await edited.rows(f"SELECT state FROM leader WHERE chat = {NOOR + 1}") == [("stopped",)]
    assert await edited.says(NOOR, "/question")


@pytest.mark.asyncio
async def test_who_is_away_while_the_programme_goes_hears_it_afterwards(edited):
    await follows(edited, NOOR)
    await edited.says(NOOR, "/pause 2w")
    withdrawn(edited)
    await edited.until(edited.clock.story + timedelta(weeks=2, days=1))
    assert tells(edited) == [NOOR]
    assert await states(edited) == ["ended"]
    assert "Er loopt geen traject" in edited.post.sent[-1][2]


@pytest.mark.asyncio
async def test_who_blocked_the_bot_meanwhile_hears_it_on_coming_back(edited):
    await follows(edited, NOOR)
    await join.blocked(edited.world, NOOR, await edited.update(), gone=True)
    withdrawn(edited)
    edited.clock.story += timedelta(weeks=1)
    await ask.tick(edited.world)
    await edited.deliver()
    assert (tells(edited), await states(edited)) == ([], ["active"])
    await edited.starts(NOOR)
    assert (tells(edited), await states(edited)) == ([NOOR], ["ended"])


@pytest.mark.asyncio
async def test_whoever_changes_the_rhythm_first_hears_it_then(edited):
    await follows(edited, NOOR)
    withdrawn(edited)
    before = len(edited.post.sent)
    await edited.says(NOOR, "/rhythm")
    await edited.taps(NOOR, "frequency", "rhythm_now")
    await edited.taps(NOOR, "light", "rhythm")
    assert tells(edited, before) == [NOOR]
    await goes_on(edited, 3)
    assert tells(edited, before) == [NOOR]


@pytest.mark.asyncio
async def test_at_night_it_is_not_told(edited):
    await follows(edited, NOOR)
    withdrawn(edited)
    edited.clock.story = TUESDAY + timedelta(hours=14)
    await ask.tick(edited.world)
    await edited.deliver()
    assert tells(edited) == []
    await edited.until(TUESDAY + timedelta(days=1, hours=2))
    assert tells(edited) == [NOOR]


@pytest.mark.asyncio
async def test_an_invite_to_a_programme_that_is_gone_leads_to_the_usual_one(edited):
    payload = await follows(edited, NOOR)
    withdrawn(edited)
    await edited.joins(NOOR + 1, payload)
    assert await edited.rows("SELECT programme FROM enrolment ORDER BY id") == [(CORE,), (STARTER,)]
    await edited.starts(NOOR, payload)
    assert (await edited.rows("SELECT programme, state FROM enrolment ORDER BY id"))[-1] == (STARTER, "active")
