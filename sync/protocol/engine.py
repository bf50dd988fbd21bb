"""The protocol's front door: what a desk, a hub and a center call. See PROTOCOL.md.

Asking: `ask`, `hear`, `drain`, `pending_entries`. Answering: `answer` (or `open_request`, `respond`,
`seal_reply` where commits are grouped). Enrolment: `ask_enrol`, `hear_enrol`, `keep_enrolment`,
`answer_enrol`. Nothing here owns a thread, clock, socket or sleep.
"""

from __future__ import annotations

from sync.protocol.answering import AfterAdmit, Opened, Visit, answer, open_request, respond, seal_reply
from sync.protocol.asking import NotEnrolled, Question, ask
from sync.protocol.codec import MessageRefused, MessageTooLarge
from sync.protocol.draining import Drained, drain
from sync.protocol.enrolling import (
    Applicant,
    Enrolled,
    EnrolQuestion,
    EnrolRefused,
    Place,
    Policy,
    answer_enrol,
    ask_enrol,
    hear_enrol,
    keep_enrolment,
    standing_heads,
)
from sync.protocol.hearing import Heard, hear
from sync.protocol.ports import ENROL_PATH, EXCHANGE_PATH, MEDIA_TYPE, LinkFailed, Post
from sync.protocol.receipts import (
    Coverage,
    Pending,
    Receipt,
    coverage,
    latest_receipt,
    pending_dossiers,
    pending_entries,
)
from sync.protocol.retry import Backoff, Pace

__all__ = [
    "ENROL_PATH",
    "EXCHANGE_PATH",
    "MEDIA_TYPE",
    "AfterAdmit",
    "Applicant",
    "Backoff",
    "Coverage",
    "Drained",
    "EnrolQuestion",
    "EnrolRefused",
    "Enrolled",
    "Heard",
    "LinkFailed",
    "MessageRefused",
    "MessageTooLarge",
    "NotEnrolled",
    "Opened",
    "Pace",
    "Pending",
    "Place",
    "Policy",
    "Post",
    "Question",
    "Receipt",
    "Visit",
    "answer",
    "answer_enrol",
    "ask",
    "ask_enrol",
    "coverage",
    "drain",
    "hear",
    "hear_enrol",
    "keep_enrolment",
    "latest_receipt",
    "open_request",
    "pending_dossiers",
    "pending_entries",
    "respond",
    "seal_reply",
    "standing_heads",
]
