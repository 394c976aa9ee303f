"""Any walk through the conversation: nothing raises, one question at a time, nothing before a yes, stop stops."""

from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from pocket import BUTTON, TUESDAY, Pocket

from dialogues.effects import (
    Add,
    Agree,
    Amend,
    Ask,
    Drop,
    Enrol,
    Intend,
    IntendFrom,
    Keep,
    KeepTap,
    PutBack,
    React,
    Recall,
    Recap,
    Recognise,
    Redact,
    Redraw,
    Revisit,
    Reword,
    Rewrite,
    Say,
    Search,
)
from dialogues.events import Pressed, Showed, pressed
from dialogues.library import library
from dialogues.model import LANGUAGES
from dialogues.people import Enrolment
from dialogues.talk import Arriving, as_json, from_json
from handlers.outgoing import Outgoing
from handlers.screens import render
from journeys.ports import Delivery, Screen

QUESTIONS = {
    "prompt", "followup", "dilemma_step", "case_reflection", "case_closing", "own_case_offer", "intention_learning",
    "intention_ask", "programme_next", "programme_choice", "report_reflect", "summary_correct", "snooze", "pause",
    "third_party_data", "intention_offer", "echo_offer", "crisis_self_check", "stop_confirm", "delete_confirm",
    "silence", "summary_intention", "intention_when", "answers_search", "answer_rewrite", "thought_ask", "meant",
    "meant_question",
    "grief",
}  # fmt: skip
SPOKEN = (
    Say, React, Ask, Recall, Recap, Intend, IntendFrom, Reword, Amend, Rewrite, Search, Revisit, Enrol,
    Recognise, Redact, PutBack, Redraw,
)  # fmt: skip
LINE = {
    "id": 5, "date": "1 mei 2026", "kind": "question", "item": "RF-03", "of": 4, "text": "x", "state": "kept",
    "late": False,
}  # fmt: skip
MATERIAL = {
    "lines": [LINE], "file": b"{}", "facts": [], "photo": b"", "token": "t", "date": "", "position": "4",
    "intention": "", "text": "x.", "day": "dinsdag",
    "quote": "x", "verdict": "open", "line": LINE, "pages": 2, "total": 7, "of": 4, "month": "mei",
    "months": [("2026-11", "november 2026", 2)], "dilemmas": [("P04", 4)], "earlier": 0,
    "positions": [{"position": "3", "date": "1 mei 2026", "said": "x"}],
    "intentions": [{"id": 9, "text": "x", "date": "1 mei 2026"}],
}  # fmt: skip
TEXTS = [
    "Gisteren liep het overleg met de partners vast op de verdeelsleutel en iedereen keek naar de tafel.",
    "Ik neem me voor om vrijdag eerst te vragen wat de ander ziet, en dan pas te zeggen wat ik vind.",
    "Jan de Vries viel mij gisteren in het overleg in de rede.", "Kort.", "4", "7", "vier", "a", "niets", "genoeg",
    "stop", "overslaan", "straks", "andere vraag", "ja", "nee", "9:30", "Nairobi", "maandag en vrijdag", "English",
    "Ik kan niet meer.", "Ik wil niet meer leven.", "Ik heb een burn-out.", "Er is fraude gepleegd.",
    "Mijn vader is overleden.", "Mijn zus wil dood.", "Ik heb even pauze nodig", "geen tijd", "Stop met deze vragen",
    "Hij heeft mij aangeraakt, dit is seksuele intimidatie.", "Hij bedreigt me.", "Het gaat over werk", "{x} <b> \x00",
    " ", "😀" * 50, "ok " * 400,
]  # fmt: skip
COMMANDS = [
    "start", "question", "dilemma", "rhythm", "pause", "resume", "lookback", "answers", "paradoxes", "intention",
    "reflect", "settings", "export", "delete", "urgent", "stop", "language", "help", "cohort", "unknown",
]  # fmt: skip
MEDIA = ["sticker", "photo", "voice", "document", "location", "contact", "forwarded", "other_media"]
CONSENT = dict.fromkeys(("retention", "hosting", "processors", "controller", "contact", "privacy_url"), "x")
ITEMS = [
    ("question", "RF-03"), ("question", "RS-02"), ("question", "SM-05"), ("question", "RS-07"), ("paradox", "P04"),
    ("integrity_case", "IC-12"), ("pulse", "PU-01"), ("intention_check", "intention"), ("paradox_revisit", "P08"),
    ("programme_end", "starter_4w"),
]  # fmt: skip
ERRANDS = ["remind", "expire", "snooze", "resume", "hold_over", "check", "recap", "monthly", "hear"]
PRESSES = [
    *((message.id, button.id) for message in library().messages.values() for button in message.buttons),
    *((care.id, button.id) for care in library().safety.values() for button in care.message.buttons),
    *(("crisis_self_check", value) for value in ("work", "life", "questions", "tired", "unsure")),
    *(("value", value) for value in ("1", "3", "5", "7", "a", "b", "z")),
    *(("tap", value) for value in ("mood.1", "energy.4", "skip", "insight.yes", "recognise.no", "done", "x")),
    ("case_other", "b"), ("dilemma_stop", "stop"), ("prompt_buttons", "x"), ("nothing", "x"),
    *(("answers", f"{act}.a.1") for act in ("list", "open", "hide", "show", "withdraw", "restore", "edit", "x")),
    *(("answers", value) for value in ("list.p.0", "list.m2026-11.0", "list.s.3", "months", "dilemmas", "search", "x")),
    *(("paradoxes", value) for value in ("list", "open", "again", "x")),
    *(("intentions", value) for value in ("done", "drop", "x")),
]  # fmt: skip


class Walk(RuleBasedStateMachine):
    """One leader, any events in any order."""

    def __init__(self) -> None:
        super().__init__()
        running = Enrolment(1, 7, None, "starter_4w", "active", TUESDAY.date(), 0, 3, TUESDAY)
        self.pocket = Pocket.at_the_door(enrolment=running, consent=CONSENT)
        self.yes = False
        self.keys: list[str] = []
        self.shown_kind = ""  # of what was shown before

    @initialize(inside=st.booleans(), seconds=st.sampled_from([0, 6]))
    def arrives(self, inside: bool, seconds: int) -> None:
        """Half of the walks begin with a leader who takes part; half are heard when they have finished writing."""
        self.pocket.scene_facts["patience"] = timedelta(seconds=seconds)
        if inside:
            for group, value in (("language", "nl"), ("consent", "agree"), ("defaults", "defaults")):
                self.after(self.pocket.presses(group, value, 0))

    @rule(text=st.sampled_from(TEXTS))
    def writes(self, text: str) -> None:
        self.after(self.pocket.says(text), may_keep=1)

    @rule(text=st.sampled_from(TEXTS), data=st.data())
    def replies(self, text: str, data: st.DataObject) -> None:
        if self.pocket.prompts and self.yes:
            self.after(self.pocket.says(text, reply_to=data.draw(st.sampled_from([*self.pocket.prompts]))), may_keep=1)

    @rule(text=st.sampled_from(TEXTS), message=st.integers(1, 40))
    def edits(self, text: str, message: int) -> None:
        self.after(self.pocket.edits(text, message))

    @rule(button=st.sampled_from(PRESSES), data=st.data())
    def presses(self, button: tuple[str, str], data: st.DataObject) -> None:
        about = data.draw(st.sampled_from([0, *self.pocket.prompts, *self.pocket.answers]))
        self.after(self.pocket.presses(*button, about))

    @rule(data=st.data())
    def taps_what_is_shown(self, data: st.DataObject) -> None:
        """The buttons of the last messages, so that a walk comes further than the door."""
        if self.keys:
            self.after(self.pocket.hears(pressed(data.draw(st.sampled_from(self.keys)), BUTTON)))

    @rule(data=st.data())
    def taps_again(self, data: st.DataObject) -> None:
        self.taps_what_is_shown(data)

    @rule(item=st.sampled_from(ITEMS), text=st.sampled_from(TEXTS))
    def answers(self, item: tuple[str, str], text: str) -> None:
        self.comes_due(item)
        self.writes(text)

    @rule(name=st.sampled_from(COMMANDS), argument=st.sampled_from(["", *TEXTS[:6], "twee weken", "Voorjaar"]))
    def commands(self, name: str, argument: str) -> None:
        self.after(self.pocket.commands(name, argument), may_keep=int(name == "reflect"))

    @rule(kind=st.sampled_from(MEDIA))
    def shows(self, kind: str) -> None:
        self.shown_kind = self.pocket.leader.memory.media
        self.after(self.pocket.shows(kind))

    @rule(item=st.sampled_from(ITEMS))
    def comes_due(self, item: tuple[str, str]) -> None:
        if self.pocket.leader.state == "active":  # the tick asks nobody else
            self.pocket.is_due(*item)
            self.sounds_right()

    @rule(kind=st.sampled_from(ERRANDS), data=st.data())
    def reaches(self, kind: str, data: st.DataObject) -> None:
        was = self.pocket.leader.state
        self.pocket.reaches(kind, data.draw(st.sampled_from([0, *self.pocket.prompts])))
        self.sounds_right()
        if was == "stopped":
            assert not [effect for effect in self.pocket.done if isinstance(effect, Say | Ask | Recap)]

    @rule(hours=st.sampled_from([1, 26, 100, 800]))
    def waits(self, hours: int) -> None:
        self.pocket.waits(hours=hours)

    def after(self, pocket: Pocket, may_keep: int = 0) -> None:
        """What holds after everything a leader does."""
        assert [effect for effect in pocket.done if isinstance(effect, SPOKEN)] or self.calls_for_none(pocket)
        kept = [effect for effect in pocket.done if isinstance(effect, Keep | Add)]
        moved = len([effect for effect in pocket.done if isinstance(effect, Drop)])  # words in doubt, set aside
        assert len(kept) <= may_keep + moved
        if not self.yes:
            assert not [effect for effect in pocket.done if isinstance(effect, Keep | Add | KeepTap | Amend | Ask)]
        self.yes = self.yes or any(isinstance(effect, Agree) for effect in pocket.done)
        self.sounds_right()
        if pocket.forgotten:
            self.__init__()  # type: ignore[misc] - somebody new

    def calls_for_none(self, pocket: Pocket) -> bool:
        """Is silence on purpose, and changes it nothing?"""
        match pocket.event:
            case Pressed():
                return not pocket.done  # the button itself shows that it was pressed
            case Showed():
                return self.shown_kind == pocket.leader.memory.media and not pocket.done
            case _:
                return False

    def sounds_right(self) -> None:
        """One question at most, and every screen can be shown in both languages."""
        below = [say for say in self.pocket.said if say.edits is None and not say.renews]
        new = [say.screen for say in below if say.screen in QUESTIONS]
        new += ["prompt" for effect in self.pocket.done if isinstance(effect, Ask)]
        new += [say.args["page"] for say in below if say.screen == "thanks_taps"]
        new = [name for name in new if name != "closed"]
        assert len(new) <= 1, new
        for say in self.pocket.said:
            for language in LANGUAGES:
                outgoing = self.shown(say, language)
                assert outgoing.text
            self.keys = [*self.keys, *(key.data for row in outgoing.keyboard for key in row)][-24:]

    def shown(self, say: Say, language: str) -> Outgoing:
        taps = {name: value for (prompt, name), value in self.pocket.taps.items() if prompt == say.about}
        args = {**say.args, "about": say.about, "language": language}
        delivery = Delivery(7001, language, Screen(say.screen, args), {**MATERIAL, "taps": taps}, edits=say.edits)
        outgoing = render(delivery, library())
        assert "{" not in outgoing.text.replace("{x}", ""), (say.screen, outgoing.text)
        return outgoing

    @invariant()
    def the_talk_can_be_stored(self) -> None:
        assert from_json(as_json(self.pocket.talk)) == self.pocket.talk

    @invariant()
    def nobody_takes_part_without_a_yes(self) -> None:
        assert self.yes or self.pocket.leader.state == "arriving"
        assert not isinstance(self.pocket.talk, Arriving) or not self.yes

    def stops_in_words(self) -> None:
        """Three times at most: what was asked for by itself may be let go of first, and a step that goes further."""
        for said in ("stop", "stop", "stop", "ja"):
            asked = "stop_confirm" in self.pocket.screens
            if self.pocket.leader.state != "stopped" and asked == (said == "ja"):
                self.after(self.pocket.says(said), may_keep=1)

    def teardown(self) -> None:
        """However the walk went, stopping stops: by its button, or in words, of which the first may end a step only."""
        if self.yes:
            if self.pocket.next_id % 2:
                self.stops_in_words()
            else:
                self.pocket.presses("stop_confirm", "stop", 0)
            assert self.pocket.leader.state == "stopped"
            self.pocket.waits(hours=500)
            for kind in ERRANDS:
                for prompt in (0, *self.pocket.prompts):
                    self.pocket.reaches(kind, prompt)
                    assert not [effect for effect in self.pocket.done if isinstance(effect, Say | Ask | Recap)]


TestWalk = Walk.TestCase
TestWalk.settings = settings(
    max_examples=1000, stateful_step_count=30, derandomize=True, deadline=None, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
