"""What the rules heard in an answer stands beside it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("answer", sa.Column("heard", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("answer", "heard")
