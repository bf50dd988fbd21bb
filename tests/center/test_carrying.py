"""Carrying at the center, on each database: scans go along, a crash only delays, a revocation follows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from desk_app.operations.attaching import attach, files_of
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.find import find
from desk_app.operations.synchronise import sync_state
from sync.center.exchange import carrying
from sync.center.exchange.scans import scan_files, share_scans
from sync.center.store import scans as rows_of
from sync.center.store.dialect import Engines
from sync.center.units.revoking import admit, quarantine, revoke
from sync.center.units.tree import center_rows
from sync.center.work.checking import verify as verify_center
from sync.journal.carriage import carry
from sync.journal.own import OwnJournals
from sync.journal.travelling import set_aside_now, to_be_carried
from sync.model.bodies import Unreadable
from tests.offices import OFFICER
from tests.operations.two_units import A, B, TwoUnits, state


@pytest.fixture
def two(tmp_path: Path, engines: Engines) -> Iterator[TwoUnits]:
    made = TwoUnits(tmp_path, engines)
    yield made
    made.close()


def test_the_files_of_scans_are_there_for_the_other_unit(two: TwoUnits, tmp_path: Path) -> None:
    picture = tmp_path / "scan.png"
    Image.new("RGB", (300, 400), "white").save(picture)
    number = two.received(two.desk_a)
    attach(two.desk_a, number, picture.read_bytes(), "Tờ khai", OFFICER)
    [scan] = state(two.desk_a, number).scans
    two.act(two.desk_a, number, "forward", to=B)
    two.sync()
    sealed = files_of(two.desk_a).read(scan.name, scan.file.length)
    scan_files(two.center, f"unit:{A}").put(scan.name, sealed)
    with two.center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows_of.put_state(rows.connection, f"unit:{A}", scan.name, scan.file.length, rows_of.HELD)
        share_scans(two.center, rows, state(two.desk_a, number).id)
    assert scan_files(two.center, f"unit:{B}").read(scan.name, scan.file.length) == sealed
    with two.center.store.snapshot() as ledger:
        held = rows_of.state_of(center_rows(ledger).connection, f"unit:{B}", scan.name)
    assert held == rows_of.HELD
    assert state(two.desk_b, number).scans == state(two.desk_a, number).scans


def test_what_a_crash_left_is_carried_when_anybody_comes_by(
    two: TwoUnits, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", to=B)
    with monkeypatch.context() as patched:
        patched.setattr("sync.center.exchange.answering.carry_waiting", lambda _center: 0)
        two.sync(1, two.desk_a)
    with two.center.store.snapshot() as ledger:
        assert to_be_carried(ledger.rows) == [state(two.desk_a, number).id]
    two.sync(2, two.desk_b)
    assert state(two.desk_b, number) == state(two.desk_a, number)


@pytest.mark.expects_log
def test_a_dossier_that_cannot_be_carried_stops_no_other(
    two: TwoUnits, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = two.received(two.desk_a), two.received(two.desk_a)
    poison = state(two.desk_a, bad).id
    real = carry

    def failing(own: OwnJournals, day: int, knows: object, wanted: object = None) -> int:
        if poison in wanted:  # type: ignore[operator]
            raise Unreadable("body: of a strange kind")
        return real(own, day, knows, wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(carrying, "carry", failing)
    for number in (bad, good):
        two.act(two.desk_a, number, "forward", to=B)
    two.sync()
    assert state(two.desk_b, good) == state(two.desk_a, good)
    with two.center.store.snapshot() as ledger:
        assert set_aside_now(ledger.rows) == [poison]
    monkeypatch.setattr(carrying, "carry", real)
    two.act(two.desk_a, bad, "note", text="Hỏi lại")
    two.sync()
    assert state(two.desk_b, bad) == state(two.desk_a, bad)
    with two.center.store.snapshot() as ledger:
        assert set_aside_now(ledger.rows) == []


def place_of(two: TwoUnits, desk: Desk) -> dict[str, int]:
    """Where the desk's journals stand at the center, as a person names it."""
    with two.center.store.snapshot() as ledger:
        heads = ledger.heads(desk.settings.channel).items()
        return {
            one.incarnation.hex(): max(tip.seq for tip in tips)
            for one, tips in heads
            if one.node == desk.keys.node
        }


def test_what_a_thief_wrote_is_taken_out_in_the_other_unit_and_let_in_again(
    two: TwoUnits, tmp_path: Path
) -> None:
    neighbour = two.enrolled(A, "neighbour")
    two.open.append(neighbour)
    kept, stolen = two.received(two.desk_a), two.received(two.desk_a)
    two.act(two.desk_a, kept, "forward", to=B)
    two.sync()
    before = place_of(two, two.desk_a)
    two.act(two.desk_a, kept, "note", text="của kẻ trộm")
    late = two.received(two.desk_a, for_unit=B)
    two.sync()
    assert find(two.desk_b, late)
    assert state(two.desk_b, kept).history[-1].text == "Ghi chú: của kẻ trộm"
    done = revoke(two.center, f"{A}/1", "Lê Văn Quản", "máy bị mất", last=before)
    assert (done.quarantined, done.elsewhere) == (2, (B,))
    [waiting] = quarantine(two.center)
    assert (waiting.numbers, waiting.elsewhere) == ((late,), (B,))
    two.sync(2, two.desk_b, neighbour)
    for desk in (two.desk_b, neighbour):
        assert not find(desk, late)
        assert state(desk, kept).flags == ("recalled",)
        assert "đã bị thu hồi: 1 ghi nhận" in state(desk, kept).history[-1].text
        assert verify(desk)["ok"], verify(desk)
    assert state(two.desk_b, kept) == state(neighbour, kept)
    assert find(neighbour, stolen)
    said = sync_state(two.desk_b).aside
    assert f"một máy của đơn vị {A}: 2 ghi nhận của máy đó trong 2 hồ sơ chuyển đến đây" in said
    assert verify_center(two.center)["ok"], verify_center(two.center)
    admit(
        two.center, f"{A}/1", waiting.incarnation, waiting.last, waiting.digest, "Lê Văn Quản", "đúng phiếu"
    )
    two.sync(2, two.desk_b, neighbour)
    for desk in (two.desk_b, neighbour):
        assert find(desk, late)
        assert state(desk, kept).flags == ()
        assert verify(desk)["ok"], verify(desk)
    assert state(two.desk_b, kept) == state(neighbour, kept)
    assert sync_state(two.desk_b).aside == ""
    assert verify_center(two.center)["ok"], verify_center(two.center)


def test_what_comes_from_another_unit_is_proved_by_its_writers_seal(two: TwoUnits) -> None:
    number = two.received(two.desk_a)
    for _ in range(20):
        two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", to=B)
    two.received(two.desk_a)
    two.sync()
    two.act(two.desk_b, number, "accept")
    two.sync()
    for desk in (two.desk_a, two.desk_b):
        assert [event.carried for event in state(desk, number).history] == [False] * 3
