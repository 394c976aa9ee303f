"""A long list of lines, a hundred to a case: one that fails names its lines, and sharing out thousands costs much."""

from collections.abc import Sequence
from typing import Any

import pytest

MANY = 100


def in_hundreds(lines: Sequence[Any]) -> list[Any]:
    """Cases for `parametrize`; only the first hundred lines count as what covers the code."""
    starts = range(0, len(lines), MANY)
    return [
        pytest.param(lines[at : at + MANY], id=f"from {at}", marks=[pytest.mark.walk] if at else []) for at in starts
    ]
