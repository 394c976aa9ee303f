"""Two organisations with three groups and somebody in every role, to ask who may see and do what."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import httpx
from console_at_work import HELPER, NOON, OWNER, STRANGER, URL, WANTED, WATCHER, Browser, Forms, Office
from starlette.applications import Starlette
from starlette.routing import Route

from console import cookies
from dialogues.people import Id
from journeys.console import organisations, questioning
from journeys.guide import Founder, subscribe
from journeys.tokens import digest
from storage import invites, members, own_questions, releases, roles, staff_invites
from storage import organisations as kept_organisations
from storage.own_questions import OwnQuestion
from summaries.cohort.facts import Mirror, Spread, as_json
from summaries.cohort.safely import Share

OF_A, OF_B, SPARE = 21, 22, 23  # chats: facilitators of one group, and somebody to take a role from
MISSING = 4_611_686_018_427_387_904  # an id that nothing has
BEYOND = 10**30  # a number that no id can be
MIRROR = Mirror(
    date(2026, 10, 1), date(2026, 10, 31), 12, (Spread("P04", (Share(0, 2), Share(1, 2), Share(0, 2))),),
    Spread("energy", (Share(1, 2), Share(0, 2), Share(0, 2))), (("reflection", Share(1, 2)),),
)  # fmt: skip


@dataclass(frozen=True)
class Group:
    """A group with one of everything that an address may name."""

    id: Id
    name: str
    invite: Id
    token: str = field(repr=False)
    release: Id
    question: Id
    mark: str


@dataclass(frozen=True)
class Home:
    """An organisation with a role and an invite that may be ended."""

    id: Id
    name: str
    role: Id
    staff_invite: Id


@dataclass
class Town:
    """Alfa and Beta are groups of Thuis, Gamma is one of Elders."""

    office: Office
    here: Home
    there: Home
    alfa: Group
    beta: Group
    gamma: Group

    @property
    def names(self) -> set[str]:
        """Every name that tells that something exists."""
        return {one.name for one in (self.here, self.there, self.alfa, self.beta, self.gamma)}


async def settled(office: Office) -> Town:
    """The town, with a role for every chat."""
    async with office.bot.store.transaction() as session:
        owner = await organisations.member_at(office.bot, session, OWNER, "nl")
        assert owner is not None
        (held,) = await roles.of(session, owner.id)
        await kept_organisations.rename(session, held.organisation, "Alliantie Thuis")
        elders = await kept_organisations.add(session, "Alliantie Elders", NOON)
        alfa, beta = [await _group(session, name, held.organisation, owner.id) for name in ("Alfa", "Beta")]
        gamma = await _group(session, "Gamma", elders.id, owner.id)
        for chat, home, cohort, kind in (
            (HELPER, held.organisation, None, "facilitator"), (WATCHER, held.organisation, alfa.id, "observer"),
            (OF_A, held.organisation, alfa.id, "facilitator"), (OF_B, held.organisation, beta.id, "facilitator"),
            (STRANGER, elders.id, None, "owner"),
        ):  # fmt: skip
            await _role(session, chat, home, cohort, kind)
        here = await _home(session, held.organisation, "Alliantie Thuis", owner.id)
        there = await _home(session, elders.id, "Alliantie Elders", owner.id)
    return Town(office, here, there, alfa, beta, gamma)


async def _group(session, name, home, owner) -> Group:
    made = await subscribe(session, replace(WANTED, name=f"Groep {name}"), Founder(home, owner), NOON)
    token, until = f"token-of-{name}".ljust(24, "x"), NOON + timedelta(days=30)
    await invites.add(session, made.id, digest(token), until, 5, NOON, invites.Made(owner))
    (invite,) = await invites.of(session, made.id)
    await releases.keep(session, made.id, "mirror", (MIRROR.first, MIRROR.last), as_json(MIRROR), NOON)
    (release,) = await releases.of(session, made.id, "mirror")
    question = OwnQuestion(made.id, "Wat stel je uit?", "What do you put off?", date(2026, 11, 18), owner, NOON)
    await own_questions.add(session, replace(question, tried_at=NOON))
    return Group(made.id, made.name, invite.id, token, release.id, question.id, questioning.mark_of(question))


async def _role(session, chat, home, cohort, kind) -> Id:
    member = await members.by_chat(session, chat) or await members.add(session, chat, "nl", NOON)
    held = roles.new(member.id, home, cohort, kind)
    await roles.give(session, held, None, NOON)
    return held.id


async def _home(session, home, name, owner) -> Home:
    ended = await _role(session, SPARE, home, None, "observer")
    invite = staff_invites.new((home, None, "observer"), owner, NOON + timedelta(days=7))
    await staff_invites.add(session, invite, digest(f"s_{home}"), NOON)
    return Home(home, name, ended, invite.id)


def routes(app: Starlette) -> Iterator[tuple[str, str]]:
    """Every method and address that an app answers; what is mounted is of nobody."""
    for route in app.routes:
        if isinstance(route, Route):
            for method in sorted((route.methods or set()) - {"HEAD"}):
                yield method, route.path


def token_of(browser: Browser) -> str:
    """What a form of this browser carries."""
    return cookies.form_token(browser.client.cookies.get(cookies.SESSION) or "")


async def posts(browser: Browser, path: str, **fields: str) -> httpx.Response:
    """A form as a page of ours would send it."""
    told = {"form_token": token_of(browser), **fields}
    return await browser.client.post(path, data=told, headers={"Origin": URL, "Sec-Fetch-Site": "same-origin"})


def forms(page: httpx.Response) -> dict[str, dict[str, str]]:
    """The forms on a page with their hidden fields, by where they go."""
    found = Forms()
    found.feed(page.text)
    return found.found
