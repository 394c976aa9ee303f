"""What was asked of words in doubt is told in words: a button, by its name or number, none of them, or more words."""

from dataclasses import replace

from dialogues.answers import brushing
from dialogues.effects import Effect, Keep, Outdate, Say, Turn
from dialogues.events import Pressed, Said
from dialogues.moves.answers import answering, replies
from dialogues.moves.anywhere import arranging
from dialogues.moves.keeping import doubting, gathering
from dialogues.moves.keeping.closing import settled
from dialogues.moves.rhythm import pausing
from dialogues.moves.steps import Step, says
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import floor, later, leaving, queries, sayings
from dialogues.wishes.leaving import Wish

HOW = {"meant": "meant_how", "meant_question": "meant_question_how"}  # which words tell it; said once
OFF = ("off", "perhaps off", "state")


def told(talk: OnPrompt, said: Said, scene: Scene) -> Step:
    """While it is asked what the words before were: a button, the wish again, or the answer going on."""
    assert scene.prompt is not None
    screen = doubting.screen(scene.held[-1].text)
    match doubting.told(said.text, scene):
        case None:
            pass
        case "none":
            return left(scene.prompt, scene)
        case "please" if screen == "meant":
            return pressed(talk, _likest(scene), scene)
        case "please" | "yes" | "no":
            return unsure(scene.prompt, screen, scene)
        case button:
            return pressed(talk, button, scene)
    return once_more(talk, said, scene) or more(scene.prompt, screen, said, scene)


def once_more(talk: OnPrompt, said: Said, scene: Scene) -> Step | None:
    """The wish itself, said again or with a moment; None for other words."""
    assert scene.prompt is not None
    wish = arranging.wanted(talk, said.text, scene) or moment_of(said.text, scene)
    brush = brushing.told(said.text)
    if wish is None and brush in OFF:
        wish = Wish("later", later.within(brushing.moment(said.text)))
    if wish is not None:
        return arranging.instead(talk, scene.prompt, wish, scene)
    return pressed(talk, "question", scene) if brush in replies.UNSURE else None


def more(prompt: Prompt, screen: str, said: Said, scene: Scene) -> Step:
    """One answer with what follows; a word to the bot that changes nothing leaves it open what they were."""
    if queries.meant(said.text) == "unclear":
        return unsure(prompt, screen, scene)
    given = tuple(replace(answer, state="kept") for answer in scene.held)
    after, effects = answering.heard(said, replace(scene, held=(), answers=(*scene.answers, *given)))
    if not any(isinstance(each, Keep | Turn) for each in effects):
        return OnPrompt(prompt.id), effects
    return after, (*doubting.confirmed(scene), *effects)


def unsure(prompt: Prompt, screen: str, scene: Scene) -> Step:
    """A yes or no that may mean more than one thing: which words tell it, said once; then it is the answer."""
    if scene.confirming in HOW.values():
        return left(prompt, scene)
    return says(OnPrompt(prompt.id), HOW[screen], prompt.id)


def left(prompt: Prompt, scene: Scene) -> Step:
    """Never mind: nothing is arranged, and what was written is kept, as the answer where words are one."""
    gone = Outdate(frozenset(HOW), prompt.id)
    kept: tuple[Effect, ...] = (*doubting.confirmed(scene), gone)
    if prompt.stage in floor.TAPPED and arranging.on_hand(scene) is not None:
        return OnPrompt(prompt.id), (*kept, Say("meant_beside", {}, prompt.id))
    turned = Turn(replace(prompt, state="answered", stage="done"))
    ended = (turned, *settled(prompt), *gathering.without_buttons(prompt)) if arranging.on_hand(scene) else ()
    return Resting(prompt.id), (*kept, *ended, Say("meant_kept", {}, prompt.id))


def pressed(talk: Talk, button: str, scene: Scene) -> Step:
    """What a tap on that button does."""
    assert scene.prompt is not None
    screen = doubting.screen(scene.held[-1].text)
    return arranging.pressed(talk, Pressed(screen, scene.prompt.id, button, 0), scene)


def claimed(talk: Talk, said: Said, scene: Scene) -> Step | None:  # noqa: ARG001  (one shape for all moves)
    """Words that put off what was asked were the answer after all; None for other words, and when there are none."""
    prompt = arranging.on_hand(scene)
    if prompt is None or scene.held or not scene.aside or not doubting.claims(said.text):
        return None
    meant = Said("\n".join(each.text for each in scene.aside), scene.aside[-1].message or 0)
    after, effects = answering.of_kind(prompt, meant, scene)
    return after, (*effects, *gathering.without_buttons(prompt))


def moment_of(text: str, scene: Scene) -> Wish | None:
    """A moment or a length alone, after words that may have been the wish to be asked later or to rest."""
    match wished_before(scene.held[-1].text):
        case "later" if later.named(text, scene.today, scene.language):
            return Wish("later", text)
        case "pause" if pausing.names(text, scene):
            return Wish("pause", text)
        case _:
            return None


def wished_before(text: str) -> str:
    """What words that are kept aside wish for, or are like; "" for an answer."""
    wish = leaving.wish(text) or leaving.asked_at_the_end(text)
    found = sayings.guess(text) if wish is None else None
    return wish.kind if wish is not None else found.kind if found is not None else ""


def _likest(scene: Scene) -> str:
    """What is offered that the words in doubt are most like."""
    wished = wished_before(scene.held[-1].text)
    return wished if wished in doubting.ARRANGED else "later"
