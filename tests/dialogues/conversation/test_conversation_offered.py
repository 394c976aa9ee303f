"""What was just offered can be answered in words: a yes, a no, or what its buttons say in another order."""

from dataclasses import replace

import pytest
from pocket import Pocket

from dialogues.effects import Add, IntendFrom, Judge, Keep, KeepTap, React, Recognise, Redact
from dialogues.talk import Asking

MEANS = "Ik neem me voor om vrijdag eerst te vragen wat de ander ziet, en dan pas te zeggen wat ik vind."
STORY = "Gisteren liep het overleg met de partners vast op de verdeelsleutel."


def intention() -> Pocket:
    """The thanks for an answer, and under it the offer of an intention."""
    pocket = Pocket.asked("question", "RF-03").says(MEANS)
    assert pocket.screens[-1] == "intention_offer"
    return pocket


@pytest.mark.parametrize(
    "words",
    ["ja", "ja graag", "Yes please", "doe maar", "Ja, dat is goed", "lijkt me een goed idee", "go on then", "👍",
     "prima", "maak er maar een voornemen van", "sure, make it one"],
)  # fmt: skip
def test_a_yes_in_words_to_the_offer_of_an_intention_makes_it(words):
    pocket = intention()
    offered = pocket.standing[0].about
    pocket.says(words)
    assert pocket.decided(IntendFrom) == [IntendFrom(offered, None)]
    assert pocket.decided(Add) == []
    assert ("intention_offer", offered) in pocket.outdated


@pytest.mark.parametrize(
    "words", ["nee", "doe maar niet", "no thanks", "hoeft niet hoor", "Zo is het goed", "not this time"]
)
def test_a_no_in_words_to_the_offer_of_an_intention_says_so(words):
    pocket = intention().says(words)
    assert (pocket.screens, pocket.words) == (["intention_none"], [("answer", MEANS)])
    assert (pocket.says("ja").decided(IntendFrom), pocket.words) == ([], [("answer", MEANS)])


@pytest.mark.parametrize("words", ["ja maar toen niet", "Ja, en daarna vertelde ik het ook aan de rest van het team."])
def test_words_that_tell_more_are_no_yes(words):
    pocket = intention().says(words)
    assert (pocket.decided(IntendFrom), pocket.words[-1]) == ([], ("addition", words))


@pytest.mark.parametrize("words", ["ja", "ja bewaar maar", "yes keep it", "bewaren", "hou maar vast", "Save it please"])
@pytest.mark.parametrize("later", [1, 35, 60 * 23])
def test_a_yes_in_words_keeps_the_thought_that_was_asked_about(words, later):
    pocket = Pocket().says(STORY).waits(minutes=later).says(words)
    assert (pocket.screens, pocket.words) == (["thought_kept"], [("thought", STORY)])
    assert [answer.state for answer in pocket.answers.values()] == ["kept"]


@pytest.mark.parametrize("words", ["nee", "laat maar", "don't keep it", "nee niet bewaren", "gooi maar weg"])
def test_a_no_in_words_drops_it(words):
    pocket = Pocket().says(STORY).waits(minutes=35).says(words)
    assert (pocket.screens, pocket.words) == (["thought_dropped"], [])


def look_back() -> Pocket:
    """A look back stands last, and a question of before still takes words."""
    return Pocket.asked("question", "RF-03", confirming="lookback", confirmed=77)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("klopt niet", "no"), ("I don't recognise this", "no"), ("herken ik niet", "no"), ("ja herken ik", "yes"),
        ("ja", "yes"), ("spot on", "yes"), ("klopt helemaal", "yes"), ("partly", "partly"), ("Deels", "partly"),
        ("klopt niet helemaal", "partly"), ("not quite", "partly"), ("nee", "no"), ("that's not me", "no"),
    ],
)  # fmt: skip
def test_words_under_a_look_back_are_about_it(words, verdict):
    pocket = look_back().says(words)
    assert pocket.decided(Judge) == [Judge(77, verdict)]
    assert pocket.decided(Keep) == []
    assert pocket.screens == (["summary_verdict_yes"] if verdict == "yes" else ["summary_correct"])
    assert verdict == "yes" or pocket.talk == Asking("correction", 77)


@pytest.mark.parametrize(
    "words", ["regel 2 klopt niet", "hide line 3", "the second line is wrong", "verberg de laatste regel"]
)
def test_a_line_that_is_named_shows_the_lines_to_hide(words):
    pocket = look_back().says(words)
    shown = pocket.said[0]
    assert (shown.screen, dict(shown.args), shown.about) == ("lookback_lines", {"mode": "hide", "page": 0}, 77)
    assert pocket.words == []


@pytest.mark.parametrize(
    "words",
    [
        "haal regel 2 weg",
        "de 3e regel mag eruit",
        "doe regel twee maar weg",
        "take line 2 out",
        "point 4 can go",
        "nummer 2 weg",
    ],
)
def test_a_line_that_is_to_go_in_other_words_shows_the_lines_as_well(words):
    assert look_back().says(words).said[0].args == {"mode": "hide", "page": 0}


@pytest.mark.parametrize(
    "words",
    ["regel 2", "Regel 2?", "de tweede regel", "nummer 3 bedoel ik", "line 2", "the last line", "what about point 4?"],
)
@pytest.mark.parametrize("screen", ["lookback", "lookback_lines"])
def test_a_line_alone_asks_what_is_to_be_done_with_it(words, screen):
    pocket = look_back()
    pocket.scene_facts["confirming"] = screen
    pocket.says(words)
    assert (pocket.screens, pocket.words, pocket.decided(Judge)) == (["line_what", "lookback_lines"], [], [])
    assert pocket.says("klopt niet").screens == ["summary_correct"]


@pytest.mark.parametrize("words", ["Regel 2 van de begroting bespraken we", "the last line of defence was me"])
def test_words_that_tell_of_another_line_ask_nothing(words):
    assert "line_what" not in look_back().says(words).screens


@pytest.mark.parametrize(
    ("words", "verdict"), [("hoort erbij ja", "yes"), ("nee, staat los", "no"), ("they're related", "yes")]
)
def test_words_under_an_echo_tell_whether_it_belongs(words, verdict):
    pocket = Pocket(scene_facts={"confirming": "echo_offer", "confirmed": 8}).says(words)
    assert pocket.decided(Recognise) == [Recognise(8, verdict, None)]


@pytest.mark.parametrize("words", ["trek dit maar in", "wis het", "delete this one please"])
def test_an_opened_answer_is_withdrawn_in_words(words):
    pocket = Pocket().commands("reflect", STORY)
    written = pocket.answer_id
    pocket.scene_facts = {"confirming": "answer", "confirmed": written}
    pocket.says(words)
    assert (pocket.screens, pocket.answers[written].state) == (["answer"], "withdrawn")
    assert pocket.said[0].edits is None


@pytest.mark.parametrize("words", ["verberg die", "hide this", "niet in mijn terugblik"])
def test_an_opened_answer_is_hidden_in_words(words):
    pocket = Pocket().commands("reflect", STORY)
    written = pocket.answer_id
    pocket.scene_facts = {"confirming": "answer", "confirmed": written}
    assert pocket.says(words).answers[written].state == "hidden"


def test_an_opened_answer_goes_back_to_the_list_in_words():
    pocket = Pocket(scene_facts={"confirming": "answer", "confirmed": 8}).says("terug naar de lijst")
    assert pocket.screens == ["answers"]


def test_who_is_held_is_not_taken_at_a_word():
    pocket = Pocket.asked("question", "RF-03", confirming="intention_offer", confirmed=8)
    pocket.says("Ik wil niet meer leven.")
    assert pocket.says("ja").decided(IntendFrom) == []


@pytest.mark.parametrize("state", ["closed", "skipped"])
def test_a_question_of_long_ago_has_no_floor_for_it(state):
    pocket = look_back()
    pocket.prompts[pocket.prompt.id] = replace(pocket.prompt, state=state)
    assert pocket.says("ja").screens == ["summary_verdict_yes"]


TOLD = "Het was een volle week met veel overleg, en ik merkte dat ik stil werd toen de wethouder sprak."
MORE = "Niemand zei er verder nog iets over die dag, en daarna ging ik naar huis."


def thanked() -> Pocket:
    """The thanks for an answer, without an offer under it."""
    pocket = Pocket.asked("question", "RF-03").says(TOLD)
    while pocket.prompt.stage != "done":
        pocket.says(MORE)
    return pocket


@pytest.mark.parametrize(
    "words",
    ["wis het tweede", "zet dat laatste zinnetje er niet bij", "mag dit weg", "sorry that wasn't an answer",
     "don't add that last bit", "kun je dat laatste weer verwijderen?", "Delete the last sentence please",
     "laat die zin maar weg", "dat was geen antwoord", "take that last part out again"],
)  # fmt: skip
def test_what_was_just_kept_is_shown_to_who_wants_it_back(words):
    pocket = thanked()
    before, last = pocket.words, max(pocket.answers)
    pocket.says(words)
    assert (pocket.screens, pocket.said[0].about, pocket.words) == (["answer"], last, before)


@pytest.mark.parametrize(
    "words", ["Ik haal de spanning weg", "Wis en waarachtig, hij kwam", "We laten dat deel van het plan weg"]
)
def test_words_that_only_sound_like_it_are_added(words):
    assert thanked().says(words).words[-1] == ("addition", words)


def test_a_kept_thought_is_shown_as_well_but_one_that_was_asked_about_is_dropped():
    pocket = Pocket().commands("reflect", STORY)
    written = pocket.answer_id
    assert (pocket.says("haal dat maar weer weg").screens, pocket.said[0].about) == (["answer"], written)
    assert Pocket().says(STORY).says("gooi maar weg").screens == ["thought_dropped"]


@pytest.mark.parametrize("words", ["wis het tweede", "die van woensdag mag weg", "remove the last one"])
def test_on_a_list_one_hears_how_an_answer_goes(words):
    pocket = Pocket.asked("question", "RF-03").commands("answers").says(words)
    assert (pocket.screens, pocket.words) == (["change_how"], [])


def test_where_nothing_was_kept_such_words_are_words():
    assert Pocket.asked("question", "RF-03").says("wis het tweede").words == [("answer", "wis het tweede")]


def new() -> Pocket:
    """A newcomer who has just taken the usual rhythm."""
    return Pocket.at_the_door().presses("language", "nl").presses("consent", "agree").presses("defaults", "defaults")


@pytest.mark.parametrize("words", ["ja zo is het goed", "ok start", "prima", "ja", "let's go", "👍", "lijkt me prima"])
def test_agreement_with_the_last_choice_does_not_answer_the_first_question(words):
    pocket = new().says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == ([], [], "open")
    assert len(pocket.decided(React)) == 1


def test_later_or_with_more_words_it_is_an_answer():
    assert new().waits(minutes=20).says("prima").words == [("answer", "prima")]
    assert new().says("Opgelucht dat het erop zit.").words == [("answer", "Opgelucht dat het erop zit.")]


@pytest.mark.parametrize("words", ["ben terug", "ik ben er weer", "I'm back", "weer terug!"])
def test_who_is_back_while_nothing_rests_is_met_kindly(words):
    assert (Pocket().says(words).screens, Pocket().says(words).words) == (["not_paused"], [])
    beside = Pocket.asked("question", "RF-03").says(words)
    assert (beside.screens, beside.words, len(beside.decided(React))) == ([], [], 1)


@pytest.mark.parametrize(
    "words",
    ["doe maar 2 weken", "2 weken", "twee weken graag", "make it two weeks", "a fortnight please", "een week of twee",
     "ik denk twee weken", "I'd say two weeks", "two weeks should do"],
)  # fmt: skip
def test_how_long_a_pause_is_to_be_is_heard_in_ordinary_words(words):
    pocket = Pocket.asked("question", "RF-03").commands("pause").says(words)
    assert (pocket.screens, pocket.words) == (["paused"], [])
    assert (pocket.leader.until - pocket.now).days == 14


@pytest.mark.parametrize("words", ["tot na mijn verlof", "until after my leave"])
def test_an_end_that_names_no_day_is_asked_back(words):
    pocket = Pocket.asked("question", "RF-03").commands("pause").says(words)
    assert (pocket.screens, pocket.words) == (["pause_when"], [])


@pytest.mark.parametrize(
    "words",
    ["yes I'm in", "alright, I'm in", "sure, go ahead", "ok ja ik doe mee", "ok prima ik doe mee", "ja prima",
     "goed, ik ben akkoord", "fine, count me in", "natuurlijk doe ik mee, ja"],
)  # fmt: skip
def test_consent_is_given_in_the_words_of_its_button(words):
    pocket = Pocket.at_the_door().presses("language", "nl").says(words)
    assert (pocket.screens, pocket.leader.state) == (["rhythm_first"], "active")


@pytest.mark.parametrize(
    "words",
    ["can I read a bit more first", "vertel eerst eens wat meer", "waar staat het", "yes but tell me more first"],
)
def test_more_may_be_read_first(words):
    assert Pocket.at_the_door().presses("language", "nl").says(words).screens == ["consent_more"]


@pytest.mark.parametrize("words", ["ik doe niet mee", "no, not for me", "liever niet eigenlijk"])
def test_consent_is_refused_in_ordinary_words(words):
    assert Pocket.at_the_door().presses("language", "nl").says(words).screens == ["consent_declined"]


@pytest.mark.parametrize(
    "words", ["ok", "prima", "ja maar", "I'm not sure", "ja misschien", "fine", "ik ben niet zo'n prater"]
)
def test_half_a_yes_is_no_consent(words):
    pocket = Pocket.at_the_door().presses("language", "nl").says(words)
    assert (pocket.screens, pocket.leader.state) == (["consent_needed"], "arriving")


def test_the_names_of_others_are_replaced_at_a_word():
    pocket = Pocket.asked("question", "RF-03").says("Jan de Vries viel mij gisteren in het overleg in de rede.")
    assert pocket.screens[-1] == "third_party_data"
    pocket.says("ja, vervang ze maar")
    assert [effect.edits for effect in pocket.decided(Redact)] == [None]


@pytest.mark.parametrize(
    ("words", "screen"), [("doe maar wat lichter", "strain_lighter"), ("laat het maar zo", "strain_same")]
)
def test_what_a_message_of_care_offers_is_taken_in_words(words, screen):
    pocket = Pocket.asked("question", "RF-03").says("Ik ben al maanden uitgeput, ik heb een burn-out.")
    assert pocket.screens == ["severe_strain"]
    assert (pocket.says(words).screens, len(pocket.words)) == ([screen], 1)


@pytest.mark.parametrize(
    "words",
    ["something new: that I protect harmony at my own cost", "ja nieuw, dat ik harmonie bescherm",
     "Iets nieuws: ik bewaak de sfeer", "new for me was that I went quiet", "wat voor mij nieuw was: mijn eigen haast"],
)  # fmt: skip
def test_what_was_new_is_told_at_once(words):
    pocket = thanked().says(words)
    assert pocket.words[-1] == ("addition", words)
    assert [(tap.name, tap.value) for tap in pocket.decided(KeepTap)] == [("insight", "yes")]


@pytest.mark.parametrize("words", ["Nieuws: het bestuur stapt op", "New people came in", "wat nieuw is, went ook"])
def test_news_is_no_discovery(words):
    pocket = thanked().says(words)
    assert (pocket.words[-1], pocket.decided(KeepTap)) == (("addition", words), [])


@pytest.mark.parametrize(
    ("words", "outcome"),
    [("ja gelukt", "done"), ("yes I did it", "done"), ("deels gelukt", "partly"), ("nee, niet gelukt", "not"),
     ("I didn't manage", "not"), ("speelt niet meer", "changed")],
)  # fmt: skip
def test_what_came_of_an_intention_is_heard_as_its_button(words, outcome):
    pocket = Pocket.asked("intention_check", "intention_check").says(words)
    assert (pocket.screens, pocket.words) == (["intention_learning"], [])
    assert [tap.value for tap in pocket.decided(KeepTap)] == [outcome]


@pytest.mark.parametrize("words", ["yes please keep it", "ja bewaar maar", "sla die maar op"])
def test_a_thought_is_kept_at_a_word_also_when_something_else_was_said_since(words):
    pocket = Pocket().says(STORY).waits(hours=3).is_due("pulse", "PU-01").says(words)
    assert (pocket.screens, pocket.words) == (["thought_kept"], [("thought", STORY)])


def test_a_plain_yes_after_something_else_is_not_about_the_thought():
    pocket = Pocket().says(STORY).waits(hours=3).is_due("pulse", "PU-01").says("ja")
    assert (pocket.screens, pocket.answers[min(pocket.answers)].state) == (["choose_inkling"], "held")


@pytest.mark.parametrize(
    ("words", "screens"),
    [
        ("zet die vrijdagtik uit", ["settings"]), ("laat mijn antwoorden zien", ["answers"]),
        ("ik wil een dag wijzigen", ["rhythm_now"]), ("wat kun je allemaal", ["help"]),
        ("wie leest er mee met wat ik hier schrijf", ["who_reads"]),
        ("stuur me maar een vraag", []), ("geef me maar een vraag", []), ("zoek penvoerder", []),
        ("can I have a question please", []), ("search Kampala", []),
    ],
)  # fmt: skip
def test_a_wish_after_an_unanswered_offer_is_no_piece_of_the_thought(words, screens):
    pocket = Pocket().says(STORY).says(words)
    assert (pocket.screens, pocket.words) == (screens, [("thought", STORY)])


def test_that_this_was_all_is_no_piece_of_the_thought_either():
    pocket = Pocket().says(STORY).says("that's all")
    assert (pocket.screens, pocket.words, pocket.says("ja").screens) == ([], [("thought", STORY)], ["thought_kept"])


def test_who_rests_and_asks_for_a_question_is_back():
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, state="paused")
    assert pocket.says("stuur me een vraag").leader.state == "active"
