"""Numerals: the number words of both languages, and what each stands for."""

from collections.abc import Iterator, Mapping

from dialogues.model import Language

_ONES: Mapping[Language, str] = {
    "nl": "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
    " achttien negentien",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
}
_TENS: Mapping[Language, str] = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_STRESSED = ("één", "eén")  # "een" that is no article
# As somebody gives a mark in Dutch: "een zesje".
MARKS: Mapping[str, int] = {
    "eentje": 1, "tweetje": 2, "drietje": 3, "viertje": 4, "vijfje": 5, "zesje": 6, "zeventje": 7, "achtje": 8,
    "negentje": 9, "tientje": 10,
}  # fmt: skip


def _counted(language: Language) -> Iterator[tuple[str, int]]:
    """Every numeral from 1 to 99, in order; of tens and ones together every way to write them."""
    ones = dict(zip(_ONES[language].split(), range(1, 20), strict=True))
    yield from ones.items()
    for ten, tens in zip(_TENS[language].split(), range(20, 100, 10), strict=True):
        yield ten, tens
        for one, number in list(ones.items())[:9]:
            yield from ((form, tens + number) for form in _together(one, ten, language))


def _together(one: str, ten: str, language: Language) -> tuple[str, ...]:
    return (f"{one}en{ten}", f"{one}ën{ten}") if language == "nl" else (f"{ten}-{one}", f"{ten} {one}")


IN: Mapping[Language, Mapping[str, int]] = {
    "nl": {**dict(_counted("nl")), **dict.fromkeys(_STRESSED, 1)},
    "en": dict(_counted("en")),
}
NUMERALS: Mapping[str, int] = {**IN["nl"], **IN["en"]}


def upto(most: int, language: Language | None = None) -> dict[str, int]:
    """The numerals that stand for at most so much, in one language or in both."""
    known = NUMERALS if language is None else IN[language]
    return {word: number for word, number in known.items() if number <= most}
