"""What every guide has, whatever it is about: the parts around the conversation, and its rounds on the clock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import get_args

from dialogues.library.guides import LONG, SHORT
from dialogues.model import Conversation, GuideTexts, Language, Round, Text
from summaries.guide.parts import (
    Agenda,
    Block,
    Entries,
    Entry,
    Form,
    Labels,
    Minutes,
    Note,
    Part,
    Points,
    Slot,
    Spoken,
)

Extras = Mapping[str, tuple[Block, ...]]  # by the id of a round: what this dilemma or case brings to it


@dataclass(frozen=True, slots=True)
class Script:
    """The texts of all guides in one language, for a conversation of so many minutes; ValueError for another length."""

    texts: GuideTexts
    language: Language
    minutes: Minutes

    def __post_init__(self) -> None:
        if self.minutes not in get_args(Minutes):
            raise ValueError(f"a conversation takes {SHORT} or {LONG} minutes")

    def word(self, name: str, **filled: object) -> str:
        """A short text with its placeholders filled in."""
        return self.texts.words[name][self.language].format(**filled)

    def said(self, texts: Iterable[Text]) -> tuple[str, ...]:
        """Texts in the language of the guide."""
        return tuple(text[self.language] for text in texts)

    def lasts(self, one: Round) -> int:
        """The minutes of a round."""
        return one.short if self.minutes == SHORT else one.long


def before(script: Script, rounds: Sequence[Part], more: tuple[str, ...] = ()) -> tuple[Part, ...]:
    """What a facilitator reads before the group comes; `more` stands first where it is about safety."""
    texts = script.texts
    starts = accumulate((one.minutes for one in rounds), initial=0)
    slots = tuple(Slot(one.title, start, one.minutes) for one, start in zip(rounds, starts, strict=False))
    return (
        Part("time", script.word("time"), (Agenda(slots),)),
        Part("prepare", script.word("prepare"), (Points(script.said(texts.prepare)),)),
        Part("facilitating", script.word("facilitating"), (Points(script.said(texts.facilitating)),)),
        Part("safety", script.word("safety"), (Points((*more, *script.said(texts.safety))),)),
    )


def rounds(script: Script, conversation: Conversation, extras: Extras) -> tuple[Part, ...]:
    """The rounds: what is read, what this item brings, what is done, what to mind."""
    extras = {"agree": (Points(script.said(script.texts.agreements), aloud=True),), **extras}
    return tuple(
        Part(one.id, one.title[script.language], tuple(_blocks(script, one, extras)), script.lasts(one))
        for one in conversation.rounds
    )


def _blocks(script: Script, one: Round, extras: Extras) -> Iterable[Block]:
    done = one.steps if script.minutes == SHORT else (*one.steps, *one.longer)
    yield Spoken(one.aloud[script.language])
    yield from extras.get(one.id, ())
    yield Points(script.said(done))
    yield Note(one.note[script.language])


def promise(script: Script) -> Form:
    """The lines on which an agreement is written down."""
    return Form(script.said(script.texts.promise))


def steps(script: Script, *, room: bool) -> Entries:
    """The plan for an integrity dilemma, with room to write when there is `room`."""
    language = script.language
    items = tuple(Entry(step.title[language], step.text[language]) for step in script.texts.steps)
    return Entries(items, numbered=True, room=room)


def labels(script: Script) -> Labels:
    """The words at blocks and pages."""
    return Labels(script.word("aloud"), script.word("note"), script.word("round"), script.word("page"))
