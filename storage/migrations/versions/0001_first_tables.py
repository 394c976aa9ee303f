"""The first tables."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, Number

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("leader", Number, nullable=True),
        sa.Column("cohort", Number, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_at"), "audit", ["at"], unique=False)
    op.create_index(op.f("ix_audit_leader"), "audit", ["leader"], unique=False)
    op.create_table(
        "budget",
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("spent_until", Instant(), nullable=False),
        sa.Column("held_until", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("scope", name=op.f("pk_budget")),
    )
    op.create_table(
        "cohort",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.CheckConstraint("language IN ('nl', 'en')", name=op.f("ck_cohort_language")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort")),
    )
    op.create_table(
        "inbox",
        sa.Column("update_id", Number, autoincrement=False, nullable=False),
        sa.Column("chat", Number, nullable=True),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("ready_at", Instant(), nullable=False),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'leased', 'handled', 'parked')", name=op.f("ck_inbox_state")),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inbox")),
    )
    op.create_index(
        "ix_inbox_chat",
        "inbox",
        ["chat", "update_id"],
        unique=False,
        postgresql_where=sa.text("state IN ('waiting', 'leased')"),
        sqlite_where=sa.text("state IN ('waiting', 'leased')"),
    )
    op.create_index("ix_inbox_settled_at", "inbox", ["settled_at"], unique=False)
    op.create_index(
        "ix_inbox_unfinished",
        "inbox",
        ["update_id"],
        unique=False,
        postgresql_where=sa.text("state IN ('waiting', 'leased')"),
        sqlite_where=sa.text("state IN ('waiting', 'leased')"),
    )
    op.create_table(
        "installation",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("key_check", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_installation_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_installation")),
    )
    op.create_table(
        "invite_try",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("chat", Number, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invite_try")),
    )
    op.create_index(op.f("ix_invite_try_chat_at"), "invite_try", ["chat", "at"], unique=False)
    op.create_table(
        "leader",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("chat", Number, nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("rhythm", sa.String(), nullable=False),
        sa.Column("memory", sa.String(), nullable=False),
        sa.Column("until", Instant(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.CheckConstraint("language IN ('nl', 'en')", name=op.f("ck_leader_language")),
        sa.CheckConstraint(
            "state IN ('arriving', 'active', 'paused', 'held', 'stopped', 'gone')", name=op.f("ck_leader_state")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leader")),
        sa.UniqueConstraint("chat", name=op.f("uq_leader_chat")),
    )
    op.create_table(
        "consent",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("given_at", Instant(), nullable=False),
        sa.Column("withdrawn_at", Instant(), nullable=True),
        sa.CheckConstraint("language IN ('nl', 'en')", name=op.f("ck_consent_language")),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_consent_leader"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_leader_given_at"), "consent", ["leader", "given_at"], unique=False)
    op.create_table(
        "enrolment",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("cohort", Number, autoincrement=False, nullable=True),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("anchor", sa.Date(), nullable=False),
        sa.Column("anchor_position", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("next_due_at", Instant(), nullable=True),
        sa.Column("started_at", Instant(), nullable=False),
        sa.CheckConstraint("state IN ('active', 'ended', 'left')", name=op.f("ck_enrolment_state")),
        sa.CheckConstraint("position >= 0 AND anchor_position >= 0", name=op.f("ck_enrolment_position")),
        sa.ForeignKeyConstraint(["cohort"], ["cohort.id"], name=op.f("fk_enrolment_cohort"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_enrolment_leader"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment")),
    )
    op.create_index(op.f("ix_enrolment_cohort"), "enrolment", ["cohort"], unique=False)
    op.create_index(
        "ix_enrolment_due",
        "enrolment",
        ["next_due_at", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'active'"),
        sqlite_where=sa.text("state = 'active'"),
    )
    op.create_index("ix_enrolment_leader", "enrolment", ["leader"], unique=False)
    op.create_index(
        "uq_enrolment_active",
        "enrolment",
        ["leader"],
        unique=True,
        postgresql_where=sa.text("state = 'active'"),
        sqlite_where=sa.text("state = 'active'"),
    )
    op.create_table(
        "errand",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("about", Number, nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'done', 'cancelled')", name=op.f("ck_errand_state")),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_errand_leader"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_errand")),
        sa.UniqueConstraint("leader", "key", name=op.f("uq_errand_leader_key")),
    )
    op.create_index(
        "ix_errand_due",
        "errand",
        ["due_at", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'waiting'"),
        sqlite_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "invite",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("cohort", Number, autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("max_uses", Number, nullable=False),
        sa.Column("uses", Number, nullable=False),
        sa.Column("revoked_at", Instant(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.CheckConstraint("uses >= 0 AND uses <= max_uses", name=op.f("ck_invite_uses")),
        sa.ForeignKeyConstraint(["cohort"], ["cohort.id"], name=op.f("fk_invite_cohort"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invite")),
        sa.UniqueConstraint("digest", name=op.f("uq_invite_digest")),
    )
    op.create_index(op.f("ix_invite_cohort"), "invite", ["cohort"], unique=False)
    op.create_table(
        "personal_key",
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("version", Number, nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_personal_key_leader"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("leader", name=op.f("pk_personal_key")),
    )
    op.create_table(
        "summary",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("facts", sa.LargeBinary(), nullable=False),
        sa.Column("verdict", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_summary_leader"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summary")),
        sa.UniqueConstraint("leader", "month", name=op.f("uq_summary_leader_month")),
    )
    op.create_table(
        "talk",
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_talk_leader"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("leader", name=op.f("pk_talk")),
    )
    op.create_table(
        "prompt",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("enrolment", Number, autoincrement=False, nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("followups", sa.Integer(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("about", Number, nullable=True),
        sa.CheckConstraint("state IN ('open', 'answered', 'skipped', 'closed')", name=op.f("ck_prompt_state")),
        sa.ForeignKeyConstraint(["enrolment"], ["enrolment.id"], name=op.f("fk_prompt_enrolment"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_prompt_leader"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prompt")),
        sa.UniqueConstraint("enrolment", "slot", name=op.f("uq_prompt_enrolment_slot")),
        sa.UniqueConstraint("leader", "slot", name=op.f("uq_prompt_leader_slot")),
    )
    op.create_index(op.f("ix_prompt_leader_asked_at"), "prompt", ["leader", "asked_at"], unique=False)
    op.create_index(
        "ix_prompt_open",
        "prompt",
        ["leader"],
        unique=False,
        postgresql_where=sa.text("state = 'open'"),
        sqlite_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "answer",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("prompt", Number, autoincrement=False, nullable=True),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("given_at", Instant(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("care", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("message", Number, nullable=True),
        sa.CheckConstraint("care IN ('none', 'strain', 'crisis', 'danger', 'report')", name=op.f("ck_answer_care")),
        sa.CheckConstraint("language IN ('nl', 'en')", name=op.f("ck_answer_language")),
        sa.CheckConstraint("state IN ('kept', 'held', 'hidden', 'withdrawn')", name=op.f("ck_answer_state")),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_answer_leader"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["prompt"], ["prompt.id"], name=op.f("fk_answer_prompt"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint("leader", "message", name=op.f("uq_answer_leader_message")),
    )
    op.create_index(op.f("ix_answer_leader_given_at"), "answer", ["leader", "given_at"], unique=False)
    op.create_index(op.f("ix_answer_prompt"), "answer", ["prompt"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=True),
        sa.Column("chat", Number, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("screen_name", sa.String(), nullable=False),
        sa.Column("args", sa.String(), nullable=False),
        sa.Column("prompt", Number, autoincrement=False, nullable=True),
        sa.Column("edits", Number, nullable=True),
        sa.Column("reply_to", Number, nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("turn_at", Instant(), nullable=False),
        sa.Column("not_before", Instant(), nullable=False),
        sa.Column("leased_until", Instant(), nullable=True),
        sa.Column("message_id", Number, nullable=True),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('prompt', 'reply', 'reminder', 'summary', 'safety', 'edit', 'document')",
            name=op.f("ck_outbox_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'leased', 'sending', 'sent', 'unknown', 'replaced', 'gone', 'refused', 'cancelled')",
            name=op.f("ck_outbox_state"),
        ),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_outbox_leader"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["prompt"], ["prompt.id"], name=op.f("fk_outbox_prompt"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
    )
    op.create_index(
        "ix_outbox_chat",
        "outbox",
        ["chat", "turn_at", "id"],
        unique=False,
        postgresql_where=sa.text("state IN ('planned', 'leased', 'sending')"),
        sqlite_where=sa.text("state IN ('planned', 'leased', 'sending')"),
    )
    op.create_index(op.f("ix_outbox_chat_message_id"), "outbox", ["chat", "message_id"], unique=False)
    op.create_index(op.f("ix_outbox_leader"), "outbox", ["leader"], unique=False)
    op.create_index(
        "ix_outbox_leased",
        "outbox",
        ["leased_until"],
        unique=False,
        postgresql_where=sa.text("state IN ('leased', 'sending')"),
        sqlite_where=sa.text("state IN ('leased', 'sending')"),
    )
    op.create_index(
        "ix_outbox_planned",
        "outbox",
        ["priority", "turn_at", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'planned'"),
        sqlite_where=sa.text("state = 'planned'"),
    )
    op.create_index(op.f("ix_outbox_prompt"), "outbox", ["prompt"], unique=False)
    op.create_index(
        "ix_outbox_unknown",
        "outbox",
        ["id"],
        unique=False,
        postgresql_where=sa.text("state = 'unknown'"),
        sqlite_where=sa.text("state = 'unknown'"),
    )
    op.create_table(
        "tap",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("prompt", Number, autoincrement=False, nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_tap_leader"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["prompt"], ["prompt.id"], name=op.f("fk_tap_prompt"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tap")),
        sa.UniqueConstraint("prompt", "name", name=op.f("uq_tap_prompt_name")),
    )
    op.create_index(op.f("ix_tap_leader_at"), "tap", ["leader", "at"], unique=False)
    op.create_table(
        "answer_edit",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("answer", Number, autoincrement=False, nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("replaced_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["answer"], ["answer.id"], name=op.f("fk_answer_edit_answer"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_answer_edit_leader"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_edit")),
    )
    op.create_index(op.f("ix_answer_edit_answer"), "answer_edit", ["answer"], unique=False)
    op.create_index(op.f("ix_answer_edit_leader"), "answer_edit", ["leader"], unique=False)
    op.create_table(
        "intention",
        sa.Column("id", Number, autoincrement=False, nullable=False),
        sa.Column("leader", Number, autoincrement=False, nullable=False),
        sa.Column("answer", Number, autoincrement=False, nullable=True),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'done', 'partly', 'not', 'dropped')", name=op.f("ck_intention_state")),
        sa.ForeignKeyConstraint(["answer"], ["answer.id"], name=op.f("fk_intention_answer"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["leader"], ["leader.id"], name=op.f("fk_intention_leader"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intention")),
        sa.UniqueConstraint("answer", name=op.f("uq_intention_answer")),
    )
    op.create_index(op.f("ix_intention_leader_made_at"), "intention", ["leader", "made_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_intention_leader_made_at"), table_name="intention")
    op.drop_table("intention")
    op.drop_index(op.f("ix_answer_edit_leader"), table_name="answer_edit")
    op.drop_index(op.f("ix_answer_edit_answer"), table_name="answer_edit")
    op.drop_table("answer_edit")
    op.drop_index(op.f("ix_tap_leader_at"), table_name="tap")
    op.drop_table("tap")
    op.drop_index(
        "ix_outbox_unknown",
        table_name="outbox",
        postgresql_where=sa.text("state = 'unknown'"),
        sqlite_where=sa.text("state = 'unknown'"),
    )
    op.drop_index(op.f("ix_outbox_prompt"), table_name="outbox")
    op.drop_index(
        "ix_outbox_planned",
        table_name="outbox",
        postgresql_where=sa.text("state = 'planned'"),
        sqlite_where=sa.text("state = 'planned'"),
    )
    op.drop_index(
        "ix_outbox_leased",
        table_name="outbox",
        postgresql_where=sa.text("state IN ('leased', 'sending')"),
        sqlite_where=sa.text("state IN ('leased', 'sending')"),
    )
    op.drop_index(op.f("ix_outbox_leader"), table_name="outbox")
    op.drop_index(op.f("ix_outbox_chat_message_id"), table_name="outbox")
    op.drop_index(
        "ix_outbox_chat",
        table_name="outbox",
        postgresql_where=sa.text("state IN ('planned', 'leased', 'sending')"),
        sqlite_where=sa.text("state IN ('planned', 'leased', 'sending')"),
    )
    op.drop_table("outbox")
    op.drop_index(op.f("ix_answer_prompt"), table_name="answer")
    op.drop_index(op.f("ix_answer_leader_given_at"), table_name="answer")
    op.drop_table("answer")
    op.drop_index(
        "ix_prompt_open",
        table_name="prompt",
        postgresql_where=sa.text("state = 'open'"),
        sqlite_where=sa.text("state = 'open'"),
    )
    op.drop_index(op.f("ix_prompt_leader_asked_at"), table_name="prompt")
    op.drop_table("prompt")
    op.drop_table("talk")
    op.drop_table("summary")
    op.drop_table("personal_key")
    op.drop_index(op.f("ix_invite_cohort"), table_name="invite")
    op.drop_table("invite")
    op.drop_index(
        "ix_errand_due",
        table_name="errand",
        postgresql_where=sa.text("state = 'waiting'"),
        sqlite_where=sa.text("state = 'waiting'"),
    )
    op.drop_table("errand")
    op.drop_index(
        "uq_enrolment_active",
        table_name="enrolment",
        postgresql_where=sa.text("state = 'active'"),
        sqlite_where=sa.text("state = 'active'"),
    )
    op.drop_index("ix_enrolment_leader", table_name="enrolment")
    op.drop_index(
        "ix_enrolment_due",
        table_name="enrolment",
        postgresql_where=sa.text("state = 'active'"),
        sqlite_where=sa.text("state = 'active'"),
    )
    op.drop_index(op.f("ix_enrolment_cohort"), table_name="enrolment")
    op.drop_table("enrolment")
    op.drop_index(op.f("ix_consent_leader_given_at"), table_name="consent")
    op.drop_table("consent")
    op.drop_table("leader")
    op.drop_index(op.f("ix_invite_try_chat_at"), table_name="invite_try")
    op.drop_table("invite_try")
    op.drop_table("installation")
    op.drop_index(
        "ix_inbox_unfinished",
        table_name="inbox",
        postgresql_where=sa.text("state IN ('waiting', 'leased')"),
        sqlite_where=sa.text("state IN ('waiting', 'leased')"),
    )
    op.drop_index("ix_inbox_settled_at", table_name="inbox")
    op.drop_index(
        "ix_inbox_chat",
        table_name="inbox",
        postgresql_where=sa.text("state IN ('waiting', 'leased')"),
        sqlite_where=sa.text("state IN ('waiting', 'leased')"),
    )
    op.drop_table("inbox")
    op.drop_table("cohort")
    op.drop_table("budget")
    op.drop_index(op.f("ix_audit_leader"), table_name="audit")
    op.drop_index(op.f("ix_audit_at"), table_name="audit")
    op.drop_table("audit")
