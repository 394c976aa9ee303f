from dataclasses import replace
from datetime import date, timedelta

import pytest
from everyday_lines import EVERYDAY
from heard_lines import ASKED_FIRST, CARE, CRISIS, HEARD
from hundreds import in_hundreds
from told_lines import DANGER, DESPAIR, PEACE, STRAIN

from benchmarks.likeness import own_texts, texts_in
from benchmarks.safety import own
from dialogues.care.safety import Alarm, Calm, Check, screen, strained
from dialogues.library import library

LIBRARY = library()
LINES = own()
HARMLESS = LINES["harmless"]
TODAY = date(2026, 3, 31)


@pytest.mark.parametrize("lines", in_hundreds(HARMLESS))
def test_a_harmless_work_sentence_is_left_in_peace(lines):
    assert [line for line in lines if screen(line, LIBRARY) != Calm()] == []


@pytest.mark.parametrize("lines", in_hundreds(CRISIS))
def test_words_of_despair_are_an_alarm(lines):
    assert [line for line in lines if screen(line, LIBRARY) != Alarm("crisis_self")] == []


@pytest.mark.parametrize("lines", in_hundreds(HEARD))
def test_despair_in_looser_words_is_never_passed_over(lines):
    assert [line for line in lines if screen(line, LIBRARY) not in {Alarm("crisis_self"), Check("crisis_self")}] == []


@pytest.mark.parametrize("lines", in_hundreds(DESPAIR))
def test_despair_is_heard_however_it_is_put(lines):
    assert [line for line in lines if screen(line, LIBRARY) not in {Alarm("crisis_self"), Check("crisis_self")}] == []


@pytest.mark.parametrize("lines", in_hundreds(DANGER))
def test_danger_is_heard_however_it_is_put(lines):
    assert [line for line in lines if screen(line, LIBRARY) != Alarm("acute_danger")] == []


@pytest.mark.parametrize("lines", in_hundreds(STRAIN))
def test_strain_is_heard_however_it_is_put(lines):
    assert [line for line in lines if screen(line, LIBRARY) != Alarm("severe_strain")] == []


@pytest.mark.parametrize("lines", in_hundreds(EVERYDAY))
def test_an_everyday_sentence_raises_no_question_about_despair(lines):
    assert [line for line in lines if screen(line, LIBRARY) not in {Calm(), Alarm("severe_strain")}] == []


@pytest.mark.walk
def test_everyday_sentences_are_hardly_ever_taken_for_exhaustion():
    worn = [line for line in EVERYDAY if screen(line, LIBRARY) == Alarm("severe_strain")]
    assert len(worn) <= len(EVERYDAY) / 100


@pytest.mark.parametrize("lines", in_hundreds(PEACE))
def test_what_only_looks_like_harm_is_left_in_peace(lines):
    assert [line for line in lines if screen(line, LIBRARY) != Calm()] == []


@pytest.mark.parametrize(
    "line",
    [
        "I'll do it tonight.",
        "Ik doe het vanavond.",
        "I'm done for today.",
        "That's it.",
        "Dat was het voor vandaag.",
        "Ik laat het los.",
        "Volgende maand ben ik er weer.",
        "Ik verdween in de details.",
        "Deze week niets, ik was ziek.",
        "Ik werd boos en sloeg op tafel.",
        "Bedankt voor alles.",
        "Niet gelukt.",
        "Ik sprong erin.",
    ],
)
def test_a_short_everyday_reply_is_left_in_peace(line):
    assert screen(line, LIBRARY) == Calm()


@pytest.mark.parametrize("lines", in_hundreds(ASKED_FIRST))
def test_words_that_may_mean_something_else_are_asked_about_first(lines):
    assert [line for line in lines if screen(line, LIBRARY) != Check("crisis_self")] == []


@pytest.mark.parametrize(("category", "line"), [(name, line) for name, lines in CARE.items() for line in lines])
def test_each_category_hears_its_own(category, line):
    assert screen(line, LIBRARY) == Alarm(category)


PHRASES = [
    (category.id, text)
    for category in LIBRARY.safety.values()
    for texts in category.signals.values()
    for text in texts
    if category.id in {"crisis_self", "acute_danger"}
]


@pytest.mark.parametrize("phrases", in_hundreds(PHRASES))
def test_every_phrase_of_the_content_gives_a_signal(phrases):
    said = [(category, text) for category, phrase in phrases for text in (phrase, phrase.upper())]
    assert [each for each in said if screen(each[1], LIBRARY) not in {Alarm(each[0]), Check(each[0])}] == []


@pytest.mark.parametrize("line", CRISIS[:20])
def test_despair_is_heard_in_the_middle_of_a_long_answer(line):
    text = (
        f"De vergadering liep uit en ik heb de notulen gemaakt. {line} Morgen is er weer een overleg met de partners."
    )
    assert screen(text, LIBRARY) == Alarm("crisis_self")


def test_despair_goes_before_everything_else():
    text = "Er is fraude gepleegd, ik ben overspannen, hij slaat me en ik wil niet meer leven."
    assert screen(text, LIBRARY) == Alarm("crisis_self")


def test_danger_goes_before_strain_and_strain_before_a_report():
    assert screen("Ik ben overspannen en ik word bedreigd.", LIBRARY) == Alarm("acute_danger")
    assert screen("Er is fraude gepleegd en ik ben overspannen.", LIBRARY) == Alarm("severe_strain")


@pytest.mark.parametrize("line", CARE["integrity_report"])
def test_inside_an_integrity_case_its_words_are_part_of_the_exercise(line):
    assert screen(line, LIBRARY, inside_case=True) == Calm()


@pytest.mark.parametrize(
    "line",
    [
        "Dit is echt gebeurd bij ons.",
        "Fraude: dit speelt bij ons.",
        "This is real.",
        "This is happening here, with a bribe and all.",
    ],
)
def test_inside_an_integrity_case_a_real_situation_counts(line):
    assert screen(line, LIBRARY, inside_case=True) == Alarm("integrity_report")


def test_inside_an_integrity_case_it_may_be_said_not_to_be_real():
    assert screen("Dit speelt niet bij ons, maar de fraude in de casus wel.", LIBRARY, inside_case=True) == Calm()


def test_inside_an_integrity_case_despair_is_still_heard():
    assert screen("Ik wil niet meer leven.", LIBRARY, inside_case=True) == Alarm("crisis_self")


@pytest.mark.parametrize("text", ["", "...", "🪞", "\x00\ud83d", "a" * 5000, "wil " * 1000])
def test_any_text_can_be_screened(text):
    assert screen(text, LIBRARY) == Calm()


def days(*ago):
    return [(TODAY - timedelta(days=each), 1) for each in ago]


def test_three_ones_within_four_weeks_are_strain():
    assert strained(days(0, 14, 27), TODAY)
    assert strained([*days(0, 14, 27), (TODAY, 4)], TODAY)


def test_ones_that_lie_further_apart_or_ahead_are_not():
    assert not strained(days(0, 14, 28), TODAY)
    assert not strained(days(0, 1, -1), TODAY)
    assert not strained([(TODAY, 2)] * 5, TODAY)


def share(lines):
    return sum(lines) / len(lines)


@pytest.mark.parametrize(
    ("line", "signal"),
    [
        ("We're dying for good news.", Calm()),
        ("Het initiatief is een stille dood gestorven.", Calm()),
        ("Ik wil eeuwig slapen na dit congres, grapte ik.", Calm()),
        ("De tijger is dood, zei hij over de oude leider, en ik schrok van mijn opluchting.", Calm()),
        ("Ik heb afgelopen weekend op het viaduct gestaan.", Check("crisis_self")),
        ("This is goodbye, thank you for listening.", Check("crisis_self")),
    ],
)
def test_whose_death_it_is_and_what_is_only_alike_is_told_apart(line, signal):
    assert screen(line, LIBRARY) == signal


@pytest.mark.walk
def test_there_are_many_harmless_lines_and_none_or_almost_none_raises_an_alarm():
    assert len(HARMLESS) >= 500
    assert share([screen(line, LIBRARY) != Calm() for line in HARMLESS + LINES["lures"]]) <= 0.02


@pytest.mark.walk
def test_most_lines_of_despair_are_met_with_care_also_the_roundabout_ones():
    assert len(LINES["crisis"]) >= 300
    assert share([screen(line, LIBRARY) != Calm() for line in LINES["crisis"]]) >= 0.85


@pytest.mark.walk
def test_most_lines_of_danger_are_heard_as_danger():
    assert share([screen(line, LIBRARY) == Alarm("acute_danger") for line in LINES["danger"]]) >= 0.85


@pytest.mark.walk
def test_most_lines_of_strain_are_heard_as_strain():
    heard = [screen(line, LIBRARY) for line in LINES["strain"]]
    assert share([each == Alarm("severe_strain") for each in heard]) >= 0.85


OWN_TEXTS = list(own_texts())


@pytest.mark.walk
def test_no_question_dilemma_or_pulse_of_our_own_gives_a_signal():
    assert len(OWN_TEXTS) > 500
    assert [text for text in OWN_TEXTS if screen(text, LIBRARY) != Calm()] == []


def test_nothing_in_an_integrity_case_gives_a_signal_while_it_is_answered():
    texts = list(texts_in(LIBRARY.cases))
    assert texts
    assert [text for text in texts if screen(text, LIBRARY, inside_case=True) != Calm()] == []


def test_the_words_of_care_can_be_quoted():
    own = [LIBRARY.messages["urgent"].text, *(each.message.text for each in LIBRARY.safety.values())]
    own += [each.check for each in LIBRARY.safety.values() if each.check]
    for text in (*(each.nl for each in own), *(each.en for each in own)):
        assert screen(text, LIBRARY) == Calm()
        assert screen(f"{text}\n\nOK", LIBRARY) == Calm()
        assert screen(f"{text}\n\nIk wil niet meer leven.", LIBRARY) == Alarm("crisis_self")


def test_a_screen_without_the_page_of_numbers_works_as_well():
    assert screen("Ik wil niet meer leven.", replace(LIBRARY, messages={})) == Alarm("crisis_self")


@pytest.mark.parametrize(
    ("line", "signal"),
    [
        ("Een cliënt zei dat hij dood wil en ik wist geen antwoord.", Calm()),
        ("Mijn cliënt wil dood en ik wil ook dood.", Alarm("crisis_self")),
        ("Wij werken met mensen die niet meer willen leven.", Calm()),
        ("Ik werk met mensen die niet meer willen leven en nu wil ik zelf dood.", Alarm("crisis_self")),
        ("Eén van de bewoners wilde van het dak springen.", Calm()),
        ("The callers say: I can't go on.", Calm()),
        ("I can't go on.", Check("crisis_self")),
        ("My sister wants to die.", Check("crisis_self")),
        ("Our co-director wants to die on that hill.", Calm()),
    ],
)
def test_the_despair_of_those_one_works_for_is_told_from_ones_own(line, signal):
    assert screen(line, LIBRARY) == signal


@pytest.mark.parametrize(
    "line", ["Ik denk aan zelfmoort", "suicidel thoughts again", "sucide", "zelf-moord", "suïcidegedachten"]
)
def test_a_misspelled_word_of_suicide_is_heard(line):
    assert screen(line, LIBRARY) in {Alarm("crisis_self"), Check("crisis_self")}


@pytest.mark.parametrize(
    ("line", "category"),
    [
        ("hij bedrijgt me", "acute_danger"),
        ("hij heeft me gslagen", "acute_danger"),
        ("ben mishandelt door mn ex", "acute_danger"),
        ("kan nie meer, wil dr niet meer zijn", "crisis_self"),
        ("ik wil er nt meer zijn", "crisis_self"),
        ("i want to dei", "crisis_self"),
    ],
)
def test_a_word_is_heard_as_it_sounds(line, category):
    assert screen(line, LIBRARY) == Alarm(category)


@pytest.mark.parametrize(
    ("line", "neighbour"),
    [
        ("I don't want to live in this body.", "I don't want to live in London any more."),
        (
            "Ik wil er volgend jaar niet meer zijn.",
            "Als ik er volgend jaar niet meer ben als directeur, moet dit staan.",
        ),
        ("I want to disappear when I am alone.", "I wanted to disappear when he read my mistake aloud."),
        ("I've been self harming in the office toilet.", "The narrator of that novel has been self harming."),
        ("I hurt myself again.", "I hurt myself skating."),
        ("Ik denk aan mijn begrafenis.", "Op de begrafenis van een oud-bestuurder sprak ik kort."),
        ("Woke up again. Wish I hadn't.", "Woke up again. Do you want coffee?"),
        ("I'm burnt out.", "I was burnt out in 2015 and chaired on."),
        ("Ik ben overspannen.", "Vorig jaar was ik overspannen, nu gaat het goed."),
        ("My partner beats our child.", "In our shelter I meet women who are being beaten."),
        ("I have a plan and a rope.", "Our plan has a date."),
        ("Ze zijn beter af zonder mij.", "Ze regelden het prima zonder mij, wat een opluchting."),
        ("Everyone would be relieved without me.", "They managed fine without me, and I was relieved."),
        (
            "They would manage, they'd be happier without me.",
            "They finished it without me and I felt lighter, and proud.",
        ),
        ("I burned myself again, on purpose.", "I burned myself a bit on that negotiation."),
        ("Ik heb mezelf weer gesneden op mijn arm.", "Ik heb mezelf gesneden aan het deksel, dat heb ik weer."),
        ("I cut myself on the inside of my leg.", "I cut myself on a tin before the speech."),
        ("I cried in the car after the call, again.", "I cried in the car after the call, from relief."),
        ("I feel like a fraud: I took bribes.", "I felt like a fraud next to those professors."),
        ("My hands shake before every call.", "Told the funder no. My hands were shaking."),
        ("He stabbed me last night.", "She stabbed me in the back at the steering group."),
        ("I wish I could vanish.", "I wish I could vanish whenever they read out the thank-yous."),
        ("Ik wil er niet meer zijn.", "Ik wilde er niet meer over praten en dat heb ik gezegd."),
        ("Ik sla mezelf.", "Ik had mezelf wel voor de kop kunnen slaan na dat antwoord."),
        ("There's no reason left for me to get up.", "No reason to get up early on Saturday, so I slept in."),
        ("Ik ben zo moe dat ik niet meer verder wil.", "We kunnen niet meer verder met deze leverancier."),
        ("What's the use of living like this?", "What's the use of a minute-taker like this?"),
        ("I want off this planet.", "I want off this committee."),
        ("He hit me harder than last time.", "The closure hit me harder than I thought."),
        ("If it were up to me I'd end it today.", "If it were up to me I'd end it today, the pilot."),
        ("Ik huil in de auto, elke dag.", "Ik huilde in de auto. Van trots, want ze kregen de prijs."),
    ],
)
def test_what_stands_beside_the_words_makes_the_difference(line, neighbour):
    assert screen(line, LIBRARY) != Calm()
    assert screen(neighbour, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "line", ["Ik suste de ruzie.", "Ik werk aan zelfmoordpreventie.", "De suïcidecijfers stijgen."]
)
def test_words_that_look_alike_are_not_heard_so(line):
    assert screen(line, LIBRARY) == Calm()


def test_not_being_able_to_go_on_is_asked_about_unless_exhaustion_explains_it():
    assert screen("Ik trek het niet meer.", LIBRARY) == Check("crisis_self")
    assert screen("Ik trek het niet meer, ik slaap al weken niet.", LIBRARY) == Alarm("severe_strain")
    assert screen("Ik zie geen uitweg meer, ik slaap al weken niet.", LIBRARY) == Check("crisis_self")
    assert screen("Ik slaap al weken niet en ik wil dood.", LIBRARY) == Alarm("crisis_self")


@pytest.mark.parametrize(
    "line",
    [
        "Mijn team is al weken doodmoe.",
        "Ik was uitgeput en voldaan.",
        "Ik ben vorig jaar maanden uitgeput geweest, lang geleden.",
    ],
)
def test_the_exhaustion_of_others_or_of_another_time_is_left_in_peace(line):
    assert screen(line, LIBRARY) == Calm()


def test_an_end_to_some_matter_that_is_named_is_asked_about_before_it_alarms():
    assert screen("Ik maak er een eind aan.", LIBRARY) == Alarm("crisis_self")
    later = "Ik maak er een eind aan, volgende maand is de laatste editie van de nieuwsbrief."
    assert screen(later, LIBRARY) == Check("crisis_self")


def test_work_that_is_said_not_to_be_meant_explains_nothing():
    assert screen("Voor mij hoeft het allemaal niet meer, en dan bedoel ik niet het werk.", LIBRARY) != Calm()
    assert screen("Voor mij hoeft dat hele project allemaal niet meer.", LIBRARY) == Calm()
