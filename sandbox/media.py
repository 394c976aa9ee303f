"""Files: what a picture's header says, storing an upload, and the Bot API object that stands for it."""

import base64
import hashlib
import struct
from typing import Any

from sandbox.errors import bad_request
from sandbox.schema import Upload
from sandbox.state import StoredFile, Telegram

Json = dict[str, Any]

MEGABYTE = 1024 * 1024
LARGEST_PHOTO, LARGEST_UPLOAD, LARGEST_DOWNLOAD = 10 * MEGABYTE, 50 * MEGABYTE, 20 * MEGABYTE
SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "audio/ogg": "ogg"}
FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "sticker": "stickers"}


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG, GIF, JPEG or WebP; ValueError for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) > 24:
        return struct.unpack(">II", data[16:24])
    if data[:6] in {b"GIF87a", b"GIF89a"} and len(data) > 10:
        return struct.unpack("<HH", data[6:10])
    if data[:4] == b"RIFF" and data[8:16] == b"WEBPVP8X" and len(data) > 30:
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    raise ValueError("no picture")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        if data[at + 1] in {0xC0, 0xC1, 0xC2}:  # the frame header holds the size
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    raise ValueError("no picture")


def store(telegram: Telegram, upload: Upload, kind: str) -> StoredFile:
    """Keeps an upload; equal bytes share their `unique_id`, as Telegram's do."""
    number = telegram.number()
    digest = hashlib.sha256(upload.data).digest()
    file_id = base64.urlsafe_b64encode(struct.pack(">Q", number) + digest[:20]).decode().rstrip("=")
    unique_id = base64.urlsafe_b64encode(digest[:9]).decode()
    suffix = SUFFIXES.get(upload.mime) or upload.name.rpartition(".")[2] or "bin"
    path = f"{FOLDERS[kind]}/file_{number}.{suffix}"
    file = StoredFile(f"{kind[0].upper()}{file_id}", f"U{unique_id}", path, upload.name, upload.mime, upload.data)
    telegram.files[file.id] = telegram.paths[path] = file
    return file


def _card(file: StoredFile) -> Json:
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": len(file.data)}


def photo(file: StoredFile) -> list[Json]:
    """A Message's `photo`; raises BotError 400 for what Telegram does not take as a picture."""
    try:
        width, height = picture_size(file.data)
    except ValueError:
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return [{**_card(file), "width": width, "height": height}]


def document(file: StoredFile) -> Json:
    """A Message's `document`."""
    return {**_card(file), "file_name": file.name, "mime_type": file.mime}


def voice(file: StoredFile, seconds: int = 3) -> Json:
    """A Message's `voice`."""
    return {**_card(file), "duration": seconds, "mime_type": file.mime}


def sticker(file: StoredFile) -> Json:
    """A Message's `sticker`."""
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "👍"}
    return {**_card(file), **shape}


def check_size(upload: Upload, kind: str) -> None:
    """Raises BotError for a file that is empty or larger than Telegram takes."""
    if not upload.data:
        raise bad_request("file must be non-empty")
    limit = LARGEST_PHOTO if kind == "photo" else LARGEST_UPLOAD
    if len(upload.data) > limit:
        raise bad_request(f"file is too big: a {kind} may have at most {limit // MEGABYTE} MB")
