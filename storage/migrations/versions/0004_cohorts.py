"""Organisations, people with roles, sign-in, what is released about a group, and orders to the bot."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, Number

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

VIEW = (
    "CREATE VIEW cohort_size AS SELECT cohort, count(DISTINCT leader) AS joined "
    "FROM enrolment WHERE cohort IS NOT NULL GROUP BY cohort"
)
ROLES = "kind IN ('owner', 'facilitator', 'observer')"


def upgrade() -> None:
    _new_tables()
    op.add_column("leader", sa.Column("gone_at", Instant(), nullable=True))
    op.add_column("enrolment", sa.Column("guest", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("cohort") as cohort:
        cohort.add_column(sa.Column("organisation", Number, nullable=True))
        cohort.add_column(sa.Column("state", sa.String(), server_default="open", nullable=False))
        cohort.add_column(sa.Column("until", Instant(), nullable=True))
        cohort.add_column(sa.Column("weekday", sa.Integer(), nullable=True))
        cohort.add_column(sa.Column("hour", sa.Time(), nullable=True))
        cohort.add_column(sa.Column("ends_on", sa.Date(), nullable=True))
        cohort.add_column(sa.Column("retention_months", sa.Integer(), server_default="12", nullable=False))
        cohort.add_column(sa.Column("period", sa.String(), server_default="month", nullable=False))
        cohort.add_column(sa.Column("group_chat", Number, nullable=True))
        cohort.create_foreign_key(
            op.f("fk_cohort_organisation"), "organisation", ["organisation"], ["id"], ondelete="SET NULL"
        )
        cohort.create_check_constraint(op.f("ck_cohort_state"), "state IN ('open', 'paused', 'closed', 'archived')")
        cohort.create_check_constraint(op.f("ck_cohort_period"), "period IN ('month', 'quarter')")
        cohort.create_check_constraint(op.f("ck_cohort_weekday"), "weekday BETWEEN 0 AND 4")
        cohort.create_check_constraint(op.f("ck_cohort_retention_months"), "retention_months >= 1")
        cohort.create_index(op.f("ix_cohort_organisation"), ["organisation"])
    with op.batch_alter_table("invite") as invite:
        invite.add_column(sa.Column("made_by", Number, nullable=True))
        invite.add_column(sa.Column("kind", sa.String(), server_default="group", nullable=False))
        invite.add_column(sa.Column("batch", Number, nullable=True))
        invite.create_foreign_key(op.f("fk_invite_made_by"), "member", ["made_by"], ["id"], ondelete="SET NULL")
        invite.create_check_constraint(op.f("ck_invite_kind"), "kind IN ('group', 'personal')")
    op.add_column("audit", sa.Column("organisation", Number, nullable=True))
    op.add_column("audit", sa.Column("member", Number, nullable=True))
    op.add_column("audit", sa.Column("detail", sa.String(), server_default="{}", nullable=False))
    op.create_index(op.f("ix_audit_cohort"), "audit", ["cohort"])
    op.create_index(op.f("ix_audit_organisation"), "audit", ["organisation"])
    op.execute(VIEW)


def downgrade() -> None:
    op.execute("DROP VIEW cohort_size")
    op.drop_index(op.f("ix_audit_organisation"), table_name="audit")
    op.drop_index(op.f("ix_audit_cohort"), table_name="audit")
    for name in ("detail", "member", "organisation"):
        op.drop_column("audit", name)
    with op.batch_alter_table("invite") as invite:
        invite.drop_constraint(op.f("ck_invite_kind"), type_="check")
        invite.drop_constraint(op.f("fk_invite_made_by"), type_="foreignkey")
        for name in ("batch", "kind", "made_by"):
            invite.drop_column(name)
    with op.batch_alter_table("cohort") as cohort:
        cohort.drop_index(op.f("ix_cohort_organisation"))
        for name in ("retention_months", "weekday", "period", "state"):
            cohort.drop_constraint(op.f(f"ck_cohort_{name}"), type_="check")
        cohort.drop_constraint(op.f("fk_cohort_organisation"), type_="foreignkey")
        for name in (
            "group_chat", "period", "retention_months", "ends_on", "hour", "weekday", "until", "state", "organisation",
        ):  # fmt: skip
            cohort.drop_column(name)
    op.drop_column("enrolment", "guest")
    op.drop_column("leader", "gone_at")
    for table in (
        "fact", "cohort_order", "own_question", "notice", "departure", "release", "sign_in_try", "page_session",
        "page_sign_in", "web_session", "sign_in", "staff_invite", "role", "member", "organisation",
    ):  # fmt: skip
        op.drop_table(table)


def _key(name: str) -> sa.Column:
    return sa.Column(name, Number, autoincrement=False, nullable=False)


def _link(name: str, *, null: bool = False) -> sa.Column:
    return sa.Column(name, Number, autoincrement=False, nullable=null)


def _text(name: str, *, null: bool = False) -> sa.Column:
    return sa.Column(name, sa.String(), nullable=null)


def _moment(name: str, *, null: bool = False) -> sa.Column:
    return sa.Column(name, Instant(), nullable=null)


def _day(name: str, *, null: bool = False) -> sa.Column:
    return sa.Column(name, sa.Date(), nullable=null)


def _make(table: str, *parts: sa.schema.SchemaItem, links: tuple[tuple[str, str, str], ...] = ()) -> None:
    """A table with its key; `links`: column, the table it points at, and what happens when that row goes."""
    foreign = [
        sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}"), ondelete=gone)
        for name, to, gone in links
    ]
    op.create_table(table, _key("id"), *parts, *foreign, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")))


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _new_tables() -> None:
    _make("organisation", _text("name"), _moment("created_at"))
    _make(
        "member",
        sa.Column("chat", Number, nullable=False),
        _text("name"),
        _text("language"),
        _moment("created_at"),
        _check("member", "language", "language IN ('nl', 'en')"),
        sa.UniqueConstraint("chat", name=op.f("uq_member_chat")),
    )
    _make(
        "role",
        _link("member"),
        _link("organisation"),
        _link("cohort", null=True),
        _text("kind"),
        _link("given_by", null=True),
        _moment("given_at"),
        _moment("ended_at", null=True),
        _check("role", "kind", ROLES),
        _check("role", "owner", "kind <> 'owner' OR cohort IS NULL"),
        links=(
            ("member", "member", "CASCADE"),
            ("organisation", "organisation", "CASCADE"),
            ("cohort", "cohort", "CASCADE"),
            ("given_by", "member", "SET NULL"),
        ),
    )
    _index("role", "member")
    _index("role", "organisation")
    _make(
        "staff_invite",
        _link("organisation"),
        _link("cohort", null=True),
        _text("kind"),
        _text("digest"),
        _link("made_by", null=True),
        _moment("made_at"),
        _moment("expires_at"),
        _moment("used_at", null=True),
        _moment("revoked_at", null=True),
        _check("staff_invite", "kind", ROLES),
        sa.UniqueConstraint("digest", name=op.f("uq_staff_invite_digest")),
        links=(
            ("organisation", "organisation", "CASCADE"),
            ("cohort", "cohort", "CASCADE"),
            ("made_by", "member", "SET NULL"),
        ),
    )
    _index("staff_invite", "organisation")
    for prefix, whose in (("", "member"), ("page_", "leader")):
        _doors(prefix, whose)
    _make("sign_in_try", _text("source"), _moment("at"))
    _index("sign_in_try", "source", "at")
    _of_groups()
    op.create_table(
        "fact", _text("name"), _text("value"), sa.PrimaryKeyConstraint("name", name=op.f("pk_fact"))
    )  # fmt: skip


def _doors(prefix: str, whose: str) -> None:
    links, sessions = f"{prefix}sign_in", "web_session" if not prefix else "page_session"
    _make(
        links,
        _link(whose),
        _text("digest"),
        _moment("made_at"),
        _moment("expires_at"),
        _text("browser", null=True),
        _moment("used_at", null=True),
        sa.UniqueConstraint("digest", name=op.f(f"uq_{links}_digest")),
        links=((whose, whose, "CASCADE"),),
    )
    _index(links, whose, "made_at")
    _make(
        sessions,
        _link(whose),
        _text("digest"),
        _moment("begun_at"),
        _moment("seen_at"),
        _moment("ended_at", null=True),
        sa.UniqueConstraint("digest", name=op.f(f"uq_{sessions}_digest")),
        links=((whose, whose, "CASCADE"),),
    )
    _index(sessions, whose)


def _of_groups() -> None:
    cohort, made_by = ("cohort", "cohort", "CASCADE"), ("made_by", "member", "SET NULL")
    _make(
        "release",
        _link("cohort"),
        _text("kind"),
        _day("first"),
        _day("last"),
        _text("facts"),
        _moment("released_at"),
        _moment("published_at", null=True),
        _link("published_by", null=True),
        _check("release", "kind", "kind IN ('week', 'mirror')"),
        sa.UniqueConstraint("cohort", "kind", "first", name=op.f("uq_release_cohort_kind_first")),
        links=(cohort, ("published_by", "member", "SET NULL")),
    )
    _make(
        "departure",
        _link("cohort"),
        _day("joined_on"),
        _day("left_on"),
        sa.Column("guest", sa.Boolean(), nullable=False),
        links=(cohort,),
    )
    _make(
        "notice",
        _link("cohort"),
        _link("made_by", null=True),
        _text("text"),
        _moment("made_at"),
        _moment("sent_at", null=True),
        links=(cohort, made_by),
    )
    _make(
        "own_question",
        _link("cohort"),
        _text("nl"),
        _text("en"),
        _day("on_date", null=True),
        _link("made_by", null=True),
        _moment("made_at"),
        _text("state"),
        _check("own_question", "state", "state IN ('draft', 'planned', 'asked', 'dropped')"),
        links=(cohort, made_by),
    )
    for table in ("departure", "notice", "own_question"):
        _index(table, "cohort")
    _make(
        "cohort_order",
        _link("cohort"),
        _text("kind"),
        _text("data"),
        _link("made_by", null=True),
        _moment("made_at"),
        _moment("done_at", null=True),
        links=(cohort, made_by),
    )
    waiting = sa.text("done_at IS NULL")
    op.create_index(
        op.f("ix_cohort_order_waiting"), "cohort_order", ["id"], postgresql_where=waiting, sqlite_where=waiting
    )
