"""The center's store: encrypted, durable, careful with the disk, and one for several processes."""

from __future__ import annotations

import multiprocessing
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import OperationalError

from sync.center.store import dialect, schema, tables
from sync.center.store.opening import Center, rename_center
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.center.work.checking import verify
from sync.center.work.listing import dossiers
from tests.center.places import CHANNEL, UNIT, MemoryDesk, Place


def test_what_a_desk_pushes_is_held_once_and_listed(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        desk = MemoryDesk(center)
        desk.receive(*(f"{UNIT}-261123-{n:04d}" for n in range(1, 41)))
        assert desk.push() == 41
        assert desk.push() == 0
        assert len(dossiers(center)) == 40
        assert verify(center)["ok"]
    with place.open(create=False) as center:
        assert not center.restored
        assert len(dossiers(center)) == 40
        [found] = dossiers(center, "dao 0007")
        assert (found["number"], found["status"], found["applicant"]) == (
            f"{UNIT}-261123-0007",
            "received",
            "Nguyễn Thị Đào",
        )


def admit_and_fail(center: Center, desk: MemoryDesk) -> None:
    with center.store.transaction() as ledger:
        for segment in desk.segments():
            ledger.admit(segment)
        raise ZeroDivisionError


def test_nothing_of_a_failed_transaction_stays(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        desk = MemoryDesk(center)
        desk.receive(f"{UNIT}-261123-0001")
        with pytest.raises(ZeroDivisionError):
            admit_and_fail(center, desk)
        assert dossiers(center) == []
        assert desk.push() == 2


def test_the_file_shows_no_name_and_opens_with_no_other_key(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        desk = MemoryDesk(center)
        desk.receive(f"{UNIT}-261123-0001")
        desk.push()
        raw = b"".join(path.read_bytes() for path in place.data.iterdir())
        assert UNIT.encode() not in raw
        assert "Đào".encode() not in raw
        assert b"SQLite format" not in raw
    [kept] = [path for path in (tmp_path / "keys").iterdir() if "node" not in path.name]
    kept.write_bytes(bytes(32))
    with pytest.raises(CenterError, match="Không mở được kho"):
        place.open()


def test_a_copied_folder_without_its_keys_says_so(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.open().close()
    shutil.rmtree(tmp_path / "keys")
    with pytest.raises(CenterError, match="Không tìm thấy khóa"):
        place.open()


def test_a_cut_off_set_up_is_begun_anew(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.open().close()
    (place.data / "center.json").unlink()
    with place.open() as center:
        assert verify(center)["ok"]


def test_the_centers_title_can_be_changed(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        rename_center(center, "Trung tâm  PVHCC tỉnh")
        with pytest.raises(CenterError):
            rename_center(center, "a\0b")
    with place.open() as center:
        assert center.title == "Trung tâm PVHCC tỉnh"


def open_it(root: Path) -> None:
    Place(root).open().close()


def test_processes_that_find_an_empty_folder_at_once_make_one_center(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=open_it, args=(tmp_path,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
        assert process.exitcode == 0
    assert len(list((tmp_path / "keys").iterdir())) == 2
    with Place(tmp_path).open(create=False) as center:
        assert not center.restored


def test_an_old_sqlite_is_refused_in_words() -> None:
    with pytest.raises(CenterError, match=r"SQLite 3\.51\.2"):
        dialect.check_sqlite((3, 51, 2))
    dialect.check_sqlite((3, 51, 3))


def test_a_database_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center, center.store.transaction() as ledger:
        center_rows(ledger).connection.execute(text("INSERT INTO migrations VALUES (99, '0099 later')"))
    with pytest.raises(CenterError, match="mới hơn"):
        place.open()


def test_the_tables_are_what_the_migrations_make(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center, center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        for table in tables.METADATA.sorted_tables:
            made = [row[1] for row in connection.execute(text(f"PRAGMA table_info({table.name})"))]
            assert made == [column.name for column in table.columns], table.name
        assert schema.applied(connection) == [name for name, _lines in schema.MIGRATIONS]


def test_a_migration_cut_off_leaves_the_version_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(tmp_path)
    place.open().close()
    broken = (*schema.MIGRATIONS, ("0002 broken", ("CREATE TABLE half (a {int})", "NOT SQL")))
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", broken)
        with pytest.raises(CenterError):
            place.open()
    with place.open() as center, center.store.snapshot() as ledger:
        rows = center_rows(ledger).connection.execute(
            text("SELECT count(*) FROM sqlite_master WHERE name='half'")
        )
        assert rows.scalar() == 0


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("mmap_size", 0),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
    ],
)
def test_the_database_is_opened_safely(tmp_path: Path, pragma: str, value: Any) -> None:
    with Place(tmp_path).open() as center, center.store.transaction() as ledger:
        found = center_rows(ledger).connection.execute(text(f"PRAGMA {pragma}")).scalar()
        assert (found or 0) == value


def test_a_snapshot_sees_only_what_is_committed_and_cannot_write(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        desk = MemoryDesk(center)
        desk.receive(f"{UNIT}-261123-0001")
        with center.store.transaction() as ledger:
            for segment in desk.segments():
                ledger.admit(segment)
            with center.store.snapshot() as reader:
                assert reader.heads(CHANNEL) == {}
        with center.store.snapshot() as reader:
            before = reader.heads(CHANNEL)
            desk.receive(f"{UNIT}-261123-0002")
            desk.push()
            assert reader.heads(CHANNEL) == before
        with pytest.raises(OperationalError), center.store.snapshot() as reader:
            reader.rows.put_note("x", b"y")


def test_after_an_io_error_the_store_reopens_before_it_goes_on(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        desk = MemoryDesk(center)
        desk.receive(f"{UNIT}-261123-0001")
        opened: list[Any] = []
        statements: list[str] = []

        def watch(raw: Any, _record: Any) -> None:
            opened.append(raw)
            raw.set_trace_callback(statements.append)

        event.listen(center.store.engines.writer, "connect", watch)

        def fail(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if statement.startswith("INSERT INTO entries") and len(opened) == 0:
                raise OperationalError(statement, {}, Exception("disk I/O error"))

        event.listen(center.store.engines.writer, "before_cursor_execute", fail)
        with pytest.raises(OperationalError):
            desk.push()
        assert desk.push() == 2
        assert len(opened) >= 1, "the connection that saw the error is not used again"
        assert "wal_checkpoint" in statements[0], "nothing is written before the WAL is in the file"
        assert verify(center)["ok"]


def write_many(root: Path, name: str) -> None:
    place = Place(root)
    with place.open(create=False) as center:
        for n in range(25):
            with center.store.transaction() as ledger:
                count = int(ledger.rows.note("count") or b"0")
                ledger.rows.put_note("count", str(count + 1).encode())
                ledger.rows.put_note(f"{name}:{n}", b"1")


def test_two_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.open().close()
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=write_many, args=(tmp_path, name)) for name in "ab"]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
        assert process.exitcode == 0
    with place.open() as center:
        assert not center.restored
        with center.store.snapshot() as ledger:
            assert ledger.rows.note("count") == b"50"
            assert len(list(ledger.rows.notes("a:"))) == 25


def test_verify_names_what_was_tampered_with(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        desk = MemoryDesk(center)
        [dossier] = desk.receive(f"{UNIT}-261123-0001")
        desk.push()
        t = tables.entries.c
        with center.store.transaction() as ledger:
            connection = center_rows(ledger).connection
            body = bytes(connection.execute(select(t.body).where(t.dossier.is_not(None))).scalar_one())
            changed = body.replace("Đào".encode(), b"Hoa!")
            connection.execute(tables.entries.update().where(t.dossier == dossier).values(body=changed))
        report = verify(center)
        assert not report["ok"]
        assert any("does not hash" in problem for problem in report["problems"])
        assert "Hoa" not in str(report)


def test_verify_notices_a_projection_that_is_not_its_rebuild(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        desk = MemoryDesk(center)
        desk.receive(f"{UNIT}-261123-0001")
        desk.push()
        with center.store.transaction() as ledger:
            center_rows(ledger).connection.execute(tables.dossiers.update().values(status="done"))
        assert ["differs" in one for one in verify(center)["problems"]] == [True]
