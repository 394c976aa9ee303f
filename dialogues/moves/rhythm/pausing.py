"""Rest: pause and resume, the offer after a silence or three skips, the end of a safety hold, and stopping."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from dialogues.asking import invitations, moments, phrases, picking, rhythm
from dialogues.effects import Ask, Become, Cancel, Effect, Enrol, ErrandKind, Leave, Plan, Rejoin, Reschedule, Say
from dialogues.events import Pressed
from dialogues.moves import typed
from dialogues.moves.keeping import endings
from dialogues.moves.moments import coming
from dialogues.moves.steps import Step, item_args, present, says
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Settling, Talk
from dialogues.wishes import absences, off, pauses, queries
from dialogues.wishes.absences import Absence

LENGTHS = {"1w", "2w", "1m"}
BACK = {"resumed", "resumed_quiet", "resumed_monthly", "returned", "begun_anew"}  # the greetings of who is back
RESTING = BACK | {"silence", "silence_light", "stop_confirm"}  # lead to a pause
TWICE = timedelta(minutes=1)  # a second tap within this is the same tap


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """One of the buttons about rest."""
    match event.group, event.value:
        case (("pause" | "pause_when" | "pause_past"), value) if value in LENGTHS:
            return paused(talk, value, scene)
        case (("pause" | "pause_when" | "pause_past"), "open"):
            return rest(scene, None, Say("paused_open"))
        case group, ("longer" | "pause") if group in RESTING:
            return asked(talk)
        case "silence_light", "moment":
            return Settling("hour", first=False), (present(scene.leader), Say("hour"))
        case group, "start" if group in BACK:
            return begun(talk, scene)
        case (("resumed" | "returned" | "begun_anew"), "light") | ("silence", "lighter"):
            return lighter(talk, scene)
        case (("silence" | "silence_light"), "same"):
            return talk, (present(scene.leader), Say("silence_same"))
        case (("silence" | "silence_light" | "stop_confirm"), "stop"):
            return stopped(scene)
        case "paused_ahead", "undo":
            return resumed(talk, scene)
        case "paused", "undo":
            return called_off(talk, scene)
        case (("programme_over" | "programme_gone"), "stop"):
            return Resting(), endings.left(scene)
        case (("resume_after_safety" | "held_question"), "resume"):
            return resumed(talk, scene)
        case group, value if screen := QUIET.get(f"{group}.{value}"):
            return says(talk, screen)
        case _:
            return says(talk, "stale_button")


QUIET = {
    "programme_over.next": "programme_next", "programme_gone.next": "programme_next",
    "stop_confirm.cancel": "silence_same", "resume_after_safety.later": "held",
    "skip_3.fit": "skips_fit", "skip_3.busy": "skips_busy", "skip_3.fine": "skips_fine",
}  # fmt: skip


def asked(talk: Talk, screen: str = "pause") -> Step:
    """How long? By button, or in words that come next."""
    return says(Settling("pause", first=isinstance(talk, Settling) and talk.first), screen)


def wished(text: str, scene: Scene) -> bool:
    """Do the words wish for a pause, and say no more than that? A bare "pause" may be an answer."""
    if absences.says(text):
        return False  # heard as a wish, and asked about under a question
    if scene.prompt is not None and not scene.prompt.over and pauses.of_life(text):
        return False  # the same, or an answer
    end = pauses.wished(text)
    if not end:
        return end is not None and scene.prompt is None
    return understands(end, scene)


def understands(text: str, scene: Scene) -> bool:
    """Are these words about how long a pause is to be, or that it is over?"""
    return names(text, scene) or pauses.says_until(text) or queries.resumes(text)


def names(text: str, scene: Scene) -> bool:
    """Do these words name a day, ahead or past, or two of them?"""
    if later_on(text, scene) is not None:
        return True
    end = off.end(text) or pauses.bare(text)
    named = pauses.pause_until(end, scene.today, scene.language)
    return named is not None or pauses.is_past(end, scene.today, scene.language)


def later_on(text: str, scene: Scene) -> Absence | None:
    """The days of a pause that does not begin now, where how long is known to be meant."""
    return absences.named(text, scene.today, scene.language, asked=True)


def told(talk: Talk, text: str, scene: Scene) -> Step:
    """How long, in the words that were asked for, or with the wish for a pause before it; or that somebody is back."""
    if queries.resumes(text):
        return resumed(Resting(), scene)
    tapped = typed.button(text, scene.library.messages["pause"])
    end = pauses.wished(text)
    if end == "":
        return asked(talk)
    return paused(talk, tapped or end or text, scene) if tapped != "open" else rest(scene, None, Say("paused_open"))


def paused(talk: Talk, words: str, scene: Scene) -> Step:
    """A pause until a date, in the leader's own words or by button; what is no date gets a kind question."""
    if (absence := later_on(words, scene)) is not None:
        return absent(talk, absence, scene)
    end = off.end(words) or pauses.bare(words)
    until = pauses.pause_until(end, scene.today, scene.language)
    if until is None:
        past = pauses.is_past(end, scene.today, scene.language)
        return asked(talk, "pause_past" if past else "pause_when")
    return rests_until(until, scene)


def rests_until(until: date, scene: Scene) -> Step:
    """A pause from now on; further than a year it is told that it ends then."""
    at, told = back_on(until, scene)
    screen = "paused" if until <= a_year_on(scene.today) else "paused_year"
    return rest(scene, at, Say(screen, told))


def back_on(until: date, scene: Scene) -> tuple[datetime, dict[str, str | int]]:
    """When a pause until this day ends, a year on at most, and that day in words."""
    zone = scene.leader.rhythm.zone
    morning = moments.instant(min(until, a_year_on(scene.today)), time(9), zone)
    return moments.next_free(morning, scene.leader.rhythm), phrases.dated("date", morning, zone, scene.language)


def absent(talk: Talk, absence: Absence, scene: Scene) -> Step:
    """A pause that begins later: until then nothing changes. Without an end that is asked, with both days at once."""
    zone, last = scene.leader.rhythm.zone, a_year_on(scene.today)
    begins = moments.instant(absence.first, time(0), zone)
    first = phrases.dated("first", begins, zone, scene.language)
    if absence.first >= last:
        return asked(talk, "pause_when")
    if absence.until is None:
        after, _ = asked(talk)
        return after, (Say("pause_ahead_when", first),)
    if absence.until <= scene.today:
        return asked(talk, "pause_past")
    if absence.first <= scene.today or scene.leader.state != "active":
        return rests_until(absence.until, scene)
    ends, told = back_on(absence.until, scene)
    leader = present(scene.leader).leader
    become = Become(replace(leader, memory=leader.memory.but(away=(begins, ends))))
    return Resting(), (become, Plan("away", begins), Say("paused_ahead", {**first, **told}))


def went(talk: Talk, scene: Scene) -> Step:
    """A pause that was told of before begins, in silence; who rests already, or is back by now, is left alone."""
    leader, away = scene.leader, scene.leader.memory.away
    if away is None:
        return talk, ()
    there = replace(leader, memory=leader.memory.but(away=None))
    if leader.state != "active" or away[1] <= scene.now:
        return talk, (Become(there),)
    resting = replace(there, state="paused", until=away[1])
    return talk, (Become(resting), Cancel("remind"), Cancel("snooze"), Plan("resume", away[1]))


def away_now(scene: Scene) -> bool:
    """Has a pause begun that was told of before?"""
    away = scene.leader.memory.away
    return away is not None and away[0] <= scene.now < away[1]


def a_year_on(today: date) -> date:
    """The last day until which a pause may be planned: whoever wants longer says when they are back."""
    return today.replace(year=today.year + 1, day=28 if (today.month, today.day) == (2, 29) else today.day)


def rest(scene: Scene, until: datetime | None, told: Say) -> Step:
    """Nothing is sent until then. A safety hold stays one, and only grows longer; who stopped has rest already."""
    leader = scene.leader
    if leader.state == "stopped":
        return says(Resting(), "stopped")
    held = leader.state == "held"
    if held and until and leader.until:
        until = max(until, leader.until)
    leader = replace(present(leader).leader, state="held" if held else "paused", until=until)
    kind: ErrandKind = "hold_over" if held else "resume"
    ends: Effect = Plan(kind, until) if until else Cancel(kind)
    return Resting(), (Become(leader), Cancel("remind"), Cancel("snooze"), ends, told)


def resumed(talk: Talk, scene: Scene) -> Step:
    """Back: nothing piled up, the next moment is an ordinary one. Who had stopped takes part again, as before."""
    if scene.leader.state == "active" and scene.leader.memory.away is not None:
        stays = replace(scene.leader, memory=scene.leader.memory.but(away=None))
        return talk, (Become(stays), Cancel("away"), Say("paused_ahead_off"))
    if scene.leader.state == "active":
        return says(talk, "not_paused")
    back: tuple[Effect, ...] = (Rejoin(),) if scene.leader.state == "stopped" else ()
    again: Effect = Enrol(scene.programme) if coming.anew(scene) else Reschedule()
    memory = invitations.noted(present(scene.leader).leader.memory, "resumed", scene.today)
    leader = replace(scene.leader, state="active", until=None, memory=memory)
    return Resting(), (
        Become(leader),
        Cancel("resume"),
        Cancel("hold_over"),
        *back,
        again,
        coming.welcomed(scene, leader),
    )


def called_off(talk: Talk, scene: Scene) -> Step:
    """A pause that has begun is taken back: the questions come as usual, and nobody is welcomed back."""
    after, effects = resumed(talk, scene)
    if scene.leader.state != "paused":
        return after, effects
    return after, (*effects[:-1], Say("paused_ahead_off"))


def back(text: str, scene: Scene) -> bool:
    """Does somebody whose questions rest say that they are back, and no more than that?"""
    return scene.leader.state in ("paused", "held", "stopped") and queries.resumes(text)


def begun(talk: Talk, scene: Scene) -> Step:
    """A gentle beginning: a question at once, unless one was asked just now or is open."""
    prompt = scene.prompt
    if scene.leader.state == "held":
        return says(talk, "held_question")
    if prompt is None or prompt.state != "open" or prompt.kind != "question":
        return question_now(talk, scene)
    if scene.now - prompt.asked_at <= TWICE:
        return talk, ()
    return OnPrompt(prompt.id), (Say("prompt", item_args(prompt), prompt.id),)


def question_now(talk: Talk, scene: Scene) -> Step:
    """A question at once, of the quality that had least of them."""
    question = picking.question(
        scene.library, scene.used, scene.answered, scene.quality_counts, after_low_energy=scene.low_energy
    )
    if question is None:
        return says(talk, "other_none")
    return Resting(), (Ask("question", question.id, f"own:{scene.fresh:x}"),)


def lighter(talk: Talk, scene: Scene) -> Step:
    """One question a week."""
    slower = rhythm.with_kind(scene.leader.rhythm, "light")
    become = Become(replace(present(scene.leader).leader, rhythm=slower))
    return talk, (become, Reschedule(), Say("silence_lighter"))


def stopped(scene: Scene) -> Step:
    """Stopping: what was written stays until /delete, and nothing is sent any more."""
    leader = replace(scene.leader, state="stopped", until=None, memory=scene.leader.memory.but(finished=False))
    return Resting(), (Become(leader), Leave(), Say("stopped"))
