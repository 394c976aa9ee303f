"""Every table, with the keys that make repetition harmless and the indexes that the queries of this room rely on."""

from typing import get_args

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Time,
    UniqueConstraint,
    false,
)

from dialogues.model import LANGUAGES
from dialogues.people import (
    Care,
    CohortState,
    IntentionState,
    LeaderState,
    Likeness,
    MirrorPeriod,
    PromptState,
    SummaryKind,
    Verdict,
)
from storage import staff_tables as staff_tables  # noqa: PLC0414 - so that the metadata is never without them
from storage.columns import Number, document, identity, instant, link, number, one_of, sealed, word
from storage.schema import among as among  # noqa: PLC0414 - whoever asks a table finds this beside it
from storage.schema import metadata as metadata  # noqa: PLC0414 - as above
from storage.schema import only

ENROLMENT_STATES = ("active", "ended", "left")
INVITE_KINDS = ("group", "personal")
ANSWER_STATES = ("kept", "held", "hidden", "withdrawn")
ERRAND_STATES = ("waiting", "done", "cancelled")
INBOX_STATES = ("waiting", "leased", "handled", "parked")
INBOX_UNFINISHED = ("waiting", "leased")
OUTBOX_STATES = (
    "planned", "leased", "sending", "sent", "unknown", "replaced", "gone", "refused", "cancelled",
)  # fmt: skip
OUTBOX_UNFINISHED = ("planned", "leased", "sending")
OUTBOX_KINDS = ("prompt", "reply", "reminder", "summary", "safety", "edit", "document")

installation = Table(
    "installation",
    metadata,
    identity(),
    Column("key_check", LargeBinary(), nullable=False),
    CheckConstraint("id = 1", name="single"),
)

leader = Table(
    "leader",
    metadata,
    identity(),
    number("chat", unique=True),
    word("language"),
    word("state"),
    document("rhythm"),
    document("memory"),
    instant("until", null=True),
    instant("created_at"),
    document("wishes", server_default="{}"),
    instant("gone_at", null=True),  # since when the bot is blocked
    one_of("language", LANGUAGES),
    one_of("state", get_args(LeaderState)),
)

personal_key = Table(
    "personal_key",
    metadata,
    link("leader", "leader", key=True),
    number("version"),
    Column("wrapped", LargeBinary(), nullable=False),
    instant("created_at"),
)

consent = Table(
    "consent",
    metadata,
    identity(),
    link("leader", "leader"),
    word("version"),
    word("language"),
    instant("given_at"),
    instant("withdrawn_at", null=True),
    one_of("language", LANGUAGES),
    Index(None, "leader", "given_at"),
)

cohort = Table(
    "cohort",
    metadata,
    identity(),
    word("name"),
    word("programme"),
    word("language"),
    word("zone"),
    Column("starts_on", Date(), nullable=True),
    instant("created_at"),
    link("organisation", "organisation", null=True, gone="SET NULL"),
    Column("state", String(), nullable=False, server_default="open"),
    instant("until", null=True),
    Column("weekday", Integer(), nullable=True),
    Column("hour", Time(), nullable=True),
    Column("ends_on", Date(), nullable=True),
    Column("retention_months", Integer(), nullable=False, server_default="12"),
    Column("period", String(), nullable=False, server_default="month"),
    one_of("language", LANGUAGES),
    one_of("state", get_args(CohortState)),
    one_of("period", get_args(MirrorPeriod)),
    CheckConstraint("weekday BETWEEN 0 AND 4", name="weekday"),
    CheckConstraint("retention_months >= 1", name="retention_months"),
    Index(None, "organisation"),
)

invite = Table(
    "invite",
    metadata,
    identity(),
    link("cohort", "cohort"),
    Column("digest", String(), nullable=False, unique=True),
    instant("expires_at"),
    number("max_uses"),
    number("uses"),
    instant("revoked_at", null=True),
    instant("created_at"),
    link("made_by", "member", null=True, gone="SET NULL"),
    Column("kind", String(), nullable=False, server_default="group"),
    number("batch", null=True),  # the personal links that were made together
    one_of("kind", INVITE_KINDS),
    CheckConstraint("uses >= 0 AND uses <= max_uses", name="uses"),
    Index(None, "cohort"),
)

invite_try = Table(
    "invite_try",
    metadata,
    identity(),
    number("chat"),
    instant("at"),
    Index(None, "chat", "at"),
)

enrolment = Table(
    "enrolment",
    metadata,
    identity(),
    link("leader", "leader"),
    link("cohort", "cohort", null=True, gone="SET NULL"),
    word("programme"),
    word("state"),
    Column("anchor", Date(), nullable=False),
    Column("anchor_position", Integer(), nullable=False),
    Column("position", Integer(), nullable=False),
    instant("next_due_at", null=True),
    instant("started_at"),
    # joined while an earlier group of theirs still ran: counted in that one only
    Column("guest", Boolean(), nullable=False, server_default=false()),
    one_of("state", ENROLMENT_STATES),
    CheckConstraint("position >= 0 AND anchor_position >= 0", name="position"),
    Index(None, "cohort"),
)
# Once in each group at a time, and one programme alone.
active = among(enrolment.c.state, "active")
only("uq_enrolment_active", enrolment.c.leader, enrolment.c.cohort, where=active, unique=True)
only("uq_enrolment_alone", enrolment.c.leader, where=active & enrolment.c.cohort.is_(None), unique=True)
Index("ix_enrolment_leader", enrolment.c.leader)
only("ix_enrolment_due", enrolment.c.next_due_at, enrolment.c.id, where=active)

prompt = Table(
    "prompt",
    metadata,
    identity(),
    link("leader", "leader"),
    link("enrolment", "enrolment", null=True),
    word("kind"),
    word("item"),
    word("version"),
    word("slot"),
    word("state"),
    word("stage"),
    instant("asked_at"),
    instant("expires_at"),
    Column("followups", Integer(), nullable=False),
    word("asked"),
    number("about", null=True),
    one_of("state", get_args(PromptState)),
    UniqueConstraint("leader", "slot"),
    UniqueConstraint("enrolment", "slot"),
    Index(None, "leader", "asked_at"),
)
only("ix_prompt_open", prompt.c.leader, where=among(prompt.c.state, "open"))

answer = Table(
    "answer",
    metadata,
    identity(),
    link("leader", "leader"),
    link("prompt", "prompt", null=True),
    word("part"),
    sealed("text"),
    word("language"),
    instant("given_at"),
    Column("late", Boolean(), nullable=False),
    word("care"),
    word("state"),
    Column("named", Boolean(), nullable=False),
    number("message", null=True),
    sealed("heard", null=True, json=True),  # `dialogues.answers.heard`: what the rules heard in the whole answer
    one_of("language", LANGUAGES),
    one_of("care", get_args(Care)),
    one_of("state", ANSWER_STATES),
    UniqueConstraint("leader", "message"),
    Index(None, "leader", "given_at"),
    Index(None, "prompt"),
)

answer_edit = Table(
    "answer_edit",
    metadata,
    identity(),
    link("leader", "leader"),
    link("answer", "answer"),
    sealed("text"),
    instant("replaced_at"),
    Index(None, "leader"),
    Index(None, "answer"),
)

tap = Table(
    "tap",
    metadata,
    identity(),
    link("leader", "leader"),
    link("prompt", "prompt", null=True),
    word("name"),
    sealed("value"),
    instant("at"),
    UniqueConstraint("prompt", "name"),  # a tap without a prompt has no rival: NULLs differ
    Index(None, "leader", "at"),
)

wording = Table(
    "wording",
    metadata,
    Column("digest", String(), primary_key=True),
    word("kind"),
    word("content"),
)

talk = Table("talk", metadata, link("leader", "leader", key=True), sealed("data", json=True))

intention = Table(
    "intention",
    metadata,
    identity(),
    link("leader", "leader"),
    link("answer", "answer", null=True, gone="SET NULL"),
    sealed("text"),
    instant("made_at"),
    word("state"),
    instant("settled_at", null=True),
    one_of("state", get_args(IntentionState)),
    UniqueConstraint("answer"),  # an answer becomes one intention, however often it is tapped
    Index(None, "leader", "made_at"),
)

echo = Table(
    "echo",
    metadata,
    identity(),
    link("leader", "leader"),
    link("earlier", "answer"),
    link("later", "answer"),
    word("why"),
    instant("asked_at"),
    word("verdict"),
    one_of("why", get_args(Likeness)),
    one_of("verdict", get_args(Verdict)),
    UniqueConstraint("earlier", "later"),
    Index(None, "leader", "asked_at"),
    Index(None, "later"),
)

summary = Table(
    "summary",
    metadata,
    identity(),
    link("leader", "leader"),
    Column("month", Date(), nullable=False),
    sealed("facts"),
    sealed("verdict", null=True),
    instant("created_at"),
    Column("kind", String(), nullable=False, server_default="month"),
    one_of("kind", get_args(SummaryKind)),
    UniqueConstraint("leader", "month", "kind"),
)

keepsake = Table(
    "keepsake",
    metadata,
    identity(),
    link("leader", "leader"),
    link("answer", "answer"),
    sealed("text"),
    instant("kept_at"),
    UniqueConstraint("answer"),  # one sentence of each answer
    Index(None, "leader"),
)

hidden_line = Table(
    "hidden_line",
    metadata,
    identity(),
    link("leader", "leader"),
    sealed("line"),
    instant("hidden_at"),
    Index(None, "leader"),
)

errand = Table(
    "errand",
    metadata,
    identity(),
    link("leader", "leader"),
    word("kind"),
    word("key"),
    instant("due_at"),
    number("about", null=True),
    word("state"),
    one_of("state", ERRAND_STATES),
    UniqueConstraint("leader", "key"),
)
only("ix_errand_due", errand.c.due_at, errand.c.id, where=among(errand.c.state, "waiting"))

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", Number, primary_key=True, autoincrement=False),
    number("chat", null=True),
    Column("payload", LargeBinary(), nullable=True),
    word("state"),
    Column("attempts", Integer(), nullable=False),
    instant("ready_at"),  # waiting: when it may be tried; leased: when the lease is over
    word("why", null=True),
    instant("received_at"),
    instant("settled_at", null=True),
    one_of("state", INBOX_STATES),
)
only("ix_inbox_chat", inbox.c.chat, inbox.c.update_id, where=among(inbox.c.state, *INBOX_UNFINISHED))
only("ix_inbox_unfinished", inbox.c.update_id, where=among(inbox.c.state, *INBOX_UNFINISHED))
Index("ix_inbox_settled_at", inbox.c.settled_at)

outbox = Table(
    "outbox",
    metadata,
    identity(),
    Column("key", String(), nullable=False, unique=True),
    link("leader", "leader", null=True),
    number("chat"),
    word("kind"),
    Column("priority", Integer(), nullable=False),
    word("screen_name"),
    document("args"),
    link("prompt", "prompt", null=True),
    number("edits", null=True),
    number("reply_to", null=True),
    word("state"),
    Column("attempts", Integer(), nullable=False),
    instant("turn_at"),  # its place among the messages of its chat, never moved
    instant("not_before"),
    instant("leased_until", null=True),
    number("message_id", null=True),
    word("why", null=True),
    instant("created_at"),
    instant("settled_at", null=True),
    one_of("kind", OUTBOX_KINDS),
    one_of("state", OUTBOX_STATES),
    Index(None, "leader"),
    Index(None, "prompt"),
    Index(None, "chat", "message_id"),
)
only(
    "ix_outbox_planned",
    outbox.c.priority,
    outbox.c.turn_at,
    outbox.c.id,
    where=among(outbox.c.state, "planned"),
)
only(
    "ix_outbox_chat",
    outbox.c.chat,
    outbox.c.turn_at,
    outbox.c.id,
    where=among(outbox.c.state, *OUTBOX_UNFINISHED),
)
only("ix_outbox_leased", outbox.c.leased_until, where=among(outbox.c.state, "leased", "sending"))
only("ix_outbox_unknown", outbox.c.id, where=among(outbox.c.state, "unknown"))

budget = Table(
    "budget",
    metadata,
    Column("scope", String(), primary_key=True),
    instant("spent_until"),  # GCRA's theoretical arrival time
    instant("held_until", null=True),
)

audit = Table(
    "audit",
    metadata,
    identity(),
    instant("at"),
    word("event"),
    number("leader", null=True),  # no foreign key: what happened to a person outlives the person's data
    number("cohort", null=True),
    number("organisation", null=True),
    number("member", null=True),  # who did it
    Column("detail", String(), nullable=False, server_default="{}", info={"json": True}),  # never a person's words
    Index(None, "at"),
    Index(None, "leader"),
    Index(None, "cohort"),
    Index(None, "organisation"),
)
