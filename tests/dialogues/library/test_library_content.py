"""The content that comes with the bot: exactly what the product promises, and written in its tone."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from dialogues import commands
from dialogues.asking import nearby
from dialogues.library import library, read
from dialogues.library.contract import CONTRACT
from dialogues.library.wording import units
from dialogues.model import LANGUAGES, MARKERS, Library, Text

LIBRARY = library()


def texts(value: object, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every text a leader can see, with where it is."""
    if isinstance(value, Text):
        yield path, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, f"{path}.{key}")
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from texts(item, f"{path}[{i}]")


EVERY = [(path, language, text[language]) for path, text in texts(LIBRARY) for language in LANGUAGES]
SAID = [(name, language, m.text[language]) for name, m in LIBRARY.messages.items() for language in LANGUAGES]


def test_the_content_has_no_problems():
    assert read().problems == ()


def test_the_counts_are_what_the_product_promises():
    counts = dict(read().counts)
    assert counts.pop("messages") == len(CONTRACT)
    assert counts == {
        "qualities": 9,
        "questions": 72,
        "pulses": 6,
        "paradoxes": 12,
        "integrity cases": 12,
        "programmes": 3,
        "elements": 7,
        "safety categories": 5,
        "rounds of a conversation": 13,
    }


@pytest.mark.parametrize("quality", LIBRARY.qualities)
def test_each_quality_has_eight_questions_of_the_same_mix(quality: str):
    own = [question for question in LIBRARY.questions.values() if question.quality == quality]
    assert Counter(question.depth for question in own) == {1: 3, 2: 3, 3: 2}
    assert Counter(question.kind for question in own) == {"open": 6, "scale": 1, "choice": 1}
    assert {question.id[:2] for question in own} == {LIBRARY.qualities[quality].code}


def test_each_question_has_two_follow_ups_and_each_element_four_variants():
    assert {len(question.followups) for question in LIBRARY.questions.values()} == {2}
    assert tuple(LIBRARY.elements) == MARKERS
    assert {len(element.variants) for element in LIBRARY.elements.values()} == {4}


def test_each_case_has_three_options():
    assert {len(case.options) for case in LIBRARY.cases.values()} == {3}


def test_the_programmes_hold_what_their_names_say():
    asked = {
        name: Counter(touch.kind for week in programme.weeks for touch in week.touches)
        for name, programme in LIBRARY.programmes.items()
    }
    assert asked == {
        "starter_4w": {"question": 5, "paradox": 2, "integrity_case": 1},
        "core_12w": {"question": 13, "paradox": 8, "integrity_case": 3},
        "year_12m": {"question": 72, "paradox": 12, "integrity_case": 12},
    }
    assert [len(programme.weeks) for programme in LIBRARY.programmes.values()] == [4, 12, 48]


def test_only_one_paradox_counts_as_established():
    assert [dilemma.id for dilemma in LIBRARY.dilemmas.values() if dilemma.status == "established"] == ["P01"]
    assert {dilemma.status for dilemma in LIBRARY.dilemmas.values()} == {
        "established",
        "theme_supported",
        "own_completion",
    }


def test_no_text_presents_the_paradoxes_as_the_list_of_a_book():
    twelve = r"(twaalf|twelve|12)\W+(\w+\W+){0,3}(paradox|spanning|tension|dilemma)"
    claim = re.compile(rf"boonstra|\bboek\b|\bbook\b|{twelve}", re.IGNORECASE)
    assert [(path, text) for path, _, text in EVERY if claim.search(text)] == []


def test_no_text_praises_or_asks_for_reasons():
    praise = r"goed bezig|goed gedaan|mooi antwoord|geweldig|well done|good job|excellent|amazing"
    reasons = r"(?:^|[.?:] )(?:Waarom|Why)\b[^.:?]*\?"
    assert [(path, text) for path, _, text in EVERY if re.search(rf"(?i:\b(?:{praise})\b)|{reasons}", text)] == []


def test_dutch_texts_never_use_the_polite_form():
    polite = re.compile(r"\b[Uu]w?\b")
    assert [(path, text) for path, language, text in EVERY if language == "nl" and polite.search(text)] == []


def test_no_text_carries_an_emoji_or_markup():
    odd = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F]|</?\w+>|\*\*|__")
    assert [(path, text) for path, _, text in EVERY if odd.search(text)] == []


def test_only_the_welcome_has_an_exclamation_mark():
    assert {name for name, _, text in SAID if "!" in text} == {"language"}


def test_buttons_fit_a_small_screen():
    buttons = [(path, text) for path, _, text in EVERY if re.search(r"messages\..*buttons", path)]
    assert buttons
    assert [found for found in buttons if units(found[1]) > 28] == []


def test_commands_in_texts_exist_in_the_language_of_the_text():
    known = {language: {shown for _, shown in commands.menu(language)} | {"start"} for language in LANGUAGES}
    known["nl"] |= {"groep", "groepen", "console", "proef"}
    known["en"] |= {"cohort", "groups", "console", "preview"}
    named = [(path, language, word) for path, language, text in EVERY for word in re.findall(r"(?<!\S)/(\w+)", text)]
    assert named
    assert [found for found in named if found[2] not in known[found[1]]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_every_command_of_the_menu(language):
    text = LIBRARY.messages["help"].text[language]
    assert [shown for _, shown in commands.menu(language) if f"/{shown}" not in text] == []


def test_every_command_has_a_description_in_the_menu():
    described = {name.removeprefix("cmd_") for name in LIBRARY.messages if name.startswith("cmd_")}
    assert described == {*commands.MENU, "cohort", "console"}  # the last are for facilitators


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_to_call_are_those_of_the_safety_messages(language):
    def numbers(text: str) -> set[str]:
        return set(re.findall(r"\+?[0-9][0-9 -]{1,}[0-9]", text))

    safe = " ".join(category.message.text[language] for category in LIBRARY.safety.values())
    urgent = numbers(LIBRARY.messages["urgent"].text[language])
    assert {"113", "1813", "112", "0800-0113", "0800-2000", "0800-0188"} <= urgent
    assert urgent <= numbers(safe)
    elsewhere = {
        "urgent_gb": {"999", "112", "116 123"},
        "urgent_de": {"112", "0800 1110111"},
        "urgent_elsewhere": {"112"},
    }
    at_home = {"113", "0800-0113", "1813"}
    for name, there in elsewhere.items():
        assert numbers(LIBRARY.messages[name].text[language]) == there | at_home
        beside = LIBRARY.messages[name.replace("urgent", "nearby")].text[language]
        assert numbers(beside) == there
        assert ("findahelpline.com" in beside) == (name == "urgent_elsewhere")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_question_what_is_meant_ends_with_the_same_numbers_as_the_message_about_despair(language):
    despair = LIBRARY.safety["crisis_self"]
    question, line = despair.check[language].split("\n\n")
    assert question.endswith("?")
    for number in ("113", "0800-0113", "1813", "112"):
        assert number in line
        assert number in despair.message.text[language]
    assert set(re.findall(r"\d[\d-]+", line)) <= set(re.findall(r"\d[\d-]+", despair.message.text[language]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_names_dutch_numbers_is_known_to_name_them(language):
    known = [*LIBRARY.messages.values(), *(category.message for category in LIBRARY.safety.values())]
    texts = {each.id: each.text for each in known} | {"crisis_self_check": LIBRARY.safety["crisis_self"].check}
    naming = {name for name, text in texts.items() if re.search(r"\b(?:113|0800-2000)\b", text[language])}
    assert {name for name in naming if not name.startswith("urgent")} == nearby.NAMING


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_offer_to_look_at_another_option_has_one_wording(language):
    assert LIBRARY.messages["case_other"].text[language] == LIBRARY.case_other_option[language]


def test_sensitive_items_are_marked():
    assert [item.id for item in LIBRARY.questions.values() if item.sensitive] == ["RS-02", "RS-07", "RF-01"]
    assert [item.id for item in LIBRARY.cases.values() if item.sensitive] == ["IC-01"]


def test_an_item_carries_the_version_of_its_file():
    items = (LIBRARY.questions, LIBRARY.pulses, LIBRARY.dilemmas, LIBRARY.cases, LIBRARY.programmes)
    assert {item.version for kind in items for item in kind.values()} == {"1.0"}


def test_the_library_is_read_once():
    assert library() is library()
    assert isinstance(library(), Library)


def test_a_dilemma_asks_about_the_other_side_by_the_position_that_was_taken():
    other = library().dilemmas["P01"].other_pole
    assert [other.at(position) for position in (1, 3, 4, 5, 7)] == [
        other.if_a, other.if_a, other.if_middle, other.if_b, other.if_b,
    ]  # fmt: skip
