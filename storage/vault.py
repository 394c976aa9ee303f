"""The vault: AES-256-GCM with a key per person, each wrapped by the master key, every word bound to its own place."""

import base64
import hmac
import os
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import select

from storage import tables
from storage.sql import add_once

if TYPE_CHECKING:  # the session carries a vault, so at run time only the session knows the other
    from storage.session import Session

KEY_BYTES = 32
_NONCE_BYTES = 12
_TOKEN_BYTES = 24
_HEADER = struct.Struct(">BH")  # envelope version, key version
_ENVELOPE = 1
_START = _HEADER.size + _NONCE_BYTES
_CHECK = b"weerklank"


class Unreadable(ValueError):  # noqa: N818 - it says what is the case
    """The envelope was damaged, moved to another place, or sealed with another key."""


@dataclass(frozen=True, slots=True)
class Key:
    """A secret of 32 bytes and its version, which every envelope names."""

    version: int
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed word lives; an envelope opens nowhere else."""

    table: str
    row: int
    column: str


def seal(key: Key, place: Place, content: bytes) -> bytes:
    """An envelope: version byte, key version (2 bytes), nonce (12), ciphertext and tag (16 more than the content)."""
    nonce = os.urandom(_NONCE_BYTES)
    header = _HEADER.pack(_ENVELOPE, key.version)
    return header + nonce + AESGCM(key.secret).encrypt(nonce, content, _bound_to(place, key.version))


def unseal(key: Key, place: Place, envelope: bytes) -> bytes:
    """The content of an envelope; raises Unreadable when the place, the key or the bytes are not the ones sealed."""
    if len(envelope) < _START or _HEADER.unpack_from(envelope) != (_ENVELOPE, key.version):
        raise Unreadable("A sealed value has an unknown envelope or another key.")
    nonce, sealed = envelope[_HEADER.size : _START], envelope[_START:]
    try:
        return AESGCM(key.secret).decrypt(nonce, sealed, _bound_to(place, key.version))
    except InvalidTag:
        raise Unreadable("A sealed value does not belong here or was changed.") from None


def seal_text(key: Key, place: Place, text: str) -> bytes:
    """Seal text; every string Python can hold comes back the same, lone surrogates included."""
    return seal(key, place, text.encode("utf-8", "surrogatepass"))


def unseal_text(key: Key, place: Place, envelope: bytes) -> str:
    """The text of an envelope."""
    return unseal(key, place, envelope).decode("utf-8", "surrogatepass")


def _bound_to(place: Place, version: int) -> bytes:
    return f"{place.table}|{place.row}|{place.column}|{version}".encode()


class Vault:
    """Holds the master key; makes and wraps personal keys, and derives the installation's own."""

    __slots__ = ("_tokens", "_wrapping", "installation")

    def __init__(self, master: bytes) -> None:
        if len(master) != KEY_BYTES:
            raise ValueError("The master key must be 32 bytes long.")
        self._wrapping = _derived(master, b"weerklank personal keys")
        self._tokens = _derived(master, b"weerklank tokens")
        self.installation = _derived(master, b"weerklank installation")

    def new_key(self, leader: int) -> tuple[Key, bytes]:
        """A fresh random key for a leader, and the same wrapped for storage."""
        key = Key(1, os.urandom(KEY_BYTES))
        return key, seal(self._wrapping, _key_place(leader), key.secret)

    def token(self, name: str) -> str:
        """A secret of 192 bits that always belongs to this name, in letters that a deep link takes; not stored."""
        digest = hmac.digest(self._tokens.secret, name.encode(), "sha256")
        return base64.urlsafe_b64encode(digest[:_TOKEN_BYTES]).decode()

    def unwrap(self, leader: int, version: int, wrapped: bytes) -> Key:
        """A leader's key as it was; raises Unreadable under another master key."""
        return Key(version, unseal(self._wrapping, _key_place(leader), wrapped))


class Closed(Vault):
    """A vault without a master key, for who may open nothing: whatever needs a key raises Unreadable."""

    __slots__ = ()

    def __init__(self) -> None:
        """Hold nothing."""

    def __getattr__(self, name: str) -> Key:
        """Stand where a key would be."""
        raise Unreadable("This process has no master key.")


def _derived(master: bytes, purpose: bytes) -> Key:
    return Key(1, HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(master))


def _key_place(leader: int) -> Place:
    return Place("personal_key", leader, "wrapped")


async def check_master(session: "Session") -> Literal["right", "wrong", "new"]:
    """Tell whether this is the master key that the installation was made with.

    "new": there was no installation, and this session has now made one with this key.
    """
    envelope = seal(session.vault.installation, _CHECK_PLACE, _CHECK)
    if await _has_people(session):
        return await _verdict(session)
    if await add_once(session, tables.installation, {"id": 1, "key_check": envelope}):
        return "new"
    return await _verdict(session)


_CHECK_PLACE = Place("installation", 1, "key_check")


async def _has_people(session: "Session") -> bool:
    return (await session.connection.execute(select(tables.leader.c.id).limit(1))).first() is not None


async def _verdict(session: "Session") -> Literal["right", "wrong"]:
    envelope = await session.connection.scalar(select(tables.installation.c.key_check))
    try:
        unseal(session.vault.installation, _CHECK_PLACE, envelope or b"")
    except Unreadable:
        return "wrong"
    return "right"
