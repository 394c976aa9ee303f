"""Who may do what: every act by its name, and which role allows it where. Nothing here reads an answer: no role may."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from dialogues.people import Id
from journeys.console.who import Role, RoleKind

Act = Literal[
    "see overview",
    "see participation",
    "see programme",
    "see published mirror",
    "see guide",
    "see library",
    "see mirror",
    "see invites",
    "see audit",
    "export",
    "create cohort",
    "edit cohort",
    "invite",
    "pause cohort",
    "extend cohort",
    "move start",
    "change programme",
    "send notice",
    "add question",
    "publish mirror",
    "close cohort",
    "archive cohort",
    "delete cohort",
    "manage people",
    "edit organisation",
]
ACTS: frozenset[Act] = frozenset(get_args(Act))
LOOK: frozenset[Act] = frozenset(
    {"see overview", "see participation", "see programme", "see published mirror", "see guide", "see library"}
)
OWNERS: frozenset[Act] = frozenset({"delete cohort", "manage people", "edit organisation"})
ALLOWED: Mapping[RoleKind, frozenset[Act]] = {"owner": ACTS, "facilitator": ACTS - OWNERS, "observer": LOOK}
ANYWHERE: frozenset[Act] = frozenset({"see library"})  # with a role for any group, since it belongs to none


def may(roles: Iterable[Role], act: Act, organisation: Id, cohort: Id | None = None) -> bool:
    """Do these roles allow an act on this group, or (with None) on the organisation as a whole?"""
    return any(
        act in ALLOWED[role.kind] and role.organisation == organisation and (act in ANYWHERE or _reaches(role, cohort))
        for role in roles
    )


def sees(roles: Iterable[Role], organisation: Id, cohort: Id) -> bool:
    """Is this group there at all for somebody with these roles?"""
    return any(role.organisation == organisation and _reaches(role, cohort) for role in roles)


def _reaches(role: Role, cohort: Id | None) -> bool:
    return role.cohort is None or role.cohort == cohort
