"""Choosing the rhythm, by tap or in words; and words that were no choice of rhythm find their question."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from pocket import TUESDAY, Pocket

from dialogues.effects import Become, Reschedule
from dialogues.events import Located
from dialogues.people import Enrolment
from dialogues.talk import OnPrompt, Resting, Settling

LONG = "Gisteren zei ik in het overleg te snel dat het wel goed kwam, en toen werd het stil."


def test_hours_of_silence_are_understood_in_so_many_words_when_they_are_asked_for():
    pocket = Pocket.asked("question", "RF-03").commands("rhythm").presses("rhythm_now", "quiet")
    assert pocket.says("van 20:00 tot 9:00").leader.rhythm.quiet == (time(20), time(9))
    assert not pocket.answers


def newcomer(step: str = "rhythm") -> Pocket:
    return Pocket(talk=Settling(step, first=True))


def settled(step: str, **facts: object) -> Pocket:
    return Pocket(talk=Settling(step, first=False), scene_facts=facts)


def enrolment(position: int = 2) -> Enrolment:
    return Enrolment(1, 7, None, "starter_4w", "active", date(2026, 11, 30), 0, position, TUESDAY)


def test_once_a_week_asks_for_the_moment_and_then_begins():
    pocket = newcomer().presses("rhythm", "light", 0)
    assert pocket.screens == ["moment"]
    pocket.presses("moment", "lunch", 0)
    assert pocket.screens == ["ready_now"]
    assert (pocket.leader.rhythm.days, pocket.leader.rhythm.times) == ((1,), (time(12, 30),))


def test_own_days_switch_on_and_off_in_place_and_need_one_at_least():
    pocket = newcomer().presses("rhythm", "own", 0)
    assert pocket.said[0].args == {"days": [1, 3]}
    pocket.presses("choose_days", "tu", 0).presses("choose_days", "th", 0)
    assert pocket.said[0].edits is not None
    assert pocket.presses("choose_days", "done", 0).screens == ["choose_days"]
    pocket.presses("choose_days", "fr", 0).presses("choose_days", "done", 0)
    assert pocket.screens == ["hour"]
    assert pocket.says("9u30").screens == ["ready_now"]
    assert (pocket.leader.rhythm.days, pocket.leader.rhythm.times) == ((4,), (time(9, 30),))


def test_days_can_be_typed():
    pocket = newcomer("days").says("maandag en vrijdag")
    assert pocket.screens == ["hour"]
    assert pocket.leader.rhythm.days == (0, 4)


def test_a_label_can_be_typed():
    assert newcomer().says("twee keer per week").talk == Settling("moment", first=True)
    assert newcomer("hour").says("Rond de lunch (12:30)").leader.rhythm.times == (time(12, 30),) * 2


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("9", time(9)), ("om 7:45 uur", time(7, 45)), ("16.15", time(16, 15)), ("12h", time(12)),
        ("kwart over negen", time(9, 15)), ("quarter past nine", time(9, 15)), ("'s middags om drie", time(15)),
        ("tien voor half negen", time(8, 20)), ("noon", time(12)),
    ],
)  # fmt: skip
def test_an_hour_can_be_typed_in_many_ways(words, hour):
    assert settled("hour").says(words).leader.rhythm.times[0] == hour


@pytest.mark.parametrize("words", ["25:00", "9:75", "straks"])
def test_an_hour_that_is_none_is_said_to_be_so_and_asked_again(words):
    assert settled("hour").says(words).screens == ["choice_missed"]
    assert settled("hour").says(words).says("9:15").leader.rhythm.times[0] == time(9, 15)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("1x per week is wel genoeg denk ik", 1), ("twice a week is good", 2), ("Twee keer mag", 2),
        ("een keertje per week lijkt me prima", 1), ("I'd say once a week", 1), ("once is plenty for me", 1),
    ],
)  # fmt: skip
def test_how_often_is_heard_with_small_words_around_it(words, days):
    pocket = Pocket(talk=Settling("rhythm", first=True)).says(words)
    assert (pocket.screens, len(pocket.leader.rhythm.days)) == (["moment"], days)


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("s ochtends graag", time(8, 30)), ("after lunch, say 1pm", time(13)),
        ("actually make that 1.30", time(13, 30)),
        ("rond een uur of negen", time(9)), ("half negen lijkt me fijn", time(8, 30)), ("maybe around 10?", time(10)),
        ("lunch is good", time(12, 30)), ("9 uur is prima", time(9)), ("mornings suit me best", time(8, 30)),
        ("ideaal zou 15.15 zijn", time(15, 15)),
    ],
)  # fmt: skip
def test_an_hour_is_heard_with_small_words_around_it(words, hour):
    pocket = Pocket(talk=Settling("moment", first=True)).says(words)
    assert (pocket.screens, pocket.leader.rhythm.times[0]) == (["ready_now"], hour)


@pytest.mark.parametrize(
    ("words", "days"),
    [("liefst dinsdag en donderdag om 9u", (1, 3)), ("tuesdays and fridays at nine would be great", (1, 4)),
     ("I think Monday at 10 works best for me", (0,))],
)  # fmt: skip
def test_days_with_an_hour_are_heard_with_small_words_around_them(words, days):
    pocket = Pocket(talk=Settling("rhythm", first=True)).says(words)
    assert (pocket.screens, pocket.leader.rhythm.days) == (["ready_now"], days)


@pytest.mark.parametrize("words", ["whatever works", "doe maar gewoon zoals je zegt", "let's start now"])
def test_whoever_leaves_it_to_the_bot_gets_the_usual(words):
    assert Pocket(talk=Settling("rhythm", first=True)).says(words).screens == ["ready_now"]


def test_what_chooses_nothing_is_said_to_be_so_before_the_choice_is_shown_again():
    pocket = Pocket(talk=Settling("rhythm", first=True)).says("blauw")
    assert (pocket.screens, pocket.outdated) == (["choice_missed"], set())
    assert pocket.says("groen").screens == ["rhythm_first"]
    told = "Ik werk op maandag en vrijdag bij de gemeente en de rest van de week ben ik onderweg naar partners."
    assert Pocket(talk=Settling("rhythm", first=True)).says(told).screens == ["choice_missed"]


def test_an_hour_in_the_quiet_hours_gets_a_kind_sentence_and_is_asked_again():
    pocket = settled("hour").says("6 uur")
    assert (pocket.screens, pocket.talk) == (["hour_quiet"], Settling("hour", first=False))
    assert pocket.said[0].args == {"begin": "19:30", "end": "7:30"}
    assert pocket.says("8").screens == ["rhythm_noted"]


def quiet(begin: str, end: str) -> Pocket:
    pocket = Pocket(scene_facts={"enrolment": enrolment()}).commands("rhythm")
    return pocket.presses("rhythm_now", "quiet", 0).says(f"{begin}-{end}")


def test_a_usual_hour_that_is_quiet_for_this_leader_is_not_taken():
    pocket = quiet("20", "9").commands("rhythm").presses("rhythm_now", "hour", 0).presses("moment", "morning", 0)
    assert pocket.screens == ["hour_quiet"]


def test_quiet_hours_are_chosen_by_button_and_the_questions_make_room():
    pocket = Pocket().commands("rhythm").presses("rhythm_now", "quiet", 0)
    assert (pocket.screens, pocket.said[0].args) == (["choose_quiet"], {"begin": "19:30", "end": "7:30"})
    pocket.presses("choose_quiet", "1800_0800", 0)
    assert (pocket.screens, pocket.decided(Reschedule)) == (["quiet_set"], [Reschedule()])
    assert pocket.leader.rhythm.quiet == (time(18), time(8))
    quiet_now = quiet("16", "9")
    assert quiet_now.said[0].args == {"begin": "16:00", "end": "9:00", "times": "9:00 en 15:00"}
    assert quiet_now.leader.rhythm.times == (time(9), time(15))


@pytest.mark.parametrize("words", ["stil van 20:00 tot 8:00", "quiet from 8pm until 8", "niets na 20 uur"])
def test_quiet_hours_can_be_typed_anywhere_in_the_menu(words):
    pocket = Pocket.asked("question", "RF-03").commands("rhythm").says(words)
    assert pocket.screens == ["quiet_set"]
    assert pocket.leader.rhythm.quiet[0] == time(20)
    assert pocket.answers == {}


def test_an_answer_that_begins_like_quiet_hours_is_an_answer():
    pocket = Pocket.asked("question", "RF-03").commands("rhythm").says("Niet iedereen was het ermee eens, merkte ik.")
    assert [part for part, _ in pocket.words] == ["answer"]


@pytest.mark.parametrize("words", ["ooit", "8 tot 8 tot 8", "07:00-6:00", "stil"])
def test_quiet_hours_that_are_not_understood_or_leave_too_little_are_asked_again(words):
    pocket = Pocket().commands("rhythm").presses("rhythm_now", "quiet", 0).says(words)
    assert (pocket.screens, pocket.talk) == (["quiet_unknown"], Settling("quiet", False, missed=words != "07:00-6:00"))


def test_quiet_hours_may_stay_and_a_forged_button_changes_nothing():
    pocket = Pocket().presses("choose_quiet", "keep", 0)
    assert pocket.screens == ["rhythm_noted"]
    for value in ("0000_2359", "x", "2500_0800"):
        assert pocket.presses("choose_quiet", value, 0).screens == ["stale_button"]


def test_public_holidays_are_chosen_and_then_stay_when_the_leader_moves():
    pocket = Pocket().commands("rhythm").presses("rhythm_now", "country", 0)
    assert (pocket.screens, pocket.said[0].args) == (["choose_country"], {"country": "Nederland"})
    assert pocket.says("welke zijn er?").said[0].args == {"country": "Nederland"}
    pocket.says("Duitsland")
    assert (pocket.screens, pocket.said[0].args) == (["country_set"], {"country": "Duitsland"})
    pocket.commands("rhythm").presses("rhythm_now", "zone", 0).says("Brussel")
    assert pocket.said[0].args["country"] == "Duitsland"
    pocket.presses("choose_country", "none", 0)
    assert (pocket.screens, pocket.said[0].args) == (["country_set_none"], {})
    pocket.commands("rhythm").presses("rhythm_now", "zone", 0).says("Gent")
    assert (pocket.screens, "country" in pocket.said[0].args) == (["zone_set_none"], False)
    assert pocket.presses("choose_country", "keep", 0).screens == ["rhythm_noted"]


def test_the_holidays_go_along_with_the_zone_while_nothing_was_chosen():
    pocket = settled("zone").says("Brussel")
    assert (pocket.leader.rhythm.country, pocket.said[0].args["country"]) == ("be", "België")


def test_a_shared_place_sets_the_zone_only_when_that_is_asked():
    pocket = settled("zone").hears(Located("America/New_York"))
    assert (pocket.screens, pocket.leader.rhythm.zone) == (["zone_set"], "America/New_York")
    for nowhere in ("", "Etc/GMT"):
        assert settled("zone").hears(Located(nowhere)).screens == ["zone_unknown"]
    for pocket in (settled("hour"), Pocket.asked("question", "RF-03")):
        assert pocket.hears(Located("America/New_York")).screens == ["location"]
        assert pocket.leader.rhythm.zone == "Europe/Amsterdam"


def test_a_newcomer_shares_a_place_and_is_then_asked_how_often():
    pocket = newcomer().presses("defaults", "zone", 0)
    assert pocket.screens == ["choose_zone"]
    assert pocket.hears(Located("Africa/Nairobi")).screens == ["zone_set", "rhythm_first"]
    assert "Nairobi" in pocket.said[-1].args["zone"]
    assert pocket.presses("defaults", "defaults", 0).prompt.slot == "first"


def test_other_words_while_choosing_days_bring_the_same_days_again():
    pocket = settled("rhythm").presses("rhythm_now", "days", 0).says("wat bedoel je?")
    assert (pocket.screens, pocket.said[0].args) == (["choose_days"], {"days": [1, 3]})


def test_a_city_sets_the_zone_and_an_unknown_one_is_not_repeated():
    pocket = settled("zone").says("Blubberdam")
    assert (pocket.screens, pocket.said[0].args) == (["zone_unknown"], {})
    pocket.says("Nairobi")
    assert pocket.screens == ["zone_set"]
    assert pocket.leader.rhythm.zone == "Africa/Nairobi"


@pytest.mark.parametrize("step", ["zone", "rhythm"])
def test_a_newcomer_who_types_a_city_is_then_asked_how_often(step):
    pocket = newcomer(step).says("Nairobi")
    assert (pocket.screens, pocket.talk) == (["zone_set", "rhythm_first"], Settling("rhythm", first=True))
    assert pocket.says("prima zo").prompt.slot == "first"


@pytest.mark.parametrize(("step", "screen"), [("moment", "moment"), ("hour", "hour"), ("days", "choose_days")])
def test_a_newcomer_who_names_a_city_further_on_is_asked_the_same_once_more(step, screen):
    pocket = newcomer(step).says("Nairobi")
    assert (pocket.screens, pocket.talk) == (["zone_set", screen], Settling(step, first=True))


def test_a_newcomer_who_keeps_their_zone_is_asked_how_often():
    pocket = newcomer().presses("defaults", "zone", 0).presses("choose_zone", "keep", 0)
    assert (pocket.screens, pocket.talk) == (["rhythm_first"], Settling("rhythm", first=True))


@pytest.mark.parametrize(
    "words", ["prima zo", "begin maar", "Prima zo, begin maar", "let us begin", "ja", "Yes please"]
)
def test_a_newcomer_takes_the_usual_in_words(words):
    assert newcomer().says(words).prompt.slot == "first"


def test_another_zone_and_how_often_can_be_chosen_by_a_part_of_the_label():
    assert newcomer().says("andere tijdzone").screens == ["choose_zone"]
    assert newcomer().says("één keer").screens == ["moment"]


@pytest.mark.parametrize(
    "say", [lambda pocket: pocket.commands("language", "en"), lambda pocket: pocket.says("English please")]
)
def test_another_language_under_way_brings_the_open_choice_again_in_it(say):
    pocket = say(newcomer())
    assert (pocket.screens, pocket.leader.language) == (["language_set", "rhythm_first"], "en")
    assert "Tuesday" in pocket.said[-1].args["days"]
    pocket = say(newcomer("days"))
    assert (pocket.screens, pocket.talk) == (["language_set", "choose_days"], Settling("days", first=True))
    assert say(Pocket.asked("question", "RF-03")).screens == ["language_set", "prompt"]


@pytest.mark.parametrize(("city", "zone"), [("london", "Europe/London"), ("keep", "Europe/Amsterdam")])
def test_a_zone_can_be_tapped(city, zone):
    assert settled("zone").presses("choose_zone", city, 0).leader.rhythm.zone == zone


def test_the_menu_shows_the_rhythm_and_leads_to_its_parts():
    pocket = Pocket().commands("rhythm")
    assert pocket.said[0].args["rhythm"] == "twee keer per week"
    for part, screen in (
        ("frequency", "rhythm"), ("days", "choose_days"), ("hour", "hour"), ("zone", "choose_zone"),
    ):  # fmt: skip
        assert Pocket().commands("rhythm").presses("rhythm_now", part, 0).screens == [screen]


def test_the_friday_tap_is_switched_off_and_on():
    pocket = Pocket().commands("rhythm").presses("rhythm_now", "pulse", 0)
    assert (pocket.screens, pocket.leader.rhythm.pulse) == (["pulse_off"], False)
    assert pocket.presses("rhythm_now", "pulse", 0).screens == ["pulse_on"]


def test_a_changed_rhythm_tells_the_real_next_moment():
    pocket = Pocket(scene_facts={"enrolment": enrolment()}).commands("rhythm").presses("rhythm_now", "fine", 0)
    assert pocket.screens == ["rhythm_set"]
    assert "8 december" in pocket.said[0].args["next_date"]
    assert pocket.decided(Reschedule) == [Reschedule()]


def test_in_a_pause_the_next_moment_is_the_one_after_it():
    pocket = Pocket(scene_facts={"enrolment": enrolment()}).commands("pause", "tot 1 februari")
    pocket.commands("rhythm").presses("rhythm_now", "fine", 0)
    assert "februari" in pocket.said[0].args["next_date"]


@pytest.mark.parametrize("state", ["paused", "held", "stopped"])
def test_no_moment_is_promised_when_nothing_is_planned(state):
    pocket = Pocket(scene_facts={"enrolment": enrolment()})
    pocket.leader = replace(pocket.leader, state=state)
    pocket.commands("rhythm").presses("rhythm_now", "frequency", 0).presses("rhythm", "light", 0)
    assert (pocket.screens, pocket.said[0].args) == (["rhythm_noted"], {"rhythm": "één keer per week"})


def test_more_than_two_days_are_told_as_a_number_in_each_language():
    pocket = Pocket(talk=Settling("days", False, (0, 1, 2))).presses("choose_days", "done", 0).says("10")
    assert pocket.said[0].args["rhythm"] == "3 keer per week"
    pocket.leader = replace(pocket.leader, language="en")
    assert pocket.commands("rhythm").said[0].args["rhythm"] == "3 times a week"


def test_a_button_that_the_menu_does_not_have_gets_a_kind_word():
    assert Pocket().presses("moment", "midnight", 0).screens == ["stale_button"]
    assert Pocket().presses("choose_days", "sa", 0).screens == ["stale_button"]


def test_an_answer_given_in_the_rhythm_menu_is_kept_with_its_question():
    pocket = Pocket.asked("question", "RF-03").commands("rhythm").says(LONG)
    assert pocket.words == [("answer", LONG)]


def test_a_question_that_arrives_takes_the_floor_from_the_menu():
    pocket = Pocket().commands("rhythm").is_due("question", "RF-03")
    assert pocket.talk == OnPrompt(pocket.prompt.id)
    assert pocket.says("Ja, gisteren in het overleg").words == [("answer", "Ja, gisteren in het overleg")]


@pytest.mark.parametrize(
    ("step", "words"), [("hour", "9:30"), ("zone", "Blubberdam"), ("hour", "6 uur"), ("days", "ma en wo")]
)
def test_a_try_at_the_rhythm_is_not_taken_for_an_answer(step, words):
    pocket = Pocket.asked("question", "RF-03")
    pocket.talk = Settling(step, first=False)
    assert pocket.says(words).answers == {}


def test_a_reply_answers_its_question_also_from_the_menu():
    pocket = Pocket.asked("question", "RF-03").commands("rhythm")
    pocket.says("9", reply_to=pocket.prompt.id)
    assert pocket.words == [("answer", "9")]


def test_the_hours_stay_when_the_frequency_changes():
    pocket = Pocket().commands("rhythm").presses("rhythm_now", "frequency", 0).presses("rhythm", "standard", 0)
    assert pocket.leader.rhythm.times == (time(8, 30), time(16, 30))
    assert isinstance(pocket.done[0], Become)
    assert pocket.talk == Resting()


def test_a_cohort_that_starts_later_is_told_so():
    pocket = Pocket(talk=Settling("rhythm", True), scene_facts={"starts_on": TUESDAY.date() + timedelta(weeks=5)})
    assert "januari" in pocket.presses("defaults", "defaults", 0).said[0].args["first_date"]


@pytest.mark.parametrize(
    ("command", "words", "screens"),
    [
        ("quiet", "22-7", ["quiet_set"]), ("quiet", "van 22 tot 7 uur", ["quiet_set"]), ("quiet", "", ["choose_quiet"]),
        ("quiet", "heel lang", ["quiet_unknown"]), ("time", " 10:15 ", ["rhythm_noted"]), ("time", "", ["hour"]),
        ("time", "Nairobi", ["zone_set"]), ("rhythm", "10:15", ["rhythm_noted"]), ("rhythm", "Nairobi", ["zone_set"]),
        ("rhythm", "dinsdag en vrijdag", ["hour"]), ("rhythm", "één keer per week", ["rhythm_noted"]),
        ("rhythm", "stil 22-7", ["quiet_set"]), ("rhythm", "iets wat niemand zo zou zeggen", ["rhythm_now"]),
        ("time", "wanneer het jou zo uitkomt vandaag", ["hour"]),
    ],
)  # fmt: skip
def test_what_is_written_after_a_command_about_the_rhythm_counts(command, words, screens):
    assert Pocket().commands(command, words).screens == screens


@pytest.mark.parametrize(("step", "named"), [("zone", {"zone"}), ("quiet", {"begin", "end"}), ("country", {"country"})])
def test_what_is_asked_once_more_in_another_language_names_what_stands(step, named):
    pocket = Pocket(talk=Settling(step, first=False)).says("in English please")
    assert set(pocket.said[-1].args) == named
