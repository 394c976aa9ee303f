"""A group that is subscribed in the chat: how that is done, what is wrong with it, and what it became."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta

from dialogues.asking import calendar as dates
from dialogues.asking import phrases, rhythm, zones
from dialogues.model import Language, Text
from dialogues.people import Cohort, Rhythm
from dialogues.wishes.founding import FIELDS, LONGEST_NAME, RETENTIONS
from handlers.outgoing import Outgoing, Showing, column, plain

QUIET = rhythm.default("standard", "nl", "Europe/Amsterdam").quiet  # of who joins a group


def made(show: Showing) -> Outgoing:
    """A new group: what it is, its link, and a text to send along."""
    known, language, chosen = show.args, show.language, _rhythm(show)
    link = f"https://t.me/{show.username}?start={show.material['token']}"
    told = {
        "programme": show.library.programmes[known["programme"]].name[language],
        "spoken": show.words(f"cohort_in_{known['spoken']}"),
        "zone": zones.label(known["zone"], language),
        "start": _date(show, "starts_on", "cohort_start_any"),
        "end": _date(show, "ends_on", "cohort_end_none"),
        "day": phrases.days(chosen.days, language),
        "hour": phrases.hours(chosen.times, language),
        "mirror": _mirrors(show),
    }
    created = show.words("cohort_created", **told, link=link)
    invite = show.words("facilitator_invite", link=link)
    return Outgoing(f"{created}\n\n{invite}", column(show.keys("cohort_created")))


def _mirrors(show: Showing) -> str:
    """How often there is one, and over which months: of all when there is an end, else of the first."""
    first, last, until = (day and _month(show, day) for day in show.args["mirrors"])
    often, whole = show.words(f"cohort_period_{show.args['period']}"), first if first == last else f"{first} – {last}"
    if until == last:
        return show.words("cohort_mirror_once", first=whole)
    if until:
        return show.words("cohort_mirror_until", often=often, first=first, last=until)
    return show.words("cohort_mirror_open", often=often, first=whole)


def _month(show: Showing, day: str) -> str:
    return phrases.month_year(date.fromisoformat(day), show.language)


def _rhythm(show: Showing) -> Rhythm:
    """What who joins begins with."""
    known = show.args
    hour = time.fromisoformat(known["hour"]) if known["hour"] else None
    spoken: Language = "en" if known["spoken"] == "en" else "nl"
    group = Cohort(0, "", known["programme"], spoken, known["zone"], None, weekday=known["weekday"], hour=hour)
    return rhythm.of_group(group)


def calendar(show: Showing) -> Outgoing:
    """Each prompt of the programme with its date, a line for each week."""
    known, language = show.args, show.language
    first, last = (date.fromisoformat(known[name]) if known[name] else None for name in ("first", "ends_on"))
    assert first is not None, "a calendar begins on a day"
    weeks: dict[int, list[str]] = {}
    for one in dates.calendar(show.library.programmes[known["programme"]], _rhythm(show), first):
        if one.at is not None and one.entry.kind != "programme_end" and (last is None or one.at.date() <= last):
            told = f"{phrases.short_day(one.at.date(), language)} {show.words(f'cohort_kind_{one.entry.kind}')}"
            weeks.setdefault(one.entry.week, []).append(told)
    name = "cohort_calendar" if known["starts_on"] else "cohort_calendar_any"
    return Outgoing(show.words(name, weeks="\n".join(f"{week}. {' · '.join(days)}" for week, days in weeks.items())))


def _date(show: Showing, name: str, without: str) -> str:
    on = show.args[name]
    return phrases.full_day(date.fromisoformat(on), show.language) if on else show.words(without)


def wrong(show: Showing) -> Outgoing:
    """Nothing was made: each line that cannot be and why, and what is kept of the others."""
    cannot = "\n\n".join(_why(show, *one) for one in show.args["wrong"])
    told = [f"{show.words('cohort_wrong')}\n\n{cannot}"]
    if right := [f"{FIELDS[one][show.language]}: {plain(said)}" for one, said in show.args["right"]]:
        told.append("\n".join((show.words("cohort_right"), *right)))
    return Outgoing("\n\n".join((*told, show.words("cohort_resend", example=_example(show)))))


def _why(show: Showing, about: str, said: str, why: str) -> str:
    """A line as it was written, and below it why it cannot be."""
    quiet = [phrases.hour(one, show.language) for one in QUIET]
    values = {
        "most": LONGEST_NAME,
        "choices": _choices(show),
        "programmes": _programmes(show),
        "fields": ", ".join(one[show.language] for one in FIELDS.values()),
        "begin": quiet[0],
        "end": quiet[1],
    }
    line = f"{FIELDS[about][show.language]}: {plain(said)}" if about else plain(said)
    return f"<b>{line}</b>\n{show.words(f'cohort_why_{why}', **values)}"


def _example(show: Showing) -> str:
    """One of the lines that cannot be, as it could be."""
    about = next((one for one, _, _ in show.args["wrong"] if one), "hour")
    given = {
        "name": show.words("cohort_example"),
        "programme": _programmes(show).split("; ")[0],
        "language": show.words(f"cohort_in_{show.language}"),
        "zone": zones.label("Europe/Amsterdam", show.language),
        "weekday": phrases.days((1,), show.language),
        "hour": phrases.hour(time(9), show.language),
        "retention_months": "12",
        "period": show.words("cohort_period_quarter"),
    }
    start = date.fromisoformat(show.args["starts_on"])
    last = start + timedelta(weeks=26)
    days = {"starts_on": start, "ends_on": last}
    return f"{FIELDS[about][show.language]}: {given.get(about) or phrases.full_day(days[about], show.language)}"


def _choices(show: Showing) -> str:
    *some, last = map(str, RETENTIONS)
    return f"{', '.join(some)} {Text('of', 'or')[show.language]} {last}"


def _programmes(show: Showing) -> str:
    return "; ".join(one.name[show.language] for one in show.library.programmes.values())


def same(show: Showing) -> Outgoing:
    """There is a group of this name: is that the one that is meant?"""
    since = date.fromisoformat(show.args["since"])
    name = "cohort_same_ahead" if show.args["ahead"] else "cohort_same"
    programme = show.library.programmes[show.args["programme"]].name[show.language]
    text = show.words(name, programme=programme, since=phrases.full_day(since, show.language))
    return Outgoing(text, column(show.keys("cohort_same")))


def named(show: Showing) -> Outgoing:
    """What is the organisation called? The reply field opens by itself."""
    return Outgoing(show.words("organisation_ask"), column(show.keys("organisation_ask")), asks=True)


def usage(show: Showing) -> Outgoing:
    """The groups of somebody who runs them, and how a new one is made."""
    names = _programmes(show)
    start = phrases.full_day(date.fromisoformat(show.args["starts_on"]), show.language)
    how = show.words(
        "cohort_usage", programme=names.split("; ")[0], programmes=names, start=start, choices=_choices(show)
    )
    return Outgoing("\n\n".join((*_groups(show), how)))


def looked(show: Showing) -> Outgoing:
    """The groups of somebody who may make none."""
    return Outgoing("\n\n".join((*_groups(show), show.words("cohort_look"))))


def _groups(show: Showing) -> Iterator[str]:
    lines = [show.words("cohort_line", cohort=name, n=joined) for name, joined in show.args["groups"]]
    if lines:
        yield "\n".join(lines)


SCREENS: dict[str, Callable[[Showing], Outgoing]] = {
    "cohort_created": made,
    "cohort_calendar": calendar,
    "cohort_wrong": wrong,
    "cohort_same": same,
    "cohort_usage": usage,
    "cohort_look": looked,
    "organisation_ask": named,
}
