"""Finding a time zone by what a leader calls the place, and naming it."""

from zoneinfo import ZoneInfo, available_timezones

import pytest

from dialogues.asking import zones


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Europe/Amsterdam", "Europe/Amsterdam"), ("europe/amsterdam", "Europe/Amsterdam"), ("UTC", "UTC"),
        ("Amsterdam", "Europe/Amsterdam"), ("Den Haag", "Europe/Amsterdam"), ("the hague", "Europe/Amsterdam"),
        ("Utrecht", "Europe/Amsterdam"), ("’s-Hertogenbosch", "Europe/Amsterdam"), ("Utrecht, NL", "Europe/Amsterdam"),
        (" in Utrecht ", "Europe/Amsterdam"), ("Brussel", "Europe/Brussels"), ("Brussels", "Europe/Brussels"),
        ("Luik", "Europe/Brussels"), ("liege", "Europe/Brussels"), ("Londen", "Europe/London"),
        ("London", "Europe/London"),
        ("Parijs", "Europe/Paris"), ("PARIS", "Europe/Paris"), ("Rome", "Europe/Rome"), ("Wenen", "Europe/Vienna"),
        ("Kopenhagen", "Europe/Copenhagen"), ("Kaapstad", "Africa/Johannesburg"), ("Cape Town", "Africa/Johannesburg"),
        ("Nairobi", "Africa/Nairobi"), ("Addis Abeba", "Africa/Addis_Ababa"), ("New York", "America/New_York"),
        ("new-york", "America/New_York"), ("São Paulo", "America/Sao_Paulo"), ("Curaçao", "America/Curacao"),
        ("Tokio", "Asia/Tokyo"), ("Kenia", "Africa/Nairobi"), ("Kenya", "Africa/Nairobi"),
        ("België", "Europe/Brussels"),
        ("Ik woon in Gent.", "Europe/Brussels"), ("I'm in Cape Town", "Africa/Johannesburg"),
        ("I live in York (UK)", "Europe/London"), ("bij Goma", "Africa/Lubumbashi"), ("Mumbai", "Asia/Kolkata"),
        ("Jeruzalem", "Asia/Jerusalem"), ("Moskou", "Europe/Moscow"), ("Kyoto", "Asia/Tokyo"),
        ("Christchurch", "Pacific/Auckland"), ("Dallas", "America/Chicago"), ("Neurenberg", "Europe/Berlin"),
        ("Duitsland", "Europe/Berlin"), ("Nederland", "Europe/Amsterdam"), ("Lord Howe", "Australia/Lord_Howe"),
    ],
)  # fmt: skip
def test_a_place_is_found_as_people_write_it(words, zone):
    assert zones.find(words) == zone


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        ",",
        "Lutjebroek aan Zee",
        "9:15",
        "dinsdag",
        "localtime",
        "Verenigde Staten",
        "in ",
        "nice",
        "ik woon in",
    ],
)
def test_what_is_no_place_or_no_single_zone_is_not_found(words):
    assert zones.find(words) is None


def test_every_place_leads_to_a_zone_that_exists():
    found = {zones.find(town) for towns in zones.TOWNS.values() for town in towns}
    assert found == set(zones.TOWNS)
    assert len({town for towns in zones.TOWNS.values() for town in towns}) > 500
    assert {ZoneInfo(zone).key for zone in zones._places().values()} <= available_timezones()


@pytest.mark.parametrize(
    ("zone", "language", "label"),
    [
        ("Europe/Brussels", "nl", "Brussel"), ("Europe/Brussels", "en", "Brussels"),
        ("Europe/Amsterdam", "nl", "Amsterdam"),
        ("Europe/London", "nl", "Londen"), ("America/New_York", "en", "New York"),
        ("America/Argentina/Buenos_Aires", "nl", "Buenos Aires"), ("UTC", "en", "UTC"),
    ],
)  # fmt: skip
def test_a_zone_is_named_after_its_city_in_the_leaders_language(zone, language, label):
    assert zones.label(zone, language) == label


def test_every_zone_that_can_be_found_has_a_readable_name():
    for zone in set(zones._places().values()):
        for language in ("nl", "en"):
            assert zones.label(zone, language).replace("_", "/").isprintable()
            assert not {"/", "_"} & set(zones.label(zone, language))


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/London", "gb"),
        ("Europe/Amsterdam", "nl"),
        ("Europe/Dublin", "ie"),
        ("Asia/Tokyo", "jp"),
        ("UTC", ""),
        ("Etc/UTC", ""),
    ],
)
def test_a_zone_lies_in_a_country_or_in_none(zone, country):
    assert zones.territory(zone) == country
