"""Intentions: asked for, offered a when-then form, listed, done with; and which sentences hold a moment."""

from dataclasses import replace

import pytest
from pocket import BUTTON, Pocket

from dialogues.answers.intentions import outcome, sentence, when_then
from dialogues.effects import Cancel, Intend, IntendFrom, Reword, Say, Settle, Treat
from dialogues.talk import Asking, OnPrompt, Resting


def test_the_command_lists_what_is_open_and_asks_for_another():
    pocket = Pocket().commands("intention")
    assert (pocket.screens, pocket.said[0].args, pocket.talk) == (["intentions"], {"asks": True}, Asking("intention"))
    assert pocket.says(" Eerst vragen. ").decided(Intend) == [Intend("Eerst vragen.", None)]
    assert pocket.talk == Resting()


@pytest.mark.parametrize("words", ["list", "Lijst", " toon ", "all"])
def test_whoever_asks_for_the_list_makes_no_intention_of_that_word(words):
    pocket = Pocket().commands("intention", words)
    assert (pocket.screens, pocket.decided(Intend)) == (["intentions"], [])


def test_words_after_the_command_leave_the_floor_where_it_is():
    pocket = Pocket.asked("question", "RF-03").commands("intention", " Eerst vragen ")
    assert pocket.decided(Intend) == [Intend("Eerst vragen", None)]
    assert pocket.talk == OnPrompt(pocket.prompt.id)


def test_a_look_back_leads_to_an_intention_for_the_month():
    pocket = Pocket().presses("summary_intention", "intend", 12)
    assert (pocket.screens, pocket.talk) == (["summary_intention"], Asking("intention"))
    assert len(pocket.says("Elke maandag één vraag stellen.").decided(Intend)) == 1


def test_the_form_is_offered_and_taken_in_one_sentence():
    pocket = Pocket().presses("intention_form", "form", 31)
    assert (pocket.screens, pocket.talk) == (["intention_when"], Asking("form", 31))
    pocket.says("Als het stilvalt, dan wacht ik.")
    assert (pocket.decided(Reword), pocket.talk) == ([Reword(31, "Als het stilvalt, dan wacht ik.")], Resting())


def test_the_form_may_be_left():
    pocket = Pocket.asked("question", "RF-03").presses("intention_form", "fine", 31)
    assert [(say.screen, say.edits) for say in pocket.said] == [("intention_fine", BUTTON)]
    assert pocket.talk == OnPrompt(pocket.prompt.id)


@pytest.mark.parametrize(
    ("value", "state"), [("done", "done"), ("partly", "partly"), ("not", "not"), ("drop", "dropped")]
)
def test_an_open_intention_is_done_with_in_the_list_itself(value, state):
    pocket = Pocket().presses("intentions", value, 31)
    assert pocket.decided(Settle) == [Settle(31, state)]
    (said,) = pocket.said
    assert (said.screen, dict(said.args), said.edits) == ("intentions", {"asks": False}, BUTTON)
    asked = Pocket(talk=Asking("intention")).presses("intentions", value, 31)
    assert (asked.said[0].args["asks"], asked.talk) == (True, Asking("intention"))


@pytest.mark.parametrize("talk", [Resting(), Asking("intention")])
def test_one_of_several_is_opened_in_the_list_and_led_back_from(talk):
    asks = talk == Asking("intention")
    opened, back = (Pocket(talk=talk).presses("intentions", value, 31) for value in ("open", "list"))
    assert dict(opened.said[0].args) == {"asks": asks, "one": 31}
    assert dict(back.said[0].args) == {"asks": asks}
    assert {said.edits for said in (*opened.said, *back.said)} == {BUTTON}


@pytest.mark.parametrize("group", ["intentions", "intention_form", "summary_intention"])
def test_a_button_that_was_never_made_gets_a_kind_word(group):
    assert Pocket().presses(group, "x", 31).screens == ["stale_button"]


@pytest.mark.parametrize(
    "text",
    [
        "Als het stilvalt, dan wacht ik.", "als iemand zucht dan vraag ik door", "Zodra ik stuur, zwijg ik.",
        "Wanneer het overleg begint, vraag ik eerst.", "When it falls silent, I will wait.", "If they sigh then I ask.",
        "«Als ik twijfel, bel ik haar.»",
    ],
)  # fmt: skip
def test_a_sentence_with_its_moment_is_recognised(text):
    assert when_then(text)


@pytest.mark.parametrize(
    "text",
    ["Eerst vragen, dan pas zeggen.", "Ik wil minder praten.", "Alsof dat helpt, dan maar.", "", "Als", "If only."],
)
def test_a_sentence_without_a_moment_is_offered_one(text):
    assert not when_then(text)


def test_the_sentence_that_holds_the_intention_is_kept_as_it_was_written():
    text = "Het liep vast. Ik neem me voor om vrijdag eerst te vragen. Dat was het."
    assert sentence(text, "nl") == "Ik neem me voor om vrijdag eerst te vragen."
    assert sentence(" Morgen rust. ", "nl") == "Morgen rust."


@pytest.mark.parametrize(
    ("text", "became"),
    [
        ("half. I asked but too late, she had already decided", "partly"), ("Deels, het overleg liep uit.", "partly"),
        ("Een beetje: ik vroeg het één keer.", "partly"), ("Gelukt, maar half.", "partly"),
        ("Niet helemaal gelukt, ik begon te laat.", "partly"), ("Not quite – I forgot at the end", "partly"),
        ("Het is gelukt! Iedereen vertelde.", "done"), ("Ja, ik wachtte tien tellen.", "done"),
        ("I did it, and it felt odd.", "done"), ("Done. She answered at once.", "done"),
        ("Niet gedaan, want ik was ziek.", "not"), ("Helaas niet gelukt", "not"),
        ("I didn't do it because of the rush", "not"), ("Nee, vergeten.", "not"), ("Not yet, next week", "not"),
        ("It didn’t happen. Too busy.", "not"),
        ("Niet meer nodig, zij is weg.", "changed"),
        ("Het kwam er niet van door de drukte.", None), ("Ik vroeg het en zij schrok.", None), ("", None),
        ("Niet dat ik weet wat het uitmaakt", None), ("Jan vroeg het eerst.", None),
    ],
)  # fmt: skip
def test_the_words_that_a_reply_opens_with_tell_what_became_of_an_intention(text, became):
    assert outcome(text) == became


REASONS = {
    "nl": [
        "Omdat de geldgever het al gepubliceerd heeft en ik dat wil rechtzetten.",
        "Vooral omdat ik morgen zelf met haar wil praten.", "Want ik wil dat morgen met haar bespreken.",
        "Vermits ik volgende week eerst wil luisteren.",
    ],
    "en": [
        "Because the funder published it already and I want to set that right.",
        "Mainly because I am going to ask them first, and then decide.",
        "Since I want to hear tomorrow what they need.",
        "Well, because I will be asking her myself next week.",
    ],
}  # fmt: skip
PLANS = {
    "nl": [
        "Omdat het misging, ga ik haar morgen bellen.", "Omdat het misging ga ik haar morgen bellen.",
        "Want zo kan het niet, dus ga ik haar morgen bellen.",
    ],
    "en": ["Because it went wrong, I will call her tomorrow.", "Since he is away, so I will call her tomorrow."],
}  # fmt: skip


def last_words(language: str, text: str) -> Pocket:
    """The last words that an integrity case asks for, after which an intention may be offered."""
    pocket = Pocket.asked("integrity_case", "IC-12")
    pocket.leader = replace(pocket.leader, language=language)
    return pocket.presses("value", "b").says("Het meeste." if language == "nl" else "The most.").says(text)


@pytest.mark.parametrize(("language", "text"), [(name, text) for name in REASONS for text in REASONS[name]])
def test_a_reason_alone_is_offered_to_nobody_as_an_intention(language, text):
    pocket = last_words(language, text)
    assert "intention_offer" not in pocket.screens
    assert (text in [said for _, said in pocket.words], pocket.screens) == (True, ["thanks_taps"])


@pytest.mark.parametrize(("language", "text"), [(name, text) for name in PLANS for text in PLANS[name]])
def test_a_plan_with_its_reason_before_it_still_is(language, text):
    assert last_words(language, text).screens[-1] == "intention_offer"


def offered(language: str, screen: str = "intention_form") -> Pocket:
    """A leader to whom the when-then form of intention 31 was offered last."""
    pocket = Pocket(standing=[Say(screen, {}, 31)])
    pocket.leader = replace(pocket.leader, language=language)
    return pocket


TAKEN = {
    "nl": [
        "als ik de kamer binnenkom dan tel ik tot tien", "Zodra iemand zucht, vraag ik door.", "na de lunch",
        "elke maandag om 9", "'s ochtends voor de mail", "als het stil wordt", "als ik binnenkom tel ik tot tien",
        "Als de voorzitter om reacties vraagt, dan wacht ik tot iedereen iets heeft gezegd en dan pas ik",
    ],
    "en": [
        "when it goes quiet, i count to ten", "When I walk in I count to ten", "on mondays", "after lunch",
        "before every meeting", "every morning at 8", "the moment I sit down", "If someone sighs then I ask on.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [(name, text) for name in TAKEN for text in TAKEN[name]])
def test_a_leader_who_types_the_sentence_at_once_has_it_taken(language, text):
    pocket = offered(language).says(text)
    assert (pocket.decided(Reword), pocket.talk) == ([Reword(31, text)], Resting())
    assert ("intention_form", 31) in pocket.outdated


NOT_TAKEN = {
    "nl": [
        "dank je", "als je dat handig vindt", "wanneer vraag je ernaar?", "op maandag ben ik er niet",
        "als ik daaraan denk dan word ik verdrietig", "als ik dat had geweten, dan was ik gebleven",
        "als ik eerlijk ben, dan zie ik ertegenop", "in principe wel", "na de lunch was ik moe. Dat was jammer.",
    ],
    "en": [
        "thanks", "if you like", "when will you ask?", "pause until monday", "once a week", "if I'm honest, I dread it",
        "if I had known, then I would have stayed", "at the moment I am tired", "when I think of it I feel sick",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [(name, text) for name in NOT_TAKEN for text in NOT_TAKEN[name]])
def test_what_tells_asks_or_wishes_for_something_is_no_form(language, text):
    assert offered(language).says(text).decided(Reword) == []


@pytest.mark.parametrize(("language", "text"), [("nl", "na de lunch"), ("en", "after lunch")])
def test_a_moment_is_only_taken_where_the_form_was_offered_last(language, text):
    assert offered(language, "intention_kept").says(text).decided(Reword) == []


@pytest.mark.parametrize("text", ["na de lunch", "als ik binnenkom, dan luister ik eerst"])
def test_an_open_question_stays_open_beside_the_form_that_was_offered_after_it(text):
    pocket = Pocket.asked("question", "RF-03")
    pocket.standing = [Say("intention_form", {}, 31)]
    assert pocket.says(text).decided(Reword) == [Reword(31, text)]
    assert (pocket.talk, pocket.words) == (OnPrompt(pocket.prompt.id), [])


@pytest.mark.parametrize(("language", "yes", "no"), [("nl", "ja", "laat maar"), ("en", "yes please", "no thanks")])
def test_the_offer_of_the_form_is_answered_in_words_or_with_a_number(language, yes, no):
    for text in (yes, "1"):
        assert offered(language).says(text).screens == ["intention_when"]
    for text in (no, "2"):
        assert offered(language).says(text).screens == ["intention_fine"]
    assert "intention_fine" not in offered(language).says("3").screens


def test_a_number_is_for_the_scale_that_waits():
    pocket = Pocket.asked("paradox", "PX-01")
    pocket.standing = [Say("intention_form", {}, 31)]
    assert pocket.says("2").screens == ["dilemma_step"]


@pytest.mark.parametrize(
    ("language", "text", "what"),
    [
        ("nl", "voornemen: elke maandag eerst luisteren", "elke maandag eerst luisteren"),
        ("nl", "Mijn voornemen: minder praten.", "minder praten."),
        ("en", "intention: listen first on mondays", "listen first on mondays"),
        ("en", "New intention - ask before I tell", "ask before I tell"),
    ],
)
def test_what_is_called_an_intention_is_noted_where_nothing_is_open(language, text, what):
    assert offered(language, "thanks_1").says(text).decided(Intend) == [Intend(what, None)]
    open_still = Pocket.asked("question", "RF-03")
    open_still.leader = replace(open_still.leader, language=language)
    assert open_still.says(text).decided(Intend) == []
    assert [kept for _, kept in open_still.words] == [text]


MADE = {
    "nl": ["maak er een voornemen van", "Maak hier maar een voornemen van.", "noteer dat als voornemen"],
    "en": ["make it an intention", "Make that an intention please", "note it as an intention"],
}


@pytest.mark.parametrize(("language", "text"), [(name, text) for name in MADE for text in MADE[name]])
def test_an_answer_becomes_an_intention_when_that_is_asked(language, text):
    pocket = Pocket.asked("question", "RF-03")
    pocket.leader = replace(pocket.leader, language=language)
    pocket.says("Kort en goed." if language == "nl" else "Short and sweet.")
    (answer,) = pocket.answers
    assert pocket.says(text).decided(IntendFrom) == [IntendFrom(answer)]
    assert len(pocket.answers) == 1


@pytest.mark.parametrize(("language", "text"), [(name, text) for name in MADE for text in MADE[name]])
def test_a_loose_thought_becomes_one_and_is_kept(language, text):
    pocket = offered(language, "thanks_1").says("Elke dag wandelen." if language == "nl" else "Walk every day.")
    (thought,) = pocket.answers
    pocket.says(text)
    assert pocket.decided(IntendFrom) == [IntendFrom(thought)]
    assert (pocket.decided(Treat), pocket.decided(Cancel)) == (
        [Treat(thought, "kept", ("held",))],
        [Cancel("thought", thought)],
    )
    assert pocket.says(text).decided(Treat) == []


def test_it_is_asked_which_words_are_meant_when_nobody_can_tell():
    assert Pocket().says("maak er een voornemen van").screens == ["intentions"]
    long = Pocket.asked("question", "RF-03").says("Het overleg liep vast en niemand zei iets. " * 5)
    assert long.says("maak er een voornemen van").talk == Asking("intention")


@pytest.mark.parametrize("text", ["Ik maakte er een voornemen van en dat hielp ons", "het voornemen mislukte", "ja"])
def test_words_about_an_intention_are_no_wish_to_make_one(text):
    assert Pocket().says(text).talk != Asking("intention")


def test_who_stopped_or_is_held_makes_none_in_passing():
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, state="held")
    assert pocket.says("voornemen: eerst vragen").decided(Intend) == []
