import time

import pytest

from dialogues import privacy


def found(text):
    return [(each.kind, text[each.start : each.end]) for each in privacy.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mail naar sanne.d@voorbeeld.nl graag.", [("email", "sanne.d@voorbeeld.nl")]),
        ("Bel 06-12345678 of +32 470 12 34 56.", [("phone", "06-12345678"), ("phone", "+32 470 12 34 56")]),
        ("Op (020) 123 45 67 is hij bereikbaar", [("phone", "(020) 123 45 67")]),
        ("Maak over naar NL91 ABNA 0417 1643 00 en klaar", [("iban", "NL91 ABNA 0417 1643 00")]),
        ("nl91abna0417164300", [("iban", "nl91abna0417164300")]),
        ("BE68 5390 0754 7034", [("iban", "BE68 5390 0754 7034")]),
        ("Haar nummer is 111222333.", [("bsn", "111222333")]),
        ("Haar nummer is 1112.22.333.", [("bsn", "1112.22.333")]),
        ("Ik sprak Jan Jansen.", [("name", "Jan Jansen")]),
        ("Gisteren belde Sanne de Vries op.", [("name", "Sanne de Vries")]),
        (
            "Ahmed El Idrissi en Wim van der Berg-Smit",
            [("name", "Ahmed El Idrissi"), ("name", "Wim van der Berg-Smit")],
        ),
        ("Fatoumata Diallo kwam ook.", [("name", "Fatoumata Diallo")]),
        ("Mark de Bruin belde.", [("name", "Mark de Bruin")]),
        ("Mark Hoekzema belde.", [("name", "Mark Hoekzema")]),
        ("I met Sarah Johnson there.", [("name", "Sarah Johnson")]),
    ],
)
def test_data_of_others_is_found(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vorige Week was druk.",
        "Maandag Karin gebeld.",
        "De Raad van Toezicht en het Rode Kruis kwamen.",
        "In Den Haag en New York.",
        "Stichting Welzijn Noord deed mee.",
        "Het budget is 10.000.000 euro op 01-02-2026.",
        "Nummer 111222334 klopt niet.",
        "ABCD1234567890123456",
        "Bel 0800 113.",
        "Will Monday work for you?",
        "Will Street be next?",
        "Annual Report Draft",
        "Bij Jan thuis.",
    ],
)
def test_what_looks_like_data_of_others_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["000000000", "NL91 ABNA 0417 1643 01", "NLAB 1234 5678 9012 34", "NL91abna04171643"])
def test_a_number_that_fails_its_check_is_no_bsn_or_account(text):
    assert not {"bsn", "iban"} & {kind for kind, _ in found(text)}


@pytest.mark.parametrize(
    "text",
    ["Toen zei Farida niets.", "Farida zei niets.", "Met Jan erbij.", "Ik vroeg Grace om hulp.", "Nadia's pen lag er."],
)
def test_a_first_name_is_noticed(text):
    assert privacy.has_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Daardoor liep het uit.",
        "Op maandag in Utrecht.",
        "De AVG geldt.",
        "Will it last?",
        "Subsidieverleningsdruk helpt niet.",
        "",
    ],
)
def test_other_capitals_are_no_names(text):
    assert not privacy.has_name(text)


def test_a_role_takes_the_place_of_a_name_everywhere():
    text = "Ik sprak Jan Jansen en Sanne de Vries. Jan was boos, Jan Jansen ook."
    assert privacy.replaced(text, "nl") == "Ik sprak partner A en partner B. partner A was boos, partner A ook."


def test_a_colleague_stays_a_colleague():
    assert privacy.replaced("Mijn collega Jan Jansen belde.", "nl") == "Mijn collega A belde."
    assert privacy.replaced("My manager Sarah Johnson called.", "en") == "My manager colleague A called."
    assert privacy.replaced("partner Jan Jansen belde", "nl") == "partner A belde"


def test_other_data_is_named_by_its_kind():
    text = "Mail jan@voorbeeld.nl, bel 06-12345678, NL91ABNA0417164300, 111222333."
    assert (
        privacy.replaced(text, "nl")
        == "Mail [e-mailadres], bel [telefoonnummer], [rekeningnummer], [burgerservicenummer]."
    )
    assert privacy.replaced("Call 06-12345678", "en") == "Call [phone number]"


def test_a_text_without_data_stays_as_it_is():
    assert privacy.replaced("Niets aan de hand.", "nl") == "Niets aan de hand."


@pytest.mark.parametrize("text", ["Aa " * 1400, "A" * 4096, "0 " * 2048, "NL91" * 1024, "a@" * 2048, "Jan van " * 500])
def test_odd_texts_take_no_long_time(text):
    started = time.process_time()
    privacy.find(text)
    privacy.has_name(text)
    assert time.process_time() - started < 2
