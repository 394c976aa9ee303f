"""A wish in plain words, to stop, rest or be asked at another time: done at once, or asked about if in doubt."""

from dataclasses import replace

from dialogues.asking import windows
from dialogues.effects import Cancel, Drop, Effect, Keep, Say
from dialogues.events import Pressed, Said
from dialogues.moves import typed
from dialogues.moves.answers import answering, guessing, replies
from dialogues.moves.items import controls, putting_off, scored, values
from dialogues.moves.keeping import doubting, gathering
from dialogues.moves.moments import snoozing
from dialogues.moves.rhythm import pausing, planning, spared
from dialogues.moves.steps import Step, says
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk, Tended
from dialogues.wishes import commanding, later, leaving, often, pauses, queries, rescheduling, sparing, timetable
from dialogues.wishes.leaving import Wish

SCREENS = {"stop": "stop_confirm", "erase": "delete_confirm", "help": "help"}
_UNTIL = {"tot", "t/m", "tem", "until", "till", "til", "through"}


def wanted(talk: Talk, text: str, scene: Scene) -> Wish | None:
    """The wish that these words are, where they can be one."""
    if not isinstance(talk, Resting | OnPrompt | Tended):
        return None
    cared_for = isinstance(talk, Tended) or scene.leader.state == "held"
    if scores(text, scene):
        return None
    if cared_for and typed.plain(text) in typed.STOP:
        return Wish("stop", plain=True)
    if (setting := of_settings(text, alone=scene.prompt is None and not cared_for)) is not None:
        return setting
    if not cared_for and spares(text, scene):
        return Wish("rhythm", text)
    wish = leaving.wish(text) or leaving.asked_at_the_end(text)
    if wish is None or typed.button(text, scene.library.messages["prompt_buttons"]) is not None:
        return None
    return wish if may_be(wish, text, scene, cared_for=cared_for) else None


def scores(text: str, scene: Scene) -> bool:
    """Is it a number where one is asked for, as in "put me at five"? Then it is no hour, also if it is not there."""
    prompt = scene.prompt
    if prompt is None or windows.over(prompt, scene.now):
        return False
    return scored.meant(prompt, text, scene) is not None or values.beyond(prompt, text, scene) is not None


def of_settings(text: str, *, alone: bool = False) -> Wish | None:
    """The wish to be asked at other moments or more or less often, which can be nothing else.

    `alone`: nothing waits for an answer, so that fewer words will do.
    """
    days = (sparing.wished if alone else sparing.plainly)(text) or commanding.days(text) is not None
    days = days or (rescheduling.wished(text) is not None if alone else rescheduling.plainly(text))
    said = days or timetable.asked(text) is not None or (often.named if alone else often.asked)(text) is not None
    return Wish("rhythm", text, plain=True) if said else None


def spares(text: str, scene: Scene) -> bool:
    """May these words, the first to what is open, be about a day on which nothing is to be asked?"""
    prompt = on_hand(scene)
    return (
        prompt is not None
        and not gathering.pieces(prompt, scene)
        and (sparing.wished(text) or rescheduling.lasting(text))
    )


def may_be(wish: Wish, text: str, scene: Scene, *, cared_for: bool) -> bool:
    """Can it be that wish: with an end that is understood, and where there is something to put off?"""
    prompt = on_hand(scene)
    match wish.kind:
        case "help":
            return not cared_for and typed.plain(text) != "hulp"  # that may be meant of people
        case "later":
            return not cared_for and (
                nothing_waits(wish, text, scene) if prompt is None else puts_off(prompt, wish, text, scene)
            )
        case "pause" if wish.end:
            named = pausing.later_on(wish.end, scene) or pauses.pause_until(wish.end, scene.today, scene.language)
            return named is not None or wish.end.split()[0] in _UNTIL
        case _:
            return wish.plain or prompt is None or not gathering.pieces(prompt, scene)


def nothing_waits(wish: Wish, text: str, scene: Scene) -> bool:
    """Is it a putting off although no words are waited for? A bare moment, or being ill, may tell something more."""
    tells = typed.plain(text) == wish.end or queries.nothing_to_tell(text)
    return scene.prompt is None or wish.plain or (not scene.prompt.over and not tells)


def puts_off(prompt: Prompt, wish: Wish, text: str, scene: Scene) -> bool:
    """Does it put off what is asked now? Who was ill has nothing to tell.

    At a further step a bare "tonight" is an answer, and "no time" is enough for now.
    """
    if replies.states(prompt, text, scene):
        return False
    if prompt.state == "open":
        return prompt.stage != "answer" or not queries.nothing_to_tell(text)
    other = typed.plain(text) == wish.end or ("?" not in text and typed.only_enough(text, scene))
    return not other and not gathering.pieces(prompt, scene)


def on_hand(scene: Scene) -> Prompt | None:
    """The prompt that waits for words, so that they may be its answer."""
    prompt = scene.prompt
    if prompt is None or prompt.kind == "pulse" or windows.over(prompt, scene.now):
        return None
    waits = prompt.state == "open" or (prompt.state == "answered" and not prompt.over)
    return prompt if waits else None


def step(talk: Talk, said: Said, wish: Wish, scene: Scene) -> Step:
    """Do what is wished; where it may be an answer, ask, and keep the words aside until that is told."""
    prompt = on_hand(scene)
    if prompt is None:
        return done(talk, wish, scene)
    off = wish.kind == "later" and controls.rests(prompt, scene.now)  # another moment is named
    if wish.plain or off:
        after, effects = done(talk, wish, scene)
        return after, (*put_by(prompt, said, scene, effects), *effects)
    return doubting.asked(prompt, said, scene)


def put_by(prompt: Prompt, said: Said, scene: Scene, effects: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """Words after which it is asked when it suits better are not gone yet: they may have been the answer."""
    asked = any(isinstance(each, Say) and each.screen == snoozing.SCREEN for each in effects)
    return doubting.aside(prompt, said, scene) if asked else ()


def done(talk: Talk, wish: Wish, scene: Scene) -> Step:
    """What the command would do."""
    match wish.kind:
        case "pause":
            return pausing.paused(talk, wish.end, scene) if wish.end else pausing.asked(talk)
        case "later":
            return putting_off.until(talk, wish.end, scene)
        case "rhythm":
            return spared.told(wish.end, scene) or planning.asked(wish.end, scene)
        case kind:
            return says(talk, SCREENS[kind])


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """What the words were."""
    if scene.prompt is None or not scene.held or event.value not in ("pause", "stop", "later", "answer", "question"):
        return says(talk, "stale_button")
    if event.value == "answer":
        return answered(talk, scene.prompt, scene)
    if event.value == "question":
        after, effects = guessing.told(scene.prompt, Said(scene.held[-1].text, scene.held[-1].message or 0), scene)
        return after, (*dropped(scene), *effects)
    wish = leaving.wish(scene.held[-1].text) or leaving.asked_at_the_end(scene.held[-1].text)
    named = later.within(scene.held[-1].text) if event.value == "later" else ""
    end = wish.end if wish is not None and wish.kind == event.value else named
    kind: leaving.Kind = "pause" if event.value == "pause" else "stop" if event.value == "stop" else "later"
    return instead(talk, scene.prompt, Wish(kind, end), scene)


def instead(talk: Talk, prompt: Prompt, wish: Wish, scene: Scene) -> Step:
    """The words in doubt were this wish; where it is asked when that is, they stay aside until it is told."""
    after, effects = done(talk, wish, scene)
    held = Said("\n".join(each.text for each in scene.held), scene.held[-1].message or 0)
    return after, (*dropped(scene), *put_by(prompt, held, scene, effects), *effects)


def answered(talk: Talk, prompt: Prompt, scene: Scene) -> Step:
    """They were the answer: heard as if they had been said now."""
    latest = scene.held[-1]
    if on_hand(scene) is None:
        return talk, (*doubting.confirmed(scene), Say("already_answered"))
    said = Said(latest.text, latest.message or 0)
    after, effects = answering.of_kind(prompt, said, replace(scene, held=(), fresh=latest.id))
    heard = tuple(effect for effect in effects if not isinstance(effect, Keep))
    return after, (*doubting.confirmed(scene), *heard, *gathering.without_buttons(prompt))


def dropped(scene: Scene) -> tuple[Effect, ...]:
    """The words that were aside were a wish, and are not kept."""
    return tuple(each for held in scene.held for each in (Drop(held.id), Cancel("thought", held.id)))
