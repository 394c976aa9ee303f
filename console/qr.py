"""A QR code as the path of a drawing: segno makes the squares, a template draws them without any inline style."""

from dataclasses import dataclass

import segno

QUIET = 4  # squares of white around it, as ISO/IEC 18004 asks


@dataclass(frozen=True, slots=True)
class Code:
    """A square of so many units with its dark squares as one path."""

    size: int
    path: str


def drawn(text: str) -> Code:
    """The code of a text, with the usual correction of errors."""
    rows = [bytes(row) for row in segno.make_qr(text, error="m").matrix]
    dark = (f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(rows) for x, bit in enumerate(row) if bit)
    return Code(len(rows) + 2 * QUIET, "".join(dark))
