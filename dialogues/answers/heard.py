"""What the rules heard in an answer, as a note to keep beside it: worth its trouble once, and told by which rules.

A note is good for the very words and rules that it is about; of others it says nothing, and they are read again.
"""

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from dialogues import markers
from dialogues.markers import Span
from dialogues.model import Language


def note(text: str, language: Language) -> str:
    """Listen to these words; as JSON, with the places of what was heard but without a word of the text."""
    found = markers.find(text, language)
    heard = [{"marker": span.marker, "start": span.start, "end": span.end} for span in found]
    return json.dumps({"source": "rule", "rules": markers.RULES, "words": _words(text, language), "heard": heard})


def spans(noted: str, text: str, language: Language) -> tuple[Span, ...] | None:
    """What `markers.find` would give; None when the note is by other rules, or about other words."""
    told: Mapping[str, Any] = json.loads(noted) if noted else {}
    if (told.get("rules"), told.get("words")) != (markers.RULES, _words(text, language)):
        return None
    return tuple(Span(**span) for span in told["heard"])


def _words(text: str, language: Language) -> str:
    return blake2b(f"{language}:{text}".encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
