import time

import pytest

from dialogues.answers import privacy


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


@pytest.mark.parametrize("name", ["Kwame", "Raj", "Marcus", "Dolores", "Scott", "Diego", "Otto", "Marie", "Li", "An"])
def test_a_first_name_that_a_dictionary_knows_is_a_name_all_the_same(name):
    assert privacy.has_name(f"Toen vroeg ik {name} om hulp.")
    assert privacy.has_name(f"I waited for {name}'s answer.")
    assert privacy.has_name(f"I think {name}'ll answer.")


@pytest.mark.parametrize(
    "text",
    [
        "An hour later it was quiet.",
        "Wei en weiland liggen er mooi bij.",
        "Daardoor liep het uit.",
        "Op maandag in Utrecht.",
        "De AVG geldt.",
        "Will it last?",
        "Subsidieverleningsdruk helpt niet.",
        "",
        "They're late. We've been waiting. She'd gone home, and You'll hear.",
    ],
)
def test_other_capitals_are_no_names(text):
    assert not privacy.has_name(text)


def test_a_role_takes_the_place_of_a_name_everywhere():
    text = "Ik sprak Jan Jansen en Sanne de Vries. Jan was boos, Jan Jansen ook."
    assert privacy.replaced(text, "nl") == "Ik sprak partner A en partner B. partner A was boos, partner A ook."


def test_a_colleague_stays_a_colleague():
    assert privacy.replaced("Mijn collega Jan Jansen belde.", "nl") == "Mijn collega A belde."
    assert privacy.replaced("My manager Sarah Johnson called.", "en") == "My manager A called."
    assert privacy.replaced("partner Jan Jansen belde", "nl") == "Partner A belde"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik sprak mevrouw Jansen aan.", "Ik sprak partner A aan."),
        ("Mevr. De Wit en dhr. Bakker kwamen.", "Partner A en partner B kwamen."),
        ("De heer J. de Vries zweeg. De Vries ging weg.", "Partner A zweeg. Partner A ging weg."),
        ("prof. dr. J.P. Visser sprak", "Partner A sprak"),
        ("Mevrouw Karin van Vliet belde; Karin huilde.", "Partner A belde; partner A huilde."),
        ("meneer Jansen van Stichting Thuis", "Partner A van Stichting Thuis"),
        ("I met Mrs Jansen, Mr. Baker and Dr Jones.", "I met partner A, partner B and partner C."),
        ("Ik belde pastoor Bakker.", "Ik belde pastoor A."),
        ("Wethouder Smit en burgemeester Aboutaleb", "Wethouder A en burgemeester B"),
        ("Mijn collega Karin zei niets. Karin ging.", "Mijn collega A zei niets. Collega A ging."),
        ("Toen zei Farida's zus iets tegen Ben.", "Toen zei partner A's zus iets tegen partner B."),
        ("I miss Anna.", "I miss partner A."),
        ("Karin Smit en mevrouw Smit", "Partner A en partner A"),
    ],
)
def test_a_name_goes_with_its_form_of_address_and_a_role_stays(text, expected):
    assert privacy.replaced(text, "nl") == expected
    assert not privacy.left(expected)


@pytest.mark.parametrize(
    "text",
    [
        "De wethouder Financiën en minister Sociale Zaken",
        "Ja, meneer de Voorzitter.",
        "Onze manager Bedrijfsvoering en de directeur Wonen",
        "I miss London. MS Teams was down.",
        "de burgemeester van Utrecht",
        "Mijn collega's van Operations",
    ],
)
def test_what_follows_a_role_and_is_no_name_stays(text):
    assert privacy.replaced(text, "nl") == text


def test_who_is_named_in_several_pieces_has_one_role_in_all():
    pieces = ["Ik sprak mevrouw Jansen.", "Meneer Smit was erbij.", "Jansen werd boos."]
    told = privacy.replaced_in(pieces, "nl")
    assert told == ["Ik sprak partner A.", "Partner B was erbij.", "Partner A werd boos."]


def test_what_may_still_be_a_name_is_seen():
    assert privacy.left("Toen zei Xylofa niets.")
    assert privacy.left("bel 06-12345678")
    assert not privacy.left("Daardoor liep het uit.")


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
    assert time.process_time() - started < 20  # seconds, however slow the machine


def test_a_role_that_opens_a_sentence_has_its_capital():
    text = "Mijn collega Karin zweeg. Karin keek weg, en Smit ook."
    assert privacy.replaced(text, "nl").startswith("Mijn collega A zweeg. Collega A keek weg")
    assert privacy.replaced("Pieter Smit zweeg.", "nl") == "Partner A zweeg."
