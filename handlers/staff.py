"""What those who run groups are shown and share: the way in, a welcome, a new group, the mirror of a group."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, time, timedelta

from dialogues import phrases, rhythm, zones
from dialogues.founding import FIELDS, LONGEST_NAME, LONGEST_RETENTION
from dialogues.model import Dilemma
from handlers.outgoing import Key, Outgoing, Showing, column, plain
from summaries.cohort.facts import SEVEN, Mirror, Spread, from_json
from summaries.cohort.safely import Share

QUIET = rhythm.default("standard", "nl", "Europe/Amsterdam").quiet  # of who joins a group


def link(name: str) -> Callable[[Showing], Outgoing]:
    """A button to a web page of ours, by a link that works once."""

    def shown(show: Showing) -> Outgoing:
        text, address = show.words(f"{name}_link"), f"{show.args['address']}/in/{show.material['token']}"
        if not address.startswith("https:"):  # Telegram takes no button that leads to this machine itself
            return Outgoing(f"{text}\n\n{plain(address)}")
        return Outgoing(text, ((Key(show.words(f"{name}_open"), url=address, style="primary"),),))

    return shown


def welcomed(show: Showing) -> Outgoing:
    """Somebody may run groups from now on."""
    name = "staff_joined" if show.args["organisation"] else "staff_joined_unnamed"
    return Outgoing(show.words(name, role=show.words(f"role_{show.args['role']}")))


def group_mirror(show: Showing) -> Outgoing:
    """The mirror of the group as text: parts of the group in wide steps, only what is not held back."""
    mirror = from_json(show.material["facts"])
    assert isinstance(mirror, Mirror), "a release of this kind holds a mirror"
    return Outgoing("\n\n".join((show.words("cohort_open"), *_told(show, mirror))))


def _told(show: Showing, mirror: Mirror) -> Iterator[str]:
    for spread in mirror.positions:
        dilemma = show.library.dilemmas.get(spread.about)
        if dilemma is not None and spread.shares:
            yield _scale(show, dilemma, spread)
    if mirror.energy.shares:
        low, middle, high = map(percents, mirror.energy.shares)
        yield show.words("cohort_energy", low=low, middle=middle, high=high)
    if named := [*_themes(show, mirror.qualities)]:
        yield show.words("cohort_themes", themes="\n".join(named))


def _scale(show: Showing, dilemma: Dilemma, spread: Spread) -> str:
    known = {"paradox": dilemma.title[show.language]}
    known |= {"pole_a": dilemma.pole_a.label[show.language], "pole_b": dilemma.pole_b.label[show.language]}
    if len(spread.shares) == SEVEN:
        listed = "\n".join(f"{place}: {percents(share)}" for place, share in enumerate(spread.shares, 1))
        return show.words("cohort_scale_7", **known, shares=listed)
    a, middle, b = map(percents, spread.shares)
    return show.words("cohort_scale", **known, share_a=a, share_mid=middle, share_b=b)


def _themes(show: Showing, found: Sequence[tuple[str, Share]]) -> Iterator[str]:
    for name, share in found:
        if name in show.library.qualities:
            yield f"{show.library.qualities[name].name[show.language]}: {percents(share)}"


def percents(share: Share) -> str:
    """A share as it is read: from and to."""
    low, high = share.percents
    return f"{low}–{high} %"


def made(show: Showing) -> Outgoing:
    """A new group: what it is, its link, and a text to send along."""
    known, language = show.args, show.language
    link = f"https://t.me/{show.username}?start={show.material['token']}"
    told = {
        "programme": show.library.programmes[known["programme"]].name[language],
        "spoken": show.words(f"cohort_in_{known['spoken']}"),
        "zone": zones.label(known["zone"], language),
        "start": _date(show, "starts_on", "cohort_start_any"),
        "end": _date(show, "ends_on", "cohort_end_none"),
        "day": show.words("cohort_usual") if known["weekday"] is None else phrases.days((known["weekday"],), language),
        "hour": phrases.hour(time.fromisoformat(known["hour"]), language)
        if known["hour"]
        else show.words("cohort_usual"),
    }
    created = show.words("cohort_created", **told, link=link)
    return Outgoing(f"{created}\n\n{show.words('facilitator_invite', link=link)}")


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
        "most": LONGEST_RETENTION if why == "keep" else LONGEST_NAME,
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
    }
    start = date.fromisoformat(show.args["starts_on"])
    last = start + timedelta(weeks=26)
    days = {"starts_on": start, "ends_on": last}
    return f"{FIELDS[about][show.language]}: {given.get(about) or phrases.full_day(days[about], show.language)}"


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
    how = show.words("cohort_usage", programme=names.split("; ")[0], programmes=names, start=start)
    return Outgoing("\n\n".join((*_groups(show), how)))


def looked(show: Showing) -> Outgoing:
    """The groups of somebody who may make none."""
    return Outgoing("\n\n".join((*_groups(show), show.words("cohort_look"))))


def _groups(show: Showing) -> Iterator[str]:
    lines = [show.words("cohort_line", cohort=name, n=joined) for name, joined in show.args["groups"]]
    if lines:
        yield "\n".join(lines)


SCREENS: dict[str, Callable[[Showing], Outgoing]] = {
    "console_link": link("console"),
    "page_link": link("page"),
    "staff_joined": welcomed,
    "group_mirror": group_mirror,
    "cohort_created": made,
    "cohort_wrong": wrong,
    "cohort_same": same,
    "organisation_ask": named,
    "cohort_usage": usage,
    "cohort_look": looked,
}
