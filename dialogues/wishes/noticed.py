"""Words that answer a message to a whole group, rather than a question: that one comes, cannot, or looks forward."""

import re

from dialogues import lexicon
from dialogues.language import words

MOST = 10  # words; whoever says more tells something


def replies(text: str) -> bool:
    """Are these a few words of that kind?"""
    said = re.findall(r"[\w']+", words.fold(text.replace("’", "'")))
    line = f" {' '.join(said)} "
    return len(said) <= MOST and any(f" {words.fold(one)} " in line for one in lexicon.words("noticed", "to a message"))
