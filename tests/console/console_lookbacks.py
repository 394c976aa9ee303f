"""Look backs of invented leaders, and a studio that puts them on paper at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from dialogues.library import library
from dialogues.model import Language
from dialogues.people import Id
from storage import summaries
from storage.session import Store
from summaries import facts
from summaries.findings import findings
from summaries.material import Asked, Material, Written
from summaries.pdf import pdf
from summaries.picture import Theme, picture

MONTH = date(2026, 10, 1)


@dataclass(frozen=True)
class Studio:
    """Prints here and now; the look backs themselves are given."""

    async def draw(
        self, kept: str, language: Language, theme: Theme = "light", *, hidden: Collection[str] = (), bare: bool = False
    ) -> bytes | None:
        return picture(facts.from_json(kept), language, library(), theme, hidden=hidden)

    async def pdf(
        self, kept: str, language: Language, *, hidden: Collection[str] = frozenset(), quotes: bool = True
    ) -> bytes:
        return pdf(facts.from_json(kept), language, library(), hidden=hidden, quotes=quotes)


async def look_back(store: Store, leader: Id, lines: list[str], now: datetime) -> Id:
    """A look back on October in which these lines stand; its id."""
    days = [MONTH.replace(day=3 + 5 * number) for number in range(len(lines))]
    asked = [Asked(number, on, "question", "RF-01", "reflection", True) for number, on in enumerate(days, 1)]
    written = [_written(number, on, text) for number, (on, text) in enumerate(zip(days, lines, strict=True), 1)]
    found = findings(Material("nl", MONTH, "Europe/Amsterdam", 7, tuple(asked), tuple(written)), library())
    async with store.transaction() as session:
        made = await summaries.add(session, leader, MONTH, facts.as_json(found), now)
    assert made is not None
    return made


def _written(number: int, on: date, text: str) -> Written:
    told = frozenset({"event", "feeling", "learning"})
    return Written(number, on, number, "question", "RF-01", "reflection", "answer", text, "nl", 60, told, hour=9)
