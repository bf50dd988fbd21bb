"""A certified desk gone bad: what it writes is kept, flagged and acknowledged, and harms nobody else."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sync.center.store.opening import Center
from sync.center.units.invitations import invite
from sync.center.work.checking import verify
from sync.center.work.listing import dossiers
from sync.identity.seals import seal
from sync.journal.own import OwnJournals
from sync.model import kinds
from sync.model.bodies import intake_out
from sync.model.entry import MAX_HEIGHT, MUST_UNDERSTAND, PERSONAL, new_entry
from tests.center.places import START, UNIT, EnrolledDesk, Place, intake

STRANGE: list[Any] = [
    *(None, True, False, 0, -1, 1.5, 1e308, 2**53, -(2**70), "", "x" * 3000, "\0", "\ud800", "𝕏", "<script>"),
    *([], {}, [[]], {"a": {}}, [None] * 50, "0001-01-01T00:00", "9999-12-31T23:59+00:00", "2026-02-30T00:00"),
    *("2026-11-23T09:15-23:59", "not a time", "'; DROP TABLE dossiers; --", "%s%n", "\u202e\u200b"),
]


def bodies(chance: random.Random) -> Iterator[bytes]:
    """A sound body with one to three of its parts replaced, and bytes that are no JSON at all."""
    sound = json.loads(intake_out(intake(f"{UNIT}-261123-0001", START)))
    for _ in range(200):
        body = json.loads(json.dumps(sound))
        for _ in range(chance.randrange(1, 4)):
            at: Any = body
            key: Any = chance.choice(list(body))
            if isinstance(body[key], dict) and body[key] and chance.random() < 0.5:
                at, key = body[key], chance.choice(list(body[key]))
            at[key] = chance.choice(STRANGE)
        yield json.dumps(body).encode()
        yield json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")
    yield from (b"", b"\xff", b"[" * 8000, b"1" * 8000, b'{"at":' * 2000, b"\xef\xbb\xbf{}", b"NaN")
    yield json.dumps(sound).encode("utf-16")
    yield json.dumps(sound).encode("utf-32")


def write_raw(desk: EnrolledDesk, kind: str, body: bytes, dossier: bytes, **fields: Any) -> None:
    """An entry that the desk's own program would not have written."""
    with desk.store.transaction() as ledger:
        now = OwnJournals(ledger, desk.keys, bytes).current(desk.channel)
        assert now is not None
        row = ledger.rows.journal_row(now[0], create=False)
        assert row is not None
        entry = new_entry(
            now[0],
            now[1],
            kind=kind,
            body=bytes(16) + body,
            dossier=dossier,
            **{"day": 1, "flags": PERSONAL, **fields},
        )
        ledger.rows.insert_entries(row, [entry])
        ledger.rows.insert_seals(row, [seal(desk.keys, now[0], entry.tip)])
        ledger.rows.set_tips(row, frozenset({entry.tip}))
        ledger.rows.put_note(f"own-tip:{desk.channel}", entry.seq.to_bytes(8, "big") + entry.digest)


def with_desks(center: Center) -> tuple[EnrolledDesk, EnrolledDesk]:
    bad, good = (EnrolledDesk(center, invite(center, UNIT, "http://127.0.0.1:1")) for _ in range(2))
    for desk in (bad, good):
        desk.enrol()
        desk.receive()
        desk.exchange()
    return bad, good


def test_whatever_a_certified_desk_writes_is_kept_and_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(7)
    with Place(tmp_path).open() as center:
        bad, good = with_desks(center)
        for at, body in enumerate(bodies(chance)):
            kind = chance.choice([kinds.RECEIVED, kinds.RECEIVED, kinds.STATUS, "later"])
            write_raw(bad, kind, body, at.to_bytes(16, "big"))
        assert bad.exchange().pending == 0
        good.receive(f"{UNIT}-261123-1001")
        assert good.exchange().pending == 0
        assert [one["number"] for one in dossiers(center, "1001")] == [f"{UNIT}-261123-1001"]
        report = verify(center)
        assert report["ok"], report["problems"][:3]
        json.dumps(dossiers(center), ensure_ascii=False).encode("utf-8")


def test_entries_about_leases_and_nodes_from_a_desk_have_no_effect(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        bad, _good = with_desks(center)
        with center.store.snapshot() as ledger:
            leases = ledger.rows.leases(bad.channel)
        body = {
            "identifier": UNIT,
            "first": 1,
            "last": 999,
            "node": bad.keys.node.hex(),
            "incarnation": bad.journal().incarnation.hex(),
            "since": "2026-11-23",
        }
        for kind in (kinds.LEASE, kinds.CERTIFICATE, kinds.JOURNAL):
            write_raw(bad, kind, json.dumps(body).encode(), b"")
        assert bad.exchange().pending == 0
        with center.store.snapshot() as ledger:
            assert ledger.rows.leases(bad.channel) == leases


def test_extreme_envelopes_are_kept(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        bad, _good = with_desks(center)
        extremes: list[dict[str, Any]] = [
            {"height": MAX_HEIGHT},
            {"day": 3652059},
            {"flags": MUST_UNDERSTAND | PERSONAL},
            {"seen": [bytes([n]) * 32 for n in range(40)]},
        ]
        for n, fields in enumerate(extremes):
            write_raw(bad, "later", b"x", bytes([n + 1]) * 16, **fields)
            write_raw(bad, kinds.RECEIVED, b"{}", bytes([n + 1]) * 16, **fields)
        assert bad.exchange().pending == 0
        assert verify(center)["ok"]


def test_a_desk_cannot_write_another_units_channel(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        bad, _good = with_desks(center)
        bad.channel = "unit:H99.99.002"
        bad.receive("H99.99.002-261123-0001")
        done = bad.exchange()
        assert any("does not allow" in reason or "certificate" in reason for reason in done.refused.values())
        assert dossiers(center) == []
        with center.store.snapshot() as ledger:
            assert ledger.heads("unit:H99.99.002") == {}
