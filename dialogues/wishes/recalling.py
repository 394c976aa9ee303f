"""The wish that earlier answers come back no more, or come back again, in a short message."""

from typing import Literal

from dialogues.language.hearing import vocabulary
from dialogues.language.words import tokens

Switch = Literal["on", "off"]
MOST = 14  # words; whoever writes more is telling something
_LIST = "recalling"
_WORDS, _EARLIER = vocabulary(_LIST, "what was written"), vocabulary(_LIST, "earlier")
_RETURN, _ECHO = vocabulary(_LIST, "coming back"), vocabulary(_LIST, "echoes")
_OFF, _ON = vocabulary(_LIST, "switched off"), vocabulary(_LIST, "switched on")
_AROUND = vocabulary(_LIST, "around earlier answers") | _WORDS | _EARLIER | _RETURN | _ECHO | _OFF | _ON


def wished(text: str) -> Switch | None:
    """Whether earlier words are to stay away, or may come back again; None for other words."""
    said = {word.plain for word in tokens(text)}
    if not said or len(said) > MOST or not _AROUND.issuperset(said):
        return None
    returning = not any(said.isdisjoint(each) for each in (_WORDS, _EARLIER, _RETURN))
    if not returning and said.isdisjoint(_ECHO):
        return None
    if not said.isdisjoint(_OFF):
        return "off"
    return "on" if not said.isdisjoint(_ON) else None
