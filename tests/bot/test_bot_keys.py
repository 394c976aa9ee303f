import base64
import stat

import pytest

from bot import keys
from bot.keys import Absent, Found, find, make
from bot.settings import Settings, SettingsError

SECRET = bytes(range(32))
CANARY = "canary" * 9


def settings(tmp_path, **values):
    return Settings.model_validate({"data": tmp_path, **values})


@pytest.mark.parametrize(
    "text",
    [
        SECRET.hex(),
        SECRET.hex().upper(),
        base64.b64encode(SECRET).decode(),
        base64.b64encode(SECRET).decode().rstrip("="),
        base64.urlsafe_b64encode(b"\xfb\xff" * 16).decode(),
        f" {SECRET.hex()}\n",
    ],
)
def test_a_key_may_be_written_as_base64_or_hexadecimal(tmp_path, text):
    found = find(settings(tmp_path, master_key=text))
    assert len(found.secret) == 32
    assert found.source == "WEERKLANK_MASTER_KEY"


@pytest.mark.parametrize("text", [CANARY, "00" * 31, "00" * 33, base64.b64encode(SECRET[:31]).decode(), "é" * 44])
def test_a_key_of_another_size_or_form_is_refused_without_being_shown(tmp_path, text):
    with pytest.raises(SettingsError) as caught:
        find(settings(tmp_path, master_key=text))
    assert caught.value.problems == ("WEERKLANK_MASTER_KEY must hold 32 bytes as base64 or hexadecimal.",)


def test_a_configured_file_must_be_there(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        find(settings(tmp_path, master_key_file=tmp_path / "gone"))


def test_a_file_that_holds_no_text_is_refused(tmp_path):
    (tmp_path / "k").write_bytes(b"\xff" * 32)
    with pytest.raises(SettingsError, match="cannot be read"):
        find(settings(tmp_path, master_key_file=tmp_path / "k"))


def test_without_any_key_it_is_told_where_one_would_be(tmp_path):
    assert find(settings(tmp_path)) == Absent(tmp_path / "master.key")


def test_a_new_key_is_for_its_owner_only_and_found_again(tmp_path):
    folder = tmp_path / "deep"
    made = make(folder / "master.key")
    assert stat.S_IMODE((folder / "master.key").stat().st_mode) == 0o600
    assert find(settings(folder)) == made
    assert [path.name for path in folder.iterdir()] == ["master.key"]


def test_a_key_that_is_there_is_never_written_over(tmp_path):
    first = make(tmp_path / "master.key")
    assert make(tmp_path / "master.key") == first


def test_an_own_file_that_was_damaged_stops_the_search(tmp_path):
    (tmp_path / keys.OWN_FILE).write_text("")
    with pytest.raises(SettingsError, match="32 bytes"):
        find(settings(tmp_path))


def test_a_key_does_not_print():
    assert "secret" not in repr(Found(b"secret" * 6, "x"))
