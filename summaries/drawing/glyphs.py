"""Which signs our fonts have: any other is replaced where the eye can see it, before anything is drawn.

A tagged PDF may not hold a sign without a glyph, and a mark that no font can place on its letter is such a sign too.
"""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).parent.parent / "fonts"
UNKNOWN: Final = "□"
MOST_MARKS = 3  # more of them on one letter would paint over the lines around it
SHORT_WORD = 12
LONGEST_WORD = 30  # a longer one may be broken anywhere, or it would leave the page
_JOINER, _SPACE, _BREAK, _HELD = "\u200d", " ", "\u200b", "\u00a0"
_VARIANTS: Final = frozenset(map(chr, range(0xFE00, 0xFE10)))  # ask for a text or an emoji form of a sign
_TONES: Final = frozenset(map(chr, range(0x1F3FB, 0x1F400)))  # of skin
_TAGS: Final = frozenset(map(chr, range(0xE0020, 0xE0080)))  # spell the name of a flag
_PLAIN = re.compile(r"[ -~\xa1-\xac\xae-\xff\u2013\u2014\u2018-\u201e\u2026\u20ac]*")  # which every text font has


def printable(text: str) -> str:
    """The text on one line with □ for each sign that no font of ours has; words that are too long can be broken."""
    if not _PLAIN.fullmatch(text):
        text = "".join(_printed(cluster) for cluster in _clusters(text))
    return " ".join(_breakable(word) for word in text.split())


def unbroken(text: str) -> str:
    """The same with its last two words held together, so that no line holds but one short word."""
    rest, _, last = text.rpartition(" ")
    return f"{rest}{_HELD}{last}" if rest and len(last) <= SHORT_WORD else text


def _clusters(text: str) -> Iterator[str]:
    """A text that is not empty in pieces that one font must draw together: a sign with its marks, or joined signs."""
    piece = text[0]
    for sign in text[1:]:
        if _clings(sign) or piece[-1] == _JOINER:
            piece += sign
        else:
            yield piece
            piece = sign
    yield piece


def _printed(cluster: str) -> str:
    marks = [sign for sign in cluster[1:] if _is_mark(sign)]
    if _drawn_whole(cluster) and len(marks) <= MOST_MARKS:
        return cluster
    shown = [_alone(sign) for sign in cluster]
    kept = "".join(sign for sign in shown if sign != UNKNOWN)
    return kept + UNKNOWN * (UNKNOWN in shown)


def _alone(sign: str) -> str:
    """One sign without anything to stand on: itself, nothing when it shows nothing, or that it is missing."""
    kind = unicodedata.category(sign)
    if kind == "Cf" or sign in _VARIANTS:
        return ""
    if kind in ("Cc", "Zs", "Zl", "Zp"):
        return _SPACE
    return sign if kind[0] != "M" and _drawn_whole(sign) else UNKNOWN


def _drawn_whole(cluster: str) -> bool:
    first = unicodedata.category(cluster[0])
    return first[0] not in "CMZ" and any(signs.issuperset(map(ord, cluster)) for signs in alphabets())


def _clings(sign: str) -> bool:
    return sign == _JOINER or sign in _VARIANTS or sign in _TONES or sign in _TAGS or _is_mark(sign)


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M" and sign not in _VARIANTS


def _breakable(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    pieces = list(_clusters(word))
    return "".join(piece + _BREAK * (number % LONGEST_WORD == LONGEST_WORD - 1) for number, piece in enumerate(pieces))


@cache
def alphabets() -> tuple[frozenset[int], ...]:
    """The code points of each font, read once per process from the files beside us."""
    return tuple(_signs(file.read_bytes()) for file in sorted(FONTS.glob("*.ttf")))


def _signs(font: bytes) -> frozenset[int]:
    """What stands in the character map (`cmap`) of an OpenType file, in its widest table of format 4 or 12."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    offsets = {struct.unpack_from(">HHI", font, start + 4 + 8 * n)[2] for n in range(count)}
    return frozenset().union(*(_mapped(font, start + offset) for offset in offsets))


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    rows = (struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(count))
    return int(next(offset for tag, _, offset, _ in rows if tag == name))


def _mapped(font: bytes, at: int) -> Iterator[int]:
    """The code points of one table; those of other formats (14 holds variants) add nothing."""
    (form,) = struct.unpack_from(">H", font, at)
    if form == 12:
        (groups,) = struct.unpack_from(">I", font, at + 12)
        for n in range(groups):
            first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * n)
            yield from range(first, last + 1)
    elif form == 4:
        (twice,) = struct.unpack_from(">H", font, at + 6)
        ends = struct.unpack_from(f">{twice // 2}H", font, at + 14)
        starts = struct.unpack_from(f">{twice // 2}H", font, at + 16 + twice)
        for first, last in zip(starts[:-1], ends[:-1], strict=True):  # the last one only closes the table
            yield from range(first, last + 1)
