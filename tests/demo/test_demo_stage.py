import socket

import pytest

from bot.demo import stage
from bot.demo.play import _empty, _refuse_company
from bot.opening import StartError


def test_what_was_said_before_shrinks_to_its_beginning():
    gist = stage.Gist()
    welcome = "Welcome to this small and quiet group of people.\n\nThere is no right or wrong answer here."
    assert gist.of(welcome) == welcome.replace("\n\n", "\n")
    assert gist.of(welcome).endswith(" …")
    assert len(gist.of(welcome)) < len(welcome)


def test_what_is_new_in_a_message_is_shown_without_what_is_not():
    gist = stage.Gist()
    gist.of("Thank you.\n\nTwo taps, if you like.")
    assert gist.of("Well said.\n\nTwo taps, if you like.") == "Well said."


def test_a_long_message_shows_its_beginning_even_the_first_time():
    shown = stage.Gist().of("word " * 500)
    assert shown.endswith(" …")
    assert len(shown) < 100


@pytest.mark.parametrize("words", ["short", "two words"])
def test_a_short_beginning_is_whole(words):
    assert stage.beginning(words) == words


def test_a_second_demo_in_the_same_folder_is_refused_while_the_first_is_at_work(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as first:
        url = f"http://127.0.0.1:{first.getsockname()[1]}"
        _empty(tmp_path / "demo", url)
        with pytest.raises(StartError, match="at work already"):
            _refuse_company(tmp_path / "demo")
    _refuse_company(tmp_path / "demo")


def test_a_new_demo_throws_away_what_an_earlier_one_made(tmp_path):
    _empty(tmp_path / "demo", "")
    (tmp_path / "demo" / "tom.txt").write_text("old")
    _empty(tmp_path / "demo", "")
    assert not (tmp_path / "demo" / "tom.txt").exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "tom.txt").write_text("precious")
    for _ in range(2):
        with pytest.raises(StartError, match="no demo made"):
            _empty(tmp_path, "")
    assert (tmp_path / "tom.txt").read_text() == "precious"
