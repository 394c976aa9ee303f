"""A chat in memory: applies what the conversation decides, the way the journeys do, so that a test can tell a story."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from dialogues import rhythm
from dialogues.conversation import step
from dialogues.effects import (
    Add,
    Agree,
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
    Plan,
    Say,
    Turn,
)
from dialogues.events import Amended, Commanded, Event, Pressed, Said, Showed
from dialogues.library import library
from dialogues.moves import due
from dialogues.moves.steps import first_stage
from dialogues.people import Answer, Leader, Prompt
from dialogues.scene import Scene
from dialogues.talk import Arriving, OnPrompt, Resting, Settling, Talk

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
    plans: dict[tuple[ErrandKind, int], datetime] = field(default_factory=dict)
    said: list[Say] = field(default_factory=list)
    done: list[Effect] = field(default_factory=list)
    forgotten: bool = False
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

    def says(self, text: str) -> "Pocket":
        return self.hears(Said(text, self.fresh()))

    def edits(self, text: str, message: int) -> "Pocket":
        return self.hears(Amended(text, message))

    def shows(self, kind: str) -> "Pocket":
        return self.hears(Showed(kind))

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
        self.apply(due.step(kind, self.talk, scene))
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
        """What was kept: part and text."""
        return [(answer.part, answer.text) for answer in self.answers.values()]

    def decided(self, kind: type) -> list:
        return [effect for effect in self.done if isinstance(effect, kind)]

    # the works --------------------------------------------------------------------------------------------------------

    def fresh(self) -> int:
        self.next_id += 1
        return self.next_id

    def scene(self, prompt: Prompt | None) -> Scene:
        about = prompt.id if prompt else 0
        facts = {
            "used": frozenset(known.item for known in self.prompts.values()),
            "answers": tuple(answer for answer in self.answers.values() if answer.prompt == about),
            "taps": {name: value for (number, name), value in self.taps.items() if number == about},
            "last_answer_at": max((answer.given_at for answer in self.answers.values()), default=None),
        }
        self.answer_id = self.fresh()
        return Scene(self.leader, library(), self.now, self.answer_id, prompt, **{**facts, **self.scene_facts})

    def hears(self, event: Event) -> "Pocket":
        prompt = self.subject(event)
        if prompt is not None and isinstance(event, Said) and isinstance(self.talk, Resting | OnPrompt):
            self.talk = OnPrompt(prompt.id)
        self.apply(step(self.talk, event, self.scene(prompt)))
        return self

    def subject(self, event: Event) -> Prompt | None:
        if isinstance(event, Pressed):
            return self.prompts.get(event.about) or self.prompts.get(self.floor)
        if isinstance(self.talk, Settling | Arriving):
            return None
        if isinstance(self.talk, Resting):
            waiting = [known for known in self.prompts.values() if known.state in ("open", "closed")]
            return waiting[-1] if waiting else None
        return self.prompts.get(getattr(self.talk, "prompt", 0))

    def apply(self, decided: tuple[Talk, tuple[Effect, ...]]) -> None:
        self.talk, effects = decided
        self.said = [effect for effect in effects if isinstance(effect, Say)]
        self.done = list(effects)
        for effect in effects:
            self.act(effect)

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
            case Add(prompt, text, message):
                self.answers[self.answer_id] = Answer(
                    self.answer_id, 7, prompt, "addition", text, "nl", self.now, message=message
                )
            case Amend(message, text):
                changed = [replace(known, text=text) for known in self.answers.values() if known.message == message]
                self.answers.update({answer.id: answer for answer in changed})
            case Mark(answer, care, kept) if answer in self.answers:
                changed = replace(self.answers[answer], care=care or "none", state="kept" if kept else "held")
                self.answers[answer] = changed
            case Drop(answer):
                self.answers.pop(answer, None)
            case KeepTap(prompt, name, value):
                self.taps[prompt, name] = value
            case Plan(kind, at, about):
                self.plans[kind, about] = at
            case Cancel(kind, about):
                self.plans = {k: v for k, v in self.plans.items() if k[0] != kind or about not in (None, k[1])}
            case Forget():
                self.forgotten = True
            case Agree():
                pass
            case _:
                assert effect is not None

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
        self.talk = OnPrompt(prompt.id)
