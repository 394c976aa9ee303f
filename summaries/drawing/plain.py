"""Frozen values as plain data for a template: each with its kind, and every text with signs that our fonts have."""

from dataclasses import fields
from typing import Any

from summaries.drawing.glyphs import UNKNOWN, printable, unbroken


def plain(value: Any) -> Any:
    """A dataclass as a table with its own name as `kind`, a tuple as a list; numbers and flags stay what they are.

    A text of which nothing is left to print becomes □: a heading in a tagged PDF may not be empty.
    """
    if isinstance(value, str):
        return unbroken(printable(value)) or UNKNOWN * bool(value.strip())
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        kept = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {**kept, "kind": type(value).__name__.lower()}
    return value
