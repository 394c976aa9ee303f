"""The vault gives back what it was given, to the same place and key only."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.vault import Closed, Key, Place, Unreadable, Vault, seal, seal_text, unseal, unseal_text

KEY = Key(1, bytes(range(32)))
PLACE = Place("answer", 17, "text")
HIGH, LOW = chr(0xD83D), chr(0xDE00)  # halves of an emoji, which no text should hold alone
# Any string Python can hold: emoji, NUL and lone surrogates included, which the default alphabet leaves out.
any_text = st.text(st.characters(codec=None, exclude_categories=()))


@given(any_text)
def test_any_text_comes_back_as_it_was(text):
    assert unseal_text(KEY, PLACE, seal_text(KEY, PLACE, text)) == text


@pytest.mark.parametrize("text", ["😀" * 4_096, "\0", HIGH, LOW + HIGH, HIGH + LOW, "مرحبا", "{{ 7*7 }}", ""])
def test_awkward_texts_come_back_as_they_were(text):
    assert unseal_text(KEY, PLACE, seal_text(KEY, PLACE, text)) == text


def test_an_envelope_names_its_version_and_key_and_adds_31_bytes():
    envelope = seal(KEY, PLACE, b"words")
    assert envelope[:3] == b"\x01\x00\x01"
    assert len(envelope) == len(b"words") + 31


def test_the_same_words_never_look_the_same_twice():
    assert len({seal(KEY, PLACE, b"words") for _ in range(100)}) == 100


@pytest.mark.parametrize(
    "elsewhere", [Place("answer_edit", 17, "text"), Place("answer", 18, "text"), Place("answer", 17, "facts")]
)
def test_an_envelope_that_was_moved_is_refused(elsewhere):
    with pytest.raises(Unreadable):
        unseal(KEY, elsewhere, seal(KEY, PLACE, b"words"))


@given(st.integers(0, 35), st.integers(1, 255))
def test_an_envelope_with_any_byte_changed_is_refused(position, flip):
    envelope = bytearray(seal(KEY, PLACE, b"words"))
    envelope[position] ^= flip
    with pytest.raises(Unreadable):
        unseal(KEY, PLACE, bytes(envelope))


@given(st.binary(max_size=60))
def test_what_is_no_envelope_is_refused(rubbish):
    with pytest.raises(Unreadable):
        unseal(KEY, PLACE, rubbish)


def test_another_key_and_another_key_version_open_nothing():
    envelope = seal(KEY, PLACE, b"words")
    for other in (Key(1, bytes(32)), Key(2, KEY.secret)):
        with pytest.raises(Unreadable):
            unseal(other, PLACE, envelope)


def test_a_personal_key_opens_only_for_its_person_under_its_master():
    key, wrapped = Vault(b"m" * 32).new_key(7)
    assert Vault(b"m" * 32).unwrap(7, 1, wrapped) == key
    for vault, leader in ((Vault(b"m" * 32), 8), (Vault(b"n" * 32), 7)):
        with pytest.raises(Unreadable):
            vault.unwrap(leader, 1, wrapped)


def test_every_person_gets_another_key():
    assert len({Vault(b"m" * 32).new_key(7)[0].secret for _ in range(50)}) == 50


def test_a_master_key_of_another_length_is_refused_without_showing_it():
    with pytest.raises(ValueError, match="32 bytes") as refusal:
        Vault(b"too short")
    assert "too short" not in str(refusal.value)


def test_no_secret_shows_in_a_repr():
    vault = Vault(b"m" * 32)
    key, _ = vault.new_key(7)
    shown = repr(key) + repr(vault) + repr(vault.installation)
    assert repr(key.secret) not in shown
    assert repr(vault.installation.secret) not in shown
    assert "mmmm" not in shown


def test_a_token_is_the_same_for_a_name_another_for_another_and_fits_a_deep_link():
    vault = Vault(b"m" * 32)
    assert vault.token("invite:1") == Vault(b"m" * 32).token("invite:1")
    assert len({vault.token("invite:1"), vault.token("invite:2"), Vault(b"n" * 32).token("invite:1")}) == 3
    assert len(base64.urlsafe_b64decode(vault.token("invite:1"))) * 8 >= 128
    assert len(vault.token("invite:1")) <= 64
    assert "=" not in vault.token("invite:1")


@pytest.mark.parametrize(
    "use",
    [
        lambda vault: vault.new_key(1),
        lambda vault: vault.token("invite:1"),
        lambda vault: vault.unwrap(1, 1, b""),
        lambda vault: vault.installation,
    ],
)
def test_a_closed_vault_opens_and_makes_nothing(use):
    with pytest.raises(Unreadable, match="no master key"):
        use(Closed())
