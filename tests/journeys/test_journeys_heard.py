"""What the rules hear in an answer is kept beside it: about all pieces, anew after a change, never of a crisis."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
import pytest_asyncio
from quiet_house import QuietHouse, Studio, quiet_house

from dialogues import markers
from dialogues.answers.pieces import joined
from dialogues.events import Amended, Pressed
from storage import answers, leaders
from storage.answers import Which
from summaries.facts import Findings
from summaries.making import Wanted
from summaries.material import Written

NOOR = 7001
PIECES = (
    "Ik praatte de stilte vol.",
    "Daardoor haakte Anil Verbeek af.",
    "Vrijdag vraag ik eerst wat hij nodig heeft.",
)
pytestmark = pytest.mark.asyncio


@dataclass
class Reader(Studio):
    """A studio that remembers what it was given to read."""

    given: list[Written] = field(default_factory=list)

    async def findings(self, wanted: Wanted) -> Findings:
        self.given = list(wanted.material.answers)
        return await super().findings(wanted)


@pytest_asyncio.fixture
async def home(database_url: str) -> AsyncIterator[QuietHouse]:
    """A house with one answer in it, written in three messages."""
    async with quiet_house(database_url, patience=timedelta(seconds=6), studio=Reader()) as opened:
        await opened.joins(NOOR)
        for text in PIECES:
            await opened.says(NOOR, text)
        await opened.wait(seconds=7)
        yield opened


async def read(home: QuietHouse) -> list[Written]:
    """The answers that a look back of now is made of."""
    await home.says(NOOR, f"/lookback {home.world.clock.now():%Y-%m}")
    return home.world.studio.given


def heard_whole(part: Written) -> bool:
    """Was it kept with it what a reader of all its words hears?"""
    return part.spans == markers.find(part.text, part.language)


async def test_a_look_back_gets_what_was_heard_in_all_pieces_of_an_answer(home):
    (part,) = await read(home)
    assert part.text == "\n".join(PIECES)
    assert {"own_role", "intention"} <= {span.marker for span in part.spans}
    assert heard_whole(part)


async def test_a_message_that_is_edited_is_heard_anew(home):
    messages = await home.rows("SELECT message FROM answer ORDER BY given_at, id")
    await home.hears(NOOR, Amended("Ik zag het gebeuren.", messages[0][0]))
    (part,) = await read(home)
    assert part.text.startswith("Ik zag het gebeuren.")
    assert heard_whole(part)


async def test_words_without_names_are_heard_anew(home):
    ((about,),) = await home.rows("SELECT id FROM answer ORDER BY given_at, id LIMIT 1")
    await home.hears(NOOR, Pressed("third_party_data", about, "replace", 1000))
    (part,) = await read(home)
    assert "Verbeek" not in part.text
    assert heard_whole(part)


async def test_a_piece_that_was_hidden_takes_what_was_heard_along(home):
    async with home.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        (answer,) = await answers.page(session, leader.id, Which())
        pieces = await answers.whole(session, leader.id, answer.id)
        await answers.set_state(session, leader.id, pieces[-1].id, "hidden")
        assert joined(pieces[:-1]).text == "\n".join(PIECES[:-1])
    (part,) = await read(home)
    assert part.spans is None  # the note is about more words than these


async def test_after_a_change_of_rules_an_answer_is_read_again(home, monkeypatch):
    monkeypatch.setattr(markers, "RULES", "2031-01")
    (part,) = await read(home)
    assert part.spans is None


async def test_in_words_of_a_crisis_nothing_is_sought(home):
    await home.says(NOOR, "/question")
    await home.says(NOOR, "Ik wil een einde aan mijn leven maken.")
    crisis = await home.rows("SELECT id FROM answer WHERE care = 'crisis'")
    assert len(crisis) == 1
    assert await home.rows("SELECT id FROM answer WHERE care = 'crisis' AND heard IS NULL") == crisis
