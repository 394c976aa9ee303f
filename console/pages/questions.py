"""A facilitator's own question: written, looked at, tried in one's own chat, planned, changed or dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from starlette.responses import Response

from console.numbers import number
from console.visit import Visit
from dialogues.asking.own_questions import LONGEST
from dialogues.model import LANGUAGES, Language, Text
from journeys.console import cohorts, hosts, questioning
from journeys.console.questioning import Doubts, Wanted
from journeys.console.who import Refused
from storage.own_questions import OwnQuestion

LOOKS = 8  # times that a page looks by itself whether the dry run has gone out


@dataclass(frozen=True, slots=True)
class Typed:
    """A question as it was typed, with what is wrong by the name of the field ("" for the whole), and what is doubtful.

    `looked`: nothing is wrong, and it is shown as it would look before it is kept.
    """

    nl: str = ""
    en: str = ""
    on_date: str = ""
    mark: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    looked: bool = False


@dataclass(frozen=True, slots=True)
class Bubble:
    """One language of a question as it looks in the chat, button by button."""

    language: Language
    from_: str
    text: str
    calm: str
    buttons: tuple[str, ...]


async def listing(visit: Visit) -> Response:
    """All questions of a group, and room for a new one."""
    return await _listed(visit, Typed())


async def write(visit: Visit) -> Response:
    """A new draft, looked at first; a mistake leaves what was typed as it is, a doubt keeps nobody from anything."""
    typed = await _typed(visit)
    if typed.errors:
        return await _listed(visit, typed, 422)
    if visit.given("do") == "look":
        return await _listed(visit, replace(typed, looked=True))
    made = await questioning.write(visit.world, visit.who, visit.cohort, _wanted(typed), visit.once.number)
    return visit.done(f"/cohorts/{visit.cohort}/questions/{made}", "done.draft")


async def show(visit: Visit) -> Response:
    """One question, as it looks and as it stands."""
    return await _shown(visit, None)


async def change(visit: Visit) -> Response:
    """Other texts or another day; what somebody else changed meanwhile is shown first."""
    typed = await _typed(visit)
    if typed.errors:
        return await _shown(visit, typed, 422)
    try:
        await questioning.change(visit.world, visit.who, visit.cohort, _number(visit), _wanted(typed), typed.mark)
    except Refused as refused:
        if refused.key != "meanwhile":
            raise
        told = replace(typed, mark="", errors={"": visit.words("refused.meanwhile")})
        return await _shown(visit, told, 409)
    return _back(visit, "done.kept")


async def try_out(visit: Visit) -> Response:
    """To one's own chat."""
    await questioning.try_out(visit.world, visit.who, visit.cohort, _number(visit), visit.once.number)
    return visit.go(f"/cohorts/{visit.cohort}/questions/{_number(visit)}?sent=1")


async def plan(visit: Visit) -> Response:
    """For everybody, on its day."""
    await questioning.plan(visit.world, visit.who, visit.cohort, _number(visit), visit.given("mark"))
    return _back(visit, "done.planned")


async def drop(visit: Visit) -> Response:
    """For nobody."""
    await questioning.drop(visit.world, visit.who, visit.cohort, _number(visit))
    return _back(visit, "done.dropped")


def bubbles(visit: Visit, question: OwnQuestion, by: str, group: str) -> tuple[Bubble, ...]:
    """How it looks in the chat, in both languages."""
    from_, under = (visit.desk.library.messages[name] for name in ("own_question_from", "prompt_buttons"))
    return tuple(
        Bubble(
            language,
            from_.text[language].format(**{"from": by or hosts.UNNAMED[language], "cohort": group}),
            Text(question.nl, question.en)[language],
            under.text[language],
            tuple(button.label[language] for button in under.buttons if button.id != "other"),
        )
        for language in LANGUAGES
    )


async def _typed(visit: Visit) -> Typed:
    """What was typed, and what is wrong with it."""
    typed = Typed(visit.given("nl"), visit.given("en"), visit.given("on_date"), visit.given("mark"))
    text, on = Text(typed.nl, typed.en), _date(typed.on_date)
    found = await questioning.wrong(visit.world, visit.who, visit.cohort, text, on)
    errors = dict[str, str]()
    for one in found:
        key = f"refused.{one.what}" if one.where == "on_date" else f"question.{one.what}_{one.where}"
        errors.setdefault(one.where, visit.words(key, most=LONGEST))
    doubts = await questioning.doubts(visit.world, visit.who, visit.cohort, text, on)
    return replace(typed, errors=errors, doubts=_doubtful(visit, doubts))


def _doubtful(visit: Visit, doubts: Doubts) -> dict[str, list[str]]:
    """What is worth another look, by the name of the field."""
    found: dict[str, list[str]] = {}
    for language, doubt in doubts.text:
        found.setdefault(language, []).append(visit.words(f"question.doubt_{doubt}"))
    if doubts.late:
        found["on_date"] = [visit.words("question.doubt_late")]
    return found


def _wanted(typed: Typed) -> Wanted:
    return Wanted(Text(typed.nl, typed.en), date.fromisoformat(typed.on_date))


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _number(visit: Visit) -> int:
    found: int = visit.request.path_params["question"]
    return found


def _back(visit: Visit, key: str) -> Response:
    return visit.done(f"/cohorts/{visit.cohort}/questions/{_number(visit)}", key)


async def _listed(visit: Visit, typed: Typed, status: int = 200) -> Response:
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    found = await questioning.of(visit.world, visit.who, visit.cohort)
    shown = _unkept(visit, typed, cohort.name) if typed.looked else ()
    return visit.group("cohorts/questions", cohort, status, found=found, typed=typed, most=LONGEST, bubbles=shown)


def _unkept(visit: Visit, typed: Typed, group: str) -> tuple[Bubble, ...]:
    """How what was typed would look."""
    text, now = questioning.tidied(Text(typed.nl, typed.en)), visit.world.clock.now()
    question = OwnQuestion(visit.cohort, text.nl, text.en, None, visit.who.member, now)
    return bubbles(visit, question, visit.who.name, group)


async def _shown(visit: Visit, typed: Typed | None, status: int = 200) -> Response:
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    seen = await questioning.one(visit.world, visit.who, visit.cohort, _number(visit))
    asked = seen.question
    looks = number(visit.given("sent")) or 0
    stands = Typed(asked.nl, asked.en, asked.on_date.isoformat() if asked.on_date else "", seen.mark)
    return visit.group(
        "cohorts/question",
        cohort,
        status,
        seen=seen,
        typed=replace(typed, mark=typed.mark or seen.mark) if typed else stands,
        bubbles=bubbles(visit, asked, seen.by, cohort.name),
        looks=looks if looks < LOOKS and asked.tried_at is None else 0,
        sent=bool(looks),
        most=LONGEST,
    )
