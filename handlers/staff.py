"""What those who run groups are shown and share: the way in, a welcome, the mirror of a group."""

from collections.abc import Callable, Iterator, Sequence

from dialogues.model import Dilemma
from handlers.outgoing import Key, Outgoing, Showing, plain
from summaries.cohort.facts import SEVEN, Mirror, Spread, from_json
from summaries.cohort.safely import Share


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


SCREENS: dict[str, Callable[[Showing], Outgoing]] = {
    "console_link": link("console"),
    "page_link": link("page"),
    "staff_joined": welcomed,
    "group_mirror": group_mirror,
}
