"""Where the master key comes from: a setting, a file named by a setting, or a file of our own in the data folder."""

import base64
import binascii
import os
import re
import secrets
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from bot.settings import Settings, SettingsError

BYTES = 32
OWN_FILE = "master.key"


@dataclass(frozen=True, slots=True)
class Found:
    """The key and where it came from."""

    secret: bytes = field(repr=False)
    source: str


@dataclass(frozen=True, slots=True)
class Absent:
    """No key is configured and there is no file of our own yet; this is where it would be."""

    file: Path


def find(settings: Settings) -> Found | Absent:
    """Look for the key; raises `SettingsError` when a configured or existing one cannot be used."""
    if settings.master_key is not None:
        return Found(_decoded(settings.master_key.get_secret_value(), "WEERKLANK_MASTER_KEY"), "WEERKLANK_MASTER_KEY")
    if settings.master_key_file is not None:
        return _from_file(settings.master_key_file)
    own = settings.data / OWN_FILE
    return _from_file(own) if own.exists() else Absent(own)


def make(file: Path) -> Found:
    """Write a new key to `file` (mode 0600), or read the one that another process wrote at this very moment."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, draft = tempfile.mkstemp(dir=file.parent)  # mkstemp makes it mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(base64.b64encode(secrets.token_bytes(BYTES)).decode() + "\n")
            out.flush()
            os.fsync(out.fileno())
        os.link(draft, file)  # all or nothing, and never over an existing key
    except FileExistsError:
        pass
    finally:
        Path(draft).unlink()
    _settle(file.parent)
    return _from_file(file)


def _settle(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can do that for folders."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _from_file(file: Path) -> Found:
    try:
        text = file.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError([f"The master key file {file} cannot be read ({type(error).__name__})."]) from None
    return Found(_decoded(text, f"The master key file {file}"), str(file))


def _decoded(text: str, source: str) -> bytes:
    compact = "".join(text.split())
    if re.fullmatch(r"[0-9A-Fa-f]{64}", compact):
        return bytes.fromhex(compact)
    try:
        secret = base64.b64decode(compact.rstrip("=") + "=" * (-len(compact.rstrip("=")) % 4), altchars=b"-_")
    except (binascii.Error, ValueError):
        secret = b""
    if len(secret) != BYTES or not re.fullmatch(r"[A-Za-z0-9+/_-]+=*", compact):
        raise SettingsError([f"{source} must hold 32 bytes as base64 or hexadecimal."])
    return secret
