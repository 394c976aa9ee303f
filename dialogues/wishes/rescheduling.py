"""Another day, hour or place from now on, in words: "liever op woensdag", "from now on at 9", "zet me op New York"."""

import re
from dataclasses import replace
from datetime import time

from dialogues.language.words import fold
from dialogues.wishes import hours, timetable
from dialogues.wishes.timetable import Timetable

MOST = 14  # words; whoever writes more is telling something
EARLY = 7  # an hour before it is one of the afternoon: nobody is asked so early
_LASTING = re.compile(
    r"\b(?:voortaan|vanaf nu|vanaf vandaag|vanaf volgende week|vanaf morgen|in het vervolg|standaard|altijd|"
    r"from now on(?:wards)?|from next week(?: on)?|from today(?: on)?|in future|in the future|going forward|always|"
    r"by default)\b"
)
_POLITE = re.compile(r"\b(?:graag|aub|a u b|alsjeblieft|alstublieft|svp|please|pls|kan|kun|kunnen|mag|can|could)\b")
_WISHES = re.compile(
    r"\b(?:liever|liefst|graag|aub|alsjeblieft|alstublieft|svp|please|pls|kan|kun|kunnen|mag|zou|wil|zet|maak|doe|stuur|"
    r"vraag|verzet|verplaats|rather|prefer|preferably|can|could|would|want|like|set|make|move|send|ask|beter|better|"
    r"ipv|instead)\b"
)
_INSTEAD = re.compile(r" (?:ipv|i\.?p\.?v\.?|in plaats van|instead of|rather than|en niet|not) .+$")
_SMALL = re.compile(
    r"\b(?:liefst|beter|past|passen|mij|komt|uit|sturen|verzetten|verplaatsen|verschuiven|zetten|zet|maak|maken|doen|"
    r"gevraagd|worden|het|ook|meer|gewoon|eens|even|preferably|prefer|pls|svp|better|suits?|fits?|works?|best|mij|me|for|be|it|"
    r"at all|"
    r"set|make|move|moved|the|my|mijn|question|vragen|questions|vraag|them|ze|deze|more|would|tijd|time|let's|lets|"
    r"willen|hebben|heb|have|kunnen|zou|kan het|is|that|dat|de|hour|tijdstip)\b"
)
_OF_CLOCK = re.compile(
    r"\b(?:om|at|uur|u|h|am|pm|noon|midday|half|kwart|quarter|o'clock)\b|\d[:.uh]\d\d|\d ?(?:am|pm|u|h)\b"
)
_BESIDE_LUNCH = re.compile(r"\b(?:na|after|rond|around|tijdens|during) (?:de |het |the )?(?=lunch)")
_MORNING = re.compile(r"\bam\b|\d\s?a\.?m|ochtend|morgens|morning|\b0\d")
_S_PART = re.compile(r"'s |\bs (?=(?:ochtend|morgen|middag|avond))|\bs(?=(?:ochtends|morgens|middags|avonds)\b)")
_IN = r"(?:de tijd van |de klok van |tijdzone |time ?zone |the time of )?"
_END = r"(?: (?:tijd|time|time ?zone|graag|aub|alsjeblieft|please|pls|nu|now|voortaan|from now on))*"
_MY_ZONE = r"(?:mijn |de |my |the )?(?:tijdzone|time ?zone|tz)"
_PLACED = re.compile(
    rf"(?:(?:nee|ok|hoi|hi|ja|so|en|and|kun je|kan je|can you|could you|please|graag|ik wil|i want(?: to)?) )*(?:"
    rf"{_MY_ZONE}(?: (?:is|wordt|naar|op|to|nu|now|voortaan|moet|zijn|should be|becomes))*"
    rf"|(?:zet|set|put|verander|wijzig|change|switch|move|verzet)(?: (?:me|mij|alles|everything|{_MY_ZONE}|mijn klok|"
    rf"my clock|mijn tijd|my time|de tijd|the time|it|het))?(?: (?:maar|nu|even))* (?:op|naar|to|on|in)"
    rf"|(?:gebruik|hanteer|use)(?: me| mij)?"
    rf") {_IN}(?P<place>[\w' ./-]{{2,30}}?)(?: aan)?{_END}"
)
_WHILE = (
    r"(?:deze|volgende|komende|hele|dit|this|next|the whole|all|for the|for|tot|until|till|voor|nog|t/m|de|the)"
    r"(?: \w+){1,3}|(?:een |a )?(?:paar|couple of|few|\d+|een|twee|drie|vier|two|three|four)(?: of)?"
    r" (?:dagen|weken|week|maanden|days|weeks|months)|vandaag|morgen|today|tomorrow|tijdelijk|temporarily|even|"
    r"for now|voorlopig"
)
_THERE = (
    r"(?:(?:hoi|hi|ps|trouwens|btw) )?(?:ik|we|i|i'm|im|i'll|ill)(?: (?:zit|ben|verblijf|werk|reis|am|will|be|being|"
    r"stay|staying|working|work|zal|zijn))*"
)
_FOR_NOW = re.compile(
    rf"{_THERE}(?: (?P<one>{_WHILE}))? (?:in|vanuit|from|te|at) (?P<place>[\w' -]{{2,30}}?)(?: (?P<two>{_WHILE}))?"
)


def wished(text: str) -> Timetable | None:
    """The days and the hour that are liked better, when little else is said; None for any other words."""
    plain = _plain(text)
    if len(plain.split()) > MOST or not (_WISHES.search(plain) or _LASTING.search(plain)):
        return None
    core = _LASTING.sub(" ", _INSTEAD.sub("", _S_PART.sub("", plain)))
    found = timetable.named(_squeezed(core)) or timetable.named(_squeezed(_SMALL.sub(" ", core)))
    if found is None or not (found.days or found.hour):
        core = _BESIDE_LUNCH.sub("", core)
        part = hours.part_in(
            re.sub(
                r"\b(?:can|could|kan|kun|mag|je|you|we|to|be|it|ask|asked|vraag|send|stuur)\b",
                " ",
                _SMALL.sub(" ", core),
            )
        )
        return Timetable((), part) if part is not None else None
    if found.hour is None:
        return found
    return replace(found, hour=_awake(found.hour, plain)) if found.days or _OF_CLOCK.search(core) else None


def lasting(text: str) -> bool:
    """Is it such a wish, for from now on?"""
    return _LASTING.search(_plain(text)) is not None and wished(text) is not None


def plainly(text: str) -> bool:
    """Is it that, and asked for, so that it can be nothing else?"""
    return _POLITE.search(_plain(text)) is not None and lasting(text)


def of_clock(text: str) -> bool:
    """Does it hold the sign of an hour, so that a number in it is no other number?"""
    return _OF_CLOCK.search(_plain(text)) is not None


def place(text: str) -> str | None:
    """The name of the place whose time is to be kept; None for any other words."""
    found = _PLACED.fullmatch(_plain(text))
    return found["place"] if found is not None else None


def for_now(text: str) -> str | None:
    """The name of the place where somebody is for a while; None for any other words."""
    found = _FOR_NOW.fullmatch(_plain(text))
    return found["place"] if found is not None and (found["one"] or found["two"]) else None


def _awake(hour: time, plain: str) -> time:
    return hour.replace(hour=hour.hour + hours.NOON) if 0 < hour.hour < EARLY and not _MORNING.search(plain) else hour


def _plain(text: str) -> str:
    return _squeezed(re.sub(r"[,;!?]+|\.(?=\s|$)", " ", fold(text).replace("’", "'")))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
