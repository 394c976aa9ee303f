"""The talks that were read and found good: whoever changes a word sees in which situations it changes what is said.

Write them anew with `WEERKLANK_GOLDEN=write`, then read what changed before it is committed.
"""

import importlib
import os
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from quiet_house import quiet_house
from story import LANGUAGES, PATIENT, SITUATIONS, Story

FOLDER = Path(__file__).parent
TOLD = FOLDER / "told"
for module in sorted(FOLDER.glob("when_*.py")):
    importlib.import_module(module.stem)


@pytest.fixture(autouse=True)
def the_same_ids(monkeypatch):
    """Some choices differ per leader, so by id: here the ids are the same every time."""
    monkeypatch.setattr("storage.ids._last", 0)
    monkeypatch.setattr("storage.ids.time", SimpleNamespace(time_ns=lambda: 1_800_000_000_000_000_000))
    monkeypatch.setattr("storage.ids.secrets", SimpleNamespace(randbits=lambda _bits: 0))


@pytest.mark.asyncio
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SITUATIONS)
async def test_this_situation_reads_as_it_was_reviewed(name, language, sqlite_url):
    tell = SITUATIONS[name]
    patience = timedelta(seconds=6 if name in PATIENT else 0)
    async with quiet_house(sqlite_url, patience=patience) as house:
        story = Story(house, language)
        await tell(story)
    page = story.page((tell.__doc__ or "").strip().rstrip("."))
    file = TOLD / language / f"{name}.md"
    if os.environ.get("WEERKLANK_GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == page


def test_there_are_enough_situations_and_no_page_without_one():
    assert len(SITUATIONS) >= 40
    for language in LANGUAGES:
        assert {page.stem for page in (TOLD / language).glob("*.md")} == set(SITUATIONS)
