"""Small invented files that a person's phone sends: a picture, a voice note, a sticker, a document."""

import struct
import zlib

from sandbox.schema import Upload


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A picture of one colour."""
    rows = (b"\x00" + bytes(colour) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


SAMPLES = {
    "photo": Upload("photo.png", "image/png", png(320, 240, (196, 164, 132))),
    "voice": Upload("voice.ogg", "audio/ogg", b"OggS\x00\x02" + bytes(200)),
    "sticker": Upload("sticker.png", "image/png", png(64, 64, (90, 140, 200))),
    "document": Upload("note.txt", "text/plain", b"An invented note.\n"),
}
