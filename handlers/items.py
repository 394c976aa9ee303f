"""How each kind of item looks in the chat: question, dilemma, integrity case, pulse, check, revisit, end."""

from dataclasses import replace

from dialogues.answers.followups import by_key
from dialogues.asking import own_questions, poles
from dialogues.events import data
from dialogues.language import words
from dialogues.model import Dilemma, Question, Scale
from handlers.outgoing import Key, Outgoing, Rows, Showing, column, plain

TRACK = 7  # steps between two poles
READ_AGAIN = 3000  # UTF-16 units of an answer that is shown once more
LONG_WORD = 30  # characters that are kept together where a quote ends


def prompt(show: Showing) -> Outgoing:
    """An item with its buttons, and what was tapped so far; a closed one has no buttons any more."""
    shown = _KINDS[show.args["kind"]](show)
    if show.material.get("group"):
        shown = replace(shown, text=f"{show.words('prompt_group')}\n\n{shown.text}")
    return replace(shown, keyboard=(), asks=False) if show.args.get("closed") else shown


def tried(show: Showing) -> Outgoing:
    """An item as it will look; its buttons lead nowhere."""
    shown = prompt(show)
    rows = tuple(tuple(Key(key.label, data("dry", 0, "tap")) for key in row) for row in shown.keyboard)
    return replace(shown, text=f"<i>{show.words('dry_run')}</i>\n\n{shown.text}", keyboard=rows, asks=False)


def question(show: Showing) -> Outgoing:
    """A reflective question: open, with a scale, or with options."""
    asked = show.library.questions[show.args["item"]]
    text = plain(asked.text[show.language])
    if own_questions.number_of(asked.id) is not None:
        return _of_group(show, text)
    value = show.taps.get("value")
    if asked.scale:
        return _scaled(show, text, asked.scale, value)
    if asked.options:
        return _choice(show, text, asked, value)
    if show.args.get("closed"):
        return Outgoing(text)
    calm = show.words("prompt_buttons")
    return Outgoing(f"{text}\n\n{calm}", _ways_out(show, "later", "other", "skip"), asks=True)


def _of_group(show: Showing, text: str) -> Outgoing:
    """A question of a facilitator, under who asks it; there is no other question in its place."""
    told = f"{show.words('own_question_from' if show.material.get('cohort') else 'own_question_once')}\n\n{text}"
    if show.args.get("closed"):
        return Outgoing(told)
    return Outgoing(f"{told}\n\n{show.words('prompt_buttons')}", _ways_out(show, "later", "skip"), asks=True)


def _scaled(show: Showing, text: str, scale: Scale, value: str | None) -> Outgoing:
    hint = show.words(
        "scale_hint", min=scale.min, max=scale.max,
        min_label=scale.min_label[show.language], max_label=scale.max_label[show.language],
    )  # fmt: skip
    if value is not None:
        return Outgoing(f"{text}\n\n{hint}\n\n{_steps(scale.min, scale.max, value)}")
    steps = tuple(show.value(str(n), str(n)) for n in range(scale.min, scale.max + 1))
    return Outgoing(f"{text}\n\n{hint}", (steps, *_ways_out(show, "later", "other", "skip")))


def _choice(show: Showing, text: str, asked: Question, value: str | None) -> Outgoing:
    labels = {option.id: option.label[show.language] for option in asked.options}
    if value is not None:
        return Outgoing(f"{text}\n\n▸ {plain(labels.get(value, value))}")
    if show.args.get("closed"):
        return Outgoing(text)
    options = column(show.value(label, option) for option, label in labels.items())
    return Outgoing(f"{text}\n\n{show.words('choice_hint')}", (*options, *_ways_out(show, "later", "other", "skip")))


def _steps(low: int, high: int, value: str) -> str:
    """A scale with the chosen step standing out; readable aloud because the number is there too."""
    marks = "".join("▪" if str(n) == value else "▫" for n in range(low, high + 1))
    return f"{marks}  {plain(value)}"


def _ways_out(show: Showing, *ids: str) -> Rows:
    return (show.keys("prompt_buttons", *ids),)


def dilemma(show: Showing) -> Outgoing:
    """Scenario and field of tension, in one message; the position taken becomes visible in it."""
    known = show.library.dilemmas[show.args["item"]]
    intro = show.words("dilemma_intro", title=known.title[show.language])
    scenario, asked = plain(known.scenario[show.language]), plain(known.position[show.language])
    return _field(show, known, f"{intro}\n\n{scenario}\n\n{asked}")


def revisit(show: Showing) -> Outgoing:
    """A dilemma from before, with the position and date of then."""
    known = show.library.dilemmas[show.args["item"]]
    then = show.library.dilemma_texts.revisit[show.language]
    seen = {"date": show.material.get("date", ""), "position": position_seen(show, show.material.get("position", "4"))}
    for name, value in seen.items():
        then = then.replace("{" + name + "}", str(value))
    intro = show.words("revisit_intro", title=known.title[show.language])
    return _field(show, known, f"{intro}\n\n{plain(known.scenario[show.language])}\n\n{plain(then)}")


def _field(show: Showing, known: Dilemma, text: str) -> Outgoing:
    a, b = sides(show, known)
    if "position" not in show.taps:
        scale = show.words("dilemma_scale", pole_a=a, pole_b=b)
        steps = tuple(show.value(str(n), position_seen(show, n)) for n in range(1, TRACK + 1))
        return Outgoing(f"{text}\n\n{scale}", (steps, *_ways_out(show, "later", "skip")))
    position = position_seen(show, show.taps["position"])
    taken = show.words("position_taken", title=known.title[show.language], position=position, pole_a=a, pole_b=b)
    return Outgoing(f"{text}\n\n{plain(a)} {field(position)} {plain(b)}\n{taken.splitlines()[0]}")


def moved(show: Showing) -> Outgoing:
    """The position as it is after a change of mind."""
    return Outgoing(show.words("position_moved", position=position_seen(show, show.taps["position"])))


def sides(show: Showing, known: Dilemma) -> tuple[str, str]:
    """The labels of both poles, in the order in which this leader sees them: the first stands at 1."""
    a, b = known.pole_a.label[show.language], known.pole_b.label[show.language]
    return (b, a) if show.material.get("swapped") else (a, b)


def field(position: str) -> str:
    """The field of tension between two poles, with a place in it."""
    return "".join("▪" if str(n) == position else "▫" for n in range(1, TRACK + 1))


def position_seen(show: Showing, position: int | str) -> str:
    """A kept position as this leader sees it, or a seen one as it is kept."""
    return str(poles.turned(int(position), swap=bool(show.material.get("swapped"))))


def step(show: Showing) -> Outgoing:
    """One step of a dilemma, with the way out under it."""
    known, language = show.library.dilemmas[show.args["item"]], show.language
    texts = {
        "why": known.why,
        "other": known.other_pole.at(int(show.taps.get("position", "4"))),
        "both": known.both_and,
        "own_case": show.library.dilemma_texts.own_case,
    }
    stage = show.args["stage"]
    asked = _changed(show, known) if stage == "changed" else plain(texts[stage][language])
    stop = Key(show.library.dilemma_texts.stop[language], show.value("", "stop", "dilemma_stop").data)
    return Outgoing(asked, ((stop,),), asks=True)


def _changed(show: Showing, known: Dilemma) -> str:
    """What changed since the earlier position: asked of who moved, and of who stayed. Without an earlier one, why."""
    now, then, day = show.taps.get("position"), str(show.material.get("position", "")), show.material.get("date")
    if now is None or not day:
        return plain(known.why[show.language])
    if now == then:
        return show.words("revisit_same")
    return show.words("revisit_moved", position=position_seen(show, then), now=position_seen(show, now))


def case(show: Showing) -> Outgoing:
    """An invented integrity case with its options, in no order of merit."""
    known, language = show.library.cases[show.args["item"]], show.language
    choice = show.taps.get("choice")
    options = "\n".join(
        f"{place}. {plain(one.label[language])}: {plain(one.text[language])}"
        for place, one in enumerate(known.options, start=1)
    )
    text = "\n\n".join(
        (show.words("integrity_intro"), plain(known.scenario[language]), plain(known.question[language]), options)
    )
    if choice is not None:
        labels = {one.id: one.label[language] for one in known.options}
        return Outgoing(f"{text}\n\n▸ {plain(labels.get(choice, choice))}")
    buttons = column(show.value(one.label[language], one.id) for one in known.options)
    return Outgoing(text, (*buttons, *_ways_out(show, "later", "skip"), show.keys("real_case")))


def reflection(show: Showing) -> Outgoing:
    """What an option protects and costs, which ends in a question, and a look at the next one.

    Another option than the chosen one leaves out its question: one is asked about both, so that words stay about the
    choice that was made.
    """
    known, language = show.library.cases[show.args["item"]], show.language
    choice = show.taps.get("choice", known.options[0].id)
    options = {one.id: one for one in known.options}
    option = options[show.args.get("option") or choice]
    told = show.words("case_reflection", label=option.label[language], reflection=option.reflection[language])
    if option.id != choice:
        without = show.words(
            "case_reflection", label=option.label[language], reflection=_told(option.reflection[language])
        )
        told = f"{without}\n\n{show.words('case_beside', label=options[choice].label[language])}"
    following = known.options[(known.options.index(option) + 1) % len(known.options)]
    look = show.value(show.library.messages["case_other"].text[language], following.id, "case_other")
    return Outgoing(told, ((look,), show.keys("followup_buttons")))


def _told(reflection: str) -> str:
    """A reflection without the question at its end."""
    start, _ = words.sentences(reflection)[-1]
    return reflection[:start].rstrip() if reflection.endswith("?") else reflection


def closing(show: Showing) -> Outgoing:
    """The last question of a case, with the way out."""
    known = show.library.cases[show.args["item"]]
    return Outgoing(plain(known.closing[show.language]), (show.keys("followup_buttons"),), asks=True)


def pulse(show: Showing) -> Outgoing:
    """One tap, edited in place."""
    known = show.library.pulses[show.args["item"]]
    value = show.taps.get(known.id)
    text = f"{show.words('pulse_intro')}\n\n{plain(known.text[show.language])}"
    if value is not None:
        thanks = show.words("pulse_thanks", value=value, max=known.scale.max)
        return Outgoing(
            f"{plain(known.text[show.language])}\n\n{_steps(known.scale.min, known.scale.max, value)}\n{thanks}"
        )
    return Outgoing(
        f"{text}\n\n{_hint(show, known.scale)}",
        (tuple(show.value(str(n), str(n)) for n in range(known.scale.min, known.scale.max + 1)),),
    )


def _hint(show: Showing, scale: Scale) -> str:
    return show.words(
        "scale_hint", min=scale.min, max=scale.max,
        min_label=scale.min_label[show.language], max_label=scale.max_label[show.language],
    )  # fmt: skip


def check(show: Showing) -> Outgoing:
    """What became of an intention, quoted with its date."""
    quoted = shortened(str(show.material.get("intention", ""))).rstrip(".!")
    text = show.words("intention_check", date=show.material.get("date", ""), intention=quoted)
    outcome = show.taps.get("outcome")
    if outcome is None:
        return Outgoing(text, pairs_of(show, "intention_check"))
    labels = {button.id: button.label[show.language] for button in show.library.messages["intention_check"].buttons}
    return Outgoing(f"{text}\n\n▸ {plain(labels.get(outcome, outcome))}")


def pairs_of(show: Showing, message: str) -> Rows:
    """The buttons of a message, one a row."""
    return column(show.keys(message))


def shortened(text: str, limit: int = 600) -> str:
    """At most `limit` UTF-16 units of a quote and …, after a whole word, when something is left out."""
    kept = fitting(text, limit)
    if kept == text:
        return text
    if not text[len(kept)].isspace():
        words, _, begun = kept.rpartition(" ")
        kept = words if words and len(begun) <= LONG_WORD else kept
    return kept.rstrip() + "…"


def fitting(text: str, limit: int) -> str:
    """The beginning of a text, in at most `limit` UTF-16 units; no sign is cut in two."""
    while (over := words.utf16_length(text) - limit) > 0:
        text = text[: -max(1, over // 2)]
    return text


def redacted(show: Showing, name: str) -> Outgoing:
    """An answer as it is kept after names were replaced; a very long one ends in …."""
    return Outgoing(show.words(name, text=shortened(str(show.material["text"]), READ_AGAIN).removesuffix(".")))


def reworded(show: Showing, name: str) -> Outgoing:
    """How words of an answer begin: written anew, again as they were, or of which an intention may be made."""
    return Outgoing(show.words(name, text=shortened(str(show.material["text"]))), column(show.keys(name)))


def end(show: Showing) -> Outgoing:
    """The last touch of a programme; while another one runs nothing is to be chosen."""
    programme = show.library.programmes[show.args["item"]].name[show.language]
    named = programme[:1].lower() + programme[1:]
    if show.material.get("beside") and "next" not in show.taps:
        return Outgoing(show.words("programme_end_beside", programme=named), asks=True)
    text = show.words("programme_end", programme=named)
    return Outgoing(text, column(show.keys("programme_end")) if "next" not in show.taps else ())


def followup(show: Showing) -> Outgoing:
    """One more question, with the way out."""
    asked = by_key(show.args["key"], show.library)
    return Outgoing(plain(asked[show.language]), (show.keys("followup_buttons"),), asks=True)


_KINDS = {
    "question": question, "paradox": dilemma, "paradox_revisit": revisit, "integrity_case": case, "pulse": pulse,
    "intention_check": check, "programme_end": end,
}  # fmt: skip
