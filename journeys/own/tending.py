"""What a leader does with what is theirs: an answer, a line of a look back, an intention; as the chat does it."""

from functools import partial

from dialogues import conversation
from dialogues.answers.intentions import MOST
from dialogues.effects import Conceal
from dialogues.events import Commanded, Pressed
from dialogues.moves.leaders import intending, own
from dialogues.moves.leaders.lookback import key
from dialogues.moves.leaders.own import Place
from dialogues.moves.steps import Step
from dialogues.people import Id
from dialogues.scene import Scene
from dialogues.talk import Talk
from journeys.console.who import Missing
from journeys.own import doing
from journeys.ports import World
from storage import answers, intentions, summaries
from storage.session import Session

ACTS = ("hide", "show", "withdraw", "withdraw_hidden", "restore", "restore_hidden")  # of an answer, as on its buttons
OUTCOMES = tuple(intending.OUTCOMES)
LONGEST = 1000  # characters of an intention
FULL, EMPTY, LONG = "intention_full", "intention_empty", "intention_long"
SAME = "same"  # it is there already: the button was pressed twice


async def treat(world: World, leader: Id, answer: Id, act: str) -> None:
    """One of `ACTS`; Missing for what is not this leader's. What is in another state by now stays as it is."""

    async def there(session: Session) -> str:
        if act not in ACTS or not await answers.whole(session, leader, answer):
            raise Missing
        return ""

    await doing.done(world, leader, partial(_treated, Pressed("answers", answer, Place().value(act), 0)), there)


def _treated(event: Pressed, talk: Talk, scene: Scene) -> Step:
    return doing.silently(own.pressed(talk, event, scene))


async def hide(world: World, leader: Id, summary: Id, line: str) -> None:
    """Hide one line for good, by its key; Missing when the look back is not this leader's."""

    async def there(session: Session) -> str:
        if await summaries.get(session, leader, summary) is None:
            raise Missing
        return ""

    await doing.done(world, leader, lambda talk, _: (talk, (Conceal(summary, line, 0),)), there)


def key_of(line: str) -> str:
    """The key by which a form names a line."""
    return key(line)


async def settle(world: World, leader: Id, intention: Id, outcome: str) -> None:
    """One of `OUTCOMES`; Missing for what is not this leader's."""

    async def there(session: Session) -> str:
        if outcome not in OUTCOMES or await intentions.get(session, leader, intention) is None:
            raise Missing
        return ""

    await doing.done(world, leader, partial(_settled, Pressed("intentions", intention, outcome, 0)), there)


def _settled(event: Pressed, talk: Talk, scene: Scene) -> Step:
    return doing.silently(intending.pressed(talk, event, scene))


async def intend(world: World, leader: Id, text: str) -> str:
    """Note an intention; "" when that was done, else why not: `FULL`, `EMPTY` or `LONG`. One that is open stays one.

    `doing.CARE`: the words called for care, which is in the chat; whatever they were meant for, that comes first.
    """
    words = " ".join(text.split())
    if not words or len(words) > LONGEST:
        return LONG if words else EMPTY
    before: list[int] = []

    async def count(session: Session) -> str:
        found = await intentions.open_of(session, leader)
        before.append(len(found))
        return SAME if any(one.text == words for one in found) else ""

    no = await doing.done(world, leader, partial(_intended, Commanded("intention", words)), count)
    if no == SAME:
        return ""
    return no or (FULL if before[0] >= MOST else "")


def _intended(event: Commanded, talk: Talk, scene: Scene) -> Step:
    return conversation.step(talk, event, scene)
