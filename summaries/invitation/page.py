"""What stands on an invitation, as plain values in one language; the link also as the squares of a QR code."""

from dataclasses import dataclass, field
from datetime import date

import segno

from dialogues.model import Language, Library, Text
from summaries import wording


@dataclass(frozen=True, slots=True)
class Invite:
    """To which `group` and `programme` the `facilitator` invites, with which link, and its last day when it has one.

    The link opens a door, so it stays out of logs.
    """

    group: str
    programme: str
    facilitator: str
    link: str = field(repr=False)
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A list and what it is about."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of joining."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """All of an invitation. `code`: the rows of the QR code, a 1 for each dark square, without the margin it needs.

    `code_said` is the code for who does not see it; `until` is "" for a link without a last day.
    """

    language: Language
    title: str
    name: str
    host: str
    about: tuple[str, ...]
    sees: Listed
    unseen: Listed
    promises: Listed
    join: str
    steps: tuple[Step, ...]
    link: str = field(repr=False)
    code: tuple[str, ...] = field(repr=False)
    code_said: str = field(repr=False)
    until: str
    footer: str


def invitation(invite: Invite, language: Language, library: Library) -> Page:
    """The page for an invite; ValueError when its link is too long for a QR code (2,331 bytes fit)."""
    texts, who = library.invitation, invite.facilitator

    def word(name: str, **filled: str) -> str:
        return texts.words[name][language].format(**filled)

    return Page(
        language=language,
        title=word("title"),
        name=invite.programme,
        host=word("host", facilitator=who, group=invite.group),
        about=tuple(text[language] for text in texts.about),
        sees=Listed(word("sees", facilitator=who), _named(texts.sees, language, who)),
        unseen=Listed(word("unseen", facilitator=who), _named(texts.unseen, language, who)),
        promises=Listed(word("promises"), tuple(text[language] for text in texts.promises)),
        join=word("join"),
        steps=tuple(Step(step.title[language], step.text[language]) for step in texts.steps),
        link=invite.link,
        code=squares(invite.link),
        code_said=word("code", link=invite.link),
        until=word("until", date=wording.day(invite.until, language, beside=date.min)) if invite.until else "",
        footer=word("footer"),
    )


def squares(link: str) -> tuple[str, ...]:
    """The rows of a QR code that can still be read with a seventh of it spoilt (level M)."""
    return tuple("".join(str(square) for square in row) for row in segno.make_qr(link, error="m").matrix)


def _named(texts: tuple[Text, ...], language: Language, facilitator: str) -> tuple[str, ...]:
    return tuple(text[language].format(facilitator=facilitator) for text in texts)
