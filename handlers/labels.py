"""A label that is typed is the button it stands on: a press may be lost, words never are."""

from collections.abc import Iterator

from dialogues.events import Pressed, pressed
from dialogues.model import LANGUAGES, Library
from dialogues.moves.rhythm.settling import DAYS
from dialogues.moves.typed import plain
from handlers import screens
from handlers.outgoing import Key
from journeys import shown
from journeys.ports import Delivery, World

LONGEST = 40  # signs: no label is longer
OPENINGS = ("ja ", "nee ", "yes ", "no ")  # "laat maar" is enough for "Nee, laat maar"
THANKED = {"dank je", "dank je wel", "thank you"}  # said to the bot, rather than to what it offers
MARKS = "✓☺⚡★ "  # stand before a label and are seldom typed


async def press(world: World, chat: int, text: str, replied_to: int | None = None) -> Pressed | None:
    """The button of the last step (or of the message replied to) whose label this is; None for all other words."""
    if len(text) > LONGEST:
        return None
    looks = await shown.latest(world, chat, replied_to)
    return next((found for look, at in looks if (found := on(look, at, text, world.library))), None)


def on(look: Delivery, message: int, text: str, library: Library) -> Pressed | None:
    """The one button of a message that has this label, in either language."""
    keys = list(_keys(look, library))
    for said, typed in ((plain, plain(text)), (bare, bare(text)), (core, plain(text))):
        meant = {key.data for key in keys if key.data and said(key.label) == typed}
        if len(meant) == 1:
            found = pressed(meant.pop(), message)
            return None if found is None or answers(found) else found
    return None


def bare(label: str) -> str:
    """A label without the mark before it."""
    return plain(label.strip(MARKS))


def core(label: str) -> str:
    """A label without the yes or no that it opens with, where at least two words remain."""
    said = bare(label)
    rest = next((said.removeprefix(opening) for opening in OPENINGS if said.startswith(opening)), said)
    return rest if " " in rest and rest not in THANKED else said


def answers(event: Pressed) -> bool:
    """Is this what was asked for? That is read with all other words that answer: numbers, letters, days in a row."""
    return event.group == "value" or (event.group == "choose_days" and event.value in DAYS)


def _keys(look: Delivery, library: Library) -> Iterator[Key]:
    """The buttons as they stand there, and as they would in the other language; none when it can be drawn no more."""
    for language in LANGUAGES:
        try:
            drawn = screens.render(Delivery(look.chat, language, look.screen, look.material), library)
        except Exception:  # noqa: BLE001  (whatever is wrong with a message of before, words are heard)
            return
        yield from (key for row in drawn.keyboard for key in row)
