"""Who is asking: a member with the roles they hold at this moment, and the two ways of saying no."""

from dataclasses import dataclass
from typing import Literal

from dialogues.model import Language
from dialogues.people import Id

RoleKind = Literal["owner", "facilitator", "observer"]


@dataclass(frozen=True, slots=True)
class Role:
    """What a member may be in an organisation; `cohort` None: in all of its groups."""

    kind: RoleKind
    organisation: Id
    cohort: Id | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """A member who is signed in; roles are read anew at each request, so that one that ended no longer counts."""

    member: Id
    name: str
    language: Language
    roles: tuple[Role, ...]


class Missing(LookupError):  # noqa: N818 - it says what is the case
    """There is no such thing for this member: what is foreign and what does not exist are the same."""


class Refused(Exception):  # noqa: N818 - it says what is the case
    """It may not be done, or not with these values; `key` names the sentence that says why."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key, self.values = key, values
