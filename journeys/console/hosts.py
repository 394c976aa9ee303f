"""Who runs a group, as people in it are told: by the name that they gave, or else by what they do."""

from collections.abc import Mapping

from dialogues.model import Language
from storage.members import Member

UNNAMED: Mapping[Language, str] = {"nl": "de begeleider", "en": "the facilitator"}


def called(member: Member | None, language: Language) -> str:
    """What somebody who runs a group is called; one who is gone or gave no name is the facilitator."""
    return (member.name if member else "") or UNNAMED[language]
