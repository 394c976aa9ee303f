"""What the invented leader of a rehearsal writes: short and neutral, about nobody, in turn."""

from collections.abc import Mapping
from typing import Literal

from dialogues.model import Language

Occasion = Literal["answer", "reply", "step", "learning", "when", "discovery"]

WORDS: Mapping[Language, Mapping[Occasion, tuple[str, ...]]] = {
    "nl": {
        "answer": (
            "In het overleg van dinsdag liet ik een stilte vallen, en de kleinste partner nam het woord.",
            "Het gesprek over de verdeling van het geld liep vast. Ik was teleurgesteld, en dat was te zien.",
            "We maakten de planning samen. De anderen kwamen met het antwoord, ik stelde alleen vragen.",
            "Ik praatte te lang, en daarna zei niemand meer iets. Volgende keer begin ik met een rondje.",
            "Het werkbezoek ging goed. Het was fijn om te zien wat de bewoners eraan hebben.",
            "Kort en zakelijk, zoals vaak.",
        ),
        "reply": (
            "Ik hield me in en luisterde, en dat kostte me moeite.",
            "De anderen werden rustiger en gingen elkaar vragen stellen.",
            "Ik neem me voor om het de volgende keer eerst te vragen.",
            "Ik was er blij mee, en ook een beetje moe.",
        ),
        "step": (
            "Vooral de ervaring van vorig jaar, toen we te lang wachtten.",
            "Dan zouden de anderen zich misschien vrijer voelen.",
            "Door het hardop te zeggen en er samen een grens aan te stellen.",
            "Bij ons speelt het in de stuurgroep, bij de vraag wie er beslist.",
        ),
        "learning": ("Het hielp dat ik het vooraf had gezegd. De drukte kwam ertussen.",),
        "when": ("Als het stil wordt, dan tel ik eerst tot tien.",),
        "discovery": ("Dat ik meer hoor wanneer ik minder praat.",),
    },
    "en": {
        "answer": (
            "In the meeting on Tuesday I let a silence fall, and the smallest partner spoke up.",
            "The talk about dividing the money got stuck. I was disappointed, and it showed.",
            "We made the planning together. The others found the answer, I only asked questions.",
            "I talked too long, and then nobody said anything. Next time I will start by asking everyone for a word.",
            "The visit went well. It was good to see what the residents gain from it.",
            "Short and businesslike, as often.",
        ),
        "reply": (
            "I held back and listened, and that took some effort.",
            "The others calmed down and began to ask each other questions.",
            "I intend to ask first next time.",
            "I was glad about it, and a little tired too.",
        ),
        "step": (
            "Mostly what happened last year, when we waited too long.",
            "Then the others might feel more free.",
            "By saying it out loud, and setting a limit together.",
            "With us it is about the steering group, and who decides there.",
        ),
        "learning": ("It helped that I had said it beforehand. Being busy got in the way.",),
        "when": ("When it goes quiet, then I first count to ten.",),
        "discovery": ("That I hear more when I talk less.",),
    },
}  # fmt: skip
