"""The printed invitation: who invites to what, what is promised, and a code that leads to the link."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import A4, OURS, elements, fonts, keeps_the_standard, kinds, read, text_of

from dialogues.library import library
from dialogues.model import LANGUAGES, Language
from summaries.invitation import Invite, Page, invitation
from summaries.invitation.pdf import pdf

LIBRARY = library()
BOTH = pytest.mark.parametrize("language", LANGUAGES)
LINK = "https://t.me/weerklank_demo_bot?start=kT7w2QpLx9Zr4VbN-_0OIl1"
INVITE = Invite("Voorjaarsgroep", "Twaalf weken", "Marijke de Wit", LINK, date(2026, 12, 31))


def page(language: Language = "nl", **other: Any) -> Page:
    return invitation(replace(INVITE, **other), language, LIBRARY)


@BOTH
def test_it_says_who_invites_to_what_and_until_when(language: Language) -> None:
    made = page(language)
    assert made.name == "Twaalf weken"
    assert "Marijke de Wit" in made.host
    assert "Voorjaarsgroep" in made.host
    assert {"nl": "31 december 2026", "en": "31 December 2026"}[language] in made.until
    assert page(language, until=None).until == ""


@BOTH
def test_it_says_what_the_facilitator_sees_and_never_sees_by_name(language: Language) -> None:
    made = page(language)
    assert all("Marijke de Wit" in listed.title for listed in (made.sees, made.unseen))
    never = " ".join(made.unseen.items)
    assert all(
        word in never for word in {"nl": ("schrijft", "staat", "overslaat"), "en": ("write", "stand", "skip")}[language]
    )


PROMISED = {
    "nl": (
        "vijf",
        "werkgever",
        "partners",
        "begin tot eind versleuteld",
        "namen of geheimen",
        "geen coach, therapeut of",
    ),
    "en": ("five", "employer", "partners", "end-to-end encrypted", "names or secrets", "not a coach"),
}


@BOTH
def test_it_promises_what_the_bot_says_before_anyone_agrees(language: Language) -> None:
    consent, made = LIBRARY.messages["consent"].text[language], page(language)
    said = " ".join((*made.sees.items, *made.unseen.items, *made.promises.items))
    assert [words for words in PROMISED[language] if words not in said] == []
    assert [words for words in PROMISED[language] if words not in consent] == []


@BOTH
def test_nothing_is_left_to_fill_in(language: Language) -> None:
    made = page(language)
    every = [made.host, made.until, made.code_said, made.sees.title, made.unseen.title, *made.sees.items]
    assert not re.search(r"[{}]", " ".join([*every, *made.about, *made.promises.items]))
    assert len(made.steps) == 3


def test_both_languages_carry_the_same_parts() -> None:
    dutch, english = page("nl"), page("en")
    for part in ("about", "steps", "code"):
        assert len(getattr(dutch, part)) == len(getattr(english, part))
    for part in ("sees", "unseen", "promises"):
        assert len(getattr(dutch, part).items) == len(getattr(english, part).items)
        assert getattr(dutch, part).title != getattr(english, part).title


def test_the_code_is_the_link_in_squares() -> None:
    rows = page().code
    assert rows == tuple("".join(map(str, row)) for row in segno.make_qr(LINK, error="m").matrix)
    assert {len(row) for row in rows} == {len(rows)}
    finder = ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")
    assert tuple(row[:7] for row in rows[:7]) == tuple(row[-7:] for row in rows[:7]) == finder
    assert LINK in page().code_said


def test_a_link_that_no_code_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        page(link="https://example.org/" + "a" * 2400)


def test_the_link_stays_out_of_every_repr() -> None:
    assert "kT7w2QpL" not in repr(INVITE) + repr(page())


# On paper.


@BOTH
def test_on_paper_it_is_one_a4_page_that_can_be_read_aloud(language: Language) -> None:
    document = read(pdf(page(language)))
    assert [tuple(round(float(edge)) for edge in one.mediabox) for one in document.pages] == [A4]
    assert keeps_the_standard(document)
    assert document.trailer["/Root"]["/Lang"] == language
    found = kinds(document)
    assert [kind for kind in found if re.fullmatch(r"/H\d", kind)] == ["/H1", "/H2", "/H2", "/H2", "/H2"]
    (figure,) = (one for one in elements(document) if one.get("/S") == "/Figure")
    assert str(figure["/Alt"]) == page(language).code_said


@BOTH
def test_all_of_it_stands_on_the_paper(language: Language) -> None:
    made = page(language)
    text = text_of(read(pdf(made)))
    listed = [said for one in (made.sees, made.unseen, made.promises) for said in (one.title, *one.items)]
    steps = [said for step in made.steps for said in (step.title, step.text)]
    for said in (
        made.title,
        made.name,
        made.host,
        *made.about,
        made.join,
        made.link,
        made.until,
        made.footer,
        *listed,
        *steps,
    ):
        assert said in text


def test_the_link_can_be_followed_and_copied_as_it_is() -> None:
    document = read(pdf(page()))
    (target,) = {str(note.get_object()["/A"]["/URI"]) for note in document.pages[0]["/Annots"]}
    assert target == LINK
    assert LINK in text_of(document)


def test_a_long_link_gets_smaller_and_stays_on_one_line() -> None:
    long = LINK + "x" * 40
    document = read(pdf(page(link=long)))
    assert len(document.pages) == 1
    assert long in document.pages[0].extract_text()


def test_only_our_own_fonts_are_used_and_embedded() -> None:
    used = fonts(read(pdf(page())))
    assert used
    assert all(embedded and name.startswith(OURS) for name, embedded in used)


def test_the_same_page_gives_the_same_bytes() -> None:
    assert pdf(page()) == pdf(page())


signs = st.characters() | st.sampled_from("a 1\u200d\ufe0f\u20e3\u0301👍🏽🏳🇳🇱\u05d0\u0627\u202e#*_$\\<@")


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.text(signs, max_size=120), st.text(signs, max_size=60), st.text(signs, max_size=60))
def test_with_any_signs_in_any_name_there_is_an_invitation(group: str, programme: str, facilitator: str) -> None:
    document = read(pdf(page(group=group, programme=programme, facilitator=facilitator)))
    assert keeps_the_standard(document)


def test_names_as_long_as_they_come_stay_on_the_page() -> None:
    document = read(
        pdf(page(group="Groep " * 20, programme="Een heel lang traject " * 4, facilitator="Van der Lange " * 5))
    )
    assert len(document.pages) == 1
    assert keeps_the_standard(document)


def test_a_link_with_odd_signs_is_still_printed() -> None:
    assert keeps_the_standard(read(pdf(page(link="https://voorbeeld.nl/\u05d0\x07é"))))
