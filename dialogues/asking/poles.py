"""Which pole of a dilemma stands first: at random per leader, so that neither side is the first of everybody.

Positions are kept as the library has them (1 is pole A). What a leader sees, and types, is their own order of it.
"""

from hashlib import blake2b

from dialogues.people import Leader

ENDS = 8  # 1 and 7 change places


def swapped(leader: Leader, dilemma: str) -> bool:
    """Does this leader see pole B first? Always the same for one chat and one dilemma, in whichever database."""
    return bool(blake2b(f"{leader.chat}:{dilemma}".encode(), digest_size=1).digest()[0] & 1)


def turned(position: int, *, swap: bool) -> int:
    """A kept position (1 to 7) as it is seen, or a seen one as it is kept: the way there and back is the same."""
    return ENDS - position if swap else position
