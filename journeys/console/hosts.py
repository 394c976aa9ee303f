"""Who runs a group, as people in it are told: by the name that they gave, or else by what they do."""

from collections.abc import Mapping

from dialogues.model import Language
from dialogues.people import Cohort
from journeys.console.organisations import title
from storage import organisations, roles
from storage.members import Member
from storage.session import Session

UNNAMED: Mapping[Language, str] = {"nl": "de begeleider", "en": "the facilitator"}
MOST = 3  # names that are told


def called(member: Member | None, language: Language) -> str:
    """What somebody who runs a group is called; one who is gone or gave no name is the facilitator."""
    return (member.name if member else "") or UNNAMED[language]


async def of(session: Session, cohort: Cohort) -> str:
    """Who runs a group, with their organisation: those of this group, or else of all; "" for nobody with a name."""
    if cohort.organisation is None:
        return ""
    held = [one for one in await roles.within(session, cohort.organisation) if one.role.kind != "observer" and one.name]
    own = [one.name for one in held if one.role.cohort == cohort.id]
    names = own or [one.name for one in held if one.role.cohort is None]
    home = title(await organisations.get(session, cohort.organisation))
    told = ", ".join(dict.fromkeys(names[:MOST]))
    return f"{told} ({home})" if told and home else told or home
