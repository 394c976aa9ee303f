"""What the two web apps may do in PostgreSQL, as data: a role each, so that the database itself keeps them apart.

The console's role has no right at all on what leaders gave; the page's role none on who runs groups. Every table must
stand in one of the two lists of each role: a new one that stands nowhere fails a test.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

from sqlalchemy import create_engine, text

from storage.address import address_of
from storage.faults import plainly

Role = Literal["weerklank_console", "weerklank_page"]
READ, ADD, WRITE, ALL = "SELECT", "SELECT, INSERT", "SELECT, INSERT, UPDATE", "SELECT, INSERT, UPDATE, DELETE"

CONSOLE: Mapping[str, str] = {
    **dict.fromkeys(("organisation", "member", "role", "staff_invite", "sign_in", "web_session"), WRITE),
    **dict.fromkeys(("cohort", "invite", "notice", "own_question", "group_link"), WRITE),
    "cohort_order": ADD,
    "sign_in_try": "SELECT, INSERT, DELETE",
    "fact": READ,
    "cohort_size": READ,  # a view: how many, not who
    "alembic_version": READ,
    # A mirror is published, never changed; of the trail the console reads what members did, not what leaders did.
    "release": "SELECT, UPDATE (published_at, published_by)",
    "audit": "SELECT (id, at, event, cohort, organisation, member, detail), INSERT",
}
CLOSED_TO_CONSOLE = frozenset({
    "installation", "leader", "personal_key", "consent", "enrolment", "prompt", "answer", "answer_edit", "tap",
    "wording", "talk", "intention", "echo", "summary", "keepsake", "hidden_line", "errand", "inbox", "outbox", "budget",
    "invite_try", "page_sign_in", "page_session", "departure", "group_objection",
})  # fmt: skip

PAGE: Mapping[str, str] = {
    **dict.fromkeys(("leader", "consent", "enrolment", "prompt", "answer", "answer_edit", "tap", "talk"), ALL),
    **dict.fromkeys(("intention", "echo", "summary", "keepsake", "hidden_line", "errand", "outbox"), ALL),
    **dict.fromkeys(("page_sign_in", "page_session"), ALL),
    "personal_key": "SELECT, DELETE",
    "wording": ADD,
    "inbox": "SELECT, UPDATE",  # of who erases everything
    "audit": ADD,
    "departure": ADD,
    **dict.fromkeys(("invite_try", "sign_in_try", "budget"), ALL),
    **dict.fromkeys(("cohort", "organisation", "release", "fact", "installation", "alembic_version"), READ),
    # Whoever takes part and runs groups too gets all of it in an export, and loses all of it in an erasure.
    "member": "SELECT, DELETE",
    **dict.fromkeys(("role", "notice", "own_question", "cohort_order"), READ),
    **dict.fromkeys(("staff_invite", "invite", "sign_in", "web_session"), READ),
    "cohort_size": READ,
    "group_link": READ,
    "group_objection": "INSERT",  # a leader may object there
}
CLOSED_TO_PAGE: frozenset[str] = frozenset()

GRANTS: Mapping[Role, Mapping[str, str]] = {"weerklank_console": CONSOLE, "weerklank_page": PAGE}


def statements(schema: str = "public") -> Iterator[str]:
    """All of it for a psql session of the owner; it may be run again, and takes away what is not listed any more."""
    for role, rights in GRANTS.items():
        yield (
            f"DO $$ BEGIN CREATE ROLE {role} LOGIN; "
            "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        )
        yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {role}, PUBLIC"
        yield f"GRANT USAGE ON SCHEMA {schema} TO {role}"
        for table, granted in rights.items():
            yield f"GRANT {granted} ON {schema}.{table} TO {role}"


def apply(url: str) -> None:
    """Run them as the owner of the tables, all or none. Raises ValueError off PostgreSQL, else StorageUnavailable."""
    address, dialect = address_of(url, asynchronous=False)
    if dialect != "postgresql":
        raise ValueError("SQLite knows no roles; the two web apps need PostgreSQL to be kept apart.")
    engine = create_engine(address, hide_parameters=True, connect_args={"connect_timeout": 5})
    try:
        with plainly(), engine.begin() as connection:
            for statement in statements():
                connection.execute(text(statement))
    finally:
        engine.dispose()
