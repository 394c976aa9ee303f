"""What happens by itself when its moment comes: a reminder, the end of a window, of a pause, of a hold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from dialogues.asking import agenda, invitations, moments, phrases
from dialogues.asking.slots import END
from dialogues.effects import Ask, Become, Effect, ErrandKind, Forget, Plan, Recap, Reschedule, Say, Turn
from dialogues.moves.answers import answering
from dialogues.moves.care import weighing
from dialogues.moves.items.controls import rests
from dialogues.moves.items.unclear import step as at_hand
from dialogues.moves.moments import coming
from dialogues.moves.rhythm import pausing
from dialogues.moves.steps import Step, in_a_month, item_args
from dialogues.people import Enrolment, Leader, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk, Weighing

SILENCE = 3
SILENT = {"silence", "programme_over"}  # what is said to who is silent, as it is remembered
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
TOO_NEAR = 2 * WEEK  # to the next look back on a month: that of the month before is passed over then


def step(kind: ErrandKind, talk: Talk, scene: Scene) -> Step:
    """What an errand brings, now that it is due."""
    match kind:
        case "lapse":
            return (talk, (Forget(roles=False),)) if scene.leader.state == "arriving" else (talk, ())
        case "expire":
            return talk, run_out(scene.prompt, scene) if scene.prompt else ()
        case "resume":
            return resumed(talk, scene)
        case "away":
            return pausing.went(talk, scene)
        case "hold_over":
            return held_over(talk, scene)
        case "hear":
            return answering.listened(talk, scene)
        case "weigh":
            return weighing.returned(talk, scene)
        case "recap":
            return talk, recapped(scene)
        case "first" | "year" | "programme" as over:
            return talk, reviewed(over, scene)
        case "monthly":
            return monthly(talk, scene)
        case "remind" | "snooze" if scene.leader.state == "active":
            return reminded(kind, talk, scene)
        case _:
            return talk, ()  # the check of an intention is the journey's, which knows the intention


def run_out(prompt: Prompt, scene: Scene) -> tuple[Effect, ...]:
    """The window of a prompt is over; while the whole group rests nobody misses anything."""
    effects = expired(prompt, scene.leader)
    return effects[:1] if scene.rests else effects


def expired(prompt: Prompt, leader: Leader) -> tuple[Effect, ...]:
    """The window of a prompt is over; answers are still kept, marked late. No miss: a pulse, a pause, words alone."""
    if prompt.state != "open":
        return ()
    closed = Turn(replace(prompt, state="closed"))
    if prompt.met or prompt.kind not in invitations.COUNTED or leader.state != "active":
        return (closed,)
    silences = leader.memory.silences + 1
    return closed, Become(replace(leader, memory=leader.memory.but(silences=silences)))


def resumed(talk: Talk, scene: Scene) -> Step:
    """A pause is over."""
    leader = scene.leader
    if leader.state != "paused" or leader.until is None or leader.until > scene.now:
        return talk, ()
    memory = invitations.noted(leader.memory, "resumed", scene.today)
    active = replace(leader, state="active", until=None, memory=memory)
    return Resting(), (Become(active), Reschedule(), replace(coming.welcomed(scene, active), weight="reminder"))


def held_over(talk: Talk, scene: Scene) -> Step:
    """Three days after a crisis message: a word, no question; the leader begins again when they want."""
    leader = scene.leader
    if leader.state != "held":
        return talk, ()
    return Resting(), (Become(replace(leader, until=None)), Say("resume_after_safety", weight="safety"))


def recapped(scene: Scene) -> tuple[Effect, ...]:
    """The look back on last month, and the next one planned at once; who is back soon enough still gets it."""
    first, leader = scene.today.replace(day=1), scene.leader
    following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    at, back = moments.summary_at(following, leader.rhythm), _back(scene)
    year = moments.summary_at(max(first + WEEK, scene.today + DAY), leader.rhythm)
    yearly = (Plan("year", year),) if first.month == 1 else ()
    if leader.state in ("paused", "held") and back < at - TOO_NEAR:
        return (Plan("recap", back), *yearly)
    if leader.state != "active":
        return (Plan("recap", at), *yearly)
    last = first.replace(year=first.year - (first.month == 1), month=(first.month - 2) % 12 + 1)
    return Recap(f"{last:%Y-%m}", automatic=True), Plan("recap", at), *yearly


def _back(scene: Scene) -> datetime:
    """When to try again with who is away: the day after they are back, or in a week; they may be back sooner."""
    leader, week = scene.leader, scene.today + WEEK
    after = moments.local(leader.until, leader.rhythm.zone).date() + DAY if leader.until else week
    return moments.summary_at(max(scene.today + DAY, min(after, week)), leader.rhythm)


def reviewed(over: Literal["first", "year", "programme"], scene: Scene) -> tuple[Effect, ...]:
    """A first look back, the review of last year or of a programme; who is away gets it once they are back."""
    leader = scene.leader
    if leader.state in ("paused", "held"):
        return (Plan(over, _back(scene)),)
    if leader.state != "active":
        return ()
    return (Recap(str(scene.today.year - 1) if over == "year" else "", automatic=True, over=over),)


def monthly(talk: Talk, scene: Scene) -> Step:
    """One question a month after a programme; a pause or a hold passes one over, and whoever stopped may come back."""
    following = Plan("monthly", in_a_month(scene))
    if scene.leader.state != "active" or isinstance(talk, Weighing):
        return talk, (following,)
    after, effects = pausing.question_now(talk, scene)
    return after, (*effects, following)


def reminded(kind: ErrandKind, talk: Talk, scene: Scene) -> Step:
    """One reminder, or the prompt itself at the moment the leader chose; never in quiet hours.

    What is shown last has the floor: words that follow answer it.
    """
    prompt = scene.prompt
    if prompt is None or prompt.state != "open" or isinstance(talk, Weighing):
        return talk, ()
    if moments.is_quiet(scene.now, scene.leader.rhythm):
        return talk, (Plan(kind, moments.next_free(scene.now, scene.leader.rhythm), prompt.id),)
    if kind == "snooze":
        return OnPrompt(prompt.id), (replace(at_hand(prompt), weight="prompt"),)
    memory = scene.leader.memory
    become = Become(replace(scene.leader, memory=memory.but(reminders=memory.reminders + 1)))
    screen = "prompt" if scene.unsure else reminder(prompt, scene)  # it may never have arrived: then it comes itself
    return OnPrompt(prompt.id), (become, Say(screen, item_args(prompt), prompt.id, weight="reminder"))


def reminder(prompt: Prompt, scene: Scene) -> str:
    """The two reminders in turn, the one that says "yesterday" only when it was; another to who wrote already."""
    if any(answer.state != "withdrawn" for answer in scene.answers):
        return "reminder_begun"
    zone = scene.leader.rhythm.zone
    yesterday = moments.local(prompt.asked_at, zone).date() == scene.today - timedelta(days=1)
    return "reminder_1" if yesterday and scene.leader.memory.reminders % 2 == 0 else "reminder_2"


def _since(lately: Sequence[Prompt], since: datetime) -> Iterator[Prompt]:
    return (prompt for prompt in lately if prompt.asked_at > since)


def near_silence(scene: Scene) -> bool:
    """Has somebody silent been spoken to since yesterday, or will the end of a programme be told to them by tomorrow?

    Then a question after an intention is too much.
    """
    memory = scene.leader.memory
    if any(line in SILENT and (scene.today - on).days < 2 for on, line in memory.lines):
        return True
    return memory.silences >= SILENCE - 1 and any(_ends(one.enrolment, scene) for one in scene.running)


def silence_today(scene: Scene) -> bool:
    """Has somebody silent been spoken to today, or will the end of a programme be told to them still today?"""
    over = moments.instant(scene.today + DAY, time(), scene.leader.rhythm.zone)
    ends = [one.enrolment for one in scene.running if _ends(one.enrolment, scene)]
    today = any(each.next_due_at is not None and each.next_due_at < over for each in ends)
    return today or scene.today in _silences(scene)


def silence_yesterday(scene: Scene) -> bool:
    """Was somebody silent spoken to yesterday?"""
    return scene.today - DAY in _silences(scene)


def _silences(scene: Scene) -> set[date]:
    return {on for on, line in scene.leader.memory.lines if line in SILENT}


def _ends(running: Enrolment, scene: Scene) -> bool:
    """Is its end what comes by tomorrow?"""
    if running.next_due_at is None or running.next_due_at > scene.now + DAY:
        return False
    plan = agenda.entries(scene.library.programmes[running.programme], scene.leader.rhythm)
    return plan[running.position].slot == END


def passes(slot: str, leader: Leader) -> bool:
    """Is this entry left out because it has been silent for a while? Then one touch a week is enough."""
    return leader.memory.silences > SILENCE and not slot.endswith("A") and slot != "end"


def asked(ask: Ask, lately: Sequence[Prompt], talk: Talk, scene: Scene) -> Step:
    """A prompt is due. A touch closes what is still open, so that prompts never pile up; a pulse leaves it alone.

    `lately`: what was asked before, oldest first. After three misses in a row one kind word comes in place of a
    question. While the leader was asked what certain words meant, and did not say, moments pass in silence.
    """
    if isinstance(talk, Weighing) or pausing.away_now(scene):
        return talk, ()
    effects, leader = closing(lately, scene) if ask.kind != "pulse" else ((), scene.leader)
    closed = {effect.prompt.id: effect.prompt for effect in effects if isinstance(effect, Turn)}
    now = [closed.get(prompt.id, prompt) for prompt in lately]
    return talk, (*effects, *said_or_asked(ask, now, replace(scene, leader=leader)))


def closing(lately: Sequence[Prompt], scene: Scene) -> tuple[tuple[Effect, ...], Leader]:
    """What closes all that is still open and was not put off, and the leader after it."""
    leader, effects = scene.leader, list[Effect]()
    for prompt in lately:
        for effect in () if rests(prompt, scene.now) else expired(prompt, leader):
            leader = effect.leader if isinstance(effect, Become) else leader
            effects.append(effect)
    return tuple(effects), leader


def said_or_asked(ask: Ask, lately: Sequence[Prompt], scene: Scene) -> tuple[Effect, ...]:
    """The prompt, with a line above it when its history calls for one, or a kind word to who has been silent."""
    leader, silent = scene.leader, scene.leader.memory.silences
    if silent >= SILENCE and ask.kind == "programme_end":
        name = scene.library.programmes[ask.item].name[scene.language]
        memory = invitations.noted(leader.memory, "programme_over", scene.today)
        screen = "programme_over_beside" if scene.beside else "programme_over"
        over = Say(screen, {"programme": phrases.inside(name)}, weight="reminder")
        return Become(replace(leader, memory=memory)), over
    if silent == SILENCE and any(prompt.kind == "intention_check" for prompt in _since(lately, scene.now - DAY)):
        return ()  # spoken to already; the kind word comes with the next moment
    if silent == SILENCE:
        memory = invitations.noted(leader.memory.but(silences=SILENCE + 1), "silence", scene.today)
        offer = "silence" if len(leader.rhythm.days) > 1 else "silence_light"
        return Become(replace(leader, memory=memory)), Say(offer, weight="reminder")
    intro = invitations.choose(lately, leader.memory, scene.now, scene.today) if ask.kind == "question" else ""
    if not intro:
        return (ask,)
    memory = invitations.noted(leader.memory, intro, scene.today)
    return Become(replace(leader, memory=memory)), replace(ask, intro=intro)
