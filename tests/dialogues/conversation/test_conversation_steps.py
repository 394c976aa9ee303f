"""What is typed while a step is open: each press can be said in words, and taken back as cheaply as it was made."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pocket import Pocket

from dialogues.asking import poles
from dialogues.effects import Add, Drop, Keep, KeepTap, React, Redraw

CASE, DILEMMA, SCALE, CHOICE, PULSE = "IC-12", "P04", "SM-03", "SM-05", "PU-02"
REFLECTED = "Het beschermt vooral de rust in de groep."


def asked(kind: str, item: str, language: str = "nl", *presses: tuple[str, str]) -> Pocket:
    pocket = Pocket.asked(kind, item)
    pocket.leader = replace(pocket.leader, language=language)
    for group, value in presses:
        pocket.presses(group, value)
    return pocket


def seen(pocket: Pocket) -> int:
    """The place on the line as this leader sees it."""
    swap = poles.swapped(pocket.leader, DILEMMA)
    return poles.turned(int(pocket.taps[pocket.prompt.id, "position"]), swap=swap)


def at(pocket: Pocket, place: int) -> str:
    """The value behind a place that this leader sees."""
    return str(poles.turned(place, swap=poles.swapped(pocket.leader, DILEMMA)))


# a case that is called real, and is not

REAL = [
    "dit speelt echt bij mij",
    "Dit is bij ons echt gebeurd.",
    "This is real for me",
    "it's really happening here",
]
BACK = ["vergissing", "toch niet echt", "nee, grapje", "it was a mistake", "oops, wrong button", "take it back please"]


@pytest.mark.parametrize("words", REAL)
@pytest.mark.parametrize("back", BACK)
def test_a_case_called_real_in_words_is_as_cheaply_undone_as_by_a_tap(words, back):
    pocket = asked("integrity_case", CASE).says(words)
    assert (pocket.screens, pocket.words) == (["integrity_report"], [])
    assert pocket.says(back).screens == ["prompt"]
    assert (pocket.prompt.state, pocket.prompt.stage, pocket.words) == ("open", "choose", [])


@pytest.mark.parametrize("words", ["2", "toch de tweede", "the second one", "doe maar b"])
def test_an_option_in_words_also_undoes_it(words):
    pocket = asked("integrity_case", CASE).says("dit speelt echt bij mij").says(words)
    assert pocket.taps == {(pocket.prompt.id, "choice"): "b"}


TOLD = "Dit is bij ons echt gebeurd, vorige maand, en ik heb het nog niemand verteld."


@pytest.mark.parametrize("back", ["vergissing", "just kidding", "2"])
def test_what_was_told_with_it_stays_the_leaders_own_and_is_hidden_when_it_was_none(back):
    pocket = asked("integrity_case", CASE).says(TOLD)
    assert (pocket.screens, pocket.said[0].args["real"]) == (["integrity_report"], True)
    [kept] = pocket.decided(Keep)
    assert kept.care == "report"
    pocket.says(back)
    assert [(answer.state, answer.care) for answer in pocket.answers.values()] == [("hidden", "none")]
    assert pocket.prompt.stage in ("choose", "reflect")


def test_other_words_after_it_are_for_the_message_of_care():
    pocket = asked("integrity_case", CASE).says(TOLD).says("ja")
    assert (pocket.screens, len(pocket.decided(Drop))) == (["report_deleted"], 1)


def test_what_was_done_to_the_leader_still_brings_the_numbers_first():
    pocket = asked("integrity_case", CASE).says("Dit speelt bij mij, mijn directeur chanteert me.")
    assert pocket.screens == ["urgent", "integrity_report"]


def test_a_case_called_real_after_the_choice_goes_back_to_what_was_asked_then():
    pocket = asked("integrity_case", CASE, "nl", ("value", "a")).says("dit is bij ons echt gebeurd")
    assert pocket.screens == ["integrity_report"]
    assert pocket.says("vergissing").screens == ["case_reflection"]
    assert (pocket.prompt.state, pocket.prompt.stage) == ("answered", "reflect")


# another choice

AGAIN = [
    ("toch de tweede", "b"), ("ik kies eigenlijk 2", "b"), ("actually the second", "b"), ("2", "b"), ("nee, b", "b"),
    ("de laatste toch maar", "c"), ("make it the third", "c"), ("on second thoughts, the third", "c"),
    ("bij nader inzien optie 3", "c"), ("oeps verkeerd getikt, de derde", "c"), ("Eerst de geldgever bellen", "b"),
    ("no, rather: first call the two partners", "c"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), AGAIN)
@pytest.mark.parametrize("before", [(), (REFLECTED,)])
def test_another_option_in_words_changes_the_choice(words, value, before):
    pocket = asked("integrity_case", CASE, "nl", ("value", "a"))
    for each in before:
        pocket.says(each)
    pocket.says(words)
    assert pocket.taps[pocket.prompt.id, "choice"] == value
    assert (pocket.screens, pocket.prompt.stage, pocket.decided(Keep)) == (["case_reflection"], "reflect", [])
    assert pocket.decided(Redraw)


@pytest.mark.parametrize(
    "words",
    ["Ik zou toch eerst bellen", "2 mensen verliezen hun werk", "dat weet ik eigenlijk niet", "Eerst samen", "nee",
     "Allebei tellen even zwaar", "1 en 3"],
)  # fmt: skip
def test_words_about_the_choice_answer_what_is_asked(words):
    pocket = asked("integrity_case", CASE, "nl", ("value", "a")).says(words)
    assert (pocket.words, pocket.prompt.stage) == ([("followup", words)], "closing")
    assert pocket.taps[pocket.prompt.id, "choice"] == "a"


def test_the_reason_for_another_option_is_kept_beside_it():
    words = "Toch 2, want dat is eerlijker voor iedereen"
    pocket = asked("integrity_case", CASE, "nl", ("value", "a")).says(words)
    assert (pocket.words, pocket.taps[pocket.prompt.id, "choice"]) == ([("addition", words)], "b")


def test_the_same_option_once_more_gets_a_quiet_receipt():
    pocket = asked("integrity_case", CASE, "nl", ("value", "a")).says("ik bedoelde de eerste")
    assert (pocket.screens, len(pocket.decided(React)), pocket.words) == ([], 1, [])
    words = "Nee, toch 1, want dat is het eerlijkst"
    assert pocket.says(words).words == [("followup", words)]


def test_an_option_that_is_not_there_is_asked_about():
    pocket = asked("integrity_case", CASE, "nl", ("value", "a")).says("9")
    assert (pocket.screens, pocket.words, pocket.prompt.stage) == (["choose_among"], [], "reflect")


@pytest.mark.parametrize(("words", "place"), [
    ("doe toch maar 5", 5), ("make it a 3", 3), ("toch meer in het midden", 4), ("actually more to the left", 3),
    ("nee, helemaal rechts", 7), ("change it to 1 please", 1),
])  # fmt: skip
def test_another_place_in_words_moves_the_position(words, place):
    pocket = asked("paradox", DILEMMA)
    pocket.presses("value", at(pocket, 2)).says(words)
    assert (seen(pocket), pocket.screens) == (place, ["position_moved", "dilemma_step"])
    assert pocket.words == []


@pytest.mark.parametrize(("words", "place"), [
    ("toch 5, want ik wil ruimte geven", 5), ("eigenlijk in het midden, want het hangt ervan af", 4),
])  # fmt: skip
def test_the_reason_for_another_place_answers_what_is_asked(words, place):
    pocket = asked("paradox", DILEMMA)
    pocket.presses("value", at(pocket, 2)).says(words)
    assert (seen(pocket), pocket.words, pocket.prompt.stage) == (place, [("why", words)], "other")


@pytest.mark.parametrize("words", ["9", "7,5", "een 8 eigenlijk"])
def test_a_number_off_the_line_is_no_reason(words):
    pocket = asked("paradox", DILEMMA, "nl", ("value", "2")).says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.stage) == (["choose_within"], [], "why")


@pytest.mark.parametrize(("item", "first", "words", "value"), [
    (SCALE, "3", "toch 4", "4"), (SCALE, "3", "actually a 2", "2"), (CHOICE, "a", "nee, b", "b"),
    (CHOICE, "a", "liever de derde", "c"),
])  # fmt: skip
def test_another_answer_by_number_is_taken_back_in_words(item, first, words, value):
    pocket = asked("question", item, "nl", ("value", first)).says(words)
    assert (pocket.taps[pocket.prompt.id, "value"], pocket.screens, pocket.words) == (value, ["followup"], [])


def test_a_number_that_the_scale_has_not_may_answer_its_follow_up():
    pocket = asked("question", SCALE, "nl", ("value", "3")).says("9")
    assert pocket.words == [("followup", "9")]


def test_a_choice_is_still_taken_back_right_after_the_thanks():
    pocket = asked("integrity_case", CASE, "nl", ("value", "a")).says(REFLECTED).says("Openheid, denk ik.")
    pocket.says("toch de tweede")
    assert (pocket.taps[pocket.prompt.id, "choice"], pocket.screens, pocket.decided(Add)) == ("b", [], [])
    pocket.says("Toch vind ik dat we meer moeten praten.")
    assert len(pocket.decided(Add)) == 1
    assert pocket.says("toch 3, want dat past beter").decided(KeepTap) == []


# a step that is left

NOT_THIS = [
    "I'd rather not say", "zeg ik liever niet", "geen zin in deze", "liever niet", "daar heb ik geen zin in, sorry",
    "sla deze maar over", "let's skip this one",
    "hier ga ik niet op in", "don't feel like answering this one",
]  # fmt: skip
OPEN = [
    ("intention_check", "intention_check"),
    ("question", "SM-01"),
    ("question", SCALE),
    ("paradox", DILEMMA),
    ("integrity_case", CASE),
    ("pulse", PULSE),
]


@pytest.mark.parametrize("words", ["I'd prefer to keep that to myself", "dat hou ik liever voor mezelf"])
@pytest.mark.parametrize(("kind", "item"), [("question", "SM-01"), ("paradox", DILEMMA), ("pulse", PULSE)])
def test_what_is_kept_to_oneself_is_no_answer(kind, item, words):
    assert asked(kind, item).says(words).prompt.state == "skipped"


@pytest.mark.parametrize("words", NOT_THIS)
@pytest.mark.parametrize(("kind", "item"), OPEN)
def test_what_is_left_is_skipped_and_no_answer(kind, item, words):
    pocket = asked(kind, item).says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["skip_2"], [], "skipped")


def further(*said: str) -> Pocket:
    pocket = asked("paradox", DILEMMA, "nl", ("value", "2"))
    for each in said:
        pocket.says(each)
    return pocket


WHY = "Omdat nieuwe mensen anders nooit iets durven."
STEPS = {
    "why": further, "other": lambda: further(WHY), "both": lambda: further(WHY, WHY),
    "offer": lambda: further(WHY, WHY, WHY), "own case": lambda: further(WHY, WHY, WHY, "ja"),
    "reflection": lambda: asked("integrity_case", CASE, "nl", ("value", "a")),
    "closing": lambda: asked("integrity_case", CASE, "nl", ("value", "a")).says(REFLECTED),
    "follow-up": lambda: asked("question", SCALE, "nl", ("value", "4")),
}  # fmt: skip


@pytest.mark.parametrize("words", [*NOT_THIS, "deze niet", "I'll pass", "te persoonlijk"])
@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_further_step_that_is_left_ends_with_what_was_given(step, words):
    pocket = step()
    before = pocket.words
    pocket.says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.stage) == (["thanks_taps"], before, "done")


@pytest.mark.parametrize("words", ["nee", "No thanks."])
@pytest.mark.parametrize("step", ["why", "other", "both", "offer", "own case"])
def test_a_bare_no_to_a_step_of_a_dilemma_is_no_answer(step, words):
    pocket = STEPS[step]()
    before = pocket.words
    assert pocket.says(words).words == before
    assert pocket.prompt.stage == "done"


@pytest.mark.parametrize(
    "words",
    ["Geen zin.", "Ik had geen zin in het overleg en bleef stil", "I would rather not say no to a partner",
     "Ik houd me liever stil in zo'n groep", "pas op de plaats maken"],
)  # fmt: skip
def test_words_that_tell_of_something_left_are_an_answer(words):
    assert asked("question", "SM-01").says(words).words == [("answer", words)]


@pytest.mark.parametrize("words", ["Dat hou ik voor mezelf.", "I'd keep it to myself", "dat zeg ik niet"])
def test_in_a_case_keeping_it_to_oneself_is_what_somebody_would_do(words):
    pocket = asked("integrity_case", CASE, "nl", ("value", "a")).says(words)
    assert pocket.words == [("followup", words)]


@pytest.mark.parametrize("words", ["Privé.", "geen antwoord", "Niet vandaag.", "Te dichtbij.", "Dan zeg ik niets."])
def test_a_few_words_that_may_well_be_the_answer_are_one(words):
    assert ("followup", words) in STEPS["follow-up"]().says(words).words


# a place or an option by name

PLACES = [
    ("ergens in het midden, denk ik", 4), ("a bit more to the left pole than the right", 3), ("de bovenste", 2),
    ("I would do the last", 6), ("de laatste zou ik doen", 6), ("meer rechts dan links, zou ik zeggen", 5),
    ("net iets rechts van het midden", 5), ("not the left but the right", 6), ("helemaal links", 1), ("beide", 4),
    ("more the left one than the other", 3),
]  # fmt: skip


@pytest.mark.parametrize(("words", "place"), PLACES)
@pytest.mark.parametrize("chat", [7001, 7002, 7003, 7004])
def test_a_place_is_named_as_this_leader_sees_the_line(words, place, chat):
    pocket = Pocket.asked("paradox", DILEMMA)
    pocket.leader = replace(pocket.leader, chat=chat)
    pocket.says(words)
    assert (seen(pocket), pocket.prompt.stage, pocket.words) == (place, "why", [])


@pytest.mark.parametrize(
    "words", ["geen van beide", "hangt ervan af", "it depends", "links en rechts lopen mensen weg", "niet links"]
)
def test_words_that_name_no_place_are_asked_about_once(words):
    pocket = asked("paradox", DILEMMA).says(words)
    assert (pocket.screens, pocket.taps) == (["choose_first"], {})


@pytest.mark.parametrize(("words", "value"), [
    ("I would do the last", "c"), ("de laatste zou ik doen", "c"), ("de bovenste", "a"), ("de middelste", "b"),
    ("the middle one, I guess", "b"), ("optie c lijkt me", "c"), ("alle drie", None),
])  # fmt: skip
def test_an_option_is_named_by_where_it_stands(words, value):
    pocket = asked("integrity_case", CASE).says(words)
    assert pocket.taps.get((pocket.prompt.id, "choice")) == value


# a number that a scale has not


@pytest.mark.parametrize("words", ["7", "een 9", "8/10", "zeven", "a ten", "0"])
@pytest.mark.parametrize(("kind", "item"), [("pulse", PULSE), ("question", SCALE)])
def test_a_number_that_is_not_on_the_scale_is_not_kept(kind, item, words):
    pocket = asked(kind, item).says(words)
    assert (pocket.screens, pocket.said[0].args) == (["choose_step"], {"min": "1", "max": "5"})
    assert (pocket.words, pocket.taps, pocket.prompt.state) == ([], {}, "open")
    assert pocket.says("3").taps == {(pocket.prompt.id, PULSE if kind == "pulse" else "value"): "3"}


def test_what_is_told_beside_such_a_number_is_kept_beside_the_pulse():
    words = "Een 7, het was een drukke week"
    pocket = asked("pulse", PULSE).says(words)
    assert (pocket.screens, pocket.words, pocket.taps) == (["choose_step"], [("addition", words)], {})


def test_such_a_number_is_for_the_pulse_that_was_asked_last():
    pocket = Pocket.asked("question", "SM-01").waits(days=1).is_due("pulse", PULSE, "w01P").says("7")
    assert (pocket.screens, pocket.words) == (["choose_step"], [])


# two at once, other forms of a label, and words that hold nothing


@pytest.mark.parametrize(
    ("words", "place"),
    [("nog steeds 3", 3), ("still a 2", 2), ("2, no wait, 3", 3),
     ("2 dacht ik, of nee 3", 3), ("eerst 2, nu 5", 5), ("5 (maar ik twijfel)", 5),
     ("ergens rond de 5", 5), ("kant b", 6), ("A", 2), ("helemaal eens met de eerste", 1), ("allebei evenveel", 4)],
)  # fmt: skip
def test_what_is_named_last_or_by_where_it_stands_is_the_place(words, place):
    assert seen(asked("paradox", DILEMMA).says(words)) == place


@pytest.mark.parametrize("words", ["ik blijf waakzaam", "I'd stay watchful", "more trusting"])
def test_another_form_of_a_label_names_it(words):
    assert asked("paradox", DILEMMA).says(words).prompt.stage == "why"


@pytest.mark.parametrize(
    ("kind", "item", "words", "screen"),
    [("paradox", DILEMMA, "2 of 3", "choose_whole"), ("paradox", DILEMMA, "1 or 3", "choose_either"),
     ("integrity_case", CASE, "2 of 3", "choose_either"), ("integrity_case", CASE, "1 or 3?", "choose_either")],
)  # fmt: skip
def test_who_hesitates_between_two_is_asked_which(kind, item, words, screen):
    pocket = asked(kind, item).says(words)
    assert (pocket.screens, pocket.taps) == ([screen], {})


@pytest.mark.parametrize(
    "words",
    ["ja", "Nee.", "ok", "weet ik niet", "Geen idee, eerlijk gezegd", "lastig", "moeilijke keuze hoor",
     "moet ik kiezen?", "🤷", "👍", "no idea", "dunno", "it's a tough one", "whatever", "why?",
     "I really can't decide", "kies jij maar"],
)  # fmt: skip
@pytest.mark.parametrize(("kind", "item"), [("paradox", DILEMMA), ("integrity_case", CASE)])
def test_words_that_hold_nothing_are_not_kept_where_a_tap_is_asked(kind, item, words):
    pocket = asked(kind, item).says(words)
    assert (pocket.screens, pocket.words, pocket.taps) == (["choose_inkling"], [], {})
    assert pocket.prompt.met
    assert pocket.says("1").taps != {}


@pytest.mark.parametrize("words", ["weet ik niet", "no idea", "maakt niet uit"])
@pytest.mark.parametrize(("kind", "item"), [("pulse", PULSE), ("question", SCALE)])
def test_not_knowing_is_no_score(kind, item, words):
    pocket = asked(kind, item).says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["choose_inkling"], [], "open")


@pytest.mark.parametrize("words", ["Lastig", "😐"])
def test_a_mood_in_words_is_told_to_a_pulse(words):
    assert asked("pulse", PULSE).says(words).words == [("answer", words)]


@pytest.mark.parametrize("words", ["Wat kiezen anderen?", "why only three?", "en wat als ik het niet weet?"])
@pytest.mark.parametrize(("kind", "item"), [("paradox", DILEMMA), ("integrity_case", CASE)])
def test_a_short_question_back_is_asked_about(kind, item, words):
    pocket = asked(kind, item).says(words)
    assert pocket.screens == ["meant_question"]
    assert [answer.state for answer in pocket.answers.values()] == ["held"]


# under a further step: on, yes, none, a slip


@pytest.mark.parametrize("words", ["volgende", "Next please", "verder graag", "let's move on"])
@pytest.mark.parametrize(
    ("step", "stage"),
    [("why", "other"), ("other", "both"), ("both", "offer"), ("own case", "done"), ("reflection", "closing"),
     ("closing", "done"), ("follow-up", "done")],
)  # fmt: skip
def test_the_next_step_comes_without_an_answer_to_this_one(step, stage, words):
    pocket = STEPS[step]()
    before = pocket.words
    pocket.says(words)
    assert (pocket.prompt.stage, pocket.words) == (stage, before)


@pytest.mark.parametrize("words", ["ok", "is goed", "👍", "sure, why not", "doe maar", "go ahead"])
def test_the_offer_is_taken_in_words(words):
    pocket = STEPS["offer"]()
    before = pocket.words
    assert (pocket.says(words).prompt.stage, pocket.words) == ("own_case", before)


@pytest.mark.parametrize(
    "words", ["weet ik zo niet", "Heb ik niet", "nothing comes to mind", "er schiet me niets te binnen"]
)
@pytest.mark.parametrize("step", ["offer", "own case"])
def test_who_has_no_example_is_thanked_and_nothing_is_kept(step, words):
    pocket = STEPS[step]()
    before = pocket.words
    pocket.says(words)
    assert (pocket.prompt.stage, pocket.screens, pocket.words) == ("done", ["thanks_taps"], before)


def test_an_example_under_the_offer_is_one():
    words = "Vorige maand gaf ik de nieuwe coördinator het hele budget."
    assert STEPS["offer"]().says(words).words[-1] == ("own_case", words)


SLIPS = [
    "verkeerd getikt",
    "nee wacht",
    "ik wil mijn keuze veranderen",
    "oops, wrong button",
    "I changed my mind",
    "go back",
]


@pytest.mark.parametrize("words", SLIPS)
@pytest.mark.parametrize(("step", "most"), [("why", "7"), ("both", "7"), ("reflection", "3"), ("follow-up", "5")])
def test_a_slip_is_asked_about_and_mended_with_one_number(step, most, words):
    pocket = STEPS[step]()
    before, taps = pocket.words, dict(pocket.taps)
    pocket.says(words)
    assert (pocket.screens, pocket.said[0].args, pocket.words) == (["choose_anew"], {"min": "1", "max": most}, before)
    assert pocket.says("3").taps != taps


@pytest.mark.parametrize("step", ["why", "other", "reflection", "closing", "follow-up"])
def test_a_nod_is_no_answer(step):
    pocket = STEPS[step]()
    before, stage = pocket.words, pocket.prompt.stage
    pocket.says("👍")
    assert (pocket.prompt.stage, pocket.words, len(pocket.decided(React))) == (stage, before, 1)


def test_words_that_go_on_with_an_answer_are_never_a_step_back():
    pocket = Pocket.asked("paradox", DILEMMA, patience=timedelta(seconds=6)).presses("value", "2")
    pocket.says("Ik wil ruimte geven.").says("terug")
    assert pocket.words == [("why", "Ik wil ruimte geven."), ("why", "terug")]
