"""Each act by each role in each scope: what is not listed here is refused."""

from typing import get_args

import pytest

from journeys.console.who import Role
from journeys.permissions import ACTS, ALLOWED, may, sees

HERE, ELSEWHERE = 1, 2  # organisations
MINE, OTHER = 10, 20  # groups of the first

LOOKING = {"see overview", "see participation", "see programme", "see published mirror", "see guide", "see library"}
RUNNING = {
    "see mirror", "see invites", "see audit", "export", "create cohort", "edit cohort", "invite",
    "pause cohort", "extend cohort", "move start", "change programme", "send notice", "add question",
    "publish mirror", "close cohort", "archive cohort",
}  # fmt: skip
OWNING = {"delete cohort", "manage people", "edit organisation"}
EXPECTED = {"owner": LOOKING | RUNNING | OWNING, "facilitator": LOOKING | RUNNING, "observer": LOOKING}


def test_every_act_is_named_in_this_test():
    assert LOOKING | RUNNING | OWNING == ACTS


@pytest.mark.parametrize("kind", EXPECTED)
@pytest.mark.parametrize("act", sorted(ACTS))
def test_a_role_for_the_organisation_counts_in_all_its_groups_and_nowhere_else(kind, act):
    roles = (Role(kind, HERE),)
    allowed = act in EXPECTED[kind]
    assert may(roles, act, HERE) is allowed
    assert may(roles, act, HERE, MINE) is allowed
    assert may(roles, act, HERE, OTHER) is allowed
    assert may(roles, act, ELSEWHERE) is False
    assert may(roles, act, ELSEWHERE, MINE) is False


@pytest.mark.parametrize("kind", ["facilitator", "observer"])
@pytest.mark.parametrize("act", sorted(ACTS))
def test_a_role_for_one_group_counts_in_that_group_only(kind, act):
    roles = (Role(kind, HERE, MINE),)
    allowed = act in EXPECTED[kind]
    assert may(roles, act, HERE, MINE) is allowed
    assert may(roles, act, HERE, OTHER) is (act == "see library")
    assert may(roles, act, HERE) is (act == "see library")
    assert may(roles, act, ELSEWHERE, MINE) is False


@pytest.mark.parametrize("act", sorted(ACTS))
def test_without_a_role_nothing_is_allowed(act):
    assert may((), act, HERE) is False
    assert may((), act, HERE, MINE) is False


def test_roles_add_up():
    roles = (Role("observer", HERE), Role("facilitator", HERE, MINE))
    assert may(roles, "publish mirror", HERE, MINE)
    assert not may(roles, "publish mirror", HERE, OTHER)
    assert may(roles, "see overview", HERE, OTHER)


def test_a_group_is_there_for_who_has_a_role_that_reaches_it():
    assert sees((Role("observer", HERE),), HERE, MINE)
    assert sees((Role("observer", HERE, MINE),), HERE, MINE)
    assert not sees((Role("owner", HERE), Role("observer", ELSEWHERE, MINE)), ELSEWHERE, OTHER)
    assert not sees((), HERE, MINE)


def test_no_act_is_about_answers_and_each_role_has_its_acts():
    assert not [act for act in ACTS if "answer" in act or "word" in act]
    assert set(ALLOWED) == set(get_args(type(Role("owner", 1)).__annotations__["kind"]))
