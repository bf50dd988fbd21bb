"""What travels: strict msgpack arrays of fixed shapes, decoded with limits before anything is believed.

Fields may only be added at the end of a shape, with a default; a receiver ignores those it does not
know. In a request, and in the answer to it, an empty node id stands for the asking node.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sync.identity.keys import KEY_BYTES, SIGNATURE_BYTES
from sync.model.entry import DIGEST_BYTES, DOSSIER_BYTES, INCARNATION_BYTES, MAX_SEQ, NODE_BYTES
from sync.model.heads import ROOT_BYTES
from sync.protocol import limits

SAME, SENT, POINTS, NOT_YOURS = 0, 1, 2, 3
"""How a channel stands, in a reply: equal; what is lacking is in this reply; tell me your heads, here
are mine; not a channel of yours."""

UNKNOWN_NODE = "unknown_node"
UNKNOWN_VERSION = "version"
UNKNOWN_CODING = "coding"
REVOKED = "revoked"
PROBLEMS = (UNKNOWN_NODE, UNKNOWN_VERSION, UNKNOWN_CODING, REVOKED)
"""Why a reply holds nothing else. Each has a way on: send the certificate, update the program, send
without a dictionary. A revoked node is given nothing more; its reply says which of its own entries are
still wanted."""

Node = Annotated[bytes, Meta(max_length=NODE_BYTES)]
Channel = Annotated[str, Meta(min_length=4, max_length=limits.MAX_CHANNEL)]
Incarnation = Annotated[bytes, Meta(min_length=INCARNATION_BYTES, max_length=INCARNATION_BYTES)]
Digest = Annotated[bytes, Meta(min_length=DIGEST_BYTES, max_length=DIGEST_BYTES)]
Root = Annotated[bytes, Meta(min_length=ROOT_BYTES, max_length=ROOT_BYTES)]
Signature = Annotated[bytes, Meta(min_length=SIGNATURE_BYTES, max_length=SIGNATURE_BYTES)]
Key = Annotated[bytes, Meta(min_length=KEY_BYTES, max_length=KEY_BYTES)]
Seq = Annotated[int, Meta(ge=1, le=MAX_SEQ)]
Proof = Annotated[bytes, Meta(max_length=16)]
"""Count and sum of a channel's entries (8 bytes of SHA-256), fold version (2), the folds' (6)."""
Seconds = Annotated[int, Meta(ge=0, le=2**40)]
"""Seconds since 1970, UTC."""
Text = Annotated[str, Meta(max_length=limits.MAX_TEXT)]
RawCertificate = Annotated[bytes, Meta(max_length=limits.MAX_CERTIFICATE)]


class _Wire(Struct, array_like=True, frozen=True):
    """An array on the wire."""


class WireTip(_Wire, frozen=True, gc=False):
    """A place in a journal."""

    seq: Seq
    digest: Digest


class JournalName(_Wire, frozen=True):
    """A journal; `node` empty: of the asking node."""

    node: Node
    channel: Channel
    incarnation: Incarnation


class JournalPoints(_Wire, frozen=True):
    """Places of one journal: its heads, or the rungs of a ladder, or what a want starts from."""

    node: Node
    channel: Channel
    incarnation: Incarnation
    tips: Annotated[list[WireTip], Meta(max_length=limits.MAX_TIPS)]


PointsList = Annotated[list[JournalPoints], Meta(max_length=limits.MAX_POINTS)]
NameList = Annotated[list[JournalName], Meta(max_length=limits.MAX_POINTS)]


class WireEntry(_Wire, frozen=True, gc=False):
    """An entry without what its place in the run says.

    `flags` are the envelope's; bit 7 set: the body was purged and `body` is its 32-byte digest.
    `after` are the envelope's 8-byte names, end to end.
    """

    kind: Annotated[str, Meta(min_length=1, max_length=limits.MAX_KIND)]
    flags: Annotated[int, Meta(ge=0, le=255)]
    day: Annotated[int, Meta(ge=1, le=2**32 - 1)]
    dossier: Annotated[bytes, Meta(max_length=DOSSIER_BYTES)]
    after: Annotated[bytes, Meta(max_length=8 * limits.MAX_AFTER)]
    height: Annotated[int, Meta(ge=0, le=2**32 - 1)]
    body: Annotated[bytes, Meta(max_length=limits.MAX_BODY)]


class WireSeal(_Wire, frozen=True, gc=False):
    """A seal at the entry with index `at` of the run."""

    at: Annotated[int, Meta(ge=0, lt=limits.MAX_RUN)]
    signature: Signature


class WireSegment(_Wire, frozen=True):
    """A run of one journal: entries `seq`, `seq` + 1, … the first of which follows `prev` (empty: none)."""

    node: Node
    channel: Channel
    incarnation: Incarnation
    seq: Seq
    prev: Annotated[bytes, Meta(max_length=DIGEST_BYTES)]
    entries: Annotated[list[WireEntry], Meta(min_length=1, max_length=limits.MAX_RUN)]
    seals: Annotated[list[WireSeal], Meta(min_length=1, max_length=limits.MAX_RUN)]


class OlderRun(_Wire, frozen=True):
    """A run that ends at a place the other named; what follows it there proves it, so it may lack seals."""

    node: Node
    channel: Channel
    incarnation: Incarnation
    seq: Seq
    prev: Annotated[bytes, Meta(max_length=DIGEST_BYTES)]
    entries: Annotated[list[WireEntry], Meta(min_length=1, max_length=limits.MAX_RUN)]
    seals: Annotated[list[WireSeal], Meta(max_length=limits.MAX_RUN)]


ScanList = Annotated[list[Digest], Meta(max_length=limits.MAX_SCANS)]
"""Names of scans: the SHA-256 of their ciphertexts."""
SegmentList = Annotated[list[WireSegment], Meta(max_length=limits.MAX_SEGMENTS)]


class ChannelAsk(_Wire, frozen=True):
    """A channel the asking node reads: its root, and its heads where the last reply asked for them."""

    channel: Channel
    root: Root
    points: PointsList | None = None


class DayNames(_Wire, frozen=True):
    """Entries of one day of a channel, 16 bytes of each digest, end to end."""

    channel: Channel
    day: Annotated[int, Meta(ge=1, le=2**32 - 1)]
    names: Annotated[bytes, Meta(max_length=16 * limits.MAX_NAMES)]


class Doubt(_Wire, frozen=True):
    """A channel with equal roots and different sums.

    `days`: for each day (4 bytes) the first 8 bytes of SHA-256 over its count (8) and sum (32), end to
    end. `folds`: only the folds differ. `wants`: entries named by the asking node that are not held here.
    """

    channel: Channel
    days: Annotated[bytes, Meta(max_length=12 * limits.MAX_DAYS)] = b""
    folds: bool = False
    wants: Annotated[list[DayNames], Meta(max_length=64)] = []


class ReceiptMark(_Wire, frozen=True):
    """The latest receipt of the center for `node` that the asking node holds (all zero: none)."""

    node: Node
    incarnation: Incarnation = bytes(INCARNATION_BYTES)
    counter: Annotated[int, Meta(ge=0, le=MAX_SEQ)] = 0
    time: Seconds = 0


DossierId = Annotated[bytes, Meta(min_length=DOSSIER_BYTES, max_length=DOSSIER_BYTES)]
DossierList = Annotated[list[DossierId], Meta(max_length=limits.MAX_NAMED)]
Cursor = Annotated[bytes, Meta(max_length=64)]


class FillAsk(_Wire, frozen=True):
    """A channel that begins from a checkpoint. `begin`: it is new here.

    Otherwise `cursor` says how far the checkpoint was taken (`lent`: wholly), `below` are places whose
    runs are wanted, that end there, and `dossiers` those of which all entries are wanted.
    """

    channel: Channel
    begin: bool = False
    cursor: Cursor = b""
    lent: bool = False
    below: Annotated[list[JournalPoints], Meta(max_length=limits.MAX_NAMED)] = []
    dossiers: DossierList = []


class WireRun(_Wire, frozen=True):
    """Consecutive entries of one journal without seals: the signature of the loan stands for them."""

    node: Annotated[bytes, Meta(min_length=NODE_BYTES, max_length=NODE_BYTES)]
    incarnation: Incarnation
    seq: Seq
    prev: Annotated[bytes, Meta(max_length=DIGEST_BYTES)]
    entries: Annotated[list[WireEntry], Meta(min_length=1, max_length=limits.MAX_RUN)]


class Loan(_Wire, frozen=True):
    """A piece of a channel's checkpoint, true for anyone: all names are written in full.

    `heads` stand in the first piece: what follows is of a center that held these at `time`. `since` is the
    day (ordinal) from which on what was touched is lent. The piece begins behind the cursor `after` and
    goes up to `cursor`; `last`: nothing follows. `named` instead: all entries of these dossiers.
    """

    channel: Channel
    time: Seconds
    since: Annotated[int, Meta(ge=1, le=2**32 - 1)]
    heads: PointsList = []
    after: Cursor = b""
    cursor: Cursor = b""
    last: bool = False
    named: DossierList = []
    runs: Annotated[list[WireRun], Meta(max_length=limits.MAX_RUNS)] = []
    signature: Annotated[bytes, Meta(max_length=SIGNATURE_BYTES)] = b""


Amount = Annotated[int, Meta(ge=0, le=2**40)]


class Condition(_Wire, frozen=True):
    """How a node stands, for people to look at: nothing is decided by it.

    `time`: when the node said it to the asking node (0: now). `entries` and `scans` wait there, the oldest
    since `entries_since` and `scans_since` (0: none waits); of entries those that are not in this request.
    `free`: MB on the disk with its store (0: not known). `release`: sequence of the newest release of the
    catalogue that it goes by.
    """

    node: Node
    time: Seconds = 0
    entries: Amount = 0
    entries_since: Seconds = 0
    scans: Amount = 0
    scans_since: Seconds = 0
    free: Amount = 0
    release: Amount = 0


class Request(_Wire, frozen=True):
    """What a node says and asks. `clock` is the node's own, for the record only.

    `own`: heads of those journals of the node that are beyond the latest receipt (unless the last of
    the journal's segments here ends at its one head), and of all its journals in channels not among
    `channels`. `ladders`: places 0, 1, 2, 4, 8 … back, of journals where
    the other showed a place unknown here. `wants`: journals to be sent from the named places.
    `refuses`: journals not to be sent today. `budget`: bytes of entries the reply may hold.
    `certificate`: only after the problem ``unknown_node``. `scans`: those of which the node wants to hear
    whether the receiver holds them.
    `proofs`: for each of `channels` the check of its sums, or nothing. `names`: the entries of days that
    the last reply's doubts showed to differ. `mends`: runs that hold what the other has lost.
    `receipts`: those of the center for these nodes are wanted, where there are later ones: a hub asks for
    its unit's, a desk asks a hub for its own.
    `aside`: the ends of what is in quarantine here of journals of revoked nodes, until the other wants no
    more of it.
    `fills`: channels that are new, or are filled up from a checkpoint.
    `conditions`: how the asking node stands; of a hub also how its desks do, as they told it.
    """

    program: Text
    clock: Seconds
    budget: Annotated[int, Meta(ge=0, le=limits.MAX_BUDGET)]
    channels: Annotated[list[ChannelAsk], Meta(max_length=limits.MAX_CHANNELS)]
    own: PointsList = []
    segments: SegmentList = []
    ladders: PointsList = []
    wants: PointsList = []
    refuses: NameList = []
    certificate: RawCertificate = b""
    scans: ScanList = []
    proofs: Annotated[list[Proof], Meta(max_length=limits.MAX_CHANNELS)] = []
    names: Annotated[list[DayNames], Meta(max_length=64)] = []
    mends: SegmentList = []
    receipts: Annotated[list[ReceiptMark], Meta(max_length=limits.MAX_RELAYED)] = []
    aside: PointsList = []
    fills: Annotated[list[FillAsk], Meta(max_length=limits.MAX_CHANNELS)] = []
    conditions: Annotated[list[Condition], Meta(max_length=limits.MAX_RELAYED)] = []


class WireReceipt(_Wire, frozen=True):
    """A receipt without what the asking node knows.

    `heads` are the exceptions from what the request implied (no tips: the center holds none of it);
    roots stand in the channel states. The signature is over the receipt spelled out.
    """

    incarnation: Incarnation
    counter: Annotated[int, Meta(ge=0, le=MAX_SEQ)]
    time: Seconds
    heads: PointsList
    signature: Signature


class ChannelState(_Wire, frozen=True):
    """How one of the asked channels stands; `root` is empty where it equals the request's."""

    code: Annotated[int, Meta(ge=0, le=255)]
    root: Annotated[bytes, Meta(max_length=ROOT_BYTES)] = b""
    points: PointsList = []


class Refusal(_Wire, frozen=True):
    """A journal of the request that was not admitted, and why, in a few English words."""

    journal: JournalName
    reason: Text


class Reply(_Wire, frozen=True):
    """The answer. With `problem` it holds nothing else (but for ``revoked`` `wants`).

    `states` follow the request's channels in order.

    `scans_held`: of those asked about, the ones whose file is here, whole: this, and only this, acknowledges
    a scan. `scans_wanted`: the ones whose entry is here and whose file is not; also some not asked about,
    that were here and are lost.
    `doubts`: channels with equal roots and different sums; `mends`: runs that hold what the node has lost.
    `receipts`: those asked for, spelled out and signed by the center.
    `loans`: pieces of checkpoints; `fills`: runs that end at a checkpoint's head, or at a place asked for.
    """

    problem: Annotated[str, Meta(max_length=limits.MAX_KIND)] = ""
    program: Text = ""
    receipt: WireReceipt | None = None
    states: Annotated[list[ChannelState], Meta(max_length=limits.MAX_CHANNELS)] = []
    segments: SegmentList = []
    wants: PointsList = []
    refused: Annotated[list[Refusal], Meta(max_length=limits.MAX_SEGMENTS)] = []
    more: bool = False
    scans_held: ScanList = []
    scans_wanted: ScanList = []
    doubts: Annotated[list[Doubt], Meta(max_length=limits.MAX_CHANNELS)] = []
    mends: SegmentList = []
    receipts: Annotated[
        list[Annotated[bytes, Meta(max_length=limits.MAX_RECEIPT)]], Meta(max_length=limits.MAX_RELAYED)
    ] = []
    loans: Annotated[list[Loan], Meta(max_length=2 * limits.MAX_CHANNELS)] = []
    fills: Annotated[list[OlderRun], Meta(max_length=limits.MAX_SEGMENTS)] = []


class EnrolRequest(_Wire, frozen=True):
    """A new node asks to belong to the invitation's unit.

    `desk` is the wished desk number (0: any). `unit` and `heads` are set by a stand-alone desk that
    has journals already: the unit code they were written under and where they stand.
    """

    code: Annotated[bytes, Meta(min_length=10, max_length=10)]
    sign: Key
    seal: Key
    role: Annotated[str, Meta(max_length=limits.MAX_KIND)]
    desk: Annotated[int, Meta(ge=0, le=999)]
    unit: Annotated[str, Meta(max_length=limits.MAX_CHANNEL)]
    heads: PointsList
    program: Text
    clock: Seconds


class EnrolReply(_Wire, frozen=True):
    """Certified (`certificate` set) or refused (`refusal`, one word). Names are for the screen."""

    refusal: Annotated[str, Meta(max_length=limits.MAX_KIND)] = ""
    certificate: RawCertificate = b""
    unit: Annotated[str, Meta(max_length=limits.MAX_CHANNEL)] = ""
    unit_name: Text = ""
    center_title: Text = ""
    center_name: Text = ""
    desk: Annotated[int, Meta(ge=0, le=999)] = 0
    time: Seconds = 0
