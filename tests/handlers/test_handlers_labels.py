"""A press may be lost: the label of every button on every screen can be typed instead, in both languages."""

from collections.abc import Iterator
from datetime import date

import pytest
from screening import ANY, LIBRARY, item, own

from dialogues.events import Pressed, pressed
from dialogues.library.contract import CARE, CONTRACT
from dialogues.model import LANGUAGES, Message
from handlers import labels, screens
from handlers.outgoing import Key
from journeys.ports import Delivery, Screen
from summaries import facts

AT = 77  # Telegram's id of the message with the buttons
UNSAID = {"ready", "summary_offer"}  # nothing says these
OPEN = next(name for name, each in LIBRARY.questions.items() if each.kind == "open")
CASE = next(iter(LIBRARY.cases))
LINE, LONG = own("Ik zei niets."), own("Ik zei niets. " * 500)
PLACED = [{"position": "2", "date": "3 november 2026", "said": ""}]
MEANT = [{"id": n, "text": "Eerst vragen", "date": "3 november 2026"} for n in (5, 6)]
MONTH = date(2026, 11, 1)
FOUND = facts.as_json((
    facts.Rhythm(MONTH, 8, 6, 4, 0, 0, ("answer:1",)),
    *(facts.OwnWords(MONTH, f"Ik zei niets, de {n}e keer.", (f"answer:{n}",)) for n in range(6)),
))  # fmt: skip
GROUP = {"cohort": "Noord", "programme": "core_12w", "spoken": "nl", "zone": "Europe/Brussels"}
GROUP |= {"starts_on": None, "weekday": 1, "hour": "09:00"}
MIRRORS = ["2026-12-01", "2026-12-31", None]
PARTS = {  # screens that are more than one message of the library: references and material
    "language": ({}, {}), "rhythm_first": ({}, {}), "hour": ({}, {}), "choose_days": ({"days": [1, 3]}, {}),
    "prompt": (item("question", OPEN), {}), "prompt of a dilemma": (item("paradox", "P04"), {}),
    "prompt of a case": (item("integrity_case", CASE), {}), "prompt of a pulse": (item("pulse", "PU-01"), {}),
    "prompt of an intention": (item("intention_check", "intention"), {"intention": "x", "date": "3 mei"}),
    "prompt of an end": (item("programme_end", "starter_4w"), {}),
    "followup": (item("question", OPEN, key=f"{OPEN}/0"), {}),
    "dilemma_step": (item("paradox", "P04", stage="why"), {"taps": {"position": "2"}}),
    "case_reflection": (item("integrity_case", CASE), {"taps": {"choice": "a"}}),
    "case_closing": (item("integrity_case", CASE), {}),
    "thanks_taps": (item("question", OPEN, thanks="thanks_1", page="mood", deeper=True), {}),
    "thanks_taps anew": (item("question", OPEN, thanks="thanks_1", page="insight", deeper=True), {}),
    "thanks_taps again": (item("question", OPEN, thanks="thanks_1", page="recognise", deeper=True), {}),
    "echo_offer": ({}, {"quote": "Ik zei niets.", "verdict": "open", "date": "3 mei"}),
    "crisis_self_check": ({}, {}), "integrity_report": ({}, {}),
    "answers": ({"view": "m2026-11"}, {"lines": [LINE, own("x", 1)], "page": 1, "pages": 3, "month": "november"}),
    "answer": ({}, {"line": LINE}), "answer that is hidden": ({}, {"line": {**LINE, "state": "hidden"}}),
    "answer that is long": ({}, {"line": LONG}), "answer to its end": ({"part": 9}, {"line": LONG}),
    "answer withdrawn": ({}, {"line": {**LINE, "state": "withdrawn"}}),
    "answers_months": ({}, {"months": [("2026-11", "november 2026", 9)]}),
    "answers_dilemmas": ({}, {"dilemmas": [("P04", 9)]}), "paradoxes": ({}, {"dilemmas": [("P04", 9)]}),
    "paradox": ({"item": "P04"}, {"positions": PLACED}), "intentions": ({"asks": True}, {"intentions": MEANT}),
    "intentions opened": ({"one": 6, "asks": True}, {"intentions": MEANT}),
    "rewritten": ({}, {"text": "Ik zei niets."}), "summary_intention": ({}, {}), "thought_ask": ({}, {}),
    "answer_rewrite": ({}, {}), "intention_offer": ({}, {"text": "Morgen bel ik."}),
    "lookback": ({}, {"facts": FOUND, "month": "november"}),
    "lookback_lines": ({"mode": "all", "page": 0}, {"facts": FOUND, "days": {1: "3 nov"}}),
    "lookback_lines that go": ({"mode": "hide", "page": 1}, {"facts": FOUND}),
    "programme_next": ({}, {}), "settings": ({"inside": True}, {}),
    "groups": ({"groups": "Noord", "each": [(5, "Noord")]}, {}),
    "cohort_created": (
        {**GROUP, "months": 12, "weeks": "12", "ends_on": None, "period": "month", "mirrors": MIRRORS}, {"token": "t"},
    ),
    "cohort_same": ({**GROUP, "since": "2026-12-01", "n": 3, "ahead": True}, {}), "organisation_ask": ({}, {}),
    "staff_name_ask": ({}, {}), "staff_erase": ({}, {}),
    "groups of two": ({"groups": "Noord en Zuid", "each": [(5, "Noord"), (6, "Zuid")]}, {}),
}  # fmt: skip


def buttons() -> dict[str, Message]:
    """Every message that has buttons."""
    said = {name: LIBRARY.messages[name] for name, spoken in CONTRACT.items() if spoken.taps != frozenset()}
    return {**said, **{name: LIBRARY.safety[name].message for name in CARE}}


def looks() -> Iterator[tuple[str, Delivery]]:
    """Every screen that has buttons, in every language."""
    for language in LANGUAGES:
        whole = {**{name: ({}, {}) for name in buttons() if name not in screens._SCREENS}, **PARTS}
        for name, (args, material) in whole.items():
            screen = Screen(name.partition(" ")[0], {**ANY, "about": 2**62 + 1, **args})
            yield f"{name}-{language}", Delivery(1, language, screen, material)


LOOKS = dict(looks())


def keys(look: Delivery) -> list[Key]:
    return [key for row in screens.render(look, LIBRARY).keyboard for key in row]


def typed(look: Delivery, text: str) -> Pressed | None:
    return labels.on(look, AT, text, LIBRARY)


@pytest.mark.parametrize("name", LOOKS)
def test_typing_a_label_is_pressing_its_button(name):
    look = LOOKS[name]
    for key in keys(look):
        event = pressed(key.data or "", AT)
        assert event is not None
        expected = None if labels.answers(event) else event  # what answers is read where answers are
        assert typed(look, key.label) == expected, key
        assert typed(look, f" {key.label.upper()}. ") == expected, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_with_buttons_is_forgotten_here(language):
    here = (key for look in LOOKS.values() if look.language == language for key in keys(look))
    shown = {labels.bare(key.label) for key in here}
    for name, message in buttons().items():
        wanted = {labels.bare(button.label[language]) for button in message.buttons}
        assert name in UNSAID or wanted <= shown, name


def test_a_label_may_be_typed_in_the_other_language_and_without_its_mark():
    assert typed(LOOKS["snooze-nl"], "Tomorrow, same time") == Pressed("snooze", 2**62 + 1, "tomorrow", AT)
    assert typed(LOOKS["settings-en"], "taal") == typed(LOOKS["settings-en"], "Language")
    noted = Delivery(1, "nl", Screen("choose_quiet", {**ANY, "about": 0}), {})
    assert typed(noted, "zo laten") == Pressed("choose_quiet", 0, "keep", AT)


@pytest.mark.parametrize("text", ["4", "Morgen bel ik de wethouder.", "", "   ", "✓", "Ja, nieuw en ook oud"])
def test_other_words_and_a_number_that_two_buttons_have_are_no_press(text):
    assert typed(LOOKS["thanks_taps-nl"], text) is None


def test_a_day_that_is_typed_is_a_choice_of_days_and_no_switch():
    assert typed(LOOKS["choose_days-nl"], "Maandag") is None
    assert typed(LOOKS["choose_days-nl"], "✓ Dinsdag") is None
    assert typed(LOOKS["choose_days-nl"], "Klaar").value == "done"


def test_a_message_that_can_be_drawn_no_more_has_no_buttons():
    assert typed(Delivery(1, "nl", Screen("paradox", {"item": "gone", "about": 5}), {}), "Terug") is None


@pytest.mark.parametrize(
    ("screen", "words", "value"),
    [
        ("not_understood", "laat maar", "no"), ("consent", "ik doe mee", "agree"), ("consent", "rather not", "decline"),
        ("not_understood", "maar", None), ("own_case_offer", "dank je", None),
    ],
)  # fmt: skip
def test_a_label_may_be_typed_without_its_yes_or_no(screen, words, value):
    found = labels.on(Delivery(1, "nl", Screen(screen, {"about": 5}), {}), AT, words, LIBRARY)
    assert (found.value if found else None) == value
