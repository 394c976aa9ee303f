"""Whose turn it is: the prompt that plain words answer when no other one was shown since."""

import re
from collections.abc import Sequence
from datetime import datetime

from dialogues.language.numbered import bare, named
from dialogues.language.words import fold
from dialogues.people import Prompt
from dialogues.wishes import brief, naming, queries

STEPS = 5  # of a pulse
TAPPED = {"pick", "position", "choose"}  # stages that wait for a tap, as a pulse does
_LIGHT = re.compile(
    r"(?:(?:nee|no|ok|oke|ja|yes|oh|haha|lol|sorry|nou|well|ah|het|dat|t|it|that|i'm|im|i am|ik|was|is|maak|"
    r"just|only|maar|een|a|even|natuurlijk|hoor|toch|zo|of course)\b[ ,.!:;-]+)*"
    r"(?<!no )(?:grap|grapje|geintje|gekheid|kidding|joking|joke|jk|exaggerating|exaggerated|overdrijf|overdreven|"
    r"(?:viel|valt|vallen) (?:wel |best |reuze |echt |toch |erg |heel )*mee|niet letterlijk|bij wijze van spreken|"
    r"figuurlijk|figure of speech|not literally|not (?:so|that|too) bad|(?<=was )(?:fine|ok|okay))\b"
)


def waits(prompt: Prompt, now: datetime) -> bool:
    """Does it still wait for words: open, past its window, stopped halfway, or skipped less than a day ago?"""
    if prompt.state == "skipped":
        return now <= prompt.expires_at
    return not prompt.over


def taps_pulse(text: str, asked: Sequence[Prompt], now: datetime) -> bool:
    """Is this a number, or no more than "skip", while a pulse was asked last? Then it is for that, also shortly after.

    What waits is skipped, and not what was answered already.
    """
    newest = asked[-1] if asked else None
    if newest is None or newest.kind != "pulse" or not waits(newest, now):
        return False
    return scores(text) or (newest.state == "open" and passes_over(text))


def passes_over(text: str) -> bool:
    """Does it say no more than that what is asked is skipped?"""
    return queries.meant(text) == "skip" or brief.says(text, "declining", "around declining")


def scores(text: str) -> bool:
    """Is this a number for a pulse, whatever small words or reason stand beside it, or one that it does not have?"""
    return named(text, STEPS) is not None or bare(text)


def reconsiders(prompt: Prompt, text: str) -> bool:
    """Do these words take back that a case is real, or choose in it all the same? Other words are not for it."""
    chooses = bare(text) or naming.by_place(text) is not None
    return prompt.state == "answered" and prompt.stage == "real" and (chooses or mistaken(text))


def mistaken(text: str) -> bool:
    """Does it say no more than that a case is not real after all?"""
    return queries.mistaken(text) or brief.says(text, "not real", "around real")


def taken_back(text: str, asked: Sequence[Prompt]) -> Prompt | None:
    """The case that was asked last and called real, where that is what these words take back."""
    return asked[-1] if asked and reconsiders(asked[-1], text) else None


def lightens(text: str) -> bool:
    """Does it begin by saying that the words before were only a way of speaking, or that it was not so bad?"""
    return _LIGHT.match(fold(text).strip()) is not None


def made_light(text: str, asked: Sequence[Prompt]) -> Prompt | None:
    """What was asked last, where these words take back how heavy its answer sounded."""
    return asked[-1] if asked and asked[-1].kind != "pulse" and lightens(text) else None


def may_pass(prompt: Prompt, text: str) -> bool:
    """May these words be for a pulse although this prompt has the floor: a score, or words where a tap was asked?"""
    return scores(text) or (prompt.state == "open" and prompt.stage in TAPPED)


def passed(prompt: Prompt, text: str, asked: Sequence[Prompt], given_at: datetime | None) -> Prompt:
    """The prompt that has the floor, or the open pulse that was shown after it with nothing written or tapped since."""
    newest = asked[-1] if asked else prompt
    if newest.kind != "pulse" or newest.state != "open" or not may_pass(prompt, text):
        return prompt
    returned = prompt.expires_at > newest.expires_at  # put off, and brought back after the pulse
    return prompt if returned or (given_at is not None and given_at >= newest.asked_at) else newest


def after(prompt: Prompt, asked: Sequence[Prompt]) -> Prompt | None:
    """The newest question that is open and was asked after this prompt; words go to it again when this one is done."""
    later = (each for each in reversed(asked) if each.state == "open" and each.kind != "pulse")
    return next((each for each in later if each.asked_at > prompt.asked_at and each.id != prompt.id), None)


def answered_by(text: str, asked: Sequence[Prompt], now: datetime) -> Prompt | None:
    """The prompt that these words answer, among what was asked lately (oldest first); None when nothing waits.

    Only what was asked last takes words. A pulse asks for one tap: it takes a number, and words go to the question
    before it while that waits for words.
    """
    if (case := taken_back(text, asked)) is not None:
        return case
    newest = asked[-1] if asked else None
    question = next((prompt for prompt in reversed(asked) if prompt.kind != "pulse"), None)
    first = question is not None and may_pass(question, text)
    for prompt in (newest, question) if first else (question, newest):
        if prompt is not None and waits(prompt, now):
            return prompt
    return None
