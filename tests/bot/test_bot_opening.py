import base64
import shutil

import pytest

from bot.opening import StartError, open_database
from bot.settings import Settings
from journeys.unlock import is_untouched, look
from storage import migrate

KEY, OTHER = (base64.b64encode(bytes([number]) * 32).decode() for number in (1, 2))


def settings(folder, **values):
    return Settings.model_validate({"data": folder, **values})


async def open_and_close(chosen):
    opened = await open_database(chosen)
    verdict = await look(opened.store)
    await opened.store.close()
    return opened.new_key, verdict


@pytest.mark.asyncio
async def test_the_first_start_makes_folder_tables_and_key_and_the_second_uses_them(tmp_path):
    folder = tmp_path / "data"
    assert await open_and_close(settings(folder)) == (folder / "master.key", "right")
    assert await open_and_close(settings(folder)) == (None, "right")
    assert (folder / "weerklank.db").stat().st_mode & 0o077 == 0


@pytest.mark.asyncio
async def test_a_missing_key_over_data_stops_the_start_and_none_is_invented(tmp_path):
    await open_and_close(settings(tmp_path))
    (tmp_path / "master.key").unlink()
    with pytest.raises(StartError, match="its master key is missing"):
        await open_database(settings(tmp_path))
    assert not (tmp_path / "master.key").exists()


@pytest.mark.asyncio
async def test_a_wrong_key_stops_the_start(database_url, tmp_path):
    await open_and_close(settings(tmp_path, database_url=database_url, master_key=KEY))
    with pytest.raises(StartError, match=r"\(WEERKLANK_MASTER_KEY\) is not the one"):
        await open_database(settings(tmp_path, database_url=database_url, master_key=OTHER))
    assert await open_and_close(settings(tmp_path, database_url=database_url, master_key=KEY)) == (None, "right")


@pytest.mark.asyncio
async def test_looking_leaves_no_trace(database_url):
    assert await is_untouched(database_url)
    assert await is_untouched(database_url)


@pytest.mark.asyncio
async def test_tables_of_another_version_are_upgraded_on_sqlite_and_refused_on_postgresql(
    database_url, tmp_path, monkeypatch
):
    chosen = settings(tmp_path, database_url=database_url, master_key=KEY)
    await open_and_close(chosen)
    upgraded = []
    monkeypatch.setattr(migrate, "is_current", lambda url: False)
    monkeypatch.setattr(migrate, "upgrade", upgraded.append)
    if database_url.startswith("sqlite"):
        await open_and_close(chosen)
        assert upgraded == [chosen.database]
    else:
        with pytest.raises(StartError, match="weerklank migrate"):
            await open_database(chosen)
        assert upgraded == []


@pytest.mark.asyncio
async def test_a_key_over_a_migrated_but_empty_database_may_be_made(sqlite_template, tmp_path):
    shutil.copy(sqlite_template, tmp_path / "weerklank.db")
    assert await open_and_close(settings(tmp_path)) == (tmp_path / "master.key", "right")
