"""PROTOCOL.md says what the code does: limits, fields, and bytes to check another implementation by."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

import msgspec
import pytest

import sync.protocol
from sync.identity.keys import NodeKeys
from sync.identity.seals import seal
from sync.journal.segments import Segment
from sync.model import kinds
from sync.model.carried import Original, carried_texts, way_text
from sync.model.dossier import Officer, ProcedureRef
from sync.model.entry import JournalId, Tip, new_entry
from sync.model.heads import root_of
from sync.model.moment import VIETNAM
from sync.model.purge import Purge, Remains, purge_bodies, read_purge
from sync.model.status import Status
from sync.protocol import codec, enrolling, limits, messages
from sync.protocol.bundles import (
    BundleReader,
    Cargo,
    ChannelHeads,
    Head,
    HistoryCargo,
    HistoryManifest,
    Manifest,
    write_bundle,
)
from sync.protocol.codec import PLAIN, pack, segment_in, segment_out, unpack
from sync.protocol.messages import (
    ChannelAsk,
    ChannelState,
    EnrolReply,
    EnrolRequest,
    Reply,
    Request,
    WireReceipt,
)
from sync.protocol.receipts import Receipt, read_receipt

SPECIFICATION = (Path(sync.protocol.__file__).parent / "PROTOCOL.md").read_text(encoding="utf-8")
CENTER = NodeKeys(bytes(range(64)))
DESK = NodeKeys(bytes(range(64, 128)))
JOURNAL = JournalId(DESK.node, "unit:H15.50.05.13", b"incarn-1")
ENTRY = new_entry(JOURNAL, None, kind="received", body=b"{}", day=739_943, dossier=bytes(range(16)), height=1)
SEAL = seal(DESK, JOURNAL, ENTRY.tip)
NEXT = new_entry(
    JOURNAL,
    ENTRY.tip,
    kind="noted",
    body=b"{}",
    day=739_943,
    dossier=bytes(range(16)),
    seen=[ENTRY.digest],
    height=2,
)
NEXT_SEAL = seal(DESK, JOURNAL, NEXT.tip)
HEADS = {JOURNAL: frozenset({ENTRY.tip})}
ROOT = root_of(HEADS)
SEGMENT = segment_out(Segment(JOURNAL, (ENTRY,), (SEAL,)), DESK.node)
REQUEST = Request("motcua 1", 1_795_410_000, 65_536, [ChannelAsk(JOURNAL.channel, ROOT)], segments=[SEGMENT])
RECEIPT = Receipt(
    CENTER.node, b"center-1", DESK.node, 1, 1_795_410_000, {JOURNAL.channel: ROOT}, HEADS
).signed(CENTER)
REPLY = Reply(
    program="motcua 1",
    receipt=WireReceipt(b"center-1", 1, 1_795_410_000, [], RECEIPT.signature),
    states=[ChannelState(messages.SAME)],
)
ENROL = EnrolRequest(
    bytes(range(10)), DESK.public.sign, DESK.public.seal, "desk", 1, "", [], "motcua 1", 1_795_410_000
)
MANIFEST = Manifest(
    program="motcua 1",
    time=1_795_410_000,
    unit="H15.50.05.13",
    role="desk",
    desk=1,
    to=b"",
    answers=b"",
    channels=[
        ChannelHeads(
            JOURNAL.channel,
            ROOT,
            [codec.points_out(JOURNAL, [ENTRY.tip], DESK.node)],
        )
    ],
    own=[],
    wants=[],
    receipts=[],
    entries=1,
    dossiers=1,
)
RECEIVED_AT = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)
PURGE = Purge(
    datetime(2037, 1, 5, 8, 0, tzinfo=VIETNAM),
    Officer("2", "Lê Văn Lưu"),
    "general",
    "Luật Lưu trữ 33/2024/QH15",
    "QĐ 1/QĐ-UBND",
    {
        bytes(range(16)): Remains(
            "H15.50.05.13-261123-0001",
            "H15.50.05.13",
            ProcedureRef("1.004873", "Xác nhận tình trạng hôn nhân", "Hộ tịch"),
            RECEIVED_AT,
            RECEIVED_AT.replace(day=26),
            Status.RETURNED,
            Officer("1", "Nguyễn Thị Hạnh"),
            desk=1,
            outcome="on_time",
            ended_at=RECEIVED_AT.replace(day=25),
        )
    },
)
PLAIN_CODING = patch("sync.protocol.bundles.preferred", lambda: PLAIN)


def bundle() -> bytes:
    """A bundle of the one entry, for the center; key and ephemeral key are the bytes 80…9f."""
    file = BytesIO()
    with PLAIN_CODING:
        write_bundle(
            file,
            DESK,
            b"",
            [CENTER.public],
            MANIFEST,
            [[SEGMENT]],
            lambda size: bytes(range(128, 128 + size)),
        )
    return file.getvalue()


VECTORS = {
    "node of the center": CENTER.node,
    "node of the desk": DESK.node,
    "envelope": ENTRY.envelope,
    "digest": ENTRY.digest,
    "seal": SEAL.signature,
    "root": ROOT,
    "carried": carried_texts(Original(ENTRY, "desk", SEAL.signature))[0],
    "way": way_text(ENTRY.digest, [NEXT], NEXT_SEAL.signature),
    "request frame": pack(REQUEST, PLAIN),
    "request signature": DESK.sign(b"motcua request v1", CENTER.node + pack(REQUEST, PLAIN)),
    "receipt": RECEIPT.encode(),
    "reply frame": pack(REPLY, PLAIN),
    "enrol request frame": pack(ENROL, PLAIN),
    "bundle": bundle(),
    "purge": next(purge_bodies(PURGE)),
}


def written() -> dict[str, str]:
    """The vectors as PROTOCOL.md has them."""
    section = SPECIFICATION.split("## 11. Byte vectors")[1].split("## 12.")[0]
    found = re.findall(r"^\* (.+?):\n\n((?:    [0-9a-f]+\n)+)", section, re.MULTILINE)
    return {name: "".join(text.split()) for name, text in found}


def as_written(vectors: dict[str, bytes]) -> str:
    """The section's text, for when a new version needs new vectors."""
    lines = []
    for name, raw in vectors.items():
        rows = [raw.hex()[at : at + 120] for at in range(0, 2 * len(raw), 120)]
        lines.append(f"* {name}:\n\n" + "".join(f"    {row}\n" for row in rows))
    return "\n".join(lines)


@pytest.mark.parametrize("name", sorted(VECTORS))
def test_the_byte_vectors_are_what_the_code_makes(name: str) -> None:
    assert written()[name] == VECTORS[name].hex()


def test_no_vector_is_missing() -> None:
    assert written().keys() == VECTORS.keys()


def test_the_vectors_decode_to_what_they_were_made_of() -> None:
    request = unpack(bytes.fromhex(written()["request frame"]), Request)
    assert request == REQUEST
    assert segment_in(request.segments[0], DESK.node).entries == (ENTRY,)
    assert unpack(bytes.fromhex(written()["reply frame"]), Reply) == REPLY
    assert unpack(bytes.fromhex(written()["enrol request frame"]), EnrolRequest) == ENROL
    reader = BundleReader(BytesIO(bytes.fromhex(written()["bundle"])), CENTER, lambda *_: True)
    read = HistoryManifest(**msgspec.structs.asdict(MANIFEST))
    assert (reader.bundle.manifest, list(reader.cargo())) == (read, [[SEGMENT]])
    assert read_purge(bytes.fromhex(written()["purge"])) == PURGE
    read_receipt(bytes.fromhex(written()["receipt"])).check(CENTER.public)


def test_the_limits_are_those_written_down() -> None:
    table = dict(re.findall(r"^\| ((?:MAX|MIN|FIRST)_\w+) \| (\d+) \|$", SPECIFICATION, re.MULTILINE))
    named = {name: str(value) for name, value in vars(limits).items() if re.match(r"(MAX|MIN|FIRST)_", name)}
    assert table == named


def test_fields_stand_in_the_order_written_down() -> None:
    """The count of fields; a later version may only add at the end."""
    for shape, words in (
        (Request, "request"),
        (Reply, "reply"),
        (EnrolRequest, "enrol request"),
        (EnrolReply, "enrol reply"),
        (Head, "head"),
        (Manifest, "manifest"),
        (Cargo, "cargo"),
        (HistoryCargo, "history cargo"),
    ):
        [row] = re.findall(rf"^\| \*\*{words}\*\* \| (.+) \|$", SPECIFICATION, re.MULTILINE)
        assert len(row.split(", ")) == len(shape.__struct_fields__), words


def test_every_problem_and_refusal_is_written_down() -> None:
    for word in (*messages.PROBLEMS, *enrolling.REFUSALS):
        assert f"`{word}`" in SPECIFICATION


def test_fields_of_a_later_version_are_ignored() -> None:
    longer = msgspec.msgpack.encode([*msgspec.msgpack.decode(pack(REQUEST, PLAIN)[2:]), "later", [1, 2]])
    assert unpack(bytes((codec.VERSION, PLAIN)) + longer, Request) == REQUEST
    assert Tip(1, ENTRY.digest) == ENTRY.tip


def test_every_kind_of_entry_stands_in_the_table() -> None:
    table = SPECIFICATION.partition("### 2.2")[2].partition("Pairs that had")[0]
    named = {one.strip() for row in re.findall(r"^\| ([a-z, ]+) \|", table, re.M) for one in row.split(",")}
    assert set(kinds.KINDS) <= named
