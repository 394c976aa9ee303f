"""An answer in several messages: kept piece by piece, and listed, changed, hidden, quoted and erased as one."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio
from quiet_house import QuietHouse, quiet_house

from dialogues.events import Amended, Pressed, pressed
from dialogues.library import library

NOOR = 7001
PIECES = ("Ik zag de kanarie.", "Ik zweeg toen Anil bleef praten.", "Vrijdag vraag ik eerst wat hij nodig heeft.")
WHOLE = "\n".join(PIECES)
pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def home(database_url: str) -> AsyncIterator[QuietHouse]:
    """A house where one answer may come in several messages, with one such answer in it."""
    async with quiet_house(database_url, patience=timedelta(seconds=6)) as opened:
        await opened.joins(NOOR)
        for text in PIECES:
            await opened.says(NOOR, text)
        await opened.wait(seconds=7)
        await opened.wait(minutes=20)
        yield opened


async def listed(home, command="/answers"):
    """The texts of a list of own answers."""
    await home.says(NOOR, command)
    return [line["text"] for line in home.post.sent[-1][0].material["lines"] or ()]


async def press(home, label):
    """The button with this label under the newest message."""
    delivery, out, _ = home.post.sent[-1]
    key = next(key for row in out.keyboard for key in row if key.label == label)
    return await home.hears(NOOR, pressed(key.data or "", delivery.edits or 999 + len(home.post.sent)))


async def states(home):
    return [state for (state,) in await home.rows("SELECT state FROM answer ORDER BY given_at, id")]


async def first_piece(home):
    return (await home.rows("SELECT id FROM answer ORDER BY given_at, id"))[0][0]


async def test_it_stands_on_one_line_and_is_found_by_words_of_different_pieces(home):
    assert await listed(home) == [WHOLE]
    assert await listed(home, "/answers kanarie zweeg vrijdag") == [WHOLE]
    await home.says(NOOR, "/answers months")
    assert "(1)" in home.post.sent[-1][2] or "(1)" in home.buttons()[0].label


async def test_editing_one_message_changes_that_piece_alone(home):
    messages = await home.rows("SELECT message FROM answer ORDER BY given_at, id")
    await home.hears(NOOR, Amended("Ik zweeg niet.", messages[1][0]))
    assert await listed(home) == [f"{PIECES[0]}\nIk zweeg niet.\n{PIECES[2]}"]


async def test_a_new_text_takes_the_place_of_all_pieces_which_come_back_as_one(home):
    await listed(home)
    await press(home, "1")
    await press(home, "Aanpassen")
    await home.says(NOOR, "Ik vroeg het hem.")
    assert await listed(home) == ["Ik vroeg het hem."]
    assert await home.rows("SELECT count(*) FROM answer_edit") == [(1,)]
    await home.taps(NOOR, "undo")
    assert await listed(home) == [WHOLE]


async def test_it_is_hidden_withdrawn_restored_and_erased_as_a_whole(home):
    await listed(home)
    await press(home, "1")
    await press(home, "Verbergen in terugblikken")
    assert await states(home) == ["hidden"] * 3
    about = await first_piece(home)
    await home.hears(NOOR, Pressed("answers", about, "withdraw_hidden.a.0", 1000))
    assert await states(home) == ["withdrawn"] * 3
    assert await listed(home) == []
    await home.hears(NOOR, Pressed("answers", about, "restore_hidden.a.0", 1000))
    assert await states(home) == ["hidden"] * 3
    await home.hears(NOOR, Pressed("answers", about, "withdraw_hidden.a.0", 1000))
    await home.wait(hours=25)
    assert await states(home) == []


async def test_an_intention_is_the_sentence_of_whichever_piece_holds_it(home):
    about = await first_piece(home)
    await home.hears(NOOR, Pressed("intention_offer", about, "yes", 1000))
    assert PIECES[2] in (await home.says(NOOR, "/intention"))[0]


async def test_the_look_back_counts_and_reads_it_as_one(home):
    (text, *_) = await home.says(NOOR, "/lookback")
    assert home.post.sent
    facts = [delivery.material["facts"] for delivery, _, _ in home.post.sent if delivery.material.get("facts")]
    assert facts
    assert text
    about = await first_piece(home)
    others = {number for (number,) in await home.rows("SELECT id FROM answer")} - {about}
    assert not any(f'"answer:{number}"' in told for told in facts for number in others)


async def test_loose_thoughts_in_a_row_are_one_and_a_new_one_is_another(home):
    await home.says(NOOR, "Genoeg.")
    thanked = [library().messages["thought_kept"].text.nl]
    assert await home.says(NOOR, "/reflect Ik dacht aan het begin.") == thanked
    await home.wait(seconds=30)
    assert await home.says(NOOR, "En aan het eind.") == []
    assert await home.says(NOOR, "/reflect Iets heel anders.") == thanked
    assert await listed(home) == ["Iets heel anders.", "Ik dacht aan het begin.\nEn aan het eind.", WHOLE]


async def test_two_silences_within_one_minute_bring_two_replies(database_url):
    async with quiet_house(database_url, patience=timedelta(seconds=6)) as opened:
        await opened.joins(NOOR)
        await opened.says(NOOR, "Ik brak het overleg af, want ik was het zat.")
        before = len(opened.post.sent)
        await opened.wait(seconds=7)
        asked = [text for _, _, text in opened.post.sent[before:]]
        assert len(asked) == 1
        await opened.says(NOOR, "Zij keken naar mij en zeiden niets meer.")
        before = len(opened.post.sent)
        await opened.wait(seconds=7)
        assert len(opened.post.sent) > before, "the thanks did not come"
