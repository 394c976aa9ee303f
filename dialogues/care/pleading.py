"""A cry for help that does not say with what: the writer's own life, the question, or how the bot works."""

from dialogues.care.spelling import mended
from dialogues.language.hearing import Hearing, hear, phrases, vocabulary
from dialogues.language.matching import Match
from dialogues.wishes import queries

_AROUND = vocabulary("pleading", "around")


def told(text: str) -> bool:
    """Does the whole message say no more than that help is needed? "help" alone asks for the commands.

    Who asks for a human being is told whom to call as it is (`dialogues.wishes.queries`).
    """
    if queries.meant(text) == "human":
        return False
    heard = hear(mended(text))
    cries = heard.finds(phrases("pleading", "help"), gap=1)
    return any(_alone(heard, cry) for cry in cries)


def _alone(heard: Hearing, cry: Match) -> bool:
    return set(heard.plain(number for number in range(len(heard.words)) if number not in cry.at)) <= _AROUND
