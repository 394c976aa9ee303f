"""What comes under a thanks: taps in one message, page by page, and an earlier answer that touches this one."""

from collections.abc import Iterator

from dialogues.moves.keeping.pages import NAMES
from handlers.outgoing import Key, Outgoing, Rows, Showing, column, pairs, plain

MARK = {"mood": "☺ ", "energy": "⚡ "}  # tells the two rows apart at a glance; the text says it in words
STEPS = range(1, 6)


def thanks(show: Showing) -> Outgoing:
    """Thanks, with the page that is open: mood and energy, a new insight, recognising it, or what was tapped."""
    said = show.args.get("thanks")
    opening = (show.words(said),) if said else ()
    match show.args.get("page", "mood"):
        case "mood":
            return Outgoing("\n\n".join((*opening, _moods(show))), (*_steps(show), (_skip(show),)))
        case "insight" | "recognise" as name:
            asked = show.words(f"tap_{name}")
            return Outgoing("\n\n".join((*opening, *_noted(show), asked)), _telling(show, name))
        case _:
            told = (*opening, *_noted(show)) or (show.words("enough"),)
            return Outgoing("\n\n".join(told), _deeper(show))


def _moods(show: Showing) -> str:
    """The two scales with what their ends mean, and what was tapped so far."""
    lines = [show.words("tap_mood_energy")]
    for name in MARK:
        known = show.library.pulses[NAMES[name]]
        value = show.taps.get(known.id)
        ends = f"1 = {plain(known.scale.min_label[show.language])} · 5 = {plain(known.scale.max_label[show.language])}"
        lines.append(f"\n{plain(known.text[show.language])}" + (f" ▸ {plain(value)}" if value else f"\n{ends}"))
    return "\n".join(lines)


def _steps(show: Showing) -> Rows:
    """Both rows stay until the page is left: tapping again changes the value."""
    return tuple(
        tuple(
            show.value(("✓ " if show.taps.get(NAMES[name]) == str(n) else mark) + str(n), f"{name}.{n}", "tap")
            for n in STEPS
        )
        for name, mark in MARK.items()
    )


def _telling(show: Showing, name: str) -> Rows:
    """What only the leader can tell, two buttons a row; the way out is the last of them."""
    buttons = show.library.messages[f"tap_{name}"].buttons
    keys = [show.value(button.label[show.language], f"{name}.{button.id}", "tap") for button in buttons]
    return pairs((*keys, _skip(show, "done")))


def _skip(show: Showing, value: str = "skip") -> Key:
    return show.value(show.library.messages["tap_mood_energy"].buttons[0].label[show.language], value, "tap")


def _deeper(show: Showing) -> Rows:
    """The button for one more question, where there is one to ask."""
    return (show.keys("deeper_offer", "deeper"),) if show.args.get("deeper") else ()


def _noted(show: Showing) -> tuple[str, ...]:
    """What was tapped, in words; what an earlier thanks told is not told again."""
    told = ", ".join(_told(show))
    return (show.words("tap_done", taps=told),) if told else ()


def _told(show: Showing) -> Iterator[str]:
    for name, kept in NAMES.items():
        value = show.taps.get(kept)
        if value is not None and kept not in show.args.get("told", ()):
            message = f"tap_said_{name}" if name in MARK else f"tap_said_{name}_{value}"
            yield show.library.messages[message].text[show.language].replace("{value}", value)


def echo(show: Showing) -> Outgoing:
    """An earlier sentence of the leader's own, and what they said about it; words that are gone are not shown."""
    quote, verdict = show.material["quote"], show.material["verdict"]
    told = (show.words(f"echo_{verdict}"),) if verdict != "open" else ()
    shown = (show.words("echo_offer"),) if quote else ()
    return Outgoing("\n\n".join((*shown, *told)), column(show.keys("echo_offer")) if not told else ())
