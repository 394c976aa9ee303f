"""The tables are what the steps make them, up and down, also when several processes begin at once."""

import re
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, text
from sqlalchemy.engine import make_url

from storage import migrate
from storage.address import address_of
from storage.faults import BROKEN, LOCKED, StorageUnavailable
from storage.tables import metadata


def _engine(url: str):
    return create_engine(address_of(url, asynchronous=False)[0])


def _tables(url: str) -> set[str]:
    engine = _engine(url)
    with engine.connect() as connection:
        found = set(inspect(connection).get_table_names())
    engine.dispose()
    return found


def test_up_down_and_up_again(empty_url):
    wanted = set(metadata.tables) | {"alembic_version"}
    migrate.upgrade(empty_url)
    assert _tables(empty_url) == wanted
    migrate.downgrade(empty_url)
    assert _tables(empty_url) == {"alembic_version"}
    assert migrate.current(empty_url) is None
    migrate.upgrade(empty_url)
    assert _tables(empty_url) == wanted


def test_a_database_knows_whether_it_is_current(empty_url):
    assert migrate.current(empty_url) is None
    assert not migrate.is_current(empty_url)
    migrate.upgrade(empty_url)
    assert migrate.current(empty_url) == migrate.head()
    assert migrate.is_current(empty_url)


def test_asking_makes_no_file(tmp_path):
    assert migrate.current(f"sqlite:///{tmp_path}/not-there.db") is None
    assert not (tmp_path / "not-there.db").exists()


def test_upgrading_twice_changes_nothing(empty_url):
    migrate.upgrade(empty_url)
    migrate.upgrade(empty_url)
    assert migrate.is_current(empty_url)


def test_four_that_begin_at_once_end_well(empty_url):
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(migrate.upgrade, [empty_url] * 4)) == [None] * 4
    assert migrate.is_current(empty_url)


def test_the_models_are_what_the_steps_make(database_url):
    engine = _engine(database_url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_checks_keys_and_partial_indexes_are_what_the_steps_make(empty_url):
    if empty_url.startswith("sqlite"):
        Path(str(make_url(empty_url).database)).parent.mkdir()
    engine = _engine(empty_url)
    metadata.create_all(engine)
    from_models = _definitions(engine)
    metadata.drop_all(engine)
    migrate.upgrade(empty_url)
    from_steps = _definitions(engine)
    engine.dispose()
    assert len(from_models) > 60
    assert from_models == from_steps


SQLITE_DEFINITIONS = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'"
POSTGRES_DEFINITIONS = """
    SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conname NOT LIKE 'alembic%'
    UNION ALL
    SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE 'alembic%'
    UNION ALL
    SELECT table_name || '.' || column_name, data_type || is_nullable || coalesce(column_default, '')
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE 'alembic%'
"""


def _definitions(engine: Engine) -> set[str]:
    query = SQLITE_DEFINITIONS if engine.dialect.name == "sqlite" else POSTGRES_DEFINITIONS
    with engine.connect() as connection:
        return {piece for name, sql in connection.execute(text(query)) for piece in _pieces(name, sql)}


def _pieces(name: str, definition: str) -> set[str]:
    """Every line of a definition on its own: the order within a table does not matter.

    A column that a later step adds stands on the line of the last one before it, with nothing between but a comma.
    A table that a later step builds anew has its name in quotes.
    """
    lines = re.split(r",?\s*\n|, (?=[a-z_]+ [A-Z])", definition.replace('"', ""))
    return {f"{name}: {' '.join(line.split())}" for line in lines if line.strip()}


def test_the_database_file_and_its_folder_are_made_for_the_owner_only(tmp_path):
    migrate.upgrade(f"sqlite:///{tmp_path}/deep/er/weerklank.db")
    assert stat.S_IMODE((tmp_path / "deep/er/weerklank.db").stat().st_mode) == 0o600


def test_a_server_that_is_not_there_is_one_plain_sentence():
    with pytest.raises(StorageUnavailable) as refusal:
        migrate.upgrade("postgresql://reader:very-secret@127.0.0.1:9/nowhere")
    assert "very-secret" not in repr(refusal.value)


def test_a_file_that_is_no_database_is_said_at_once(tmp_path):
    (tmp_path / "broken.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(StorageUnavailable, match=BROKEN):
        migrate.upgrade(f"sqlite:///{tmp_path}/broken.db")


def test_a_database_that_somebody_holds_for_a_moment_is_waited_for(tmp_path, monkeypatch):
    other = sqlite3.connect(tmp_path / "held.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(migrate.time, "sleep", lambda _: other.close())
    migrate.upgrade(f"sqlite:///{tmp_path}/held.db")
    assert migrate.is_current(f"sqlite:///{tmp_path}/held.db")


def test_patience_with_a_database_that_somebody_keeps_has_an_end(tmp_path, monkeypatch):
    monkeypatch.setattr(migrate, "_PATIENCE_S", 0.01)
    other = sqlite3.connect(tmp_path / "held.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageUnavailable, match=LOCKED):
        migrate.upgrade(f"sqlite:///{tmp_path}/held.db")
    other.close()


NOW = "2026-03-02T08:00:00.000000Z"
BEFORE = {  # one row of each, as revision 3 has them
    "leader": {
        "id": 1, "chat": 7, "language": "nl", "state": "active", "rhythm": "{}", "memory": "{}", "created_at": NOW,
    },
    "cohort": {
        "id": 2, "name": "Groep", "programme": "core_12w", "language": "nl", "zone": "Europe/Amsterdam",
        "created_at": NOW,
    },
    "invite": {"id": 3, "cohort": 2, "digest": "d", "expires_at": NOW, "max_uses": 9, "uses": 1, "created_at": NOW},
    "enrolment": {
        "id": 4, "leader": 1, "cohort": 2, "programme": "core_12w", "state": "active", "anchor": "2026-03-02",
        "anchor_position": 0, "position": 0, "started_at": NOW,
    },
    "audit": {"id": 5, "at": NOW, "event": "cohort created", "cohort": 2},
}  # fmt: skip


LINKED = {
    "id": 6, "cohort": 2, "digest": "a", "made_at": NOW, "expires_at": NOW, "chat": -100, "title": "Kring",
    "linked_at": NOW, "opens_at": NOW, "ended_at": None, "ending": None,
}  # fmt: skip
ENDINGS = text("SELECT id, ending, ended_at IS NULL FROM group_link ORDER BY id")


def _keep(connection, table: str, row: dict) -> None:
    values = ", ".join(f":{name}" for name in row)
    connection.execute(text(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({values})"), row)


def test_what_was_objected_to_stands_apart_afterwards_and_no_link_tells_it_any_more(empty_url):
    migrate.upgrade(empty_url, "0005")
    engine = _engine(empty_url)
    with engine.begin() as connection:
        _keep(connection, "cohort", BEFORE["cohort"])
        for number, (ending, ended_at) in enumerate(
            ((None, None), ("objected", None), ("objected", NOW), ("unlinked", NOW), ("gone", NOW)), 6
        ):
            _keep(
                connection, "group_link",
                {**LINKED, "id": number, "digest": str(number), "ending": ending, "ended_at": ended_at},
            )  # fmt: skip
    migrate.upgrade(empty_url)
    with engine.connect() as connection:
        assert [tuple(row) for row in connection.execute(ENDINGS)] == [
            (6, None, True), (7, None, True), (8, None, True), (9, "unlinked", False), (10, "gone", False),
        ]  # fmt: skip
        assert set(connection.execute(text("SELECT link FROM group_objection")).scalars()) == {7, 8}
        if engine.dialect.name == "postgresql":
            assert len(set(connection.execute(text("SELECT xmin FROM group_link")).scalars())) == 1
    migrate.downgrade(empty_url, "0005")
    with engine.connect() as connection:
        assert [row.ending for row in connection.execute(ENDINGS)] == [None, "objected", "objected", "unlinked", "gone"]
    engine.dispose()


def test_groups_and_who_is_in_them_outlive_the_step_that_gives_them_an_organisation(empty_url):
    migrate.upgrade(empty_url, "0003")
    engine = _engine(empty_url)
    with engine.begin() as connection:
        for table, row in BEFORE.items():
            _keep(connection, table, row)
    migrate.upgrade(empty_url)
    with engine.connect() as connection:
        for query, kept in (
            ("SELECT id, state, retention_months, period, organisation FROM cohort", (2, "open", 12, "month", None)),
            ("SELECT cohort, uses, kind, made_by FROM invite", (2, 1, "group", None)),
            ("SELECT leader, cohort, guest FROM enrolment", (1, 2, False)),
            ("SELECT event, member, detail FROM audit", ("cohort created", None, "{}")),
            ("SELECT cohort, joined FROM cohort_size", (2, 1)),
        ):
            assert [tuple(row) for row in connection.execute(text(query))] == [kept]
    migrate.downgrade(empty_url, "0003")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT name FROM cohort")).scalar() == "Groep"
    engine.dispose()
