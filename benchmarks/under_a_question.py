"""What becomes of words under an open question: kept as its answer, asked about, or heard as a wish."""

from datetime import UTC, datetime, timedelta
from typing import Literal

from dialogues.asking import rhythm
from dialogues.conversation import step
from dialogues.effects import Keep
from dialogues.events import Said
from dialogues.language import words
from dialogues.library import library
from dialogues.people import Leader, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt

Became = Literal["kept", "asked", "heard"]
NOW = datetime(2026, 12, 1, 7, 30, tzinfo=UTC)


def became(text: str) -> Became:
    """What the conversation does with these words."""
    language = words.language(text, "nl")
    usual = rhythm.default("standard", language, "Europe/Amsterdam", "nl")
    leader = Leader(7, 7001, language, "active", usual)
    prompt = Prompt(
        1,
        7,
        None,
        "question",
        "RF-03",
        "1.0",
        "w01A",
        "open",
        "answer",
        asked_at=NOW,
        expires_at=NOW + timedelta(days=5),
    )
    _, effects = step(OnPrompt(1), Said(text, 2), Scene(leader, library(), NOW, 3, prompt=prompt))
    kept = [effect for effect in effects if isinstance(effect, Keep)]
    if not kept:
        return "heard"
    return "asked" if all(effect.held for effect in kept) else "kept"
