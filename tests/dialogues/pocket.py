"""A chat in memory: applies what the conversation decides, the way the journeys do, so that a test can tell a story."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from dialogues.answers import echoes, pieces, privacy
from dialogues.asking import rhythm
from dialogues.conversation import step
from dialogues.effects import (
    Add,
    Amend,
    Ask,
    Become,
    Cancel,
    Drop,
    Effect,
    ErrandKind,
    Forget,
    Keep,
    KeepTap,
    Mark,
    Outdate,
    Plan,
    Recall,
    Recognise,
    Redact,
    Rewrite,
    Say,
    Strip,
    Treat,
    Turn,
)
from dialogues.events import Amended, Commanded, Event, Pressed, Said, Showed
from dialogues.library import library
from dialogues.moves.answers import belonging, due
from dialogues.moves.anywhere import confirming
from dialogues.moves.keeping import doubting
from dialogues.moves.keeping.echoes import without_taps
from dialogues.moves.steps import first_stage
from dialogues.people import Answer, Echo, Leader, Prompt
from dialogues.scene import JOINING, Scene
from dialogues.talk import Arriving, OnPrompt, Resting, Settling, Talk, Tended, Weighing, lasting
from dialogues.wishes import floor, offers

TUESDAY = datetime(2026, 12, 1, 7, 30, tzinfo=UTC)
BUTTON = 900  # Telegram's id of the message that carries the pressed button


@dataclass
class Pocket:
    """One leader's chat: where the talk stands, what was kept, what was said, what was decided."""

    talk: Talk = field(default_factory=Resting)
    now: datetime = TUESDAY
    scene_facts: dict = field(default_factory=dict)
    prompts: dict[int, Prompt] = field(default_factory=dict)
    answers: dict[int, Answer] = field(default_factory=dict)
    taps: dict[tuple[int, str], str] = field(default_factory=dict)
    tapped: dict[tuple[int, str], int] = field(default_factory=dict)  # when, among the ids of answers
    plans: dict[tuple[ErrandKind, int], datetime] = field(default_factory=dict)
    echoes: dict[int, Echo] = field(default_factory=dict)
    said: list[Say] = field(default_factory=list)
    event: Event | None = None  # what happened last
    heard: str = ""  # the words of the event
    standing: list[Say] = field(default_factory=list)  # what was said last, if with its buttons still there
    done: list[Effect] = field(default_factory=list)
    stripped: list[int] = field(default_factory=list)  # messages whose buttons the last step took away
    outdated: set[tuple[str, int]] = field(default_factory=set)  # screens that it left without buttons, and what about
    forgotten: bool = False
    missing: bool = False  # the thought that a button is about
    given_at: datetime | None = None  # words or a tap
    next_id: int = 1
    answer_id: int = 0  # of the latest kept answer: what buttons about it carry
    leader: Leader = field(
        default_factory=lambda: Leader(
            7, 7001, "nl", "active", rhythm.default("standard", "nl", "Europe/Amsterdam", "nl")
        )
    )

    @classmethod
    def at_the_door(cls, invite: str = "", **facts: object) -> "Pocket":
        """Somebody who has just been asked for a language."""
        pocket = cls(talk=Arriving(invite), scene_facts=dict(facts))
        pocket.leader = replace(pocket.leader, state="arriving")
        return pocket

    @classmethod
    def asked(cls, kind: str, item: str, **facts: object) -> "Pocket":
        """A leader with one prompt on the floor."""
        pocket = cls(scene_facts=dict(facts))
        pocket.ask(Ask(kind, item, "w01A", enrolled=True))
        return pocket

    # what the leader does ---------------------------------------------------------------------------------------------

    def says(self, text: str, reply_to: int | None = None) -> "Pocket":
        return self.hears(Said(text, self.fresh()), reply_to)

    def edits(self, text: str, message: int) -> "Pocket":
        return self.hears(Amended(text, message))

    def shows(self, kind: str, caption: str = "") -> "Pocket":
        return self.hears(Showed(kind, caption))

    def commands(self, name: str, argument: str = "") -> "Pocket":
        return self.hears(Commanded(name, argument))

    def presses(self, group: str, value: str, about: int | None = None) -> "Pocket":
        return self.hears(Pressed(group, self.floor if about is None else about, value, BUTTON))

    def waits(self, **span: float) -> "Pocket":
        self.now += timedelta(**span)
        return self

    def reaches(self, kind: ErrandKind, prompt: int = 0) -> "Pocket":
        """The moment of an errand comes."""
        scene = self.scene(self.prompts.get(prompt))
        self.talk = lasting(self.talk, self.now)
        self.apply(due.step(kind, self.talk, scene))
        return self

    def is_not_told(self) -> "Pocket":
        """A day after words that may be an answer: nobody told what they were."""
        about = next(about for kind, about in self.plans if kind == "thought")
        self.now = self.plans.pop(("thought", about))
        written = self.answers.get(about)
        prompt = self.prompts.get(written.prompt or 0) if written else None
        self.apply(belonging.untold(lasting(self.talk, self.now), about, self.scene(prompt)))
        return self

    def falls_silent(self) -> "Pocket":
        """The leader has finished writing."""
        prompt = next(about for kind, about in self.plans if kind == "hear")
        self.now = self.plans.pop(("hear", prompt))
        return self.reaches("hear", prompt)

    def is_due(self, kind: str, item: str, slot: str = "w02A") -> "Pocket":
        """The moment of a programme's entry comes."""
        lately = list(self.prompts.values())
        self.talk = lasting(self.talk, self.now)
        self.apply(due.asked(Ask(kind, item, slot, enrolled=True), lately, self.talk, self.scene(None)))
        return self

    # what is visible --------------------------------------------------------------------------------------------------

    @property
    def screens(self) -> list[str]:
        """The screens of the last step."""
        return [say.screen for say in self.said]

    @property
    def floor(self) -> int:
        """The prompt that has the floor, or the one before it."""
        return self.talk.prompt if isinstance(self.talk, OnPrompt) else max(self.prompts, default=0)

    @property
    def prompt(self) -> Prompt:
        return self.prompts[max(self.prompts)]

    @property
    def words(self) -> list[tuple[str, str]]:
        """What was kept: part and text. Not what put off a question, which is aside for a day."""
        aside = doubting.put_aside(list(self.answers.values()))
        return [(answer.part, answer.text) for answer in self.answers.values() if answer not in aside]

    def decided(self, kind: type) -> list:
        return [effect for effect in self.done if isinstance(effect, kind)]

    # the works --------------------------------------------------------------------------------------------------------

    def fresh(self) -> int:
        self.next_id += 1
        return self.next_id

    def scene(self, prompt: Prompt | None, edited: int = -1) -> Scene:
        about = prompt.id if prompt else 0
        given = [answer for answer in self.answers.values() if answer.prompt == about]
        facts = {
            "used": frozenset(known.item for known in self.prompts.values()),
            "answers": tuple(answer for answer in given if answer.state != "held"),
            "held": doubting.in_doubt(given),
            "aside": doubting.put_aside(given),
            "taps": {name: value for (number, name), value in self.taps.items() if number == about},
            "noted": self.noted(about, given),
            "last_answer_at": self.given_at,
            "echo": self.echo_beside(about),
            "waiting": floor.after(prompt, list(self.prompts.values())) if prompt else None,
        }
        asks = [say for say in self.standing if say.screen in confirming.ASKING]
        facts["confirming"] = next((say.screen for say in asks), "")
        facts["confirmed"] = next((say.about for say in asks), 0)
        waits = [self.answers.get(about) for kind, about in self.plans if kind == "thought"]
        loose = [known.id for known in waits if known is not None and known.prompt is None]
        if loose and facts["confirming"] != "not_understood" and self.heard and offers.keeps(self.heard):
            facts["confirming"], facts["confirmed"] = "not_understood", loose[-1]
        facts["gone"] = self.missing
        facts["edited"] = next((known.id for known in self.answers.values() if known.message == edited), 0)
        self.answer_id = self.fresh()
        return Scene(self.leader, library(), self.now, self.answer_id, prompt, **{**facts, **self.scene_facts})

    def noted(self, prompt: int, given: list[Answer]) -> frozenset[str]:
        """What was tapped before the latest words."""
        last = max((answer.id for answer in given if answer.part != "addition"), default=0)
        return frozenset(name for (number, name), at in self.tapped.items() if number == prompt and at < last)

    def hears(self, event: Event, reply_to: int | None = None) -> "Pocket":
        self.talk, self.event = lasting(self.talk, self.now), event
        prompt = self.prompts[reply_to] if reply_to else self.subject(event)
        replied = reply_to is not None and not isinstance(self.talk, Weighing)
        if prompt is not None and isinstance(event, Said) and (replied or isinstance(self.talk, Resting | OnPrompt)):
            self.talk = OnPrompt(prompt.id)
        self.heard = event.text if isinstance(event, Said) else ""
        about = isinstance(event, Pressed) and event.group == "not_understood"
        self.missing = about and event.about not in self.answers
        edited = event.message if isinstance(event, Amended) else -1
        self.apply(step(self.talk, event, self.scene(prompt, edited)))
        return self

    def subject(self, event: Event) -> Prompt | None:
        if isinstance(event, Pressed):
            return self.prompts.get(event.about) or self.prompts.get(getattr(self.talk, "prompt", 0))
        if isinstance(event, Amended):
            return self.of_edit(event.message)
        text, asked = event.text if isinstance(event, Said) else "", list(self.prompts.values())
        joins = isinstance(self.talk, Resting) and self.talk.last and not floor.taps_pulse(text, asked, self.now)
        if joins and self.given_at and self.now - self.given_at <= JOINING:
            return self.prompts[self.talk.last]
        if isinstance(self.talk, Tended) and isinstance(event, Said):
            return floor.taken_back(text, asked) or floor.made_light(text, asked)
        if isinstance(self.talk, Resting | Settling):
            return floor.answered_by(text, asked, self.now)
        prompt = self.prompts.get(getattr(self.talk, "prompt", 0))
        return floor.passed(prompt, text, asked, self.given_at) if prompt and isinstance(event, Said) else prompt

    def of_edit(self, message: int) -> Prompt | None:
        """The prompt of the answer, or of the value, that came with a message."""
        answer = next((known for known in self.answers.values() if known.message == message), None)
        typed = self.leader.memory.typed
        valued = typed.prompt if typed and typed.message == message else 0
        return self.prompts.get((answer.prompt or 0) if answer else valued)

    def apply(self, decided: tuple[Talk, tuple[Effect, ...]]) -> None:
        self.talk, effects = decided
        self.said = [effect for effect in effects if isinstance(effect, Say)]
        self.stripped = [effect.message for effect in effects if isinstance(effect, Strip)]
        self.outdated = {(name, each.about) for each in effects if isinstance(each, Outdate) for name in each.screens}
        self.done = [effect for effect in effects if not isinstance(effect, Strip | Outdate)]
        for effect in effects:
            self.act(effect)
        self.stands(effects)

    def stands(self, effects: tuple[Effect, ...]) -> None:
        """What is the last message now, and whether its buttons are still there."""
        self.standing = [say for say in self.standing if (say.screen, say.about) not in self.outdated]
        if self.said:
            self.standing = self.said[-1:]
        if any(isinstance(effect, Ask) for effect in effects):
            self.standing = []

    def act(self, effect: Effect) -> None:
        match effect:
            case Become(leader):
                self.leader = leader
            case Ask():
                self.ask(effect)
            case Turn(prompt):
                self.prompts[prompt.id] = prompt
            case Keep(prompt, part, text, message, late, care, held, named):
                state = "held" if held else "kept"
                answer = Answer(
                    self.answer_id, 7, prompt, part, text, "nl", self.now, late, care, state, named, message
                )
                self.answers[self.answer_id] = answer
                self.given_at = self.now
            case Add(prompt, text, message):
                self.given_at = self.now
                self.answers[self.answer_id] = Answer(
                    self.answer_id, 7, prompt, "addition", text, "nl", self.now, message=message
                )
            case Amend(message, text, care):
                found = [known for known in self.answers.values() if known.message == message]
                self.answers.update({known.id: replace(known, text=text, care=care) for known in found})
            case Mark(answer, care, kept) if answer in self.answers:
                known = self.answers[answer]
                state = "kept" if kept else known.state
                self.answers[answer] = replace(known, care=care or known.care, state=state)
            case Drop(answer):
                for piece in self.together(answer):
                    self.answers.pop(piece)
            case KeepTap(prompt, name, value):
                self.taps[prompt, name] = value
                self.tapped[prompt, name] = self.fresh()
                self.given_at = self.now
            case Plan(kind, at, about):
                self.plans[kind, about] = at
            case Cancel(kind, about):
                self.plans = {k: v for k, v in self.plans.items() if k[0] != kind or about not in (None, k[1])}
            case Forget():
                self.forgotten = True
            case _:
                self.brings_back(effect)

    def ask(self, asked: Ask) -> None:
        prompt = Prompt(
            id=self.fresh(),
            leader=7,
            enrolment=1 if asked.enrolled else None,
            kind=asked.kind,
            item=asked.item,
            version="1.0",
            slot=asked.slot,
            state="open",
            stage=first_stage(asked.kind, asked.item, library()),
            asked_at=self.now,
            expires_at=self.now + timedelta(days=5),
            about=asked.about,
        )
        self.prompts[prompt.id] = prompt
        if prompt.kind != "pulse":
            self.talk = OnPrompt(prompt.id)

    def brings_back(self, effect: Effect) -> None:
        """Echoes, and answers that are treated otherwise; the rest only the journeys can do, such as enrolling."""
        match effect:
            case Recall():
                self.recall(effect)
            case Treat(answer, state, when):
                for piece in self.together(answer):
                    if self.answers[piece].state in when:
                        self.answers[piece] = replace(self.answers[piece], state=state)
            case Redact(answer, edits) if answer in self.answers:
                text = privacy.replaced(self.answers[answer].text, "nl")
                self.answers[answer] = replace(self.answers[answer], text=text)
                self.said.append(Say("names_left" if privacy.left(text) else "names_replaced", {}, answer, edits=edits))
            case Rewrite(answer, text) if answer in self.answers:
                self.answers[answer] = replace(self.answers[answer], text=text)
            case Recognise(echo, verdict) if echo in self.echoes:
                self.echoes[echo] = replace(self.echoes[echo], verdict=verdict)

    def together(self, answer: int) -> list[int]:
        """The pieces of the answer that this one belongs to."""
        one = self.answers.get(answer)
        alike = [each for each in self.answers.values() if one and (each.prompt, each.state) == (one.prompt, one.state)]
        groups = pieces.grouped(sorted(alike, key=lambda piece: (piece.given_at, piece.id)))
        ids = ([piece.id for piece in group] for group in groups)
        return next((group for group in ids if answer in group), [])

    def recall(self, wanted: Recall) -> None:
        """The thanks, and an earlier answer comes back when one may."""
        returning = {number for (number, name), value in self.taps.items() if (name, value) == ("recognise", "yes")}
        kept = [answer for answer in self.answers.values() if answer.state == "kept"]
        past = echoes.Past(kept, self.prompts, list(self.echoes.values()), frozenset(returning))
        today = echoes.today_of(wanted.prompt, past, library(), self.now)
        found = echoes.choose(today, echoes.earlier_of(past, library()))
        before = sum(isinstance(effect, Say) for effect in self.done[: self.done.index(wanted)])
        self.said.insert(before, wanted.thanks if found is None else without_taps(wanted.thanks))
        if found is not None:
            echo = Echo(self.fresh(), 7, found.earlier.id, today.said.answer.id, found.why, self.now)
            self.echoes[echo.id] = echo
            self.leader = replace(self.leader, memory=self.leader.memory.but(echoed_on=self.now.date()))
            self.said.insert(before + 1, Say("echo_offer", {}, echo.id))

    def echo_beside(self, prompt: int) -> Echo | None:
        """What was brought back beside an answer to this prompt."""
        mine = {answer.id for answer in self.answers.values() if answer.prompt == prompt}
        return next((echo for echo in self.echoes.values() if echo.later in mine), None)
