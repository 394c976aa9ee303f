"""Safety before everything: what is said, what is kept apart, and what is not asked."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pocket import BUTTON, Pocket

from dialogues.effects import Add, Amend, Ask, Drop, Keep, Mark, Plan, React, Redact
from dialogues.events import Showed
from dialogues.library import library
from dialogues.moves.care import harm, weighing
from dialogues.talk import Asking, OnPrompt, Resting, Settling, Weighing, from_json

DESPAIR, UNCLEAR = "Ik wil niet meer leven.", "Ik kan niet meer."
DANGER, STRAIN = "Hij bedreigt me, al weken.", "Ik heb een burn-out."
REPORT = "Er is fraude gepleegd met het geld van het fonds."
DONE_TO_ME = "Mijn voorzitter heeft mij aangeraakt, dit is seksuele intimidatie."


def asked(item: str = "RF-03") -> Pocket:
    return Pocket.asked("question", item)


def in_three_days(pocket: Pocket) -> int:
    return int((pocket.now + timedelta(hours=72)).timestamp())


@pytest.mark.parametrize("text", [DESPAIR, "I want to die"])
def test_despair_gets_the_message_at_once_and_nothing_else(text):
    pocket = asked().says(text)
    assert [(say.screen, say.weight) for say in pocket.said] == [("crisis_self", "safety")]
    assert (pocket.leader.state, pocket.leader.until) == ("held", pocket.now + timedelta(hours=72))
    assert [answer.care for answer in pocket.answers.values()] == ["crisis"]
    assert pocket.prompt.stage == "done"


@pytest.mark.parametrize("talk", [Settling("zone", True), Asking("intention"), Resting()])
def test_despair_beside_a_question_is_not_kept(talk):
    pocket = Pocket(talk=talk).says(DESPAIR)
    assert (pocket.screens, pocket.answers, pocket.talk) == (["crisis_self"], {}, Resting())


def test_despair_after_a_command_is_heard_as_well():
    for name in ("intention", "pause", "unknown"):
        pocket = asked().commands(name, DESPAIR)
        assert (pocket.screens, pocket.answers) == (["crisis_self"], {})


def test_after_three_days_comes_a_word_and_no_question():
    pocket = asked().says(DESPAIR)
    pocket.now = pocket.plans["hold_over", 0]
    pocket.reaches("hold_over")
    assert (pocket.screens, pocket.leader.state) == (["resume_after_safety"], "held")
    assert pocket.presses("resume_after_safety", "later", 0).screens == ["held"]
    assert pocket.presses("resume_after_safety", "resume", 0).screens == ["resumed_quiet"]
    assert pocket.leader.state == "active"
    assert pocket.reaches("hold_over").done == []


def test_a_pause_during_a_hold_stays_a_hold_and_never_ends_sooner():
    pocket = asked().says(DESPAIR)
    end = pocket.leader.until
    pocket.commands("pause", "morgen")
    assert (pocket.leader.state, pocket.leader.until) == ("held", end)
    assert pocket.plans["hold_over", 0] == end
    assert pocket.commands("pause", "een maand").leader.until > end
    pocket.presses("pause", "open", 0)
    assert (pocket.leader.state, pocket.plans) == ("held", {})
    assert pocket.commands("pause", "een maand").leader.until is not None


def test_who_had_stopped_gets_the_numbers_and_no_further_message():
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, state="stopped")
    pocket.says(DESPAIR)
    assert (pocket.screens, pocket.leader.state, pocket.plans) == (["crisis_self"], "stopped", {})


def test_an_unclear_phrase_is_asked_about_and_kept_apart_until_it_is_clear():
    pocket = asked().says(UNCLEAR)
    assert pocket.screens == ["crisis_self_check"]
    assert pocket.leader.state == "active"
    assert [answer.care for answer in pocket.answers.values()] == ["crisis"]


@pytest.mark.parametrize("words", ["Het gaat over werk", "Nou, het project met de gemeente."])
def test_about_work_makes_them_ordinary_words(words):
    pocket = asked().says(UNCLEAR).says(words)
    assert pocket.screens == ["care_work"]
    assert [answer.care for answer in pocket.answers.values()] == ["none"]
    assert (pocket.talk, pocket.prompt.stage) == (Resting(), "done")


@pytest.mark.parametrize("value", ["life", "unsure"])
def test_about_life_or_not_sure_gets_the_message_and_a_hold(value):
    pocket = asked().says(UNCLEAR)
    pocket.presses("crisis_self_check", value, pocket.said[0].about)
    assert (pocket.screens, pocket.leader.state) == (["crisis_self"], "held")
    assert [answer.care for answer in pocket.answers.values()] == ["crisis"]


def test_about_life_can_be_typed():
    assert asked().says(UNCLEAR).says("Over niet meer willen leven").screens == ["crisis_self"]


REPLIES = (
    "ja", "yes", "weet niet", "dunno", "laat maar", "never mind", "niet meer leven", "not wanting to live",
    "About not wanting to live", "Over niet meer willen leven", "the second", "het tweede", "2", "both",
    "misschien", "maybe", "hulp", "help", "stop", "skip", "later", "...", "Weet ik veel, alles bij elkaar.",
    "niet over werk", "no, not work", "Nee, ik wil niet dood", "No, I do not want to die", "nee het gaat niet goed",
    "no, it's not fine", "Ik weet het niet", "what do you mean?",
)  # fmt: skip


@pytest.mark.parametrize("doubtful", [UNCLEAR, "I can't go on."])
@pytest.mark.parametrize("words", REPLIES)
def test_any_other_words_to_the_check_bring_the_numbers_at_once_and_it_is_not_asked_again(doubtful, words):
    pocket = asked().says(doubtful).says(words)
    assert [(say.screen, say.weight) for say in pocket.said] == [("crisis_self", "safety")]
    assert (pocket.talk, pocket.leader.state, pocket.prompt.stage) == (Resting(), "held", "done")
    assert pocket.answers[min(pocket.answers)].care == "crisis"
    assert "none" not in {answer.care for answer in pocket.answers.values()}


@pytest.mark.parametrize(
    "words", [UNCLEAR, "I can't take it anymore.", "About not wanting to live", "not wanting to live"]
)
def test_doubtful_words_after_the_numbers_bring_the_numbers_again_and_not_the_question(words):
    assert asked().says(UNCLEAR).says(UNCLEAR).screens == ["crisis_self"]
    assert asked().says(DESPAIR).says(words).screens == ["crisis_self"]
    assert asked().says(UNCLEAR).says("ja").says(words).screens == ["crisis_self"]
    assert asked().says(DESPAIR).says("Ik stop ermee.").screens == ["crisis_self_check"]


@pytest.mark.parametrize(
    "words",
    [
        "nee", "Nee hoor.", "no", "nope", "nee, zeker niet", "Nee, het gaat niet over mij", "not about me",
        "No, it is about work", "nee, over werk", "It's about work, not about dying", "nee, het is goed",
    ],
)  # fmt: skip
def test_only_plain_words_that_it_is_not_so_go_on(words):
    pocket = asked().says(UNCLEAR).says(words)
    assert (pocket.screens, pocket.leader.state) == (["care_work"], "active")
    assert {answer.care for answer in pocket.answers.values()} == {"none"}


def test_when_it_was_about_work_all_that_was_in_doubt_is_ordinary_again():
    pocket = asked().says("Het was druk.").says(UNCLEAR, reply_to=1 + 1).says("Het werk.")
    assert {answer.care for answer in pocket.answers.values()} == {"none"}


def test_what_alarms_by_itself_stays_apart_when_later_words_were_about_work():
    pocket = asked().says(DESPAIR).says(UNCLEAR, reply_to=1 + 1)
    despair = min(pocket.answers)
    pocket.presses("crisis_self_check", "work", pocket.said[0].about)
    assert [answer.care for answer in pocket.answers.values()] == ["crisis", "none"]
    assert pocket.answers[despair].text == DESPAIR


@pytest.mark.parametrize(
    "words", ["Met deze vragen", "met deze bot bedoel ik", "I mean the bot", "These questions", "de berichten"]
)
def test_about_these_questions_leads_to_the_way_out_of_them(words):
    pocket = asked().says(UNCLEAR).says(words)
    assert (pocket.screens, pocket.talk, pocket.prompt.stage) == (["stop_confirm"], Resting(), "done")
    assert [answer.care for answer in pocket.answers.values()] == ["none"]


@pytest.mark.parametrize("words", ["Ik ben op", "ik ben gewoon moe", "I'm just tired", "I am exhausted"])
def test_plain_tiredness_gets_the_message_about_strain(words):
    pocket = asked().says(UNCLEAR).says(words)
    assert (pocket.screens, pocket.leader.state) == (["severe_strain"], "active")
    assert [answer.care for answer in pocket.answers.values()] == ["strain"]


def test_exhaustion_told_in_answer_to_the_check_is_kept_and_gets_its_own_message():
    pocket = asked().says(UNCLEAR).says("Ik ben overspannen en slaap al weken niet.")
    assert pocket.screens == ["severe_strain"]
    assert [answer.care for answer in pocket.answers.values()] == ["strain", "strain"]
    assert pocket.prompt.stage == "done"


def test_a_press_on_the_check_much_later_changes_no_prompt():
    pocket = asked().says("Rustig gebleven.").presses("crisis_self_check", "tired", 0)
    assert pocket.screens == ["severe_strain"]
    assert pocket.presses("crisis_self_check", "questions", 0).screens == ["stop_confirm"]
    assert pocket.presses("crisis_self_check", "never", 0).screens == ["stale_button"]


@pytest.mark.parametrize("text", ["nee", "Niemand, ik ben alleen thuis.", "help", "hoe dan"])
def test_during_a_hold_any_words_get_a_few_warm_ones_and_are_not_kept(text):
    pocket = asked().says(DESPAIR)
    kept = pocket.words
    for _ in range(2):
        pocket.says(text)
        assert [(say.screen, say.weight) for say in pocket.said] == [("held_reply", "safety")]
        assert (pocket.words, pocket.leader.state, pocket.talk) == (kept, "held", Resting())


@pytest.mark.parametrize(
    ("words", "screen"),
    [
        ("het gaat weer beter, ik heb met mijn man gepraat", "held_better"),
        ("I feel a lot better now, I talked to my sister", "held_better"),
        ("ja, mijn man is hier", "held_near"),
        ("Yes, my husband is with me", "held_near"),
        ("nee het is goed", "held_fine"),
        ("ok", "held_fine"),
        ("Thank you", "held_fine"),
    ],
)
def test_who_recovers_after_the_message_is_met_warmly_and_not_with_the_question_again(words, screen):
    pocket = asked().says(DESPAIR).says(words)
    assert [(say.screen, say.weight) for say in pocket.said] == [(screen, "safety")]
    assert (pocket.talk, pocket.leader.state) == (Resting(), "held")
    assert pocket.says("Toch verder").leader.state == "active"


@pytest.mark.parametrize(
    "words", ["het gaat beter maar ik wil nog steeds niet meer leven", "I feel better, I want to die"]
)
def test_a_relapse_beside_better_words_raises_the_alarm_again(words):
    assert asked().says(DESPAIR).says(words).screens == ["crisis_self"]


def test_what_is_heavy_beside_better_words_brings_the_numbers_again_during_a_hold():
    assert asked().says(DESPAIR).says("Het gaat beter. Maar ik kan niet meer.").screens == ["crisis_self"]


def test_who_says_under_an_open_check_that_it_goes_better_is_asked_nothing_more():
    pocket = asked().says(UNCLEAR).says("Het gaat alweer beter, ik heb mijn zus gebeld")
    assert (pocket.screens, pocket.leader.state, pocket.talk) == (["held_better"], "held", Resting())
    assert {answer.care for answer in pocket.answers.values()} == {"crisis"}


def test_who_had_stopped_is_met_warmly_as_well():
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, state="stopped")
    assert pocket.says(DESPAIR).says("het gaat weer beter, ik heb met mijn man gepraat").screens == ["held_better"]


def test_during_a_hold_a_reply_to_an_older_question_is_kept_apart():
    pocket = asked().says("Rustig gebleven.").is_due("question", "RE-01").says(DESPAIR)
    pocket.says("Dat ik bleef zitten.", reply_to=min(pocket.prompts))
    assert pocket.screens == ["held_reply"]
    assert [answer.care for answer in pocket.answers.values()] == ["none", "crisis", "crisis"]


def test_after_a_hold_words_get_the_word_that_came_then_and_may_be_its_button():
    pocket = asked().says(DESPAIR)
    pocket.now = pocket.plans["hold_over", 0]
    assert pocket.reaches("hold_over").says("Het gaat wel weer.").screens == ["resume_after_safety"]
    assert pocket.says("Nu nog niet").screens == ["held"]
    assert pocket.says("Ik wil weer verder").leader.state == "active"


@pytest.mark.parametrize("command", ["question", "dilemma"])
def test_a_question_during_a_hold_first_brings_the_word_that_they_rest(command):
    pocket = asked().says(DESPAIR).commands(command)
    assert (pocket.screens, pocket.decided(Ask)) == (["held_question"], [])
    assert pocket.presses("resumed", "start", 0).screens == ["held_question"]
    pocket.presses("held_question", "resume", 0)
    assert pocket.leader.state == "active"
    assert asked().says(DESPAIR).says("Toch verder").leader.state == "active"


def test_who_had_stopped_and_tells_of_despair_is_met_with_warm_words_for_a_day():
    for told in (
        lambda pocket: pocket.says(DESPAIR),
        lambda pocket: pocket.says(UNCLEAR).says("Ik weet het niet goed"),
    ):
        pocket = Pocket()
        pocket.leader = replace(pocket.leader, state="stopped")
        assert told(pocket).says("Niemand.").screens == ["held_reply"]
        assert pocket.says("Nee.").screens == ["held_reply"]
        assert pocket.waits(hours=25).says("Hoi.").screens == ["stopped_still"]
        assert pocket.words == []


def test_a_reply_to_the_message_about_strain_gets_one_quiet_thanks_and_is_for_the_leader_alone():
    pocket = asked().says(STRAIN).says("Met mijn vrouw, denk ik.")
    assert pocket.screens == ["care_noted"]
    reply = pocket.answers[max(pocket.answers)]
    assert (reply.part, reply.care, reply.state) == ("thought", "strain", "hidden")
    pocket.says("En de huisarts, ik ben ook echt overspannen.")
    assert (pocket.screens, len(pocket.decided(React)), len(pocket.answers)) == ([], 1, 3)
    assert pocket.waits(minutes=20).says("Hoi.").screens == ["not_understood"]


@pytest.mark.parametrize(
    ("words", "screen"),
    [
        ("Eén vraag per week", "strain_lighter"), ("ja", "strain_lighter"), ("Zo laten", "strain_same"),
        ("nee", "strain_same"), ("Twee weken pauze", "strain_paused"),
    ],
)  # fmt: skip
def test_the_buttons_about_strain_can_be_written(words, screen):
    pocket = asked().says(STRAIN).says(words)
    assert (pocket.screens, len(pocket.answers)) == ([screen], 1)
    assert pocket.says("Mijn man weet ervan.").screens == ["care_noted"]


@pytest.mark.parametrize(
    "words",
    [
        "I want to pause", "I want to pause for a bit", "yes, a pause would be good", "I need a break",
        "doe maar een pauze", "Ik wil graag even pauze", "ja, pauze graag", "mag ik pauze?", "een pauze zou goed zijn",
    ],
)  # fmt: skip
def test_a_wish_for_a_pause_after_the_message_about_strain_takes_the_one_it_offers(words):
    pocket = asked().says(STRAIN).says(words)
    assert (pocket.screens, pocket.leader.state) == (["strain_paused"], "paused")
    assert pocket.plans["resume", 0] == pocket.now + timedelta(weeks=2)
    assert pocket.says("Mijn man weet ervan.").screens == ["care_noted"]


def test_a_pause_that_names_its_end_is_that_long_and_a_report_offers_none():
    assert asked().says(STRAIN).says("pauze voor een maand").screens == ["paused"]
    assert asked().says(REPORT).says("I want to pause").screens == ["pause"]


@pytest.mark.parametrize(
    ("words", "screen"),
    [
        ("twice a week", "rhythm_noted"), ("twee keer per week", "rhythm_noted"), ("Asia/Tokyo", "zone_set"),
        ("rather on Mondays and Thursdays", "hour"), ("geen feestdagen", "choose_country"),
        ("show my answers", "answers"), ("once a week is enough", "strain_lighter"),
        ("who reads this?", "who_reads"), ("how do I stop?", "stop_confirm"),
        ("My sister knows.", "care_noted"), ("hulp", "care_noted"),
    ],
)  # fmt: skip
def test_other_requests_after_the_message_about_strain_are_heard_as_requests(words, screen):
    pocket = asked().says(STRAIN).says("Het was veel.").says(words)
    assert pocket.screens == ([] if screen == "care_noted" else [screen])


def test_a_question_that_is_asked_for_after_the_message_about_strain_comes():
    assert asked().says(STRAIN).says("give me a question").decided(Ask) != []


PATIENT = {"patience": timedelta(seconds=6)}


def in_pieces(*pieces: str) -> Pocket:
    pocket = Pocket.asked("question", "RF-05", **PATIENT)
    for piece in pieces:
        pocket.says(piece).waits(seconds=2)
        assert pocket.screens == []
    return pocket


@pytest.mark.parametrize(
    "pieces",
    [
        (
            "Het overleg van dinsdag",
            "liep helemaal vast",
            "en ik heb mijn mond gehouden.",
            "O ja, en de voorzitter ook.",
        ),
        ("The project with the municipality", "completely stuck for months", "and I said nothing about it."),
    ],
)
def test_pieces_of_an_answer_about_a_meeting_are_no_strain_and_get_their_follow_up_together(pieces):
    pocket = in_pieces(*pieces).falls_silent()
    assert pocket.screens[0] in {"followup", "thanks_taps"}
    assert {answer.care for answer in pocket.answers.values()} == {"none"}


@pytest.mark.parametrize(
    "pieces",
    [("Al weken amper geslapen.", "En steeds huilen in de auto."), ("Barely slept for weeks.", "Crying every day.")],
)
def test_strain_that_pieces_without_the_writer_tell_of_waits_for_all_of_them(pieces):
    pocket = in_pieces(*pieces).falls_silent()
    assert [(say.screen, say.weight) for say in pocket.said] == [("severe_strain", "safety")]
    assert [answer.care for answer in pocket.answers.values()] == ["strain", "strain"]
    assert (pocket.prompt.stage, len(pocket.answers)) == ("done", 2)
    assert pocket.says("Met mijn vrouw, denk ik.").screens == ["care_noted"]


def test_strain_of_the_writer_and_despair_and_danger_in_a_piece_are_heard_at_once():
    def piece() -> Pocket:
        return Pocket.asked("question", "RF-05", **PATIENT).says("Het overleg van dinsdag")

    assert piece().says("Ik ben overspannen en slaap al weken niet.").screens == ["severe_strain"]
    assert piece().says("Niet meer leven.").screens == ["crisis_self"]
    assert piece().says(DANGER).screens == ["acute_danger"]


def test_pieces_that_were_left_for_something_else_are_not_looked_at_again():
    pocket = in_pieces("Al weken amper geslapen.")
    pocket.talk = Resting()
    assert "severe_strain" not in pocket.falls_silent().screens


def test_a_reply_to_the_message_about_danger_hears_whom_to_call():
    pocket = asked().says(DANGER)
    assert pocket.says("Hij is nu weg.").screens == ["danger_noted"]
    assert pocket.says("ja").leader.state == "paused"
    assert asked().says(DANGER).says("nee").screens == ["danger_continue"]


def test_a_check_that_an_earlier_version_kept_is_still_open():
    stored = {"kind": "Weighing", "answer": 4, "prompt": 3, "again": True, "until": 9}
    assert from_json(stored) == Weighing(4, 3, 9)


def test_a_check_without_a_question_keeps_nothing():
    pocket = Pocket().says(UNCLEAR)
    assert (pocket.talk, pocket.answers) == (Weighing(0, 0, until=in_three_days(pocket)), {})
    assert pocket.presses("crisis_self_check", "work", 0).screens == ["care_understood"]
    assert pocket.presses("crisis_self_check", "work", 0).screens == ["care_understood"]  # much later


def test_while_a_check_is_open_no_question_and_no_reminder_comes():
    pocket = asked().says(UNCLEAR)
    pocket.prompts[1] = replace(pocket.prompt, id=1, state="open")
    assert pocket.reaches("remind", 1).done == []
    assert [plan.kind for plan in pocket.reaches("monthly").decided(Plan)] == ["monthly"]
    assert pocket.decided(Ask) == []
    for _ in range(3):
        assert pocket.is_due("question", "RE-01").done == []
    assert isinstance(pocket.talk, Weighing)
    pocket.now += timedelta(hours=73)
    assert pocket.is_due("question", "SM-01").decided(Ask) != []


def test_a_day_later_an_open_check_is_asked_about_once_more_and_words_after_it_are_for_the_check():
    pocket = asked().says(UNCLEAR)
    assert pocket.plans["weigh", 0] == pocket.now + timedelta(days=1)
    pocket.now = pocket.plans["weigh", 0]
    pocket.reaches("weigh")
    assert [(say.screen, say.weight) for say in pocket.said] == [("check_return", "safety")]
    assert pocket.decided(Plan) == []
    assert pocket.says("Het gaat over werk, rustig maar").screens == ["care_work"]
    assert pocket.prompt.stage == "done"


@pytest.mark.parametrize(
    ("value", "screen"), [("work", "care_work"), ("life", "crisis_self"), ("unsure", "crisis_self")]
)
def test_the_buttons_of_that_second_time_say_the_same(value, screen):
    pocket = asked().says(UNCLEAR).waits(days=1).reaches("weigh")
    assert pocket.presses("check_return", value, pocket.said[0].about).screens == [screen]


def test_a_check_that_was_answered_is_not_returned_to_nor_is_who_stopped():
    assert asked().says(UNCLEAR).says("Het werk.").waits(days=1).reaches("weigh").done == []
    pocket = asked().says(UNCLEAR).waits(days=1)
    pocket.leader = replace(pocket.leader, state="stopped")
    assert pocket.reaches("weigh").done == []


def test_until_when_nothing_routine_is_sent_is_told_by_an_open_check_alone():
    pocket = asked().says(UNCLEAR)
    assert weighing.rests(pocket.talk) == pocket.now + timedelta(hours=72)
    assert weighing.rests(Resting()) is None


def test_danger_offers_to_put_the_questions_on_hold():
    pocket = asked().says(DANGER)
    assert pocket.screens == ["acute_danger"]
    assert pocket.leader.state == "active"
    assert pocket.presses("acute_danger", "continue", 0).screens == ["danger_continue"]
    pocket.presses("acute_danger", "pause", 0)
    assert (pocket.screens, pocket.leader.state) == (["danger_paused"], "paused")
    assert pocket.plans["resume", 0] == pocket.now + timedelta(weeks=2)


def test_strain_offers_something_lighter():
    pocket = asked().says(STRAIN)
    assert pocket.screens == ["severe_strain"]
    assert pocket.presses("severe_strain", "same", 0).screens == ["strain_same"]
    assert pocket.presses("severe_strain", "lighter", 0).leader.rhythm.kind == "light"
    assert pocket.presses("severe_strain", "pause_2w", 0).screens == ["strain_paused"]


GRIEF, WORRY = (
    "Mijn vader is vorige week overleden.",
    "Een medewerker zei dat ze niet meer wil leven. Ik bleef bij haar.",
)


def test_grief_gets_a_kind_word_and_nothing_to_do_and_is_never_quoted():
    pocket = asked().says(GRIEF)
    assert [(say.screen, say.weight) for say in pocket.said] == [("grief", "safety")]
    assert (pocket.leader.state, pocket.prompt.stage) == ("active", "done")
    (answer,) = pocket.answers.values()
    assert (answer.part, answer.care, answer.named, answer.state) == ("answer", "strain", True, "kept")
    assert pocket.says("Dank je.").screens == ["care_noted"]
    assert pocket.says("Mijn moeder is er kapot van, zij ligt nu ook in het ziekenhuis.").screens == []
    pocket.presses("grief", "pause_2w", 0)
    assert (pocket.screens, pocket.leader.state) == (["strain_paused"], "paused")


@pytest.mark.parametrize(
    "loss",
    [
        "Mijn vader is vorige week overleden, ik voel me eenzaam",
        "My father passed away last week and I feel so alone.",
        "We gaan scheiden, ik heb het vandaag op kantoor verteld.",
        "My husband left me last month.",
        "De uitslag is binnen, het is uitgezaaid.",
        "We lost the baby, nobody at work knows.",
    ],
)
@pytest.mark.parametrize("more", ["Ik voel me zo eenzaam zonder hem.", "The house is so quiet now, everyone is gone."])
def test_after_a_loss_nothing_is_asked_that_evening(loss, more):
    pocket = asked().says(loss)
    assert pocket.screens == ["grief"]
    assert pocket.says(more).screens == ["care_noted"]


@pytest.mark.parametrize(("words", "screen"), [("Zo laten", "strain_same"), ("ja graag", "strain_paused")])
def test_the_buttons_under_grief_can_be_written(words, screen):
    assert asked().says(GRIEF).says(words).screens == [screen]
    assert asked().says("Mijn broer heeft zelfmoord gepleegd.").screens == ["grief_helpline"]
    assert asked().presses("grief_helpline", "same", 0).screens == ["strain_same"]


def test_grief_beside_a_question_is_kept_as_a_thought():
    for pocket in (Pocket().says(GRIEF), Pocket().commands("reflect", GRIEF), Pocket().commands("reflect").says(GRIEF)):
        (answer,) = pocket.answers.values()
        assert (pocket.screens, answer.part, answer.text) == (["grief"], "thought", GRIEF)
        assert (answer.care, answer.named, answer.state) == ("strain", True, "kept")


def test_grief_is_no_matter_of_a_search_an_intention_or_the_door_and_a_hold_goes_first():
    assert Pocket().commands("answers", "zoek mijn vader is overleden").screens != ["grief"]
    assert Pocket(talk=Asking("intention")).says(GRIEF).screens != ["grief"]
    assert asked().says(DESPAIR).says(GRIEF).screens == ["held_reply"]
    pocket = Pocket.at_the_door().says(GRIEF)
    assert (pocket.screens, pocket.answers) == (["language"], {})


def test_despair_beside_grief_goes_first():
    assert asked().says(f"{GRIEF} {DESPAIR}").screens == ["crisis_self"]
    assert asked().says("Mijn vader is overleden en ik kan niet meer.").screens == ["crisis_self_check"]
    assert asked().says("Mijn schoonvader ligt op sterven.").screens == ["grief"]
    assert Pocket.at_the_door().says("Mijn schoonvader ligt op sterven.").screens == ["grief"]


def test_worry_about_somebody_else_gets_neither_the_check_nor_a_question_about_it():
    pocket = asked().says(WORRY)
    assert [(say.screen, say.weight) for say in pocket.said] == [("worry", "safety")]
    assert (pocket.leader.state, pocket.prompt.stage) == ("active", "done")
    assert [answer.care for answer in pocket.answers.values()] == ["crisis"]
    assert pocket.says("Ja, mijn zus.").screens == ["worry_noted"]
    assert (pocket.answers[max(pocket.answers)].state, pocket.says("En mijn vriend.").screens) == ("hidden", [])


def test_worry_beside_a_question_or_at_the_door_is_not_kept():
    assert (Pocket().says(WORRY).screens, Pocket().says(WORRY).answers) == (["worry"], {})
    pocket = Pocket.at_the_door().says(WORRY)
    assert (pocket.screens, pocket.answers) == (["worry"], {})


def test_in_an_integrity_case_the_talk_is_about_the_case():
    pocket = Pocket.asked("integrity_case", "IC-12").says("Mijn dochter doet zichzelf pijn, zegt de man in de casus.")
    assert pocket.screens != ["worry"]


def test_a_report_offers_to_delete_the_message_and_deletes_it():
    pocket = asked().says(REPORT)
    (kept,) = pocket.answers
    assert (pocket.screens, pocket.said[0].about) == (["integrity_report"], kept)
    pocket.presses("integrity_report", "delete", kept)
    assert pocket.decided(Drop) == [Drop(kept)]
    assert [(say.screen, say.args, say.edits) for say in pocket.said] == [
        ("integrity_report", {"outcome": "report_deleted"}, BUTTON)
    ]
    assert pocket.answers == {}


def test_a_report_that_is_to_be_kept_says_so_in_place():
    pocket = asked().says(REPORT).presses("integrity_report", "keep", 4)
    assert [(say.args, say.edits) for say in pocket.said] == [({"outcome": "report_kept"}, BUTTON)]
    assert pocket.presses("integrity_report", "never", 4).screens == ["stale_button"]


def test_what_becomes_of_a_report_can_be_written():
    assert asked().says(REPORT).says("Nee, bewaar het voor mij").screens == ["report_kept"]
    pocket = asked().says(REPORT).says("ja")
    assert (pocket.screens, pocket.answers) == (["report_deleted"], {})
    assert asked().says(REPORT).says("Ik weet niet wat ik moet.").screens == ["not_understood"]


@pytest.mark.parametrize("value", ["delete", "keep"])
def test_a_report_of_which_nothing_was_kept_never_says_that_it_was(value):
    pocket = Pocket().says(REPORT)
    assert pocket.said[0].about == 0
    assert pocket.presses("integrity_report", value, 0).screens == ["report_unkept"]
    assert pocket.decided(Drop) == []


def test_the_question_what_it_does_to_one_waits_for_its_answer_and_keeps_it_apart():
    pocket = asked().says(REPORT).presses("integrity_report", "reflect", 0)
    assert pocket.screens == ["report_reflect"]
    pocket.says("Dat ik niet meer durf te vertrouwen op mijn eigen oordeel.")
    assert pocket.screens == ["thanks_6"]
    assert [answer.care for answer in pocket.answers.values()] == ["report", "report"]


def test_whoever_it_was_done_to_hears_whom_to_call_and_gets_no_question_about_it():
    pocket = asked().says(DONE_TO_ME)
    assert pocket.screens == ["urgent", "integrity_report"]
    assert pocket.said[1].args == {"own": True}


@pytest.mark.parametrize(
    ("text", "mine"),
    [
        ("Hij viel me lastig en dat is grensoverschrijdend gedrag.", True),
        ("Ik ben slachtoffer van machtsmisbruik.", True),
        ("I was harassed. It was sexual harassment.", True),
        ("Een collega vertelde me over fraude bij een partner.", False),
        ("Er is fraude bij een partner.", False),
    ],
)
def test_what_was_done_to_the_writer_is_told_from_what_they_heard(text, mine):
    assert harm.done_to_writer(text) is mine


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ik bedoel het werk.", "work"), ("Niet het werk.", None), ("Het werk en het leven.", None), ("Alles.", None),
        ("De vragen.", "questions"), ("No, the project.", "work"), ("Moe van alles.", None),
        ("Ik ben moe, en jij?", None), ("Ik ben heel erg moe.", "tired"),
    ],
)  # fmt: skip
def test_only_plain_words_explain_what_was_in_doubt(text, meant):
    assert harm.explained(text) == meant


def test_a_signal_in_a_later_step_is_kept_with_that_step():
    pocket = Pocket.asked("paradox", "P04").presses("value", "6").says(STRAIN)
    assert [answer.part for answer in pocket.answers.values()] == ["why"]
    assert Pocket.asked("question", "RF-03").says("Kort.").says(STRAIN).decided(Keep)[0].part == "addition"


def test_a_late_signal_is_kept_late_and_one_after_a_skip_is_kept_too():
    pocket = asked()
    pocket.reaches("expire", pocket.prompt.id).says(STRAIN)
    assert next(iter(pocket.answers.values())).late
    pocket = asked().presses("prompt_buttons", "skip")
    assert pocket.says(STRAIN, reply_to=pocket.prompt.id).decided(Keep)[0].care == "strain"


def test_an_edit_that_gives_a_signal_gets_the_message_alone():
    pocket = asked().says("Rustig gebleven.")
    message = next(iter(pocket.answers.values())).message
    pocket.edits(REPORT, message)
    assert pocket.decided(Amend)[0].care == "report"
    assert (pocket.screens, pocket.said[0].about) == (["integrity_report"], min(pocket.answers))
    assert pocket.edits(DESPAIR, 4242).said[0].about == 0
    assert asked().says("Rustig gebleven.").edits(UNCLEAR, message).screens == ["crisis_self_check"]


def test_an_ordinary_edit_changes_the_answer():
    pocket = asked().says("Rustig gebleven.")
    message = next(iter(pocket.answers.values())).message
    pocket.edits("Rustig gebleven, en doorgevraagd aan Jan de Vries.", message)
    assert pocket.decided(Amend)[0].named
    assert pocket.words == [("answer", "Rustig gebleven, en doorgevraagd aan Jan de Vries.")]


def test_a_name_is_replaced_kept_or_rewritten_as_the_leader_wants():
    pocket = asked().says("Jan de Vries viel mij gisteren in de rede in het overleg over geld.")
    about = pocket.said[-1].about
    assert pocket.presses("third_party_data", "keep", about).screens == ["names_kept"]
    assert pocket.presses("third_party_data", "rewrite", about).screens == ["names_rewrite"]
    pocket.presses("third_party_data", "replace", about)
    assert pocket.decided(Redact) == [Redact(about, BUTTON)]
    assert [(say.screen, say.edits) for say in pocket.said] == [("names_replaced", BUTTON)]
    assert "Jan" not in pocket.words[0][1]


def test_safety_buttons_that_never_were_get_a_kind_word():
    assert asked().presses("severe_strain", "never", 0).screens == ["stale_button"]


def test_after_a_signal_the_next_words_are_added_to_nothing():
    pocket = asked().says(STRAIN).says("Sorry, dat was veel.")
    assert pocket.screens == ["care_noted"]
    assert pocket.decided(Add) == pocket.decided(Mark) == []
    assert not isinstance(pocket.talk, OnPrompt)


@pytest.mark.parametrize("words", ["wil dood", "Dood.", "suicidal", "wanna die"])
def test_a_very_short_answer_is_screened_as_well(words):
    pocket = asked().says(words)
    assert [say.weight for say in pocket.said] == ["safety"]


@pytest.mark.parametrize("words", [DESPAIR, UNCLEAR, DANGER, STRAIN, REPORT])
def test_an_edit_is_screened_like_what_was_written(words):
    pocket = asked().says("Gisteren was het overleg.")
    told = Pocket.asked("question", "RF-03").says(words)
    assert pocket.edits(words, 1).screens == told.screens


def test_the_numbers_can_be_quoted_without_being_sent_again():
    pocket = asked()
    urgent = library().messages["urgent"].text.nl
    assert "crisis_self" not in pocket.says(f"{urgent}\n\nDie heb ik gelezen.").screens


def test_the_same_kind_of_media_is_answered_once_a_day():
    pocket = asked()
    assert pocket.shows("sticker").screens == ["sticker"]
    assert pocket.shows("sticker").done == []
    assert pocket.shows("photo").screens == ["photo"]
    assert pocket.leader.memory.media == f"photo {pocket.now.date()}"
    assert pocket.waits(days=1).shows("photo").screens == ["photo"]


def test_a_day_of_media_is_a_day_of_the_leader():
    pocket = asked()
    pocket.now = pocket.now.replace(hour=22, minute=30)  # 23:30 in Amsterdam
    assert pocket.shows("voice").screens == ["voice"]
    assert pocket.waits(hours=1).shows("voice").screens == ["voice"]


def test_media_leave_the_question_open_and_nothing_of_them_is_kept():
    pocket = asked().shows("document")
    assert (pocket.answers, pocket.prompt.state) == ({}, asked().prompt.state)
    assert pocket.talk == asked().talk


def test_the_words_under_a_photo_are_screened_and_not_kept():
    pocket = Pocket.asked("question", "RF-03").shows("photo", "Ik wil niet meer leven.")
    assert pocket.screens == ["crisis_self"]
    assert not pocket.answers
    assert Pocket.asked("question", "RF-03").shows("photo", "Ons uitje.").screens == ["captioned"]


@pytest.mark.parametrize("kind", ["photo", "voice", "document"])
def test_other_words_under_what_was_shown_are_screened_and_nothing_else(kind):
    pocket = asked().shows(kind, "Ons uitje.").waits(days=1).hears(Showed(kind, "Ons mooie uitje.", edited=True))
    assert (pocket.done, pocket.talk) == ([], asked().talk)
    pocket.hears(Showed(kind, "Ik wil niet meer leven.", edited=True))
    assert (pocket.screens, pocket.leader.state) == (["crisis_self"], "held")
    assert not pocket.answers


@pytest.mark.parametrize(
    ("loss", "words"),
    [
        ("Mijn vader is gisteren overleden.", "Ik wil naar hem toe"),
        ("My mother died on Sunday.", "I want to be with her"),
        ("Mijn man is vannacht gestorven.", "was ik maar bij hem"),
        ("My brother died yesterday.", "I just want to go to him"),
    ],
)  # fmt: skip
def test_who_longs_to_be_with_somebody_who_died_is_asked_about_it(loss, words):
    assert asked().says(loss).says(words).screens == ["crisis_self_check"]
    assert asked().says(f"{loss} {words}.").screens == ["crisis_self_check"]


@pytest.mark.parametrize(
    ("loss", "words"),
    [
        ("Mijn vader is gisteren overleden.", "Ik ga naar hem toe voor het afscheid"),
        ("Mijn moeder is ernstig ziek.", "Ik wil naar haar toe"), ("My mother has cancer.", "I want to be with her"),
    ],
)  # fmt: skip
def test_a_visit_to_the_ill_or_to_a_grave_is_not_asked_about(loss, words):
    assert asked().says(loss).says(words).screens == ["care_noted"]
    assert asked().says(f"{loss} {words}.").screens == ["grief"]
