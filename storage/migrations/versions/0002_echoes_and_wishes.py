"""Earlier answers that come back, and what a leader switched off."""

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


def downgrade() -> None:
    op.drop_index(op.f("ix_echo_later"), table_name="echo")
    op.drop_index(op.f("ix_echo_leader_asked_at"), table_name="echo")
    op.drop_table("echo")
    op.drop_column("leader", "wishes")
