"""The guide as values: rounds that add up, both languages alike, a mirror only as far as it was released."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

import pytest
from papers import FIRST, LAST, SEVEN, THREE, released

from dialogues.library import library
from dialogues.model import LANGUAGES, Language
from summaries.cohort.facts import Lean, Mirror, Side, Spread
from summaries.guide import Guide, Minutes, case_guide, guide
from summaries.guide.parts import (
    Agenda,
    Distribution,
    Entries,
    Form,
    Line,
    Points,
    PolarityMap,
    Sides,
    Source,
    Spoken,
)  # fmt: skip

LIBRARY = library()
LENGTHS: tuple[Minutes, ...] = get_args(Minutes)
BOTH = pytest.mark.parametrize("language", LANGUAGES)
EITHER = pytest.mark.parametrize("minutes", LENGTHS)


def about(item: str, language: Language, minutes: Minutes) -> Guide:
    if item in LIBRARY.cases:
        return case_guide(item, language, minutes, LIBRARY)
    return guide(item, language, minutes, LIBRARY)


ITEMS = (*LIBRARY.dilemmas, *LIBRARY.cases)
EVERY = [about(item, language, minutes) for item in ITEMS for language in LANGUAGES for minutes in LENGTHS]


def texts(value: Any) -> Iterator[str]:
    """Every text in a guide."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def blocks(made: Guide, kind: type) -> list[Any]:
    return [block for part in made.parts for block in part.blocks if isinstance(block, kind)]


def said(made: Guide) -> str:
    return "\n".join(texts(made))


@pytest.mark.parametrize("made", EVERY, ids=lambda made: f"{made.about}-{made.language}-{made.minutes}")
def test_the_rounds_of_every_guide_add_up_and_follow_each_other_on_the_clock(made: Guide) -> None:
    (agenda,) = blocks(made, Agenda)
    rounds = [part for part in made.parts if part.minutes]
    assert sum(part.minutes for part in rounds) == made.minutes
    assert [(slot.title, slot.minutes) for slot in agenda.slots] == [(part.title, part.minutes) for part in rounds]
    ends = [slot.starts + slot.minutes for slot in agenda.slots]
    assert [slot.starts for slot in agenda.slots] == [0, *ends[:-1]]
    assert ends[-1] == made.minutes


@pytest.mark.parametrize("made", EVERY, ids=lambda made: f"{made.about}-{made.language}-{made.minutes}")
def test_no_guide_has_anything_left_to_fill_in_or_nothing_to_say(made: Guide) -> None:
    assert not re.search(r"[{}]|^None$", said(made), re.MULTILINE)
    assert all(part.title and part.blocks for part in made.parts)
    assert len({part.id for part in made.parts}) == len(made.parts)


@EITHER
@pytest.mark.parametrize("item", ITEMS)
def test_both_languages_carry_the_same_parts(item: str, minutes: Minutes) -> None:
    def shape(value: Any) -> Any:
        if isinstance(value, tuple):
            return [shape(one) for one in value]
        if is_dataclass(value):
            return [type(value).__name__, *(shape(getattr(value, field.name)) for field in fields(value))]
        return bool(value) if isinstance(value, str) else value

    dutch, english = about(item, "nl", minutes), about(item, "en", minutes)
    assert [part.id for part in dutch.parts] == [part.id for part in english.parts]
    assert shape(replace(dutch, language="en")) == shape(english)
    assert not {*texts(dutch.parts)} & {*texts(english.parts)} - {part.id for part in dutch.parts} - {""}


@BOTH
def test_a_guide_about_a_dilemma_holds_all_that_the_dilemma_says_of_both_sides(language: Language) -> None:
    for dilemma in LIBRARY.dilemmas.values():
        text = said(guide(dilemma.id, language, 60, LIBRARY))
        for pole in (dilemma.pole_a, dilemma.pole_b):
            for one in (pole.label, pole.defensible, pole.upside, pole.downside, pole.early_warning):
                assert one[language] in text
        for one in (dilemma.scenario, dilemma.other_pole.if_a, dilemma.other_pole.if_b, dilemma.both_and):
            assert one[language] in text


def test_each_side_gets_the_question_that_the_bot_asks_of_those_on_the_other_side() -> None:
    dilemma = LIBRARY.dilemmas["P05"]
    sides = blocks(guide("P05", "nl", 60, LIBRARY), Sides)[0]
    assert (sides.a.label, sides.a.asks) == (dilemma.pole_a.label.nl, dilemma.other_pole.if_b.nl)
    assert (sides.b.label, sides.b.asks) == (dilemma.pole_b.label.nl, dilemma.other_pole.if_a.nl)


@BOTH
def test_a_guide_about_a_case_holds_its_story_each_way_with_its_price_and_its_closing_question(
    language: Language,
) -> None:
    for case in LIBRARY.cases.values():
        made = case_guide(case.id, language, 90, LIBRARY)
        (ways,) = (one for one in blocks(made, Entries) if not one.numbered)
        assert [(one.title, one.text, one.more) for one in ways.items] == [
            (one.label[language], one.text[language], one.reflection[language]) for one in case.options
        ]
        assert {case.scenario[language], case.question[language], case.closing[language]} <= {
            one.text for one in blocks(made, Spoken)
        }


def test_a_sensitive_case_says_so_first_where_it_is_about_safety() -> None:
    warning = LIBRARY.guide.words["case_sensitive"].nl
    for case in LIBRARY.cases.values():
        (part,) = (part for part in case_guide(case.id, "nl", 60, LIBRARY).parts if part.id == "safety")
        assert (part.blocks[0].items[0] == warning) is case.sensitive


@EITHER
@BOTH
def test_there_is_a_map_to_fill_in_or_room_for_every_step_and_lines_for_an_agreement(
    language: Language, minutes: Minutes
) -> None:
    paradox, case = about("P01", language, minutes), about("IC-01", language, minutes)
    (made,) = blocks(paradox, PolarityMap)
    assert (made.a, made.b) == paradox.poles
    assert [bool(box.a and box.b) for box in made.boxes] == [True, True, True, False]
    plan, sheet = (next(one for one in blocks(one, Entries) if one.numbered) for one in (paradox, case))
    assert (plan.room, sheet.room) == (False, True)
    assert plan.items == sheet.items
    assert all(len(form.labels) == 4 for one in (paradox, case) for form in blocks(one, Form))
    assert paradox.parts[-1].id == case.parts[-1].id == "sheet"


@BOTH
def test_where_it_comes_from_is_named(language: Language) -> None:
    sources = {one.text for item in ("P01", "IC-01") for one in blocks(about(item, language, 60), Source)}
    assert any("Barry Johnson" in source and "1992" in source for source in sources)
    assert any("Stolper" in source and "2016" in source and "Nyenrode" in source for source in sources)


@BOTH
def test_the_long_conversation_does_all_that_the_short_one_does_and_more(language: Language) -> None:
    for item in ("P01", "IC-01"):
        short, long = (about(item, language, minutes) for minutes in LENGTHS)
        lists = [[set(one.items) for one in blocks(made, Points)] for made in (short, long)]
        assert all(few <= many for few, many in zip(*lists, strict=True))
        assert sum(map(len, lists[1])) >= sum(map(len, lists[0])) + 6


def test_a_conversation_takes_sixty_or_ninety_minutes() -> None:
    with pytest.raises(ValueError, match="60 or 90 minutes"):
        guide("P01", "nl", 75, LIBRARY)  # type: ignore[arg-type]


def test_of_what_is_not_in_the_library_there_is_no_guide() -> None:
    with pytest.raises(KeyError):
        guide("P99", "nl", 60, LIBRARY)
    with pytest.raises(KeyError):
        case_guide("P01", "nl", 60, LIBRARY)


# The mirror of the group.


def told(mirror: Mirror | None, language: Language = "nl") -> tuple[list[Distribution], str]:
    made = guide("P05", language, 60, LIBRARY, mirror)
    return blocks(made, Distribution), said(made)


@BOTH
def test_a_released_mirror_is_shown_in_its_own_steps_with_its_days(language: Language) -> None:
    dilemma = LIBRARY.dilemmas["P05"]
    (shown,), text = told(released("P05", SEVEN), language)
    assert (shown.a, shown.b) == (dilemma.pole_a.label[language], dilemma.pole_b.label[language])
    assert [(bar.low, bar.high) for bar in shown.bars] == [share.percents for share in SEVEN]
    assert shown.a in shown.bars[0].label
    assert shown.b in shown.bars[6].label
    assert all(bar.said in shown.said and bar.label in shown.said for bar in shown.bars)
    assert {
        "nl": "van 1 september 2026 tot en met 30 november 2026",
        "en": "from 1 September 2026 to 30 November 2026",
    }[language] in text


def test_of_few_people_it_shows_the_sides_and_the_middle() -> None:
    (shown,), _ = told(released("P05", THREE, members=12))
    assert [(bar.label, bar.said) for bar in shown.bars] == [
        ("dichter bij 'Zelf blijven beslissen'", "50 tot 100%"),
        ("precies in het midden", "0 tot 50%"),
        ("dichter bij 'Ons aan elkaar binden'", "50 tot 100%"),
    ]


HELD = LIBRARY.guide.words["mirror_held"].nl
NONE = LIBRARY.guide.words["mirror_none"].nl


@pytest.mark.parametrize("mirror", [released("P05", ()), Mirror(FIRST, LAST, 11), Mirror(FIRST, LAST, 40)], ids=repr)
def test_what_is_held_back_shows_no_figure_and_says_why_in_the_same_words(mirror: Mirror) -> None:
    shown, text = told(mirror)
    assert (shown, HELD in text, NONE in text) == ([], True, False)
    assert not re.search(r"\d+ ?%", text)


ENERGY_ONLY = Mirror(FIRST, LAST, 40, energy=Spread("energy", THREE))


@pytest.mark.parametrize(
    "mirror", [None, released("P01", SEVEN), ENERGY_ONLY], ids=["without", "of another dilemma", "of no dilemma"]
)
def test_without_a_mirror_of_this_dilemma_it_says_that_there_is_none_yet(mirror: Mirror | None) -> None:
    shown, text = told(mirror)
    assert (shown, HELD in text, NONE in text) == ([], False, True)


@BOTH
@pytest.mark.parametrize("mirror", [None, released("P05", ()), released("P05", SEVEN)], ids=["none", "held", "shown"])
def test_there_is_an_exercise_exactly_when_there_is_no_figure(mirror: Mirror | None, language: Language) -> None:
    shown, text = told(mirror, language)
    exercises = [LIBRARY.guide.words[f"{way}_title"][language] for way in ("line", "cards")]
    assert [one in text for one in exercises] == [not shown] * 2


def leaning(side: Side) -> Mirror:
    return Mirror(FIRST, LAST, 7, leans=(Lean("P05", side),))


@BOTH
def test_of_a_small_group_the_side_is_said_and_looked_at_in_silence(language: Language) -> None:
    dilemma = LIBRARY.dilemmas["P05"]
    for side, pole, other in (("a", dilemma.pole_a, dilemma.pole_b), ("b", dilemma.pole_b, dilemma.pole_a)):
        shown, text = told(leaning(side), language)
        first, last = {"nl": ("1 september", "30 november"), "en": ("1 September", "30 November")}[language]
        sentence = LIBRARY.guide.words["mirror_leans"][language].split("{pole}")
        assert f"{pole.label[language]}{sentence[1]}" in text
        assert f"{other.label[language]}{sentence[1]}" not in text
        assert LIBRARY.guide.words["mirror_asks"][language] in text
        assert LIBRARY.guide.words["line_title"][language] not in text
        assert (shown, first in text, last in text) == ([], True, True)


@BOTH
def test_a_small_group_without_a_side_hears_so_and_has_the_exercise(language: Language) -> None:
    shown, text = told(leaning("none"), language)
    assert {"nl": "was er geen kant te noemen", "en": "there was no side to name"}[language] in text
    assert LIBRARY.guide.words["line_title"][language] in text
    assert (shown, LIBRARY.guide.words["mirror_none"][language] in text) == ([], False)


@BOTH
@pytest.mark.parametrize("made", [None, released("P05", SEVEN), leaning("b")], ids=["line", "mirror", "lean"])
def test_nobody_is_ever_asked_for_their_position(made: Mirror | None, language: Language) -> None:
    read_aloud = [one.text for one in blocks(guide("P05", language, 90, LIBRARY, made), Spoken | Line)]
    asked = {
        "nl": r"(waar|welke plek) (sta|stond|koos) (jij|je)\b",
        "en": r"where (do|did) you stand|which .* did you choose",
    }
    assert [text for text in read_aloud if re.search(asked[language], text, re.IGNORECASE)] == []
