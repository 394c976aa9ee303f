"""Every address of the console, asked by everybody about what is theirs, what is not, and what is not there."""

import json
from collections.abc import Callable
from dataclasses import replace

import console_seeds as seeds
import httpx
import pytest
from console_at_work import HELPER, NOON, OWNER, STRANGER, WATCHER, Browser
from console_town import BEYOND, MISSING, OF_A, OF_B, Group, Home, Town, posts, routes
from test_console_pages import MAKE

from console import cookies
from console.app import make_app
from journeys.permissions import ALLOWED
from journeys.tokens import digest
from storage import web_sessions

pytestmark = pytest.mark.asyncio

G = "/cohorts/{cohort}"
ANYBODY, MEMBER = "anybody", "member"  # no sign-in at all; any role
# What an address is for: an act on a group, an act on a whole organisation, or who may at all.
GROUP = {
    ("GET", G): "see overview",
    ("GET", f"{G}/programme"): "see programme",
    ("GET", f"{G}/rhythm.ics"): "see programme",
    ("GET", f"{G}/participation"): "see participation",
    ("GET", f"{G}/participation.{{kind}}"): "export",
    ("GET", f"{G}/mirror"): "see published mirror",
    ("GET", f"{G}/mirrors.{{kind}}"): "export",
    ("GET", f"{G}/guide"): "see guide",
    ("GET", f"{G}/guide/{{item}}"): "see guide",
    ("GET", f"{G}/guide/{{item}}.pdf"): "see guide",
    ("GET", f"{G}/audit"): "see audit",
    ("GET", f"{G}/invitations"): "see invites",
    ("POST", f"{G}/invitations/group"): "invite",
    ("POST", f"{G}/invitations/personal"): "invite",
    ("POST", f"{G}/invitations/paper"): "invite",
    ("POST", f"{G}/invitations/merge"): "invite",
    ("POST", f"{G}/invitations/revoke"): "invite",
    ("GET", f"{G}/invitations/{{invite}}"): "see invites",
    ("POST", f"{G}/invitations/{{invite}}/revoke"): "invite",
    ("POST", f"{G}/invitations/{{invite}}/links/{{link}}/revoke"): "invite",
    ("POST", f"{G}/mirror/{{release}}/publish"): "publish mirror",
    ("POST", f"{G}/mirror/telegram"): "publish mirror",
    ("POST", f"{G}/mirror/telegram/unlink"): "publish mirror",
    ("GET", f"{G}/questions"): "edit cohort",
    ("POST", f"{G}/questions"): "add question",
    ("GET", f"{G}/questions/{{question}}"): "edit cohort",
    ("POST", f"{G}/questions/{{question}}"): "add question",
    ("POST", f"{G}/questions/{{question}}/try"): "add question",
    ("POST", f"{G}/questions/{{question}}/plan"): "add question",
    ("POST", f"{G}/questions/{{question}}/drop"): "add question",
    ("GET", f"{G}/running"): "edit cohort",
    ("POST", f"{G}/running/pause"): "pause cohort",
    ("POST", f"{G}/running/go-on"): "pause cohort",
    ("POST", f"{G}/running/notice"): "send notice",
    ("POST", f"{G}/running/change"): "change programme",
    ("POST", f"{G}/running/settings"): "edit cohort",
    ("POST", f"{G}/running/start"): "move start",
    ("POST", f"{G}/running/extend"): "extend cohort",
    ("POST", f"{G}/running/close"): "close cohort",
    ("POST", f"{G}/running/archive"): "archive cohort",
    ("POST", f"{G}/running/delete"): "delete cohort",
}
WHOLE = {
    ("GET", "/cohorts/new"): "create cohort",
    ("POST", "/cohorts/new"): "create cohort",
    ("GET", "/people"): "manage people",
    ("POST", "/people/invite"): "manage people",
    ("POST", "/people/{role}/end"): "manage people",
    ("POST", "/people/invites/{invite}/revoke"): "manage people",
    ("GET", "/audit"): "see audit",
    ("POST", "/me/organisation"): "edit organisation",
}
OPEN = {
    ("GET", "/"): MEMBER,
    ("GET", "/library"): MEMBER,
    ("GET", "/library/{item}"): MEMBER,
    ("GET", "/me"): MEMBER,
    ("POST", "/me/name"): MEMBER,
    ("POST", "/language"): MEMBER,
    ("POST", "/out"): MEMBER,
    ("GET", "/in"): ANYBODY,
    ("GET", "/in/{token}"): ANYBODY,
    ("POST", "/in/{token}"): ANYBODY,
    ("GET", "/healthz"): ANYBODY,
}
# What only a group in a certain state allows, or what would end it for all that is asked after it: a no either way.
RESTS_ON_ITS_STATE = {("POST", f"{G}/running/{act}") for act in ("go-on", "start", "close", "archive", "delete")}
RESTS_ON_ITS_STATE |= {("POST", f"{G}/mirror/telegram")}
RESTS_ON_ITS_STATE |= {("POST", f"{G}/questions/{{question}}{act}") for act in ("/try", "/plan")}
ASKED = {
    "nl": "Welk gesprek stel je nu uit, en wat maakt dat?", "on_date": "2026-11-19",
    "en": "Which conversation are you putting off now, and what makes it so?",
}  # fmt: skip
EMPTY_HANDED = {("GET", "/cohorts/new"), ("POST", "/cohorts/new")}  # names nothing, so there is nothing to be missing
# A visitor: their chat, what they are, and whether for a whole organisation; then the group and home that are theirs.
VISITORS = {
    "the owner": (OWNER, "owner", True),
    "a facilitator of all groups": (HELPER, "facilitator", True),
    "the facilitator of one group": (OF_A, "facilitator", False),
    "the facilitator of another": (OF_B, "facilitator", False),
    "an observer of one group": (WATCHER, "observer", False),
    "the owner of another organisation": (STRANGER, "owner", True),
}


def named(app) -> set[tuple[str, str]]:
    """The addresses of an app, without the kinds of what stands between braces."""
    return {(method, path.replace(":id", "")) for method, path in routes(app)}


async def test_every_address_of_the_console_stands_in_the_table(town: Town):
    assert named(make_app(town.office.desk)) == set(GROUP) | set(WHOLE) | set(OPEN)


def at(path: str, group: Group, home: Home, **more: object) -> str:
    """An address that names these."""
    told = {"cohort": group.id, "question": group.question, "release": group.release}
    told |= {"item": "P04", "kind": "json", "token": "nothing"}
    invite = home.staff_invite if path.startswith("/people") else group.invite
    return path.format(**{**told, "role": home.role, "invite": invite, "link": group.invite, **more})


def sent(path: str, group: Group, home: Home) -> dict[str, str]:
    """What is filled in: always sound, so that nothing but the visitor decides."""
    handed = json.dumps([["Anne", "anne@voorbeeld.nl", group.token]])
    fields = {
        "/cohorts/new": MAKE,
        "/people/invite": {"kind": "observer", "cohort": str(group.id)},
        "/me/organisation": {"organisation": str(home.id), "name": "Zo heet het nu"},
        "/me/name": {"name": "Zo heet ik nu"},
        f"{G}/mirror/{{release}}/publish": {"do": "share"},
        f"{G}/invitations/group": {"days": "14", "uses": "5"},
        f"{G}/invitations/personal": {"days": "14", "people": "Anne;anne@voorbeeld.nl"},
        f"{G}/invitations/paper": {"token": group.token, "language": "nl"},
        f"{G}/invitations/merge": {"handed": handed},
        f"{G}/invitations/revoke": {"link": group.token},
        f"{G}/questions": ASKED,
        f"{G}/questions/{{question}}": {**ASKED, "mark": group.mark},
        f"{G}/running/pause": {"until": "2026-12-01", "do": "rest"},
        f"{G}/running/notice": {"text": "Tot donderdag.", "do": "send"},
        f"{G}/running/change": {"programme": "starter_4w", "day": "2", "hour": "10:00", "do": "change"},
        f"{G}/running/settings": {"called": "Zo heet de groep nu", "retention": "6", "period": "quarter"},
        f"{G}/running/start": {"starts_on": "2026-11-10"},
        f"{G}/running/extend": {"ends_on": "2027-03-01"},
    }
    return fields.get(path, {})


async def asked(browser: Browser, method: str, address: str, fields: dict[str, str]) -> httpx.Response:
    return await (posts(browser, address, **fields) if method == "POST" else browser.client.get(address))


def allowed(act: str, kind: str) -> set[int]:
    return {200, 303} if act in ALLOWED[kind] else {409}


def theirs(town: Town, visitor: str) -> tuple[Group, Group, Home, Home]:
    """The group and organisation of a visitor, and those of others."""
    if visitor == "the owner of another organisation":
        return town.gamma, town.alfa, town.there, town.here
    if visitor == "the facilitator of another":
        return town.beta, town.alfa, town.here, town.there
    stranger = town.gamma if VISITORS[visitor][2] else town.beta
    return town.alfa, stranger, town.here, town.there


def absent(group: Group, home: Home, number: int) -> tuple[Group, Home]:
    """As if there were a group and an organisation of this number, with all that belongs to them."""
    gone = replace(group, id=number, invite=number, release=number, question=number, token="nothing-opens-with-this")
    return gone, replace(home, id=number, role=number, staff_invite=number)


@pytest.mark.parametrize("visitor", VISITORS)
async def test_what_is_foreign_and_what_is_not_there_are_the_same_404_that_tells_nothing(town: Town, visitor: str):
    chat, kind_of_visitor, _ = VISITORS[visitor]
    browser = await town.office.signed_in(chat)
    own, foreign, home, other = theirs(town, visitor)
    (gone, nowhere), (far, out) = absent(own, home, MISSING), absent(own, home, BEYOND)
    wrong = []
    for (method, path), act in {**GROUP, **WHOLE}.items():
        if (method, path) in EMPTY_HANDED or path in ("/people", "/audit"):
            continue
        told = {}
        for kind, group, house in (("foreign", foreign, other), ("missing", gone, nowhere), ("beyond", far, out)):
            if path in ("/me/organisation", "/people/invite") and kind == "beyond":
                continue  # what no number can be is no choice at all
            address = at(path, group, house)
            answer = await asked(browser, method, address, sent(path, group, house))
            told[kind] = answer.text.replace(address, "…")
            never = path.startswith("/people") and act not in ALLOWED[kind_of_visitor]  # whatever is named
            if answer.status_code != 404 and not (never and answer.status_code == 409):
                wrong.append((visitor, kind, method, path, answer.status_code))
            wrong += [(visitor, kind, path, name) for name in _not_of(town, own, home) if name in answer.text]
        if told["foreign"] != told["missing"]:
            wrong.append((visitor, "differs", path))
    assert wrong == []


def _not_of(town: Town, own: Group, home: Home) -> set[str]:
    return town.names - {own.name, home.name}


@pytest.mark.parametrize("visitor", VISITORS)
async def test_what_is_theirs_opens_as_far_as_their_role_allows(town: Town, visitor: str):
    chat, kind, whole = VISITORS[visitor]
    browser = await town.office.signed_in(chat)
    own, _, home, _ = theirs(town, visitor)
    wrong = []
    for (method, path), act in sorted({**GROUP, **WHOLE}.items()):
        expected = allowed(act, kind) | ({409, 422} if (method, path) in RESTS_ON_ITS_STATE else set())
        if (method, path) in WHOLE and not whole:
            expected = {409} if (method, path) in EMPTY_HANDED else {404}
        answer = await asked(browser, method, at(path, own, home), sent(path, own, home))
        if answer.status_code not in expected:
            wrong.append((visitor, method, path, act, answer.status_code))
        if answer.status_code in (404, 409):
            wrong += [(visitor, path, name) for name in town.names | {"Anne"} if name in answer.text]
    for method, path in sorted(OPEN, key=lambda one: one[1] == "/out"):
        answer = await asked(browser, method, at(path, own, home, item="RE-01"), sent(path, own, home))
        shut = {("GET", "/in/{token}"): 410, ("POST", "/in/{token}"): 403}
        if answer.status_code not in ({shut[method, path]} if (method, path) in shut else {200, 303}):
            wrong.append((visitor, method, path, answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("visitor", ["the owner", "the facilitator of one group"])
async def test_in_ones_own_group_what_belongs_to_another_is_not_there_either(town: Town, visitor: str):
    browser = await town.office.signed_in(VISITORS[visitor][0])
    own, foreign, home, other = theirs(town, visitor)
    things = {"invite": foreign.invite, "release": foreign.release}
    for method, path in GROUP:
        told = []
        for number in [things[name] for name in things if f"{{{name}}}" in path] and [0, MISSING, BEYOND, None]:
            named_in = {name: thing if number is None else number for name, thing in things.items()}
            address = at(path, own, home).replace(str(own.invite), str(named_in["invite"]))
            address = address.replace(str(own.release), str(named_in["release"]))
            answer = await asked(browser, method, address, {})
            assert answer.status_code == 404, (path, number)
            told += [answer.text.replace(address, "…")] if number != BEYOND else []
        assert len(set(told)) <= 1, path
    for path in ("paper", "merge"):
        fields = sent(f"{G}/invitations/{path}", foreign, other)
        assert (await posts(browser, f"/cohorts/{own.id}/invitations/{path}", **fields)).status_code == 404
    async with town.office.bot.store.transaction() as session:
        standing = await session.connection.exec_driver_sql("SELECT count(*) FROM invite WHERE revoked_at IS NULL")
        shared = await session.connection.exec_driver_sql("SELECT count(*) FROM release WHERE published_at IS NOT NULL")
        assert (standing.scalar(), shared.scalar()) == (3, 0)


async def nobody(town: Town) -> Browser:
    return town.office.browser()


async def a_leader(town: Town) -> Browser:
    """Somebody who takes part, with the session of their own page."""
    store, secret = town.office.bot.store, "a-secret-of-the-leaders-page"
    person = (await seeds.joins(store, town.alfa.id, range(900, 901), NOON))[0]
    async with store.transaction() as session:
        await web_sessions.begin(session, "page", person, digest(secret), NOON)
    browser = town.office.browser()
    browser.client.cookies.set(cookies.SESSION, secret, domain="console.test")
    return browser


async def somebody_who_stopped(town: Town) -> Browser:
    """Whose role ended while they were signed in."""
    browser = await town.office.signed_in(OF_A)
    owner = await town.office.signed_in(OWNER)
    page = await owner.sees("/people")
    rows = [row for row in page.text.split("<tr>") if "Groep Alfa" in row and "begeleider" in row]
    address = rows[0].split('action="')[1].split('"')[0]
    assert (await posts(owner, address)).status_code == 303
    return browser


@pytest.mark.parametrize("who", [nobody, a_leader, somebody_who_stopped])
async def test_without_a_role_there_is_only_the_door(town: Town, who: Callable):
    browser, wrong, bodies = await who(town), [], set()
    for method, path in [*GROUP, *WHOLE, *(one for one, need in OPEN.items() if need == MEMBER)]:
        address = at(path, town.alfa, town.here, item="RE-01")
        answer = await asked(browser, method, address, sent(path, town.alfa, town.here))
        if answer.status_code != (401 if method == "POST" else 303):
            wrong.append((method, path, answer.status_code))
        assert answer.headers.get("location", "/in") == "/in"
        bodies.add(answer.text)
    assert wrong == []
    assert len(bodies) == 2, "one for looking and one for sending, whatever is named"
