"""That somebody objected to a linked Telegram group stands in a table of its own, away from the console."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Number

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "group_objection",
        sa.Column("link", Number, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("link", name=op.f("pk_group_objection")),
    )
    op.execute("INSERT INTO group_objection (link) SELECT id FROM group_link WHERE ending = 'objected'")
    # Every row is written anew, so that PostgreSQL does not tell by the last change of a row which of them were.
    op.execute(
        "UPDATE group_link SET ended_at = CASE WHEN ending = 'objected' THEN NULL ELSE ended_at END, "
        "ending = CASE WHEN ending = 'objected' THEN NULL ELSE ending END"
    )
    _endings("'unlinked', 'gone'")


def downgrade() -> None:
    _endings("'objected', 'unlinked', 'gone'")
    op.execute(
        "UPDATE group_link SET ending = 'objected' WHERE ended_at IS NULL AND id IN (SELECT link FROM group_objection)"
    )
    op.drop_table("group_objection")


def _endings(words: str) -> None:
    rule = op.f("ck_group_link_ending")
    with op.batch_alter_table("group_link") as link:
        link.drop_constraint(rule, type_="check")
        link.create_check_constraint(rule, f"ending IN ({words})")
