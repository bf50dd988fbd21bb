"""The one encoding of entries: strict, byte for byte, and nothing personal in the envelope."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.model.entry import (
    MAX_ENTRY_BYTES,
    MAX_HEIGHT,
    MAX_SEQ,
    MUST_UNDERSTAND,
    NO_PREV,
    PERSONAL,
    Entry,
    EntryRefused,
    JournalId,
    Tip,
    decode_entry,
    is_channel,
    new_entry,
    trusted_entry,
)

NODE = bytes(range(16))
JOURNAL = JournalId(NODE, "unit:H15.50.05.13", b"incarn-1")
FIRST = new_entry(JOURNAL, None, kind="received", body=b"{}", day=739_943, dossier=bytes(range(16, 32)))
SECOND = new_entry(
    JOURNAL,
    FIRST.tip,
    kind="status",
    body=bytes(16) + b"body",
    day=739_944,
    flags=PERSONAL | MUST_UNDERSTAND,
    dossier=bytes(range(16, 32)),
    seen=[FIRST.digest, b"\xff" * 32],
    height=2,
)
# Another implementation has to come to the same bytes.
VECTORS = [
    (
        FIRST,
        "01" "00" "000b4a67" "00000000" "0000000000000001" "000102030405060708090a0b0c0d0e0f"
        "696e6361726e2d31" + "00" * 32 + sha256(b"{}").hexdigest()
        + "11" + b"unit:H15.50.05.13".hex() + "08" + b"received".hex()
        + "10" "101112131415161718191a1b1c1d1e1f" "00",
    ),
    (
        SECOND,
        "01" "03" "000b4a68" "00000002" "0000000000000002" "000102030405060708090a0b0c0d0e0f"
        "696e6361726e2d31" + FIRST.digest.hex() + sha256(bytes(16) + b"body").hexdigest()
        + "11" + b"unit:H15.50.05.13".hex() + "06" + b"status".hex()
        + "10" "101112131415161718191a1b1c1d1e1f" + "02" + FIRST.digest[:8].hex() + "ff" * 8,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "envelope"), VECTORS, ids=["first", "second"])
def test_an_entry_has_these_bytes_and_no_others(entry: Entry, envelope: str) -> None:
    assert entry.envelope.hex() == envelope
    assert entry.digest == sha256(bytes.fromhex(envelope)).digest()
    assert decode_entry(entry.envelope, entry.body) == entry
    assert trusted_entry(entry.envelope, entry.body) == entry


def test_the_digest_of_the_first_vector_never_changes() -> None:
    assert FIRST.digest.hex() == "9e8788fbf33c050f6eeac30f9c0c3832fe58e8d897ebc5d42f2949e4d79f05ed"


_texts = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789_.", max_size=31)
entries = st.builds(
    lambda journal, seq, prev, kind, flags, day, dossier, seen, height, body: Entry(
        journal,
        seq,
        NO_PREV if seq == 1 else prev,
        "k" + kind,
        flags,
        day,
        dossier,
        tuple(sorted(seen)),
        height,
        sha256(body).digest(),
        body,
    ),
    st.builds(
        JournalId,
        st.binary(min_size=16, max_size=16),
        st.sampled_from(["unit:H15", "all:000.00.06.H56", "audit:H15.50.05.13"]),
        st.binary(min_size=8, max_size=8),
    ),
    st.integers(1, MAX_SEQ),
    st.binary(min_size=32, max_size=32).filter(lambda raw: raw != NO_PREV),
    _texts,
    st.sampled_from([0, 1, 2, 3]),
    st.integers(1, 3_652_059),
    st.sampled_from([b"", bytes(16), b"\xff" * 16]),
    st.sets(st.binary(min_size=8, max_size=8), max_size=32),
    st.integers(0, MAX_HEIGHT),
    st.binary(min_size=16, max_size=300),
)


@given(entries)
def test_what_is_written_is_read(entry: Entry) -> None:
    assert decode_entry(entry.envelope, entry.body) == entry
    assert trusted_entry(entry.envelope, entry.body) == entry
    assert decode_entry(entry.envelope, None).digest == entry.digest, "a purged body changes no name"


@given(entries, st.integers(0, 400), st.integers(1, 255))
def test_another_byte_is_another_entry_or_none(entry: Entry, at: int, change: int) -> None:
    at %= len(entry.envelope)
    raw = bytearray(entry.envelope)
    raw[at] ^= change
    try:
        other = decode_entry(bytes(raw), None)
    except EntryRefused:
        return
    assert other.envelope == bytes(raw), "one encoding: what decodes encodes to the same bytes"
    assert other.digest != entry.digest


@given(st.binary(max_size=300))
def test_noise_is_refused(raw: bytes) -> None:
    for envelope in (raw, b"\1" + raw, FIRST.envelope + raw[:9], FIRST.envelope[: len(raw)]):
        if envelope != FIRST.envelope:
            with pytest.raises(EntryRefused):
                decode_entry(envelope, None)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"journal": JOURNAL._replace(node=bytes(15))}, "journal"),
        ({"journal": JOURNAL._replace(incarnation=bytes(9))}, "journal"),
        ({"journal": JOURNAL._replace(channel="unit:h15")}, "journal"),
        ({"journal": JOURNAL._replace(channel="unit:H15\n")}, "journal"),
        ({"journal": JOURNAL._replace(channel="else:H15")}, "journal"),
        ({"kind": ""}, "kind"),
        ({"kind": "Status"}, "kind"),
        ({"kind": "x" * 33}, "kind"),
        ({"kind": "trạng"}, "kind"),
        ({"flags": 4}, "flags"),
        ({"seq": 0}, "seq"),
        ({"seq": MAX_SEQ + 1}, "seq"),
        ({"seq": 1}, "prev"),
        ({"prev": NO_PREV}, "prev"),
        ({"prev": bytes(31)}, "prev"),
        ({"day": 0}, "day"),
        ({"day": 3_652_060}, "day"),
        ({"height": -1}, "height"),
        ({"height": MAX_HEIGHT + 1}, "height"),
        ({"dossier": bytes(8)}, "dossier"),
        ({"after": (b"short",)}, "after"),
        ({"after": (b"b" * 8, b"a" * 8)}, "after"),
        ({"after": (b"a" * 8, b"a" * 8)}, "after"),
        ({"after": tuple(n.to_bytes(8, "big") for n in range(33))}, "after"),
        ({"body_hash": bytes(31)}, "body digest"),
        ({"body": b"another"}, "body"),
        ({"body": b"", "body_hash": sha256(b"").digest()}, "body"),
    ],
)
def test_an_entry_refuses_to_exist_wrongly(change: dict[str, object], field: str) -> None:
    with pytest.raises(EntryRefused, match=f"^{field}:"):
        replace(SECOND, **{"envelope": b"", **change})  # type: ignore[arg-type]


def test_an_entry_has_a_size() -> None:
    room = MAX_ENTRY_BYTES - len(FIRST.envelope)
    entry = new_entry(JOURNAL, None, kind="received", body=bytes(room), day=1, dossier=bytes(16))
    assert len(entry.envelope) + room == MAX_ENTRY_BYTES
    with pytest.raises(EntryRefused, match="entry:"):
        new_entry(JOURNAL, None, kind="received", body=bytes(room + 1), day=1, dossier=bytes(16))


def test_heights_saturate_and_what_was_seen_is_bounded() -> None:
    entry = new_entry(
        JOURNAL,
        Tip(8, bytes(31) + b"\1"),
        kind="status",
        body=b"",
        day=1,
        seen=[bytes([n]) * 32 for n in range(99)],
        height=MAX_HEIGHT + 5,
    )
    assert (entry.height, len(entry.after), entry.seq) == (MAX_HEIGHT, 32, 9)


def test_the_salt_is_no_part_of_the_text() -> None:
    assert (SECOND.text, FIRST.text) == (b"body", b"{}")
    assert replace(SECOND, body=None, envelope=SECOND.envelope).text is None


@pytest.mark.parametrize("name", ["unit:H15", "all:0", "audit:000.00.06.H56"])
def test_channels(name: str) -> None:
    assert is_channel(name)
    for wrong in (name.upper(), name + " ", name.replace(":", ""), name + "X" * 41, name + "\n", name + "/"):
        assert not is_channel(wrong)
