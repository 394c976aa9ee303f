"""The pages of what a leader wrote: which list, which page, one answer, and what becomes of it; tensions; settings."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pocket import BUTTON, Pocket

from dialogues.effects import Become, Cancel, Plan, PutBack, Reschedule, Revisit, Rewrite, Search
from dialogues.events import data, pressed
from dialogues.library import library
from dialogues.moves.leaders.own import Place
from dialogues.talk import Asking, OnPrompt, Resting

days = st.dates(min_value=date(2000, 1, 1))
views = st.one_of(st.sampled_from(["a", "p", "s"]), days.map(lambda day: f"m{day:%Y-%m}"))


def listed(pocket: Pocket) -> dict:
    """Which list is shown."""
    assert pocket.screens == ["answers"]
    return dict(pocket.said[0].args)


def written() -> tuple[Pocket, int]:
    """A leader with one answer, and its id."""
    pocket = Pocket.asked("question", "RF-03").says("Ik hield me in, en zei achteraf pas wat ik zag.")
    return pocket, min(pocket.answers)


@pytest.mark.parametrize("words", ["", "  \n "])
def test_without_words_all_answers_are_listed(words):
    pocket = Pocket.asked("question", "RF-03").commands("answers", words)
    assert listed(pocket) == {"view": "a", "page": 0}
    assert pocket.talk == OnPrompt(pocket.prompt.id)


@pytest.mark.parametrize(
    ("words", "view"),
    [
        ("maart", "m2026-03"), ("in maart", "m2026-03"), ("March", "m2026-03"), ("maart 2025", "m2025-03"),
        ("2026-3", "m2026-03"), ("12", "m2026-12"), (" oktober\n2025 ", "m2025-10"),
    ],
)  # fmt: skip
def test_a_month_is_listed_as_people_write_it(words, view):
    assert listed(Pocket().commands("answers", words)) == {"view": view, "page": 0}


@pytest.mark.parametrize("words", ["P04", "p04", "Vertrouwen en waakzaamheid", "vertrouwen en waakzaamheid."])
def test_a_tension_is_listed_by_its_id_or_its_title(words):
    assert listed(Pocket().commands("answers", words)) == {"view": "p", "page": 0, "item": "P04"}


@pytest.mark.parametrize("words", ["spanningen", "tensions", "maanden", "Months"])
def test_what_to_choose_from_is_shown_by_its_name(words):
    screen = "answers_months" if words.lower().startswith("m") else "answers_dilemmas"
    assert Pocket().commands("answers", words).screens == [screen]


@pytest.mark.parametrize(
    ("words", "sought"),
    [
        ("zoek vertrouwen", "vertrouwen"), ("Zoek naar de stilte", "de stilte"), ("search for trust", "trust"),
        ("find 😀", "😀"), ("vertrouwen", "vertrouwen"), ("zoekgedrag", "zoekgedrag"), ("zoeken", None),
        ("search", None),
    ],
)  # fmt: skip
def test_other_words_are_looked_for(words, sought):
    pocket = Pocket().commands("answers", words)
    if sought is None:
        assert (pocket.screens, pocket.talk) == (["answers_search"], Asking("search"))
    else:
        assert pocket.decided(Search) == [Search(sought)]


@pytest.mark.parametrize(
    "words", ["2026-13", "0", "99", "31-12-2026", "woord " * 680, "😀" * 2000, "maart 13 14 15 2025"]
)
def test_odd_words_get_one_clear_sentence_or_a_list(words):
    assert len(Pocket().commands("answers", words).said) == 1
    assert Pocket().commands("answers", words).screens[0] in {"answers_unclear", "answers"}


def test_the_words_looked_for_are_in_nothing_that_is_said_or_remembered():
    pocket = Pocket().commands("answers", "zoek kanarievogel")
    assert pocket.said == []
    assert "kanarievogel" not in repr((pocket.talk, pocket.done))
    asked = Pocket().presses("answers", "search", 0)
    assert (asked.screens, asked.talk) == (["answers_search"], Asking("search"))
    asked.says("kanarievogel")
    assert (asked.decided(Search), asked.talk, asked.answers) == ([Search("kanarievogel")], Resting(), {})
    assert Pocket(talk=Asking("search")).says("woord " * 30).screens == ["answers_unclear"]


@given(views, st.integers(0, 10**6), st.sampled_from(["list", "open", "restore_hidden"]), st.integers(0, 9))
def test_a_button_of_any_page_fits_in_callback_data_and_leads_there(view, page, act, part):
    made = data("answers", 2**63 - 1, Place(view, page).value(act, part))
    assert len(made.encode()) <= 64
    pocket = Pocket.asked("paradox", "P04").hears(pressed(made, BUTTON))
    args = pocket.said[-1].args
    assert (args["view"], args["page"], pocket.said[-1].edits) == (view, min(page, 9999), BUTTON)
    assert pocket.said[-1].screen == ("answers" if act == "list" else "answer")


@pytest.mark.parametrize(
    "value", ["x", "list", "list.a", "list.q.1", "list.m2026-1.0", "burn.a.0", "open.a.²", "list.p.0"]
)
def test_a_button_that_was_never_made_gets_a_kind_word(value):
    assert Pocket().presses("answers", value, 12).screens == ["stale_button"]


@pytest.mark.parametrize("menu", ["months", "dilemmas"])
def test_what_to_choose_from_comes_in_the_same_message(menu):
    pocket = Pocket().presses("answers", menu, 0)
    assert [(say.screen, say.edits) for say in pocket.said] == [(f"answers_{menu}", BUTTON)]


def test_the_list_of_a_tension_is_known_by_one_of_its_prompts():
    pocket = Pocket.asked("paradox", "P04")
    pocket.presses("answers", "list.p.2", pocket.prompt.id)
    assert dict(pocket.said[0].args) == {"view": "p", "page": 2, "item": "P04"}
    assert pocket.said[0].about == pocket.prompt.id


@pytest.mark.parametrize("view", ["a", "p"])
def test_beside_a_withdrawn_answer_the_list_comes_in_a_message_of_its_own(view):
    pocket = Pocket.asked("paradox", "P04")
    pocket.presses("answers", f"beside.{view}.1", pocket.prompt.id)
    assert [(said.screen, said.args["view"], said.args["page"], said.edits) for said in pocket.said] == [
        ("answers", view, 1, None)
    ]


def test_an_answer_is_hidden_and_shown_again_in_place():
    pocket, answer = written()
    pocket.presses("answers", "hide.a.3", answer)
    assert pocket.answers[answer].state == "hidden"
    assert (pocket.said[0].screen, pocket.said[0].about, pocket.said[0].edits) == ("answer", answer, BUTTON)
    pocket.presses("answers", "hide.a.3", answer)
    assert pocket.answers[answer].state == "hidden"
    pocket.presses("answers", "show.a.3", answer)
    assert pocket.answers[answer].state == "kept"


@pytest.mark.parametrize("before", ["kept", "hidden"])
def test_a_withdrawn_answer_can_be_restored_for_a_day_as_it_was(before):
    pocket, answer = written()
    pocket.answers[answer] = replace(pocket.answers[answer], state=before)
    pocket.presses("answers", "withdraw_hidden.a.0" if before == "hidden" else "withdraw.a.0", answer)
    assert pocket.answers[answer].state == "withdrawn"
    assert pocket.decided(Plan) == [Plan("withdrawn", pocket.now + timedelta(hours=24), answer)]
    assert pocket.said[0].args["hidden"] == (before == "hidden")
    pocket.presses("answers", "restore_hidden.a.0" if before == "hidden" else "restore.a.0", answer)
    assert pocket.answers[answer].state == before
    assert pocket.decided(Cancel) == [Cancel("withdrawn", answer)]
    assert ("withdrawn", answer) not in pocket.plans


def test_an_old_button_never_brings_a_withdrawn_answer_back_into_look_backs():
    pocket, answer = written()
    pocket.presses("answers", "withdraw.a.0", answer).presses("answers", "show.a.0", answer)
    assert pocket.answers[answer].state == "withdrawn"
    assert ("withdrawn", answer) in pocket.plans
    assert pocket.presses("answers", "open.a.0", answer).said[0].args["hidden"]  # then restored as if it was hidden


def test_a_new_text_is_asked_for_and_takes_the_place_of_the_old():
    pocket, answer = written()
    pocket.presses("answers", "edit.a.0", answer)
    assert (pocket.screens, pocket.said[0].about) == (["answer_rewrite"], answer)
    assert pocket.talk == Asking("rewrite", answer)
    pocket.says("Ik zei wat ik zag, tegen Jan de Vries.")
    assert pocket.decided(Rewrite) == [Rewrite(answer, "Ik zei wat ik zag, tegen Jan de Vries.", named=True)]
    assert (pocket.answers[answer].text[:9], pocket.talk) == ("Ik zei wa", Resting())


def test_the_words_of_before_can_be_put_back():
    pocket = Pocket().presses("rewritten", "undo", 77)
    assert pocket.decided(PutBack) == [PutBack(77, BUTTON)]
    assert Pocket().presses("rewritten", "x", 77).screens == ["stale_button"]


def test_a_new_text_that_gives_a_signal_gets_care_and_changes_nothing():
    pocket, answer = written()
    pocket.presses("answers", "edit.a.0", answer).says("Ik wil niet meer leven.")
    assert pocket.decided(Rewrite) == []
    assert pocket.said[0].weight == "safety"


def test_the_tensions_are_listed_and_opened_in_place():
    pocket = Pocket.asked("paradox", "P04").commands("paradoxes")
    assert (pocket.screens, pocket.talk) == (["paradoxes"], OnPrompt(pocket.prompt.id))
    pocket.presses("paradoxes", "open")
    assert [(say.screen, dict(say.args), say.edits) for say in pocket.said] == [("paradox", {"item": "P04"}, BUTTON)]
    pocket.presses("paradoxes", "list")
    assert [(say.screen, say.edits) for say in pocket.said] == [("paradoxes", BUTTON)]


def test_a_tension_is_taken_up_again_without_waiting():
    pocket = Pocket.asked("paradox", "P04").presses("value", "6")
    assert pocket.presses("paradoxes", "again").decided(Revisit) == [Revisit(pocket.prompt)]


@pytest.mark.parametrize("value", ["open", "again", "x"])
def test_a_button_of_a_tension_that_is_unknown_gets_a_kind_word(value):
    assert Pocket().presses("paradoxes", value, 12).screens == ["stale_button"]
    assert Pocket.asked("question", "RF-03").presses("paradoxes", value).screens == ["stale_button"]
    if value == "x":
        assert Pocket.asked("paradox", "P04").presses("paradoxes", value).screens == ["stale_button"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_settings_show_how_everything_stands(language):
    pocket = Pocket.asked("question", "RF-03")
    pocket.leader = replace(pocket.leader, language=language)
    pocket.commands("settings")
    on = {"nl": "aan", "en": "on"}[language]
    assert (pocket.screens, pocket.talk) == (["settings"], OnPrompt(pocket.prompt.id))
    assert (pocket.said[0].args["echoes"], pocket.said[0].args["pulse"]) == (on, on)


def test_a_switch_turns_in_the_same_message_and_back():
    pocket = Pocket().presses("settings", "echoes", 0)
    assert not pocket.leader.wishes.echoes
    assert (pocket.said[0].args["echoes"], pocket.said[0].edits) == ("uit", BUTTON)
    assert pocket.presses("settings", "echoes", 0).leader.wishes.echoes
    for theme, shown in (("dark", "donker"), ("light", "licht")):
        pocket.presses("settings", "theme", 0)
        assert (pocket.leader.wishes.theme, pocket.said[0].args["theme"]) == (theme, shown)
    pocket.presses("settings", "pulse", 0)
    assert (pocket.leader.rhythm.pulse, pocket.decided(Reschedule)) == (False, [Reschedule()])
    assert pocket.said[0].args["pulse"] == "uit"


@pytest.mark.parametrize(
    ("value", "screen"),
    [
        ("language", "language_choose"), ("rhythm", "rhythm_now"), ("export", "export"), ("delete", "delete_confirm"),
        ("kept", "kept_about_you"), ("x", "stale_button"),
    ],
)  # fmt: skip
def test_other_buttons_of_the_settings_do_what_their_command_does(value, screen):
    pocket = Pocket().presses("settings", value, 0)
    assert pocket.screens == [screen]
    assert pocket.decided(Become) == []


def test_every_dilemma_can_be_named_after_the_command():
    for dilemma in library().dilemmas.values():
        for name in (dilemma.id, dilemma.title.nl, dilemma.title.en):
            assert listed(Pocket().commands("answers", name))["item"] == dilemma.id


def test_a_button_says_what_to_do_and_which_page_to_come_back_to():
    assert (Place("a", 3).value("list"), Place("p", 12345).value("open", 2)) == ("list.a.3", "open.p.9999.2")
    assert (Place.of_look_back(255, 1), Place.of_look_back(255, 1).look_back) == (Place("lff", 1), 255)
    assert Place("a").look_back is None
