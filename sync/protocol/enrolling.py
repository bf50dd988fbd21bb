"""Enrolment: how a new or stand-alone node asks to belong, and how a center answers. Sans-I/O.

The request is sealed to the invitation's keys and signed by the new key; (code, key) is idempotent
for ever: that, and all else of policy, stands in the callback the center hands in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sync.identity.boxes import AnswerBox, RequestBox
from sync.identity.certificates import Certificate, Invitation, read_certificate
from sync.identity.keys import SIGNATURE_BYTES, NodeKeys, NotGenuine, PublicKeys
from sync.journal.ledger import Ledger
from sync.journal.own import PROGRAM
from sync.journal.port import JournalStore, NodeRecord
from sync.model import kinds
from sync.model.entry import NODE_BYTES
from sync.model.heads import Heads
from sync.protocol import limits
from sync.protocol.codec import MessageRefused, MessageTooLarge, pack, points_in, points_out, unpack
from sync.protocol.messages import EnrolReply, EnrolRequest, JournalPoints
from sync.protocol.receipts import own_journals

ENROL_CONTEXT = b"motcua enrol v1"
ENROL_REPLY_CONTEXT = b"motcua enrol reply v1"

CODE_UNKNOWN = "code_unknown"
CODE_USED = "code_used"
CODE_EXPIRED = "code_expired"
DESK_TAKEN = "desk_taken"
NO_DESK_LEFT = "no_desk_left"
UNIT_DIFFERS = "unit_differs"
REFUSALS = (CODE_UNKNOWN, CODE_USED, CODE_EXPIRED, DESK_TAKEN, NO_DESK_LEFT, UNIT_DIFFERS)
"""Why a center says no; the sentence for it belongs to the screen."""


class EnrolRefused(ValueError):
    """The center said no; `refusal` is one of `REFUSALS` (or a newer word)."""

    def __init__(self, refusal: str) -> None:
        super().__init__(f"enrolment: {refusal}")
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who asks, as the center's policy sees it: signature checked, nothing else believed.

    `heads` are the journals a stand-alone desk (of unit code `unit`) brings; empty for a new one.
    """

    code: bytes
    keys: PublicKeys
    role: str
    desk: int
    unit: str
    heads: Heads
    program: str
    clock: int


@dataclass(frozen=True, slots=True)
class Place:
    """The center's yes: the certificate as it travels, and words for the screen."""

    certificate: bytes
    unit: str
    unit_name: str
    center_title: str
    center_name: str
    desk: int


Policy = Callable[[Ledger, Applicant], Place | str]
"""Decides, inside the center's transaction: a place, or one of `REFUSALS`."""


@dataclass(frozen=True, slots=True)
class EnrolQuestion:
    """A sealed enrolment request and what is needed to understand its answer."""

    box: RequestBox
    keys: NodeKeys
    center: PublicKeys

    @property
    def sealed(self) -> bytes:
        """What travels."""
        return self.box.sealed


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What a node learned: its certificate, read and raw, and words for the screen."""

    certificate: Certificate
    raw: bytes
    unit_name: str
    center_title: str
    center_name: str
    time: int


def ask_enrol(
    keys: NodeKeys,
    invitation: Invitation,
    now: datetime,
    *,
    role: str = kinds.DESK,
    desk: int = 0,
    unit: str = "",
    heads: Sequence[JournalPoints] = (),
    program: str = PROGRAM,
) -> EnrolQuestion:
    """The request of `keys`' node; `unit` and `heads` (see `standing_heads`) if it has journals already."""
    request = EnrolRequest(
        code=invitation.code,
        sign=keys.public.sign,
        seal=keys.public.seal,
        role=role,
        desk=desk,
        unit=unit,
        heads=list(heads),
        program=program,
        clock=max(0, int(now.timestamp())),
    )
    frame = pack(request)
    signature = keys.sign(ENROL_CONTEXT, invitation.center.node + frame)
    return EnrolQuestion(
        RequestBox(invitation.center, signature + keys.node + frame), keys, invitation.center
    )


def standing_heads(ledger: Ledger, node: bytes) -> list[JournalPoints]:
    """Where the journals of a stand-alone node stand, for its enrolment request."""
    return [points_out(journal, ledger.rows.tips(row), node) for row, journal in own_journals(ledger, node)]


def hear_enrol(question: EnrolQuestion, sealed: bytes) -> Enrolled:
    """What the center answered. Raises `EnrolRefused`, or `NotGenuine` or `MessageRefused` for no answer."""
    if len(sealed) > limits.MAX_ENROL:
        raise MessageTooLarge("reply: too large")
    text = question.box.open_answer(sealed)
    signature, frame = text[:SIGNATURE_BYTES], text[SIGNATURE_BYTES:]
    question.center.verify(ENROL_REPLY_CONTEXT, question.box.digest + frame, signature)
    reply = unpack(frame, EnrolReply, limits.MAX_ENROL)
    if reply.refusal or not reply.certificate:
        raise EnrolRefused(reply.refusal)
    certificate = read_certificate(reply.certificate, question.center)
    if certificate.keys != question.keys.public:
        raise NotGenuine("certificate: of another node")
    return Enrolled(
        certificate, reply.certificate, reply.unit_name, reply.center_title, reply.center_name, reply.time
    )


def keep_enrolment(ledger: Ledger, enrolled: Enrolled, center: PublicKeys) -> None:
    """Writes down that we belong: our certificate and record, and the (trusted) center's."""
    certificate = enrolled.certificate
    ledger.certified(enrolled.raw, certificate.node)
    ledger.rows.put_note("certificate", enrolled.raw)
    if ledger.rows.node(center.node) is None:
        ledger.rows.save_node(NodeRecord(center, kinds.CENTER, certificate.unit))


def answer_enrol(store: JournalStore, keys: NodeKeys, sealed: bytes, now: datetime, policy: Policy) -> bytes:
    """The sealed answer to a sealed enrolment request; what the policy did is committed.

    Raises `MessageRefused` on anything that is no request to us, signed by the key it names.
    """
    if len(sealed) > limits.MAX_ENROL:
        raise MessageTooLarge("request: too large")
    try:
        box = AnswerBox(keys, sealed)
        applicant = _applicant(keys, box.message)
    except NotGenuine as error:
        raise MessageRefused(str(error)) from error
    with store.transaction() as ledger:
        decision = policy(ledger, applicant)
    if isinstance(decision, str):
        reply = EnrolReply(refusal=decision, time=int(now.timestamp()))
    else:
        reply = EnrolReply(
            certificate=decision.certificate,
            unit=decision.unit,
            unit_name=decision.unit_name[: limits.MAX_TEXT],
            center_title=decision.center_title[: limits.MAX_TEXT],
            center_name=decision.center_name[: limits.MAX_TEXT],
            desk=decision.desk,
            time=int(now.timestamp()),
        )
    frame = pack(reply)
    return box.seal_answer(keys.sign(ENROL_REPLY_CONTEXT, box.digest + frame) + frame)


def _applicant(keys: NodeKeys, text: bytes) -> Applicant:
    start = SIGNATURE_BYTES + NODE_BYTES
    if len(text) < start + 2:
        raise MessageRefused("request: truncated")
    signature, node, frame = text[:SIGNATURE_BYTES], text[SIGNATURE_BYTES:start], text[start:]
    request = unpack(frame, EnrolRequest, limits.MAX_ENROL)
    public = PublicKeys(request.sign, request.seal)
    if public.node != node:
        raise MessageRefused("request: node and keys differ")
    public.verify(ENROL_CONTEXT, keys.node + frame, signature)
    heads = {
        journal: tips for journal, tips in points_in(request.heads, node).items() if journal.node == node
    }
    return Applicant(
        request.code, public, request.role, request.desk, request.unit, heads, request.program, request.clock
    )
