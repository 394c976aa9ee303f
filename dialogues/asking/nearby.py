"""Whom a leader can call where they are: by the country of their zone, or the one they named where clocks are alike."""

from dialogues.asking import zones
from dialogues.people import Rhythm

# What names Dutch and Belgian numbers: whoever is elsewhere reads there whom to call as well.
NAMING = frozenset({
    "crisis_self", "crisis_self_check", "acute_danger", "held_reply", "held_question", "resume_after_safety",
    "grief_helpline", "worry", "danger_noted", "check_return", "help_meant", "held_better", "held_near",
})  # fmt: skip
FIRST = frozenset({"crisis_self"})  # here that comes before those numbers; elsewhere it closes the message
HOME = frozenset({"", "nl", "be"})  # where the usual texts fit, also for who lives in no country known
ONE_CLOCK = frozenset({"nl", "be", "de"})  # here the zone tells little, and the public holidays more
_KNOWN = {"gb": "gb", "ie": "gb", "de": "de"}


def land(rhythm: Rhythm) -> str:
    """The ISO code, in lower case, of the country that a leader is likely in; "" when it cannot be told."""
    found = zones.territory(rhythm.zone)
    return rhythm.country if rhythm.country_chosen and {found, rhythm.country} <= ONE_CLOCK else found


def urgent(where: str) -> str:
    """The message for /urgent there."""
    return "urgent" if where in HOME else f"urgent_{_known(where)}"


def line(where: str) -> str:
    """The message that says whom to call there, beside the usual numbers; "" where those fit."""
    return "" if where in HOME else f"nearby_{_known(where)}"


def _known(where: str) -> str:
    return _KNOWN.get(where, "elsewhere")
