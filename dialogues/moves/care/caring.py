"""Safety before everything: what a leader writes is screened in both languages, whatever the talk was about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogues.answers import brushing
from dialogues.asking import rhythm
from dialogues.care import grief, mending, pleading, safety, worry
from dialogues.effects import Become, Drop, Effect, Mark, Redact, Reschedule, Say
from dialogues.events import Amended, Commanded, Event, Pressed, Said, Showed
from dialogues.language.hearing import SELF, hear
from dialogues.moves.care import harm, weighing
from dialogues.moves.care.apart import CARE, Words, confided, earlier, held, kept_as, put_down, stored, tended, written
from dialogues.moves.items import cases
from dialogues.moves.keeping import gathering
from dialogues.moves.rhythm import pausing
from dialogues.moves.steps import Step, says
from dialogues.people import Answer, Id
from dialogues.scene import Scene
from dialogues.talk import Arriving, Asking, Consenting, OnPrompt, Resting, Talk, Tended, Weighing
from dialogues.wishes import floor, leaving

STRAIN = safety.Alarm("severe_strain")
LIGHT_PAUSE = timedelta(weeks=2)


def needed(talk: Talk, event: Event, scene: Scene) -> Step | None:
    """What these words call for when they give a signal; None lets the conversation go on."""
    text = written(event)
    inside = in_case(talk, scene)
    if not text or not isinstance(event, Said | Amended | Commanded | Showed):
        return None
    signal = safety.screen(text, scene.library, inside_case=inside)
    if signal == safety.Calm() and (before := meant(earlier(event, scene))):
        whole = " ".join([*(piece.text for piece in before), text])  # a sentence may be sent in pieces
        signal = safety.screen(whole, scene.library, inside_case=inside)
    if signal == STRAIN and (waits(talk, event, scene) or brushing.brushes(text)):
        return None
    if not isinstance(signal, safety.Alarm) and misses(talk, event):
        return weighing.checked(talk, event, scene)
    if (close := concerned(talk, event, scene, signal)) is not None and not inside:
        return close
    match signal:
        case safety.Alarm("severe_strain") if isinstance(talk, Tended) and talk.care == "severe_strain":
            return None  # more about it, in reply to that very message
        case safety.Alarm("severe_strain") if isinstance(talk, Weighing) and isinstance(event, Said):
            return worn(talk, event, scene)
        case safety.Alarm(category):
            return alarmed(talk, event, scene, category)
        case safety.Check() if mends(talk, event, scene):
            return None
        case safety.Check() if stops(talk, event, scene):
            return talk, (Say("stop_confirm", {"intro": "stop_kindly"}),)
        case safety.Check() if answered_with_numbers(talk, event, scene):
            return alarmed(talk, event, scene, "crisis_self")
        case safety.Check():
            return weighing.checked(talk, event, scene)
        case _:
            return pleaded(talk, event, scene)


def pleaded(talk: Talk, event: Words, scene: Scene) -> Step | None:
    """A cry for help that does not say with what: whom to call, and how the bot works one tap away; None without."""
    told = isinstance(event, Said | Showed) or (isinstance(event, Commanded) and event.name == "reflect")
    if not told or not pleading.told(written(event)):
        return None
    if isinstance(talk, Weighing):
        return weighing.checked(talk, event, scene)
    if given(talk, scene):
        return alarmed(talk, event, scene, "crisis_self")
    return talk, (Say("help_meant", weight="safety"),)


def waits(talk: Talk, event: Words, scene: Scene) -> bool:
    """Does strain stand in a piece of an answer without "I"? Then it is heard with what comes yet."""
    heard, prompt = hear(written(event)), scene.prompt
    if prompt is None or not isinstance(talk, OnPrompt) or not isinstance(event, Said):
        return False
    return gathering.waits(prompt, scene) and not heard.says(range(len(heard.words)), SELF)


def meant(pieces: Sequence[Answer]) -> Sequence[Answer]:
    """The pieces after which none says that it was only a way of speaking, or not so bad."""
    light = [place for place, piece in enumerate(pieces) if floor.lightens(piece.text)]
    return pieces[light[-1] :] if light else pieces


def together(talk: Talk, scene: Scene) -> Step | None:
    """The writer has finished: the strain that all pieces tell of together, and that waited for them; None without."""
    prompt = scene.prompt
    if prompt is None or not isinstance(talk, OnPrompt) or talk.prompt != prompt.id:
        return None
    given = gathering.pieces(prompt, scene)
    whole = " ".join(piece.text for piece in meant(given))
    if not given or safety.screen(whole, scene.library, inside_case=in_case(talk, scene)) != STRAIN:
        return None
    marks = tuple(Mark(piece.id, care="strain") for piece in given)
    told = Say("severe_strain", {}, given[-1].id, weight="safety")
    return after("severe_strain", scene, given[-1].id), (*marks, *put_down(prompt), told)


def in_case(talk: Talk, scene: Scene) -> bool:
    """Is it an integrity case that has the floor?"""
    return scene.prompt is not None and scene.prompt.kind == "integrity_case" and isinstance(talk, OnPrompt)


def mends(talk: Talk, event: Words, scene: Scene) -> bool:
    """In the days after the message about a crisis: does it go better, or is somebody near, and nothing else said?"""
    return given(talk, scene) and isinstance(event, Said) and mending.told(event.text) is not None


def given(talk: Talk, scene: Scene) -> bool:
    """Was somebody told whom to call, these days?"""
    return scene.leader.state == "held" or (isinstance(talk, Tended) and talk.care == "crisis_self")


def answered_with_numbers(talk: Talk, event: Words, scene: Scene) -> bool:
    """Do doubtful words come after the numbers? These are said again, and nothing is asked; a stop is asked about."""
    wish = leaving.wish(written(event))
    return given(talk, scene) and not isinstance(talk, Weighing) and (wish is None or wish.kind != "stop")


def stops(talk: Talk, event: Words, scene: Scene) -> bool:
    """Do these words say no more than "I stop", with nothing heavy before them? It is about the questions first."""
    heavy = any(answer.care != "none" for answer in scene.answers) or earlier(event, scene)
    alone = isinstance(event, Said) and isinstance(talk, Resting | OnPrompt) and scene.leader.state != "held"
    wish = leaving.wish(written(event))
    return alone and not heavy and wish is not None and wish.kind == "stop"


def misses(talk: Talk, event: Words) -> bool:
    """Does somebody long to be with who died? Of who is ill that is a visit."""
    text = written(event)
    if not grief.longs(text):
        return False
    if isinstance(talk, Tended) and talk.care == "grief":
        return talk.about != 0
    return grief.died(text)


def concerned(talk: Talk, event: Words, scene: Scene, signal: safety.Signal) -> Step | None:
    """Grief, and worry about somebody else: no alarm, no ordinary answer. What may be the writer's own goes first."""
    text = written(event)
    doubtful = signal in (safety.Alarm("crisis_self"), safety.Check("crisis_self"))
    if not (doubtful or (signal == safety.Calm() and listens(talk, event, scene))):
        return None
    if grief.told(text) and signal != safety.Alarm("crisis_self") and unclouded(text, scene):
        return grieved(talk, event, scene)
    return worried(talk, event, scene) if worry.told(text, scene.library) else None


def listens(talk: Talk, event: Words, scene: Scene) -> bool:
    """Are these words of the leader's own accord: no search, no rhythm, and not already a reply to such a message?"""
    if isinstance(event, Commanded) and event.name != "reflect":
        return False
    if isinstance(talk, Asking):
        return talk.what in ("thought", "reflection")
    replying = isinstance(talk, Tended) and talk.care in ("grief", "worry")
    return not replying and not isinstance(talk, Arriving | Consenting) and scene.leader.state != "held"


def unclouded(text: str, scene: Scene) -> bool:
    """Is what is said beside the grief nothing that must be asked about?"""
    return safety.screen(grief.beside(text), scene.library) == safety.Calm()


def grieved(talk: Talk, event: Words, scene: Scene) -> Step:
    """A kind word and nothing to do; the words are the leader's own, and never quoted back."""
    screen = "grief_helpline" if grief.by_own_hand(written(event)) else "grief"
    if isinstance(talk, Arriving | Consenting):
        return talk, (Say(screen, weight="safety"),)
    told = Say(screen, weight="safety")
    about = scene.fresh if grief.died(written(event)) else 0  # told apart from an illness, where one goes to be near
    return tended("grief", scene, about), (*confided(event, scene, CARE["grief"]), *put_down(scene.prompt), told)


def worried(talk: Talk, event: Words, scene: Scene) -> Step:
    """Whom to call about another, and a word for the leader; an answer is kept apart from every summary."""
    told = Say("worry", weight="safety")
    if isinstance(talk, Arriving | Consenting):
        return talk, (told,)
    return tended("worry", scene), (*stored(event, scene, CARE["worry"]), *put_down(scene.prompt), told)


def alarmed(talk: Talk, event: Words, scene: Scene, category: str) -> Step:
    """The fixed message at once, nothing else; the words are kept apart from every summary."""
    if isinstance(talk, Arriving | Consenting):  # nothing is kept of somebody who has not agreed
        return talk, said(category, event, 0)
    if category == "integrity_report" and isinstance(event, Said) and in_case(talk, scene):
        return real(event, scene)
    kept, about = stored(event, scene, CARE[category]), kept_as(event, scene)
    resting: tuple[Effect, ...] = put_down(scene.prompt)
    if category == "crisis_self":
        resting += held(scene)
    return after(category, scene, about), (*kept, *resting, *said(category, event, about))


def real(event: Said, scene: Scene) -> Step:
    """A case is called real: by these words alone as by the tap, and what is told with it stays apart."""
    assert scene.prompt is not None
    if cases.only_real(event.text, scene):
        return cases.real(scene.prompt, scene)
    kept, about = stored(event, scene, "report"), scene.fresh
    told = said("integrity_report", event, about, real=True)
    return after("integrity_report", scene, about), (*kept, *cases.called_real(scene.prompt, scene), *told)


def after(category: str, scene: Scene, about: Id) -> Talk:
    """What is written next replies to the message; during a hold that is so whatever was said last."""
    hold = category == "crisis_self" and scene.leader.state != "stopped"
    return Resting() if hold else tended(category, scene, about)


def worn(talk: Weighing, event: Said, scene: Scene) -> Step:
    """Exhaustion explains the words that were asked about."""
    kept = stored(event, scene, "strain")
    then, effects = weighing.exhausted(talk, talk.answer, scene)
    return then, (*kept, *effects)


def said(category: str, event: Words, about: Id, **args: bool) -> tuple[Say, ...]:
    """The message of a category. Whoever it was done to gets no question about it, and whom they can call as well."""
    if category == "integrity_report" and harm.done_to_writer(written(event)):
        told = Say(category, {"own": True, **args}, about, weight="safety")
        return Say("urgent", weight="safety"), told
    return (Say(category, args, about, weight="safety"),)


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """The buttons under a safety message."""
    match event.group, event.value:
        case (("crisis_self" | "crisis_self_check" | "check_return"), _):
            return weighing.pressed(talk, event, scene)
        case "help_meant", "life":
            return weighing.numbers(scene)
        case "help_meant", _:
            return says(talk, "help")
        case "acute_danger", "pause":
            return rested(talk, "danger_paused", scene)
        case "severe_strain", "pause_2w":
            return rested(talk, "strain_paused", scene)
        case "severe_strain", "lighter":
            return lighter(talk, scene)
        case (("grief" | "grief_helpline"), "pause_2w"):
            return rested(talk, "strain_paused", scene)
        case "integrity_report", _:
            return reported(talk, event)
        case "third_party_data", "replace":
            return talk, (Redact(event.about, event.message),)
        case group, value if screen := QUIET.get(f"{group}.{value}"):
            return says(talk, screen)
        case _:
            return says(talk, "stale_button")


QUIET = {
    "acute_danger.continue": "danger_continue", "severe_strain.same": "strain_same", "grief.same": "strain_same",
    "grief_helpline.same": "strain_same",
    "third_party_data.keep": "names_kept", "third_party_data.rewrite": "names_rewrite",
}  # fmt: skip


def rested(talk: Talk, told: str, scene: Scene) -> Step:
    """Two weeks without questions; what is written next may still reply to the message."""
    resting, effects = pausing.rest(scene, scene.now + LIGHT_PAUSE, Say(told))
    return talk if isinstance(talk, Tended) else resting, effects


def reported(talk: Talk, event: Pressed) -> Step:
    """The buttons under a report, of which the message tells in place what became of the words."""
    match event.value, event.about:
        case "reflect", _:
            return Asking("reflection"), (Say("report_reflect"),)
        case (("delete" | "keep"), 0):
            return says(talk, "report_unkept")
        case "delete", answer:
            return talk, (Drop(answer), shown("report_deleted", event))
        case "keep", _:
            return talk, (shown("report_kept", event),)
        case _:
            return says(talk, "stale_button")


def shown(outcome: str, event: Pressed) -> Say:
    """The report's message with its outcome, so that it cannot be asked for twice; typed words get it below."""
    if not event.message:
        return Say(outcome)
    return Say("integrity_report", {"outcome": outcome}, edits=event.message)


def lighter(talk: Talk, scene: Scene) -> Step:
    """One question a week from now on."""
    leader = replace(scene.leader, rhythm=rhythm.with_kind(scene.leader.rhythm, "light"))
    return talk, (Become(leader), Reschedule(), Say("strain_lighter"))
