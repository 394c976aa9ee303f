"""What the bot says, as text and buttons: every screen by its name; whatever has no drawing of its own is a message."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from telegram.constants import ReactionEmoji

from dialogues.events import data
from dialogues.model import LANGUAGES, Library
from handlers import founding, groups, helplines, items, letters, menus, pages, staff, touches
from handlers.outgoing import Key, Outgoing, Showing, column, filled, pairs, plain
from journeys.ports import Delivery

# Buttons side by side, where it is not one a row.
INLINE = {"moment": 1, "choose_days": 3, "choose_zone": 2, "choose_quiet": 2, "choose_country": 2}


def render(delivery: Delivery, library: Library, username: str = "") -> Outgoing:
    """One delivery as Telegram will show it. Raises KeyError for a screen or item that the library does not hold."""
    show = Showing.of(delivery, library, username)
    name = delivery.screen.name
    drawn = _SCREENS.get(name)
    return introduced(show, helplines.beside(show, name, drawn(show) if drawn else message(show, name)))


def introduced(show: Showing, shown: Outgoing) -> Outgoing:
    """A screen under the line that goes above it, if there is one."""
    intro = show.args.get("intro")
    return replace(shown, text=f"{show.words(intro)}\n\n{shown.text}") if intro else shown


def message(show: Showing, name: str) -> Outgoing:
    """A message of the library with its buttons."""
    if name in show.library.safety:
        return care(show, name)
    text = show.words(name)
    return Outgoing(text, pairs(show.keys(name), INLINE.get(name, 1)))


def care(show: Showing, name: str) -> Outgoing:
    """A safety message. The one about despair asks nothing, so it has no buttons; its check has."""
    known = show.library.safety[name].message
    left_out = {button.id for button in known.buttons} if name == "crisis_self" else set()
    buttons = column(show.key(button, name) for button in known.buttons if button.id not in left_out)
    return Outgoing(plain(known.text[show.language]), buttons)


def report(show: Showing) -> Outgoing:
    """A report: whether it was told or tapped, where to go, and what is kept of it."""
    known = show.library.safety["integrity_report"].message
    opening = show.words("report_real" if show.args.get("real") else "report_heard")
    kept = show.about != 0 and "outcome" not in show.args
    closing = show.words(show.args.get("outcome") or ("report_ask" if kept else "report_unkept"))
    left_out = set() if kept else {"delete", "keep"}
    if show.args.get("own"):  # it was done to the leader: nothing to reflect on
        left_out |= {"reflect"}
    buttons = column(show.key(button, known.id) for button in known.buttons if button.id not in left_out)
    return Outgoing(f"{opening} {plain(known.text[show.language])}\n\n{closing}", buttons)


def care_check(show: Showing) -> Outgoing:
    """What was meant? Asked before anything is done."""
    known = show.library.safety["crisis_self"]
    assert known.check is not None
    buttons = column(show.key(button, "crisis_self_check") for button in known.message.buttons)
    return Outgoing(plain(known.check[show.language]), buttons)


def language(show: Showing) -> Outgoing:
    """The very first screen speaks both languages, the likelier one first."""
    known = show.library.messages["language"]
    text = "\n".join(filled(known, one, {}) for one in sorted(LANGUAGES, key=lambda one: one != show.language))
    return Outgoing(text, (show.keys("language"),))


def in_group(show: Showing) -> Outgoing:
    """In a group: where to find the bot, in both languages, since nobody there was asked for theirs."""
    link = f"https://t.me/{show.username}"
    return Outgoing("\n\n".join(filled(show.library.messages["in_group"], one, {"link": link}) for one in LANGUAGES))


def rhythm_first(show: Showing) -> Outgoing:
    """The rhythm, or the usual one in one tap."""
    text = f"{show.words('rhythm', _='')}\n\n{show.words('defaults')}"
    return Outgoing(text, column((*show.keys("defaults"), *show.keys("rhythm"))))


def hour(show: Showing) -> Outgoing:
    """An hour, typed or tapped."""
    return Outgoing(f"{show.words('moment', _='')}\n\n{show.words('choose_hour', _='')}", column(show.keys("moment")))


def days(show: Showing) -> Outgoing:
    """Days that switch on and off in place; each button tells what is chosen: switching back is another press."""
    numbers = show.args.get("days", ())
    chosen, stands = {DAYS[n] for n in numbers}, sum(2**n for n in numbers)
    keys = [
        Key(("✓ " if button.id in chosen else "") + button.label[show.language], data("choose_days", stands, button.id))
        for button in show.library.messages["choose_days"].buttons
    ]
    return Outgoing(show.words("choose_days"), pairs(keys, 3))


DAYS = ("mo", "tu", "we", "th", "fr")


def export(show: Showing) -> Outgoing:
    """Everything, as a file whose name tells nothing about the person."""
    return Outgoing(show.words("export"), document=("weerklank.json", show.material["file"]))


def reaction(show: Showing) -> Outgoing:
    """A quiet receipt on what the leader wrote. Raises ValueError for an emoji that no bot may react with."""
    return Outgoing("", reaction=ReactionEmoji(show.args["emoji"]).value)


def used_up(_: Showing) -> Outgoing:
    """A message without the buttons that were used."""
    return Outgoing("", bare=True)


_SCREENS: dict[str, Callable[[Showing], Outgoing]] = {
    "language": language,
    "in_group": in_group,
    "urgent": helplines.urgent,
    "rhythm_first": rhythm_first,
    "hour": hour,
    "choose_days": days,
    "prompt": items.prompt,
    "dry_run": items.tried,
    "own_question_try": items.tried,
    "followup": items.followup,
    "dilemma_step": items.step,
    "case_reflection": items.reflection,
    "case_closing": items.closing,
    "position_moved": items.moved,
    "names_replaced": partial(items.redacted, name="names_replaced"),
    "names_left": partial(items.redacted, name="names_left"),
    "intention_offer": partial(items.reworded, name="intention_offer"),
    "rewritten": partial(items.reworded, name="rewritten"),
    "rewrite_undone": partial(items.reworded, name="rewrite_undone"),
    "thanks_taps": touches.thanks,
    "echo_offer": touches.echo,
    "crisis_self_check": care_check,
    "integrity_report": report,
    **pages.SCREENS,
    **groups.SCREENS,
    **letters.SCREENS,
    **staff.SCREENS,
    **founding.SCREENS,
    "export": export,
    "reaction": reaction,
    "used_up": used_up,
    "menu": menus.screen,
}
