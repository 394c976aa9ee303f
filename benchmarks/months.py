"""A month of an invented leader for each number: the same number gives the same month."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Final

from dialogues.model import Language, Library
from summaries.material import MEASURES, Asked, Intended, Material, Measure, Placed, Tapped, Written

SAID: Final[dict[Language, Sequence[str]]] = {
    "nl": (
        "Gisteren liep het overleg vast en ik praatte de stilte vol.",
        "Ik merkte dat mijn schouders omhoog gingen zodra het over geld ging.",
        "Door mijn haast haakten twee partners af, en dat zag ik pas achteraf.",
        "Wanneer iemand zijn stem verheft, maak ik me kleiner dan nodig is.",
        "Volgende week vraag ik eerst wat de ander ziet, voordat ik iets voorstel.",
        "Het team werd rustiger toen ik mijn eigen twijfel hardop uitsprak.",
        "Achteraf was mijn voorbereiding vooral een manier om niet te hoeven luisteren.",
        "Zij namen het over en het werd beter dan wat ik had bedacht.",
        "Ik was trots op het gesprek, en moe tegelijk.",
        "Dat ik zo vaak ja zeg, heeft te maken met wie er aan tafel zit.",
    ),
    "en": (
        "Yesterday the meeting got stuck and I filled the silence with talk.",
        "I noticed my shoulders going up as soon as we spoke about money.",
        "Because of my haste two partners dropped out, and I only saw it later.",
        "Whenever somebody raises their voice, I make myself smaller than I need to.",
        "Next week I will first ask what the other sees before I propose anything.",
        "The team grew calmer when I said my own doubt out loud.",
        "Looking back, my preparation was mostly a way of not having to listen.",
        "They took it over and it became better than what I had thought up.",
        "I was proud of the conversation, and tired at the same time.",
        "That I say yes so often has to do with who is at the table.",
    ),
}  # fmt: skip
PLANS: Final[dict[Language, str]] = {
    "nl": "Als het overleg stilvalt, dan wacht ik tien tellen.",
    "en": "If the meeting falls silent, then I wait for ten counts.",
}
MONTH: Final = date(2026, 10, 1)


def invented(number: int, library: Library) -> Material:
    """Eight or nine touches, most answered in three sentences, taps after each, two dilemmas and two intentions."""
    random = Random(number)
    language: Language = random.choice(("nl", "en"))
    days = sorted(random.sample(range(1, 1 + monthrange(MONTH.year, MONTH.month)[1]), random.randint(8, 9)))
    dates = [MONTH.replace(day=day) for day in days]
    asked = _asked(random, dates, library)
    return Material(
        language=language,
        month=MONTH,
        zone="Europe/Amsterdam",
        seed=number,
        asked=asked,
        answers=tuple(_answer(random, prompt, language) for prompt in asked if prompt.answered),
        taps=_taps(random, dates, 1000),
        earlier_taps=_taps(random, [MONTH - timedelta(3 * n) for n in range(1, 21)], 2000),
        positions=tuple(Placed(3000 + p.id, p.on, p.item, random.randint(1, 7), p.id) for p in asked if _both(p)),
        earlier_positions=tuple(
            Placed(4000 + p.id, p.on - timedelta(60), p.item, random.randint(1, 7), 500 + p.id)
            for p in asked if _both(p)
        ),
        intentions=(
            Intended(1, dates[0], PLANS[language], "open"),
            Intended(2, dates[1], PLANS[language], random.choice(("done", "partly"))),
        ),
    )  # fmt: skip


def _asked(random: Random, dates: Sequence[date], library: Library) -> tuple[Asked, ...]:
    dilemmas = random.sample(sorted(library.dilemmas), 2)
    questions = random.sample(sorted(library.questions), len(dates) - 2)
    prompts = [
        *(
            Asked(n, on, "paradox", item, "paradox", answered=True)
            for n, (on, item) in enumerate(zip(dates, dilemmas, strict=False))
        ),
        *(
            Asked(n, on, "question", item, library.questions[item].quality, random.random() < 0.8)
            for n, (on, item) in enumerate(zip(dates[2:], questions, strict=True), 2)
        ),
    ]  # fmt: skip
    return tuple(prompts)


def _answer(random: Random, prompt: Asked, language: Language) -> Written:
    text = " ".join(random.sample(SAID[language], 3))
    return Written(
        id=100 + prompt.id, on=prompt.on, prompt=prompt.id, kind=prompt.kind, item=prompt.item,
        quality=prompt.quality, part="why" if _both(prompt) else "answer", text=text, language=language,
        words=len(text.split()), markers=frozenset(), hour=9,
    )  # fmt: skip


def _taps(random: Random, dates: Sequence[date], first: int) -> tuple[Tapped, ...]:
    def tap(n: int, on: date, measure: Measure) -> Tapped:
        return Tapped(first + 2 * n + MEASURES.index(measure), on, measure, random.randint(1, 5))

    return tuple(tap(n, on, measure) for n, on in enumerate(dates) for measure in MEASURES)


def _both(prompt: Asked) -> bool:
    return prompt.kind == "paradox"
