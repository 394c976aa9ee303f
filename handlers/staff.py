"""What those who run groups are shown and share: the way in, a welcome, the mirror of a group."""

from collections.abc import Callable

from handlers.outgoing import Key, Outgoing, Showing, column, plain
from summaries.cohort.facts import Mirror, from_json
from summaries.cohort.text import parts


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


def named(show: Showing) -> Outgoing:
    """What are they called? The reply field opens by itself."""
    return Outgoing(show.words("staff_name_ask"), column(show.keys("staff_name_ask")), asks=True)


def group_mirror(show: Showing) -> Outgoing:
    """The mirror of the group as text: parts of the group in wide steps, only what is not held back."""
    *before, mirror = map(_mirror, (*show.material["before"], show.material["facts"]))
    told = [show.words(name, **values) for name, values in parts(mirror, show.library, show.language, before)]
    return Outgoing("\n\n".join((show.words("cohort_open"), *told)))


def _mirror(facts: str) -> Mirror:
    mirror = from_json(facts)
    assert isinstance(mirror, Mirror), "a release of this kind holds a mirror"
    return mirror


SCREENS: dict[str, Callable[[Showing], Outgoing]] = {
    "console_link": link("console"),
    "page_link": link("page"),
    "staff_joined": welcomed,
    "staff_name_ask": named,
    "group_mirror": group_mirror,
}
