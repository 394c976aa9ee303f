import json
import re
import unicodedata
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from months import HOSTILE, LIBRARY, NAMES, full_year, hostile_library, made
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from dialogues.model import LANGUAGES, Language
from summaries.drawing import press
from summaries.drawing.glyphs import MOST_MARKS, UNKNOWN, alphabets, printable, unbroken
from summaries.facts import (
    Corrected,
    Findings,
    FirstLook,
    Intentions,
    Meant,
    Mirror,
    OwnWords,
    Returning,
    Tension,
    Year,
)
from summaries.hiding import ids
from summaries.pdf import file_name, pdf
from summaries.year import year

BOTH = pytest.mark.parametrize("language", LANGUAGES)
STEMS = {"nl": "terugblik", "en": "look-back"}
OURS = ("AtkinsonHyperlegibleNext", "Newsreader", "Noto")
CLAIMS = b"pdfuaid"  # stands in the metadata of a PDF that says it meets PDF/UA
CANARY = "kanariegeel"


@cache
def page(name: str, language: str) -> bytes:
    return pdf(made(name), language, LIBRARY)


def read(made_of: bytes) -> PdfReader:
    return PdfReader(BytesIO(made_of))


def text_of(document: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in document.pages))


def elements(document: PdfReader) -> list[DictionaryObject]:
    """All elements of the structure tree, in the order in which they are read."""

    def under(node: Any) -> list[DictionaryObject]:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            return [found for child in node for found in under(child)]
        if not isinstance(node, DictionaryObject):
            return []
        return [node, *under(node.get("/K", []))]

    return under(document.trailer["/Root"]["/StructTreeRoot"]["/K"])


def kinds(document: PdfReader) -> list[str]:
    return [str(one["/S"]) for one in elements(document) if "/S" in one]


def said(text: str) -> Any:
    """The findings of a month in which every own word is this text."""
    changed = {
        OwnWords: lambda one: replace(one, text=text, about=""),
        Intentions: lambda one: replace(one, one=text, opened=(Meant(text),) * bool(text)),
        Corrected: lambda one: replace(one, text=text),
    }
    return tuple(changed.get(type(one), lambda same: same)(one) for one in made("rich"))


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_a_look_back_is_one_to_three_a4_pages_that_can_be_read_aloud(name: str, language: str) -> None:
    made_of = page(name, language)
    document = read(made_of)
    root = document.trailer["/Root"]
    assert 1 <= len(document.pages) <= 3
    assert {tuple(round(float(edge)) for edge in page.mediabox) for page in document.pages} == {(0, 0, 595, 842)}
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert str(document.metadata["/Title"]).startswith({"nl": "Terugblik: ", "en": "Look back: "}[language])
    assert CLAIMS in root["/Metadata"].get_data()


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_it_has_one_title_then_headings_in_order_and_each_picture_has_its_words(name: str, language: str) -> None:
    document = read(page(name, language))
    headings = [kind for kind in kinds(document) if re.fullmatch(r"/H\d", kind)]
    assert headings[0] == "/H1"
    assert set(headings[1:]) == {"/H2"}
    figures = [one for one in elements(document) if one.get("/S") == "/Figure"]
    drawn = {one.kind for one in made(name)} & {"mood", "mood_year", "tension", "coverage"}
    assert bool(figures) == bool(drawn)
    assert all(len(str(one["/Alt"])) > 20 for one in figures)


def test_quotes_are_quotes_and_questions_a_list() -> None:
    found = kinds(read(pdf(made("rich"), "nl", LIBRARY)))
    assert found.count("/BlockQuote") == sum(isinstance(one, OwnWords | Corrected) for one in made("rich"))
    assert "/L" in found


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_every_own_word_stands_there_whole_with_its_day(name: str, language: str) -> None:
    text = text_of(read(page(name, language)))
    for one in made(name):
        if isinstance(one, OwnWords):
            assert one.text in text
            assert f"{one.on.day} " in text
        if isinstance(one, Intentions):
            assert one.one in text
        if isinstance(one, Returning):
            assert one.word in text


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_carry_the_same_figures(name: str) -> None:
    def figures(language: str) -> list[str]:
        return sorted(re.findall(r"\d+", text_of(read(page(name, language)))))

    assert figures("nl") == figures("en")


def test_a_quote_is_told_in_its_own_language_on_a_page_in_another() -> None:
    document = read(page("bilingual", "en"))
    quoted = [str(one["/Lang"]) for one in elements(document) if one.get("/S") == "/BlockQuote" and "/Lang" in one]
    others = {one.language for one in made("bilingual") if isinstance(one, OwnWords)} - {"en"}
    assert set(quoted) == others == {"nl"}
    unknown = tuple(replace(one, language="") if isinstance(one, OwnWords) else one for one in made("bilingual"))
    assert not any("/Lang" in one for one in elements(read(pdf(unknown, "en", LIBRARY))))


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_what_is_told_is_in_paragraphs(name: str, language: str) -> None:
    found = kinds(read(page(name, language)))
    assert found.count("/P") >= 2 + 2 * found.count("/BlockQuote")


def test_a_thin_month_is_one_page_and_the_rest_of_a_last_page_is_to_write_on() -> None:
    pages_of = {name: len(read(page(name, "nl")).pages) for name in ("first", "one_sided", "sparse", "silent", "rich")}
    assert pages_of == {"first": 1, "one_sided": 1, "sparse": 1, "silent": 1, "rich": 2}
    assert "Ruimte om te schrijven" in text_of(read(page("strained", "nl")))
    assert "Ruimte om te schrijven" not in text_of(read(page("one_sided", "nl")))


def test_a_second_page_says_what_it_belongs_to() -> None:
    first, second = read(page("strained", "nl")).pages
    assert second.extract_text().startswith("Jouw maart")
    assert first.extract_text().count("Jouw maart 2026") == 2, "its title and its footer"


def test_what_the_leader_tapped_stands_apart_from_what_was_recognised() -> None:
    (moves,) = [one for one in made("rich") if one.kind == "moves"]
    text = text_of(read(page("rich", "nl")))
    assert "Wat je zelf aantikte Nieuw inzicht 2× · herkend van eerder 1×" in text
    assert "antwoorden van 15 woorden of meer: gevoel 1" in text
    bare = replace(moves, feeling=0, own_role=0, effect=0, intention=0)
    text = text_of(read(pdf(tuple(bare if one == moves else one for one in made("rich")), "nl", LIBRARY)))
    assert "Wat je zelf aantikte" in text
    assert "herkend is" not in text


def test_what_the_leader_said_of_the_last_look_back_comes_after_this_one() -> None:
    text = text_of(read(page("rich", "nl")))
    assert text.index("Kwaliteiten in de vragen") < text.index("Wat je bij de vorige terugblik aantekende")
    assert "gaan voor de mijne" not in text
    assert "Wat je bij de vorige" not in text_of(read(pdf(said(""), "nl", LIBRARY)))


def test_titles_name_the_days_and_the_programme() -> None:
    assert text_of(read(page("first", "nl"))).startswith("Een eerste blik 16 dec – 8 jan ")
    (opened, *rest) = made("first")
    assert isinstance(opened, FirstLook)
    old = pdf((replace(opened, until=None), *rest), "nl", LIBRARY)
    assert text_of(read(old)).startswith("Een eerste blik december 2025 ")
    assert text_of(read(page("programme", "nl"))).startswith("Kennismaking van vier weken 2026 ")
    assert text_of(read(pdf(made("programme"), "nl", replace(LIBRARY, programmes={})))).startswith("Jouw traject 2026 ")


def test_fonts_are_inside_and_are_ours() -> None:
    document = read(pdf(said("gewoon, → ✓ 😀 Ω Я ∑"), "nl", LIBRARY))
    for page in document.pages:
        for font in page["/Resources"]["/Font"].values():
            (inner,) = font["/DescendantFonts"]
            assert str(font["/BaseFont"]).partition("+")[2].startswith(OURS)
            assert {"/FontFile2", "/FontFile3"} & set(inner.get_object()["/FontDescriptor"].get_object())


def test_the_same_findings_give_the_same_bytes() -> None:
    assert pdf(made("rich"), "nl", LIBRARY) == pdf(made("rich"), "nl", LIBRARY)


def test_its_name_tells_the_period_and_never_a_person() -> None:
    assert [file_name(made("rich"), language) for language in LANGUAGES] == [
        f"{STEMS[language]}-2026-01.pdf" for language in LANGUAGES
    ]
    assert file_name(made("silent"), "en") == "look-back-2026-01.pdf"
    assert file_name(made("first"), "nl") == "terugblik-2025-12-16.pdf"
    assert file_name(made("year"), "nl") == "terugblik-2026.pdf"
    assert file_name(made("programme"), "en") == "look-back-2026-01-06-2026-02-04.pdf"
    (opened, *rest) = made("year")
    assert isinstance(opened, Year)
    assert file_name((replace(opened, last=date(2027, 5, 31)), *rest), "en") == "look-back-2026-2027.pdf"


def test_an_intention_in_when_then_form_is_taken_over_and_any_other_gets_lines_to_become_one() -> None:
    assert "dan Eerste stap" not in text_of(read(pdf(said("Als het schuurt, vraag ik door."), "nl", LIBRARY)))
    assert "Als dan Eerste stap" in text_of(read(pdf(said("Ik vraag door."), "nl", LIBRARY)))
    assert "Voornemen Als dan Eerste stap" in text_of(read(pdf(said(""), "nl", LIBRARY)))


def plans(*opened: Meant, still_open: int = 0) -> Any:
    """The findings of a month in which these intentions are open."""
    changed = {"open": still_open or len(opened), "opened": opened, "one": opened[0].text if opened else ""}
    return tuple(replace(one, **changed) if isinstance(one, Intentions) else one for one in made("rich"))


def test_each_open_intention_has_a_plan_with_the_day_to_look_back_or_about_when() -> None:
    asked = Meant("Als het schuurt, vraag ik door.", date(2026, 2, 5))
    alone = "Voornemen Als het schuurt, vraag ik door. Eerste stap Wie helpt mij Ik kijk terug op 5 februari"
    assert alone in text_of(read(pdf(plans(asked), "nl", LIBRARY)))
    text = text_of(read(pdf(plans(asked, Meant("I wait.")), "en", LIBRARY)))
    assert "vraag ik door. First step Who helps me I look back on 5 February" in text
    assert "I wait. If then I First step Who helps me I look back in a week or two, on" in text


def test_what_the_plan_has_no_room_for_is_counted() -> None:
    meant = [Meant(f"Als het {n} is, dan wacht ik.") for n in range(3)]
    assert "Nog open" not in text_of(read(pdf(plans(*meant), "nl", LIBRARY)))
    assert "Nog open, met die van eerder: 5." in text_of(read(pdf(plans(*meant, still_open=5), "nl", LIBRARY)))


def test_findings_of_before_still_show_the_one_intention_they_have() -> None:
    old = tuple(replace(one, opened=()) if isinstance(one, Intentions) else one for one in made("rich"))
    assert "dan stel ik eerst een vraag. Eerste stap" in text_of(read(pdf(old, "nl", LIBRARY)))


def test_a_plan_to_share_has_none_of_the_words_and_no_day() -> None:
    text = text_of(read(pdf(plans(Meant(CANARY, date(2026, 2, 5)), Meant(CANARY)), "nl", LIBRARY, quotes=False)))
    assert CANARY not in text
    assert "5 februari" not in text
    assert "Voornemen Als dan Eerste stap Wie helpt mij Ik kijk terug over een week of twee, op" in text


def test_the_question_of_the_letter_comes_first() -> None:
    text = text_of(read(pdf(made("one_sided"), "en", LIBRARY)))
    assert isinstance(made("one_sided")[-1], Mirror)
    first, second = text.index("1. "), text.index("2. ")
    assert "Making room for others" in text[first:second]


def test_more_tensions_than_a_page_holds_are_told_of() -> None:
    found = made("rich")
    (tension, *_) = [one for one in found if isinstance(one, Tension)]
    many = tuple(replace(tension, dilemma=key) for key in list(LIBRARY.dilemmas)[:9])
    document = read(pdf((*(one for one in found if one.kind != "tension"), *many), "nl", LIBRARY))
    assert "De andere 3 staan in de brief." in text_of(document)
    assert len(document.pages) <= 3


def test_what_is_hidden_is_gone() -> None:
    found = made("rich")
    hidden = {name for one, name in zip(found, ids(found), strict=True) if isinstance(one, OwnWords | Tension)}
    document = read(pdf(found, "nl", LIBRARY, hidden=hidden))
    text = text_of(document)
    assert not [one.text for one in found if isinstance(one, OwnWords) and one.text in text]
    assert "Spanningen" not in text


def test_to_share_it_holds_no_own_word() -> None:
    found = (*said(CANARY), *(one for one in made("bilingual") if isinstance(one, Returning)), *strain())
    text = text_of(read(pdf(found, "nl", LIBRARY, quotes=False)))
    assert CANARY not in text
    assert "haast" not in text
    assert "zware tijd" not in text
    assert "Eigen woorden zijn weggelaten" in text
    assert "Spanningen" in text
    whole = text_of(read(pdf(found, "nl", LIBRARY)))
    assert all(word in whole for word in (CANARY, "haast", "zware tijd"))


def strain() -> Any:
    return tuple(one for one in made("steady") if one.kind == "strained")


@BOTH
def test_nothing_follows_from_nothing(language: str) -> None:
    opened = FirstLook(date(2026, 2, 1), 4, 2, ())
    (question,) = [one for one in made("first") if isinstance(one, Mirror)]
    assert len(read(pdf((opened, question), language, LIBRARY)).pages) == 1


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_the_library_holds_it_comes_out_and_meets_the_standard(text: str) -> None:
    made_of = pdf(made("rich"), "nl", hostile_library(text))
    assert CLAIMS in read(made_of).trailer["/Root"]["/Metadata"].get_data()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_somebody_wrote_it_comes_out_and_stays_text(text: str) -> None:
    document = read(pdf(said(text[:4096]), "en", LIBRARY))
    assert CLAIMS in document.trailer["/Root"]["/Metadata"].get_data()


signs = st.one_of(
    st.characters(),  # all of Unicode, lone surrogates too
    st.sampled_from(sorted(map(chr, frozenset().union(*alphabets())))),
    st.characters(categories=["Mn", "Mc", "Me", "Cc", "Cf", "Co", "Cn", "Cs"]),
    st.sampled_from("a 1\u200d\ufe0f\ufe0e\u20e3\u0301\u0308👍🏽👩🏳🌈🇳🇱\u05d0\u0627\u202e"),
)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(signs, max_size=64).map("".join).map(lambda some: (some * 4096)[: 4096 if some else 0]))
def test_with_4096_of_any_signs_there_is_always_a_summary(text: str) -> None:
    document = read(pdf(said(text), "nl", LIBRARY))
    assert CLAIMS in document.trailer["/Root"]["/Metadata"].get_data()


@given(st.text(signs, max_size=200))
@settings(deadline=None, derandomize=True)
def test_printing_twice_changes_nothing_more_and_never_hides_that_something_is_missing(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    missing = [sign for sign in text if unicodedata.category(sign)[0] in "LNS" and not drawn(sign)]
    assert not missing or UNKNOWN in once


def drawn(sign: str) -> bool:
    return any(ord(sign) in alphabet for alphabet in alphabets())


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("gewoon een zin, met é en €", "gewoon een zin, met é en €"),
        ("ontcijfer: שלום 日本", "ontcijfer: □□□□ □□"),
        ("a\u0301 e\u0308", "a\u0301 e\u0308"),
        ("x\u0e31 y", "x□ y"),
        ("\u0301los", "□los"),
        ("nul\x00nul", "nul nul"),
        ("zacht\u00adteken \u200bnul \ufeffbreed", "zachtteken nul breed"),
        ("👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 1️⃣ 🇳🇱", "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 1️⃣ 🇳🇱"),
        ("half \ud800 teken", "half □ teken"),
        ("eigen \ue000 gebied", "eigen □ gebied"),
        ("z\u0335\u0336\u0337\u0338z", "z□z"),
        ("", ""),
    ],
)
def test_a_sign_without_a_glyph_is_replaced_where_the_eye_sees_it(text: str, printed: str) -> None:
    assert printable(text) == printed


def test_a_word_that_is_longer_than_a_line_can_be_broken() -> None:
    assert printable("a" * 70) == "\u200b".join(["a" * 30, "a" * 30, "a" * 10])
    assert printable("a" * 30) == "a" * 30
    assert MOST_MARKS == 3


def test_every_sign_that_a_font_is_said_to_have_is_really_drawn() -> None:
    every = " ".join(map(chr, sorted(frozenset().union(*alphabets()))))
    data = {
        "title": "t",
        "aside": "",
        "name": "n",
        "footer": "",
        "lead": [],
        "words": WORDS,
        "fitted": False,
        "long": True,
    }
    made_of = press.document("letter", {**data, "rows": [[{"title": "p", "blocks": [plan(printable(every))]}]]})
    assert CLAIMS in read(made_of).trailer["/Root"]["/Metadata"].get_data()


def test_even_what_slips_through_is_printed_though_it_no_longer_claims_the_standard() -> None:
    data = {"title": "\u05d0", "aside": "", "name": "n", "footer": "", "lead": [], "words": WORDS, "rows": []}
    document = read(press.document("letter", {**data, "fitted": False, "long": False}))
    assert CLAIMS not in document.trailer["/Root"]["/Metadata"].get_data()
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]


WORDS = {"language": "nl", "page": "p", "now": "", "before": "", "answered": "", "open": "", "notes": ""}


def plan(given: str) -> dict[str, Any]:
    return {"kind": "plan", "plans": [{"label": "", "given": given, "asks": [], "fields": []}]}


def test_no_text_becomes_markup() -> None:
    text = '#panic("x") *vet* _schuin_ $ 1/0 $ = kop \\ #image("x.png") <label> @ref'
    assert json.loads(json.dumps(text)) in text_of(read(pdf(said(text), "nl", LIBRARY)))


@BOTH
@pytest.mark.parametrize("quotes", [True, False])
@pytest.mark.parametrize("made_of", [made("year"), made("programme"), year(full_year(), LIBRARY)], ids=lambda _: "")
def test_a_year_and_a_programme_are_one_page_each(made_of: Findings, quotes: bool, language: Language) -> None:
    document = read(pdf(made_of, language, LIBRARY, quotes=quotes))
    assert len(document.pages) == 1
    assert CLAIMS in document.trailer["/Root"]["/Metadata"].get_data()
    assert "1 / 1" not in text_of(document), "a page by itself needs no number"


def test_what_is_too_much_for_one_page_takes_another_rather_than_become_too_small_to_read() -> None:
    (opened, *rest) = year(full_year(), LIBRARY)
    long = tuple(replace(one, text=f"{one.text} " * 3) if isinstance(one, OwnWords) else one for one in rest)
    document = read(pdf((opened, *long), "nl", LIBRARY))
    assert len(document.pages) == 2
    assert "2 / 2" in text_of(document)


def test_over_a_year_the_months_stand_at_the_places_of_a_tension() -> None:
    text = text_of(read(pdf(year(full_year(), LIBRARY), "nl", LIBRARY)))
    assert "jan apr jul okt" in text
    assert "Op een lijn van 1 tot 7" not in text
    assert "36 van 37" in text, "more dots than there is room for become a figure"


def test_no_line_holds_one_short_word_alone() -> None:
    assert unbroken("Zij namen het over") == "Zij namen het\u00a0over"
    assert unbroken("over") == "over"
    assert unbroken("wij en de verantwoordingsplicht") == "wij en de verantwoordingsplicht"
    assert unbroken("") == ""
