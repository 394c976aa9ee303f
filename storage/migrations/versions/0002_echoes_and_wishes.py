"""Earlier answers that come back, what a leader switched off, and look backs on more than a month."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, Number

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("leader", sa.Column("wishes", sa.String(), nullable=False, server_default="{}"))
    op.create_table(
        "echo",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("earlier", Number, autoincrement=False, nullable=False),
        sa.Column("later", Number, autoincrement=False, nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.CheckConstraint("why IN ('paradox', 'pattern', 'quality')", name=op.f("ck_echo_why")),
        sa.CheckConstraint("verdict IN ('open', 'yes', 'no')", name=op.f("ck_echo_verdict")),
        sa.ForeignKeyConstraint(["earlier"], ["answer.id"], name=op.f("fk_echo_earlier"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["later"], ["answer.id"], name=op.f("fk_echo_later"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_echo_leader"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_echo")),
        sa.UniqueConstraint("earlier", "later", name=op.f("uq_echo_earlier_later")),
    )
    op.create_index(op.f("ix_echo_leader_asked_at"), "echo", ["leader", "asked_at"], unique=False)
    op.create_index(op.f("ix_echo_later"), "echo", ["later"], unique=False)
    op.create_table(
        "hidden_line",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("line", sa.LargeBinary(), nullable=False),
        sa.Column("hidden_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_hidden_line_leader"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hidden_line")),
    )
    op.create_index(op.f("ix_hidden_line_leader"), "hidden_line", ["leader"], unique=False)
    op.create_table(
        "keepsake",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("answer", Number, autoincrement=False, nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["answer"], ["answer.id"], name=op.f("fk_keepsake_answer"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_keepsake_leader"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keepsake")),
        sa.UniqueConstraint("answer", name=op.f("uq_keepsake_answer")),
    )
    op.create_index(op.f("ix_keepsake_leader"), "keepsake", ["leader"], unique=False)
    with op.batch_alter_table("summary") as summary:
        summary.add_column(sa.Column("kind", sa.String(), nullable=False, server_default="month"))
        summary.create_check_constraint(op.f("ck_summary_kind"), "kind IN ('month', 'first', 'year', 'programme')")
        summary.drop_constraint(op.f("uq_summary_leader_month"), type_="unique")
        summary.create_unique_constraint(op.f("uq_summary_leader_month_kind"), ["leader", "month", "kind"])
    op.create_table(
        "wording",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_wording")),
    )


def downgrade() -> None:
    op.drop_table("wording")
    op.execute("DELETE FROM summary WHERE kind <> 'month'")
    with op.batch_alter_table("summary") as summary:
        summary.drop_constraint(op.f("uq_summary_leader_month_kind"), type_="unique")
        summary.create_unique_constraint(op.f("uq_summary_leader_month"), ["leader", "month"])
        summary.drop_constraint(op.f("ck_summary_kind"), type_="check")
        summary.drop_column("kind")
    op.drop_index(op.f("ix_keepsake_leader"), table_name="keepsake")
    op.drop_table("keepsake")
    op.drop_index(op.f("ix_hidden_line_leader"), table_name="hidden_line")
    op.drop_table("hidden_line")
    op.drop_index(op.f("ix_echo_later"), table_name="echo")
    op.drop_index(op.f("ix_echo_leader_asked_at"), table_name="echo")
    op.drop_table("echo")
    op.drop_column("leader", "wishes")
