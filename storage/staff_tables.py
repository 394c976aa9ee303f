"""The tables of those who run groups: organisations, people with roles, sign-in, what is released, and orders.

Who signs in to the console and who opens their own page stand in tables apart, so that the database itself can keep the
console's role away from leaders' sessions.
"""

from sqlalchemy import (
    DDL,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    column,
    event,
    table,
)

from dialogues.model import LANGUAGES
from storage.columns import document, identity, instant, link, number, one_of, word
from storage.schema import metadata, only

ROLE_KINDS = ("owner", "facilitator", "observer")
RELEASE_KINDS = ("week", "mirror")
GROUP_LINK_ENDINGS = ("unlinked", "gone")
QUESTION_STATES = ("draft", "planned", "asked", "dropped")

organisation = Table("organisation", metadata, identity(), word("name"), instant("created_at"))

member = Table(
    "member",
    metadata,
    identity(),
    number("chat", unique=True),
    word("name"),  # told to who joins; "" until they give one
    word("language"),
    instant("created_at"),
    one_of("language", LANGUAGES),
)

role = Table(
    "role",
    metadata,
    identity(),
    link("member", "member"),
    link("organisation", "organisation"),
    link("cohort", "cohort", null=True),  # none: in all groups of the organisation
    word("kind"),
    link("given_by", "member", null=True, gone="SET NULL"),
    instant("given_at"),
    instant("ended_at", null=True),
    one_of("kind", ROLE_KINDS),
    CheckConstraint("kind <> 'owner' OR cohort IS NULL", name="owner"),
    Index(None, "member"),
    Index(None, "organisation"),
)

staff_invite = Table(
    "staff_invite",
    metadata,
    identity(),
    link("organisation", "organisation"),
    link("cohort", "cohort", null=True),
    word("kind"),
    Column("digest", String(), nullable=False, unique=True),
    link("made_by", "member", null=True, gone="SET NULL"),
    instant("made_at"),
    instant("expires_at"),
    instant("used_at", null=True),
    instant("revoked_at", null=True),
    one_of("kind", ROLE_KINDS),
    Index(None, "organisation"),
)


def _link_table(name: str, whose: str) -> Table:
    """Single-use links that were sent in the chat, known by a digest, bound to the first browser that opens one."""
    return Table(
        name,
        metadata,
        identity(),
        link(whose, whose),
        Column("digest", String(), nullable=False, unique=True),
        instant("made_at"),
        instant("expires_at"),
        word("browser", null=True),
        instant("used_at", null=True),
        Index(None, whose, "made_at"),
    )


def _session_table(name: str, whose: str) -> Table:
    """Who is signed in, by the digest of what their browser holds."""
    return Table(
        name,
        metadata,
        identity(),
        link(whose, whose),
        Column("digest", String(), nullable=False, unique=True),
        instant("begun_at"),
        instant("seen_at"),
        instant("ended_at", null=True),
        Index(None, whose),
    )


sign_in = _link_table("sign_in", "member")
web_session = _session_table("web_session", "member")
page_sign_in = _link_table("page_sign_in", "leader")
page_session = _session_table("page_session", "leader")

sign_in_try = Table("sign_in_try", metadata, identity(), word("source"), instant("at"), Index(None, "source", "at"))

release = Table(
    "release",
    metadata,
    identity(),
    link("cohort", "cohort"),
    word("kind"),
    Column("first", Date(), nullable=False),
    Column("last", Date(), nullable=False),
    document("facts"),
    instant("released_at"),
    instant("published_at", null=True),
    link("published_by", "member", null=True, gone="SET NULL"),
    one_of("kind", RELEASE_KINDS),
    UniqueConstraint("cohort", "kind", "first"),  # a week or period is released once
)

departure = Table(
    "departure",
    metadata,
    identity(),
    link("cohort", "cohort"),
    Column("joined_on", Date(), nullable=False),
    Column("left_on", Date(), nullable=False),
    Column("guest", Boolean(), nullable=False),
    Index(None, "cohort"),
)

notice = Table(
    "notice",
    metadata,
    identity(),
    link("cohort", "cohort"),
    link("made_by", "member", null=True, gone="SET NULL"),
    word("text"),
    instant("made_at"),
    instant("sent_at", null=True),
    Index(None, "cohort"),
)

own_question = Table(
    "own_question",
    metadata,
    identity(),
    link("cohort", "cohort"),
    word("nl"),
    word("en"),
    Column("on_date", Date(), nullable=True),
    link("made_by", "member", null=True, gone="SET NULL"),
    instant("made_at"),
    word("state"),
    instant("tried_at", null=True),  # when its maker had it sent to their own chat
    one_of("state", QUESTION_STATES),
    Index(None, "cohort"),
)

cohort_order = Table(
    "cohort_order",
    metadata,
    identity(),
    link("cohort", "cohort"),
    word("kind"),
    document("data"),
    link("made_by", "member", null=True, gone="SET NULL"),
    instant("made_at"),
    instant("done_at", null=True),
    Column("tries", Integer(), nullable=False, server_default="0"),
    instant("not_before", null=True),  # what went wrong is tried again from here on
)
only("ix_cohort_order_waiting", cohort_order.c.id, where=cohort_order.c.done_at.is_(None))

# A Telegram group that a group's mirror goes to; that somebody objected stands apart, and who did nowhere.
group_link = Table(
    "group_link",
    metadata,
    identity(),
    link("cohort", "cohort"),
    Column("digest", String(), nullable=False, unique=True),
    link("made_by", "member", null=True, gone="SET NULL"),
    instant("made_at"),
    instant("expires_at"),
    number("chat", null=True),
    word("title"),
    instant("linked_at", null=True),
    instant("opens_at", null=True),  # until then everybody may object before anything is posted
    instant("ended_at", null=True),
    word("ending", null=True),
    one_of("ending", GROUP_LINK_ENDINGS),
    Index(None, "cohort"),
)

# A link that somebody objected to. It points at no row: a foreign key would lock that row for a moment, and whoever may
# read a row of PostgreSQL may read that it was locked.
group_objection = Table("group_objection", metadata, number("link", primary_key=True, autoincrement=False))

fact = Table("fact", metadata, Column("name", String(), primary_key=True), word("value"))

# How many people ever joined each group: all that the console may know of who is in it.
cohort_size = table("cohort_size", column("cohort"), column("joined"))
MAKE_COHORT_SIZE = (
    "CREATE VIEW cohort_size AS SELECT cohort, count(DISTINCT leader) AS joined "
    "FROM enrolment WHERE cohort IS NOT NULL GROUP BY cohort"
)
DROP_COHORT_SIZE = "DROP VIEW cohort_size"
for moment, statement in (("after_create", MAKE_COHORT_SIZE), ("before_drop", DROP_COHORT_SIZE)):
    event.listen(metadata, moment, DDL(statement))  # type: ignore[no-untyped-call]  # it has no types
