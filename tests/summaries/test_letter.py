import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from months import (
    HOSTILE,
    LETTERS,
    LIBRARY,
    NAMES,
    asked,
    empty,
    hostile_library,
    in_january,
    made,
    material,
    parsed,
    rich,
    shuffled,
    silent,
    steady,
    taps,
    wrote,
)

from dialogues.language.words import utf16_length
from dialogues.model import LANGUAGES, Library
from summaries.facts import Mirror, Mood, Rhythm, TooLittle
from summaries.findings import findings
from summaries.letter import LEAVES, LIMIT, LIMIT_OF_A_YEAR, length, letter, plain, shareable
from summaries.material import Intended, Material
from summaries.mirror import wordings
from summaries.moods import mood, moods_of_the_year
from summaries.phrases import Tongue, macros
from summaries.wording import bars, lowered, shown

J = in_january
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def text_of(material: Material, language: str = "nl", library: Library = LIBRARY) -> str:
    return letter(findings(material, library), language, library)


def quoted(text: str) -> list[str]:
    return re.findall(r"<blockquote>«(.*?)»\n", text)


def said(html: str) -> str:
    """The text as Telegram shows it; fails when its parser refuses."""
    answer = parsed(html)
    assert answer["@type"] == "formattedText", answer
    return answer["text"]


def numbers_in(value: Any) -> Iterator[int]:
    """Every number a finding holds: counts, values, days and years, and how many of something there are."""
    match value:
        case date():
            yield from (value.day, value.year)
        case bool() | str():
            return
        case int():
            yield value
        case tuple():
            yield len(value)
            for one in value:
                yield from numbers_in(one)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from numbers_in(getattr(value, field.name))


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_the_letters_are_those_that_were_reviewed(name: str, language: str) -> None:
    reviewed = (LETTERS / f"{name}.{language}.html").read_text(encoding="utf-8")
    assert letter(made(name), language, LIBRARY) + "\n" == reviewed


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_telegram_reads_them_and_they_are_about_fifteen_hundred_characters(name: str, language: str) -> None:
    html = letter(made(name), language, LIBRARY)
    assert utf16_length(said(html)) == length(html) <= (LIMIT_OF_A_YEAR if name == "year" else LIMIT)
    assert set(re.findall(r"<(/?\w+)>", html)) <= {"b", "/b", "blockquote", "/blockquote"}
    assert html.count("left out") == html.count("Niet alles paste") == 0


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_every_number_comes_from_a_finding(name: str, language: str) -> None:
    found = made(name)
    html = letter(found, language, LIBRARY)
    for quote in quoted(html):
        html = html.replace(quote, "")
    html = html.replace("&#39;", "")
    ours = {1, 5, 7, 15}  # the ends of both scales, and what a longer answer is
    unasked = sum(1 for f in found if f.kind == "coverage" for _, asked_, _ in f.qualities if not asked_)
    yearly = {sum(taps_ for _, _, taps_ in f.months) for f in found if f.kind == "mood_year"}
    turned = {8 - place for f in found if f.kind == "tension" and f.swapped for _, place in (*f.now, *f.before)}
    traced = ours | yearly | turned | {unasked} | {n for finding in found for n in numbers_in(finding)}
    assert {int(number) for number in re.findall(r"\d+", html)} <= traced


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_is_in_an_answer_or_an_intention_of_the_leader(name: str) -> None:
    month = material(name)
    quotes = quoted(letter(made(name), "nl", LIBRARY))
    assert quotes
    for quote in quotes:
        sources = (*month.answers, *month.linked_answers, *month.intentions)
        assert any(unescape(quote) in shown(one.text) for one in sources), quote


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_carry_the_same_figures_and_quotes(name: str) -> None:
    dutch, english = (letter(made(name), language, LIBRARY) for language in LANGUAGES)
    assert re.findall("«.*?»", dutch) == re.findall("«.*?»", english)
    figures = r"\d+|[▁▂▄▆█▪▫]+"
    assert sorted(re.findall(figures, dutch)) == sorted(re.findall(figures, english))


@pytest.mark.parametrize("name", NAMES)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=8, deadline=None)
def test_the_order_in_which_facts_come_changes_nothing(name: str, seed: int) -> None:
    assert made(name, shuffled(material(name), seed)) == made(name)


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_the_plain_form_says_the_same_without_markup(name: str, language: str) -> None:
    found = made(name)
    assert plain(found, language, LIBRARY) == said(letter(found, language, LIBRARY)) + "\n"


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_the_form_to_share_holds_none_of_the_leaders_own_words(name: str, language: str) -> None:
    month = material(name)
    html = letter(made(name), language, LIBRARY, quotes=False)
    assert said(html) == plain(made(name), language, LIBRARY, quotes=False).removesuffix("\n")
    assert "«" not in html
    for one in (*month.answers, *month.linked_answers, *month.intentions):
        for sentence in re.split(r"(?<=[.!?]) ", one.text):
            assert shown(sentence) not in unescape(html)
    assert LIBRARY.messages["summary_too_little"].text[language][:10] in html or "</b>" in html


@BOTH
def test_the_form_to_share_does_not_say_that_only_the_leader_sees_it(language: str) -> None:
    alone = {"nl": "Alleen jij ziet dit.", "en": "Only you see this."}[language]
    assert alone in letter(made("rich"), language, LIBRARY)
    assert alone not in letter(made("rich"), language, LIBRARY, quotes=False)
    strained = letter(made("strained"), language, LIBRARY, quotes=False)
    assert not re.search("zware tijd|heavy time", strained)


def test_there_is_no_praise_no_verdict_and_no_cause_in_our_own_words() -> None:
    never = (
        r"goed bezig|knap|mooi|top\b|score|cijfer|omdat|doordat|because|well done|great|should|moet|gemiddeld|average"
    )
    for name in NAMES:
        for language in LANGUAGES:
            html = letter(made(name), language, LIBRARY)
            for quote in quoted(html):
                html = html.replace(quote, "")
            assert not re.search(never, html, re.IGNORECASE)
            assert not re.search("[\U0001f000-\U0001faff☀-➿]", html), "no emoji in a summary"


def test_too_little_gives_the_short_form_with_one_sentence_at_most() -> None:
    html = text_of(silent())
    assert LIBRARY.messages["summary_too_little"].text.nl.replace("{n}", "Er zijn 2 antwoorden") in html
    assert len(quoted(html)) == 1
    assert "Stemming" not in html
    assert "«" not in text_of(empty())


@BOTH
def test_a_month_with_too_little_reads_well_for_any_count(language: str) -> None:
    told = {
        count: letter((TooLittle(J(1), count, ()),), language, LIBRARY).split("\n")[1].split(";")[0]
        for count in (0, 1, 2)
    }
    dutch = {
        0: "In januari staan er geen antwoorden.",
        1: "Er is 1 antwoord om op terug te kijken",
        2: "Er zijn 2 antwoorden om op terug te kijken",
    }
    english = {
        0: "There are no answers in January.",
        1: "There is 1 answer to look back on",
        2: "There are 2 answers to look back on",
    }
    assert told == (dutch if language == "nl" else english)


@BOTH
def test_a_month_with_too_little_that_is_not_over_says_so(language: str) -> None:
    (short, *_) = findings(replace(silent(), until=J(20)), LIBRARY)
    assert isinstance(short, TooLittle)
    running = {"nl": "Deze maand loopt nog; dit gaat tot en met 20 januari.", "en": "This month is not over yet"}
    for count in (0, 2):
        assert running[language] in letter((replace(short, written=count),), language, LIBRARY)
        assert running[language] not in letter((replace(short, written=count, until=None),), language, LIBRARY)


@BOTH
@pytest.mark.parametrize("count", [0, 1, 2])
def test_too_little_to_share_promises_nothing_below_and_names_no_command(count: int, language: str) -> None:
    short = (TooLittle(J(1), count, ()),)
    html = letter(short, language, LIBRARY, quotes=False)
    assert not re.search("/(?!b>)", html)
    assert re.search("Eigen woorden zijn weggelaten|Own words are left out", html)
    for form in (html, macros("page", Tongue(language, LIBRARY, J(1), quotes=False), "plain").too_little(short[0])):
        assert not re.search("hieronder|below", form)


@BOTH
def test_a_share_holds_no_day_of_an_echo_and_no_question_that_rests_on_strain(language: str) -> None:
    rich_one, strained_one = (letter(made(name), language, LIBRARY, quotes=False) for name in ("rich", "strained"))
    assert not re.search("6 (en|and) 13", rich_one)
    asked_of = [one for name in ("rich", "strained") for one in shareable(made(name)) if isinstance(one, Mirror)]
    assert [(one.rule, one.days) for one in asked_of] == [("open", ())] * 2
    assert wordings()["open"][language][asked_of[1].variant] in unescape(strained_one)


@BOTH
def test_no_heading_speaks_of_patterns_without_something_that_came_back(language: str) -> None:
    heading = {"nl": "Gedrag en patronen", "en": "Behaviour and patterns"}[language]
    for name in NAMES:
        found = made(name)
        back = any(one.kind in ("echoed", "returning") for one in found) and isinstance(found[0], Rhythm)
        assert (heading in letter(found, language, LIBRARY)) is back, name


@BOTH
def test_the_middle_is_what_it_says(language: str) -> None:
    days = [J(day) for day in range(1, 8)]
    (found,) = mood("mood", empty(taps=taps("mood", [1, 1, 2, 5, 5, 5, 1], days)))
    told = {"nl": "van 1 tot 5, in het midden 2", "en": "from 1 to 5, middle value 2"}[language]
    short, times = {"nl": ("van 1 tot 5, midden 2", "7 keer)"), "en": ("from 1 to 5, middle 2", "7 times)")}[language]
    text = letter((*findings(silent(), LIBRARY), found), language, LIBRARY)
    assert short in text
    assert times in text
    tongue = Tongue(language, LIBRARY, J(1))
    for template, macro in (("page", "note"), ("alt", "mood")):
        said_there = getattr(macros(template, tongue, "plain"), macro)(found)
        assert told in said_there
        assert not re.search("meestal|mostly", said_there)


@BOTH
def test_the_middle_of_each_month_of_a_year_is_told_and_two_that_differ_are_both_named(language: str) -> None:
    days = [date(2026, month, day) for month in (1, 2, 3) for day in (5, 12, 19, 26)]
    month = empty(taps=taps("mood", [2, 4, 2, 4, 4, 4, 4, 4, 1, 1, 2, 2], days))
    (found,) = moods_of_the_year(month)
    assert [value for _, value, _ in found.months] == [3, 4, 2]
    told = {"nl": "januari 2 en 4, februari 4, maart 1 en 2", "en": "January 2 and 4, February 4, March 1 and 2"}
    assert told[language] in letter((*made("year")[:1], found), language, LIBRARY)
    assert told[language] in macros("alt", Tongue(language, LIBRARY, J(1)), "plain").mood_year(found)
    kept = replace(found, middles=())
    assert re.search("januari 3|January 3", letter((*made("year")[:1], kept), language, LIBRARY))


def test_many_places_are_told_as_how_many_between_which_places_and_days() -> None:
    assert "4× plek 6–7 (6–27 januari); eerder plek 5" in letter(made("one_sided"), "nl", LIBRARY)
    same = tuple(replace(one, position=1) for one in material("one_sided").positions)
    assert "4× place 7 (6–27 January)" in text_of(replace(material("one_sided"), positions=same), "en")
    assert "4× plek 3–6 (8 januari – 1 oktober)" in letter(made("year"), "nl", LIBRARY)


def test_a_sentence_with_another_person_in_it_is_never_quoted() -> None:
    assert "Farida" not in text_of(rich())
    assert "Donderdag" not in text_of(rich())


@pytest.mark.parametrize("care", ["crisis", "danger", "report"])
def test_flagged_words_never_come_back(care: str) -> None:
    month = rich()
    flagged = replace(
        month, answers=tuple(replace(part, care=care) if part.id == 11 else part for part in month.answers)
    )
    assert "dichtpraat" in text_of(month)
    assert "dichtpraat" not in text_of(flagged)
    assert "van de 7 vragen" in text_of(flagged)


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_a_letter_is_about_fifteen_hundred_characters_and_seldom_much_more(name: str, language: str) -> None:
    assert length(letter(made(name), language, LIBRARY)) <= (1750 if name == "rich" else 1400)


def test_a_deleted_answer_takes_its_words_with_it() -> None:
    month = rich()
    for part in month.answers:
        left = replace(month, answers=tuple(other for other in month.answers if other is not part))
        own = {shown(sentence) for sentence in re.split(r"(?<=\.) ", part.text)}
        assert not own & set(quoted(text_of(left)))


@pytest.mark.parametrize(
    ("change", "said_nl", "said_en"),
    [
        ("early", "Vergelijken kan na meer tikken.", "Comparing takes more taps."),
        ("same", "Stemming en energie: geen verschil met eerder", "Mood and energy: no difference from before"),
        ("higher", "Je stemming lag hoger", "Your mood was higher"),
        ("lower", "Je stemming lag lager", "Your mood was lower"),
    ],
)
def test_a_change_is_told_in_its_own_words(change: str, said_nl: str, said_en: str) -> None:
    found = findings(rich(), LIBRARY)
    moods = tuple(replace(one, change=change) if isinstance(one, Mood) else one for one in found)
    assert said_nl in letter(moods, "nl", LIBRARY)
    assert said_en in letter(moods, "en", LIBRARY)


def test_a_measure_that_never_moved_is_told_so_and_two_middles_are_both_named() -> None:
    def with_taps(values: list[int]) -> str:
        return text_of(
            replace(rich(), taps=tuple(replace(tap, value=v) for tap, v in zip(rich().taps, values, strict=False)))
        )

    assert "(1–5, 4 keer)</b>\nStemming ▄▄▄▄ steeds 3\n" in with_taps([3] * 4)
    assert "van 1 tot 5, midden 2 en 4\n" in with_taps([1, 2, 4, 5])


def test_too_many_taps_for_one_line_keep_their_figures_and_lose_their_bars() -> None:
    assert bars([1, 2, 3, 4, 5]) == "▁▂▄▆█"
    assert bars([3] * 31) == "▄" * 31
    assert bars([3] * 32) == ""


@pytest.mark.parametrize(
    ("number", "nl", "en"),
    [
        (0, None, None),
        (1, "Over één kwaliteit kwam geen vraag.", "No question was about one quality."),
        (2, "Over de andere 2 kwam geen vraag.", "No question was about the other 2."),
    ],
)
def test_how_many_qualities_were_not_asked_about(number: int, nl: str | None, en: str | None) -> None:
    qualities = list(LIBRARY.qualities)[number:]
    month = replace(rich(), asked=tuple(asked(n, J(5), quality) for n, quality in enumerate(qualities)), taps=())
    for language, expected in (("nl", nl), ("en", en)):
        html = text_of(month, language)
        assert (expected in html) if expected else not re.search("kwam geen|No question was", html)
        assert not re.search("volgen? nog|still to come", html)


@pytest.mark.parametrize(
    ("questions", "answers", "nl", "en"),
    [
        (1, 1, "Je beantwoordde 1 van 1 vraag, schreef 1 ander antwoord en schreef 1 losse gedachte, in één week.",
         "You answered 1 of 1 question, wrote 1 other answer and wrote 1 loose thought, in one week."),
        (0, 2, "Je schreef 2 andere antwoorden en schreef 1 losse gedachte, in één week.",
         "You wrote 2 other answers and wrote 1 loose thought, in one week."),
    ],
)  # fmt: skip
def test_the_opening_counts_in_singular_and_plural(questions: int, answers: int, nl: str, en: str) -> None:
    month = empty(
        asked=tuple(asked(n, J(5), "") for n in range(1, questions + 1)),
        answers=(*(wrote(n, J(6), n, "Een zin.") for n in (1, 2)), wrote(9, J(7), None, "Een zin.")),
    )
    assert nl in text_of(month)
    assert en in text_of(month, "en")


def test_an_earlier_position_in_another_year_carries_its_year() -> None:
    assert "eerder plek 3 op 12 november 2025" in text_of(rich())
    assert "plek 6 op 8 januari;" in text_of(rich())


def test_a_name_loses_its_capital_in_a_sentence_unless_it_is_an_abbreviation() -> None:
    assert [lowered(name) for name in ("Veerkracht", "ANBI-kennis", "É", "")] == ["veerkracht", "ANBI-kennis", "é", ""]


# --- texts that mean harm -------------------------------------------------------------------------------------------


def hostile_month(text: str) -> Material:
    month = rich()
    return replace(
        month,
        answers=tuple(replace(part, text=text) for part in month.answers),
        intentions=tuple(replace(intention, text=text) for intention in month.intentions),
    )


@BOTH
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_leader_writes_the_letter_parses_and_fits(text: str, language: str) -> None:
    shown_text = said(text_of(hostile_month(text), language))
    assert utf16_length(shown_text) <= LIMIT
    assert "49" not in shown_text  # 7 * 7 stays what it is


@BOTH
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_the_library_holds_the_letter_parses_and_fits(text: str, language: str) -> None:
    found = findings(steady(), LIBRARY)
    shown_text = said(letter(found, language, hostile_library(text)))
    assert utf16_length(shown_text) <= LIMIT
    assert "49" not in shown_text


@given(text=st.text(st.characters(), max_size=300), language=st.sampled_from(LANGUAGES))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_through_as_text(text: str, language: str) -> None:
    html = text_of(hostile_month(text), language)
    assert utf16_length(said(html)) <= LIMIT
    assert len(re.findall(r"<", html)) == 2 * len(re.findall(r"<b>|<blockquote>", html))


def test_what_does_not_fit_is_left_out_as_whole_parts_in_a_fixed_order_and_told() -> None:
    note = "Niet alles paste in dit bericht."
    found = findings(rich(), LIBRARY)
    assert note not in letter(found, "nl", LIBRARY)
    titles = {
        "coverage": "Beantwoorde vragen per",
        "moves": "Herkend in je",
        "intentions": "Voornemens",
        "tensions": "Spanningen",
    }
    for size, gone in ((60, ["coverage"]), (300, ["coverage", "moves", "intentions", "tensions"])):
        html = letter(found, "nl", hostile_library("x" * size))
        assert [part for part in LEAVES if part in titles and titles[part] not in html] == gone
        assert note in html
        assert html.index(note) < html.index("Een vraag voor")


def test_a_question_that_does_not_fit_goes_last() -> None:
    month = replace(steady(), strained_on=None)
    found = tuple(one for one in findings(month, LIBRARY) if one.kind in {"rhythm", "mirror"})
    assert isinstance(found[-1], Mirror)
    html = letter(found, "nl", hostile_library("x" * 5000))
    assert said(html).endswith("Met /antwoorden lees je je eigen woorden terug.")


def test_a_sentence_that_is_too_long_for_a_letter_is_not_quoted() -> None:
    long = "Wij " + "samenwerkingsverbandsovereenkomstonderhandelingen " * 7 + "dus."
    month = replace(rich(), answers=tuple(replace(part, text=long) for part in rich().answers), links=())
    assert [one for one in findings(month, LIBRARY) if one.kind == "own_words"] == []


def test_an_intention_is_quoted_whole_or_not_at_all() -> None:
    for words, there in ((34, True), (35, False)):
        text = " ".join(f"w{n}" for n in range(words))
        html = text_of(replace(rich(), intentions=(Intended(1, J(6), text, "open"),)))
        assert (text in html) is there
