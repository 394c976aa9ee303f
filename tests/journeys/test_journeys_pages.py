"""The leader's own pages at work: lists and searches, answers hidden and withdrawn, tensions, intentions, settings."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio
from quiet_house import QuietHouse, quiet_house

from dialogues.asking import poles
from dialogues.events import Amended, Pressed, pressed
from dialogues.library import library
from journeys import listen, take
from journeys.pages import PAGE
from storage import answers, leaders

NOOR, LIV = 7001, 7002
CANARY = "kanarievogel"
pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def home(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[QuietHouse]:
    """A quiet house on each kind of database."""
    pragmas = ("journal_mode=WAL", "synchronous=OFF", "foreign_keys=ON", "secure_delete=ON")
    monkeypatch.setattr("storage.session._SQLITE_PRAGMAS", pragmas)
    async with quiet_house(database_url) as opened:
        yield opened


async def written(house, *texts):
    """Thoughts, one after the other, each at its own moment."""
    await house.joins(NOOR)
    for text in texts:
        await house.wait(seconds=2)
        await house.says(NOOR, f"/reflect {text}")
    await house.wait(minutes=1)


async def press(house, label):
    """The button with this label under the newest message; gives what the bot says."""
    delivery, out, _ = house.post.sent[-1]
    for row in out.keyboard:
        for key in row:
            if key.label == label:
                message = delivery.edits or 1000 + len(house.post.sent) - 1
                return await house.hears(delivery.chat, pressed(key.data or "", message))
    raise AssertionError(f"there is no button {label}")


async def pages(house, command="/answers"):
    """Every page of a list: its texts."""
    await house.says(NOOR, command)
    found = [[line["text"] for line in house.post.sent[-1][0].material["lines"] or ()]]
    while "Ouder" in [key.label for key in house.buttons()]:
        assert len(found) < 50
        await press(house, "Ouder")
        found.append([line["text"] for line in house.post.sent[-1][0].material["lines"]])
    return found


async def in_tables(house, words):
    """In which tables of the file these words can be read."""
    tables = await house.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [table for (table,) in tables if words in repr(await house.rows(f'SELECT * FROM "{table}"'))]


async def test_without_answers_there_is_one_kind_line(house):
    await house.joins(NOOR)
    assert await pages(house) == [[]]
    assert house.buttons() == ()


@pytest.mark.parametrize("count", [1, PAGE, PAGE + 1, 2 * PAGE + 1])
async def test_each_answer_stands_on_one_page_newest_first(home, count):
    texts = [f"Dit is gedachte nummer {number}." for number in range(count)]
    await written(home, *texts)
    found = await pages(home)
    assert [text for page in found for text in page] == texts[::-1]
    assert len(found) == -(-count // PAGE)
    edits = {delivery.edits for delivery, _, _ in home.post.sent[-len(found) + 1 :]} if len(found) > 1 else set()
    assert len(edits) == (len(found) > 1)  # all in the place of the first page


@pytest.mark.parametrize("sign", ["x", "🧭", "é ", "<"])
async def test_a_very_long_answer_is_read_whole_without_losing_a_sign(house, sign):
    long = ("begin " + sign * 4096)[: 4080 if sign != "🧭" else 2040] + "einde"
    await written(house, "Eerst iets korts.", long)
    (said,) = await house.says(NOOR, "/answers")
    assert "…" in said
    (first,) = await press(house, "1")
    parts = [first.split("\n\n", 1)[1].rsplit("\n\n", 1)[0]]
    while "Verder lezen" in [key.label for key in house.buttons()]:
        (more,) = await press(house, "Verder lezen")
        parts.append(more.split("\n\n", 1)[1].rsplit("\n\n", 1)[0])
    assert "".join("".join(parts).split()) == "".join(long.split())
    await press(house, "Naar het begin")
    (back,) = await press(house, "Terug")
    assert "Eerst iets korts." in back


@pytest.mark.parametrize(
    "value", ["list.a.9999", "list.p.3", "list.s.2", "list.m2026-13.0", "list.m0000-01.0", "open.s.9", "restore.a.0"]
)
async def test_a_page_that_was_made_up_shows_something_sensible(house, value):
    await written(house, "Een antwoord.")
    for about in (0, 1, 2**62, 2**63 - 1):
        assert len(await house.hears(NOOR, Pressed("answers", about, value, 1000))) == 1
    assert await house.rows("SELECT count(*) FROM outbox WHERE state = 'refused'") == [(0,)]


async def test_a_month_is_listed_by_name_and_from_the_menu(home):
    await written(home, "In november.")
    await home.wait(days=35)
    await home.says(NOOR, "/reflect In december.")
    assert await pages(home, "/answers november") == [["In november."]]
    assert await pages(home, "/answers 2026-12") == [["In december."]]
    assert await pages(home, "/answers maart 2020") == [[]]
    await press(home, "Alles")
    await press(home, "Per maand")
    assert [key.label for key in home.buttons()] == ["december 2026 (1)", "november 2026 (1)", "Alles"]
    (said,) = await press(home, "november 2026 (1)")
    assert "In november." in said
    assert "In december." not in said


async def placed(house, position="6", why="Papier dreef ons eerder uit elkaar."):
    """A position on a dilemma, and what puts one there; gives the dilemma."""
    await house.says(NOOR, "/dilemma")
    await house.says(NOOR, position)
    await house.says(NOOR, why)
    await house.says(NOOR, "genoeg")
    ((item,),) = await house.rows("SELECT item FROM prompt WHERE kind = 'paradox' ORDER BY id DESC LIMIT 1")
    return item


async def test_a_tension_lists_its_own_words_by_id_by_title_and_from_the_menu(home):
    await written(home, "Iets anders.")
    item = await placed(home)
    title = library().dilemmas[item].title.nl
    for words in (item, item.lower(), title):
        assert await pages(home, f"/answers {words}") == [["Papier dreef ons eerder uit elkaar."]]
    await press(home, "Per spanning")
    (said,) = await press(home, title)
    assert "Papier dreef" in said
    assert "Iets anders" not in said
    await press(home, "1")
    (back,) = await press(home, "Terug")
    assert back == said
    assert await pages(home, "/answers P12") == [[]]


async def test_a_search_finds_own_words_and_leaves_them_in_no_table(house):
    texts = [f"Ik zag een {CANARY} op dag {number}." for number in range(PAGE + 2)]
    await written(house, *texts, "Iets heel anders.")
    found = await pages(house, f"/answers zoek {CANARY.upper()}")
    assert [text for page in found for text in page] == texts[::-1]
    assert "Gevonden in je antwoorden: 8." in house.post.sent[-1][2]
    assert await in_tables(house, CANARY) == []
    await press(house, "1")
    (back,) = await press(house, "Terug")
    assert "(2/2)" in back
    assert CANARY in back


async def test_a_search_can_be_asked_for_and_finds_nothing_of_others(home):
    await written(home, "Ik vertrouwde haar.")
    await home.joins(LIV)
    await home.says(LIV, "/reflect Vertrouwen van een ander.")
    await home.says(NOOR, "/answers")
    (asked,) = await press(home, "Zoeken")
    assert "Welk woord" in asked
    (said,) = await home.says(NOOR, "vertrouwen")
    assert "Ik vertrouwde haar." in said
    assert "van een ander" not in said
    (nothing,) = await home.says(NOOR, "/answers wantrouwen")
    assert "Hier vond ik niets van jou" in nothing


async def test_a_search_that_is_too_long_ago_says_so(house):
    await written(house, *(f"Een {CANARY}." for _ in range(PAGE + 1)))
    await house.says(NOOR, f"/answers {CANARY}")
    message = 1000 + len(house.post.sent) - 1
    house.clock.machine += timedelta(days=31)
    await take.purge(house.world)
    (said,) = await house.hears(NOOR, Pressed("answers", 0, "list.s.1", message))
    assert said == library().messages["answers_passed"].text.nl


async def test_a_hidden_answer_is_only_in_the_list_of_its_leader(home):
    await month(home)
    assert "kanarie" in (await home.says(NOOR, "/lookback"))[0]
    await home.says(NOOR, "/answers kanarie")
    await press(home, "1")
    (said,) = await press(home, "Verbergen in terugblikken")
    assert "niet in terugblikken" in said
    assert "niet in terugblikken" in (await home.says(NOOR, "/answers"))[0]
    assert "kanarie" not in (await home.says(NOOR, "/lookback"))[0]
    await home.says(NOOR, "/answers kanarie")
    await press(home, "1")
    await press(home, "Weer in terugblikken")
    assert "kanarie" in (await home.says(NOOR, "/lookback"))[0]


async def month(house):
    """A month in which one sentence stands out."""
    await house.joins(NOOR)
    for text in (
        "Ik liet in het overleg de stilte duren en merkte dat de anderen toen begonnen te praten als een kanarie.",
        "Gisteren liep het vast en ik zei niets.", "Ik vroeg eerst wat de ander zag.", "Het was een volle week.",
    ):  # fmt: skip
        await house.says(NOOR, "/question")
        await house.says(NOOR, text)
        await house.wait(days=1)


async def test_a_withdrawn_answer_is_nowhere_and_can_be_restored_within_a_day(home):
    await month(home)
    await home.says(NOOR, "/lookback")
    await home.says(NOOR, "/answers kanarie")
    await press(home, "1")
    (said,) = await press(home, "Intrekken")
    assert "ingetrokken" in said
    assert "kanarie" not in said
    withdrawn = home.post.sent[-1]
    assert await home.rows("SELECT count(*) FROM summary") == [(0,)]
    assert await pages(home, "/answers kanarie") == [[]]
    assert all("kanarie" not in text for page in await pages(home) for text in page)
    assert "kanarie" not in (await home.says(NOOR, "/lookback"))[0]
    await home.wait(hours=20)
    home.post.sent.append(withdrawn)
    (restored,) = await press(home, "Terughalen")
    assert "kanarie" in restored
    await home.wait(days=2)
    assert [len(page) for page in await pages(home, "/answers kanarie")] == [1]


async def test_a_thought_that_is_edited_before_it_was_confirmed_is_said_not_to_be_kept_and_then_kept_as_edited(home):
    texts = library().messages
    await home.joins(NOOR)
    await home.says(NOOR, "Kort en goed, dat was het.")
    await home.wait(hours=1)
    await home.says(NOOR, "Vandaag ging het overleg anders dan gedacht en ik merkte dat.")
    ((answer, message),) = await home.rows("SELECT id, message FROM answer WHERE state = 'held'")
    assert await home.hears(NOOR, Amended("Het overleg ging om de kanarie.", message)) == [texts["edited_held"].text.nl]
    assert "kanarie" not in (await home.says(NOOR, "/answers"))[0]
    await home.hears(NOOR, Pressed("not_understood", answer, "keep", 1000))
    assert "kanarie" in (await home.says(NOOR, "/answers"))[0]
    assert await home.hears(NOOR, Amended("Toch om een mus.", message)) == [texts["edited"].text.nl]


async def test_a_day_after_it_was_withdrawn_an_answer_is_erased_with_all_that_quotes_it(home):
    await home.joins(NOOR)
    await home.says(NOOR, "/question")
    await home.says(NOOR, "Ik neem me voor om vrijdag eerst te vragen wat de ander ziet.")
    message = (await home.rows("SELECT message FROM answer"))[0][0]
    await home.hears(NOOR, Amended("Ik neem me voor om vrijdag te vragen wat de kanarie ziet.", message))
    ((answer,),) = await home.rows("SELECT id FROM answer")
    await home.hears(NOOR, Pressed("intention_offer", answer, "yes", 1000))
    assert await home.rows("SELECT count(*) FROM intention") == [(1,)]
    await home.hears(NOOR, Pressed("answers", answer, "withdraw.a.0", 1000))
    assert "kanarie" not in (await home.says(NOOR, "/intention"))[0]
    await home.hears(NOOR, Amended("Toch nog iets anders.", message))
    await home.wait(hours=25)
    for table in ("answer", "answer_edit", "intention"):
        assert await home.rows(f"SELECT count(*) FROM {table}") == [(0,)], table
    (said,) = await home.hears(NOOR, Pressed("answers", answer, "restore.a.0", 1000))
    assert said == library().messages["answer_gone"].text.nl


async def test_a_new_text_takes_the_place_of_the_old_and_keeps_it_as_a_version(home):
    await written(home, "Ik zweeg.")
    await home.says(NOOR, "/answers")
    await press(home, "1")
    (asked,) = await press(home, "Aanpassen")
    assert "nieuwe tekst" in asked
    (said,) = await home.says(NOOR, "Ik zweeg niet.")
    assert said == "Aangepast. Nu staat er: «Ik zweeg niet.»"
    assert await pages(home) == [["Ik zweeg niet."]]
    assert await home.rows("SELECT count(*) FROM answer_edit") == [(1,)]
    (gone,) = await home.hears(NOOR, Pressed("answers", 12, "edit.a.0", 1000))
    assert gone == asked
    assert await home.says(NOOR, "Nog iets.") == [library().messages["answer_gone"].text.nl]


async def rewrites(house, text):
    """The newest answer gets this text; gives what the bot says."""
    await house.says(NOOR, "/answers")
    await press(house, "1")
    await press(house, "Aanpassen")
    return await house.says(NOOR, text)


async def test_the_old_text_is_put_back_in_place_once_and_the_new_one_is_gone(home):
    await written(home, f"Ik zag een {CANARY}.")
    ((sealed,),) = await home.rows("SELECT text FROM answer")
    await rewrites(home, "Ik zag niets.")
    message = home.post.sent[-1]
    assert await press(home, "Terugzetten") == [f"Teruggezet. Er staat weer: «Ik zag een {CANARY}.»"]
    assert (home.post.sent[-1][0].edits, home.buttons()) == (1000 + len(home.post.sent) - 2, ())
    assert await home.rows("SELECT count(*) FROM answer_edit") == [(0,)]
    home.post.sent.append(message)
    await home.wait(minutes=10)
    assert await press(home, "Terugzetten") == [library().messages["stale_button"].text.nl]
    assert await pages(home) == [[f"Ik zag een {CANARY}."]]
    assert (await home.rows("SELECT text FROM answer"))[0][0] != sealed


async def test_what_was_written_before_and_after_is_readable_in_no_table(house):
    await written(house, f"Ik zag een {CANARY}.")
    await rewrites(house, f"Ik zag geen {CANARY}.")
    assert await in_tables(house, CANARY) == []
    await press(house, "Terugzetten")
    assert await in_tables(house, CANARY) == []


async def test_only_the_last_new_text_is_taken_back(home):
    await written(home, "Een.")
    await rewrites(home, "Twee.")
    first = home.post.sent[-1]
    await rewrites(home, "Drie.")
    second = home.post.sent[-1]
    home.post.sent.append(first)
    assert await press(home, "Terugzetten") == [library().messages["stale_button"].text.nl]
    home.post.sent.append(second)
    assert "«Twee.»" in (await press(home, "Terugzetten"))[0]
    home.post.sent.append(first)
    assert "«Een.»" in (await press(home, "Terugzetten"))[0]


async def test_a_new_text_that_says_the_same_has_nothing_to_put_back(house):
    await written(house, "Ik zweeg.")
    assert await rewrites(house, "Ik zweeg.") == [library().messages["edited"].text.nl]
    assert house.buttons() == ()


async def test_words_that_worried_are_not_brought_back_by_a_button(house):
    await written(house, "Ik zweeg.")
    ((answer,),) = await house.rows("SELECT id FROM answer")
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        await answers.set_care(session, leader.id, answer, "strain")
    assert await rewrites(house, "Ik sprak.") == [library().messages["edited"].text.nl]


async def test_nothing_can_be_put_back_for_an_answer_that_was_withdrawn(house):
    await written(house, "Ik zweeg.")
    await rewrites(house, "Ik sprak.")
    message = house.post.sent[-1]
    ((answer,),) = await house.rows("SELECT id FROM answer")
    await house.hears(NOOR, Pressed("answers", answer, "withdraw.a.0", 1000))
    house.post.sent.append(message)
    assert await press(house, "Terugzetten") == [library().messages["stale_button"].text.nl]
    await house.says(NOOR, "/delete")
    await house.taps(NOOR, "delete")
    assert await house.rows("SELECT count(*) FROM answer_edit") == [(0,)]


async def test_positions_are_shown_over_time_in_the_order_of_the_leader_and_taken_again(home):
    await home.joins(NOOR)
    assert await home.says(NOOR, "/paradoxes") == [library().messages["paradoxes_none"].text.nl]
    item = await placed(home, "6")
    await home.wait(days=3)
    await home.says(NOOR, "/paradoxes")
    (said,) = await press(home, library().dilemmas[item].title.nl)
    assert "▫▫▫▫▫▪▫  6 · 2 november 2026\n«Papier dreef ons eerder uit elkaar.»" in said
    page = home.post.sent[-1]
    (again,) = await press(home, "Waar sta ik nu?")
    assert "Op maandag 2 november stond je bij deze spanning op 6." in again
    home.post.sent.append(page)
    assert await press(home, "Waar sta ik nu?") == []  # tapped twice
    await home.wait(minutes=20)
    home.post.sent.append(page)
    assert await press(home, "Waar sta ik nu?") == [again]  # it is still open
    changed = await home.says(NOOR, "3")
    assert "Op maandag 2 november stond je op 6, nu op 3." in "\n".join(changed)
    await home.says(NOOR, "Ik ben milder geworden.")
    await home.says(NOOR, "/paradoxes")
    (then,) = await press(home, library().dilemmas[item].title.nl)
    assert "▫▫▫▫▫▪▫  6 · 2 november 2026" in then
    assert "▫▫▪▫▫▫▫  3 · 5 november 2026\nWat er veranderde: «Ik ben milder geworden.»" in then
    (words,) = await press(home, "Alles wat ik erover schreef")
    assert "Ik ben milder geworden." in words
    async with home.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        swap = poles.swapped(leader, item)
    values = [tap for delivery, _, _ in home.post.sent for tap in (delivery.material.get("taps") or {}).items()]
    kept = {int(value) for name, value in values if name == "position"}
    assert kept == {poles.turned(6, swap=swap), poles.turned(3, swap=swap)}


TOLD = "Ik merkte dat ik aan het contract vasthield omdat ik bang was de greep te verliezen."


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        (f"Papier dus. {TOLD}", f"«{TOLD}»"),
        (f"Hoezo papier? {TOLD}", f"«{TOLD}»"),
        ("Wat bedoel je?", None),
        ("5", None),
        ("Papier dus.", "«Papier dus.»"),
    ],
)
async def test_a_position_is_shown_with_the_sentence_most_worth_reading_and_never_a_question(home, words, quoted):
    await home.joins(NOOR)
    item = await placed(home, "6", TOLD)
    ((answer,),) = await home.rows("SELECT id FROM answer WHERE part = 'why'")
    async with home.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        await answers.replace_text(session, leader.id, answer, words, home.clock.now())
    await home.says(NOOR, "/paradoxes")
    (said,) = await press(home, library().dilemmas[item].title.nl)
    assert [line for line in said.splitlines() if "«" in line] == ([quoted] if quoted else [])


async def test_withdrawn_words_are_not_on_the_page_of_a_tension(home):
    await home.joins(NOOR)
    item = await placed(home, "2", "Een kanarie zong.")
    ((answer,),) = await home.rows("SELECT id FROM answer WHERE part = 'why'")
    await home.hears(NOOR, Pressed("answers", answer, "hide.a.0", 1000))
    await home.says(NOOR, "/paradoxes")
    (said,) = await press(home, library().dilemmas[item].title.nl)
    assert "2 · 2 november 2026" in said
    assert "kanarie" not in said


async def test_an_intention_is_noted_and_put_in_another_form_by_who_wants_it(home):
    await home.joins(NOOR)
    (said,) = await home.says(NOOR, "/intention minder praten")
    assert "'als … dan …'" in said
    (asked,) = await press(home, "Ja, als … dan …")
    assert asked.count("?") == 0
    assert await home.says(NOOR, "Als het stilvalt, dan wacht ik.") == [library().messages["intention_worded"].text.nl]
    (listed,) = await home.says(NOOR, "/intention")
    assert "minder praten: als het stilvalt, dan wacht ik." in listed
    (kept,) = await home.says(NOOR, "Als iemand zucht, dan vraag ik door.")
    assert "'als … dan …'" not in kept


@pytest.mark.parametrize("typed_at_once", [True, False])
async def test_only_the_moment_of_an_intention_joins_it(home, typed_at_once):
    await home.joins(NOOR)
    await home.says(NOOR, "/intention elke dag wandelen")
    if not typed_at_once:
        await press(home, "Ja, als … dan …")
    assert await home.says(NOOR, "na de lunch") == [library().messages["intention_worded"].text.nl]
    (listed,) = await home.says(NOOR, "/intention")
    assert "elke dag wandelen, na de lunch" in listed


async def test_a_long_sentence_with_its_moment_is_taken_at_once(home):
    await home.joins(NOOR)
    await home.says(NOOR, "/intention minder praten")
    sentence = "als de voorzitter om reacties vraagt, dan wacht ik tot iedereen iets heeft gezegd"
    assert await home.says(NOOR, sentence) == [library().messages["intention_worded"].text.nl]
    (listed,) = await home.says(NOOR, "/intention")
    assert f"minder praten: {sentence}" in listed


async def test_an_answer_that_has_its_moment_becomes_an_intention_in_one_tap(home):
    await home.joins(NOOR)
    await home.says(NOOR, "Als het overleg vrijdag stilvalt, ga ik eerst vragen wat de ander ziet.")
    ((answer,),) = await home.rows("SELECT id FROM answer")
    said = await home.hears(NOOR, Pressed("intention_offer", answer, "yes", 1003))
    assert said == [library().messages["thanks_7"].text.nl]
    assert home.post.sent[-1][0].edits == 1003


async def test_a_forged_tap_on_an_old_thought_does_not_undo_what_was_withdrawn(home):
    await written(home, "Een kanarie zong.")
    ((answer,),) = await home.rows("SELECT id FROM answer")
    await home.hears(NOOR, Pressed("answers", answer, "withdraw.a.0", 1000))
    await home.hears(NOOR, Pressed("not_understood", answer, "keep", 1000))
    assert await home.rows("SELECT state FROM answer") == [("withdrawn",)]


async def test_an_intention_is_done_with_in_the_list_and_not_asked_about_any_more(home):
    await home.joins(NOOR)
    for text in ("minder praten", "eerst vragen"):
        await home.says(NOOR, f"/intention {text}")
    await home.says(NOOR, "/intention")
    (opened,) = await press(home, "2")
    assert "minder praten" not in opened
    assert await press(home, "Naar de lijst") != [opened]
    await press(home, "1")
    (said,) = await press(home, "gedaan")
    assert "minder praten" not in said
    assert "eerst vragen" in said
    (empty,) = await press(home, "loslaten")
    assert library().messages["intention_ask"].text.nl in empty
    before = len(home.post.sent)
    await home.wait(days=12)
    shown = [delivery.screen.args.get("kind") for delivery, _, _ in home.post.sent[before:]]
    assert "intention_check" not in shown
    assert await home.rows("SELECT state FROM intention ORDER BY id") == [("done",), ("dropped",)]


async def test_many_open_intentions_bring_a_kind_word_and_then_a_limit(home):
    await home.joins(NOOR)
    said = [(await home.says(NOOR, f"/intention nummer {number}"))[0] for number in range(7)]
    assert all("'als … dan …'" in text for text in said[:3])
    assert ["4 voornemens open" in said[3], "5 voornemens open" in said[4]] == [True, True]
    assert all("5 voornemens open" in text and "veel" in text for text in said[5:])
    assert await home.rows("SELECT count(*) FROM intention") == [(5,)]


async def test_a_settled_switch_stays_settled(home):
    await home.joins(NOOR)
    (said,) = await home.says(NOOR, "/settings")
    assert "Eerdere woorden laten terugkomen: aan" in said
    (off,) = await press(home, "Eerdere woorden aan of uit")
    assert "Eerdere woorden laten terugkomen: uit" in off
    assert "terugkomen: uit" in (await home.says(NOOR, "/settings"))[0]
    await press(home, "Taal")
    await home.taps(NOOR, "en", "language_choose")
    assert "Letting earlier words return: off" in (await home.says(NOOR, "/settings"))[0]


@pytest.mark.parametrize(
    "words", ["woord " * 680, "😀" * 2000, "2026-13", "\x00", "{}" * 50, "<b>", "zoek " + "é" * 4000]
)
async def test_odd_words_after_a_command_get_one_clear_answer(house, words):
    await written(house, "Een antwoord.")
    for command in ("answers", "paradoxes", "settings"):
        assert len(await house.says(NOOR, f"/{command} {words}")) == 1
    await house.says(NOOR, f"/intention {words}")
    await house.says(NOOR, f"/reflect {words}")
    assert await house.says(NOOR, "/answers")
    assert await house.says(NOOR, "/intention")
    assert await house.rows("SELECT count(*) FROM outbox WHERE state = 'refused'") == [(0,)]


async def test_words_of_a_language_are_a_fine_answer_in_the_other(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/question")
    await house.says(NOOR, "Yesterday I kept silent in the meeting, because nobody else wanted to say it.")
    assert await house.rows("SELECT language FROM answer") == [("en",)]
    await house.says(NOOR, "/language")
    await house.taps(NOOR, "en", "language_choose")
    assert "2 November 2026" in (await house.says(NOOR, "/answers"))[0]


async def test_hours_later_a_restored_answer_is_not_erased_by_the_old_plan(home):
    await written(home, "Blijft dit?")
    ((answer,),) = await home.rows("SELECT id FROM answer")
    await home.hears(NOOR, Pressed("answers", answer, "withdraw.a.0", 1000))
    await home.wait(hours=23)
    await home.hears(NOOR, Pressed("answers", answer, "restore.a.0", 1000))
    await home.wait(hours=3)
    await home.hears(NOOR, Pressed("answers", answer, "withdraw.a.0", 1000))
    await home.until(home.clock.story + timedelta(hours=23))
    assert await home.rows("SELECT state FROM answer") == [("withdrawn",)]
    await home.wait(hours=2)
    assert await home.rows("SELECT state FROM answer") == []


async def acknowledged(house, event):
    """What the acknowledgement of this press says; nothing else may be said to it."""
    before = len(house.post.sent)
    words = await listen.hear(house.world, NOOR, event, await house.update())
    await house.deliver()
    assert bool(words) == (len(house.post.sent) == before)
    return words


@pytest.mark.parametrize(("language", "already"), [("nl", "Dat is al gebeurd."), ("en", "That has been done already.")])
async def test_a_press_that_changes_nothing_is_told_so_in_its_acknowledgement(house, language, already):
    await house.joins(NOOR)
    await house.says(NOOR, f"/language {language}")
    await house.says(NOOR, "/pause")
    message = 1000 + len(house.post.sent) - 1
    paused = Pressed("pause", 0, "1w", message)
    assert await acknowledged(house, paused) == ""
    assert house.post.stripped[-1] == (NOOR, message)
    assert await acknowledged(house, paused) == already  # the very same press, perhaps sent again
    await house.says(NOOR, "/resume")
    question = (await house.rows("SELECT id FROM prompt"))[0][0]
    skipped = Pressed("prompt_buttons", question, "skip", message + 9)
    assert await acknowledged(house, skipped) == ""
    await house.wait(minutes=10)
    assert await acknowledged(house, skipped) == already
    assert await acknowledged(house, Pressed("defaults", 0, "defaults", 1003)) == already
    assert house.post.stripped[-1] == (NOOR, 1003)
    assert await house.rows("SELECT count(*) FROM outbox WHERE state = 'refused'") == [(0,)]


async def test_a_stranger_who_presses_twice_is_told_nothing_of_anybody(house):
    press = Pressed("pause", 0, "1w", 1000)
    assert await acknowledged_by_stranger(house, press) == ["", ""]


async def acknowledged_by_stranger(house, event):
    return [await listen.hear(house.world, LIV, event, await house.update()) for _ in range(2)]
