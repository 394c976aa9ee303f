"""Several groups at once, orders that are tried again, a linked Telegram group, and when an intention was settled."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, Number

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ACTIVE = sa.text("state = 'active'")
ALONE = sa.text("state = 'active' AND cohort IS NULL")


def upgrade() -> None:
    op.drop_index("uq_enrolment_active", "enrolment")
    _only("uq_enrolment_active", ["leader", "cohort"], ACTIVE)
    _only("uq_enrolment_alone", ["leader"], ALONE)
    op.add_column("intention", sa.Column("settled_at", Instant(), nullable=True))
    op.add_column("own_question", sa.Column("tried_at", Instant(), nullable=True))
    op.add_column("cohort_order", sa.Column("tries", sa.Integer(), server_default="0", nullable=False))
    op.add_column("cohort_order", sa.Column("not_before", Instant(), nullable=True))
    with op.batch_alter_table("cohort") as cohort:
        cohort.drop_column("group_chat")
    _group_link()


def downgrade() -> None:
    op.drop_table("group_link")
    with op.batch_alter_table("cohort") as cohort:
        cohort.add_column(sa.Column("group_chat", Number, nullable=True))
    for table, column in (
        ("cohort_order", "not_before"), ("cohort_order", "tries"), ("own_question", "tried_at"),
        ("intention", "settled_at"),
    ):  # fmt: skip
        op.drop_column(table, column)
    op.drop_index("uq_enrolment_alone", "enrolment")
    op.drop_index("uq_enrolment_active", "enrolment")
    # Whoever followed several programmes goes on with the oldest: before this there could be one.
    op.execute(
        "UPDATE enrolment SET state = 'ended', next_due_at = NULL WHERE state = 'active' AND id NOT IN "
        "(SELECT min(id) FROM enrolment WHERE state = 'active' GROUP BY leader)"
    )
    _only("uq_enrolment_active", ["leader"], ACTIVE)


def _only(name: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, "enrolment", columns, unique=True, postgresql_where=where, sqlite_where=where)


def _group_link() -> None:
    op.create_table(
        "group_link",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("cohort", Number, autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("made_by", Number, autoincrement=False, nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("chat", Number, autoincrement=False, nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("linked_at", Instant(), nullable=True),
        sa.Column("opens_at", Instant(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("ending", sa.String(), nullable=True),
        sa.CheckConstraint("ending IN ('objected', 'unlinked', 'gone')", name=op.f("ck_group_link_ending")),
        sa.ForeignKeyConstraint(["cohort"], ["cohort.id"], name=op.f("fk_group_link_cohort"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["made_by"], ["member.id"], name=op.f("fk_group_link_made_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_link")),
        sa.UniqueConstraint("digest", name=op.f("uq_group_link_digest")),
    )
    op.create_index(op.f("ix_group_link_cohort"), "group_link", ["cohort"])
