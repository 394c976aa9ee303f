"""What a few words say to an offer that stands last in the chat: which of its buttons they mean, in any small words."""

import re
from functools import cache

from dialogues import lexicon
from dialogues.language.hearing import vocabulary
from dialogues.wishes import brief

LOOK_BACKS = frozenset({"lookback", "lookback_lines"})
SCREENS = LOOK_BACKS | {
    "intention_offer", "not_understood", "echo_offer", "intention_form", "answer", "rewritten", "skip_3", "silence",
    "silence_light", "resumed", "resumed_quiet", "resumed_monthly", "returned", "begun_anew", "programme_choice",
    "programme_over", "programme_gone", "third_party_data", "days_spared", "rhythm_moved", "paused", "paused_ahead",
    "echo_off", "belongs",
}  # fmt: skip
MOST = 9  # words; whoever writes more tells something
HALF = frozenset({("ja", "maar"), ("yes", "but"), ("ok", "maar"), ("oke", "maar"), ("okay", "but")})  # no yes yet
_NODS = re.compile("[\U0001f44d\U0001f44c\u2705\u2714\U0001f64f\ufe0f\U0001f3fb-\U0001f3ff\\s]+")
_MAY = re.compile(
    r"(?:(?:hoe )?(?:kan|mag|kun|wil) (?:ik|je)|(?:how )?(?:can|could|may|do) (?:i|you)|i want to|i'd like to|ik wil)"
    r"(?: (?:nog|still|later|please|graag|even))*\s+"
)
_LIST = "offers"


@cache
def _sections(screen: str) -> dict[str, tuple[brief.Form, ...]]:
    """The phrases for each button of a screen; a plain yes and no among those of the buttons that they mean."""
    start = f"{screen} "
    known = lexicon.sections(_LIST)
    found = {name.removeprefix(start): list(each) for name, each in known.items() if name.startswith(start)}
    plain = lexicon.pairs(_LIST, "plain").get(screen, ())
    for button, section in zip(plain, ("yes", "no"), strict=False):
        found.setdefault(button, []).extend(known[section])
    return {button: tuple(brief.split(each) for each in phrases) for button, phrases in found.items()}


@cache
def _around(section: str) -> frozenset[str]:
    return frozenset(part for word in vocabulary(_LIST, section) for part in brief.split(word))


def button(text: str, screen: str, *, around: str = "around") -> str | None:
    """The button of this screen that the whole message means; None for other words, and for both at once."""
    said, known = brief.split(text), _sections(screen)
    if _NODS.fullmatch(text):
        return lexicon.pairs(_LIST, "plain").get(screen, (None,))[0]
    if not said or len(said) > MOST or said in HALF:
        return None
    found = {value: longest for value, phrases in known.items() if (longest := _longest(said, phrases, around))}
    most = max(found.values(), default=0)
    meant = [value for value, longest in found.items() if longest == most]
    return meant[0] if len(meant) == 1 else None


def of_answer(text: str) -> str | None:
    """What is to become of what was written, also where that is asked: "can I still change this?"."""
    return button(_MAY.sub("", text.casefold().rstrip(" ?"), count=1), "answer")


def keeps(text: str) -> bool:
    """Does it ask to keep something, by more than a plain yes?"""
    return button(text, "not_understood") == "keep" and button(text, "ready_now") is None


def _longest(said: brief.Form, phrases: tuple[brief.Form, ...], around: str) -> int:
    """How many words the longest phrase has with which the message says nothing else; 0 for none."""
    free = _around(around).union(*(each for each in phrases if len(each) == 1))
    return max((len(each) for each in phrases if _holds(said, each, free)), default=0)


def _holds(said: brief.Form, phrase: brief.Form, free: frozenset[str]) -> bool:
    """Do its words stand in this order, with only small words before, between and behind them?"""
    ahead = list(phrase)
    for word in said:
        if ahead and word == ahead[0]:
            ahead.pop(0)
        elif word not in free:
            return False
    return not ahead
