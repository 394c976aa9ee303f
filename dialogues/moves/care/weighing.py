"""Words that may mean two things: asked about before anything else, once, and answered by tap or in words."""

from datetime import UTC, datetime, timedelta

from dialogues.care import mending, safety
from dialogues.effects import Effect, Mark, Plan, Say
from dialogues.events import Pressed, Said
from dialogues.moves import typed
from dialogues.moves.care import harm
from dialogues.moves.care.apart import HOLD, WARM, Words, held, kept_as, put_down, stored, tended
from dialogues.moves.steps import Step, says
from dialogues.people import Care, Id
from dialogues.scene import Scene
from dialogues.talk import Arriving, Consenting, Resting, Talk, Weighing

CHECK = "crisis_self_check"
RETURN = timedelta(days=1)  # after which it is asked once more, of who never said what was meant


def checked(talk: Talk, event: Words, scene: Scene) -> Step:
    """An ambiguous phrase: ask what is meant; until that is known the words stay apart."""
    if isinstance(talk, Arriving | Consenting):
        return talk, (Say(CHECK, weight="safety"),)
    if isinstance(talk, Weighing) and isinstance(event, Said):
        return told(talk, event, scene)
    answer, prompt = kept_as(event, scene), scene.prompt.id if scene.prompt else 0
    open_yet = Weighing(answer, prompt, until=int((scene.now + HOLD).timestamp()))
    asked = Say(CHECK, {}, answer, weight="safety")
    return open_yet, (*stored(event, scene, "crisis"), asked, Plan("weigh", scene.now + RETURN))


def returned(talk: Talk, scene: Scene) -> Step:
    """A day later, still open: asked about once more, gently. Not to who stopped, or was given the numbers since."""
    if not isinstance(talk, Weighing) or scene.leader.state not in ("active", "paused"):
        return talk, ()
    return talk, (Say("check_return", {}, talk.answer, weight="safety"),)


def rests(talk: Talk) -> datetime | None:
    """Until when nothing routine is sent, because such a question is open; None when none is."""
    return datetime.fromtimestamp(talk.until, UTC) if isinstance(talk, Weighing) else None


def told(talk: Weighing, event: Said, scene: Scene) -> Step:
    """Words instead of a tap. Only what plainly is about something else goes on; any other words bring the numbers."""
    label = typed.button(event.text, scene.library.safety["crisis_self"].message)
    meant = label or (harm.explained(event.text) if _calm(event.text, scene) else None)
    if meant is not None:
        return pressed(talk, Pressed(CHECK, talk.answer, meant, 0), scene)
    kept = stored(event, scene, "crisis")
    if (mending_now := mending.told(event.text)) in ("near", "better"):  # then no more questions; they rest as well
        return Resting(), (*kept, *put_down(scene.prompt), *held(scene), Say(WARM[mending_now], weight="safety"))
    then, effects = numbers(scene)
    return then, (*kept, *effects)


def numbers(scene: Scene) -> Step:
    """Whom to call, at once; the questions rest."""
    after = tended("crisis_self", scene) if scene.leader.state == "stopped" else Resting()
    return after, (*put_down(scene.prompt), *held(scene), Say("crisis_self", weight="safety"))


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """What was meant."""
    match event.value:
        case "work":
            understood = "care_work" if event.about else "care_understood"
            return cleared(talk, event.about, scene, Say(understood))
        case "questions":
            return cleared(talk, event.about, scene, Say("stop_confirm"))
        case "tired":
            return exhausted(talk, event.about, scene)
        case "life" | "unsure":
            return numbers(scene)
        case _:
            return says(talk, "stale_button")


def cleared(talk: Talk, answer: Id, scene: Scene, told: Say) -> Step:
    """It was nothing of the kind: the words are ordinary ones after all, and the prompt is done without deepening."""
    ordinary = marked(answer, scene, "none")
    if not isinstance(talk, Weighing):
        return talk, (*ordinary, told)
    return Resting(), (*ordinary, *put_down(scene.prompt), told)


def exhausted(talk: Talk, answer: Id, scene: Scene) -> Step:
    """It was exhaustion, which has a message of its own."""
    down = put_down(scene.prompt) if isinstance(talk, Weighing) else ()
    told = Say("severe_strain", {}, answer, weight="safety")
    return tended("severe_strain", scene, answer), (*marked(answer, scene, "strain"), *down, told)


def marked(answer: Id, scene: Scene, care: Care) -> tuple[Effect, ...]:
    """All that was in doubt is so no longer; what alarms by itself stays apart."""
    doubted = [each.id for each in scene.answers if each.care == "crisis" and not _alarms(each.text, scene)]
    return tuple(Mark(each, care=care) for each in dict.fromkeys((*((answer,) if answer else ()), *doubted)))


def _calm(text: str, scene: Scene) -> bool:
    return safety.screen(text, scene.library) == safety.Calm()


def _alarms(text: str, scene: Scene) -> bool:
    return safety.screen(text, scene.library) == safety.Alarm("crisis_self")


def at_the_door(talk: Talk, event: Pressed) -> Step:
    """The same buttons for somebody who has not agreed: nothing is planned or kept, only whom to call."""
    match event.value:
        case "work" | "questions":
            return says(talk, "care_understood")
        case "life" | "unsure":
            return talk, (Say("crisis_self", weight="safety"),)
        case "tired":
            return talk, (Say("severe_strain", weight="safety"),)
        case "how":
            return says(talk, "help")
        case _:
            return says(talk, "urgent")
