"""Looking for words in a leader's own answers: capitals, accents and inflections do not matter."""

from dataclasses import dataclass, field

from dialogues.language import words

LONGEST = 100  # characters that somebody looks for; more is no search
PART = 4  # letters from which a piece of a longer word counts
ENDING = "en"  # of Dutch verbs and plurals: "vertrouwen" finds "vertrouwde" too


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: the words as they are, and for each of them its plain form and lemmas."""

    plain: str = field(repr=False)
    forms: tuple[frozenset[str], ...] = field(repr=False)


def sought(text: str) -> Sought:
    """What these words look for."""
    return Sought(words.fold(text).strip(), tuple(word.forms | _stems(word.forms) for word in words.tokens(text)))


def _stems(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(form.removesuffix(ENDING) for form in forms if form.endswith(ENDING))


def holds(text: str, wanted: Sought) -> bool:
    """Does a text hold all that is looked for: literally, or each word in some inflection or inside a longer word?"""
    folded = words.fold(text)
    if wanted.plain in folded:
        return True
    if not wanted.forms:
        return False
    said = frozenset[str]().union(*(word.forms for word in words.tokens(text)))
    return all(forms & said or any(len(form) >= PART and form in folded for form in forms) for forms in wanted.forms)
