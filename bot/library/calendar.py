"""The rhythms of leaders who change nothing, for a look at the calendar of a programme."""

from dialogues.asking import rhythm
from dialogues.model import Language
from dialogues.people import Rhythm, RhythmKind

ZONE = "Europe/Amsterdam"


def usual(kind: RhythmKind, language: Language, zone: str = ZONE) -> Rhythm:
    """The rhythm that leaders have who change nothing."""
    return rhythm.default(kind, language, zone)
