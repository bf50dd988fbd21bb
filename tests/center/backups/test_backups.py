"""A backup holds all that was acknowledged, says what is wrong, and becomes a center in either database."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text

from sync.center.backups import saving
from sync.center.backups.archive import ArchiveReader, ArchiveRefused, ArchiveWriter, Head, Table
from sync.center.backups.recovery import make_envelope, open_envelope
from sync.center.backups.restoring import restore
from sync.center.backups.saving import Backup, archives_in, back_up, prove_archive
from sync.center.exchange.scans import count_in, scan_files
from sync.center.store.opening import Center, Storage
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import invite
from sync.center.units.tree import add_unit, center_rows, units
from sync.center.work.checking import verify
from sync.center.work.listing import dossiers
from sync.identity.secrets import SecretStore
from tests.center.places import UNIT, EnrolledDesk, Place
from tests.center.scanned import ScanDesk
from tests.center.shared import Machine, fresh_database

_NUMBERS = count(1)
ADDRESS = "http://127.0.0.1:8443"
KINDS = ("sqlite", "postgres")


@dataclass
class Office:
    """A center that can be opened, and where restored copies of it go."""

    place: Place | Machine
    root: Path
    new_database: Callable[[], str]

    def open(self) -> Center:
        return self.place.open()

    @property
    def folder(self) -> Path:
        return self.root / "backups"

    @contextmanager
    def restored(self, source: Path, kind: str = "sqlite", name: str = "restored") -> Iterator[Center]:
        """The restored center, open."""
        storage = Storage(self.new_database(), self.root / f"{name}-scans") if kind == "postgres" else None
        marks = (self.root / f"{name}-m1", self.root / f"{name}-m2")
        center, _done = restore(
            source, self.root / name, self.place.secrets, self.place.clock, marks=marks, storage=storage
        )
        with center:
            yield center


@pytest.fixture(params=KINDS)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    def new_database() -> str:
        return fresh_database(request.getfixturevalue("postgres"), f"backup_{next(_NUMBERS)}")

    place = Place(tmp_path) if request.param == "sqlite" else Machine(tmp_path, new_database())
    return Office(place, tmp_path, new_database)


@pytest.fixture
def small(tmp_path: Path, request: pytest.FixtureRequest) -> Office:
    """The embedded database only, for what has nothing to do with it."""
    return Office(
        Place(tmp_path),
        tmp_path,
        lambda: fresh_database(request.getfixturevalue("postgres"), f"backup_{next(_NUMBERS)}"),
    )


def number(n: int) -> str:
    return f"{UNIT}-261123-{n:04d}"


def held_scan(center: Center, desk: ScanDesk, size: int = 3000) -> bytes:
    """A scan that the center holds; its name."""
    file, sealed = desk.scan(size)
    scan_files(center, desk.channel).put(file.name, sealed)
    count_in(center, desk.channel, file.name, file.length)
    return file.name


def tables_of(center: Center) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, but what says where the database is and what opening it wrote."""
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        found = {}
        for name in sorted(set(inspect(connection).get_table_names()) - {"migrations", "notes"}):
            rows = connection.execute(text(f"SELECT * FROM {name}")).all()
            found[name] = sorted((tuple(map(plain, row)) for row in rows), key=repr)
        return found


def plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def test_what_was_acknowledged_is_in_the_restored_center_and_desks_go_on(office: Office) -> None:
    with office.open() as center:
        desk = EnrolledDesk(center, invite(center, UNIT, ADDRESS))
        desk.enrol()
        desk.receive(*map(number, range(1, 40)))
        assert desk.exchange().pending == 0
        before = tables_of(center)
        done = back_up(center, office.folder)
        assert done.counts["dossiers"] == 39
        desk.receive(number(40))
        assert desk.exchange().pending == 0
    for kind in KINDS:
        with office.restored(office.folder, kind, f"from-{kind}") as copy:
            assert copy.restored
            assert len(dossiers(copy)) == 39
            after = tables_of(copy)
            # the order of changes is of one database, and begins anew
            grown = {"journals", "entries", "tips", "seals", "day_sums", "dossier_changes"}
            for table in before.keys() - grown:
                assert after[table] == before[table], table
            assert set(before["entries"]) <= set(after["entries"])
            assert verify(copy)["ok"]
            with pytest.raises(CenterError, match="chưa nghe lại đủ"):
                invite(copy, UNIT, ADDRESS)
            again = desk.clone()
            again.center, again.post = copy, again.inside
            assert again.exchange().pending == 0
            assert len(dossiers(copy)) == 40, "what came after the backup is at the desk, and comes again"
            assert verify(copy)["ok"]
            add_unit(copy, "H99.99.002", "Xã mới")


def test_writing_goes_on_while_a_backup_is_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with office.open() as center:
        desk = ScanDesk(center)
        rows, written = saving._rows, count(2)

        def meanwhile(*arguments: Any) -> Iterator[list[Any]]:
            desk.receive(number(next(written)))
            desk.push()
            yield from rows(*arguments)

        monkeypatch.setattr(saving, "_rows", meanwhile)
        done = back_up(center, office.folder)
        assert done.counts["dossiers"] == 1, "the snapshot is of one moment"
        assert len(dossiers(center)) > 5


def test_scans_are_copied_once_for_all_backups_and_put_back(office: Office) -> None:
    with office.open() as center:
        desk = ScanDesk(center)
        names = [held_scan(center, desk) for _ in range(3)]
        first = back_up(center, office.folder)
        assert (first.scans, first.scans_copied, first.scans_missing) == (3, 3, 0)
        names.append(held_scan(center, desk))
        second = back_up(center, office.folder)
        assert (second.scans, second.scans_copied) == (4, 1)
        content = [scan_files(center, desk.channel).path(name).read_bytes() for name in names]
    with office.restored(second.path) as copy:
        files = scan_files(copy, desk.channel)
        assert [files.path(name).read_bytes() for name in names] == content
        report = verify(copy)
        assert (report["ok"], report["scans"]) == (True, 4)


def test_a_scan_that_is_not_in_the_backup_is_asked_for_again(small: Office) -> None:
    with small.open() as center:
        desk = ScanDesk(center)
        lost, damaged, whole = (held_scan(center, desk) for _ in range(3))
        done = back_up(center, small.folder)
        scan_files(center, desk.channel).remove(lost)
    pool = small.folder / "scans"
    (pool / lost.hex()[:2] / lost.hex()).unlink()
    spoilt = pool / damaged.hex()[:2] / damaged.hex()
    spoilt.write_bytes(bytes(spoilt.stat().st_size))
    with open(done.path, "rb"):
        _head, proof = prove_archive(done.path, center.keys.secret)
    assert (proof.ok, proof.scans, proof.scans_missing) == (True, 3, 2)
    with small.open() as center:
        assert back_up(center, small.folder).scans_copied == 0, (
            "the lost one is lost; lengths are as they were"
        )
        assert back_up(center, small.folder, deep=True).scans_copied == 1
    with small.restored(done.path) as copy, copy.store.snapshot() as ledger:
        found = center_rows(ledger).connection.execute(text("SELECT name, state FROM scan_files")).all()
        assert {bytes(row.name): row.state for row in found} == {
            lost: "lost",
            damaged: "held",
            whole: "held",
        }


def test_a_backup_of_a_center_whose_scan_was_lost_says_so(small: Office) -> None:
    with small.open() as center:
        desk = ScanDesk(center)
        scan_files(center, desk.channel).remove(held_scan(center, desk))
        done = back_up(center, small.folder)
    assert (done.scans, done.scans_copied, done.scans_missing) == (1, 0, 1)


def made(office: Office) -> tuple[Backup, bytes]:
    """A backup of a center with one dossier, and the center's key."""
    with office.open() as center:
        ScanDesk(center)
        return back_up(center, office.folder), center.keys.secret


def test_a_damaged_archive_is_refused_wherever_it_is_touched(small: Office) -> None:
    done, secret = made(small)
    whole = done.path.read_bytes()
    step = max(1, len(whole) // 60)
    for at in range(0, len(whole), step):
        done.path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :])
        with pytest.raises(CenterError):
            prove_archive(done.path, secret)
    for at in range(0, len(whole), step):
        done.path.write_bytes(whole[:at])
        with pytest.raises(CenterError):
            prove_archive(done.path, secret)
    done.path.write_bytes(whole + b"\0")
    with pytest.raises(ArchiveRefused):
        prove_archive(done.path, secret)
    done.path.write_bytes(whole)
    assert prove_archive(done.path, secret)[1].ok


def test_an_archive_cut_between_two_pieces_is_said_to_be_cut(small: Office) -> None:
    done, secret = made(small)
    whole = done.path.read_bytes()
    at, ends = 50, []
    while at < len(whole):
        at += 4 + int.from_bytes(whole[at : at + 4], "big")
        ends.append(at)
    for end in ends[:-1]:
        done.path.write_bytes(whole[:end])
        with pytest.raises(ArchiveRefused, match="cắt mất phần cuối"):
            prove_archive(done.path, secret)


def test_nothing_personal_stands_in_an_archive_in_clear(small: Office) -> None:
    done, _secret = made(small)
    raw = done.path.read_bytes()
    for words in ("Nguyễn", "Đào", "001190000001", "dossiers", UNIT):
        assert words.encode() not in raw


def test_another_center_s_archive_is_not_opened(small: Office, tmp_path: Path) -> None:
    done, _secret = made(small)
    other = Place(tmp_path / "other")
    with other.open() as center, pytest.raises(ArchiveRefused, match="bằng khóa của trung tâm này"):
        prove_archive(done.path, center.keys.secret)
    with pytest.raises(CenterError, match="không có khóa để mở"):
        restore(done.path, tmp_path / "new", other.secrets, other.clock)
    assert not (tmp_path / "new").exists()
    with other.open() as center, pytest.raises(CenterError, match="trung tâm khác"):
        back_up(center, small.folder)


def test_a_strange_file_is_said_to_be_no_backup(small: Office, tmp_path: Path) -> None:
    for content in (b"", b"PK\x03\x04" + bytes(100), b"MCBACKUP\x00\x02" + bytes(100), b"MCBACKUP\x00\x01"):
        (tmp_path / "x.mcbk").write_bytes(content)
        with pytest.raises(ArchiveRefused):
            prove_archive(tmp_path / "x.mcbk", bytes(64))
    for missing in (tmp_path / "none.mcbk", small.folder, tmp_path):
        with pytest.raises(CenterError):
            restore(missing, tmp_path / "new", small.place.secrets, small.place.clock)
    assert not (tmp_path / "new").exists()


def forged(secret: bytes, tables: dict[str, tuple[list[str], list[list[Any]]]]) -> io.BytesIO:
    """An archive that somebody with the key filled with other rows."""
    file = io.BytesIO()
    writer = ArchiveWriter(file, bytes(8), secret)
    writer.head(Head("2026-11-23T09:15+07:00", {}, [], "sqlite"))
    for name, (columns, rows) in tables.items():
        writer.table(Table(name, columns))
        for row in rows:
            writer.row(row)
    writer.close()
    file.seek(0)
    return file


def test_rows_that_were_altered_before_they_were_sealed_are_found(small: Office) -> None:
    """Proved is more than that the file is whole: every chain, its heads and the seal at its end."""
    with small.open() as center:
        desk = ScanDesk(center)
        desk.receive(number(2), number(3))
        desk.push()
        kept: dict[str, tuple[list[str], list[list[Any]]]] = {}
        archive = io.BytesIO()
        saving.write_archive(center, archive)
        archive.seek(0)
        for one, some in ArchiveReader(archive, center.keys.secret).rows():
            kept.setdefault(one.name, (one.columns, []))[1].extend(some)
        secret = center.keys.secret
    assert problems(secret, kept) == []
    alterations = {
        ("entries", "body"): b"\x80",
        ("entries", "seq"): 99,
        ("tips", "digest"): bytes(32),
        ("seals", "signature"): bytes(64),
        ("nodes", "sign"): bytes(32),
        ("journals", "incarnation"): bytes(8),
    }
    for (table, column), value in alterations.items():
        columns, rows = kept[table]
        at = columns.index(column)
        other = [[*row[:at], value, *row[at + 1 :]] for row in rows[-1:]]
        assert problems(secret, {**kept, table: (columns, rows[:-1] + other)}), (table, column)
    for table in ("entries", "tips", "seals"):
        columns, rows = kept[table]
        assert problems(secret, {**kept, table: (columns, rows[:-1])}), table
    columns, rows = kept["entries"]
    assert problems(secret, {**kept, "entries": (columns, rows[::-1])})


def problems(secret: bytes, tables: dict[str, tuple[list[str], list[list[Any]]]]) -> list[str]:
    from sync.center.backups.proving import prove

    return prove(ArchiveReader(forged(secret, tables), secret), lambda _scan: True).problems


def test_a_restore_never_writes_over_anything(office: Office, tmp_path: Path) -> None:
    done, _secret = made(office)
    target = tmp_path / "target"
    target.mkdir()
    (target / "note.txt").write_text("của người khác")
    with pytest.raises(CenterError, match="không trống"):
        restore(done.path, target, office.place.secrets, office.place.clock)
    assert [one.name for one in target.iterdir()] == ["note.txt"]
    taken = Machine(tmp_path / "taken", office.new_database())
    with taken.open() as center:
        add_unit(center, UNIT, "Xã khác")
    storage = Storage(taken.database, tmp_path / "no-scans")
    with pytest.raises(CenterError, match="đích không trống"):
        restore(done.path, tmp_path / "new", office.place.secrets, office.place.clock, storage=storage)
    with taken.open() as center:
        assert [one.name for one in units(center)] == ["Xã khác"]
    with office.open() as center:
        assert not center.restored, "the center that was backed up is as it was"


def test_a_backup_of_a_newer_program_is_refused(small: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def newer(_connection: object) -> list[str]:
        return ["9999 of tomorrow"]

    monkeypatch.setattr(saving, "_applied", newer)
    done, _secret = made(small)
    with pytest.raises(ArchiveRefused, match="mới hơn"), small.restored(done.path):
        pass
    assert not (small.root / "restored").exists()


def test_only_so_many_backups_are_kept_and_none_is_written_over(small: Office) -> None:
    with small.open() as center:
        for _ in range(3):
            back_up(center, small.folder)  # within one second of the center's clock
        assert len(archives_in(small.folder)) == 3
        third = back_up(center, small.folder, keep=2)
        assert archives_in(small.folder)[-1] == third.path
        small.place.clock.advance(days=1)
        done = back_up(center, small.folder, keep=2)
    assert done.removed == 1
    assert archives_in(small.folder)[-1] == done.path


def test_a_backup_that_does_not_prove_is_not_kept(small: Office) -> None:
    with small.open() as center:
        ScanDesk(center)
        first = back_up(center, small.folder)
        with center.store.transaction() as ledger:
            rows = center_rows(ledger)
            rows.execute(text("UPDATE entries SET body = x'80' WHERE id = (SELECT max(id) FROM entries)"))
        with pytest.raises(CenterError, match="sai lệch"):
            back_up(center, small.folder, keep=1)
    assert archives_in(small.folder) == [first.path]
    assert not list(small.folder.glob("*.part"))


def test_the_key_comes_back_from_its_envelope_by_the_printed_code(small: Office, tmp_path: Path) -> None:
    with small.open() as center:
        ScanDesk(center)
        done = back_up(center, small.folder)
        code = make_envelope(center, tmp_path / "keys.mckeys")
        with pytest.raises(CenterError, match="Đã có tệp"):
            make_envelope(center, tmp_path / "keys.mckeys")
        node = center.keys.node
    shutil.rmtree(small.root / "keys")
    elsewhere = SecretStore(tmp_path / "elsewhere")
    for wrong in ("", code[:-1], code[:-1] + ("A" if code[-1] != "A" else "B"), "ký tự lạ"):
        with pytest.raises(CenterError, match="Mã mở"):
            open_envelope(tmp_path / "keys.mckeys", wrong, elsewhere)
    open_envelope(tmp_path / "keys.mckeys", f" {code.lower()} ", elsewhere)
    marks = (tmp_path / "m1", tmp_path / "m2")
    copy, _done = restore(done.path, tmp_path / "new", elsewhere, small.place.clock, marks=marks)
    with copy:
        assert copy.keys.node == node
        assert verify(copy)["ok"]
    (tmp_path / "keys.mckeys").write_bytes(os.urandom(100))
    with pytest.raises(CenterError, match="không phải phong bì"):
        open_envelope(tmp_path / "keys.mckeys", code, elsewhere)
