"""The leader's own pages as a phone shows them: every list and answer fits, and each button leads where it says."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from screening import LEFT, LIBRARY, Shown, both, show

from dialogues.events import Pressed, pressed
from dialogues.model import LANGUAGES
from handlers import items
from sandbox.texts import clean, units

LINE = {
    "id": 5, "of": 4, "date": "3 november 2026", "kind": "question", "item": "RF-03", "text": "a & b <i>",
    "state": "kept", "late": False,
}  # fmt: skip
odd = st.text(alphabet=st.sampled_from("<>&\"'{};!abi x=*_`\n\ud800\x00😀é"), max_size=300)


def lines(amount: int, **more: object) -> list[dict]:
    return [{**LINE, "id": 100 + number, **more} for number in range(amount)]


def leads(shown: Shown) -> Iterator[tuple[str, Pressed]]:
    """Each button: its label and what pressing it means."""
    for row in shown.out.keyboard:
        for key in row:
            event = pressed(key.data or "", 1)
            assert event is not None
            yield key.label, event


def values(shown: Shown) -> list[str]:
    return [event.value for _, event in leads(shown)]


def label(message: str, button: str, language: str) -> str:
    return next(one.label[language] for one in LIBRARY.messages[message].buttons if one.id == button)


@both
def test_a_page_numbers_its_answers_and_each_number_opens_its_own(language):
    shown = show("answers", language, {"view": "m2026-11"}, lines=lines(6), page=1, pages=3, month="november 2026")
    assert shown.text.count("a & b <i>") == 6
    assert "november 2026" in shown.text
    assert "(2/3)" in shown.text
    opened = {text: event for text, event in leads(shown) if event.value == "open.m2026-11.1"}
    assert {text: event.about for text, event in opened.items()} == {str(n): 99 + n for n in range(1, 7)}
    assert {"list.m2026-11.0", "list.m2026-11.2", "months", "dilemmas", "search", "list.a.0"} <= set(values(shown))


@both
def test_a_single_page_of_everything_only_offers_other_ways_to_look(language):
    shown = show("answers", language, {"view": "a"}, lines=lines(1), page=0, pages=1)
    assert values(shown) == ["open.a.0", "months", "dilemmas", "search"]
    assert "(1/1)" not in shown.text


@both
@pytest.mark.parametrize(
    ("kind", "item", "told"),
    [
        ("question", "RF-03", None), ("paradox", "P04", None), ("integrity_case", "IC-12", None),
        ("thought", "", "asked_thought"), ("correction", "", "asked_correction"),
        ("intention_check", "intention", "asked_intention"), ("addition", "", ""), ("question", "gone", ""),
    ],
)  # fmt: skip
def test_what_was_asked_stands_above_an_answer(language, kind, item, told):
    shown = show("answers", language, lines=lines(1, kind=kind, item=item), page=0, pages=1)
    text = {"RF-03": LIBRARY.questions["RF-03"].text[language][:60]}.get(item)
    titles = {**LIBRARY.dilemmas, **LIBRARY.cases}
    text = text or (titles[item].title[language] if item in titles else None)
    expected = text or (LIBRARY.messages[told].text[language] if told else "3 november 2026\na & b")
    assert expected in shown.text


@both
@pytest.mark.parametrize("state", ["kept", "hidden"])
@pytest.mark.parametrize("late", [True, False])
def test_what_stands_out_about_an_answer_is_marked(language, state, late):
    marks = {name: LIBRARY.messages[f"mark_{name}"].text[language] for name in ("hidden", "late")}
    for shown in (
        show("answers", language, lines=lines(1, state=state, late=late), page=0, pages=1),
        show("answer", language, line={**LINE, "state": state, "late": late}),
    ):
        assert (marks["hidden"] in shown.text) == (state == "hidden")
        assert (marks["late"] in shown.text) == late


@both
@pytest.mark.parametrize(
    ("args", "found", "told"),
    [
        ({"view": "a"}, [], "answers_none"), ({"view": "m2026-11"}, [], "answers_nothing"),
        ({"view": "p", "item": "P04"}, [], "answers_nothing"), ({"view": "s"}, [], "answers_nothing"),
        ({"view": "s"}, None, "answers_passed"),
    ],
)  # fmt: skip
def test_a_list_without_answers_says_so_and_leads_on(language, args, found, told):
    shown = show("answers", language, args, lines=found)
    assert shown.text == LIBRARY.messages[told].text[language]
    assert bool(shown.labels) == (told != "answers_none")


@both
def test_the_answers_about_a_tension_keep_its_prompt_with_their_buttons(language):
    shown = show("answers", language, {"view": "p", "item": "P04"}, lines=lines(6), page=0, pages=2, of=44)
    assert LIBRARY.dilemmas["P04"].title[language] in shown.text
    assert {event.about for _, event in leads(shown) if event.value == "list.p.1"} == {44}


@both
def test_what_was_found_is_counted_and_not_repeated(language):
    assert "Gevonden" in show("answers", "nl", {"view": "s"}, lines=lines(2), page=0, pages=1, total=2).text
    assert ": 2." in show("answers", language, {"view": "s"}, lines=lines(2), page=0, pages=1, total=2).text


@given(odd, st.integers(1, 6), st.sampled_from(LANGUAGES))
def test_no_words_of_a_leader_are_ever_read_as_markup(words, amount, language):
    said = clean(words.replace("\ud800", "\ufffd"))
    shown = show("answers", language, lines=lines(amount, text=f".{words}."), page=0, pages=1)
    assert set(shown.entities) <= {"bold", "italic"}
    assert shown.text.count(f".{said}.") >= amount
    whole = show("answer", language, line={**LINE, "text": f".{words}."})
    assert f".{said}." in whole.text


@both
@pytest.mark.parametrize("sign", ["x", "🧭", "é", "<", "e\u0301"])
def test_a_very_long_answer_is_cut_in_the_list_and_read_on_in_parts(language, sign):
    words = ("begin " + sign * 4096).encode("utf-16-le")[: 2 * 4080].decode("utf-16-le", "ignore") + " einde"
    line = {**LINE, "text": words}
    cut = show("answers", language, lines=[{**line, "id": number} for number in range(1, 7)], page=0, pages=1)
    assert cut.text.count("…\n") >= 5
    first = show("answer", language, {"part": 0}, line=line)
    second = show("answer", language, {"part": 1}, line=line)
    assert "begin" in first.text
    assert "einde" in second.text
    assert first.text.count(sign) + second.text.count(sign) >= words.count(sign)
    assert label("answer", "more", language) in first.labels
    assert label("answer", "first", language) in second.labels
    assert "open.a.0.1" in values(first)
    assert show("answer", language, {"part": 9}, line=line).text == second.text


@both
def test_one_answer_can_be_hidden_edited_or_withdrawn(language):
    shown = show("answer", language, {"view": "p", "page": 2}, line=LINE)
    assert values(shown) == ["hide.p.2", "edit.p.2", "withdraw.p.2", "list.p.2"]
    assert {event.about for _, event in leads(shown) if event.value == "list.p.2"} == {4}
    hidden = show("answer", language, {"view": "a"}, line={**LINE, "state": "hidden"})
    assert values(hidden) == ["show.a.0", "edit.a.0", "withdraw_hidden.a.0", "list.a.0"]


@both
@pytest.mark.parametrize("hidden", [True, False])
def test_of_a_withdrawn_answer_only_the_way_back_is_left(language, hidden):
    withdrawn = {**LINE, "state": "withdrawn", "text": ""}
    shown = show("answer", language, {"hidden": hidden}, line=withdrawn)
    assert shown.text == LIBRARY.messages["answer_withdrawn"].text[language]
    assert values(shown) == ["restore_hidden.a.0" if hidden else "restore.a.0", "beside.a.0"]


@both
@pytest.mark.parametrize(("view", "back"), [("m2026-11", "m2026-11.2"), ("p", "p.2"), ("s", "a.0"), ("lff", "a.0")])
def test_from_a_withdrawn_answer_the_way_to_the_list_never_takes_the_way_back(language, view, back):
    withdrawn = {**LINE, "state": "withdrawn", "text": ""}
    assert values(show("answer", language, {"view": view, "page": 2}, line=withdrawn))[-1] == f"beside.{back}"


@both
def test_an_answer_that_is_gone_or_empty_still_shows_a_page(language):
    assert show("answer", language, {"view": "p"}, line=None).text == LIBRARY.messages["answer_gone"].text[language]
    assert "3 november 2026" in show("answer", language, line={**LINE, "text": ""}).text


@both
def test_months_and_tensions_to_choose_from_are_buttons(language):
    found = [(f"20{year}-{n:02}", f"september 20{year}", 120) for year in (25, 26) for n in range(1, 13)]
    shown = show("answers_months", language, months=found)
    assert len(shown.labels) == 25
    assert values(shown)[0] == "list.m2025-01.0"
    every = [(name, number) for number, name in enumerate(LIBRARY.dilemmas, 1)]
    tensions = show("answers_dilemmas", language, dilemmas=[*every, ("gone", 99)])
    assert [event.about for _, event in leads(tensions)][:-1] == [number for _, number in every]
    for name in ("answers_months", "answers_dilemmas"):
        assert show(name, language).text == LIBRARY.messages["answers_nothing"].text[language]


@both
def test_the_tensions_of_a_leader_are_buttons_too(language):
    every = [(name, number) for number, name in enumerate(LIBRARY.dilemmas, 1)]
    shown = show("paradoxes", language, dilemmas=every)
    assert [(event.group, event.value) for _, event in leads(shown)] == [("paradoxes", "open")] * len(every)
    assert show("paradoxes", language).text == LIBRARY.messages["paradoxes_none"].text[language]


@both
@pytest.mark.parametrize("swapped", [True, False])
@pytest.mark.parametrize("name", LIBRARY.dilemmas)
def test_a_tension_shows_both_poles_and_every_position_in_the_order_of_its_leader(language, swapped, name):
    known = LIBRARY.dilemmas[name]
    placed = [
        {"position": "2", "date": "12 maart 2026", "said": "Papier dreef ons uit elkaar."},
        {"position": "5", "date": "3 november 2026", "said": "Ik ben milder geworden."},
        {"position": "4", "date": "4 november 2026", "said": ""},
    ]
    shown = show("paradox", language, {"item": name}, positions=placed, swapped=swapped, earlier=0)
    first, last = (known.pole_b, known.pole_a) if swapped else (known.pole_a, known.pole_b)
    assert f"1 = {first.label[language]}\n7 = {last.label[language]}" in shown.text
    tracks = [line for line in shown.text.splitlines() if line.startswith(("▫", "▪"))]
    seen = [6, 3, 4] if swapped else [2, 5, 4]
    assert [line.index("▪") + 1 for line in tracks] == seen
    assert [int(line.split()[1]) for line in tracks] == seen
    assert "\n«Papier dreef ons uit elkaar.»" in shown.text
    changed = LIBRARY.messages["paradox_moved"].text[language].replace("{said}", "Ik ben milder geworden.")
    assert changed in shown.text
    assert [(event.group, event.value) for _, event in leads(shown)] == [
        ("paradoxes", "again"), ("answers", "list.p.0"), ("paradoxes", "list"),
    ]  # fmt: skip
    assert not LEFT.search(shown.text)


@both
def test_a_tension_with_many_positions_fits_and_says_what_is_left_out(language):
    placed = [{"position": "3", "date": "30 september 2026", "said": "é&<" * 2000}] * 8
    shown = show("paradox", language, {"item": "P04"}, positions=placed, earlier=12)
    assert "12" in shown.text
    assert units(shown.text) < 4096


def meant(amount: int) -> list[dict]:
    return [{"id": 70 + n, "text": f"Voornemen {n} <b>", "date": "3 november 2026"} for n in range(amount)]


@both
def test_one_open_intention_has_its_outcomes_without_a_number(language):
    shown = show("intentions", language, intentions=meant(1))
    assert [(event.about, event.value) for _, event in leads(shown)] == [
        (70, value) for value in ("done", "partly", "not", "drop")
    ]
    assert not any(sign.isdigit() for text in shown.labels for sign in text)
    assert "Voornemen 0 <b>" in shown.text


@both
def test_several_open_intentions_have_a_number_each_that_opens_it(language):
    shown = show("intentions", language, intentions=meant(5))
    assert shown.labels == tuple("12345")
    assert [(event.about, event.value) for _, event in leads(shown)] == [(70 + n, "open") for n in range(5)]
    assert "4 · 3 november 2026\nVoornemen 3 <b>" in shown.text
    opened = show("intentions", language, {"one": 73}, intentions=meant(5))
    assert "Voornemen 3 <b>" in opened.text
    assert "Voornemen 2" not in opened.text
    assert [(event.about, event.value) for _, event in leads(opened)] == [
        *((73, value) for value in ("done", "partly", "not", "drop")), (0, "list"),
    ]  # fmt: skip
    gone = show("intentions", language, {"one": 99}, intentions=meant(5))
    assert gone.labels == shown.labels


@both
@pytest.mark.parametrize("amount", [0, 1, 5])
def test_the_question_for_an_intention_has_a_way_out(language, amount):
    asks, none = (LIBRARY.messages[name].text[language] for name in ("intention_ask", "intention_none"))
    shown = show("intentions", language, {"asks": True, "about": 0}, intentions=meant(amount))
    assert shown.text.endswith(asks)
    assert list(leads(shown))[-1] == (label("way_out", "cancel", language), Pressed("way_out", 0, "listed", 1))
    left = show("intentions", language, {"asks": False, "left": True}, intentions=meant(amount))
    assert left.text.endswith(none)
    assert asks not in left.text
    assert "listed" not in values(left)
    if not amount:
        assert show("intentions", language).text == LIBRARY.messages["intentions_none"].text[language]


@both
@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("summary_intention", "intention"), ("intention_when", "form"), ("summary_correct", "correction"),
        ("report_reflect", "reflection"), ("thought_ask", "thought"), ("answers_search", "search"),
        ("answer_rewrite", "rewrite"),
    ],
)  # fmt: skip
def test_whatever_asks_for_words_by_itself_has_a_way_out_and_no_other_button(language, name, what):
    shown = show(name, language, {"about": 44})
    assert shown.text == LIBRARY.messages[name].text[language]
    assert list(leads(shown)) == [(label("way_out", "cancel", language), Pressed("way_out", 44, what, 1))]


@both
@pytest.mark.parametrize("name", ["rewritten", "rewrite_undone"])
def test_what_was_written_anew_is_shown_without_breaking_a_word(language, name):
    shown = show(name, language, {"about": 44, "answer": 5}, text="Ik <b>zweeg</b> niet. " * 90)
    assert "«Ik <b>zweeg</b> niet. " in shown.text
    assert "…»" in shown.text
    assert shown.text.rpartition("…")[0].split()[-1] in {"Ik", "<b>zweeg</b>", "niet."}
    assert [event for _, event in leads(shown)] == [Pressed("rewritten", 44, "undo", 1)] * (name == "rewritten")


@both
def test_what_was_asked_above_an_answer_ends_after_a_whole_word(language):
    for name, asked in LIBRARY.questions.items():
        shown = show("answers", language, lines=[{**LINE, "item": name}], page=0, pages=1, total=1)
        head = next(part for part in shown.text.splitlines() if asked.text[language][:20] in part).split(" · ")[2]
        kept = head.removesuffix("…")
        assert asked.text[language].startswith(kept)
        assert kept == asked.text[language] or asked.text[language][len(kept)] == " ", head


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("een twee drie", 13, "een twee drie"), ("een twee drie", 10, "een twee…"), ("een twee drie", 8, "een twee…"),
        ("ééntweedrie", 6, "ééntwe…"), ("een " + "x" * 60, 40, "een " + "x" * 36 + "…"), ("een😀 twee", 4, "een…"),
    ],
)  # fmt: skip
def test_a_quote_is_cut_after_a_word_that_is_not_too_long(text, limit, cut):
    assert items.shortened(text, limit) == cut
